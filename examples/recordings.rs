//! Prints what recordings hold: `recordings FILE...`. A line has the start in UTC, the minutes, the kilometres or `-`, and the sport.
#![expect(clippy::print_stdout, reason = "an example talks to the terminal")]

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    for file in std::env::args().skip(1) {
        for one in runweave::intake::activities(&std::fs::read(&file)?)?.activities {
            let way = one.distance_km.map_or_else(|| "-".to_owned(), |km| format!("{km:.2}"));
            println!("{} {} {way} {:?}", one.start.format("%Y-%m-%dT%H:%M:%SZ"), one.minutes, one.sport);
        }
    }
    Ok(())
}
