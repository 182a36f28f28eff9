//! Planning again leaves published runs where they are.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};

/// What it costs to move a published run.
#[derive(Clone, Debug)]
pub struct StayPut {
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "stay_put",
    binding: Binding::Should,
    summary: "When a plan is made again, its runs stay where they were published.",
    docs: "A published plan is an appointment: people arrange their lives by it. Moving a run costs for the move itself \
           and for every day; a change of hour on the same day costs less. The weight decides how much a better \
           place must gain: hours that a rule would rather have never move a run, and a run that finds no place near \
           its own is rather shortened, or left out where the week has others, than carried across the week. It is \
           judgement.",
    evidence: &["Judgement: small changes in life should make small changes in the plan."],
    words: Some(Words {
        aim: "runs where they were published",
        better: "runs nearer to where they were published",
        one: "one more run where it was published",
        many: "{n} more runs where they were published",
        obstacle: None,
    }),
};

impl ForAthlete for StayPut {
    fn for_athlete(_: &Setting) -> Self {
        Self { weight: 40 }
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
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let Some((day, clock)) = place.published else { return };
        let days = (place.day.0 - day.0).abs();
        let steps = if days == 0 { i32::from(clock != place.clock) } else { 2 + days };
        hear.hear(Verdict::should(steps, self.weight), &|| {
            let date = timetable.calendar.date(day).format("%A %-d %B");
            if steps == 0 { "Where it was published.".to_owned() } else { format!("Moved from {date} at {clock}.") }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::StayPut;
    use crate::model::{Clock, Day, Goal, Level};
    use crate::rules::diary::{rule, week};

    fn amount(entries: &str) -> Vec<String> {
        let published = |run: &mut crate::rules::Place| run.published = Some((Day(0), Clock(7 * 60)));
        let said = week(entries).with(published).says(&rule::<StayPut>(Goal::GeneralFitness, Level::Intermediate));
        said.iter().filter_map(|text| text.split_once(':')).map(|(amount, _)| amount.to_owned()).collect()
    }

    #[test]
    fn another_hour_is_a_small_move_and_another_day_a_large_one() {
        assert_eq!(amount("mon easy 07:00-07:30"), ["kept"]);
        assert_eq!(amount("mon easy 08:00-08:30"), ["should 1"]);
        assert_eq!(amount("tue easy 07:00-07:30"), ["should 3"]);
        assert_eq!(amount("fri easy 07:00-07:30"), ["should 6"]);
    }

    #[test]
    fn a_move_names_the_day_it_comes_from() {
        let published = |run: &mut crate::rules::Place| run.published = Some((Day(0), Clock(7 * 60)));
        let rule = rule::<StayPut>(Goal::GeneralFitness, Level::Intermediate);
        let said = week("wed easy 08:00-08:30").with(published).says(&rule);
        assert!(said[0].contains("Moved from Monday ") && said[0].ends_with(" at 07:00."), "{said:?}");
    }

    #[test]
    fn a_new_run_has_nowhere_to_stay() {
        let rule = rule::<StayPut>(Goal::GeneralFitness, Level::Intermediate);
        assert!(week("mon easy 08:00-08:30").says(&rule).is_empty());
    }
}
