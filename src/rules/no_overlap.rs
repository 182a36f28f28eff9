//! A run does not stand on an appointment, nor right beside it.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::Kind;

/// Minutes kept free between a run and an appointment.
#[derive(Clone, Debug)]
pub struct NoOverlap {
    /// Between a run and a strength session, another session or a busy time, unless the run is attached to it.
    pub buffer_minutes: i32,
}

pub(super) static CARD: Card = Card {
    id: "no_overlap",
    binding: Binding::Must,
    summary: "A run does not stand on a session or a busy time, nor within a buffer of it, unless it is attached.",
    docs: "Sessions are fixed and runs go around them. The buffer leaves time to change clothes and get there; \
           mobility needs none. A run attached to a session follows it directly. The buffer is judgement.",
    evidence: &["Judgement: time to change between two appointments."],
    words: Some(Words {
        aim: "time free of sessions",
        better: "runs clearer of sessions",
        one: "one run clear of a session",
        many: "{n} runs clear of sessions",
        obstacle: Some("other appointments"),
    }),
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
            let attached = place.attached_to.is_some_and(|index| timetable.appointments.get(index) == Some(one));
            let buffer = if attached || one.kind == Some(Kind::Mobility) { 0 } else { self.buffer_minutes };
            let overlap = place.end.plus(buffer).since(one.start).min(one.end.plus(buffer).since(place.start));
            if overlap > 0 {
                hear.hear(Verdict::must(overlap), &|| {
                    match buffer - overlap {
                        ..0 => format!("It would overlap {}.", one.name),
                        0 => format!("Right beside {}; {buffer} min are kept free.", one.name),
                        gap => format!("Only {gap} min from {}; {buffer} min are kept free.", one.name),
                    }
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<super::NoOverlap>(Goal::GeneralFitness, Level::Intermediate))
    }

    #[test]
    fn a_quarter_of_an_hour_lies_between_a_run_and_a_session_on_either_side() {
        let near = "must 15: Right beside upper; 15 min are kept free.";
        assert_eq!(breaks("mon upper 18:00-19:00, mon easy 19:00-19:30"), [near]);
        assert_eq!(breaks("mon upper 18:00-19:00, mon easy 17:30-18:00"), [near]);
        assert!(breaks("mon upper 18:00-19:00, mon easy 19:15-19:45").is_empty());
        assert!(breaks("mon upper 18:00-19:00, mon easy 17:15-17:45").is_empty());
    }

    #[test]
    fn mobility_and_the_session_a_run_is_attached_to_need_none() {
        assert!(breaks("mon mobility 18:00-19:00, mon easy 19:00-19:30").is_empty());
        assert!(breaks("mon upper 18:00-19:00, mon +easy 19:00-19:15").is_empty());
    }

    #[test]
    fn what_began_yesterday_is_in_the_way_after_midnight() {
        assert_eq!(
            breaks("mon busy 22:00-01:00, tue easy 00:30-01:00"),
            ["must 45: It would overlap busy."]
        );
    }
}
