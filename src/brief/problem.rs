//! What can be wrong with a brief. Each kind carries its data and has all its wording here.

use std::fmt;

use super::excerpt::{Excerpt, harmless};
use super::node::Span;

/// Declares the kinds of problem, each with its sentence and what would be right.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident { $($field:ident: $type:ty),* } $id:literal: $says:literal, $helps:literal;)+) => {
        /// A kind of problem, with its data.
        #[derive(Clone, Debug, PartialEq)]
        pub(super) enum Wrong { $($(#[$doc])* $kind { $($field: $type),* },)+ }

        /// The id of every kind of problem.
        pub const PROBLEM_KINDS: &[&str] = &[$($id),+];

        impl Wrong {
            fn id(&self) -> &'static str {
                match self { $(Self::$kind { .. } => $id,)+ }
            }

            fn sentence(&self) -> String {
                #[expect(unused_variables, reason = "a sentence need not name all of the data")]
                match self { $(Self::$kind { $($field),* } => format!($says),)+ }
            }

            fn help(&self) -> String {
                #[expect(unused_variables, reason = "nor does the help")]
                match self { $(Self::$kind { $($field),* } => format!($helps),)+ }
            }
        }
    };
}

kinds! {
    /// More bytes than any brief needs.
    TooLarge { bytes: usize, most: usize } "too_large":
        "the file has {bytes} bytes", "at most {most} are read; a brief is a page of text";
    /// Bytes that are no UTF-8.
    NotText { byte: usize } "not_text":
        "this is not UTF-8 text, from byte {byte} on", "save the file as UTF-8";
    /// A mark that some editors put in front.
    ByteOrderMark {} "byte_order_mark":
        "the file starts with a byte order mark", "save it as UTF-8 without BOM";
    /// No document at all.
    Empty {} "empty": "the file is empty", "`runweave init` writes a brief to start from";
    /// Not JSON.
    Syntax { what: String, help: &'static str } "syntax": "this is not JSON: {what}", "{help}";
    /// Too many brackets inside each other.
    TooDeep { most: usize } "too_deep":
        "lists and objects are nested more than {most} deep", "a brief needs no more than six levels";
    /// A key that stands twice in one object.
    DuplicateKey { key: String } "duplicate_key":
        "the key `{key}` is here twice", "keep one of them";
    /// A key that nobody knows.
    UnknownKey { key: String, help: String } "unknown_key": "unknown key `{key}`", "{help}";
    /// A key that has to be there.
    MissingKey { key: String, expected: String } "missing_key": "the key `{key}` is missing", "{expected}";
    /// Two keys that rule each other out.
    BothKeys { one: String, two: String } "both_keys":
        "`{one}` and `{two}` do not go together", "keep one of them";
    /// Another type of value.
    OtherType { what: String, expected: String, found: &'static str } "wrong_type":
        "{what} cannot be {found}", "expected {expected}";
    /// A word that nobody knows.
    UnknownWord { what: String, word: String, help: String } "unknown_word": "{what} cannot be `{word}`", "{help}";
    /// A number too small or too large.
    OutOfRange { what: String, found: String, expected: String } "out_of_range":
        "{what} cannot be {found}", "expected {expected}";
    /// Text too long.
    TooLong { what: String, most: usize, found: usize } "too_long":
        "{what} has {found} characters", "at most {most}";
    /// A list too long.
    TooMany { what: String, most: usize, found: usize } "too_many":
        "{what} has {found} items", "at most {most}";
    /// A week of a plan from elsewhere that cannot be read.
    Brought { what: String } "brought": "{what}", "write a week as `Tue: 6 x 800 m; Thu: 8 km easy; Sun: 24 km`";
    /// A movable session that could stand nowhere.
    NoPlace { what: String, help: String } "no_place": "{what} gives the session no place", "{help}";
    /// More ways to place movable sessions than are looked at.
    TooManyWays { most: usize, found: usize } "too_many_ways":
        "the movable sessions can be placed in {found} ways", "at most {most}: give them fewer places, or hours that are shorter";
    /// Text of another form.
    OtherForm { what: String, text: String, expected: String } "wrong_form":
        "{what} cannot be `{text}`", "expected {expected}";
    /// A date that the calendar lacks.
    NoSuchDate { text: String } "no_such_date":
        "there is no day `{text}`", "expected a day of the calendar, of the years 1900 to 2199";
    /// A window without length.
    EmptyWindow { text: String } "empty_window":
        "the window `{text}` ends where it starts", "for the whole day write `00:00-24:00`; for no run at all an empty list";
    /// A time zone that nobody knows.
    UnknownZone { text: String, help: String } "unknown_zone": "unknown time zone `{text}`", "{help}";
    /// A block that does not start on a Monday.
    NotMonday { date: String, weekday: String, before: String, after: String } "not_monday":
        "the block starts on {date}, a {weekday}", "blocks start on a Monday: `{before}` or `{after}`";
    /// An event before or after the block.
    EventOutside { date: String, first: String, last: String } "event_outside":
        "the event on {date} lies outside the block", "the block runs from {first} to {last}: change `weeks`, `start` or the event";
    /// Two races that the block is to lead to.
    TwoMainRaces { one: String, two: String } "two_main_races":
        "`{two}` cannot be a second race of priority A beside `{one}`", "one race of a block is its A race: give the other `B` or `C`";
    /// Two races on one day.
    RacesOnOneDay { one: String, two: String, date: String } "races_on_one_day":
        "`{two}` is on {date}, the day of `{one}`", "one race a day is planned for: keep one of the two";
    /// Two sessions at one time.
    Overlap { one: String, two: String, when: String } "overlap":
        "`{two}` overlaps `{one}`, which {when}", "move or shorten one of them, or let one skip weeks with `every`";
    /// A stretch of dates that ends before it starts.
    Backwards { from: String, to: String } "backwards":
        "the dates end on {to}, before they start on {from}", "swap `from` and `to`";
    /// A resting heart rate that leaves no room below the maximum.
    HeartRates { resting: u32, max: u32, least: u32 } "heart_rates":
        "a resting heart rate of {resting} does not go with a maximum of {max}", "the maximum is at least {least} beats above the resting rate, such as 185 and 55; leave out what you have not measured";
    /// A race faster than the world's best or slower than a walk.
    RaceTime { time: String, distance: String } "race_time":
        "{time} cannot be the time of {distance} km", "times are minutes and seconds, `48:30`, or hours too, `1:45:00`";
    /// A race that was run after the block.
    RaceLater { date: String, last: String } "race_later":
        "the recent race on {date} is later than the block, which ends on {last}", "a race to come belongs in `block.event`";
    /// An age that nobody trains at.
    Age { year: i32, age: i32 } "age":
        "born in {year} is an age of {age} when the block starts", "expected an age from 10 to 100";
    /// Effort and RPE say different things.
    EffortDisagrees { effort: String, rpe: u8, means: String } "effort_disagrees":
        "`effort` says {effort}, but an `rpe` of {rpe} is {means}", "keep one of the two: light is RPE 1-3, moderate 4-6, heavy 7-10";
    /// A focus on mobility.
    FocusOnOther { kind: String } "focus_on_other":
        "`focus` means nothing for a session of kind `{kind}`", "leave it out, or make the session `strength` or `other`";
    /// A match that is none.
    MatchOnOther { kind: String } "match_on_other":
        "`match` means nothing for a session of kind `{kind}`", "leave it out, or make the session `other`";
    /// A key of runs on another session, or the other way round.
    KeyOfRuns { key: &'static str, kind: String, help: &'static str } "key_of_runs":
        "`{key}` means nothing for a session of kind `{kind}`", "{help}";
    /// Wishes that cannot both be kept.
    Contradicts { what: String, help: String } "contradicts": "{what}", "{help}";
    /// A skip that skips nothing.
    SkipsNothing { what: String, help: String } "skips_nothing": "{what} skips nothing", "{help}";
    /// History that is not history.
    NotBefore { date: String, start: String } "not_before":
        "{date} is not before the block, which starts on {start}", "`before` holds what was done before the block";
    /// A must-rule cannot be switched off.
    CannotBeOff { id: &'static str } "cannot_be_off":
        "the rule `{id}` cannot be switched off", "only should-rules can; `runweave rules {id}` shows the numbers that can be changed";
    /// A must-number looser than its floor.
    BelowFloor { rule: &'static str, number: &'static str, found: i32, floor: String, unit: &'static str } "below_floor":
        "`{rule}.{number}` cannot be {found}", "a must may be stricter, and looser only as far as {floor} {unit}";
}

impl Wrong {
    /// This, at a place in the text.
    pub(super) fn at(self, span: Span) -> Problem {
        Problem { wrong: self, span }
    }
}

/// One problem and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub(super) wrong: Wrong,
    pub(super) span: Span,
}

impl Problem {
    /// The id of its kind, one of [`PROBLEM_KINDS`].
    pub fn kind(&self) -> &'static str {
        self.wrong.id()
    }

    /// What is wrong, in one harmless line.
    pub fn message(&self) -> String {
        harmless(&self.wrong.sentence())
    }

    /// What would be right, in one harmless line.
    pub fn help(&self) -> String {
        harmless(&self.wrong.help())
    }
}

/// How many problems are written out.
const MOST_SHOWN: usize = 50;

/// Every problem of a file, in the order of the text.
#[derive(Clone, Debug)]
pub struct Problems {
    name: String,
    text: String,
    list: Vec<Problem>,
}

impl Problems {
    /// The problems of the file called `name` with this text; at least one.
    pub(super) fn new(name: &str, text: String, mut list: Vec<Problem>) -> Self {
        list.sort_by_key(|problem| (problem.span, problem.wrong.id()));
        Self { name: harmless(name), text, list }
    }

    /// Each problem.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.list.iter()
    }

    /// Line and column of a problem, both from 1, in characters.
    pub fn position(&self, problem: &Problem) -> (usize, usize) {
        let excerpt = Excerpt::new(&self.text, problem.span);
        (excerpt.line, excerpt.column)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.list.iter().take(MOST_SHOWN).enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            let excerpt = Excerpt::new(&self.text, problem.span);
            writeln!(f, "error: {}", problem.message())?;
            let gutter = excerpt.line.to_string().len() + 1;
            writeln!(f, "{:gutter$}--> {}:{}:{}", "", self.name, excerpt.line, excerpt.column)?;
            write!(f, "{excerpt}")?;
            writeln!(f, "  help: {}", problem.help())?;
        }
        if self.list.len() > MOST_SHOWN {
            writeln!(f, "\n{} more problems are not shown", self.list.len() - MOST_SHOWN)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
