//! The line of a file that a problem is on, with a caret, made harmless and cut to a width.

use std::fmt;

use unicode_width::UnicodeWidthChar;

use super::node::Span;

/// A line of so many characters is shown whole.
const WHOLE: usize = 100;
/// Of a longer one, so many characters before the caret and from it on.
const BEFORE: usize = 48;
const AFTER: usize = 52;

/// Where a span is and what stands there.
pub(super) struct Excerpt {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    shown: String,
    indent: usize,
    carets: usize,
}

impl Excerpt {
    /// The line that the span starts on.
    pub(super) fn new(text: &str, span: Span) -> Self {
        let start = boundary(text, span.start);
        let end = boundary(text, span.end).max(start);
        let head = &text[..start];
        let from = head.rfind('\n').map_or(0, |at| at + 1);
        let rest = text[start..].split(['\n', '\r']).next().unwrap_or_default();
        let marked = text[start..end].split(['\n', '\r']).next().unwrap_or_default();

        let whole = text[from..start].chars().chain(rest.chars()).nth(WHOLE).is_none();
        let (most_before, most_after) = if whole { (WHOLE, WHOLE) } else { (BEFORE, AFTER) };
        let before: Vec<char> = text[from..start].chars().rev().take(most_before + 1).collect();
        let mut shown = if before.len() > most_before { "…".to_owned() } else { String::new() };
        shown.extend(before.iter().take(most_before).rev().map(|letter| tame(*letter)));
        let indent = width(&shown);
        shown.extend(rest.chars().take(most_after).map(tame));
        if rest.chars().nth(most_after).is_some() {
            shown.push('…');
        }
        let carets = width(&marked.chars().take(most_after).map(tame).collect::<String>()).max(1);
        Self {
            line: head.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: text[from..start].chars().count() + 1,
            shown: shown.trim_end().to_owned(),
            indent,
            carets,
        }
    }
}

impl fmt::Display for Excerpt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.line.to_string();
        let (gutter, indent) = (number.len(), self.indent);
        writeln!(f, "{:gutter$} |", "")?;
        writeln!(f, "{}", format!("{number} | {}", self.shown).trim_end())?;
        writeln!(f, "{:gutter$} | {:indent$}{}", "", "", "^".repeat(self.carets))
    }
}

/// The last start of a character at or before a byte.
pub(super) fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

fn width(text: &str) -> usize {
    text.chars().map(|letter| letter.width().unwrap_or(1)).sum()
}

/// A character that can be printed without changing anything around it: no control characters, no marks of direction.
fn tame(letter: char) -> char {
    match letter {
        '\t' => ' ',
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{61c}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    }
}

/// A text on one line without anything that could act on a terminal.
pub(super) fn harmless(text: &str) -> String {
    text.chars().map(tame).collect()
}

/// The same, cut to the length of a long word, for quoting what was found.
pub(super) fn quoted(text: &str) -> String {
    let mut shown: String = text.chars().take(40).map(tame).collect();
    if text.chars().nth(40).is_some() {
        shown.push('…');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, part: &str) -> String {
        let start = text.find(part).unwrap();
        Excerpt::new(text, Span { start, end: start + part.len() }).to_string()
    }

    #[test]
    fn the_caret_stands_under_the_part_also_after_wide_letters() {
        assert_eq!(
            excerpt("{ \"name\": \"走る\", \"x\": 1 }", "\"x\""),
            "  |\n1 | { \"name\": \"走る\", \"x\": 1 }\n  |                   ^^^\n"
        );
    }

    #[test]
    fn a_huge_line_is_cut_around_the_caret() {
        let text = format!("{}here{}", "a".repeat(100_000), "b".repeat(100_000));
        assert!(excerpt(&text, "here").lines().all(|line| line.chars().count() < 110));
    }

    #[test]
    fn nothing_in_an_excerpt_acts_on_a_terminal() {
        let shown = excerpt("{ \"\u{1b}[31m\u{202e}x\u{7}\": 1 }", "x");
        assert!(!shown.chars().any(|letter| letter != '\n' && letter.is_control() || letter == '\u{202e}'), "{shown}");
    }
}
