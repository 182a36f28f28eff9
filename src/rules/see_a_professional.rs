//! Whom to ask.

use super::{Binding, Card, ForAthlete, Rule, Setting};

/// Advice to ask somebody who knows.
#[derive(Clone, Debug)]
pub struct SeeAProfessional;

pub(super) static CARD: Card = Card {
    id: "see_a_professional",
    binding: Binding::Advice,
    summary: "Unsure how to combine lifting and running? A certified trainer or exercise physiologist can tell.",
    docs: "A plan made from rules does not see the person. Somebody trained in it does, and signs of illness or injury \
           belong to a doctor. Who has been inactive, or has a disease of heart, metabolism or kidneys, asks one before \
           starting. A note on the page, never a constraint.",
    evidence: &["Riebe 2015, Medicine and Science in Sports and Exercise: screening before taking part in exercise."],
    words: None,
};

impl ForAthlete for SeeAProfessional {
    fn for_athlete(_: &Setting) -> Self {
        Self
    }
}

impl SeeAProfessional {
    /// What the page says.
    pub fn sentence(&self) -> &'static str {
        "Unsure how to combine lifting and running? A certified trainer or exercise physiologist can help; \
         with a known illness, or after years without sport, ask a doctor before you start."
    }
}

impl Rule for SeeAProfessional {
    fn card(&self) -> &'static Card {
        &CARD
    }
}
