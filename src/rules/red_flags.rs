//! Signs that stop the runs until somebody who knows has been asked.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// How long the runs stay away after the sign has gone.
#[derive(Clone, Debug)]
pub struct RedFlags {
    clear_days: i32,
}

static CARD: Card = Card {
    id: "red_flags",
    binding: Binding::Advice,
    summary: "Signs that may be more than tiredness stop the runs; the page says whom to ask.",
    docs: "Discomfort of the chest, fainting, breathlessness with little effort and their like are listed by the guidance \
           on screening before exercise. Focal bone pain, swelling on one side, fever and their like are signs from \
           practice. The plan does not judge them: it stops, and asks the person to ask. Runs return when a later \
           check-in no longer has the sign, as after any break.",
    evidence: &[
        "Riebe 2015, Medicine and Science in Sports and Exercise: screening before taking part in exercise.",
        "Judgement: signs beyond that list, and the days after they have gone.",
    ],
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

    /// What the page says of a sign.
    pub fn sentence(meaning: &str) -> String {
        format!(
            "No runs: {meaning} may be more than tiredness. Ask a doctor before you run again; \
             if it comes on suddenly or at rest, call for help at once."
        )
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

    #[test]
    fn a_red_flag_says_whom_to_ask_and_diagnoses_nothing() {
        let said = RedFlags::sentence("fever");
        assert!(said.contains("fever may be") && said.contains("Ask a doctor"), "{said}");
    }
}
