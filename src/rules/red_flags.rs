//! Signs that stop the runs until somebody who knows has been asked.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// How long the runs stay away after the sign has gone.
#[derive(Clone, Debug)]
pub struct RedFlags {
    clear_days: i32,
}

/// What a sign may come from: it decides whom to ask, and how soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Heart or breath, where minutes may count.
    Heart,
    /// Heart or vessels, where nothing is urgent.
    Circulation,
    /// A vein of the leg.
    Vein,
    /// A bone under too much load.
    Bone,
    /// A joint, or what a limp spares.
    Joint,
    /// A nerve.
    Nerve,
    /// Muscle that has broken down.
    Muscle,
    /// An infection.
    Fever,
    /// Too little energy for the training.
    Energy,
    /// A child to come.
    Pregnancy,
    /// A child just born.
    Birth,
    /// The pelvic floor, after a birth.
    PelvicFloor,
}

pub(super) static CARD: Card = Card {
    id: "red_flags",
    binding: Binding::Advice,
    summary: "Signs that somebody who knows should look at first stop the runs; the page says whom to ask.",
    docs: "Discomfort of the chest, fainting, breathlessness with little effort and their like are listed by the guidance \
           on screening before exercise. Focal bone pain, swelling on one side, fever and their like are signs from \
           practice. The plan does not judge them: it stops, and asks the person to ask. Runs return when a later \
           check-in no longer has the sign, as after any break.",
    evidence: &[
        "Riebe 2015, Medicine and Science in Sports and Exercise: screening before taking part in exercise.",
        "Judgement: signs beyond that list, and the days after they have gone.",
    ],
    words: None,
};

impl ForAthlete for RedFlags {
    fn for_athlete(_: &Setting) -> Self {
        Self { clear_days: 2 }
    }
}

impl RedFlags {
    /// Days without a run after a check-in that no longer has the sign.
    pub fn clear_days(&self) -> i32 {
        self.clear_days
    }

    /// What the page says of signs of one concern, which mean this.
    pub fn sentence(&self, concern: Concern, meaning: &str) -> String {
        match concern {
            Concern::Heart => format!(
                "No runs: {meaning} may be more than tiredness. Ask a doctor before you run again; if it comes on suddenly \
                 or at rest, or does not pass, call for help at once."
            ),
            Concern::Circulation => format!(
                "No runs: {meaning} may have a cause that a doctor should look for. Ask a doctor before you run again."
            ),
            Concern::Vein => format!(
                "No runs: {meaning} may need treatment soon. See a doctor today; if breathlessness or pain in the chest \
                 comes with it, call for help at once."
            ),
            Concern::Bone => format!(
                "No runs: {meaning} may mean that a bone has had too much. Do not try it out by running; ask a doctor or \
                 physiotherapist before you run again."
            ),
            Concern::Joint => format!(
                "No runs: {meaning} may be an injury that running makes worse. Ask a doctor or physiotherapist before you \
                 run again, and walk only as far as it does not hurt."
            ),
            Concern::Nerve => format!(
                "No runs: {meaning} may come from a nerve. Ask a doctor before you run again, and today if bladder or \
                 bowel have changed, strength is lost or numbness spreads."
            ),
            Concern::Muscle => format!(
                "No runs: {meaning} may mean that muscles have had far too much. See a doctor today, and do not lift \
                 before that either."
            ),
            Concern::Fever => format!(
                "No runs with fever: rest, and drink enough. Runs come back when you have been free of it for {} days; ask a \
                 doctor if it is high, lasts for more than three days or you feel very ill.",
                self.clear_days
            ),
            Concern::Energy => format!(
                "No runs: {meaning} may mean that you eat too little for what you train, or may have another cause. Ask a \
                 doctor before you run again."
            ),
            Concern::Pregnancy => "No runs are planned in pregnancy: running may well be fine for you, but a plan cannot \
                                   know. Ask your midwife or doctor what suits you."
                .to_owned(),
            Concern::PelvicFloor => format!(
                "No runs: {meaning} may mean that the pelvic floor is not ready for running. Ask a pelvic floor \
                 physiotherapist, midwife or doctor before you run again; see a doctor today if you bleed heavily."
            ),
            Concern::Birth => "No runs are planned in the first twelve weeks after giving birth. Ask your midwife, doctor \
                               or a pelvic floor physiotherapist when and how to begin."
                .to_owned(),
        }
    }

    /// What the page says of the way back.
    pub fn way_back(concerns: &[Concern]) -> &'static str {
        match concerns {
            [Concern::Pregnancy | Concern::Birth] => {
                "Once they agree, a check-in without this sign brings the runs back when you plan again."
            }
            _ => "Once it has gone, a check-in without this sign brings the runs back when you plan again.",
        }
    }
}

impl Rule for RedFlags {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("clear_days", "without a run after the sign has gone", "days", &mut self.clear_days, (2, 60)).must(2),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::model::{Goal, Level};

    fn rule() -> RedFlags {
        let level = Level::Beginner;
        RedFlags::for_athlete(&Setting::of(Goal::Endurance, level))
    }

    #[test]
    fn a_sign_of_the_heart_says_whom_to_ask_and_when_not_to_wait() {
        let said = rule().sentence(Concern::Heart, "fainting");
        assert!(said.contains("fainting may be") && said.contains("Ask a doctor") && said.contains("at once"), "{said}");
    }

    #[test]
    fn what_is_no_emergency_is_not_told_as_one() {
        for concern in [Concern::Fever, Concern::Pregnancy, Concern::Birth, Concern::Energy, Concern::Joint, Concern::Bone] {
            let said = rule().sentence(concern, "the sign");
            assert!(!said.contains("call for help") && !said.contains("tiredness"), "{said}");
        }
    }

    #[test]
    fn nobody_is_told_that_pregnancy_is_an_illness() {
        let said = rule().sentence(Concern::Pregnancy, "pregnancy");
        assert!(said.contains("may well be fine") && said.contains("midwife"), "{said}");
    }

    #[test]
    fn fever_names_the_days_without_it() {
        assert!(rule().sentence(Concern::Fever, "fever").contains("free of it for 2 days"));
    }
}
