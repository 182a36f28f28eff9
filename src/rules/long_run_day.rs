//! The long run stands on the day the person likes.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{RunClass, WEEKDAY_NAMES};

/// What a day away from the wish costs.
#[derive(Clone, Debug)]
pub struct LongRunDay {
    another_day: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "long_run_day",
    binding: Binding::Should,
    summary: "The long run stands on the weekday the person wishes.",
    docs: "A wish, and the dearest of all: it yields to musts, to the long run itself and to runs that were asked for, and to \
           nothing else. What it weighs is judgement.",
    evidence: &["The person's own word."],
    words: Some(Words {
        aim: "your day for the long run",
        better: "long runs nearer to your wished day",
        one: "one more long run on your wished day",
        many: "{n} more long runs on your wished day",
        obstacle: None,
    }),
};

impl ForAthlete for LongRunDay {
    fn for_athlete(_: &Setting) -> Self {
        Self { another_day: 200, weight: 20 }
    }
}

impl Rule for LongRunDay {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("another_day", "for standing on another day than the wished one", "points", &mut self.another_day, (0, 1000)),
            Number::weight("for each day away from the wished one", &mut self.weight),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for LongRunDay {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let Some(wished) = timetable.wishes.long_run_day.filter(|_| place.run.class() == RunClass::Long) else { return };
        let away = wished.abs_diff(place.day.weekday()) as i32;
        let cost = if away == 0 { 0 } else { self.another_day + self.weight * away };
        hear.hear(Verdict::preference_for(away, cost), &|| {
            let day = WEEKDAY_NAMES[wished % 7];
            if away == 0 { format!("{day} is the wished day.") } else { format!("{day} was wished.") }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::LongRunDay;
    use crate::model::{Goal, Level};
    use crate::rules::Wishes;
    use crate::rules::diary::{rule, week};

    fn says(entries: &str) -> Vec<String> {
        week(entries)
            .wishing(Wishes { long_run_day: Some(5), ..Wishes::default() })
            .says(&rule::<LongRunDay>(Goal::GeneralFitness, Level::Intermediate))
    }

    #[test]
    fn the_long_run_likes_its_day() {
        assert_eq!(says("sat long 09:00-10:00"), ["kept: Saturday is the wished day."]);
        assert_eq!(says("thu long 09:00-10:00"), ["preference 2: Saturday was wished."]);
    }

    #[test]
    fn the_wish_weighs_more_than_the_hours_of_a_week() {
        let rule = rule::<LongRunDay>(Goal::GeneralFitness, Level::Intermediate);
        let diary = week("thu long 09:00-10:00").wishing(Wishes { long_run_day: Some(5), ..Wishes::default() });
        assert_eq!(diary.costs(&rule), 240);
    }

    #[test]
    fn other_runs_and_people_without_a_wish_do_not_care() {
        assert!(says("thu easy 09:00-09:30").is_empty());
        let rule = rule::<LongRunDay>(Goal::GeneralFitness, Level::Intermediate);
        assert!(week("thu long 09:00-10:00").says(&rule).is_empty());
    }
}
