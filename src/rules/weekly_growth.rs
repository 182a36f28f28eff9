//! How fast the weekly minutes grow.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict, Words};
use crate::model::{Minutes, RunType};

/// How much more a week may hold than those before it.
#[derive(Clone, Debug)]
pub struct WeeklyGrowth {
    usual_percent: i32,
    careful_percent: i32,
    must_percent: i32,
    small_week_minutes: i32,
    two_weeks_percent: i32,
    two_weeks_minutes: i32,
    hold_every: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "weekly_growth",
    binding: Binding::Both,
    summary: "Weekly minutes grow slowly against the last full weeks, and hold now and then.",
    docs: "The famous tenth a week is not supported by a trial, and the ratio from week to week told nothing in the \
           largest study; but large jumps over two weeks went with more injuries of the kind that distance causes. So \
           the usual step is small, and the cap is far off. Deload weeks, tapers, weeks without a run and weeks that days away \
           took runs from are left out: after them, growth counts from the week before. What is missed in one week counts as run, what is missed again in the \
           next does not. Small weeks may grow by some minutes whatever the percent, \
           a usual step goes to the nearest five minutes, and what is run before the block is no fault in its \
           first weeks. The sizes are judgement.",
    evidence: &[
        "Buist 2008, American Journal of Sports Medicine: a graded program hurt as many novices as a standard one.",
        "Nielsen 2014, Journal of Orthopaedic and Sports Physical Therapy: large growth over two weeks.",
        "Damsted 2019, Journal of Orthopaedic and Sports Physical Therapy: large steps before a half marathon.",
        "Judgement: the cap for small weeks and the weeks that hold.",
    ],
    words: Some(Words {
        aim: "weeks that grow slowly",
        better: "weeks that grow more slowly",
        one: "one more week that grows slowly",
        many: "{n} more weeks that grow slowly",
        obstacle: Some("growth that would be too quick"),
    }),
};

impl ForAthlete for WeeklyGrowth {
    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        Self {
            usual_percent: 10,
            careful_percent: level.pick(10, 10, 8),
            must_percent: level.pick(20, 20, 15),
            small_week_minutes: level.pick(10, 15, 20),
            two_weeks_percent: 30,
            two_weeks_minutes: 20,
            hold_every: level.pick(3, 4, 4),
            weight: 1,
        }
    }
}

/// The minutes of the last full weeks, latest first: what growth is counted from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FullWeeks(Vec<Minutes>);

impl FullWeeks {
    const COUNTED: usize = 3;

    /// The full weeks among `minutes` (oldest first, each with whether it is light), after a start of `weekly` minutes.
    pub fn new(minutes: impl DoubleEndedIterator<Item = (Minutes, bool)>, weekly: Minutes) -> Self {
        let ran = minutes.rev().filter(|&(minutes, light)| !light && minutes > 0).map(|(minutes, _)| minutes);
        let before = std::iter::repeat_n(weekly, if weekly > 0 { Self::COUNTED } else { 0 });
        Self(ran.chain(before).take(Self::COUNTED).collect())
    }

    /// The full weeks before the last ledger.
    pub fn before_last(weeks: &[Ledger], start: &Start) -> Self {
        let past = &weeks[..weeks.len().saturating_sub(1)];
        let all = past.iter().map(|week| (week.minutes() + week.missed, week.away || !week.is_full()));
        Self::new(all, start.weekly_minutes)
    }

    /// Their mean, in minutes rounded down; `None` where nothing was run.
    pub fn mean(&self) -> Option<Minutes> {
        (!self.0.is_empty()).then(|| self.0.iter().sum::<Minutes>() / self.0.len() as Minutes)
    }

    /// Minutes of the last one.
    pub fn last(&self) -> Option<Minutes> {
        self.0.first().copied()
    }

    /// The larger of the last two: what a week that holds may come back to.
    pub fn recent_most(&self) -> Option<Minutes> {
        self.0.iter().take(2).max().copied()
    }

    /// Minutes of the one before the last.
    fn second(&self) -> Option<Minutes> {
        self.0.get(1).copied()
    }
}

/// In the first weeks of a block what is run before it is never too much.
const FIRST_WEEKS: i32 = 5;

impl WeeklyGrowth {
    /// The most that the week number `week` (from 1) may hold after a start of `now` minutes a week; `None` where nothing was run.
    pub fn cap_in(&self, week: i32, past: &FullWeeks, now: Minutes) -> Option<Minutes> {
        self.cap(past).map(|cap| if week <= FIRST_WEEKS { cap.max(now) } else { cap })
    }

    /// The most a week may hold; `None` where nothing was run before it.
    pub fn cap(&self, past: &FullWeeks) -> Option<Minutes> {
        let (mean, last) = (past.mean()?, past.last()?);
        let more = |from: Minutes, percent: i32, least: i32| (from * (100 + percent) / 100).max(from + least);
        let over_two = past
            .second()
            .map_or(Minutes::MAX, |second| more(second, self.two_weeks_percent, self.two_weeks_minutes).max(last));
        Some(more(mean, self.must_percent, self.small_week_minutes).min(over_two))
    }

    /// What a week that grows aims at, to the nearest five minutes; `careful` where nothing is known of how the person feels.
    pub fn step(&self, past: &FullWeeks, careful: bool, most_percent: i32) -> Option<Minutes> {
        let percent = if careful { self.careful_percent } else { self.usual_percent }.min(most_percent);
        let (mean, last) = (past.mean()?, past.last()?);
        let step = ((mean * (100 + percent) / 100 + 2) / 5 * 5).max(last);
        Some(step.min(self.cap(past)?))
    }

