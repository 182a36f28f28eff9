//! Busy times from a calendar file: when the person is taken, and nothing else. Of the texts in it only the names of events leave
//! this module that something is wrong with, in sentences to the person.

mod budget;
mod event;
mod length;
mod mend;
mod repeat;
mod series;
mod standing;
mod tally;
mod when;
mod zones;

use std::collections::BTreeSet;
use std::fmt;

use calcard::Entry;
use calcard::Parser;
use chrono::{Duration, NaiveDate, NaiveTime};

use crate::model::{Moment, Zone as Known};
use budget::Budget;
use event::Reader;
use tally::Tally;
use zones::{Zone, Zones};

/// The largest calendar file that is read, in bytes.
const MOST_BYTES: usize = 20 << 20;

/// The most lines and list items of a file: what it takes to hold it in memory grows with these.
const MOST_PIECES: usize = 2_000_000;

/// The most of those that are read of events: it takes some 200 MiB to hold them.
const MOST_KEPT: usize = 400_000;

/// An event takes so many of them, at least.
const LINES_AN_EVENT: usize = 8;

/// Zones that a file defines are laid out so far beyond the dates that are asked for, in seconds.
const YEAR: i64 = 366 * 24 * 60 * 60;

/// When the person is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Busy {
    /// From and to (exclusive), in order, apart from one another, cut to the dates that were asked for.
    pub stretches: Vec<(Moment, Moment)>,
    /// What was left aside or assumed, in sentences with counts.
    pub notes: Vec<String>,
}

/// Why a calendar file cannot be used at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BusyError {
    /// The file has more bytes or lines than any calendar a person keeps.
    TooLarge,
    /// There is no `BEGIN:VCALENDAR` in it.
    NotACalendar,
    /// Its repeating events come to more dates than can be laid out.
    TooManyDates,
}

impl fmt::Display for BusyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(
                f,
                "the calendar is too large: {} MiB and some {} events are the most; export a shorter stretch of time",
                MOST_BYTES >> 20,
                MOST_KEPT / LINES_AN_EVENT
            ),
            Self::NotACalendar => write!(f, "this is no iCalendar file: it has no `BEGIN:VCALENDAR`"),
            Self::TooManyDates => {
                write!(f, "the repeating events come to too many dates; export a shorter stretch of time")
            }
        }
    }
}

impl std::error::Error for BusyError {}

/// The busy stretches of the iCalendar file `ics` from the first to the last date, both included, as days of `zone`.
///
/// Cancelled events and events marked free are left aside. So is an all-day event, unless it is marked busy in so many
/// words (`TRANSP:OPAQUE`, or busy or out of office in Outlook's own mark) and does not come round every year: holidays,
/// birthdays and reminders lie in calendars as whole days, mostly without a mark. What was left aside is told.
/// Times without a zone are read in `zone`. Events whose identity is in `own` are those of the plan itself, which come back
/// when a calendar is exported whole: they keep nothing free.
pub fn busy(
    ics: &[u8],
    zone: Known,
    from: NaiveDate,
    to: NaiveDate,
    own: &BTreeSet<String>,
) -> Result<Busy, BusyError> {
    let pieces = |text: &[u8]| text.iter().filter(|byte| matches!(byte, b'\n' | b',' | b';')).count();
    if ics.len() > MOST_BYTES || pieces(ics) > MOST_PIECES {
        return Err(BusyError::TooLarge);
    }
    let home = Zone::Known(zone);
    let window = (
        when::instant(&home, from.and_time(NaiveTime::MIN)),
        when::instant(&home, to.checked_add_signed(Duration::days(1)).unwrap_or(to).and_time(NaiveTime::MIN)),
    );
    let text = mend::text(ics);
    if pieces(text.as_bytes()) > MOST_KEPT {
        return Err(BusyError::TooLarge);
    }
    let mut tally = Tally::new(zone, text.trim_end().to_ascii_uppercase().ends_with("END:VCALENDAR"));
    let mut budget = Budget::default();
    let mut reader = Reader::new(home.clone(), own);
    let mut parser = Parser::new(&text);
    let mut any = false;
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => {
                any = true;
                let zones = Zones::read(&calendar, window.1 + YEAR, &mut budget)?;
                reader.read(&calendar, &zones, &mut tally);
            }
            Entry::Eof => break,
            _ => {}
        }
    }
    if !any {
        return Err(BusyError::NotACalendar);
    }
    let mut taken = reader.periods;
    series::lay_out(reader.events, &home, window, &mut budget, &mut tally, &mut taken)?;
    let stretches = merged(taken, window);
    let mut notes = tally.notes();
    if stretches.is_empty() {
        notes.push(format!("Nothing in this calendar blocks any time from {from} to {to}."));
    }
    Ok(Busy { stretches, notes })
}

/// Stretches of seconds as whole minutes, cut to the window, in order, overlapping and touching ones joined.
fn merged(mut taken: Vec<(i64, i64)>, window: (i64, i64)) -> Vec<(Moment, Moment)> {
    taken.sort_unstable();
    let mut stretches: Vec<(Moment, Moment)> = Vec::new();
    for (from, to) in taken {
        let from = Moment(from.max(window.0).div_euclid(60));
        let to = Moment((to.min(window.1) + 59).div_euclid(60));
        match stretches.last_mut() {
            _ if from >= to => {}
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => stretches.push((from, to)),
        }
    }
    stretches
}
