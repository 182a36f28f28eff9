//! A run lies wholly inside a window.

use super::{Binding, Card, ForAthlete, Listener, Place, Rule, Setting, SlotRule, Timetable, Verdict};

/// No numbers: the windows are the person's.
#[derive(Clone, Debug)]
pub struct InsideAvailability;

static CARD: Card = Card {
    id: "inside_availability",
    binding: Binding::Must,
    summary: "A run lies wholly inside the time the person has.",
    docs: "Windows that touch are one, and a window may pass midnight. A day without a window holds no run. \
           A run attached to a session needs its window too.",
    evidence: &["The person's own word."],
};

impl ForAthlete for InsideAvailability {
    fn for_athlete(_: &Setting) -> Self {
        Self
    }
}

impl Rule for InsideAvailability {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for InsideAvailability {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let next = timetable.windows.partition_point(|(from, _)| *from <= place.start);
        let end = next.checked_sub(1).map_or(place.start, |index| timetable.windows[index].1);
        let outside = place.end.since(end.max(place.start));
        if outside > 0 {
            hear.hear(Verdict::must(outside), &|| {
                if outside >= place.run.minutes {
                    "No time is free then.".to_owned()
                } else {
                    format!("The free time ends {outside} min too early.")
                }
            });
        }
    }
}
