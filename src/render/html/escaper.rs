//! The escaper of every `.html` template.

use std::fmt::{self, Write};

use askama::filters::{Escaper, Html};

/// Escapes a value so that it stays text: as HTML asks for, and without the control characters that no page may hold or that turn
/// the direction of reading for what follows. What sets a word apart (U+2068, U+2069) turns nothing and stays.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct HtmlText;

impl Escaper for HtmlText {
    fn write_escaped_str<W: Write>(&self, to: W, text: &str) -> fmt::Result {
        if !text.contains(is_hidden) {
            return Html.write_escaped_str(to, text);
        }
        let shown: String = text.chars().filter(|letter| !is_hidden(*letter)).collect();
        Html.write_escaped_str(to, &shown)
    }
}

fn is_hidden(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut escaped = String::new();
        HtmlText.write_escaped_str(&mut escaped, text).unwrap();
        escaped
    }

    #[test]
    fn markup_becomes_text() {
        assert!(!escaped("</td><script>\"'&").contains(['<', '>', '"', '\'']));
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(escaped("a\u{0}\u{1b}[31mb\u{202e}c\u{85}d"), "a[31mbcd");
        assert_eq!(escaped("ריצה 🏃🏽‍♀️"), "ריצה 🏃🏽‍♀️");
    }
}
