//! Why there is no plan.

use std::fmt;

use chrono::NaiveDate;

use crate::brief::Problems;
use crate::intake::BusyError;
use crate::plan::Plan;
use crate::render::words::date_long;
use crate::schedule::Unsolvable;

/// Why something that was asked for cannot be planned. `Display` says what is wrong, [`NotPlanned::hint`] what would be right.
#[derive(Debug)]
pub enum NotPlanned {
    /// The brief has these problems.
    Brief(Problems),
    /// The runs cannot be placed.
    Unsolvable(Unsolvable),
    /// No plan keeps every must with these pinned runs where they are.
    Pinned(Vec<String>),
    /// A calendar that cannot be read.
    Calendar {
        /// What the caller calls it.
        name: String,
        /// What is wrong with it.
        error: BusyError,
    },
    /// A block that has begun cannot begin on an earlier Monday that is past.
    BlockHasBegun {
        /// Its Monday.
        start: NaiveDate,
        /// The Monday that was asked for.
        wanted: NaiveDate,
        /// The day from which it is planned again.
        from: NaiveDate,
    },
    /// A block that has begun keeps its time zone.
    OtherZone {
        /// The zone it began in.
        zone: String,
        /// The zone that was asked for.
        wanted: String,
    },
    /// The block is over by then.
    AfterTheBlock {
        /// The day from which it was to be planned again.
        from: NaiveDate,
        /// Its last day.
        last: NaiveDate,
    },
}

impl NotPlanned {
    /// Why the search found nothing around what stands in an earlier plan.
    pub(super) fn around(earlier: &Plan, why: Unsolvable) -> Self {
        let pinned: Vec<String> = earlier.runs().filter(|run| run.pin).map(|run| run.id.clone()).collect();
        if pinned.is_empty() || why != Unsolvable::StandingBreaksMust {
            Self::Unsolvable(why)
        } else {
            Self::Pinned(pinned)
        }
    }

    /// Whether the input is fine and there is no plan all the same.
    pub fn is_about_the_rules(&self) -> bool {
        matches!(self, Self::Unsolvable(_) | Self::Pinned(_))
    }

    /// What would be right, where something can be said.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Brief(_) | Self::Unsolvable(_) => None,
            Self::Pinned(_) => Some("take `pin` off one of them".to_owned()),
            Self::Calendar { .. } => {
                Some("export the calendar as an .ics file, if you can only the months of the block".to_owned())
            }
            Self::BlockHasBegun { start, from, .. } => Some(format!(
                "leave `block.start` at {start}, or begin again on a Monday from {from} on: what was done counts, what was \
                 ahead is cancelled"
            )),
            Self::OtherZone { .. } => Some(
                "keep `block.timezone` until the next block, or begin again: give `block.start` the Monday from which the \
                 new zone counts"
                    .to_owned(),
            ),
            Self::AfterTheBlock { .. } => Some("`runweave next` plans the block that follows".to_owned()),
        }
    }
}

impl fmt::Display for NotPlanned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Brief(problems) => problems.fmt(f),
            Self::Unsolvable(why) => why.fmt(f),
            Self::Pinned(runs) => {
                write!(f, "no plan keeps every rule with the pinned runs {} where they are", runs.join(", "))
            }
            Self::Calendar { name, error } => write!(f, "{name}: {error}"),
            Self::BlockHasBegun { start, wanted, .. } => write!(
                f,
                "the block began on {} and cannot start on {} any more",
                date_long(*start),
                date_long(*wanted)
            ),
            Self::OtherZone { zone, wanted } => write!(f, "the block began in {zone} and cannot go on in {wanted}"),
            Self::AfterTheBlock { from, last } => {
                write!(f, "{} lies after the block, which ends on {}", date_long(*from), date_long(*last))
            }
        }
    }
}

impl From<Unsolvable> for NotPlanned {
    fn from(why: Unsolvable) -> Self {
        Self::Unsolvable(why)
    }
}

impl From<Problems> for NotPlanned {
    fn from(problems: Problems) -> Self {
        Self::Brief(problems)
    }
}
