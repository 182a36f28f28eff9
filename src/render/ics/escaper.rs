//! The escaper of every `.ics` template: TEXT values as RFC 5545 3.3.11 has them.

use std::fmt::{self, Write};

use askama::filters::Escaper;

/// Escapes a value so that it can neither end its line nor its property: backslash, semicolon and comma get a backslash, every kind
/// of line break becomes `\n`, other control characters vanish, and a run of blanks becomes one space, so that no folded line is blank.
#[derive(Clone, Copy, Debug, Default)]
pub struct IcsText;

impl Escaper for IcsText {
    fn write_escaped_str<W: Write>(&self, mut to: W, text: &str) -> fmt::Result {
        let mut before = None;
        for char in text.chars() {
            match (char, before) {
                ('\n', Some('\r')) | (' ' | '\t', Some(' ' | '\t')) => {}
                ('\\' | ';' | ',', _) => write!(to, "\\{char}")?,
                ('\r' | '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}', _) => to.write_str("\\n")?,
                (' ' | '\t', _) => to.write_char(' ')?,
                (other, _) if other.is_control() => continue,
                (other, _) => to.write_char(other)?,
            }
            before = Some(char);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut escaped = String::new();
        IcsText.write_escaped_str(&mut escaped, text).unwrap();
        escaped
    }

    #[test]
    fn the_four_special_characters_are_escaped_and_no_others() {
        assert_eq!(escaped(r#"a\b;c,d:e"f"#), r#"a\\b\;c\,d:e"f"#);
    }

    #[test]
    fn every_kind_of_line_break_becomes_an_escaped_one() {
        assert_eq!(escaped("a\r\nb\rc\nd\u{2028}e\u{85}f\u{0b}g"), r"a\nb\nc\nd\ne\nf\ng");
        assert_eq!(escaped("a\r\n\r\nb"), r"a\n\nb");
    }

    #[test]
    fn other_control_characters_vanish_and_blanks_run_together() {
        assert_eq!(escaped("a\u{0}\u{1b}[31mb\u{7f}\u{9b}c  \t d"), "a[31mbc d");
    }

    #[test]
    fn letters_of_every_script_stay() {
        let text = "Läufe 🏃🏽‍♀️ ריצה\u{200f} ランニング";
        assert_eq!(escaped(text), text);
    }
}
