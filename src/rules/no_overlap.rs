//! A run does not stand on an appointment, nor right beside it.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict};
use crate::model::Kind;

/// Minutes kept free between a run and an appointment.
#[derive(Clone, Debug)]
pub struct NoOverlap {
    /// Between a run and a strength session, another session or a busy time, unless the run is attached to it.
    pub buffer_minutes: i32,
}

static CARD: Card = Card {
    id: "no_overlap",
    binding: Binding::Must,
    summary: "A run does not stand on a session or a busy time, nor within a buffer of it, unless it is attached.",
    docs: "Sessions are fixed and runs go around them. The buffer leaves time to change clothes and get there; \
           mobility needs none. A run attached to a session follows it directly. The buffer is judgement.",
    evidence: &["Judgement: time to change between two appointments."],
};

impl ForAthlete for NoOverlap {
    fn for_athlete(_: &Setting) -> Self {
        Self { buffer_minutes: 15 }
    }
}

impl Rule for NoOverlap {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new(
                "buffer_minutes",
                "kept free between a run and a strength or other session or a busy time",
                "min",
                &mut self.buffer_minutes,
                (0, 240),
            )
            .must(0),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for NoOverlap {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        // The longest appointment is a day, so whatever could touch the run started within two days before its end.
        let reach = 2 * 24 * 60;
        for one in timetable.before(place.end.plus(self.buffer_minutes), reach) {
            let attached = place.attached_to.is_some_and(|index| timetable.appointments[index] == *one);
            let buffer = if attached || one.kind == Some(Kind::Mobility) { 0 } else { self.buffer_minutes };
            let overlap = place.end.plus(buffer).since(one.start).min(one.end.plus(buffer).since(place.start));
            if overlap > 0 {
                hear.hear(Verdict::must(overlap), &|| {
                    format!("{overlap} min too near to {} ({buffer} min are kept free).", one.name)
                });
            }
        }
    }
}
