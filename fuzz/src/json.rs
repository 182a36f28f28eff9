//! Mutations of a JSON document that leave it JSON: values change, move, come again or go.

use serde_json::{Map, Number, Value};

use crate::dice::Dice;
use crate::vocabulary::{NUMBERS, TEXTS, words};

/// Of so many mutations one knows nothing of JSON.
const BLIND: usize = 12;

/// A mutated document in `data`, and its length. What is no JSON is mutated byte by byte.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut dice = Dice::new(seed);
    let document = serde_json::from_slice::<Value>(&data[..size]).ok();
    if let Some(document) = document.filter(|_| dice.below(BLIND) > 0)
        && let Some(length) = written(&mutated(document, &mut dice), data, most)
    {
        return length;
    }
    libfuzzer_sys::fuzzer_mutate(data, size, most)
}

/// A document with one to four changes.
pub fn mutated(mut document: Value, dice: &mut Dice) -> Value {
    for _ in 0..=dice.below(4) {
        let other = picked(&mut document, dice).clone();
        change(picked(&mut document, dice), other, dice);
    }
    document
}

fn written(document: &Value, data: &mut [u8], most: usize) -> Option<usize> {
    let text = serde_json::to_vec(document).ok().filter(|text| text.len() <= most.min(data.len()))?;
    data[..text.len()].copy_from_slice(&text);
    Some(text.len())
}

/// Any value in the document.
fn picked<'a>(document: &'a mut Value, dice: &mut Dice) -> &'a mut Value {
    let mut at = dice.below(count(document));
    nth(document, &mut at).expect("the document has so many values")
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(object) => object.values().map(count).sum(),
        _ => 0,
    }
}

fn nth<'a>(value: &'a mut Value, at: &mut usize) -> Option<&'a mut Value> {
    if *at == 0 {
        return Some(value);
    }
    *at -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|item| nth(item, at)),
        Value::Object(object) => object.values_mut().find_map(|item| nth(item, at)),
        _ => None,
    }
}

fn change(value: &mut Value, other: Value, dice: &mut Dice) {
    if dice.below(10) == 0 {
        *value = other;
        return;
    }
    match value {
        Value::Array(list) => change_list(list, other, dice),
        Value::Object(object) => change_object(object, other, dice),
        Value::String(text) => change_text(text, dice),
        Value::Number(number) => *value = changed_number(number, dice),
        Value::Bool(is) => *is = !*is,
        Value::Null => *value = any(dice),
    }
}

fn change_list(list: &mut Vec<Value>, other: Value, dice: &mut Dice) {
    let at = dice.below(list.len());
    match dice.below(5) {
        0 if !list.is_empty() => drop(list.remove(at)),
        1 if !list.is_empty() => list.insert(at, list[at].clone()),
        2 if !list.is_empty() => {
            let to = dice.below(list.len());
            list.swap(at, to);
        }
        3 => list.extend(std::iter::repeat_n(other, dice.below(20))),
        _ => list.push(other),
    }
}

fn change_object(object: &mut Map<String, Value>, other: Value, dice: &mut Dice) {
    let keys: Vec<String> = object.keys().cloned().collect();
    let word = dice.one_of(words()).cloned().unwrap_or_default();
    match (dice.below(4), dice.one_of(&keys)) {
        (0, Some(key)) => drop(object.shift_remove(key)),
        (1, Some(key)) => drop(object.insert(key.clone(), other)),
        (2, _) => drop(object.insert(word, other)),
        _ => drop(object.insert(word, any(dice))),
    }
}

fn change_text(text: &mut String, dice: &mut Dice) {
    match dice.below(6) {
        0 => *text = dice.one_of(TEXTS).copied().unwrap_or_default().to_owned(),
        1 => *text = dice.one_of(words()).cloned().unwrap_or_default(),
        2 => text.push_str(dice.one_of(TEXTS).copied().unwrap_or_default()),
        // Another digit makes another date or hour.
        3 | 4 => {
            let digits: Vec<usize> =
                text.match_indices(|letter: char| letter.is_ascii_digit()).map(|(at, _)| at).collect();
            if let Some(at) = dice.one_of(&digits) {
                text.replace_range(*at..=*at, &dice.below(10).to_string());
            }
        }
        _ => *text = text.repeat(dice.below(8)),
    }
}

fn changed_number(number: &Number, dice: &mut Dice) -> Value {
    let by = dice.below(30) as i64 - 15;
    match (dice.below(3), number.as_i64()) {
        (0, Some(whole)) => whole.saturating_add(by).into(),
        (1, Some(whole)) => whole.saturating_mul(by).into(),
        (2, None) => number.as_f64().map_or(Value::Null, |number| (number + by as f64 / 10.0).into()),
        _ => any_number(dice),
    }
}

fn any_number(dice: &mut Dice) -> Value {
    let number = dice.one_of(NUMBERS).copied().unwrap_or_default();
    if number.fract() == 0.0 && number.abs() < 1e18 { (number as i64).into() } else { number.into() }
}

fn any(dice: &mut Dice) -> Value {
    match dice.below(6) {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 => Value::Array(Vec::new()),
        3 => any_number(dice),
        4 => dice.one_of(words()).map_or(Value::Null, |word| word.clone().into()),
        _ => dice.one_of(TEXTS).map_or(Value::Null, |text| (*text).into()),
    }
}
