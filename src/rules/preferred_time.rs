//! Runs stand in the part of the day the person likes.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict};

/// What an hour away from the wished part of the day costs.
#[derive(Clone, Debug)]
pub struct PreferredTime {
    weight: i32,
}

static CARD: Card = Card {
    id: "preferred_time",
    binding: Binding::Should,
    summary: "Runs start in the part of the day the person wishes.",
    docs: "A wish: it yields to every must and to every other should.",
    evidence: &["The person's own word."],
};

impl ForAthlete for PreferredTime {
    fn for_athlete(_: &Setting) -> Self {
        Self { weight: 1 }
    }
}

impl Rule for PreferredTime {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each hour away from the wished part of the day", &mut self.weight)]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for PreferredTime {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let Some(wished) = timetable.wishes.preferred_time else { return };
        let (from, to) = wished.span();
        let start = place.clock.0;
        let away = if start < from { from - start } else { (start + 1).saturating_sub(to) };
        let hours = i32::from(away.div_ceil(60));
        hear.hear(Verdict::preference(hours, self.weight), &|| {
            let part = wished.word();
            if hours == 0 { format!("In the {part}, as wished.") } else { format!("The {part} was wished.") }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::PreferredTime;
    use crate::model::{Goal, Level, PartOfDay};
    use crate::rules::Wishes;
    use crate::rules::diary::{rule, week};

    fn breaks(part: PartOfDay, entries: &str) -> Vec<String> {
        week(entries)
            .wishing(Wishes { preferred_time: Some(part), ..Wishes::default() })
            .breaks(&rule::<PreferredTime>(Goal::GeneralFitness, Level::Intermediate))
    }

    #[test]
    fn the_hours_to_the_wished_part_of_the_day_are_counted() {
        assert!(breaks(PartOfDay::Morning, "mon easy 10:45-11:15").is_empty());
        assert_eq!(breaks(PartOfDay::Morning, "mon easy 11:00-11:30"), ["preference 1: The morning was wished."]);
        assert_eq!(breaks(PartOfDay::Morning, "mon easy 18:00-18:30"), ["preference 8: The morning was wished."]);
        assert_eq!(breaks(PartOfDay::Evening, "mon easy 06:00-06:30"), ["preference 10: The evening was wished."]);
    }

    #[test]
    fn without_a_wish_every_hour_will_do() {
        let rule = rule::<PreferredTime>(Goal::GeneralFitness, Level::Intermediate);
        assert!(week("mon easy 03:00-03:30").says(&rule).is_empty());
    }
}
