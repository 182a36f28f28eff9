//! How much hard running one quality run holds.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, LedgerRun, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::Minutes;

/// How many hard minutes one run may hold.
#[derive(Clone, Debug)]
pub struct QualitySize {
    threshold_percent: i32,
    threshold_floor: i32,
    interval_percent: i32,
    interval_floor: i32,
    repetition_percent: i32,
    repetition_floor: i32,
    race_pace_minutes: i32,
    weight: i32,
}

static CARD: Card = Card {
    id: "quality_size",
    binding: Binding::Should,
    summary: "The hard part of one run is a small share of the week, the smaller the faster it is.",
    docs: "A coach's limits on threshold, interval and repetition running in one session, as shares of weekly distance; \
           here they are read as shares of weekly minutes. A small week may hold some minutes in any case, so that there \
           is something to run: that floor is judgement.",
    evidence: &[
        "Daniels 2014, Daniels' Running Formula: limits of one session by kind of work.",
        "Judgement: the minutes that a small week may hold.",
    ],
};

impl ForAthlete for QualitySize {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            threshold_percent: 10,
            threshold_floor: 10,
            interval_percent: 8,
            interval_floor: 8,
            repetition_percent: 5,
            repetition_floor: 4,
            race_pace_minutes: 110,
            weight: 1,
        }
    }
}

impl QualitySize {
    /// Threshold minutes that one run may hold in a week of `week` minutes.
    pub fn threshold(&self, week: Minutes) -> Minutes {
        (week * self.threshold_percent / 100).max(self.threshold_floor)
    }

    /// Minutes faster than threshold that one run may hold.
    pub fn interval(&self, week: Minutes) -> Minutes {
        (week * self.interval_percent / 100).max(self.interval_floor)
    }

    /// Minutes of fast repetitions that one run may hold.
    pub fn repetition(&self, week: Minutes) -> Minutes {
        (week * self.repetition_percent / 100).max(self.repetition_floor)
    }

    /// Minutes at marathon pace that one run may hold.
    pub fn race_pace(&self) -> Minutes {
        self.race_pace_minutes
    }

    fn over(&self, run: &LedgerRun, week: Minutes) -> Minutes {
        let slower = run.hard_minutes - run.threshold_minutes - run.fast_minutes;
        let over = [
            run.threshold_minutes - self.threshold(week),
            run.fast_minutes - self.interval(week),
            slower - self.race_pace_minutes,
        ];
        over.into_iter().map(|minutes| minutes.max(0)).sum()
    }
}

impl Rule for QualitySize {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("threshold_percent", "of the week at threshold in one run", "%", &mut self.threshold_percent, (1, 20)).at_most(),
            Number::new("threshold_floor", "at threshold in any case", "min", &mut self.threshold_floor, (0, 30)).at_most(),
            Number::new("interval_percent", "of the week in intervals in one run", "%", &mut self.interval_percent, (1, 20)).at_most(),
            Number::new("interval_floor", "of intervals in any case", "min", &mut self.interval_floor, (0, 30)).at_most(),
            Number::new("repetition_percent", "of the week in fast repetitions in one run", "%", &mut self.repetition_percent, (1, 20))
                .at_most(),
            Number::new("repetition_floor", "of repetitions in any case", "min", &mut self.repetition_floor, (0, 30)).at_most(),
            Number::new("race_pace_minutes", "at marathon pace in one run", "min", &mut self.race_pace_minutes, (10, 110)).at_most(),
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

    #[test]
    fn a_tenth_of_the_week_at_threshold_and_less_of_what_is_faster() {
        let setting =
            Setting::of(Goal::Endurance, Level::Advanced);
        let says = |line: &str| said(&QualitySize::for_athlete(&setting), &weeks(&[line]), &start(200, 60));
        assert_eq!(says("easy 60, tempo 40/15, long 50"), Vec::<String>::new());
        assert_eq!(says("easy 60, intervals 40/15, long 50"), ["should 3: 3 hard minutes more in one run than a week of 150 min carries."]);
        assert_eq!(says("easy 20, tempo 30/10"), Vec::<String>::new());
    }
}
