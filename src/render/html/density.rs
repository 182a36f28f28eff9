//! How tightly a week is set, so that it fits one sheet: an estimate of lines against the height of a Letter page.

use super::left_out::LeftOut;
use super::session::SessionView;

/// Sizes of one way to set a week, as the style sheet has them for its class in print.
struct Level {
    /// The class in the style sheet.
    class: &'static str,
    /// Session titles, points.
    title: f64,
    /// Steps and notes, points.
    body: f64,
    /// Reasons, points.
    small: f64,
    /// Least height of a day, millimetres.
    day: f64,
    /// Least height of a session with its room to write, millimetres.
    session: f64,
    /// Space around each day and session, millimetres.
    padding: f64,
    /// Least height of the box for the week, millimetres; 0 for no box.
    notes_box: f64,
    /// Whether a session runs on in one paragraph instead of a line for each thing.
    inline: bool,
    /// Reasons and notes are printed at all.
    reasons: bool,
    /// The longest title printed, in widths of an em; `None` for any.
    longest: Option<f64>,
}

/// From the largest type to the smallest; the first that fits is taken.
const LEVELS: [Level; 8] = [
    Level { class: "grand", title: 20.0, body: 13.0, small: 11.0, day: 26.0, session: 20.0, padding: 6.0, ..NORMAL },
    Level { class: "roomy", title: 18.0, body: 12.0, small: 10.5, day: 21.0, session: 17.0, padding: 5.0, ..NORMAL },
    NORMAL,
    Level {
        class: "snug",
        title: 14.5,
        body: 10.5,
        small: 9.5,
        day: 13.5,
        session: 12.5,
        padding: 3.2,
        notes_box: 13.0,
        ..NORMAL
    },
    COMPACT,
    Level { class: "dense", title: 11.5, body: 9.0, small: 8.5, day: 12.0, session: 8.0, padding: 2.4, ..COMPACT },
    TIGHT,
    Level { class: "tight brief", reasons: false, longest: Some(22.0), ..TIGHT },
];

const NORMAL: Level = Level {
    class: "normal",
    title: 16.0,
    body: 11.0,
    small: 10.0,
    day: 15.0,
    session: 15.0,
    padding: 4.0,
    notes_box: 20.0,
    inline: false,
    reasons: true,
    longest: None,
};

const COMPACT: Level = Level {
    class: "compact",
    title: 13.0,
    body: 9.75,
    small: 9.0,
    day: 12.4,
    session: 9.5,
    padding: 2.8,
    notes_box: 13.0,
    ..NORMAL
};

const TIGHT: Level = Level {
    class: "tight",
    title: 10.5,
    body: 8.5,
    small: 8.5,
    day: 10.8,
    session: 7.5,
    padding: 2.0,
    notes_box: 0.0,
    inline: true,
    ..NORMAL
};

/// Height of a Letter page within its margins and a little to spare, millimetres.
const PAGE: f64 = 249.0;
/// Width of the text of a session on A4, millimetres.
const COLUMN: f64 = 121.0;
/// Width of the page within its margins, less the frame of what stands under the days, millimetres.
const WIDTH: f64 = 180.0;
/// A point in millimetres.
pub(super) const POINT: f64 = 0.3528;
/// Height of a line in font sizes.
const LINE: f64 = 1.3;
/// Height of a line where a session runs on.
const INLINE: f64 = 1.22;
/// Height of a line of a title in font sizes.
const TITLE_LINE: f64 = 1.2;
/// How much wider bold letters are.
const BOLD: f64 = 1.1;
/// The size of a session's length against its title.
const LENGTH: f64 = 0.85;
/// The space between a title and what follows it, millimetres.
const GAP: f64 = 3.5;
/// Height of a week's heading, and that of one more line in it, millimetres.
const HEAD: (f64, f64) = (22.5, 4.9);
/// The space above the box for notes, millimetres.
const BOX_GAP: f64 = 3.5;
/// What the frame around runs left out adds, its margin included, millimetres.
const FRAME: f64 = 5.0;

/// What a week holds, as far as its height depends on it.
pub(super) struct Contents<'a> {
    pub(super) days: Vec<&'a [SessionView]>,
    pub(super) notes: &'a [String],
    pub(super) left_out: &'a [LeftOut],
    /// Lines of totals in the heading.
    pub(super) heading: usize,
}

/// How a week is set in print.
#[derive(Debug, PartialEq)]
pub(super) struct Setting {
    /// The class of its sizes.
    pub(super) class: &'static str,
    /// Whether there is a box for notes, which takes part of what is left of the page.
    pub(super) notes_box: bool,
    /// The longest title printed, in widths of an em.
    pub(super) longest: Option<f64>,
}

/// The roomiest way to set a week on one page.
pub(super) fn setting(contents: &Contents<'_>) -> Setting {
    let fits = |level: &&Level| {
        level.week(contents) + level.notes_box + if level.notes_box > 0.0 { BOX_GAP } else { 0.0 } <= PAGE
    };
    let level = LEVELS.iter().find(fits).unwrap_or(&LEVELS[LEVELS.len() - 1]);
    Setting { class: level.class, notes_box: level.notes_box > 0.0, longest: level.longest }
}

