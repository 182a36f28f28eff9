//! A plan becomes text, HTML, iCalendar or JSON.

mod advise;
mod aims;
mod beside;
mod bidi;
mod changes;
mod evidence_page;
mod findings;
mod html;
pub mod ics;
mod json;
mod logged;
mod overview;
mod points;
mod problems;
mod rules_page;
pub mod steps;
mod text;
mod told;
pub mod watch;
mod why;
pub mod words;

pub use advise::{advice, advice_data};
pub use beside::beside;
pub use changes::{changes, report, summary};
pub use evidence_page::evidence_page;
pub use findings::findings;
pub use html::html;
pub use ics::ics;
pub use json::{data_of, json, json_line, json_of};
pub use logged::{log_data, logged, logged_against};
pub use overview::{Athlete, Unplanned, overview};
pub use problems::problems_data;
pub use rules_page::rules_page;
pub use text::{Look, bullets, clean, text, wrapped};
pub use told::{next_steps, rule, rule_data, rulebook, rulebook_data, way_back};
pub use why::{empty_week, free_day, shadows, why, why_not};
