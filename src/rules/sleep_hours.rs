//! No run in the hours in which the person sleeps, nor too near to them.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{Clock, Day, GRID_MINUTES, RunClass};

/// From when to when a night is slept, in minutes of the day it is counted to; the end may lie on the next day.
pub type Night = (i32, i32);

/// The nights by the weekday on which they begin, and what is kept free around them.
#[derive(Clone, Debug)]
pub struct SleepHours {
    nights: [Option<Night>; 7],
    easy_before: i32,
    hard_before: i32,
    after: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "sleep_hours",
    binding: Binding::Both,
    summary: "No run in the hours of sleep; easy runs end some time before them, hard runs some hours.",
    docs: "Exercise that is over some hours before sleep changes nothing, and later and harder exercise costs sleep. Nobody runs well \
           out of bed either. The hours of sleep are the person's; a night with a night shift in it is not one, and sleep \
           then follows the shift, which the rule on hours keeps free. How near is too near for an easy run, and what it \
           weighs, is judgement.",
    evidence: &[
        "Leota 2025, Nature Communications: exercise that ends four hours before sleep changes nothing, later and harder exercise costs sleep.",
        "Judgement: the time after an easy run and after getting up, and the weight.",
    ],
    words: Some(Words {
        aim: "time before and after sleep",
        better: "runs further from your hours of sleep",
        one: "one more run well away from sleep",
        many: "{n} more runs well away from sleep",
        obstacle: Some("your hours of sleep"),
    }),
};

impl ForAthlete for SleepHours {
    fn for_athlete(_: &Setting) -> Self {
        Self { nights: [None; 7], easy_before: 60, hard_before: 240, after: 30, weight: 1 }
    }
}

impl SleepHours {
    /// The same for somebody who sleeps in these hours.
    pub fn wish(&mut self, nights: [Option<Night>; 7]) {
        self.nights = nights;
    }

    /// The nights around a day, in minutes of that day; those that are worked are none.
    fn around(&self, day: Day, timetable: &Timetable) -> impl Iterator<Item = Night> {
        [-1, 0, 1].into_iter().filter_map(move |away| {
            let begins = day.plus(away);
            let (from, to) = self.nights[begins.weekday()]?;
            let midnight = timetable.midnight(begins);
            let (start, end) = (midnight.plus(from), midnight.plus(to));
            let worked = timetable.has_night_shifts
                && timetable
                    .touching(begins, begins.plus(1))
                    .any(|(_, one)| one.is_night && one.start < end && one.end > start);
            (!worked).then_some((from + away * 24 * 60, to + away * 24 * 60))
        })
    }
}

impl Rule for SleepHours {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let most = (0, 6 * 60);
        vec![
            Number::new("easy_before", "from the end of an easy run to sleep", "min", &mut self.easy_before, most),
            Number::new("hard_before", "from the end of any other run to sleep", "min", &mut self.hard_before, most),
            Number::new("after", "from getting up to a run", "min", &mut self.after, most),
            Number::weight("for each quarter of an hour too near", &mut self.weight),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for SleepHours {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        if self.nights.iter().all(Option::is_none) {
            return;
        }
        let start = i32::from(place.clock.0);
        let end = start + place.run.minutes;
        let before = if place.run.class() == RunClass::Easy { self.easy_before } else { self.hard_before };
        let clock = |minutes: i32| Clock(minutes.rem_euclid(24 * 60) as u16);
        for (from, to) in self.around(place.day, timetable) {
            let asleep = end.min(to) - start.max(from);
            if asleep > 0 {
                hear.hear(Verdict::must(asleep), &|| format!("You sleep from {} to {}.", clock(from), clock(to)));
                continue;
            }
            let (to_bed, got_up) = (from - end, start - to);
            let quarters = |short: i32| (short.max(0) + i32::from(GRID_MINUTES) - 1) / i32::from(GRID_MINUTES);
            if (0..before).contains(&to_bed) {
                let short = quarters(before - to_bed);
                hear.hear(Verdict::should(short, self.weight), &|| {
                    format!("It ends {to_bed} min before you sleep; {before} min would be better.")
                });
            } else if (0..self.after).contains(&got_up) {
                let short = quarters(self.after - got_up);
                hear.hear(Verdict::should(short, self.weight), &|| {
                    format!("{got_up} min after you get up; {} min would be better.", self.after)
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SleepHours;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn sleeper() -> SleepHours {
        let mut rule = rule::<SleepHours>(Goal::Endurance, Level::Intermediate);
        rule.wish([Some((22 * 60 + 30, 30 * 60 + 30)); 7]);
        rule
    }

    #[test]
    fn nobody_runs_asleep() {
        let asleep = "You sleep from 22:30 to 06:30.";
        assert_eq!(week("tue easy 22:15-22:45").breaks(&sleeper()), [format!("must 15: {asleep}")]);
        assert_eq!(week("tue easy 06:00-06:40").breaks(&sleeper()), [format!("must 30: {asleep}")]);
        assert!(week("tue easy 12:00-12:40").says(&sleeper()).is_empty());
    }

    #[test]
    fn a_hard_run_ends_hours_before_sleep_an_easy_one_an_hour() {
        assert!(week("tue easy 20:45-21:30").says(&sleeper()).is_empty());
        let near = "should 2: It ends 30 min before you sleep; 60 min would be better.";
        assert_eq!(week("tue easy 21:15-22:00").says(&sleeper()), [near]);
        let late = "should 10: It ends 90 min before you sleep; 240 min would be better.";
        assert_eq!(week("tue tempo 20:15-21:00").says(&sleeper()), [late]);
        let early = "should 1: 15 min after you get up; 30 min would be better.";
        assert_eq!(week("tue easy 06:45-07:15").says(&sleeper()), [early]);
    }

    #[test]
    fn a_night_that_is_worked_is_not_slept() {
        assert!(week("mon night 22:00-06:00, tue easy 06:00-06:30").breaks(&sleeper()).is_empty());
    }

    #[test]
    fn who_says_nothing_of_sleep_is_not_asked() {
        assert!(week("tue easy 23:00-23:30").says(&rule::<SleepHours>(Goal::Endurance, Level::Beginner)).is_empty());
    }
}
