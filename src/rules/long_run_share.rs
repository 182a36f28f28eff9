//! The long run is not most of the week.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict, Words};
use crate::model::{Minutes, RunType, count};

/// How much of the week the long run may be.
#[derive(Clone, Debug)]
pub struct LongRunShare {
    two_runs_percent: i32,
    three_runs_percent: i32,
    four_runs_percent: i32,
    five_runs_percent: i32,
    more_runs_percent: i32,
    less_without_race_percent: i32,
    must_minutes: i32,
    minutes_a_point: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "long_run_share",
    binding: Binding::Both,
    summary: "The long run is a limited share of the week's minutes, the smaller the more runs there are, and has a longest length.",
    docs: "A long run that is most of the week asks of the legs what the rest of the week did not prepare. But no study ties its \
           share to injury, and plans that many people finish run half of a small week in one go: so the shares are guides, and \
           before a race its length says how long the long run gets. Shares and the longest length are judgement around \
           published plans and a coach's limit.",
    evidence: &[
        "Daniels 2014, Daniels' Running Formula: share of the week and longest length of a long run.",
        "Practice, published plans: half of a small week in one run before a half marathon.",
        "Judgement: the shares by number of runs.",
    ],
    words: Some(Words {
        aim: "a long run that fits its week",
        better: "long runs that fit their weeks better",
        one: "one more long run that fits its week",
        many: "{n} more long runs that fit their weeks",
        obstacle: Some("growth that would be too quick"),
    }),
};

impl ForAthlete for LongRunShare {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            two_runs_percent: 65,
            three_runs_percent: 55,
            four_runs_percent: 50,
            five_runs_percent: 40,
            more_runs_percent: 35,
            less_without_race_percent: 5,
            must_minutes: 180,
            minutes_a_point: 5,
            weight: 1,
        }
    }
}

impl LongRunShare {
    /// Percent of the week's minutes that the long run may be, in a week of `runs` runs on the way to a race or not.
    pub fn percent(&self, runs: i32, to_race: bool) -> i32 {
        let percent = match runs {
            ..=1 => return 100,
            2 => self.two_runs_percent,
            3 => self.three_runs_percent,
            4 => self.four_runs_percent,
            5 => self.five_runs_percent,
            _ => self.more_runs_percent,
        };
        if to_race { percent } else { percent - self.less_without_race_percent }
    }

    /// The longest that a long run of the week may be, in minutes.
    pub fn longest(&self) -> Minutes {
        self.must_minutes
    }
}

impl Rule for LongRunShare {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let percent = |name, meaning, value| Number::new(name, meaning, "%", value, (10, 100)).at_most();
        vec![
            percent("two_runs_percent", "of the week, with two runs", &mut self.two_runs_percent),
            percent("three_runs_percent", "of the week, with three", &mut self.three_runs_percent),
            percent("four_runs_percent", "of the week, with four", &mut self.four_runs_percent),
            percent("five_runs_percent", "of the week, with five", &mut self.five_runs_percent),
            percent("more_runs_percent", "of the week, with more", &mut self.more_runs_percent),
            Number::new("less_without_race_percent", "less where no race asks for it", "%", &mut self.less_without_race_percent, (0, 30)),
            Number::new("must_minutes", "the longest long run", "min", &mut self.must_minutes, (20, 180)).at_most().must(180),
            Number::new("minutes_a_point", "too long for each breach", "min", &mut self.minutes_a_point, (1, 60)),
            Number::weight("for each breach", &mut self.weight),
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
            let percent = self.percent(runs, true);
            let over = (long.minutes * 100 - percent * minutes + 99).div_euclid(100) / self.minutes_a_point.max(1);
            if long.minutes > self.must_minutes && !long.own {
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

    fn rule() -> LongRunShare {
        let (goal, level) = (Goal::Endurance, Level::Intermediate);
        LongRunShare::for_athlete(&Setting::of(goal, level))
    }

    #[test]
    fn the_share_grows_with_fewer_runs_and_toward_a_race() {
        assert_eq!([6, 5, 4, 3, 2, 1].map(|runs| rule().percent(runs, true)), [35, 40, 50, 55, 65, 100]);
        assert_eq!([4, 3, 1].map(|runs| rule().percent(runs, false)), [45, 50, 100]);
    }

    #[test]
    fn a_long_run_past_its_share_is_told_by_fives_and_three_hours_are_the_most() {
        let says = |line: &str| said(&rule(), &weeks(&[line]), &start(200, 60));
        assert_eq!(says("easy 30, easy 30, long 77"), Vec::<String>::new());
        assert_eq!(
            says("easy 30, easy 30, long 90"),
            ["should 1: The long run is 90 of 150 min; 55 % would do with 3 runs."]
        );
        assert_eq!(
            says("easy 90, easy 90, easy 90, long 185"),
            ["must 5: A long run of 185 min; 180 min is the longest."]
        );
    }
}
