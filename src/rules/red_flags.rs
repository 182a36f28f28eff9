//! Signs that stop the runs until somebody who knows has been asked.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// For how long the runs stop.
#[derive(Clone, Debug)]
pub struct RedFlags {
    stop_days: i32,
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
        "Judgement: signs beyond that list, and for how long the runs stop.",
    ],
};

impl ForAthlete for RedFlags {
    fn for_athlete(_: &Setting) -> Self {
        Self { stop_days: 14 }
    }
}

impl RedFlags {
    /// Days that are planned without a run.
    pub fn stop_days(&self) -> i32 {
        self.stop_days
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
            Number::new("stop_days", "planned without a run after a red flag", "days", &mut self.stop_days, (14, 365)).must(14),
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
