//! Coming back after days or weeks without running.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// How long a break is a break, and how the runs come back.
#[expect(clippy::struct_field_names, reason = "the names are the keys of the brief, which say their unit")]
#[derive(Clone, Debug)]
pub struct ReturnAfterBreak {
    no_break_days: i32,
    one_week_days: i32,
    two_weeks_days: i32,
    three_weeks_days: i32,
    long_break_days: i32,
}

pub(super) static CARD: Card = Card {
    id: "return_after_break",
    binding: Binding::Advice,
    summary: "After a break the volume and the long run come back in steps to what they were, and hard runs later.",
    docs: "Endurance falls quickly in the first weeks without training and recent gains are gone after a month, but what \
           was lost comes back in about the time it was lost. A coach's \
           half, then three quarters, then all, is rounded here to the length of the break. Each step is a cap and an aim: \
           what was run before is the goal, so that the rules of growth and deloads wait until it is back. After a very \
           long break, running restarts from its base. After a month and more the hours around lifting are those of the \
           level below. Paces \
           that come from a race before the break are slowed by the fitness it cost, and come back over twice the weeks \
           that the volume takes, which is judgement.",
    evidence: &[
        "Daniels 2014, Daniels' Running Formula: what is lost in a break, and the steps back.",
        "Mujika and Padilla 2000, Sports Medicine: detraining.",
        "Burtscher 2022, Exercise and Sport Sciences Reviews: fitness comes back in about the time it was lost.",
        "Judgement: the steps, rounded.",
    ],
    words: None,
};

impl ForAthlete for ReturnAfterBreak {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            no_break_days: 5,
            one_week_days: 10,
            two_weeks_days: 17,
            three_weeks_days: 27,
            long_break_days: 56,
        }
    }
}

/// The way back: percent of the volume and of the longest run before the break by week, and the week (from 0) in which hard runs return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WayBack {
    /// Percent by week.
    pub percent: &'static [i32],
    /// The first week (from 0) with a hard run.
    pub quality_from: i32,
    /// Whether running starts again from its base, so that what was run before is no aim.
    pub restarts: bool,
}

impl WayBack {
    /// How many weeks it takes until a week is a normal one.
    pub fn weeks(&self) -> i32 {
        let lighter = self.percent.iter().filter(|percent| **percent < 100).count();
        (lighter as i32).max(self.quality_from)
    }
}

/// Weeks of percent for breaks of about a week, two, three, and up to two months; hard runs return in the week named last.
const STEPS: [(&[i32], i32); 4] = [
    (&[75, 100], 1),
    (&[50, 75, 100], 2),
    (&[50, 60, 80, 100], 3),
    (&[33, 50, 60, 75, 90, 100], 4),
];
/// Weeks of percent after a longer break.
const RESTART: &[i32] = &[33, 40, 50, 60, 75, 90];
/// Thousandths of the fitness (VDOT) that are left after so many days without any training (Daniels).
const FITNESS: [(i32, i32); 8] =
    [(5, 1000), (7, 994), (14, 973), (21, 952), (28, 931), (42, 889), (56, 847), (72, 800)];
/// Weeks of easy running after a restart.
const RESTART_EASY_WEEKS: i32 = 6;

impl ReturnAfterBreak {
    /// Thousandths of the fitness that are left after `days` without running, read evenly between the days that are known.
    pub fn fitness_permille(&self, days: i32) -> i32 {
        if days <= self.no_break_days {
            return 1000;
        }
        let later = FITNESS.partition_point(|(known, _)| *known < days);
        match (later.checked_sub(1).and_then(|earlier| FITNESS.get(earlier)), FITNESS.get(later)) {
            (None, _) => 1000,
            (Some((_, left)), None) => *left,
            (Some((from, more)), Some((to, less))) => more - (more - less) * (days - from) / (to - from),
        }
    }

    /// Whether the hours around lifting are those of the level below for a while.
    pub fn lowers_level(&self, days: i32) -> bool {
        days > self.three_weeks_days
    }

    /// Whether the break was so long that running restarts.
    pub fn restarts(&self, days: i32) -> bool {
        days > self.long_break_days
    }

    /// The way back after `days` without running; `None` where it was no break.
    pub fn way_back(&self, days: i32) -> Option<WayBack> {
        let limits = [self.one_week_days, self.two_weeks_days, self.three_weeks_days, self.long_break_days];
        if days <= self.no_break_days {
            return None;
        }
        let step = limits.iter().zip(STEPS).find(|(limit, _)| days <= **limit);
        Some(step.map_or(
            WayBack { percent: RESTART, quality_from: RESTART_EASY_WEEKS, restarts: true },
            |(_, (percent, quality_from))| WayBack { percent, quality_from, restarts: false },
        ))
    }
}

impl Rule for ReturnAfterBreak {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("no_break_days", "that change nothing", "days", &mut self.no_break_days, (0, 5)).at_most(),
            Number::new("one_week_days", "up to which the break counts as a week", "days", &mut self.one_week_days, (6, 10)).at_most(),
            Number::new("two_weeks_days", "up to which it counts as two", "days", &mut self.two_weeks_days, (7, 17)).at_most(),
            Number::new("three_weeks_days", "up to which it counts as three", "days", &mut self.three_weeks_days, (8, 27)).at_most(),
            Number::new("long_break_days", "after which running starts anew", "days", &mut self.long_break_days, (28, 56)).at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn the_longer_the_break_the_smaller_the_first_step() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = ReturnAfterBreak::for_athlete(&Setting::of(goal, level));
        let first = |days| rule.way_back(days).map(|way| (way.percent[0], way.quality_from));
        assert_eq!([5, 7, 14, 21, 40].map(first), [None, Some((75, 1)), Some((50, 2)), Some((50, 3)), Some((33, 4))]);
        assert!(rule.way_back(70).unwrap().restarts);
    }

    #[test]
    fn every_way_back_but_a_restart_ends_at_the_old_volume() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = ReturnAfterBreak::for_athlete(&Setting::of(goal, level));
        for days in 6..=56 {
            assert_eq!(rule.way_back(days).unwrap().percent.last(), Some(&100), "{days} days");
        }
    }

    #[test]
    fn fitness_is_lost_as_the_table_says_and_evenly_between_its_days() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = ReturnAfterBreak::for_athlete(&Setting::of(goal, level));
        let left = [0, 5, 7, 14, 21, 24, 28, 42, 56, 72, 200].map(|days| rule.fitness_permille(days));
        assert_eq!(left, [1000, 1000, 994, 973, 952, 943, 931, 889, 847, 800, 800]);
    }
}
