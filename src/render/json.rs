//! JSON as it is written: two spaces deep, a newline at the end, and nothing in it that could act on a terminal.

use std::fmt::Write as _;

use serde::Serialize;

use super::text::is_hidden;
use crate::plan::Plan;

/// A plan as `plan.json` holds it.
pub fn json(plan: &Plan) -> String {
    json_of(plan)
}

/// Any data as JSON.
pub fn json_of(data: &impl Serialize) -> String {
    // Nothing that is written here has keys that are not strings, the only way to fail.
    let mut text = serde_json::to_string_pretty(data).unwrap_or_default();
    text.push('\n');
    visible(text)
}

/// Any data as JSON in one line, without its end.
pub fn json_line(data: &impl Serialize) -> String {
    visible(serde_json::to_string(data).unwrap_or_default())
}

/// The same JSON with characters escaped that move a cursor or turn the direction of reading; they occur in its strings alone.
fn visible(text: String) -> String {
    let acts = |letter: char| letter != '\n' && is_hidden(letter);
    if !text.contains(acts) {
        return text;
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if acts(letter) {
            let _ = write!(shown, "\\u{:04x}", u32::from(letter));
        } else {
            shown.push(letter);
        }
    }
    shown
}

/// Any data as a JSON value.
pub fn data_of(data: &impl Serialize) -> serde_json::Value {
    serde_json::to_value(data).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_escaped_and_stays_the_same_text() {
        let text = "a\u{9b}31m\u{7f}\u{202e}b\nc 走る";
        let json = json_of(&text);
        assert_eq!(json, "\"a\\u009b31m\\u007f\\u202eb\\nc 走る\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
