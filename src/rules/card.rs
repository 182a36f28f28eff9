//! What a rule says of itself.

use chrono::NaiveDate;

use crate::model::{Athlete, Goal, LegHabit, Level, Sex};

/// Who the numbers are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// What the person trains for.
    pub goal: Goal,
    /// Running level.
    pub level: Level,
    /// Strength level.
    pub strength_level: Level,
    /// Age in years at the block's start, if known.
    pub age: Option<i32>,
    /// Sex, if known.
    pub sex: Option<Sex>,
    /// Whether a hard run and heavy legs may share a day on purpose.
    pub stacking: bool,
    /// Whether the block leads to a race that runners train for.
    pub races: bool,
    /// Whether a weekday is wished for the long run.
    pub long_run_day: bool,
}

impl Setting {
    /// Somebody of whom no more is known, as used to lifting as to running.
    pub fn of(goal: Goal, level: Level) -> Self {
        Self {
            goal,
            level,
            strength_level: level,
            age: None,
            sex: None,
            stacking: false,
            races: false,
            long_run_day: false,
        }
    }

    /// A person at the start of a block, of which no more is known.
    pub fn for_person(athlete: &Athlete, start: NaiveDate) -> Self {
        Self {
            strength_level: athlete.strength_level,
            age: athlete.age_in(start),
            sex: athlete.sex,
            ..Self::of(athlete.goal, athlete.running_level)
        }
    }

    /// How used the legs are to heavy work.
    pub fn leg_habit(&self) -> LegHabit {
        LegHabit::of(self.strength_level)
    }

    /// Whether the person is at least this old; unknown counts as younger.
    pub fn is_at_least(&self, years: i32) -> bool {
        self.age.is_some_and(|age| age >= years)
    }
}

/// How strongly a rule binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// Never broken.
    Must,
    /// Broken as little as possible.
    Should,
    /// A must-number and a stricter should-number.
    Both,
    /// Shapes the prescription or the page; not judged.
    Advice,
}

/// A rule's name, summary and evidence. Prose holds no numbers: they are printed from the rule's values.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// The name: file name, JSON key and argument of `runweave rules`.
    pub id: &'static str,
    /// How strongly it binds.
    pub binding: Binding,
    /// One line: what it asks.
    pub summary: &'static str,
    /// A paragraph or two: why, and what is judgement rather than a trial's result. No digits.
    pub docs: &'static str,
    /// Who found what: author, year, journal. One entry a source; judgement says "judgement".
    pub evidence: &'static [&'static str],
    /// What a plan says of it. A rule about places needs them.
    pub words: Option<Words>,
}

/// A rule in the words of a coach, for prices, advice and what was left out.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    /// What it looks after: "fresh legs for lifting".
    pub aim: &'static str,
    /// It is missed as often, but by less: "fresher legs for lifting".
    pub better: &'static str,
    /// It is missed once less: "fresh legs for one more leg session".
    pub one: &'static str,
    /// It is missed `{n}` times less.
    pub many: &'static str,
    /// What stands in the way where it closes a day to a run. A must needs it.
    pub obstacle: Option<&'static str>,
}

/// Which way a number gets stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stricter {
    /// A larger number asks more.
    Larger,
    /// A smaller number asks more.
    Smaller,
}

/// One number of a rule, which a brief may change.
#[derive(Debug)]
pub struct Number<'a> {
    /// Its JSON key.
    pub name: &'static str,
    /// What it means, without digits.
    pub meaning: &'static str,
    /// Its unit: "h", "min", "%", "days", "a week", "points per hour".
    pub unit: &'static str,
    /// The value for this person.
    pub value: &'a mut i32,
    /// Which way it gets stricter.
    pub stricter: Stricter,
    /// The loosest value a brief may set, for a must-number.
    pub floor: Option<i32>,
    /// Smallest and largest value that makes sense.
    pub range: (i32, i32),
}

impl<'a> Number<'a> {
    /// A number that a brief may set anywhere between `range`, stricter the larger it is.
    pub fn new(
        name: &'static str,
        meaning: &'static str,
        unit: &'static str,
        value: &'a mut i32,
        range: (i32, i32),
    ) -> Self {
        Self { name, meaning, unit, value, stricter: Stricter::Larger, floor: None, range }
    }

    /// Hours of a gap, up to a week.
    pub fn hours(name: &'static str, meaning: &'static str, value: &'a mut i32) -> Self {
        Self::new(name, meaning, "h", value, (0, 168))
    }

    /// Must and should hours of one gap; `names` are their keys, and the must loosens to `floor` only.
    pub fn gap(
        names: [&'static str; 2],
        meaning: &'static str,
        (must, should): &'a mut (i32, i32),
        floor: i32,
    ) -> [Self; 2] {
        [Self::hours(names[0], meaning, must).must(floor), Self::hours(names[1], meaning, should)]
    }

    /// Points that one unit of a breach costs.
    pub fn weight(meaning: &'static str, value: &'a mut i32) -> Self {
        Self::new("weight", meaning, "points", value, (0, 1000))
    }

    /// Stricter the smaller it is.
    #[must_use]
    pub fn at_most(self) -> Self {
        Self { stricter: Stricter::Smaller, ..self }
    }

    /// A must-number, which a brief may loosen down to `floor` only.
    #[must_use]
    pub fn must(self, floor: i32) -> Self {
        Self { floor: Some(floor), ..self }
    }
}
