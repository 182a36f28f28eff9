//! The rulebook as a page: made from the rules' own cards. `UPDATE=1` rewrites it.

use std::fs;
use std::path::Path;

use runweave::render::{rule, rules_page};
use runweave::rules::{Rule, Rulebook, Setting};

#[test]
fn the_page_of_rules_is_what_the_rules_say() {
    let page = rules_page();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    if std::env::var("UPDATE").is_ok_and(|wish| wish == "1") {
        fs::write(&golden, &page).unwrap();
    }
    assert!(fs::read_to_string(&golden).unwrap_or_default() == page, "run with UPDATE=1 if this is better:\n{page}");
}

#[test]
fn every_rule_says_what_it_asks_who_found_it_and_how_to_change_it() {
    for goal in runweave::model::Goal::ALL {
        for level in runweave::model::Level::ALL {
            let setting = Setting { age: Some(45), ..Setting::of(*goal, *level) };
            let mut book = Rulebook::for_athlete(&setting);
            let cards: Vec<_> = book.all().into_iter().map(Rule::card).collect();
            for card in cards {
                let text = rule(&mut book, card.id, "of this brief");
                for part in [card.id, "Evidence:", "How to change it:"] {
                    assert!(text.contains(part), "{}: {part}", card.id);
                }
                assert!(text.lines().all(|line| line.chars().count() <= 80 || !line.trim().contains(' ')), "{text}");
            }
        }
    }
}
