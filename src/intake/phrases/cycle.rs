//! Weeks in which a session takes place: "every 2 weeks", "alternate Fridays", "until Christmas", "weeks 1, 3 and 5".

mod read;
mod row;

pub(super) use read::{PER_WEEK, cycle};

use chrono::{Duration, NaiveDate};

/// One end of the time in which a session takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A week of the block, counted from 1.
    Week(u32),
    /// A date.
    Date(NaiveDate),
}

/// When a weekly session takes place; every week by default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Weeks from one time to the next.
    pub every: u32,
    /// The first week of the block with it, where `every` is more than 1.
    pub first: u32,
    /// Whether the line says which week is the first.
    pub first_said: bool,
    /// Weeks of a longer cycle, from 1, and how many weeks it has.
    pub turn: Option<(Vec<u32>, u32)>,
    /// Days from one time to the next, where it goes by no week.
    pub days: Option<u32>,
    /// Only these weeks of the block; all where none is named.
    pub only: Vec<u32>,
    /// Not before.
    pub from: Option<Bound>,
    /// Not later; the date or week itself still counts.
    pub until: Option<Bound>,
    /// Not on these dates.
    pub not_on: Vec<NaiveDate>,
    /// Not in these weeks.
    pub not_in: Vec<u32>,
    /// Every so many weeks one is light.
    pub deload: Option<u32>,
}

impl Default for Cycle {
    fn default() -> Self {
        Self {
            every: 1,
            first: 1,
            first_said: false,
            turn: None,
            days: None,
            only: Vec::new(),
            from: None,
            until: None,
            not_on: Vec::new(),
            not_in: Vec::new(),
            deload: None,
        }
    }
}

impl Cycle {
    /// Whether it takes place in every week.
    pub fn is_weekly(&self) -> bool {
        let Self { every, turn, days, only, from, until, not_on, not_in, deload, .. } = self;
        let alike = *every == 1 && turn.is_none() && days.is_none() && deload.is_none();
        alike && only.is_empty() && from.is_none() && until.is_none() && not_on.is_empty() && not_in.is_empty()
    }

    /// The weeks of a block, counted from 1, in which it does not take place on this weekday.
    pub fn skipped(&self, start: NaiveDate, weeks: u32, weekday: usize) -> Vec<u32> {
        let takes_place = |week: u32| {
            let date = start + Duration::days(i64::from(week - 1) * 7 + weekday as i64);
            let begun = match self.from {
                Some(Bound::Week(first)) => week >= first,
                Some(Bound::Date(first)) => date >= first,
                None => true,
            };
            let goes_on = match self.until {
                Some(Bound::Week(last)) => week <= last,
                Some(Bound::Date(last)) => date <= last,
                None => true,
            };
            let turn = (week + self.every * 104 - self.first).is_multiple_of(self.every);
            let turn = turn && self.turn.as_ref().is_none_or(|(on, of)| on.contains(&((week - 1) % of.max(&1) + 1)));
            let named = self.only.is_empty() || self.only.contains(&week);
            begun && goes_on && turn && named && !self.not_in.contains(&week)
        };
        (1..=weeks).filter(|week| !takes_place(*week)).collect()
    }

    /// The weeks of a cycle in which it takes place, from 1, and how many weeks that has.
    pub fn weeks(&self) -> Option<(Vec<u32>, u32)> {
        let every = self.every;
        self.turn.clone().or_else(|| (every > 1).then(|| (vec![(self.first + every - 1) % every + 1], every)))
    }

    /// The cycle in words that are read as the same cycle; empty where it is weekly.
    pub fn words(&self) -> String {
        let mut words = Vec::new();
        let bound = |bound: Bound| match bound {
            Bound::Week(week) => format!("week {week}"),
            Bound::Date(date) => date.to_string(),
        };
        let row = |weeks: &[u32]| weeks.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        if self.every > 1 {
            words.push(match (self.every, self.first, self.first_said && self.from.is_none()) {
                (2, 1, true) => "odd weeks".to_owned(),
                (2, 2, true) => "even weeks".to_owned(),
                (every, ..) => format!("every {every} weeks"),
            });
        }
        words.extend(self.turn.as_ref().map(|(on, of)| format!("weeks {} of {of}", row(on))));
        words.extend(self.days.map(|days| format!("every {days} days")));
        words.extend(self.deload.map(|weeks| format!("deload every {weeks} weeks")));
        if !self.only.is_empty() {
            words.push(format!("weeks {}", row(&self.only)));
        }
        words.extend(self.from.map(|from| format!("from {}", bound(from))));
        words.extend(self.until.map(|until| format!("until {}", bound(until))));
        words.extend(self.not_on.iter().map(|date| format!("except {date}")));
        if !self.not_in.is_empty() {
            words.push(format!("except weeks {}", row(&self.not_in)));
        }
        words.join(" ")
    }
}

/// What words say of a cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Said {
    Every(u32),
    Odd,
    Even,
    Weeks(Vec<u32>),
    /// Weeks of a longer cycle, and how many it has.
    Turn(Vec<u32>, u32),
    /// A cycle of days.
    Days(u32),
    /// A light week of so many.
    Deload(u32),
    From(Bound),
    Until(Bound, bool),
    Times(u32),
}

impl Said {
    /// Adds it to a cycle; `except` turns it round.
    pub(super) fn add_to(&self, cycle: &mut Cycle, except: bool) {
        match self {
            Self::Every(weeks) => cycle.every = *weeks,
            Self::Odd | Self::Even => {
                cycle.every = 2;
                cycle.first = if (*self == Self::Odd) == except { 2 } else { 1 };
                cycle.first_said = true;
            }
            Self::Turn(on, of) => {
                let others = (1..=*of).filter(|week| !on.contains(week)).collect();
                cycle.turn = Some((if except { others } else { on.clone() }, *of));
            }
            Self::Days(days) => cycle.days = Some(*days),
            Self::Deload(weeks) => cycle.deload = Some(*weeks),
            Self::Weeks(weeks) if except => cycle.not_in.extend(weeks),
            Self::Weeks(weeks) => cycle.only.extend(weeks),
            Self::From(bound) => cycle.from = Some(*bound),
            Self::Until(bound, _) => cycle.until = Some(*bound),
            Self::Times(_) => {}
        }
        // "Every 2 weeks from week 2" says which week is the first.
        if cycle.every > 1
            && let Some(Bound::Week(first)) = cycle.from
        {
            (cycle.first, cycle.first_said) = (first, true);
        }
    }
}

#[cfg(test)]
mod tests;
