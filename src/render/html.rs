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

use crate::brief::Display;
use crate::plan::Plan;

use cover::Cover;
use done::Done;
pub(crate) use escaper::HtmlText;
use grid::Overview;
use week::WeekView;

/// The style sheet, the same in every page.
const STYLE: &str = include_str!("../../templates/page.css");

/// SHA-256 of [`STYLE`] in base64, which the page's security policy names.
const STYLE_HASH: &str = "xl+IrlD5e6FgVrMWo8gTS2peyINrurKYBmgXZdW4N0I=";

/// The whole page.
#[derive(Template)]
#[template(path = "page.html", whitespace = "minimize")]
struct Page {
    style: &'static str,
    style_hash: &'static str,
    cover: Cover,
    weeks: Vec<WeekView>,
}

/// A plan as one HTML file without scripts or anything to load.
pub fn html(plan: &Plan, display: &Display) -> String {
    let shown = spread::spread(plan, display.sunday_first);
    let done = Done::of(plan, display);
    let weeks = shown.iter().map(|week| WeekView::new(plan, week, &done, display)).collect();
    let page = Page { style: STYLE, style_hash: STYLE_HASH, cover: Cover::new(plan, &shown, display), weeks };
    // Writing into a string cannot fail, and no filter of these templates does.
    page.render().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use sha2::Digest as _;

    use super::*;

    #[test]
    fn the_security_policy_names_the_hash_of_the_style_sheet() {
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(STYLE));
        assert_eq!(STYLE_HASH, hash);
        assert!(!STYLE.contains('<'), "the style sheet could close its element");
    }
}