impl Level {
    /// Height of the week without its box for notes, millimetres.
    fn week(&self, contents: &Contents<'_>) -> f64 {
        let days: f64 = contents.days.iter().map(|sessions| self.a_day(sessions)).sum();
        let titles: f64 =
            contents.left_out.iter().map(|run| self.height(em(&run.name) * BOLD + 6.0, self.body, WIDTH)).sum();
        let whys = contents.left_out.iter().flat_map(|run| &run.why).filter(|_| self.reasons);
        let left_out = whys.map(|why| self.height(em(why), self.small, WIDTH)).sum::<f64>()
            + titles
            + contents.left_out.iter().map(|_| 2.2).sum::<f64>();
        let left_out = if contents.left_out.is_empty() { 0.0 } else { left_out + FRAME };
        let notes = contents.notes.iter().filter(|_| self.reasons);
        let notes = notes.map(|note| self.height(em(note), self.body, WIDTH) + 0.5).sum::<f64>();
        let notes = if notes > 0.0 { notes + 2.0 } else { 0.0 };
        HEAD.0 + HEAD.1 * f64::from(contents.heading > 1) + days + left_out + notes
    }

    fn a_day(&self, sessions: &[SessionView]) -> f64 {
        let gaps: f64 = sessions.iter().skip(1).map(|_| self.padding / 2.0).sum();
        let sessions: f64 = sessions.iter().map(|session| self.a_session(session)).sum();
        (sessions + gaps + self.padding + 0.3).max(self.day)
    }

    fn a_session(&self, session: &SessionView) -> f64 {
        let name = self.longest.map_or(em(&session.name), |longest| em(&session.name).min(longest));
        let title = name * BOLD + em(&session.clock) + 0.5;
        let length = em(&session.length) * BOLD * LENGTH * self.title * POINT + GAP;
        let amounts = (em(session.kind) * BOLD + 1.5) * self.small
            + session.amounts.iter().map(|amount| em(amount) + 1.4).sum::<f64>() * self.body;
        // Title, length and amounts share a line where they fit.
        let first = title * self.title * POINT + length;
        let side_by_side = first + amounts * POINT + GAP <= COLUMN;
        let more = if first <= COLUMN { amounts * POINT } else { amounts * POINT + length };
        let below = (more / COLUMN).ceil() * (self.body * LINE * POINT + 0.9);
        let top = if side_by_side {
            (self.title * TITLE_LINE * POINT).max(below)
        } else {
            (title * self.title * POINT / COLUMN).ceil() * self.title * TITLE_LINE * POINT + below
        };
        let steps = session.steps.iter().map(|step| em(step));
        let note = (!session.note.is_empty()).then(|| em(&session.note));
        let tired = (!session.tired.is_empty()).then(|| em(&session.tired) + 5.0);
        let purpose = (self.reasons && !session.purpose.is_empty()).then(|| em(&session.purpose));
        let texts: Vec<f64> = purpose.into_iter().chain(steps).chain(note).chain(tired).collect();
        let why = session.why.iter().map(|why| em(why) + 0.3).sum::<f64>() + 5.5;
        let why = if self.reasons && !session.why.is_empty() { why } else { 0.0 };
        let details = if self.inline {
            self.height(texts.iter().map(|text| text + 0.8).sum::<f64>() + why, self.body, COLUMN)
        } else {
            texts.iter().map(|&text| self.height(text, self.body, COLUMN)).sum::<f64>()
                + self.height(why, self.small, COLUMN)
                + 0.3
        };
        (top + 0.3 + details).max(self.session)
    }

    /// Height in millimetres of a text so many em wide, at a size in points, in a column in millimetres.
    fn height(&self, em: f64, points: f64, column: f64) -> f64 {
        (em * points * POINT / column).ceil() * points * POINT * if self.inline { INLINE } else { LINE }
    }
}

/// Lines that a week's totals take in its heading.
pub(super) fn heading(totals: &[String]) -> usize {
    let width = totals.iter().map(|total| em(total) * BOLD + 1.5).sum::<f64>() * 10.5 * POINT;
    if width > 118.0 { 2 } else { 1 }
}

/// About how wide a text is, in font sizes.
pub(super) fn em(text: &str) -> f64 {
    text.chars().map(width).sum()
}

/// The start of a text that is about so many em wide, with an ellipsis; `None` where all of it fits.
pub(super) fn cut(text: &str, longest: f64) -> Option<String> {
    if em(text) <= longest {
        return None;
    }
    let mut room = longest;
    let kept: String = text
        .chars()
        .take_while(|&letter| {
            room -= width(letter);
            room >= 0.0
        })
        .collect();
    Some(format!("{}…", kept.trim_end()))
}

/// Width of a character in font sizes, those of a wide font such as `DejaVu Sans`; scripts that are not Latin are taken as wide as they come.
fn width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '!' | ',' | '.' | ':' | ';' | '|' | '\'' | '\u{a0}' => 0.33,
        'f' | 't' | 'r' | '-' | '/' | '(' | ')' => 0.4,
        'c' | 's' | 'z' | 'k' | 'v' | 'x' | 'y' => 0.57,
        'm' | 'M' | 'W' | '@' | '%' => 1.0,
        'w' => 0.82,
        'A'..='Z' => 0.72,
        '\u{300}'..='\u{36f}' => 0.0,
        '\0'..='\u{10ff}' | '–' => 0.64,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_with_little_in_it_is_set_wide() {
        let empty = Contents { days: vec![&[]; 7], notes: &[], left_out: &[], heading: 1 };
        assert_eq!(setting(&empty), Setting { class: "grand", notes_box: true, longest: None });
    }

    #[test]
    fn a_title_is_cut_only_where_it_is_too_long() {
        assert_eq!(cut("Easy run", 45.0), None);
        assert_eq!(cut("深蹲深蹲深蹲", 3.0), Some("深蹲深…".into()));
    }
}
