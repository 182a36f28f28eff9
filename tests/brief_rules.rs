//! The `rules` of a brief, over every rule there is and will be.

use runweave::brief::{Brief, Defaults, Problem, Problems};
use runweave::model::{Goal, Level};
use runweave::rules::{Binding, Rule, Rulebook, Setting, Stricter};
use serde_json::{Map, Value, json};

fn read(goal: Goal, level: Level, rules: &Value) -> Result<Brief, Problems> {
    let value = json!({
        "athlete": { "goal": goal, "running_level": level },
        "block": { "start": "2026-11-30", "weeks": 4 },
        "sessions": [],
        "running": { "current_weekly_minutes": 60 },
        "rules": rules
    });
    Brief::from_value(&value, "brief.json", Defaults { timezone: runweave::model::Zone::UTC })
}

fn kinds(answer: &Result<Brief, Problems>) -> Vec<&'static str> {
    answer.as_ref().err().map(|problems| problems.iter().map(Problem::kind).collect()).unwrap_or_default()
}

fn rulebook(goal: Goal, level: Level) -> Rulebook {
    Rulebook::for_athlete(&Setting { strength_level: Level::Intermediate, ..Setting::of(goal, level) })
}

/// Every number as somebody has it without a word about it, the way a brief would write it.
fn defaults(goal: Goal, level: Level) -> Value {
    let mut book = rulebook(goal, level);
    let rules = book.all_mut().into_iter().map(|rule| {
        let id = rule.card().id.to_owned();
        let numbers = rule.numbers().into_iter().map(|number| (number.name.to_owned(), json!(*number.value)));
        (id, Value::Object(numbers.collect()))
    });
    Value::Object(rules.collect::<Map<_, _>>())
}

#[test]
fn the_numbers_that_a_person_has_anyway_may_be_written_down() {
    for &goal in Goal::ALL {
        for &level in Level::ALL {
            if let Err(problems) = read(goal, level, &defaults(goal, level)) {
                panic!("{goal} {level}\n{problems}");
            }
        }
    }
}

#[test]
fn a_number_of_a_brief_is_the_number_of_the_rule() {
    let brief = read(Goal::Endurance, Level::Advanced, &json!({ "no_overlap": { "buffer_minutes": 45 } })).unwrap();
    let mut rules = brief.rules;
    let values: Vec<i32> = rules.no_overlap.numbers().into_iter().map(|number| *number.value).collect();
    assert_eq!(values, [45]);
}

#[test]
fn only_should_rules_can_be_switched_off() {
    let (goal, level) = (Goal::Strength, Level::Intermediate);
    for rule in rulebook(goal, level).all() {
        let card = rule.card();
        let answer = read(goal, level, &json!({ card.id: "off" }));
        match card.binding {
            Binding::Should => assert!(!answer.unwrap().rules.is_on(card.id)),
            _ => assert_eq!(kinds(&answer), ["cannot_be_off"], "{}", card.id),
        }
    }
}

#[test]
fn a_must_number_goes_down_to_its_floor_and_no_further() {
    let (goal, level) = (Goal::Strength, Level::Intermediate);
    for rule in rulebook(goal, level).all_mut() {
        let id = rule.card().id;
        for number in rule.numbers() {
            let Some(floor) = number.floor else { continue };
            let beyond = if number.stricter == Stricter::Larger { floor - 1 } else { floor + 1 };
            let with = |value: i32| read(goal, level, &json!({ id: { number.name: value } }));
            assert_eq!(kinds(&with(floor)), Vec::<&str>::new(), "{id}.{} = {floor}", number.name);
            let refused = kinds(&with(beyond));
            assert!(refused == ["below_floor"] || refused == ["out_of_range"], "{id}.{} = {beyond}", number.name);
        }
    }
}
