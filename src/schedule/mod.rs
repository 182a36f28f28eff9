//! Where the runs go: an exact search over the whole block, and the judge that `check` shares with it.

mod advise;
mod bill;
mod block;
mod candidates;
mod conflict;
mod crowding;
mod extras;
mod judge;
mod label;
mod movable;
mod problem;
mod score;
mod search;
mod settling;
mod unmet;
mod unsolvable;
mod usual;
mod why_not;

pub use advise::{Advice, Advices, Ask, Change, Outlook, advise};
pub use bill::{Bill, Price, bill};
pub use block::{ADDED, Block, Published, asked, block, problem};
pub(crate) use block::{own_runs, past};
pub use candidates::offers;
pub use conflict::{Conflict, Demand, Way, conflicts};
pub use judge::{Hear, Standing, Subject, judge};
pub use movable::{Elsewhere, LayOut, Seating, seating, seating_priced};
pub use problem::{Family, Problem, Wanted, WeekProblem};
pub use score::Score;
use search::solve_below;
pub use search::{Solution, Widths, solve, solve_within};
pub use unmet::{HearUnmet, unmet};
pub use unsolvable::Unsolvable;
pub use why_not::{Forbidden, forbids, why_not};
