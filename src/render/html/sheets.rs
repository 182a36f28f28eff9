//! How the cover is spread over sheets in print: all of it on one, or the block on the first and the words on the second.

use super::cover::{Cover, Ways};
use super::density::{self, POINT};
use super::grid::{Overview, Row};

/// Height of a Letter page within its margins and a little to spare, millimetres.
const PAGE: f64 = 248.0;
/// Width of an A4 page within its margins, millimetres.
const WIDTH: f64 = 186.0;
/// Facts, chart, and the head of the overview, millimetres.
const TOP: f64 = 77.5;
/// How to read the page, set in two columns, millimetres.
const LEGEND: f64 = 41.0;
/// How to read the page, in one column beside what was left out and assumed, millimetres.
const BESIDE: f64 = 71.0;
/// Take care, and the spaces around it, millimetres.
const CARE: f64 = 44.0;
/// Height of a line of the words in millimetres, and how many widths of an em it holds.
const LINE: (f64, f64) = (4.1, 27.0);
/// Headings of what was left out and assumed, millimetres.
const HEADINGS: f64 = 20.0;
/// How to read the page and take care on a sheet of their own, and what the sentences about Sundays add, millimetres.
const LEGEND_ALONE: f64 = 116.0;
const SUNDAYS: f64 = 19.0;
/// Height of a line of what the words mean in millimetres, and how many widths of an em it holds.
const TERM: (f64, f64) = (4.6, 25.0);
/// How much higher the words stand on a sheet of their own, where their type is larger.
const ALONE: f64 = 1.4;
/// Heading and boxes to tick on the sheet of the words, millimetres.
const TALLY: f64 = 45.0;

/// What a sheet keeps free where its type was chosen larger, or what fills it is not needed: heights are estimates, millimetres.
const SPARE: f64 = 9.0;

/// What stands around sentences in a box, and the height of a line of them in millimetres and how many widths of an em it holds.
const BOX: (f64, f64, f64) = (8.0, 5.1, 42.0);

/// The overview in one size of type.
struct Type {
    /// Points.
    size: f64,
    /// What stands around the text of a row, millimetres.
    around: f64,
}

const USUAL: Type = Type { size: 8.75, around: 1.5 };

/// Larger ones for a sheet that the block has to itself, largest first, with their classes.
const LARGER: [(Type, &str); 2] =
    [(Type { size: 10.0, around: 3.4 }, "two large"), (Type { size: 9.5, around: 1.8 }, "two medium")];

/// How the cover is spread over sheets in print.
#[derive(Default)]
pub(super) struct Sheet {
    /// The classes of the cover.
    pub(super) class: String,
    /// Whether there is a box to tick for each run.
    pub(super) tally: bool,
}

/// The roomiest way to print the cover on two sheets at most.
pub(super) fn sheet(cover: &Cover) -> Sheet {
    let one = |class: &str| Sheet { class: class.to_owned(), tally: false };
    let Overview::Days { rows, .. } = &cover.overview else { return one("flow") };
    let height = |setting: &Type| title(cover) + TOP + setting.rows(rows);
    if height(&USUAL) + words(cover) <= PAGE {
        return one("one");
    }
    let alone = TALLY
        + if says_more(cover) { words(cover) * ALONE } else { LEGEND_ALONE + SUNDAYS * f64::from(cover.sunday_first) };
    if alone > PAGE {
        return one("flow");
    }
    // On a sheet of its own, a row's date stands below its number.
    let dated = |setting: &Type| rows.iter().map(|_| 2.0 * setting.size * 1.22 * POINT + setting.around).sum();
    let tall = |setting: &Type| title(cover) + TOP + setting.rows(rows).max(dated(setting));
    let larger = LARGER.iter().find(|(setting, _)| tall(setting) + SPARE <= PAGE).map(|(_, class)| *class);
    let class = larger.unwrap_or(if tall(&USUAL) <= PAGE { "two" } else { "two loose" });
    let explains = if alone + terms(cover) + SPARE <= PAGE { " explains" } else { "" };
    Sheet { class: format!("{class}{explains}"), tally: true }
}

/// Height of what the words mean on the sheet of the words, in two columns, millimetres.
fn terms(cover: &Cover) -> f64 {
    let height =
        |(name, meaning): &(&str, &str)| ((density::em(name) + density::em(meaning)) / TERM.1).ceil() * TERM.0 + 0.8;
    cover.terms.iter().map(height).sum::<f64>() / 2.0 + 16.0
}

fn title(cover: &Cover) -> f64 {
    let (points, em) = if cover.long_title { (15.0, 32.0) } else { (26.0, 20.0) };
    let facts = density::em(&cover.athlete) + cover.event.as_ref().map_or(0.0, |event| density::em(&event.name) + 20.0);
    (density::em(&cover.title) / em).ceil() * points * 1.15 * POINT
        + (facts / 30.0).floor() * 10.0
        + boxed(&cover.stops)
        + boxed(&cover.first)
}

/// Height of sentences in a box over the whole width, millimetres.
fn boxed(sentences: &[String]) -> f64 {
    let lines: f64 = sentences.iter().map(|sentence| (density::em(sentence) / BOX.2).ceil()).sum();
    if lines > 0.0 { BOX.0 + lines * BOX.1 } else { 0.0 }
}

/// Whether something was left out or assumed.
fn says_more(cover: &Cover) -> bool {
    !cover.left_out.is_empty() || !cover.assumed.is_empty()
}

/// Height of all that stands under the overview, millimetres.
fn words(cover: &Cover) -> f64 {
    let said = cover.left_out.iter().chain(cover.ways.iter().flat_map(Ways::lines)).chain(&cover.assumed);
    let lines: f64 = said.map(|line| (density::em(line) / LINE.1).ceil()).sum();
    CARE + if lines > 0.0 { (lines * LINE.0 + HEADINGS).max(BESIDE) } else { LEGEND }
}

impl Type {
    /// Height of all rows, millimetres.
    fn rows(&self, rows: &[Row]) -> f64 {
        let wraps = self.width(rows) > WIDTH;
        let lines = |row: &Row| -> u32 {
            let cells = row.days.iter().flatten();
            let lines =
                cells.map(|cells| cells.iter().map(|cell| 1 + u32::from(wraps && cell.text.contains(' '))).sum());
            lines.max().unwrap_or(1).max(if wraps && row.deload { 2 } else { 1 })
        };
        rows.iter().map(|row| f64::from(lines(row)) * self.size * 1.22 * POINT + self.around).sum()
    }

    /// How wide the rows are where no cell is broken, millimetres.
    fn width(&self, rows: &[Row]) -> f64 {
        let widest = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.days.get(column)?.as_ref()).flatten();
            cells.map(|cell| density::em(&cell.text) * 1.1).fold(2.0, f64::max)
        };
        let heads =
            rows.iter().map(|row| density::em(row.phase) + if row.deload { 10.0 } else { 5.0 }).fold(0.0, f64::max);
        let amounts = 9.0;
        (heads + (0..7).map(widest).sum::<f64>() + amounts) * self.size * POINT + 15.0
    }
}
