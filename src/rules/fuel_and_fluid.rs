//! Food and drink around training.

use super::{Binding, Card, ForAthlete, Rule, Setting};

/// Advice on food and drink.
#[derive(Clone, Debug)]
pub struct FuelAndFluid;

static CARD: Card = Card {
    id: "fuel_and_fluid",
    binding: Binding::Advice,
    summary: "Protein and carbohydrate around training, and enough to drink.",
    docs: "Running and lifting draw on the same stores. Eating enough, with protein and carbohydrate around sessions, and \
           drinking enough are part of recovery. A note on the page, never a constraint.",
    evidence: &["Thomas 2016, Medicine and Science in Sports and Exercise: nutrition and athletic performance."],
};

impl ForAthlete for FuelAndFluid {
    fn for_athlete(_: &Setting) -> Self {
        Self
    }
}

impl FuelAndFluid {
    /// What the page says.
    pub fn sentence(&self) -> &'static str {
        "Eat enough, with protein and carbohydrate around training, and drink before, during and after long or hot runs."
    }
}

impl Rule for FuelAndFluid {
    fn card(&self) -> &'static Card {
        &CARD
    }
}
