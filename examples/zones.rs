//! Prints what the clocks of every time zone do: `zones FIRST_YEAR LAST_YEAR`. A line has the name, the offset in seconds at the start
//! of the first year, and each change as `moment:offset`.
#![expect(clippy::print_stdout, reason = "an example talks to the terminal")]

use std::error::Error;
use std::fmt::Write as _;

use chrono::{DateTime, Offset, TimeZone, Utc};
use runweave::model::Zone;

/// Clocks change less often than this, in seconds.
const STEP: i64 = 6 * 60 * 60;

fn main() -> Result<(), Box<dyn Error>> {
    let [first, last] = <[String; 2]>::try_from(std::env::args().skip(1).collect::<Vec<_>>())
        .map_err(|_| "usage: zones FIRST_YEAR LAST_YEAR")?;
    let begin = format!("{first}-01-01T00:00:00Z").parse::<DateTime<Utc>>()?.timestamp();
    let end = format!("{last}-12-31T23:59:59Z").parse::<DateTime<Utc>>()?.timestamp();
    for name in Zone::names() {
        let zone: Zone = name.parse()?;
        let offset = |at: i64| {
            let utc = DateTime::from_timestamp(at, 0).unwrap_or_default().naive_utc();
            zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
        };
        let mut line = format!("{name} {}", offset(begin));
        let mut at = begin;
        while at < end {
            let next = (at + STEP).min(end);
            if offset(next) != offset(at) {
                let (mut same, mut other) = (at, next);
                while other - same > 1 {
                    let middle = i64::midpoint(same, other);
                    if offset(middle) == offset(at) { same = middle } else { other = middle }
                }
                let _ = write!(line, " {other}:{}", offset(other));
            }
            at = next;
        }
        println!("{line}");
    }
    Ok(())
}
