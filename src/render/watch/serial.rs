//! The serial numbers by which a watch tells one workout from another.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use crate::plan::{self, PlacedRun, Plan};

/// A number for each run of a plan, from its identity in the calendar: it stays when the run moves, is never 0, which means none
/// on a watch, and no two runs of a plan share one.
pub(super) struct Serials {
    plan: String,
    by_id: BTreeMap<String, u32>,
}

impl Serials {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut runs: Vec<(Uuid, &str)> = plan.runs().map(|run| (identity(plan, run), run.id.as_str())).collect();
        runs.sort_unstable();
        let (mut taken, mut by_id) = (BTreeSet::new(), BTreeMap::new());
        for (identity, id) in runs {
            let free = words(identity).find(|word| taken.insert(*word));
            by_id.insert(id.to_owned(), free.unwrap_or(1));
        }
        Self { plan: plan.id.clone(), by_id }
    }

    pub(super) fn run(&self, id: &str) -> u32 {
        self.by_id.get(id).copied().unwrap_or(1)
    }

    /// The number of the plan's schedule.
    pub(super) fn schedule(&self) -> u32 {
        let name = format!("schedule of {}", self.plan);
        words(Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes())).next().unwrap_or(1)
    }
}

/// The UUID of a run's event; a plan that was changed by hand may have none.
pub(super) fn identity(plan: &Plan, run: &PlacedRun) -> Uuid {
    let own = Uuid::parse_str(&run.revision.uid).or_else(|_| Uuid::parse_str(&plan::uid(&plan.id, &run.id)));
    own.unwrap_or_else(|_| Uuid::new_v5(&Uuid::NAMESPACE_OID, run.id.as_bytes()))
}

/// Numbers that follow from a UUID, the first of them its first four bytes: neither 0 nor all bits set, which both mean none.
fn words(identity: Uuid) -> impl Iterator<Item = u32> {
    let all = identity.as_u128();
    let first = (all >> 96) as u32;
    let next = (0..u32::from(u16::MAX)).map(move |more| (all as u32).wrapping_add(more));
    std::iter::once(first).chain(next).filter(|word| *word != 0 && *word != u32::MAX)
}
