//! The rulebook as a page: made from the rules' own cards. `UPDATE=1` rewrites it.

use std::fs;
use std::path::Path;

use runweave::render::{evidence_page, rule, rules_page};
use runweave::rules::{Rule, Rulebook, Setting};

/// Holds `page` against the file of this name in docs, or writes it there.
fn is_kept(page: &str, name: &str) {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var("UPDATE").is_ok_and(|wish| wish == "1") {
        fs::write(&golden, page).expect("docs can be written");
    }
    let kept = fs::read_to_string(&golden).unwrap_or_default();
    let differs = kept.lines().zip(page.lines()).position(|(one, other)| one != other);
    let at = differs.unwrap_or_else(|| kept.lines().count().min(page.lines().count()));
    let line = page.lines().nth(at).unwrap_or("(the end)");
    assert!(kept == page, "docs/{name} is old from line {} on; UPDATE=1 rewrites it:\n{line}", at + 1);
}

#[test]
fn the_page_of_rules_is_what_the_rules_say() {
    is_kept(&rules_page(), "rules.md");
}

#[test]
fn the_page_of_evidence_is_what_the_rules_cite() {
    is_kept(&evidence_page(), "evidence.md");
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
