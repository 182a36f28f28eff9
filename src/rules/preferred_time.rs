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
