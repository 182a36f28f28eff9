//! How much hard running one quality run holds.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, LedgerRun, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::{Minutes, RunType};

/// How many hard minutes one run may hold.
#[derive(Clone, Debug)]
pub struct QualitySize {
    threshold_percent: i32,
    threshold_floor: i32,
    threshold_grown: i32,
    interval_percent: i32,
    interval_floor: i32,
    interval_grown: i32,
    repetition_percent: i32,
    repetition_floor: i32,
    floor_percent_of_run: i32,
    grown_percent_of_run: i32,
    race_pace_minutes: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "quality_size",
    binding: Binding::Should,
    summary: "The hard part of one run is a small share of the week, but enough to be worth its warm-up.",
    docs: "A coach's limits on threshold, interval and repetition running in one session, as shares of weekly distance; \
           here they are read as shares of weekly minutes. In a small week such a share is too little to train anything: \
           there the run holds a least number of minutes, as long as they are no large part of the run. What has grown from \
           week to week may pass the share as well. The least minutes and how far doses grow are judgement; for intervals they \
           come from trials of four intervals of four minutes. Race pace has limits of its own.",
    evidence: &[
        "Daniels 2014, Daniels' Running Formula: limits of one session by kind of work.",
        "Helgerud 2007, Medicine and Science in Sports and Exercise: four intervals of four minutes raised oxygen uptake.",
        "Hov 2023, Scandinavian Journal of Medicine and Science in Sports: four intervals of four minutes against sprints.",
        "Judgement: the least minutes in a small week, and what doses may grow to.",
    ],
    words: None,
};

impl ForAthlete for QualitySize {
    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        Self {
            threshold_percent: 10,
            threshold_floor: level.pick(8, 15, 20),
            threshold_grown: level.pick(12, 25, 35),
            interval_percent: 8,
            interval_floor: level.pick(6, 12, 16),
            interval_grown: level.pick(8, 18, 24),
            repetition_percent: 5,
            repetition_floor: level.pick(2, 4, 6),
            floor_percent_of_run: 30,
            grown_percent_of_run: 50,
            race_pace_minutes: 110,
            weight: 1,
        }
    }
}

impl QualitySize {
    fn limit(&self, week: Minutes, percent: i32, floor: Minutes, run: Minutes) -> Minutes {
        (week * percent / 100).max(floor.min(run * self.floor_percent_of_run / 100))
    }

    /// Threshold minutes of a run of `run` minutes in a week of `week` minutes.
    pub fn threshold(&self, week: Minutes, run: Minutes) -> Minutes {
        self.limit(week, self.threshold_percent, self.threshold_floor, run)
    }

    /// Minutes faster than threshold of such a run.
    pub fn interval(&self, week: Minutes, run: Minutes) -> Minutes {
        self.limit(week, self.interval_percent, self.interval_floor, run)
    }

    /// Minutes of fast repetitions of such a run.
    pub fn repetition(&self, week: Minutes, run: Minutes) -> Minutes {
        self.limit(week, self.repetition_percent, self.repetition_floor, run)
    }

    /// Minutes at marathon pace that one run may hold.
    pub fn race_pace(&self) -> Minutes {
        self.race_pace_minutes
    }

    fn over(&self, run: &LedgerRun, week: Minutes) -> Minutes {
        let grown = |minutes: Minutes| minutes.min(run.minutes * self.grown_percent_of_run / 100);
        let slower = run.hard_minutes - run.threshold_minutes - run.fast_minutes;
        let over = match run.kind {
            RunType::RacePace | RunType::Long => [run.hard_minutes - self.race_pace_minutes, 0, 0],
            RunType::TimeTrial => [0; 3],
            _ => [
                run.threshold_minutes - self.threshold(week, run.minutes).max(grown(self.threshold_grown)),
                run.fast_minutes - self.interval(week, run.minutes).max(grown(self.interval_grown)),
                slower - self.race_pace_minutes,
            ],
        };
        over.into_iter().map(|minutes| minutes.max(0)).sum()
    }
}

impl Rule for QualitySize {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let minutes = |name, meaning, value| Number::new(name, meaning, "min", value, (0, 120)).at_most();
        let percent = |name, meaning, value| Number::new(name, meaning, "%", value, (1, 100)).at_most();
        vec![
            percent("threshold_percent", "of the week at threshold in one run", &mut self.threshold_percent),
            minutes("threshold_floor", "at threshold in a small week", &mut self.threshold_floor),
            minutes("threshold_grown", "at threshold where doses have grown", &mut self.threshold_grown),
            percent("interval_percent", "of the week in intervals in one run", &mut self.interval_percent),
            minutes("interval_floor", "of intervals in a small week", &mut self.interval_floor),
            minutes("interval_grown", "of intervals where doses have grown", &mut self.interval_grown),
            percent("repetition_percent", "of the week in fast repetitions in one run", &mut self.repetition_percent),
            minutes("repetition_floor", "of repetitions in a small week", &mut self.repetition_floor),
            percent("floor_percent_of_run", "of the run up to which the least minutes count", &mut self.floor_percent_of_run),
            percent("grown_percent_of_run", "of the run up to which doses grow", &mut self.grown_percent_of_run),
            Number::new("race_pace_minutes", "at race pace in one run", "min", &mut self.race_pace_minutes, (10, 110)).at_most(),
            Number::weight("for each hard minute too many in one run", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for QualitySize {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last() else { return };
        let minutes = week.minutes();
        for run in week.training() {
            let over = self.over(run, minutes);
            if over > 0 {
                hear.hear(Verdict::should(over, self.weight), &|| {
                    format!("{over} hard minutes more in one run than a week of {minutes} min carries.")
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::ledger::diary::{said, start, weeks};

    fn rule(level: Level) -> QualitySize {
        QualitySize::for_athlete(&Setting::of(Goal::Endurance, level))
    }

    #[test]
    fn a_small_week_holds_what_is_worth_the_warm_up_up_to_a_third_of_the_run() {
        let of = |level: Level, week, run| rule(level).threshold(week, run);
        assert_eq!(of(Level::Intermediate, 120, 50), 15);
        assert_eq!(of(Level::Intermediate, 120, 40), 12);
        assert_eq!(of(Level::Intermediate, 200, 50), 20);
        assert_eq!(of(Level::Advanced, 150, 70), 20);
        assert_eq!(of(Level::Beginner, 60, 30), 8);
        assert_eq!(rule(Level::Intermediate).interval(120, 45), 12);
        assert_eq!(rule(Level::Advanced).repetition(100, 45), 6);
    }

    #[test]
    fn doses_grow_beyond_the_share_of_the_week_but_not_without_end() {
        let says = |line: &str| said(&rule(Level::Intermediate), &weeks(&[line]), &start(200, 60));
        assert_eq!(says("easy 40, tempo 60/25, long 60"), Vec::<String>::new());
        assert_eq!(says("easy 40, tempo 60/28, long 60"), ["should 3: 3 hard minutes more in one run than a week of 160 min carries."]);
        assert_eq!(says("easy 40, tempo 40/25, long 60"), ["should 5: 5 hard minutes more in one run than a week of 140 min carries."]);
    }

    #[test]
    fn race_pace_and_tests_have_limits_of_their_own() {
        let says = |line: &str| said(&rule(Level::Intermediate), &weeks(&[line]), &start(200, 60));
        assert_eq!(says("easy 40, race_pace 60/30, long 60"), Vec::<String>::new());
        assert_eq!(says("easy 40, time_trial 50/25, long 60"), Vec::<String>::new());
    }
}
