//! A brief as a person would lay it out: what is small stands in one line.

use serde_json::Value;

/// Longer lines are broken, in characters.
const WIDTH: usize = 150;

/// The JSON text of a value, a newline at its end.
pub(super) fn laid_out(value: &Value) -> String {
    format!("{}\n", part(value, 0))
}

fn part(value: &Value, depth: usize) -> String {
    let line = one_line(value);
    if depth > 0 && depth * 2 + line.chars().count() <= WIDTH && nesting(value) <= if depth == 1 { 1 } else { 2 } {
        return line;
    }
    let indent = "  ".repeat(depth + 1);
    let close = "  ".repeat(depth);
    let broken = |open: char, parts: Vec<String>, end: char| {
        format!("{open}\n{indent}{}\n{close}{end}", parts.join(&format!(",\n{indent}")))
    };
    match value {
        Value::Object(map) if !map.is_empty() => {
            let parts =
                map.iter().map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), part(value, depth + 1)));
            broken('{', parts.collect(), '}')
        }
        Value::Array(list) if !list.is_empty() => {
            broken('[', list.iter().map(|value| part(value, depth + 1)).collect(), ']')
        }
        _ => line,
    }
}

fn one_line(value: &Value) -> String {
    match value {
        Value::Object(map) if !map.is_empty() => {
            let parts: Vec<String> =
                map.iter().map(|(key, value)| format!("{}: {}", Value::from(key.as_str()), one_line(value))).collect();
            format!("{{ {} }}", parts.join(", "))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(one_line).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

/// How many lists and objects stand inside each other.
fn nesting(value: &Value) -> usize {
    match value {
        Value::Object(map) => 1 + map.values().map(nesting).max().unwrap_or(0),
        Value::Array(list) => 1 + list.iter().map(nesting).max().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_session_is_a_line_and_the_text_says_the_same() {
        let value = json!({
            "athlete": { "goal": "strength" },
            "sessions": [{ "name": "A \"b\"", "minutes": 60 }, { "name": "C", "minutes": 30 }],
            "availability": { "tue": ["06:00-08:00"] },
            "none": [],
        });
        let text = laid_out(&value);
        assert!(text.contains("\n  \"sessions\": [\n    { \"name\": \"A \\\"b\\\"\", \"minutes\": 60 },\n"), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
