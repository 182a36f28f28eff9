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

const LEVELS: [Level; 5] = [
    Level { class: "roomy", title: 18.0, body: 11.5, small: 10.0, day: 22.0, session: 17.0, padding: 5.0, ..NORMAL },
    NORMAL,
    Level {
        class: "compact",
        title: 13.0,
        body: 10.0,
        small: 9.0,
        day: 11.0,
        session: 13.0,
        padding: 3.0,
        notes_box: 13.0,
        ..NORMAL
    },
    TIGHT,
    Level { class: "tight brief", reasons: false, longest: Some(22.0), ..TIGHT },
];

const NORMAL: Level = Level {
    class: "normal",
    title: 16.0,
    body: 11.0,
    small: 9.5,
    day: 14.0,
    session: 15.0,
    padding: 4.0,
    notes_box: 20.0,
    inline: false,
    reasons: true,
    longest: None,
};

const TIGHT: Level = Level {
    class: "tight",
    title: 10.5,
    body: 8.5,
    small: 8.5,
    day: 9.0,
    session: 7.5,
    padding: 2.4,
    notes_box: 0.0,
    inline: true,
    ..NORMAL
};

/// The heights the box for the week comes in, lowest first, with their classes.
const BOXES: [(f64, &str); 6] =
    [(13.0, "box-13"), (20.0, "box-20"), (28.0, "box-28"), (38.0, "box-38"), (50.0, "box-50"), (64.0, "box-64")];

/// Height of a Letter page within its margins less a twentieth, since fonts differ, millimetres.
const PAGE: f64 = 238.0;
/// Width of the text of a session on A4, millimetres.
const COLUMN: f64 = 114.0;
/// Width of the page within its margins, millimetres.
const WIDTH: f64 = 184.0;
/// A point in millimetres.
const POINT: f64 = 0.3528;
/// Height of a line in font sizes.
const LINE: f64 = 1.3;
/// What the frame of a tag adds to its line, millimetres.
const FRAME: f64 = 1.6;
/// Height of a line of a title in font sizes.
const TITLE_LINE: f64 = 1.2;

/// What a week holds, as far as its height depends on it.
pub(super) struct Contents<'a> {
    pub(super) days: Vec<&'a [SessionView]>,
    pub(super) notes: &'a [String],
    pub(super) left_out: &'a [LeftOut],
}

/// How a week is set in print.
#[derive(Debug, PartialEq)]
pub(super) struct Setting {
    /// The class of its sizes.
    pub(super) class: &'static str,
    /// The class of the box for notes, empty for none.
    pub(super) notes_box: &'static str,
    /// The longest title printed, in widths of an em.
    pub(super) longest: Option<f64>,
}

/// The roomiest way to set a week on one page; what is left of the page goes to the box for notes.
pub(super) fn setting(contents: &Contents<'_>) -> Setting {
    let fits = |level: &&Level| level.week(contents) + level.notes_box <= PAGE;
    let level = LEVELS.iter().find(fits).unwrap_or(&LEVELS[LEVELS.len() - 1]);
    let left = PAGE - level.week(contents);
    let notes_box = BOXES.iter().rev().find(|(height, _)| *height <= left).map_or("", |(_, class)| class);
    Setting { class: level.class, notes_box, longest: level.longest }
}

impl Level {
    /// Height of the week without its box for notes, millimetres.
    fn week(&self, contents: &Contents<'_>) -> f64 {
        let days: f64 = contents.days.iter().map(|sessions| self.a_day(sessions)).sum();
        let notes: f64 = if self.reasons {
            let left_out = |run: &LeftOut| {
                let why: f64 = run.why.iter().map(|why| height(em(why), self.small, WIDTH)).sum();
                height(em(&run.name), self.body, WIDTH) + why
            };
            contents.notes.iter().map(|note| height(em(note), self.body, WIDTH)).sum::<f64>()
                + contents.left_out.iter().map(left_out).sum::<f64>()
        } else {
            0.0
        };
        // The week's heading, and the space around what follows the days.
        let rest = if self.inline { 29.0 } else { 31.0 };
        rest + days + notes
    }

    fn a_day(&self, sessions: &[SessionView]) -> f64 {
        let gaps: f64 = sessions.iter().skip(1).map(|_| self.padding / 2.0).sum();
        let sessions: f64 = sessions.iter().map(|session| self.a_session(session)).sum();
        (sessions + gaps).max(self.day - self.padding) + self.padding
    }

    fn a_session(&self, session: &SessionView) -> f64 {
        let title =
            self.longest.map_or(em(&session.name), |longest| em(&session.name).min(longest)) + em(&session.clock);
        // Titles are bold.
        let title = title * 1.08 + 0.5;
        let amounts = em(session.kind) + 2.0 + session.amounts.iter().map(|amount| em(amount) + 1.5).sum::<f64>();
        let why = session.why.iter().map(|why| em(why) + 1.0).sum::<f64>() + 5.0;
        let why = if self.reasons && !session.why.is_empty() { why } else { 0.0 };
        let texts: Vec<f64> = session
            .steps
            .iter()
            .chain([&session.note, &session.tired].into_iter().filter(|text| !text.is_empty()))
            .map(|text| em(text) + 4.0)
            .collect();
        // Title and amounts share a line where they fit.
        let side_by_side = (title * self.title + amounts * self.body) * POINT <= COLUMN;
        let amounts = if side_by_side { 0.0 } else { height(amounts, self.body, COLUMN) + FRAME };
        let details = if self.inline {
            height(texts.iter().sum::<f64>() + why, self.body, COLUMN)
        } else {
            texts.iter().map(|&text| height(text, self.body, COLUMN)).sum::<f64>() + height(why, self.small, COLUMN)
        };
        let text = height(title, self.title, COLUMN) * TITLE_LINE / LINE + amounts + details;
        text.max(self.session)
    }
}

/// Height in millimetres of a text so many em wide, at a size in points, in a column in millimetres.
fn height(em: f64, points: f64, column: f64) -> f64 {
    (em * points * POINT / column).ceil() * points * LINE * POINT
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

/// Width of a character in font sizes, rather too wide than too narrow: Latin letters about half an em, other scripts more.
fn width(letter: char) -> f64 {
    match letter as u32 {
        0x40 | 0x4d | 0x57 | 0x6d | 0x77 => 0.95,
        0x49 | 0x69 | 0x6a | 0x6c | 0x20 | 0x21 | 0x2c | 0x2e | 0x3a => 0.32,
        0..=0x40 | 0x5b..=0x7f | 0xa0 => 0.56,
        0x41..=0x5a => 0.7,
        0x300..=0x36f => 0.0,
        0x80..=0x10ff => 0.66,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_with_little_in_it_is_set_wide() {
        let empty = Contents { days: vec![&[]; 7], notes: &[], left_out: &[] };
        assert_eq!(setting(&empty), Setting { class: "roomy", notes_box: "box-50", longest: None });
    }

    #[test]
    fn a_title_is_cut_only_where_it_is_too_long() {
        assert_eq!(cut("Easy run", 45.0), None);
        assert_eq!(cut("深蹲深蹲深蹲", 3.0), Some("深蹲深…".into()));
    }
}
