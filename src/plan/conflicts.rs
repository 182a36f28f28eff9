//! The conflicts of a block as the record tells them.

use super::Conflict;
use crate::brief::Brief;
use crate::model::{Moment, list};
use crate::schedule::{self, Block, Published};

/// The conflicts of the weeks that leave runs out, in sentences.
pub fn conflicts(brief: &Brief, busy: &[(Moment, Moment)], block: &Block, published: &Published) -> Vec<Conflict> {
    let found = schedule::conflicts(brief, busy, block, published);
    found.iter().map(|conflict| told(conflict, brief)).collect()
}

fn told(conflict: &schedule::Conflict, brief: &Brief) -> Conflict {
    let demands: Vec<String> = conflict.demands.iter().map(|demand| demand.words(brief)).collect();
    let text = match demands.as_slice() {
        [runs] => format!("Under the rules for you {runs} cannot all be placed, whatever else you change."),
        [runs, others @ ..] => {
            let besides = list(others);
            format!("These cannot stand together: {runs}; {besides}. While all of them stand, a run is left out.")
        }
        [] => String::new(),
    };
    Conflict {
        weeks: conflict.weeks.iter().map(|week| *week as u32 + 1).collect(),
        demands,
        smallest: conflict.smallest,
        text,
        ways: conflict.ways.iter().map(|way| way.text.clone()).collect(),
    }
}
