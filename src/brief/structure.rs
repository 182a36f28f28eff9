//! A document against its shape: what does not fit is told and dropped, what fits is kept.

use std::collections::BTreeSet;

use super::excerpt::quoted;
use super::form::{Form, Miss};
use super::nearest::nearest;
use super::node::{Member, Node, Span, Value};
use super::problem::{Problem, Wrong};
use super::shape::{Key, Shape, all_of, one_of};

/// Up to so many words are listed beside the nearest.
const FEW: usize = 8;
/// More keys than this are not listed.
const MANY: usize = 12;

/// The part of the document that fits the shape. `what` names the value in sentences.
pub(super) fn fitting(shape: &Shape, node: Node, what: &str, problems: &mut Vec<Problem>) -> Option<Node> {
    match (shape, &node.value) {
        (Shape::Object(keys), Value::Object(_)) => return Some(object(keys, node, problems)),
        (Shape::ObjectWithOne { keys, one_of }, Value::Object(_)) => {
            problems.extend(not_one(keys, one_of, &node));
            return Some(object(keys, node, problems));
        }
        (Shape::Rule { numbers, .. }, Value::Object(_)) => return Some(object(numbers, node, problems)),
        (Shape::List { of, most } | Shape::OneOrMore { of, most }, Value::List(_)) => {
            return items(of, *most, node, what, problems);
        }
        (Shape::Unless(_), Value::Null) => return Some(node),
        (Shape::Unless(_), Value::Text(word)) if word == "off" => return Some(node),
        (Shape::OneOrMore { of, .. }, Value::Object(_)) | (Shape::Unless(of), Value::Number(_)) => {
            return fitting(of, node, what, problems);
        }
        (Shape::Rule { id, may_be_off, .. }, Value::Text(word)) if word == "off" => {
            if *may_be_off {
                return Some(node);
            }
            problems.push(Wrong::CannotBeOff { id }.at(node.span));
            return None;
        }
        _ => {}
    }
    match leaf_problem(shape, &node, what) {
        Some(wrong) => {
            problems.push(wrong.at(node.span));
            None
        }
        None => Some(node),
    }
}

fn leaf_problem(shape: &Shape, node: &Node, what: &str) -> Option<Wrong> {
    let what = what.to_owned();
    match (shape, &node.value) {
        (Shape::Text { most }, Value::Text(text)) => {
            let found = text.chars().count();
            (found > *most).then_some(Wrong::TooLong { what, most: *most, found })
        }
        (Shape::Flag, Value::Bool(_)) => None,
        (Shape::Form(form), Value::Text(text)) => form.judge(text).err().map(|miss| misses(*form, miss, text, what)),
        (Shape::Word(words), Value::Text(text)) => (!words.contains(&text.as_str())).then(|| Wrong::UnknownWord {
            what,
            word: quoted(text),
            help: match nearest(text, words.iter().copied()) {
                Some(word) if words.len() > FEW => format!("did you mean `{word}`?"),
                Some(word) => format!("did you mean `{word}`? The words here are {}", all_of(words)),
                None => format!("expected {}", one_of(words)),
            },
        }),
        (Shape::Whole { from, to, .. }, Value::Number(number)) => {
            let fits = node.as_whole::<i64>().is_some_and(|whole| (*from..=*to).contains(&whole));
            (!fits).then(|| Wrong::OutOfRange { what, found: shown(*number), expected: shape.expected() })
        }
        (Shape::Number { from, to, .. }, Value::Number(number)) => (!(*from..=*to).contains(number))
            .then(|| Wrong::OutOfRange { what, found: shown(*number), expected: shape.expected() }),
        _ => Some(Wrong::OtherType { what, expected: shape.expected(), found: node.kind() }),
    }
}

fn misses(form: Form, miss: Miss, text: &str, what: String) -> Wrong {
    let shown = quoted(text);
    match (form, miss) {
        (Form::Date | Form::DateTime, Miss::Impossible) => Wrong::NoSuchDate { text: shown },
        (Form::Window | Form::Start, Miss::Impossible) => Wrong::EmptyWindow { text: shown },
        (Form::Zone, _) => {
            let near = nearest(text, crate::model::Zone::names());
            let expected = || format!("expected {}", form.expected());
            Wrong::UnknownZone {
                text: shown,
                help: near.map_or_else(expected, |zone| format!("did you mean `{zone}`?")),
            }
        }
        _ => Wrong::OtherForm { what, text: shown, expected: form.expected().to_owned() },
    }
}

