//! The page: one self-contained HTML file that prints a week a sheet, reads as a list on a phone and is dark in the dark.

mod chart;
mod cover;
mod density;
mod done;
mod escaper;
mod grid;
mod left_out;
mod session;
mod sheets;
mod spread;
mod terms;
mod week;

use askama::Template;

use super::page::{self, NotWritten, Style, written};
use crate::brief::Display;
use crate::plan::Plan;

use cover::Cover;
use done::Done;
pub(crate) use escaper::HtmlText;
use grid::Overview;
use week::WeekView;

/// The whole page.
#[derive(Template)]
#[template(path = "page.html", whitespace = "minimize")]
struct Page {
    style: Style,
    cover: Cover,
    weeks: Vec<WeekView>,
}

/// A plan as one HTML file without scripts or anything to load.
///
/// # Errors
/// Where a template cannot be filled in.
pub fn html(plan: &Plan, display: &Display) -> Result<String, NotWritten> {
    let shown = spread::spread(plan, display.sunday_first);
    let done = Done::of(plan, display);
    let weeks = shown.iter().map(|week| WeekView::new(plan, week, &done, display)).collect();
    written(&Page { style: page::PLAN, cover: Cover::new(plan, &shown, display), weeks })
}
