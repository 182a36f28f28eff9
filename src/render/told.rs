//! What the commands tell beside plans: the rulebook, what to do next.

use serde_json::{Value, json};

use super::text::wrapped;
use crate::plan::Plan;
use crate::rules::{Binding, Number, Rule, Rulebook, Stricter};

const WIDTH: usize = 80;

/// How to go on after planning, on standard error.
pub fn next_steps(plan: &Plan, folder: &str) -> String {
    let folder = if folder == "." { "this folder" } else { folder };
    let musts = if plan.score.must == 0 { "" } else { " (with broken musts)" };
    format!(
        "Wrote plan.json, plan.html and plan.ics to {folder}{musts}.\n\
         Open plan.html in a browser and print it for the fridge; import plan.ics into a calendar of its own."
    )
}

/// How to bring the runs back that a red flag stops to the end of the block, if one does.
pub fn way_back(plan: &Plan) -> Option<String> {
    plan.has_standing_red_flag().then(|| {
        "A sign that was told stops the runs to the end of the block. Once it has gone, or whom you asked agrees to runs:\n  \
         `runweave log LOG checkin` with how you feel and without the sign, then\n  \
         `runweave replan PLAN --from DATE --log LOG`."
            .to_owned()
    })
}

pub(super) fn binding(binding: Binding) -> &'static str {
    match binding {
        Binding::Must => "must",
        Binding::Should => "should",
        Binding::Both => "must and should",
        Binding::Advice => "advice",
    }
}

/// Every rule in a line.
pub fn rulebook(book: &Rulebook) -> String {
    let rules = book.all();
    let widest = rules.iter().map(|rule| rule.card().id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for rule in rules {
        let card = rule.card();
        let head = format!("{:widest$}  ", card.id);
        text.push_str(&wrapped(&format!("({}) {}", binding(card.binding), card.summary), &head, 100));
    }
    text
}

/// What it means to a plan that a rule binds so.
fn bound_to(binding: Binding) -> &'static str {
    match binding {
        Binding::Must => "Never broken.",
        Binding::Should => "Broken as little as possible.",
        Binding::Both => "What is marked must is never broken, the rest as little as possible.",
        Binding::Advice => "It shapes how much is run or what is said, and judges no place.",
    }
}

/// One rule whole, with the numbers `of` somebody; empty where there is none of this name.
pub fn rule(book: &mut Rulebook, id: &str, of: &str) -> String {
    let Some(rule) = book.all_mut().into_iter().find(|rule| rule.card().id == id) else { return String::new() };
    let card = rule.card();
    let mut text = format!("{} ({})\n\n", card.id, binding(card.binding));
    text.push_str(&wrapped(&format!("{} {}", card.summary, bound_to(card.binding)), "", WIDTH));
    text.push('\n');
    text.push_str(&wrapped(card.docs, "", WIDTH));
    let numbers = rule.numbers();
    if !numbers.is_empty() {
        text.extend(["\nNumbers ", of, ":\n"]);
        for number in numbers {
            text.push_str(&wrapped(&sentence(&number), "  ", WIDTH));
        }
    }
    text.push_str("\nEvidence:\n");
    for source in card.evidence {
        text.push_str(&wrapped(source, "  - ", WIDTH));
    }
    text.push_str("\nHow to change it:\n");
    text.push_str(&wrapped(&how_to_change(rule), "  ", WIDTH));
    text
}

fn sentence(number: &Number<'_>) -> String {
    format!("{} = {} {}: {}{}", number.name, number.value, number.unit, number.meaning, bound(number))
}

/// How far a brief may loosen a must-number.
pub(super) fn bound(number: &Number<'_>) -> String {
    match (number.floor, number.stricter) {
        (Some(floor), Stricter::Larger) => format!(" (must; a brief may go down to {floor})"),
        (Some(floor), Stricter::Smaller) => format!(" (must; a brief may go up to {floor})"),
        (None, _) => String::new(),
    }
}

/// How a brief changes a rule, and how far.
fn how_to_change(rule: &mut dyn Rule) -> String {
    let card = rule.card();
    let off = if card.binding == Binding::Should {
        format!(" Or switch it off: \"rules\": {{ \"{}\": \"off\" }}.", card.id)
    } else {
        String::new()
    };
    let numbers = rule.numbers();
    let Some(number) = numbers.first() else {
        return if off.is_empty() {
            "It has no numbers and cannot be switched off.".to_owned()
        } else {
            off.trim().to_owned()
        };
    };
    let (least, most) = match (number.floor, number.stricter) {
        (Some(floor), Stricter::Larger) => (floor, number.range.1),
        (Some(floor), Stricter::Smaller) => (number.range.0, floor),
        (None, _) => number.range,
    };
    let bounds = match number.unit {
        "" => format!("{least} to {most}"),
        unit => format!("{least} to {most} {unit}"),
    };
    format!(
        "In the brief: \"rules\": {{ \"{}\": {{ \"{}\": {} }} }}, anything from {bounds}.{off}",
        card.id, number.name, number.value
    )
}

/// Every rule as data.
pub fn rulebook_data(book: &mut Rulebook) -> Value {
    book.all_mut().into_iter().map(data).collect()
}

/// One rule as data; null where there is none of this name.
pub fn rule_data(book: &mut Rulebook, id: &str) -> Value {
    book.all_mut().into_iter().find(|rule| rule.card().id == id).map_or(Value::Null, data)
}

fn data(rule: &mut dyn Rule) -> Value {
    let card = rule.card();
    let numbers: Vec<Value> = rule
        .numbers()
        .iter()
        .map(|number| {
            json!({ "name": number.name, "meaning": number.meaning, "unit": number.unit, "value": number.value, "floor": number.floor,
                    "least": number.range.0, "most": number.range.1 })
        })
        .collect();
    json!({ "id": card.id, "binding": binding(card.binding), "summary": card.summary, "docs": card.docs, "evidence": card.evidence, "numbers": numbers })
}
