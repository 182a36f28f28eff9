//! Lengths that are said of several runs or of none: "3 x 30 min", "not at all".

use super::super::date::counted;
use super::super::token::Line;

/// Whether the words say that there is none: "nothing", "I don't run", "gar nicht".
pub(super) fn nothing(line: &Line<'_>, end: usize) -> bool {
    const WAYS: [&str; 26] = [
        "none",
        "nothing",
        "zero",
        "nil",
        "not at all",
        "not running",
        "not running at all",
        "i don't run",
        "i do not run",
        "don't run",
        "i'm not running",
        "no running",
        "no runs",
        "nothing yet",
        "nothing at the moment",
        "not yet",
        "gar nicht",
        "nichts",
        "nicht",
        "keine",
        "rien",
        "pas du tout",
        "je ne cours pas",
        "nada",
        "no corro",
        "ninguno",
    ];
    line.longest(0, &WAYS).is_some_and(|(_, used)| used == end)
}

/// "3 x", "three times", "3 runs of": how many, and the token behind.
pub(super) fn several(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    let (count, used) = match line.word(at) {
        "twice" | "zweimal" => (2, 1),
        "dreimal" => (3, 1),
        "viermal" => (4, 1),
        _ => {
            let (count, used) = counted(line, at)?;
            let next = at + used;
            let unit = match line.word(next) {
                "x" | "*" | "times" | "mal" | "fois" | "veces" => 1,
                "runs" if line.word(next + 1) == "of" => 2,
                _ => return None,
            };
            (count, used + unit)
        }
    };
    (count <= 14).then_some((count, at + used))
}
