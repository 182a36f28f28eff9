//! Another day is better than a gap.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{Goal, LegHabit, Sex};

/// What a day shared with lifting or other sport costs.
#[derive(Clone, Debug)]
pub struct DifferentDay {
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "different_day",
    binding: Binding::Should,
    summary: "A run stands on a day without lifting, and without other sport for the legs, where it can.",
    docs: "Endurance gains more from alternate days than from the same session, and strength is disturbed least. For \
           people who lift and run for health the difference is about nil, so it weighs little; it weighs most where \
           strength is the goal and the legs are used to lifting, and half for women, in whom no loss was found. The \
           weights are judgement.",
    evidence: &[
        "Schumann 2015, PLoS ONE: oxygen uptake rose more on alternate days than in the same session (cycling).",
        "Robineau 2016, Journal of Strength and Conditioning Research: oxygen uptake rose most with a day between.",
        "Umbrella review 2026, Sports Medicine: strength, power and size grow alike with and without endurance, mostly in recreational people.",
        "Huiberts 2024, Sports Medicine: lower-body strength suffered in men, not in women.",
    ],
    words: Some(Words {
        aim: "runs on days without lifting",
        better: "runs on days with less lifting",
        one: "one more run on a day without lifting",
        many: "{n} more runs on days without lifting",
        obstacle: None,
    }),
};

impl ForAthlete for DifferentDay {
    fn for_athlete(setting: &Setting) -> Self {
        let lifter = setting.goal == Goal::Strength && setting.leg_habit() != LegHabit::New;
        let weight = if lifter { 6 } else { 2 };
        Self { weight: if setting.sex == Some(Sex::Female) { weight / 2 } else { weight } }
    }
}

impl Rule for DifferentDay {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![Number::weight("for each session of strength or other sport on the day of a run", &mut self.weight)]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for DifferentDay {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let shared = place.shares_day_with(timetable).filter(|one| one.is_strength() || one.is_leg_sport());
        let mut shared = shared.peekable();
        if shared.peek().is_none() {
            hear.hear(Verdict::KEPT, &|| "A day without lifting or other sport.".to_owned());
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
    use crate::model::{Goal, Level, Sex};
    use crate::rules::Setting;
    use crate::rules::diary::{rule, rule_of, week};

    fn says(entries: &str) -> Vec<String> {
        week(entries).says(&rule::<DifferentDay>(Goal::GeneralFitness, Level::Intermediate))
    }

    #[test]
    fn a_day_without_lifting_is_best() {
        assert_eq!(
            says("tue mobility 07:00-08:00, tue easy 18:00-18:30"),
            ["kept: A day without lifting or other sport."]
        );
    }

    #[test]
    fn a_day_of_other_sport_is_no_free_one() {
        assert!(says("tue sport 07:00-08:00, tue easy 18:00-18:30")[0].starts_with("should"));
        assert!(says("tue other 07:00-08:00, tue easy 18:00-18:30")[0].starts_with("kept"));
    }

    #[test]
    fn it_weighs_most_for_lifters_and_half_for_women() {
        let weight = |setting: Setting| rule_of::<DifferentDay>(&setting).weight;
        let strong = Setting::of(Goal::Strength, Level::Intermediate);
        assert_eq!(weight(strong), 6);
        assert_eq!(weight(Setting { strength_level: Level::Beginner, ..strong }), 2);
        assert_eq!(weight(Setting { sex: Some(Sex::Female), ..strong }), 3);
        assert_eq!(weight(Setting { sex: Some(Sex::Female), ..Setting::of(Goal::Endurance, Level::Advanced) }), 1);
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
