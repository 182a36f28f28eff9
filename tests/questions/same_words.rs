//! Terminal, page and calendar give the reasons that plan.json holds, word by word.

use runweave::plan::{Plan, Questions, stamp};
use runweave::render;
use serde_json::json;

use super::{brief, examples, planned};

/// Words alone: folding, escapes and layout differ, sentences do not.
fn words(text: &str) -> String {
    let plain = text.replace("\r\n ", "").replace("\\n", " ").replace('\\', "");
    let plain = plain.replace("&#39;", "'").replace("&#38;", "&").replace("&amp;", "&").replace("&quot;", "\"");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn over_full() -> Plan {
    let session = |day: &str| {
        json!({ "name": format!("Full body {day}"), "day": day, "start": "18:30", "minutes": 75, "kind": "strength",
                "focus": "full_body", "effort": "heavy" })
    };
    let source = json!({
        "athlete": { "goal": "general_fitness", "running_level": "beginner" },
        "block": { "start": "2026-11-30", "weeks": 2, "timezone": "Europe/Berlin" },
        "sessions": [session("mon"), session("tue"), session("wed"), session("thu"), session("fri")],
        "running": { "current_weekly_minutes": 120, "longest_recent_minutes": 45, "runs_per_week": 3 }
    });
    planned(&brief(&source).unwrap())
}

#[test]
fn every_reason_is_the_same_sentence_in_terminal_page_and_calendar() {
    let mut plans: Vec<Plan> = examples(2).iter().map(|(_, brief)| planned(brief)).collect();
    let full = over_full();
    assert!(!full.conflicts.is_empty(), "the over-full week leaves a run out");
    plans.push(full);
    for mut plan in plans {
        stamp(&mut plan, None, "2026-11-22T16:00:00Z");
        let laid = plan.lay_out().unwrap();
        let display = &laid.brief.display;
        let page = words(&render::html(&plan, display).unwrap());
        let calendar = words(&render::ics(&plan, display, false));
        let terminal = words(&render::text(&plan, display, &render::Look::new(Some(120))));
        let questions = Questions::new(&plan, &laid);
        for run in plan.runs().filter(|run| run.id.starts_with("w01-")) {
            let answer = words(&render::why(&[questions.why(&run.id).unwrap()], &[], display));
            for (number, reason) in run.why.iter().enumerate() {
                let sentence = words(&reason.text);
                // A sheet of paper has room for the first reason only.
                for (place, text) in [("terminal", &answer), ("calendar", &calendar), ("page", &page)]
                    .iter()
                    .take(if number == 0 { 3 } else { 2 })
                {
                    assert!(text.contains(&sentence), "{}: the {place} does not say: {sentence}", run.id);
                }
            }
        }
        for run in plan.weeks.iter().flat_map(|week| &week.unplaced) {
            let answer = words(&render::why(&[], &[run], display));
            // In the table a week that is closed by the same rules as one before it says so.
            let told = format!("{}, {} min: the reasons of week", run.kind.title().to_lowercase(), run.minutes);
            for sentence in run.why.iter().map(|day| words(&day.text)) {
                assert!(answer.contains(&sentence) && page.contains(&sentence), "{}: {sentence}", run.id);
                assert!(terminal.contains(&sentence) || terminal.contains(&told), "{}: {sentence}", run.id);
            }
        }
        // The cover has room for the first two.
        for (number, conflict) in plan.conflicts.iter().enumerate() {
            for (place, text) in [("terminal", &terminal), ("page", &page)].iter().take(if number < 2 { 2 } else { 1 })
            {
                assert!(text.contains(&words(&conflict.text)), "the {place} does not say: {}", conflict.text);
            }
            for way in &conflict.ways {
                assert!(terminal.contains(&words(way)), "the terminal does not say: {way}");
            }
        }
    }
}
