//! The long run is not most of the week.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::{Minutes, RunType, count};

/// How long the long run may be.
#[derive(Clone, Debug)]
pub struct LongRunShare {
    share_percent: i32,
    few_runs_percent: i32,
    large_week_minutes: i32,
    large_week_percent: i32,
    must_minutes: i32,
    weight: i32,
}

static CARD: Card = Card {
    id: "long_run_share",
    binding: Binding::Both,
    summary: "The long run is a limited share of the week's minutes, and has a longest length.",
    docs: "A long run that is most of the week asks of the legs what the rest of the week did not prepare. With few runs \
           the share is larger by arithmetic: an even share and a bit more. The shares for four runs and more and the \
           longest length are a coach's; those for few runs are judgement.",
    evidence: &[
        "Daniels 2014, Daniels' Running Formula: share of the week and longest length of a long run.",
        "Rasmussen 2013, International Journal of Sports Physical Therapy: marathons on few weekly kilometres hurt more.",
        "Judgement: the shares of weeks with few runs, and the lengths by goal and level.",
    ],
};

impl ForAthlete for LongRunShare {
    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        let others = level.pick(60, 100, 150);
        Self {
            share_percent: 30,
            few_runs_percent: 130,
            large_week_minutes: 360,
            large_week_percent: 25,
            must_minutes: setting.goal.pick(level.pick(40, 60, 75), others, others, others),
            weight: 1,
        }
    }
}

impl LongRunShare {
    /// Percent of the week's minutes that the long run may be, in a week of `runs` runs.
    pub fn percent(&self, runs: i32, minutes: Minutes) -> i32 {
        let most = if minutes > self.large_week_minutes { self.large_week_percent } else { self.share_percent };
        most.max(if runs >= 4 { 0 } else { self.few_runs_percent / runs.max(1) }).min(100)
    }

    /// The longest share that a week of at most `minutes` minutes may give its long run: a week that just counts as large gives less
    /// than a smaller one.
    pub fn longest_in(&self, runs: i32, minutes: Minutes) -> Minutes {
        let of = |minutes: Minutes| minutes * self.percent(runs, minutes) / 100;
        of(minutes).max(of(minutes.min(self.large_week_minutes)))
    }

    /// The least minutes of a week of `runs` runs that may give its long run `long` minutes.
    pub fn week_for(&self, long: Minutes, runs: i32) -> Minutes {
        let of = |percent: i32| (long * 100 + percent - 1) / percent.max(1);
        let usual = of(self.percent(runs, 0));
        if usual <= self.large_week_minutes { usual } else { of(self.percent(runs, Minutes::MAX)) }
    }

    /// The longest that a long run of the week may be, in minutes.
    pub fn longest(&self) -> Minutes {
        self.must_minutes
    }

    /// Whether a long run of `long` minutes fits a week of `runs` runs and `minutes` minutes.
    pub fn fits(&self, long: Minutes, runs: i32, minutes: Minutes) -> bool {
        long <= self.must_minutes && long * 100 <= self.percent(runs, minutes) * minutes
    }
}

impl Rule for LongRunShare {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("share_percent", "of the week, with four runs or more", "%", &mut self.share_percent, (10, 50)).at_most(),
            Number::new("few_runs_percent", "of the week, shared by the number of runs, with fewer", "%", &mut self.few_runs_percent, (100, 200))
                .at_most(),
            Number::new("large_week_minutes", "from which a week counts as large", "min", &mut self.large_week_minutes, (120, 900))
                .at_most(),
            Number::new("large_week_percent", "of a large week", "%", &mut self.large_week_percent, (10, 50)).at_most(),
            Number::new("must_minutes", "the longest long run", "min", &mut self.must_minutes, (20, 150)).at_most().must(150),
            Number::weight("for each minute too long", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for LongRunShare {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last() else { return };
        let (minutes, runs) = (week.minutes(), week.full_runs().count() as i32);
        for long in week.training().filter(|run| run.kind == RunType::Long) {
            let percent = self.percent(runs, minutes);
            let over = (long.minutes * 100 - percent * minutes + 99).div_euclid(100);
            if long.minutes > self.must_minutes {
                hear.hear(Verdict::must(long.minutes - self.must_minutes), &|| {
                    format!("A long run of {} min; {} min is the longest.", long.minutes, self.must_minutes)
                });
            } else if over > 0 {
                hear.hear(Verdict::should(over, self.weight), &|| {
                    let runs = count(runs as usize, "run");
                    format!("The long run is {} of {minutes} min; {percent} % would do with {runs}.", long.minutes)
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

    fn rule(goal: Goal) -> LongRunShare {
        let setting = Setting::of(goal, Level::Intermediate);
        LongRunShare::for_athlete(&setting)
    }

    #[test]
    fn the_share_grows_with_fewer_runs() {
        let rule = rule(Goal::Endurance);
        assert_eq!([5, 4, 3, 2, 1].map(|runs| rule.percent(runs, 200)), [30, 30, 43, 65, 100]);
        assert_eq!(rule.percent(6, 400), 25);
        assert_eq!([360, 400, 480].map(|minutes| rule.longest_in(6, minutes)), [108, 108, 120]);
        assert_eq!([(100, 3), (100, 4), (120, 4)].map(|(long, runs)| rule.week_for(long, runs)), [233, 334, 480]);
    }

    #[test]
    fn a_long_run_that_is_most_of_the_week_is_told() {
        let says = |line: &str| said(&rule(Goal::Endurance), &weeks(&[line]), &start(120, 60));
        assert_eq!(says("easy 30, easy 30, long 45"), Vec::<String>::new());
        assert_eq!(says("easy 30, easy 30, long 50"), ["should 3: The long run is 50 of 110 min; 43 % would do with 3 runs."]);
    }

    #[test]
    fn a_lifter_does_not_run_for_hours() {
        let says = said(&rule(Goal::Strength), &weeks(&["easy 60, easy 60, long 70"]), &start(190, 70));
        assert_eq!(says, ["must 10: A long run of 70 min; 60 min is the longest."]);
    }
}
