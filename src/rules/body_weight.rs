//! Heavy people, and people who lose weight: running in small doses, walks, and the lifting first.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::Goal;

/// What weight asks for.
#[derive(Clone, Debug)]
pub struct BodyWeight {
    heavy_bmi: i32,
    aerobic_minutes: i32,
    lifting_minutes: i32,
    protein_tenths: i32,
    loses_weight: bool,
}

pub(super) static CARD: Card = Card {
    id: "body_weight",
    binding: Binding::Advice,
    summary: "Heavy runners begin with few kilometres and walk a lot; who loses weight lifts first.",
    docs: "Novices with a high body mass index who ran more than a few kilometres in their first week were injured more \
           often; in a small trial less in the first week went with fewer injuries, within what chance may do. So they take \
           the slow track of walking and running, whose first week is short, and walks make up what is advised for health. A \
           good part of the weight that is lost, with medicines too, may be muscle: lifting comes first and is never made \
           fewer for a run, and protein may help. There is no target for calories here.",
    evidence: &[
        "Nielsen 2014, International Journal of Sports Physical Therapy: weight, kilometres of the first week, injuries.",
        "Bertelsen 2018, International Journal of Sports Physical Therapy: a trial of the first week of heavy novices.",
        "Mehrtash 2025, JAMA Internal Medicine: training with medicines that lower weight.",
        "Mozaffarian 2025, a joint advisory: food with medicines that lower weight.",
        "Judgement: where heavy begins, and that the slow track is for it.",
    ],
    words: None,
};

impl ForAthlete for BodyWeight {
    fn for_athlete(setting: &Setting) -> Self {
        Self {
            heavy_bmi: 30,
            aerobic_minutes: 150,
            lifting_minutes: 60,
            protein_tenths: 12,
            loses_weight: setting.goal == Goal::WeightLoss,
        }
    }
}

impl BodyWeight {
    /// Whether somebody of this body mass index begins in small doses.
    pub fn is_heavy(&self, bmi: Option<f64>) -> bool {
        bmi.is_some_and(|bmi| bmi >= f64::from(self.heavy_bmi))
    }

    /// What the page says to an adult of this body mass index, with or without a medicine that lowers weight.
    pub fn notes(&self, bmi: Option<f64>, medicine: bool) -> Vec<String> {
        let mut notes = Vec::new();
        if self.is_heavy(bmi) {
            notes.push(format!(
                "Few kilometres of running at first, and walks for the rest: brisk walks of 20 to 30 min on other days, toward \
                 {} min a week of walking and running together. They are an offer, and no run is placed for them.",
                self.aerobic_minutes
            ));
        }
        if self.loses_weight || medicine {
            notes.push(format!(
                "The lifting comes first: {} min a week or more, in two or three sessions, keeps muscle while weight goes; no \
                 session is worth giving up for a run. More than {}.{} g of protein per kilogram of body weight a day may \
                 help. Eat enough to train: there is no target for calories here.",
                self.lifting_minutes,
                self.protein_tenths / 10,
                self.protein_tenths % 10
            ));
        }
        if medicine {
            notes.push(
                "With your medicine: dizzy, or not able to eat and drink enough, means no run that day. If it stays, ask the \
                 doctor who prescribes it."
                    .to_owned(),
            );
        }
        notes
    }
}

impl Rule for BodyWeight {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("heavy_bmi", "body mass index from which running begins in small doses", "kg/m²", &mut self.heavy_bmi, (20, 60))
                .at_most(),
            Number::new("aerobic_minutes", "of walking and running a week that are aimed at", "min", &mut self.aerobic_minutes, (0, 300)),
            Number::new("lifting_minutes", "of lifting a week that keep muscle", "min", &mut self.lifting_minutes, (0, 300)),
            Number::new("protein_tenths", "of protein a day per kilogram of body weight", "tenths of a gram", &mut self.protein_tenths, (8, 25)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Level;

    fn notes(goal: Goal, bmi: f64, medicine: bool) -> Vec<String> {
        BodyWeight::for_athlete(&Setting::of(goal, Level::Beginner)).notes(Some(bmi), medicine)
    }

    #[test]
    fn heavy_people_are_offered_walks() {
        assert_eq!(notes(Goal::GeneralFitness, 29.9, false), Vec::<String>::new());
        assert!(notes(Goal::GeneralFitness, 30.0, false)[0].contains("150 min"));
    }

    #[test]
    fn who_loses_weight_lifts_first_and_has_no_target_for_calories() {
        for told in [notes(Goal::WeightLoss, 25.0, false), notes(Goal::Strength, 25.0, true)] {
            assert!(told[0].contains("lifting comes first") && told[0].contains("1.2 g of protein"), "{told:?}");
            assert!(!told.join(" ").contains("kcal"));
        }
        assert!(notes(Goal::Strength, 25.0, true)[1].contains("no run that day"));
    }
}
