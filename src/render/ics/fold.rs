//! The last pass over a calendar file: CRLF line ends and lines of at most 75 octets (RFC 5545 3.1).

/// Octets of a line without its line end.
const LIMIT: usize = 75;

/// Every line that is not blank, folded and ended with CRLF.
pub(super) fn lines(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / 16);
    for line in text.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        fold(line, &mut folded);
    }
    folded
}

/// Appends one line, broken before the character or the escape that would pass the limit.
fn fold(line: &str, to: &mut String) {
    let mut width = 0;
    let (whole, mut rest) = if line.len() <= LIMIT { (line, "") } else { ("", line) };
    to.push_str(whole);
    while let Some(first) = rest.chars().next() {
        let escape = if first == '\\' { rest[1..].chars().next().map_or(0, char::len_utf8) } else { 0 };
        let (unit, after) = rest.split_at(first.len_utf8() + escape);
        if width + unit.len() > LIMIT {
            to.push_str("\r\n ");
            width = 1;
        }
        to.push_str(unit);
        width += unit.len();
        rest = after;
    }
    to.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn a_line_of_75_octets_stays_whole_and_one_of_76_is_broken() {
        assert_eq!(lines(&"x".repeat(75)), format!("{}\r\n", "x".repeat(75)));
        assert_eq!(lines(&"x".repeat(76)), format!("{}\r\n x\r\n", "x".repeat(75)));
    }

    #[test]
    fn the_space_that_continues_a_line_counts() {
        assert_eq!(lines(&"x".repeat(150)), format!("{}\r\n {}\r\n x\r\n", "x".repeat(75), "x".repeat(74)));
    }

    #[test]
    fn no_fold_lies_inside_a_character_or_an_escape() {
        for lead in 0..80 {
            for unit in ["é", "走", "🏃", r"\n", r"\\", r"\,"] {
                let line = format!("{}{}", "a".repeat(lead), unit.repeat(90));
                let folded = lines(&line);
                assert_eq!(unfolded(&folded), format!("{line}\r\n"));
                for part in folded.split_terminator("\r\n") {
                    assert!(part.len() <= LIMIT, "{part}");
                    let backslashes = part.chars().rev().take_while(|&char| char == '\\').count();
                    assert!(unit != r"\n" && unit != r"\," || backslashes == 0, "{part}");
                    assert!(backslashes % 2 == 0, "{part}");
                }
            }
        }
    }

    #[test]
    fn blank_lines_and_blanks_at_the_end_are_left_out() {
        assert_eq!(lines("a\n\n  \nb \n"), "a\r\nb\r\n");
    }
}