    /// Every which full week in a row holds instead of growing.
    pub fn hold_every(&self) -> i32 {
        self.hold_every
    }
}

impl Rule for WeeklyGrowth {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("usual_percent", "a growing week over the mean of the last full weeks", "%", &mut self.usual_percent, (0, 20))
                .at_most(),
            Number::new("careful_percent", "the same, where nothing is known of how the person feels", "%", &mut self.careful_percent, (0, 20))
                .at_most(),
            Number::new("must_percent", "the most over the mean of the last full weeks", "%", &mut self.must_percent, (0, 20))
                .at_most()
                .must(20),
            Number::new("small_week_minutes", "that a small week may grow by in any case", "min", &mut self.small_week_minutes, (0, 20))
                .at_most()
                .must(20),
            Number::new("two_weeks_percent", "the most over the week before the last", "%", &mut self.two_weeks_percent, (0, 30))
                .at_most()
                .must(30),
            Number::new("two_weeks_minutes", "that a small week may grow by over two weeks in any case", "min", &mut self.two_weeks_minutes, (0, 20))
                .at_most()
                .must(20),
            Number::new("hold_every", "every which full week in a row does not grow", "weeks", &mut self.hold_every, (1, 12))
                .at_most(),
            Number::weight("for each minute over the usual step", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for WeeklyGrowth {
    fn judge(&self, weeks: &[Ledger], start: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last().filter(|week| week.is_full()) else { return };
        // Stages of walking and running grow by their own table, session by session.
        if week.full_runs().filter(|run| !run.own).all(|run| run.kind == RunType::WalkRun) {
            return;
        }
        let past = FullWeeks::before_last(weeks, start);
        let (Some(cap), Some(step), Some(mean)) = (self.cap(&past), self.step(&past, false, 100), past.mean()) else {
            return;
        };
        let minutes = week.minutes();
        let now = if week.week <= FIRST_WEEKS { start.weekly_minutes } else { 0 };
        // What the person's own runs come to is theirs.
        let now = now.max(week.own_minutes());
        if minutes > cap.max(now) {
            hear.hear(Verdict::must(minutes - cap), &|| {
                format!("{minutes} min this week; {cap} min is the most after full weeks of {mean} min.")
            });
        } else if minutes > step.max(now) {
            hear.hear(Verdict::should(minutes - step, self.weight), &|| {
                format!("{minutes} min this week; {step} min is the usual step after full weeks of {mean} min.")
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::ledger::diary::{said, start, weeks};

    fn rule(level: Level) -> WeeklyGrowth {
        let setting = Setting { strength_level: Level::Intermediate, ..Setting::of(Goal::Endurance, level) };
        WeeklyGrowth::for_athlete(&setting)
    }

    #[test]
    fn a_tenth_more_is_the_usual_step_and_a_fifth_the_cap() {
        let runner = rule(Level::Intermediate);
        let says = |line: &str| said(&runner, &weeks(&[line]), &start(200, 60));
        assert_eq!(says("easy 60, easy 60, easy 60, easy 40"), Vec::<String>::new());
        assert_eq!(
            says("easy 60, easy 60, easy 60, easy 50"),
            ["should 10: 230 min this week; 220 min is the usual step after full weeks of 200 min."]
        );
        assert_eq!(
            says("easy 60, easy 60, easy 60, easy 65"),
            ["must 5: 245 min this week; 240 min is the most after full weeks of 200 min."]
        );
    }

    #[test]
    fn small_weeks_may_grow_by_some_minutes() {
        let past = FullWeeks::new([(20, false)].into_iter(), 20);
        assert_eq!(rule(Level::Beginner).cap(&past), Some(30));
    }

    #[test]
    fn after_a_deload_growth_counts_from_the_week_before_it() {
        let runner = rule(Level::Intermediate);
        let block = weeks(&["easy 100", "easy 100", "easy 100", "deload: easy 70", "easy 110"]);
        assert_eq!(said(&runner, &block, &start(100, 100)), Vec::<String>::new());
    }

    #[test]
    fn after_days_away_growth_counts_from_the_week_before_them() {
        let runner = rule(Level::Intermediate);
        let block = weeks(&["easy 100", "easy 100", "easy 100", "away: easy 40", "easy 110"]);
        assert_eq!(said(&runner, &block, &start(100, 100)), Vec::<String>::new());
    }

    #[test]
    fn what_is_missed_once_counts_as_run() {
        let runner = rule(Level::Intermediate);
        let block = weeks(&["easy 100", "easy 100", "easy 100", "missed 40: easy 60", "easy 110"]);
        assert_eq!(said(&runner, &block, &start(100, 100)), Vec::<String>::new());
    }

    #[test]
    fn two_weeks_together_grow_by_a_third_at_most() {
        let past = FullWeeks::new([(150, false), (100, false), (140, false)].into_iter(), 150);
        assert_eq!(rule(Level::Intermediate).cap(&past), Some(140));
    }

    #[test]
    fn a_week_without_runs_is_not_counted_from() {
        let past = FullWeeks::new([(100, false), (0, false)].into_iter(), 100);
        assert_eq!((past.mean(), past.last()), (Some(100), Some(100)));
    }
}
