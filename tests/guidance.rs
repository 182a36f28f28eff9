//! From every statement of the guidance to the rule that acts on it: `docs/guidance.md` is walked row by row.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod guidance {
    mod acts;

    use std::collections::BTreeMap;

    use acts::{ACTS, Act, Sees};
    use runweave::brief::{Brief, Defaults};
    use runweave::model::{Goal, Level};
    use runweave::plan::{self, Plan};
    use runweave::rules::{Rulebook, Setting};
    use runweave::schedule::{self, Published};
    use serde_json::{Value, json};

    /// One row of the table: what kind of statement it is, and the rules it names.
    struct Row {
        kind: String,
        rules: Vec<String>,
    }

    fn rows() -> BTreeMap<String, Row> {
        let page = include_str!("../docs/guidance.md");
        let cells = page.lines().filter(|line| line.starts_with("| A")).map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let [statement, _, kind, rules] = cells[..] else { panic!("not four cells: {line}") };
            let rules = rules.split('`').skip(1).step_by(2).map(str::to_owned).collect();
            (statement.to_owned(), Row { kind: kind.to_owned(), rules })
        });
        cells.collect()
    }

    #[test]
    fn every_statement_has_its_row_and_every_rule_it_names_exists() {
        let rows = rows();
        let statements: Vec<String> = (1..=49).map(|number| format!("A{number:02}")).collect();
        assert_eq!(rows.keys().cloned().collect::<Vec<_>>(), statements);
        let level = Level::Intermediate;
        let book = Rulebook::for_athlete(&Setting::of(Goal::Endurance, level));
        for (statement, row) in &rows {
            for rule in &row.rules {
                assert!(book.find(rule).is_some(), "{statement} names `{rule}`, which is no rule");
            }
            let names_rules = ["must", "should", "advice"].contains(&row.kind.as_str());
            assert!(names_rules || row.kind == "frame", "{statement}: `{}` is no kind of statement", row.kind);
            assert_eq!(names_rules, !row.rules.is_empty(), "{statement}");
        }
    }

    #[test]
    fn every_must_and_should_is_shown_by_a_rule_that_its_row_names() {
        let rows = rows();
        for (statement, row) in &rows {
            let shown: Vec<&str> =
                ACTS.iter().filter(|act| act.statements.contains(&statement.as_str())).map(|act| act.rule).collect();
            assert!(row.kind == "frame" || !shown.is_empty(), "{statement} is not shown");
            for rule in shown {
                assert!(row.rules.iter().any(|named| named == rule), "{statement} does not name `{rule}`");
            }
        }
    }

    /// The brief that every act starts from.
    fn start() -> Value {
        json!({
            "athlete": { "goal": "general_fitness", "running_level": "intermediate" },
            "block": { "start": "2026-11-30", "weeks": 2, "timezone": "UTC" },
            "sessions": [],
            "availability": {
                "mon": ["06:30-07:45"], "tue": ["06:30-07:45"], "wed": ["06:30-07:45"], "thu": ["06:30-07:45"],
                "fri": ["06:30-07:45"], "sat": ["08:00-09:30"], "sun": ["08:00-09:30"],
            },
            "running": { "current_weekly_minutes": 90, "longest_recent_minutes": 40 },
        })
    }

    /// Writes `patch` into `target`, key by key; windows are all replaced.
    fn merge(target: &mut Value, patch: &Value) {
        match patch {
            Value::Object(keys) if target.is_object() => {
                for (key, value) in keys {
                    let known = target.as_object_mut().unwrap().entry(key).or_insert(Value::Null);
                    if key == "availability" {
                        *known = Value::Null;
                    }
                    merge(known, value);
                }
            }
            _ => *target = patch.clone(),
        }
    }

    fn planned(source: &Value) -> Plan {
        let brief = Brief::from_value(source, "a brief", Defaults { timezone: runweave::model::Zone::UTC })
            .unwrap_or_else(|problems| panic!("{problems}\n{source:#}"));
        let published = Published::default();
        let block = schedule::block(&brief, &brief.timetable(&[]), 1, &published).unwrap();
        plan::build(&brief, &block, &published, &[], 1)
    }

    impl Act {
        /// The brief of this act with one more patch.
        fn brief(&self, patch: &str) -> Value {
            let mut source = start();
            for part in [self.brief, patch] {
                let part: Value = serde_json::from_str(part).unwrap_or_else(|error| panic!("{error}: {part}"));
                merge(&mut source, &part);
            }
            source
        }

        /// What it costs, by the rule of this act as `rules` has it.
        fn broken(&self, plan: &Plan, rules: &Value) -> i32 {
            let judged = Plan { brief: rules.clone(), ..plan.clone() };
            let laid = judged.lay_out().unwrap();
            plan::check(&judged, &laid)
                .breaches
                .iter()
                .filter(|breach| breach.rule == self.rule)
                .map(|breach| breach.cost.max(1))
                .sum()
        }

        fn acts(&self) -> Result<(), String> {
            let (with, without) = (self.brief(self.with), self.brief(self.without));
            let (held, loose) = (planned(&with), planned(&without));
            let (held_says, loose_says) = (text(&held), text(&loose));
            match self.sees {
                Sees::Breaks => {
                    let (kept, broken) = (self.broken(&held, &with), self.broken(&loose, &with));
                    (kept < broken).then_some(()).ok_or(format!("{kept} with it, {broken} without it"))
                }
                Sees::Fewer(what, count) => {
                    let (kept, free) = (count(&held), count(&loose));
                    (kept < free).then_some(()).ok_or(format!("{what}: {kept} with it, {free} without it"))
                }
                Sees::Says(sentence) => (held_says.contains(sentence) && !loose_says.contains(sentence))
                    .then_some(())
                    .ok_or(format!("`{sentence}` is not said because of it in\n{held_says}")),
                Sees::AlwaysSays(sentence) => {
                    held_says.contains(sentence).then_some(()).ok_or(format!("`{sentence}` is not said"))
                }
            }
        }
    }

    fn text(plan: &Plan) -> String {
        serde_json::to_string(&serde_json::to_value(plan).unwrap()["weeks"]).unwrap()
    }

    #[test]
    fn every_rule_of_the_table_acts_in_its_brief() {
        let mut idle = Vec::new();
        for act in ACTS {
            if let Err(why) = act.acts() {
                idle.push(format!("{} for {}: {why}", act.rule, act.statements.join(" ")));
            }
        }
        assert!(idle.is_empty(), "{} do not act:\n{}", idle.len(), idle.join("\n"));
    }
}
