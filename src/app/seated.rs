//! Movable sessions get their places before anything else is planned.

use crate::brief::Brief;
use crate::model::WeekTime;
use crate::plan::{self, Plan};
use crate::schedule::{self, Elsewhere, LayOut, Seating, Unsolvable};

/// A brief whose movable sessions stand somewhere, and what that is worth against their other places.
#[derive(Debug)]
pub(super) struct Seated {
    /// The brief with them in their places.
    pub brief: Brief,
    priced: Option<(Seating, Vec<Elsewhere>)>,
}

impl Seated {
    /// The best places for the movable sessions. Those that are `held` stay, as far as a plan is possible with them.
    pub(super) fn of(
        brief: &Brief,
        held: &[Option<WeekTime>],
        lay_out: &LayOut<'_>,
        seed: u64,
    ) -> Result<Self, Unsolvable> {
        if brief.movable.is_empty() {
            return Ok(Self { brief: brief.clone(), priced: None });
        }
        let held = schedule::seating_priced(brief, held, lay_out, seed);
        let (seating, elsewhere) = held.or_else(|_| schedule::seating_priced(brief, &[], lay_out, seed))?;
        Ok(Self { brief: brief.with_places(&seating.places), priced: Some((seating, elsewhere)) })
    }

    /// Writes into a plan what the other places would cost.
    pub(super) fn price(&self, plan: &mut Plan) {
        if let Some((seating, elsewhere)) = &self.priced {
            plan::price_places(plan, seating.proven, elsewhere);
        }
    }
}
