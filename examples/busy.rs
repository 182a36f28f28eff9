//! Prints the busy stretches of a calendar file: `busy FILE ZONE FROM TO`. Times are UTC; notes go to stderr.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example talks to the terminal")]

use std::collections::BTreeSet;
use std::error::Error;

use chrono::DateTime;

fn main() -> Result<(), Box<dyn Error>> {
    let [file, zone, from, to] = <[String; 4]>::try_from(std::env::args().skip(1).collect::<Vec<_>>())
        .map_err(|_| "usage: busy FILE ZONE FROM TO")?;
    let (from, to, own) = (from.parse()?, to.parse()?, BTreeSet::new());
    let busy = runweave::intake::busy(&std::fs::read(file)?, zone.parse()?, from, to, &own)?;
    for (from, to) in &busy.stretches {
        let shown =
            |minutes: i64| DateTime::from_timestamp(minutes * 60, 0).unwrap_or_default().format("%Y-%m-%dT%H:%MZ");
        println!("{} {}", shown(from.0), shown(to.0));
    }
    for note in busy.notes {
        eprintln!("{note}");
    }
    Ok(())
}
