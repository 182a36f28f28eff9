//! What was left aside, counted, and the sentences that say so.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate};

use crate::model::{Zone, list};

/// Why an event is worth a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aside {
    /// A whole day without a busy mark, or one that comes round every year.
    AllDay,
    /// A whole day that is marked busy and therefore blocked.
    BusyDay,
    /// Marked free.
    Free,
    /// Cancelled.
    Cancelled,
    /// Of the plan itself.
    Own,
    /// Has no start that can be read, or ends before it starts.
    NoTime,
    /// Ends when it starts, or nobody says when.
    NoLength,
    /// Has further dates that cannot be read.
    OddDate,
    /// Repeats by a rule that cannot be read, or too often for an appointment: its own date counts, nothing else.
    OddRule,
    /// Leaves out dates by a rule that cannot be read: all of its dates count.
    OddExcept,
    /// In a zone that is not known.
    OddZone,
    /// A version of an event that another one in the file replaces.
    Older,
}

/// The most letters of a name that are told.
const LONGEST_NAME: usize = 40;

/// A name in one line, without anything that acts on a terminal.
fn harmless(name: &str) -> String {
    let hidden = |char: char| {
        char.is_control()
            || matches!(char, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let plain: String = name.chars().map(|char| if hidden(char) { ' ' } else { char }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_NAME).collect()
}

/// Counts events by what became of them.
pub(super) struct Tally {
    zone: Zone,
    whole: bool,
    counts: BTreeMap<Aside, usize>,
    /// The dates of all-day events that are left aside.
    days: BTreeSet<NaiveDate>,
    /// What the events are called that something is wrong with.
    names: BTreeMap<Aside, Vec<String>>,
    /// Where times were read whose zone is not known.
    instead: BTreeSet<&'static str>,
}

/// So many of the dates and events that are left aside are named.
const NAMED: usize = 3;

impl Tally {
    /// Counts for a file, which is `whole` or breaks off.
    pub(super) fn new(zone: Zone, whole: bool) -> Self {
        Self {
            zone,
            whole,
            counts: BTreeMap::new(),
            days: BTreeSet::new(),
            names: BTreeMap::new(),
            instead: BTreeSet::new(),
        }
    }

    /// One more.
    pub(super) fn count(&mut self, aside: Aside) {
        *self.counts.entry(aside).or_default() += 1;
    }

    /// One more, which is called so.
    pub(super) fn count_named(&mut self, aside: Aside, name: &str) {
        self.count(aside);
        let name = harmless(name);
        let names = self.names.entry(aside).or_default();
        if !name.is_empty() && names.len() <= NAMED && !names.contains(&name) {
            names.push(name);
        }
    }

    /// Times in a zone that is not known are read in this one.
    pub(super) fn read_in(&mut self, zone: &'static str) {
        self.instead.insert(zone);
    }

    /// The date on which an event falls that has no length, and what it is called.
    pub(super) fn without_length(&mut self, name: &str, instant: i64) {
        let time = DateTime::from_timestamp(instant, 0).map(|utc| utc.with_timezone(&self.zone).naive_local());
        let time = time.map(|time| time.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default();
        let name = harmless(name);
        self.count_named(Aside::NoLength, format!("{name}, {time}").trim_start_matches(", "));
    }

    /// The day of an all-day event that is left aside, by its first moment in seconds since 1970.
    pub(super) fn left_aside(&mut self, first: i64) {
        self.days.extend(DateTime::from_timestamp(first, 0).map(|utc| utc.with_timezone(&self.zone).date_naive()));
    }

    /// The sentences.
    pub(super) fn notes(&self) -> Vec<String> {
        let cut = (!self.whole).then(|| "The calendar file breaks off; what is there was used.".to_owned());
        cut.into_iter().chain(self.counts.iter().map(|(&aside, &count)| self.sentence(aside, count))).collect()
    }

    /// The first of the dates that are left aside, and how many more there are.
    fn days(&self) -> String {
        let mut days: Vec<String> = self.days.iter().take(NAMED).map(ToString::to_string).collect();
        let more = self.days.len() - days.len();
        days.extend((more > 0).then(|| format!("{more} more")));
        list(&days)
    }

    /// `: "Match" and "Training"`, where the events have names.
    fn names(&self, aside: Aside) -> String {
        let names = self.names.get(&aside).map(Vec::as_slice).unwrap_or_default();
        let mut shown: Vec<String> = names.iter().take(NAMED).map(|name| format!("\"{name}\"")).collect();
        shown.extend((names.len() > NAMED).then(|| "others".to_owned()));
        if shown.is_empty() { String::new() } else { format!(": {}", list(&shown)) }
    }

    fn sentence(&self, aside: Aside, count: usize) -> String {
        let one = count == 1;
        let events = if one { "event" } else { "events" };
        let was = if one { "was" } else { "were" };
        match aside {
            Aside::AllDay => format!(
                "{count} all-day {events} {was} left aside ({}): a whole day counts only where it is marked busy \
                 and does not come round every year.",
                self.days()
            ),
            Aside::BusyDay => {
                format!(
                    "{count} all-day {events} marked busy: no run is placed on {} days.",
                    if one { "its" } else { "their" }
                )
            }
            Aside::Free => format!("{count} {events} marked free {was} left aside."),
            Aside::Cancelled => format!("{count} cancelled {events} {was} left aside."),
            Aside::Own => format!("{count} {events} of your own plan {was} left aside."),
            Aside::NoTime => {
                format!("{count} {events} without a time that can be read {was} left aside{}.", self.names(aside))
            }
            Aside::NoLength => format!(
                "{count} {events} with no end after the start {} no time{}.",
                if one { "blocks" } else { "block" },
                self.names(aside)
            ),
            Aside::OddDate => format!(
                "{count} {events} {} further dates that cannot be read and block no time{}.",
                if one { "has" } else { "have" },
                self.names(aside)
            ),
            Aside::OddRule => format!(
                "{count} {events} {} by a rule that cannot be used; only the first date and those listed count{}.",
                if one { "repeats" } else { "repeat" },
                self.names(aside)
            ),
            Aside::OddExcept => format!(
                "{count} {events} {} out dates by a rule that cannot be used; all of them count{}.",
                if one { "leaves" } else { "leave" },
                self.names(aside)
            ),
            Aside::OddZone => format!(
                "{count} {events} in a time zone that is not known {was} read in {}{}.",
                list(&self.instead.iter().map(ToString::to_string).collect::<Vec<_>>()),
                self.names(aside)
            ),
            Aside::Older => format!(
                "{count} {events} {was} left aside that a later version with the same identity replaces{}.",
                self.names(aside)
            ),
        }
    }
}
