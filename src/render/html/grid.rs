//! The block at a glance: a week a row with its days across, or for a long block only its totals.

use crate::brief::Display;
use crate::model::{Focus, RunClass, RunType};
use crate::plan::{Entry, Fixed};
use crate::render::words;

use super::spread::{Place, Shown};

/// One row of the overview.
pub(super) struct Row {
    /// The number of the week, empty for a row that is none.
    pub(super) number: String,
    pub(super) starts: String,
    pub(super) iso: String,
    pub(super) phase: &'static str,
    pub(super) deload: bool,
    /// Seven days in a row of full width, a day outside the block empty; none in a short one.
    pub(super) days: Vec<Option<Vec<Cell>>>,
    pub(super) running: String,
    /// Longest run of the week.
    pub(super) longest: String,
    pub(super) load: String,
}

/// One session in a day of the overview.
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) run: bool,
}

/// The overview.
pub(super) enum Overview {
    /// A week a row, seven days across.
    Days { heads: Vec<&'static str>, rows: Vec<Row> },
    /// Totals alone, side by side in parts that each have a first and a last week.
    Totals { parts: Vec<Part> },
}

/// A stretch of weeks of a long block.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) rows: Vec<Row>,
}

/// How many lines of the overview the cover has room for beside all else.
const LINES: usize = 62;

pub(super) fn overview(shown: &[Shown<'_>], display: &Display) -> Overview {
    let lines: usize = shown.iter().map(lines).sum();
    if lines <= LINES {
        return Overview::Days { heads: heads(display.sunday_first), rows: rows(shown, display) };
    }
    let half = shown.len().div_ceil(2).max(1);
    let parts = shown
        .chunks(half)
        .map(|weeks| Part {
            name: format!(
                "Weeks {} to {}",
                weeks.first().map_or(0, |week| week.week.number),
                weeks.last().map_or(0, |week| week.week.number)
            ),
            rows: weeks.iter().map(|week| row(week, display, false)).collect(),
        })
        .collect();
    Overview::Totals { parts }
}

fn heads(sunday_first: bool) -> Vec<&'static str> {
    let mut heads = vec!["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    if sunday_first {
        heads.rotate_right(1);
    }
    heads
}

/// Lines of a full row, its padding included.
fn lines(week: &Shown<'_>) -> usize {
    week.days.iter().map(|day| day.entries.len()).max().unwrap_or(0).max(2) + 1
}

/// A row a week; the Sunday that closes a block shown from Sunday has one of its own.
fn rows(shown: &[Shown<'_>], display: &Display) -> Vec<Row> {
    let mut rows: Vec<Row> = shown.iter().map(|week| row(week, display, true)).collect();
    if let Some(closing) = shown.last().and_then(|week| week.days.last()).filter(|day| day.place == Place::Last) {
        let mut days: Vec<Option<Vec<Cell>>> = (0..7).map(|_| None).collect();
        days[0] = Some(closing.entries.iter().map(|entry| cell(entry)).collect());
        rows.push(Row {
            number: String::new(),
            starts: words::date_short(closing.date),
            iso: closing.date.to_string(),
            phase: "Last day",
            deload: false,
            days,
            // Its week has counted it.
            running: String::new(),
            longest: String::new(),
            load: String::new(),
        });
    }
    rows
}

fn row(shown: &Shown<'_>, display: &Display, full: bool) -> Row {
    let week = shown.week;
    let first = shown.days.iter().find(|day| day.place != Place::Outside).map_or(week.start, |day| day.date);
    Row {
        number: week.number.to_string(),
        starts: words::date_short(first),
        iso: first.to_string(),
        phase: words::phase(week.phase),
        deload: week.deload,
        days: if full { cells(shown, display) } else { Vec::new() },
        running: amount(week.training_minutes()),
        longest: amount(week.training().map(|run| run.minutes).max().unwrap_or(0)),
        load: words::thousands(shown.load()),
    }
}

/// Minutes, or a dash for none.
fn amount(minutes: i32) -> String {
    if minutes > 0 { words::minutes(minutes) } else { "–".to_owned() }
}

/// The days under the seven heads, one outside the block empty.
fn cells(shown: &Shown<'_>, display: &Display) -> Vec<Option<Vec<Cell>>> {
    let mut cells: Vec<Option<Vec<Cell>>> = (0..7).map(|_| None).collect();
    for day in shown.days.iter().filter(|day| matches!(day.place, Place::Own | Place::Before)) {
        let monday_based = chrono::Datelike::weekday(&day.date).num_days_from_monday() as usize;
        let column = if display.sunday_first { (monday_based + 1) % 7 } else { monday_based };
        cells[column] = Some(day.entries.iter().map(|entry| cell(entry)).collect());
    }
    cells
}

fn cell(entry: &Entry) -> Cell {
    match entry {
        Entry::Run(run) => Cell { text: format!("{} {}", short(run.run.kind), run.minutes), run: true },
        Entry::Strength(fixed) => Cell { text: strength(fixed).to_owned(), run: false },
        Entry::Mobility(_) => Cell { text: "Mobility".to_owned(), run: false },
        Entry::Other(_) => Cell { text: "Other".to_owned(), run: false },
    }
}

fn strength(fixed: &Fixed) -> &'static str {
    match fixed.focus {
        Some(Focus::Lower) => "Legs",
        Some(Focus::Upper) => "Upper",
        Some(Focus::Core) => "Core",
        Some(Focus::FullBody) => "Full body",
        None => "Lifting",
    }
}

fn short(kind: RunType) -> &'static str {
    match (kind, kind.class()) {
        (RunType::Easy, _) => "Easy",
        (RunType::Long, _) => "Long",
        (RunType::Tempo, _) => "Tempo",
        (RunType::Recovery, _) => "Recovery",
        (RunType::CooldownJog, _) => "Jog",
        (RunType::Hills, _) => "Hills",
        (RunType::RacePace, _) => "Race pace",
        (RunType::TimeTrial, _) => "Test",
        (_, RunClass::Race) => "Race",
        (other, _) => other.title(),
    }
}
