//! Bytes become a document with positions, or the one problem that stops the reading.

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::ParseErrorKind as Kind;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::excerpt::boundary;
use super::node::{Member, Node, Span, Value};
use super::problem::{Problem, Wrong};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 1024 * 1024;
/// How deep lists and objects may be nested.
const MAX_DEPTH: usize = 32;

/// Plain JSON and nothing more.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The text of a file, if it is text of a sensible size.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(Wrong::TooLarge { bytes: bytes.len(), most: MAX_BYTES }.at(Span::default()));
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        Wrong::NotText { byte: at }.at(Span { start: at, end: at })
    })?;
    if text.starts_with('\u{feff}') {
        return Err(Wrong::ByteOrderMark {}.at(Span { start: 0, end: 3 }));
    }
    if text.trim().is_empty() {
        return Err(Wrong::Empty {}.at(Span::default()));
    }
    Ok(text)
}

/// Reads one JSON document, strictly. `serde_json` has the last word on what JSON is, and gives the value that is kept.
pub(super) fn parse(text: &str) -> Result<(Node, serde_json::Value), Problem> {
    if let Some(span) = too_deep(text) {
        return Err(Wrong::TooDeep { most: MAX_DEPTH }.at(span));
    }
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT).map_err(|error| {
        let range = error.range();
        syntax(&error.kind().to_string(), right(error.kind()), Span { start: range.start, end: range.end })
    })?;
    let value = serde_json::from_str(text).map_err(|error| {
        let at = offset(text, error.line(), error.column());
        let full = error.to_string();
        let what = full.split(" at line ").next().unwrap_or(&full);
        syntax(what, strictly_right(what), Span { start: at, end: at })
    })?;
    match parsed.value {
        Some(tree) => Ok((node(tree), value)),
        None => Err(Wrong::Empty {}.at(Span::default())),
    }
}

fn syntax(what: &str, help: &'static str, span: Span) -> Problem {
    let mut letters = what.chars();
    let what = letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default();
    Wrong::Syntax { what, help }.at(span)
}

/// What would be right where the syntax breaks.
fn right(kind: &Kind) -> &'static str {
    match kind {
        Kind::CommentsNotAllowed => "JSON knows no comments",
        Kind::TrailingCommasNotAllowed => "take away the comma after the last item",
        Kind::ExpectedComma => "items are parted by commas, and numbers have no zeros in front",
        Kind::MultipleRootJsonValues => "a file holds one brief: one object in `{ }`",
        Kind::UnterminatedArray => "a `]` is missing",
        Kind::UnterminatedObject => "a `}` is missing",
        Kind::String(_) => "text stands in double quotes; a quote in it is written `\\\"` and a backslash `\\\\`",
        Kind::ExpectedColonAfterObjectKey | Kind::ExpectedObjectValue | Kind::ExpectedStringObjectProperty => {
            "an object is written `{ \"key\": value, \"key\": value }`"
        }
        _ => "a value is `\"text\"`, a number such as `30` or `7.5`, `true`, `false`, `null`, a list or an object",
    }
}

/// The same for what only the stricter parser sees.
fn strictly_right(what: &str) -> &'static str {
    if what.starts_with("control character") {
        "text holds no line breaks or control characters; write `\\n` for a line break"
    } else {
        "numbers are written like `30` or `7.5`, without zeros in front, and below 1e308"
    }
}

/// Where lists and objects first get too deep: looked for before any parser that recurses sees the text.
fn too_deep(text: &str) -> Option<Span> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Some(Span { start: at, end: at + 1 });
                }
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// The byte at a line and a column of bytes, both from 1.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    boundary(text, start + column.saturating_sub(1))
}

fn node(value: ast::Value<'_>) -> Node {
    let range = value.range();
    let value = match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(word) => Value::Bool(word.value),
        ast::Value::NumberLit(number) => Value::Number(number.value.parse().unwrap_or(f64::INFINITY)),
        ast::Value::StringLit(text) => Value::Text(text.value.into_owned()),
        ast::Value::Array(list) => Value::List(list.elements.into_iter().map(node).collect()),
        ast::Value::Object(object) => Value::Object(
            object
                .properties
                .into_iter()
                .map(|property| {
                    let range = property.name.range();
                    let span = Span { start: range.start, end: range.end };
                    Member { key: property.name.into_string(), span, node: node(property.value) }
                })
                .collect(),
        ),
    };
    Node { span: Span { start: range.start, end: range.end }, value }
}
