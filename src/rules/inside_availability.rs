//! A run lies wholly inside a window.

use super::{Binding, Card, ForAthlete, Listener, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};

/// No numbers: the windows are the person's.
#[derive(Clone, Debug)]
pub struct InsideAvailability;

pub(super) static CARD: Card = Card {
    id: "inside_availability",
    binding: Binding::Must,
    summary: "A run lies wholly inside the time the person has.",
    docs: "Windows that touch are one, and a window may pass midnight. A day without a window holds no run. \
           A run attached to a session needs its window too.",
    evidence: &["The person's own word."],
    words: Some(Words {
        aim: "your free hours",
        better: "runs nearer to your free hours",
        one: "one more run in your free hours",
        many: "{n} more runs in your free hours",
        obstacle: Some("too little free time"),
    }),
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

#[cfg(test)]
mod tests {
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<super::InsideAvailability>(Goal::GeneralFitness, Level::Intermediate))
    }

    #[test]
    fn a_run_fits_its_window_to_the_minute() {
        assert!(breaks("tue free 06:00-08:00, tue easy 06:00-08:00").is_empty());
        assert_eq!(
            breaks("tue free 06:00-08:00, tue easy 07:45-08:15"),
            ["must 15: The free time ends 15 min too early."]
        );
        assert_eq!(breaks("tue free 06:00-08:00, tue easy 05:45-06:15"), ["must 30: No time is free then."]);
        assert_eq!(breaks("tue free 06:00-08:00, wed easy 06:00-06:30"), ["must 30: No time is free then."]);
    }

    #[test]
    fn windows_that_touch_are_one_and_may_pass_midnight() {
        assert!(breaks("tue free 06:00-08:00, tue free 08:00-09:00, tue easy 07:30-08:30").is_empty());
        assert!(breaks("tue free 22:00-01:00, tue easy 23:45-00:15, wed easy 00:15-01:00").is_empty());
    }
}
