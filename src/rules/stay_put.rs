//! Planning again leaves published runs where they are.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict};

/// What it costs to move a published run.
#[derive(Clone, Debug)]
pub struct StayPut {
    weight: i32,
}

static CARD: Card = Card {
    id: "stay_put",
    binding: Binding::Should,
    summary: "When a plan is made again, its runs stay where they were published.",
    docs: "A published plan is an appointment: people arrange their lives by it. Moving a run costs for the move itself \
           and for every day; a change of hour on the same day costs less. The weight decides how much a better \
           place must gain. It is judgement.",
    evidence: &["Judgement: small changes in life should make small changes in the plan."],
};

impl ForAthlete for StayPut {
    fn for_athlete(_: &Setting) -> Self {
        Self { weight: 10 }
    }
}

impl Rule for StayPut {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each step away from the published place", &mut self.weight)]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for StayPut {
    fn judge(&self, place: &Place, _: &Timetable, hear: &mut dyn Listener) {
        let Some((day, clock)) = place.published else { return };
        let days = (place.day.0 - day.0).abs();
        let steps = if days == 0 { i32::from(clock != place.clock) } else { 2 + days };
        hear.hear(Verdict::should(steps, self.weight), &|| {
            if steps == 0 { "Where it was published.".to_owned() } else { format!("Moved from {clock} on day {}.", day.0 + 1) }
        });
    }
}