/// A number as a person would write it.
fn shown(number: f64) -> String {
    if number.abs() < 1e15 { number.to_string() } else { format!("{number:e}") }
}

fn object(keys: &[Key], node: Node, problems: &mut Vec<Problem>) -> Node {
    let span = node.span;
    let Value::Object(members) = node.value else { return node };
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for member in members {
        if !seen.insert(member.key.clone()) {
            problems.push(Wrong::DuplicateKey { key: quoted(&member.key) }.at(member.span));
            continue;
        }
        let Some(key) = keys.iter().find(|key| key.name == member.key) else {
            problems.push(unknown_key(keys, &member.key, member.span));
            continue;
        };
        let what = format!("`{}`", key.name);
        if let Some(node) = fitting(&key.shape, member.node, &what, problems) {
            kept.push(Member { node, ..member });
        }
    }
    for key in keys.iter().filter(|key| key.required && !seen.contains(key.name)) {
        let expected = format!("add `\"{}\": …`, {}", key.name, key.shape.expected());
        let start = Span { start: span.start, end: span.start + 1 };
        problems.push(Wrong::MissingKey { key: key.name.to_owned(), expected }.at(start));
    }
    Node { span, value: Value::Object(kept) }
}

/// Tells of sets of keys of which an object has none, several or only a part.
fn not_one(keys: &[Key], one_of: &[Vec<&str>], node: &Node) -> Vec<Problem> {
    let member = |key: &str| node.members().iter().find(|member| member.key == key);
    let expected = |name| keys.iter().find(|key| key.name == name).map_or_else(String::new, |key| key.shape.expected());
    let start = Span { start: node.span.start, end: node.span.start + 1 };
    let chosen: Vec<&Vec<&str>> = one_of.iter().filter(|set| member(set[0]).is_some()).collect();
    let lacks = |key: &str, expected: String| Wrong::MissingKey { key: key.to_owned(), expected }.at(start);
    let Some(set) = chosen.first() else {
        let ways: Vec<String> = one_of.iter().map(|set| format!("`\"{}\": …`, {}", set[0], expected(set[0]))).collect();
        let first = one_of.first().map_or("", |set| set[0]);
        let common = one_of.first().into_iter().flatten().skip(1).filter(|key| member(key).is_none());
        let mut told = vec![lacks(first, format!("add {}", ways.join(", or ")))];
        told.extend(common.map(|key| lacks(key, format!("add `\"{key}\": …`, {}", expected(key)))));
        return told;
    };
    if let Some(second) = chosen.get(1).and_then(|set| member(set[0])) {
        return vec![Wrong::BothKeys { one: set[0].to_owned(), two: second.key.clone() }.at(second.span)];
    }
    let missing = set.iter().filter(|key| member(key).is_none());
    let mut told: Vec<Problem> =
        missing.map(|key| lacks(key, format!("add `\"{key}\": …`, {}", expected(key)))).collect();
    let others = one_of.iter().flatten().filter(|key| !set.contains(key)).filter_map(|key| member(key));
    told.extend(
        others.take(1).map(|other| Wrong::BothKeys { one: set[0].to_owned(), two: other.key.clone() }.at(other.span)),
    );
    told
}

fn unknown_key(keys: &[Key], found: &str, span: Span) -> Problem {
    let known: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let help = match nearest(found, known.iter().copied()) {
        Some(key) => format!("did you mean `{key}`?"),
        None if known.is_empty() => "no keys belong here".to_owned(),
        None if known.len() > MANY => "`runweave schema brief` lists the keys that belong here".to_owned(),
        None => format!("the keys here are {}", all_of(&known)),
    };
    Wrong::UnknownKey { key: quoted(found), help }.at(span)
}

fn items(of: &Shape, most: usize, node: Node, what: &str, problems: &mut Vec<Problem>) -> Option<Node> {
    let span = node.span;
    let Value::List(items) = node.value else { return None };
    if items.len() > most {
        problems.push(Wrong::TooMany { what: what.to_owned(), most, found: items.len() }.at(span));
        return None;
    }
    let each = format!("an item of {what}");
    let kept = items.into_iter().filter_map(|item| fitting(of, item, &each, problems)).collect();
    Some(Node { span, value: Value::List(kept) })
}
