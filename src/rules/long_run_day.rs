//! The long run stands on the day the person likes.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict};
use crate::model::{RunClass, WEEKDAY_NAMES};

/// What a day away from the wish costs.
#[derive(Clone, Debug)]
pub struct LongRunDay {
    weight: i32,
}

static CARD: Card = Card {
    id: "long_run_day",
    binding: Binding::Should,
    summary: "The long run stands on the weekday the person wishes.",
    docs: "A wish: it yields to every must and to every other should.",
    evidence: &["The person's own word."],
};

impl ForAthlete for LongRunDay {
    fn for_athlete(_: &Setting) -> Self {
        Self { weight: 4 }
    }
}

impl Rule for LongRunDay {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each day away from the wished one", &mut self.weight)]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for LongRunDay {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let Some(wished) = timetable.wishes.long_run_day.filter(|_| place.run.class() == RunClass::Long) else { return };
        let away = wished.abs_diff(place.day.weekday()) as i32;
        hear.hear(Verdict::preference(away, self.weight), &|| {
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
    fn other_runs_and_people_without_a_wish_do_not_care() {
        assert!(says("thu easy 09:00-09:30").is_empty());
        let rule = rule::<LongRunDay>(Goal::GeneralFitness, Level::Intermediate);
        assert!(week("thu long 09:00-10:00").says(&rule).is_empty());
    }
}
