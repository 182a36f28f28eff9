//! Bars as inline SVG: minutes of running and lifting, one bar a week on the cover; load, one bar a day on each week.

use crate::plan::Entry;
use crate::render::words;

use super::spread::Shown;

/// One bar; lengths in the user units of its chart, which are CSS pixels at full width.
pub(super) struct Bar {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) width: i32,
    pub(super) height: i32,
    /// How high a quiet base it stands on.
    pub(super) base: i32,
    /// Where its labels are centred.
    pub(super) middle: i32,
    /// What stands over it; empty where there is no room.
    pub(super) value: String,
    /// What stands under it; empty where there is no room.
    pub(super) label: String,
    /// Whether it is drawn striped, as a deload week is.
    pub(super) striped: bool,
}

/// Neighbouring weeks of one phase.
pub(super) struct Span {
    pub(super) x1: i32,
    pub(super) x2: i32,
    pub(super) middle: i32,
    /// The phase where it has room under its bracket; empty otherwise.
    pub(super) name: String,
    /// The phase, for a line of words where brackets are too narrow.
    pub(super) phase: &'static str,
    /// The numbers of its weeks: "3 to 6".
    pub(super) weeks: String,
}

/// A bar chart with its numbers in words.
pub(super) struct Chart {
    pub(super) bars: Vec<Bar>,
    pub(super) spans: Vec<Span>,
    /// The numbers for those who do not see the bars.
    pub(super) words: String,
    /// Whether the bars are too many to be labelled on a narrow screen.
    pub(super) many: bool,
    /// Whether a striped bar occurs.
    pub(super) striped: bool,
    /// Whether a bar stands on a base.
    pub(super) based: bool,
}

/// Where bars stand: the width of the drawing, the line they stand on and how high the highest is.
struct Frame {
    width: i32,
    floor: i32,
    tallest: i32,
}

/// Room at both ends for labels wider than their bar.
const INSET: i32 = 6;

const WEEKS: Frame = Frame { width: 700, floor: 90, tallest: 72 };
const DAYS: Frame = Frame { width: 234, floor: 58, tallest: 42 };

impl Frame {
    /// Where bar `at` of `of` begins.
    fn edge(&self, at: i32, of: i32) -> i32 {
        INSET + (self.width - 2 * INSET) * at / of.max(1)
    }

    fn height(&self, amount: i32, highest: i32) -> i32 {
        let share = f64::from(amount) / f64::from(highest.max(1));
        if amount <= 0 { 0 } else { ((f64::from(self.tallest) * share) as i32).max(2) }
    }

    /// Bar `at` of `of`: an amount on a base.
    fn bar(&self, at: usize, of: usize, (amount, base): (i32, i32), highest: i32) -> Bar {
        let (at, of) = (at as i32, of.max(1) as i32);
        let (left, right) = (self.edge(at, of), self.edge(at + 1, of));
        let gap = ((right - left) / 5).max(1);
        let width = (right - left - gap).clamp(1, 54);
        let (height, base) = (self.height(amount, highest), self.height(base, highest));
        let middle = i32::midpoint(left, right);
        Bar {
            x: middle - width / 2,
            y: self.floor - base - height,
            width,
            height,
            base,
            middle,
            value: String::new(),
            label: String::new(),
            striped: false,
        }
    }
}

/// The minutes of running of each week on those of lifting, with phases and deload weeks.
pub(super) fn weeks(shown: &[Shown<'_>]) -> Chart {
    let amounts = |week: &Shown<'_>| (week.week.training_minutes(), lifting(week));
    let highest =
        shown.iter().map(amounts).map(|(running, lifting)| running.saturating_add(lifting)).max().unwrap_or(0);
    let every = shown.len().div_ceil(26).max(1);
    let mut told = Vec::new();
    let bars: Vec<Bar> = shown
        .iter()
        .enumerate()
        .map(|(at, week)| {
            let (running, lifting) = amounts(week);
            let mut bar = WEEKS.bar(at, shown.len(), (running, lifting), highest);
            let deload = if week.week.deload { " (deload)" } else { "" };
            let base = if lifting > 0 { format!(" and {lifting} of lifting") } else { String::new() };
            told.push(format!("week {} {running}{base}{deload}", week.week.number));
            if shown.len() <= 18 {
                bar.value = words::thousands(running);
            }
            if at % every == 0 {
                bar.label = week.week.number.to_string();
            }
            bar.striped = week.week.deload;
            bar
        })
        .collect();
    let striped = bars.iter().any(|bar| bar.striped);
    let based = bars.iter().any(|bar| bar.base > 0);
    Chart { spans: spans(shown), words: words::list(&told), many: shown.len() > 8, striped, based, bars }
}

fn lifting(week: &Shown<'_>) -> i32 {
    let lifts = week.entries().filter(|entry| matches!(entry, Entry::Strength(_)));
    lifts.map(Entry::minutes).fold(0, i32::saturating_add)
}

fn spans(shown: &[Shown<'_>]) -> Vec<Span> {
    let mut spans = Vec::new();
    let (mut at, mut written) = (0, 0);
    let edge = |at: usize| WEEKS.edge(at as i32, shown.len() as i32);
    for run in shown.chunk_by(|one, next| one.week.phase == next.week.phase) {
        let (x1, x2) = (edge(at) + 2, edge(at + run.len()) - 2);
        let name = run.first().map_or("", |week| words::phase(week.week.phase));
        // A character of the label is about seven units wide. A name that is too long may begin before its stretch.
        let wide = name.len() as i32 * 7;
        let middle = i32::midpoint(x1, x2).min(x2 - wide / 2);
        let fits = middle - wide / 2 >= written;
        if fits {
            written = middle + wide / 2 + 6;
        }
        let number = |week: Option<&Shown<'_>>| week.map_or(0, |week| week.week.number);
        let (from, to) = (number(run.first()), number(run.last()));
        let weeks = if from == to { from.to_string() } else { format!("{from} to {to}") };
        spans.push(Span {
            x1,
            x2,
            middle,
            name: if fits { name.to_owned() } else { String::new() },
            phase: name,
            weeks,
        });
        at += run.len();
    }
    spans
}

/// The load of each day of a week.
pub(super) fn days(week: &Shown<'_>) -> Chart {
    let highest = week.days.iter().map(super::spread::ShownDay::load).max().unwrap_or(0);
    let mut told = Vec::new();
    let bars = week
        .days
        .iter()
        .enumerate()
        .map(|(at, day)| {
            let mut bar = DAYS.bar(at, week.days.len(), (day.load(), 0), highest);
            bar.label = words::weekday(day.date).chars().take(2).collect();
            bar.value = if day.load() == 0 { "–".to_owned() } else { day.load().to_string() };
            told.push(format!("{} {}", words::weekday(day.date), day.load()));
            bar
        })
        .collect();
    Chart { bars, spans: Vec::new(), words: words::list(&told), many: false, striped: false, based: false }
}
