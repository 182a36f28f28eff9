//! The whole rulebook as one page of Markdown, from the rules' own cards and numbers.

use std::fmt::Write as _;

use super::told::{binding, bound};
use crate::model::{Goal, Level};
use crate::rules::{Binding, Card, Rulebook, Setting};

const HEAD: &str = "# The rulebook

Every rule that a plan follows: what it asks, its numbers, who found what, and what is judgement. A **must** is never
broken; a **should** is broken as little as possible; **advice** shapes how much is run or is said on the page. Where
the numbers differ by goal or by running level, all of them are given; age and strength level may move some. `runweave rules NAME
--brief BRIEF` prints the numbers of one person.

This page is made from the rules themselves; a test keeps it true. [guidance.md](guidance.md) leads from each statement of
the guidance to its rule.
";

/// One number of a rule for every goal and level.
struct Row {
    name: &'static str,
    meaning: &'static str,
    unit: &'static str,
    bound: String,
    /// By goal, then level.
    values: Vec<Vec<i32>>,
}

/// The page.
pub fn rules_page() -> String {
    let mut page = HEAD.to_owned();
    let some = book(Goal::GeneralFitness, Level::Intermediate);
    for (index, rule) in some.all().into_iter().enumerate() {
        page.push_str(&section(rule.card(), &rows(index)));
    }
    page
}

fn book(goal: Goal, level: Level) -> Rulebook {
    Rulebook::for_athlete(&Setting { strength_level: Level::Intermediate, ..Setting::of(goal, level) })
}

fn section(card: &Card, rows: &[Row]) -> String {
    let mut text = format!("\n## {}\n\n*{}.* {}\n\n{}\n", card.id, binding(card.binding), card.summary, card.docs);
    if !rows.is_empty() {
        text.push_str("\n| number | value | what it means |\n|---|---|---|\n");
        for row in rows {
            let _ = writeln!(text, "| `{}` | {} | {}{} |", row.name, value(row), row.meaning, row.bound);
        }
    }
    text.push_str("\nEvidence:\n\n");
    for source in card.evidence {
        let _ = writeln!(text, "* {source}");
    }
    if card.binding == Binding::Should {
        let _ = writeln!(text, "\nIt can be switched off: `\"rules\": {{ \"{}\": \"off\" }}`.", card.id);
    }
    text
}

/// The numbers of the rule at `index` of the rulebook.
fn rows(index: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for goal in Goal::ALL {
        for (at, level) in Level::ALL.iter().enumerate() {
            let mut book = book(*goal, *level);
            let Some(rule) = book.all_mut().into_iter().nth(index) else { continue };
            for number in rule.numbers() {
                let known = rows.iter().position(|row| row.name == number.name).unwrap_or_else(|| {
                    let (name, meaning, unit) = (number.name, number.meaning, number.unit);
                    rows.push(Row { name, meaning, unit, bound: bound(&number), values: Vec::new() });
                    rows.len() - 1
                });
                if at == 0 {
                    rows[known].values.push(Vec::new());
                }
                if let Some(of_goal) = rows[known].values.last_mut() {
                    of_goal.push(*number.value);
                }
            }
        }
    }
    rows
}

/// "36 h", or the value for every level or goal it differs by.
fn value(row: &Row) -> String {
    let by_goal = row.values.windows(2).any(|two| two[0] != two[1]);
    let by_level = row.values.iter().any(|levels| levels.windows(2).any(|two| two[0] != two[1]));
    let levels = |levels: &[i32]| {
        let parts: Vec<String> =
            Level::ALL.iter().zip(levels).map(|(level, value)| format!("{} {value}", level.word())).collect();
        parts.join(", ")
    };
    let goals = |of: &dyn Fn(&[i32]) -> String| {
        let parts: Vec<String> = Goal::ALL
            .iter()
            .zip(&row.values)
            .map(|(goal, values)| format!("{}: {}", spaced(*goal), of(values)))
            .collect();
        parts.join("; ")
    };
    let first = |levels: &[i32]| levels.first().map_or_else(String::new, i32::to_string);
    let text = match (row.values.first(), by_goal, by_level) {
        (None, ..) => String::new(),
        (Some(values), false, false) => first(values),
        (Some(values), false, true) => levels(values),
        (Some(_), true, false) => goals(&first),
        (Some(_), true, true) => goals(&levels),
    };
    format!("{text} {}", row.unit)
}

fn spaced(goal: Goal) -> String {
    goal.word().replace('_', " ")
}
