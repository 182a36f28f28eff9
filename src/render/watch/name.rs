//! Names as files and small screens take them.

use crate::plan::PlacedRun;
use crate::render::{clean, words};

/// "Easy run 30 min"; a race has its own name alone.
pub(super) fn of_run(run: &PlacedRun) -> String {
    let name = one_line(&run.name);
    let race = run.run.kind == crate::model::RunType::Race;
    if race { name } else { format!("{name} {}", words::minutes(run.minutes)) }
}

/// A line without what acts on a screen and without blanks at its ends.
pub(super) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most so many bytes of a text, cut at a character's border.
pub(super) fn cut(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].trim_end()
}

/// The longest name of a file without its ending.
const LONGEST: usize = 60;

/// The name of a run's file. An id is letters, digits and hyphens; whatever else a file was made to hold is left out.
pub(super) fn file(id: &str, ending: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() || letter == '-' { letter } else { '_' };
    let name: String = id.chars().take(LONGEST).map(plain).collect();
    format!("{name}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_between_characters() {
        assert_eq!(cut("Läufe", 2), "L");
        assert_eq!(cut("走る人", 7), "走る");
        assert_eq!(cut("Easy run 30 min", 9), "Easy run");
        assert_eq!(cut("", 5), "");
    }

    #[test]
    fn a_file_is_never_named_into_another_folder() {
        assert_eq!(file("w01-easy-1", "fit"), "w01-easy-1.fit");
        assert_eq!(file("../../etc/passwd\0", "fit"), "______etc_passwd_.fit");
        assert_eq!(file(&"x".repeat(300), "zwo").len(), 64);
    }
}
