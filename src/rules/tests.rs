//! What every rule must satisfy, also one that nobody has written yet.

use std::collections::BTreeSet;

use super::diary::week;
use super::{Binding, Rule, Rulebook, Setting, Stricter};
use crate::model::{Goal, Level};

fn settings() -> impl Iterator<Item = Setting> {
    let people = Goal::ALL.iter().flat_map(|goal| Level::ALL.iter().map(move |level| (*goal, *level)));
    people.flat_map(|(goal, level)| {
        [None, Some(25), Some(55), Some(66)].map(|age| Setting { age, ..Setting::of(goal, level) })
    })
}

fn somebody() -> Setting {
    let level = Level::Intermediate;
    Setting::of(Goal::GeneralFitness, level)
}

fn each(check: impl Fn(&dyn Rule)) {
    Rulebook::for_athlete(&somebody()).all().into_iter().for_each(check);
}

#[test]
fn a_rule_is_named_like_its_file() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/");
    each(|rule| {
        let id = rule.card().id;
        let file = std::fs::read_to_string(format!("{folder}{id}.rs")).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert!(file.contains(&format!("id: \"{id}\"")), "{id} has its card elsewhere");
    });
}

#[test]
fn a_rule_that_judges_weeks_says_so() {
    for (rule, says) in Rulebook::for_athlete(&somebody()).all().into_iter().zip(super::JUDGE_WEEKS) {
        assert_eq!(rule.week().is_some(), *says, "{}", rule.card().id);
    }
}

#[test]
fn no_two_rules_share_a_name() {
    let book = Rulebook::for_athlete(&somebody());
    let names: BTreeSet<&str> = book.all().iter().map(|rule| rule.card().id).collect();
    assert_eq!(names.len(), book.all().len());
}

#[test]
fn a_card_is_complete() {
    each(|rule| {
        let card = rule.card();
        assert!(card.summary.len() > 10 && card.docs.len() > 20, "{}", card.id);
        assert!(!card.evidence.is_empty(), "{}", card.id);
        for text in card.evidence.iter().chain([&card.summary, &card.docs]) {
            assert!(text.ends_with('.') && !text.contains("  "), "{}: {text}", card.id);
        }
    });
}

#[test]
fn a_rule_about_places_has_its_words_and_a_must_says_what_stands_in_the_way() {
    each(|rule| {
        let card = rule.card();
        let about_places = rule.slot().is_some() || rule.pair().is_some() || rule.week().is_some();
        assert!(!about_places || card.words.is_some(), "{}", card.id);
        let closes = matches!(card.binding, Binding::Must | Binding::Both);
        let obstacle = card.words.and_then(|words| words.obstacle);
        assert!(!closes || obstacle.is_some_and(|words| !words.contains('_')), "{}", card.id);
        if let Some(words) = card.words {
            assert!(words.many.contains("{n}") && !words.one.contains("{n}"), "{}", card.id);
        }
    });
}

#[test]
fn prose_has_no_digits() {
    each(|rule| {
        let card = rule.card();
        assert!(!format!("{}{}", card.summary, card.docs).contains(|c: char| c.is_ascii_digit()), "{}", card.id);
    });
}

#[test]
fn evidence_says_who_found_what() {
    each(|rule| {
        for source in rule.card().evidence {
            let own = ["judgement", "the person's own"].iter().any(|words| source.to_lowercase().contains(words));
            assert!(source.contains(": ") || own, "{}: {source}", rule.card().id);
        }
    });
}

#[test]
fn an_empty_week_breaks_nothing() {
    each(|rule| assert_eq!(week("").breaks(rule), Vec::<String>::new(), "{}", rule.card().id));
}

#[test]
fn a_week_without_runs_breaks_nothing() {
    let lifting = "mon heavy_legs 18:00-19:00, tue upper 18:00-19:00, wed heavy_legs 18:00-19:00, \
                   thu heavy_legs 18:00-19:00, fri heavy_legs 18:00-19:00, sat upper 23:30-00:30, sun heavy_legs 10:00-11:00";
    each(|rule| assert_eq!(week(lifting).breaks(rule), Vec::<String>::new(), "{}", rule.card().id));
}

#[test]
fn every_default_lies_in_its_range_and_on_the_strict_side_of_its_floor() {
    for setting in settings() {
        for rule in Rulebook::for_athlete(&setting).all_mut() {
            let id = rule.card().id;
            for number in rule.numbers() {
                let (value, name) = (*number.value, number.name);
                assert!((number.range.0..=number.range.1).contains(&value), "{id}.{name} = {value}, {setting:?}");
                let loose = |floor: i32| match number.stricter {
                    Stricter::Larger => value < floor,
                    Stricter::Smaller => value > floor,
                };
                assert!(!number.floor.is_some_and(loose), "{id}.{name} = {value} beyond its floor, {setting:?}");
            }
        }
    }
}

#[test]
fn a_number_is_called_once_and_told_without_digits() {
    for rule in Rulebook::for_athlete(&somebody()).all_mut() {
        let id = rule.card().id;
        let mut names = BTreeSet::new();
        for number in rule.numbers() {
            assert!(names.insert(number.name), "{id}.{} twice", number.name);
            assert!(
                !number.meaning.is_empty() && !number.meaning.contains(|c: char| c.is_ascii_digit()),
                "{id}.{}",
                number.name
            );
            assert!(!number.unit.is_empty(), "{id}.{}", number.name);
        }
    }
}

#[test]
fn what_must_hold_has_a_floor_and_what_should_hold_has_none() {
    for rule in Rulebook::for_athlete(&somebody()).all_mut() {
        let card = rule.card();
        let floors = rule.numbers().iter().filter(|number| number.floor.is_some()).count();
        if card.binding == Binding::Should {
            assert_eq!(floors, 0, "{}", card.id);
        }
    }
}

#[test]
fn a_must_is_never_looser_than_its_should() {
    for setting in settings() {
        for rule in Rulebook::for_athlete(&setting).all_mut() {
            let id = rule.card().id;
            let numbers: Vec<(String, i32, Stricter)> =
                rule.numbers().iter().map(|number| (number.name.to_owned(), *number.value, number.stricter)).collect();
            for (name, must, stricter) in &numbers {
                let Some((_, should, _)) = numbers.iter().find(|(other, ..)| *other == name.replace("must", "should"))
                else {
                    continue;
                };
                let ordered = if *stricter == Stricter::Larger { should >= must } else { should <= must };
                assert!(ordered, "{id}.{name}: must {must}, should {should}, {setting:?}");
            }
        }
    }
}
