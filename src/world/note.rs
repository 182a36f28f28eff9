//! What is told beside the data.

use std::io::Write as _;

/// Writes a note to standard error; that nobody reads it is no error.
pub(crate) fn note(text: &str) {
    let mut out = anstream::stderr().lock();
    for line in text.lines() {
        let _ = writeln!(out, "{}", painted(&crate::render::clean(line)));
    }
}

/// A line whose first word says what kind of note it is, that word in colour: decoration only.
fn painted(line: &str) -> String {
    let word =
        |word: &str, style: anstyle::Style| line.strip_prefix(word).map(|rest| format!("{style}{word}{style:#}{rest}"));
    let red = anstyle::AnsiColor::Red.on_default().bold();
    let yellow = anstyle::AnsiColor::Yellow.on_default().bold();
    let cyan = anstyle::AnsiColor::Cyan.on_default().bold();
    word("error:", red)
        .or_else(|| word("warning:", yellow))
        .or_else(|| word("note:", cyan))
        .or_else(|| word("hint:", cyan))
        .or_else(|| word("  help:", cyan))
        .unwrap_or_else(|| line.to_owned())
}
