//! Runs stand in the part of the day the person likes.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::PartOfDay;

/// What another part of the day than the wished one costs.
#[derive(Clone, Debug)]
pub struct PreferredTime {
    open_day: i32,
    closed_day: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "preferred_time",
    binding: Binding::Should,
    summary: "Runs start in the part of the day the person wishes.",
    docs: "A wish. It weighs more than all hours of a week where the wished part of that day is open, and less than a run that was \
           asked for; where it is not open, little. What it weighs is judgement.",
    evidence: &["The person's own word."],
    words: Some(Words {
        aim: "your wished time of day",
        better: "runs nearer to your wished time",
        one: "one more run at your wished time",
        many: "{n} more runs at your wished time",
        obstacle: None,
    }),
};

impl ForAthlete for PreferredTime {
    fn for_athlete(_: &Setting) -> Self {
        Self { open_day: 30, closed_day: 12, weight: 4 }
    }
}

impl Rule for PreferredTime {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new(
                "open_day",
                "for another part of the day although the wished one is open",
                "points",
                &mut self.open_day,
                (0, 1000),
            ),
            Number::new(
                "closed_day",
                "for a day on which the wished part is not open",
                "points",
                &mut self.closed_day,
                (0, 1000),
            ),
            Number::weight("for each hour away from the wished part where it is open", &mut self.weight),
        ]
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
        if hours == 0 {
            let kept = if wished == PartOfDay::Midday { "At" } else { "In the" };
            hear.hear(Verdict::KEPT, &|| format!("{kept} {}, as wished.", wished.word()));
            return;
        }
        let starts = i32::from(from)..=i32::from(to) - 1;
        let is_open = timetable.room(place.day, starts, i32::MAX) >= place.run.minutes;
        let cost = if is_open { self.open_day + self.weight * hours } else { self.closed_day };
        hear.hear(Verdict::preference_for(hours, cost), &|| {
            let part = wished.word();
            if is_open {
                format!("The {part} was wished.")
            } else {
                format!("The {part} was wished; it is not open on this day.")
            }
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
    fn where_the_wished_part_is_open_the_hours_to_it_are_counted() {
        let open = |run: &str| breaks(PartOfDay::Morning, &format!("mon free 06:00-21:00, mon {run}"));
        assert!(open("easy 10:45-11:15").is_empty());
        assert_eq!(open("easy 11:00-11:30"), ["preference 1: The morning was wished."]);
        assert_eq!(open("easy 18:00-18:30"), ["preference 8: The morning was wished."]);
    }

    #[test]
    fn it_weighs_most_where_it_could_be_had() {
        let cost = |entries: &str| {
            let wishes = Wishes { preferred_time: Some(PartOfDay::Morning), ..Wishes::default() };
            week(entries).wishing(wishes).costs(&rule::<PreferredTime>(Goal::GeneralFitness, Level::Intermediate))
        };
        assert_eq!(cost("mon free 06:00-21:00, mon easy 18:00-18:30"), 62);
        assert_eq!(cost("mon free 16:00-21:00, mon easy 18:00-18:30"), 12);
        assert_eq!(cost("mon free 10:45-21:00, mon easy 18:00-18:30"), 62, "a run may end after it");
        assert_eq!(cost("mon free 06:00-11:00, mon free 17:00-19:00, mon upper 06:00-10:45, mon easy 18:00-18:30"), 12);
    }

    #[test]
    fn without_a_wish_every_hour_will_do() {
        let rule = rule::<PreferredTime>(Goal::GeneralFitness, Level::Intermediate);
        assert!(week("mon easy 03:00-03:30").says(&rule).is_empty());
    }
}
