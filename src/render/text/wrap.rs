//! Text broken into lines, measured in columns of a terminal.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Columns used where the terminal does not say.
pub(super) const USUAL_WIDTH: usize = 80;
/// A word is not broken into less than this, in columns.
const LEAST_ROOM: usize = 10;

/// Sentences as a list.
pub fn bullets<T: AsRef<str>>(sentences: &[T]) -> String {
    sentences.iter().map(|sentence| wrapped(sentence.as_ref(), "  - ", USUAL_WIDTH)).collect()
}

/// A sentence broken into lines of at most `width` columns; the first begins with `head`, the others are indented alike.
pub fn wrapped(sentence: &str, head: &str, width: usize) -> String {
    let sentence = clean(sentence);
    let indent = " ".repeat(head.width());
    let mut text = head.to_owned();
    let mut column = head.width();
    let mut fresh = true;
    let room = width.saturating_sub(indent.width()).max(LEAST_ROOM);
    for word in sentence.split(' ').flat_map(|word| pieces(word, room)) {
        if !fresh && column + 1 + word.width() > width {
            text.truncate(text.trim_end().len());
            text.push('\n');
            text.push_str(&indent);
            column = indent.width();
            fresh = true;
        }
        if !fresh {
            text.push(' ');
            column += 1;
        }
        text.push_str(word);
        column += word.width();
        fresh = false;
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// A word in pieces that fit into so many columns.
fn pieces(word: &str, room: usize) -> Vec<&str> {
    let (mut pieces, mut from, mut column) = (Vec::new(), 0, 0);
    for (at, letter) in word.char_indices() {
        let columns = letter.width().unwrap_or(0);
        if column + columns > room {
            pieces.push(&word[from..at]);
            (from, column) = (at, 0);
        }
        column += columns;
    }
    pieces.push(&word[from..]);
    pieces
}

/// Text of a person's own without anything that could move the cursor or turn the direction of reading.
pub fn clean(text: &str) -> String {
    text.chars().map(|letter| if is_hidden(letter) { ' ' } else { letter }).collect()
}

/// Whether a character could move the cursor or turn the direction of reading.
pub(in crate::render) fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// Text filled with blanks up to so many columns.
pub(super) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}
