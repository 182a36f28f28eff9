//! runweave places runs around a fixed week of lifting, proves that nothing better exists under its rules,
//! and hands out a page, a calendar and a reason for every decision.
//!
//! The layers, each using only those above it:
//!
//! * [`model`]: the words: time, athlete, session, run. No IO, no clock.
//! * [`intake`]: what the world hands over, calendars and recordings, becomes words of the model.
//! * [`rules`]: what may stand where and how much a week may hold, one rule a file.
//! * [`brief`]: JSON becomes a checked [`brief::Brief`], or every problem at once.
//! * [`prescribe`]: which runs each week should hold.
//! * [`schedule`]: where they go, proven optimal.
//! * [`plan`]: the published record of a block, with reasons and score.
//! * [`follow`]: the life of a plan: its log, planning the rest again, what changed, the next block.
//! * [`render`]: a plan becomes text, HTML, iCalendar or JSON.
//! * [`app`]: the order of steps for each thing that is asked: plan, replan, next.
//! * [`world`]: files, the clock and standard error, for the faces that follow.
//! * [`mcp`]: an assistant asks and plans, over standard input and output.
//! * [`serve`]: a plan's calendars to subscribe to, and the page, on loopback.
//! * [`cli`]: the command line and the terminal.

pub mod app;
pub mod brief;
#[cfg(feature = "cli")]
pub mod cli;
pub mod follow;
pub mod intake;
#[cfg(feature = "cli")]
pub mod mcp;
pub mod model;
pub mod plan;
pub mod prescribe;
pub mod render;
pub mod rules;
pub mod schedule;
#[cfg(feature = "cli")]
pub mod serve;
#[cfg(feature = "cli")]
pub mod world;
