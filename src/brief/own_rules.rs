//! The `rules` of a brief: numbers that the person changes, and should-rules they switch off.

use super::node::Node;
use super::problem::{Problem, Wrong};
use super::shape::{Key, Shape, may, whole};
use crate::model::{Goal, Level};
use crate::rules::{Binding, Number, Rulebook, Setting, Stricter};

/// The shape of `rules`, from the rules themselves. Ranges do not depend on the person; floors are looked at by [`apply`].
pub(super) fn rules() -> Shape {
    let anybody = Setting::of(Goal::GeneralFitness, Level::Intermediate);
    let mut book = Rulebook::for_athlete(&anybody);
    let keys = book.all_mut().into_iter().map(|rule| {
        let card = rule.card();
        let numbers = rule.numbers().iter().map(key).collect();
        let may_be_off = card.binding == Binding::Should;
        may(card.id, card.summary, Shape::Rule { id: card.id, numbers, may_be_off })
    });
    Shape::Object(keys.collect())
}

fn key(number: &Number<'_>) -> Key {
    let (from, to) = number.range;
    let doc = format!("{} ({}).", number.meaning, number.unit);
    may(number.name, &doc, whole(from.into(), to.into(), number.unit))
}

/// Writes the person's numbers into the rulebook; `node` fits the shape of [`rules`].
pub(super) fn apply(book: &mut Rulebook, node: &Node, problems: &mut Vec<Problem>) {
    let mut off = Vec::new();
    for rule in book.all_mut() {
        let id = rule.card().id;
        let Some(wish) = node.get(id) else { continue };
        if wish.as_text().is_some() {
            off.push(id);
        }
        for number in rule.numbers() {
            let Some((at, value)) = wish.get(number.name).and_then(|at| Some((at, at.as_whole::<i32>()?))) else {
                continue;
            };
            match number.floor {
                Some(floor) if looser(&number, value, floor) => problems.push(
                    Wrong::BelowFloor {
                        rule: id,
                        number: number.name,
                        found: value,
                        floor: floor.to_string(),
                        unit: number.unit,
                    }
                    .at(at.span),
                ),
                _ => *number.value = value,
            }
        }
    }
    for id in off {
        book.switch_off(id);
    }
}

/// What is wrong with the person's numbers whoever they are: of their goal and levels no more is known than can be read.
pub(super) fn judge_for_anybody(node: &Node, athlete: Option<&Node>, problems: &mut Vec<Problem>) {
    let word = |key| athlete.and_then(|node| node.text(key));
    let goals = word("goal").and_then(Goal::parse).map_or_else(|| Goal::ALL.to_vec(), |goal| vec![goal]);
    let levels = |key| word(key).and_then(Level::parse).map_or_else(|| Level::ALL.to_vec(), |level| vec![level]);
    let mut sure: Option<Vec<Problem>> = None;
    for goal in goals {
        for level in levels("running_level") {
            for strength_level in levels("strength_level") {
                let mut found = Vec::new();
                let mut book = Rulebook::for_athlete(&Setting { strength_level, ..Setting::of(goal, level) });
                apply(&mut book, node, &mut found);
                sure = Some(sure.map_or_else(|| found.clone(), |known| both(known, &found)));
            }
        }
    }
    problems.extend(sure.unwrap_or_default());
}

/// The problems that are in both.
fn both(known: Vec<Problem>, found: &[Problem]) -> Vec<Problem> {
    known.into_iter().filter(|problem| found.contains(problem)).collect()
}

fn looser(number: &Number<'_>, value: i32, floor: i32) -> bool {
    match number.stricter {
        Stricter::Larger => value < floor,
        Stricter::Smaller => value > floor,
    }
}
