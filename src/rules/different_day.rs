//! Another day is better than a gap.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict};

/// What a day shared with lifting costs.
#[derive(Clone, Debug)]
pub struct DifferentDay {
    weight: i32,
}

static CARD: Card = Card {
    id: "different_day",
    binding: Binding::Should,
    summary: "A run stands on a day without lifting where it can.",
    docs: "Endurance gains more from alternate days than from the same session, and strength is disturbed least. It \
           weighs more where strength or endurance is the goal than where fitness or weight is. The weights are judgement.",
    evidence: &[
        "Schumann 2015, PLoS ONE: oxygen uptake rose more on alternate days than in the same session (cycling).",
        "Robineau 2016, Journal of Strength and Conditioning Research: oxygen uptake rose most with a day between.",
    ],
};

impl ForAthlete for DifferentDay {
    fn for_athlete(setting: &Setting) -> Self {
        Self { weight: setting.goal.pick(6, 6, 2, 2) }
    }
}

impl Rule for DifferentDay {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each strength session on the day of a run", &mut self.weight)]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for DifferentDay {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let mut shared = place.shares_day_with(timetable).filter(|session| session.is_strength()).peekable();
        if shared.peek().is_none() {
            hear.hear(Verdict::KEPT, &|| "A day without lifting.".to_owned());
        }
        for session in shared {
            hear.hear(Verdict::should(1, self.weight), &|| {
                format!("The same day as {}; another day would be better.", session.name)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DifferentDay;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn says(entries: &str) -> Vec<String> {
        week(entries).says(&rule::<DifferentDay>(Goal::GeneralFitness, Level::Intermediate))
    }

    #[test]
    fn a_day_without_lifting_is_best() {
        assert_eq!(says("tue mobility 07:00-08:00, tue easy 18:00-18:30"), ["kept: A day without lifting."]);
    }

    #[test]
    fn each_lifting_session_on_the_day_counts() {
        let shared = "should 1: The same day as upper; another day would be better.";
        assert_eq!(says("fri upper 07:00-08:00, fri easy 18:00-18:30"), [shared]);
        assert_eq!(says("fri upper 07:00-08:00, fri easy 12:00-12:30, fri upper 18:00-19:00"), [shared, shared]);
    }

    #[test]
    fn a_run_past_midnight_shares_the_next_day() {
        assert_eq!(says("thu easy 23:45-00:15, fri upper 18:00-19:00").len(), 1);
        assert!(says("thu easy 23:45-00:15, fri upper 18:00-19:00")[0].starts_with("should"));
    }
}
