//! What a run costs in energy.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// Net energy cost of running.
#[derive(Clone, Debug)]
pub struct Energy {
    /// Net cost in hundredths of a kcal per kilogram and kilometre.
    pub net_hundredths_per_kg_km: i32,
    /// Gross cost of jogging in tenths of a MET, where no distance is known.
    pub jogging_met_tenths: i32,
    /// Gross cost of walking with running in between, in tenths of a MET.
    pub walk_run_met_tenths: i32,
    /// How far the estimate may be off either way, percent.
    pub error_percent: i32,
}

pub(super) static CARD: Card = Card {
    id: "energy",
    binding: Binding::Advice,
    summary: "A run shows the energy it adds to the day, as a range, where weight is known and the goal asks for it.",
    docs: "Net means over and above what the body spends at rest; that is what counts for weight. Over a distance it \
           hardly depends on speed. No deficit is set as a target: running helps the balance, food decides it. \
           The width of the range is judgement.",
    evidence: &[
        "ACSM metabolic equation for running: 0.2 ml/kg/m on the flat, at 5 kcal a litre 1.0 kcal/kg/km net (Margaria).",
        "Herrmann 2024, Adult Compendium of Physical Activities: jogging 7.5 MET, jog and walk combined 6.0 MET.",
        "Judgement: shown as 15 % to either side.",
    ],
    words: None,
};

impl ForAthlete for Energy {
    fn for_athlete(_: &Setting) -> Self {
        Self { net_hundredths_per_kg_km: 100, jogging_met_tenths: 75, walk_run_met_tenths: 60, error_percent: 15 }
    }
}

impl Rule for Energy {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new(
                "net_hundredths_per_kg_km",
                "net cost of running a distance",
                "hundredths of a kcal/kg/km",
                &mut self.net_hundredths_per_kg_km,
                (50, 200),
            ),
            Number::new(
                "jogging_met_tenths",
                "gross cost of jogging where no distance is known",
                "tenths of a MET",
                &mut self.jogging_met_tenths,
                (10, 200),
            ),
            Number::new(
                "walk_run_met_tenths",
                "gross cost of walking with running in between",
                "tenths of a MET",
                &mut self.walk_run_met_tenths,
                (10, 200),
            ),
            Number::new("error_percent", "how far the estimate may be off", "%", &mut self.error_percent, (0, 50)),
        ]
    }
}
