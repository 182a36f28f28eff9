//! Less running before a race, as often and as fast as before.

use super::weekly_growth::FullWeeks;
use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict};
use crate::model::{Minutes, Phase};

/// How much is taken off before a race.
#[derive(Clone, Debug)]
pub struct Taper {
    short_cut: i32,
    half_first_cut: i32,
    half_last_cut: i32,
    marathon_first_cut: i32,
    marathon_second_cut: i32,
    marathon_last_cut: i32,
    half_long_percent: i32,
    marathon_first_long_percent: i32,
    marathon_second_long_percent: i32,
    least_cut: i32,
    heavy_legs_days: i32,
    marathon_heavy_legs_days: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "taper",
    binding: Binding::Should,
    summary: "Volume falls before a race, week by week; days and pace stay.",
    docs: "Two meta-analyses agree: about half of the volume off over one to three weeks, with intensity and frequency \
           kept, makes faster races. Among recreational marathoners a strict taper, each week lower than the one before, \
           went with the better times. The long run gets shorter from week to week, and the week of the race keeps a few short \
           pieces at its pace, however few runs there are. The race's own minutes are no training. Heavy legs rest \
           too; how long is judgement.",
    evidence: &[
        "Bosquet 2007, Medicine and Science in Sports and Exercise: a meta-analysis of tapering.",
        "Wang 2023, PLoS One: a meta-analysis of tapering in endurance athletes.",
        "Smyth and Lawlor 2021, Frontiers in Sports and Active Living: tapers of recreational marathoners.",
        "Practice, published plans: long runs of three quarters and of half before a marathon.",
        "Judgement: the last heavy legs.",
    ],
    words: None,
};

impl ForAthlete for Taper {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            short_cut: 45,
            half_first_cut: 25,
            half_last_cut: 50,
            marathon_first_cut: 20,
            marathon_second_cut: 40,
            marathon_last_cut: 60,
            half_long_percent: 68,
            marathon_first_long_percent: 70,
            marathon_second_long_percent: 50,
            least_cut: 20,
            heavy_legs_days: 7,
            marathon_heavy_legs_days: 12,
            weight: 1,
        }
    }
}

impl Taper {
    /// Percent taken off in each week of the taper, the race week last.
    pub fn cuts(&self, distance_km: f64) -> Vec<i32> {
        match distance_km {
            km if km < 15.0 => vec![self.short_cut],
            km if km < 30.0 => vec![self.half_first_cut, self.half_last_cut],
            _ => vec![self.marathon_first_cut, self.marathon_second_cut, self.marathon_last_cut],
        }
    }

    /// Percent of the last full long run that is kept in each week of the taper, the race week last: there none is called long.
    pub fn long_percents(&self, distance_km: f64) -> Vec<i32> {
        match distance_km {
            km if km < 15.0 => vec![0],
            km if km < 30.0 => vec![self.half_long_percent, 0],
            _ => vec![self.marathon_first_long_percent, self.marathon_second_long_percent, 0],
        }
    }

    /// Minutes of a week that is cut by `cut` percent from `mean`.
    pub fn minutes(mean: Minutes, cut: i32) -> Minutes {
        mean * (100 - cut) / 100
    }

    /// Days before a race that hold no heavy leg work.
    pub fn heavy_legs_days(&self, distance_km: f64) -> i32 {
        if distance_km < 30.0 { self.heavy_legs_days } else { self.marathon_heavy_legs_days }
    }
}

impl Rule for Taper {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("short_cut", "off before a race of up to ten kilometres", "%", &mut self.short_cut, (20, 60)),
            Number::new("half_first_cut", "off in the week before the last, before a half marathon", "%", &mut self.half_first_cut, (10, 60)),
            Number::new("half_last_cut", "off in the last week before a half marathon", "%", &mut self.half_last_cut, (20, 60)),
            Number::new("marathon_first_cut", "off three weeks before a marathon", "%", &mut self.marathon_first_cut, (10, 60)),
            Number::new("marathon_second_cut", "off in the week before the last, before a marathon", "%", &mut self.marathon_second_cut, (20, 60)),
            Number::new("marathon_last_cut", "off in the last week before a marathon", "%", &mut self.marathon_last_cut, (20, 70)),
            Number::new("half_long_percent", "of the last full long run, a week before a half marathon", "%", &mut self.half_long_percent, (30, 100)).at_most(),
            Number::new("marathon_first_long_percent", "of it, two weeks before a marathon", "%", &mut self.marathon_first_long_percent, (30, 100)).at_most(),
            Number::new("marathon_second_long_percent", "of it, a week before a marathon", "%", &mut self.marathon_second_long_percent, (20, 100))
                .at_most(),
            Number::new("least_cut", "off in any week of a taper", "%", &mut self.least_cut, (0, 60)),
            Number::new("heavy_legs_days", "between the last heavy legs and a race", "days", &mut self.heavy_legs_days, (2, 21)),
            Number::new("marathon_heavy_legs_days", "between the last heavy legs and a marathon", "days", &mut self.marathon_heavy_legs_days, (2, 21)),
            Number::weight("for each minute too many", &mut self.weight),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for Taper {
    fn judge(&self, weeks: &[Ledger], start: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last().filter(|week| week.phase == Phase::Taper) else { return };
        let Some(mean) = FullWeeks::before_last(weeks, start).mean() else { return };
        let (minutes, most) = (week.minutes(), Self::minutes(mean, self.least_cut));
        if minutes > most {
            hear.hear(Verdict::should(minutes - most, self.weight), &|| {
                format!("{minutes} min in a taper after weeks of {mean} min; {most} at most.")
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::ledger::diary::{said, start, weeks};

    #[test]
    fn a_taper_is_a_fifth_lower_at_least_and_the_race_not_counted() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = Taper::for_athlete(&Setting::of(goal, level));
        let race = weeks(&["easy 50, easy 50", "taper: easy 40, easy 20, race 50"]);
        assert_eq!(said(&rule, &race, &start(100, 50)), Vec::<String>::new());
        let full = weeks(&["easy 50, easy 50", "taper: easy 50, easy 40"]);
        assert_eq!(said(&rule, &full, &start(100, 50)), ["should 10: 90 min in a taper after weeks of 100 min; 80 at most."]);
        assert_eq!([5.0, 21.1, 42.2].map(|km| rule.cuts(km).len()), [1, 2, 3]);
    }
}
