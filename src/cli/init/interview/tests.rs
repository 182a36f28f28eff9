use std::collections::VecDeque;

use super::super::ask::Typed;
use super::*;

/// A person who says these things one after the other, and then leaves.
struct Script {
    says: VecDeque<&'static str>,
    told: String,
}

impl Ask for Script {
    fn line(&mut self, question: &Question<'_>) -> Result<Reply, Interrupted> {
        let said = self.says.pop_front().ok_or(Interrupted)?;
        match question.judge(said) {
            Typed::Reply(reply) => Ok(reply),
            Typed::Help => self.line(question),
            Typed::Wrong(error) => panic!("{}: {said}: {error}", question.what),
        }
    }

    fn choice(&mut self, what: &str, options: &[String], _: usize) -> Result<usize, Interrupted> {
        let said = self.says.pop_front().ok_or(Interrupted)?;
        let found = options.iter().position(|option| option.contains(said));
        Ok(found.unwrap_or_else(|| panic!("{what}: {said} is none of {options:?}")))
    }

    fn yes(&mut self, _: &str, usual: bool) -> Result<bool, Interrupted> {
        Ok(usual)
    }

    fn tell(&mut self, text: &str) {
        self.told.push_str(text);
        self.told.push('\n');
    }
}

/// How an interview ends, the answers that were kept last, and what was told.
fn held(says: &[&'static str], mut answers: Answers) -> (Result<Judged, Interrupted>, Answers, String) {
    let mut script = Script { says: says.iter().copied().collect(), told: String::new() };
    let here =
        Here { today: chrono::NaiveDate::from_ymd_opt(2026, 11, 25).unwrap(), zone: "Europe/Berlin".parse().unwrap() };
    let mut kept = Answers::default();
    let mut keep = |answers: &Answers| kept = answers.clone();
    let resumed = !answers.sessions.is_empty();
    let end =
        Interview { ask: &mut script, here, resumed, older: None, keep: &mut keep }.hold(&mut answers, "brief.json");
    (end, kept, script.told)
}

const ALL: [&str; 18] = [
    "Mon 18:00 squats 75 min heavy",
    "sun 9:00 yoga",
    "",
    "All-round",
    "",
    "Half a year",
    "1h20",
    "35",
    "3",
    "",
    "weekdays 6-8am",
    "",
    "sat",
    "",
    "",
    "",
    "",
    "",
];

#[test]
fn an_interview_ends_in_a_brief() {
    let says: Vec<&str> = ALL.iter().copied().chain(["Right"]).collect();
    let (end, _, told) = held(&says, Answers::default());
    let judged = end.unwrap();
    assert_eq!((judged.brief.sessions.len(), judged.brief.running.current_weekly_minutes), (2, 80));
    assert_eq!(judged.brief.block.start.to_string(), "2026-11-30");
    assert!(told.contains("  Mon  18:00  Squats   75 min  legs, heavy\n"), "{told}");
    assert!(told.contains("  Tue  -\n"), "{told}");
    assert!(told.contains("30 minutes, as no length is said."), "{told}");
    assert!(
        told.contains("\nThe goal is general fitness. You run 80 min a week now, 35 min at the longest,\n"),
        "{told}"
    );
    assert!(told.contains("\nand want 3 runs, the long one on Saturday.\n"), "{told}");
    assert!(told.contains("Clock times are those of Europe/Berlin."), "{told}");
}

#[test]
fn a_line_can_be_corrected_left_out_and_added() {
    let corrections = [
        "Change my week",
        "squats",
        "mon 19:00 squats 60 min heavy",
        "Change my week",
        "yoga",
        "",
        "Change my week",
        "Add a session",
        "fri 12:00 core 30 min light",
        "",
        "Right",
    ];
    let says: Vec<&str> = ALL.iter().copied().chain(corrections).collect();
    let brief = held(&says, Answers::default()).0.unwrap().brief;
    let week: Vec<(usize, u16)> = brief.sessions.iter().map(|session| (session.weekday, session.start.0)).collect();
    assert_eq!(week, [(0, 1140), (4, 720)]);
}

#[test]
fn what_a_gym_session_trains_is_asked() {
    let mut says: Vec<&str> = ALL.to_vec();
    says[1] = "wed 18:00 gym 60 min";
    says.insert(2, "Upper body");
    says.push("Right");
    let brief = held(&says, Answers::default()).0.unwrap().brief;
    let gym = &brief.sessions[1];
    assert_eq!((gym.name.as_str(), gym.focus), ("Gym", Some(crate::model::Focus::Upper)));
}

#[test]
fn what_does_not_fit_is_told_and_can_be_changed() {
    let mut says: Vec<&str> = ALL.to_vec();
    says[1] = "mon 18:30 bench 60 min heavy";
    says.extend(["Change my week", "bench", "tue 18:30 bench 60 min heavy", "Right"]);
    let (end, _, told) = held(&says, Answers::default());
    assert!(told.contains("`Bench` overlaps `Squats`"), "{told}");
    assert_eq!(end.unwrap().brief.sessions.len(), 2);
}

#[test]
fn whoever_leaves_finds_every_answer_again() {
    for count in 1..ALL.len() {
        let (end, kept, _) = held(&ALL[..count], Answers::default());
        assert_eq!(end.err(), Some(Interrupted));
        let sessions = ALL[..count.min(2)].len();
        assert_eq!(kept.sessions.len(), sessions, "after {count} answers");
        assert_eq!(kept.weekly_minutes.is_some(), count > 6);
    }
    let (_, kept, _) = held(&ALL[..7], Answers::default());
    let mut rest: Vec<&str> = vec![""];
    rest.extend(&ALL[7..]);
    rest.push("Right");
    assert_eq!(held(&rest, kept).0.unwrap().brief.sessions.len(), 2);
}

#[test]
fn back_undo_done_and_help_do_what_they_say() {
    let says = [
        "Mon 18:00 squats 75 min heavy",
        "tue 7:00 bench 60 min",
        "undo",
        "?",
        "sun 9:00 yoga",
        "done",
        "Losing",
        "back",
        "All-round",
        "",
        "Half a year",
        "1h20",
        "35",
        "undo",
        "40",
        "3",
        "",
        "weekdays 6-8am",
        "",
        "sat",
        "",
        "",
        "",
        "",
        "",
        "Right",
    ];
    let (end, kept, told) = held(&says, Answers::default());
    let brief = end.unwrap().brief;
    assert_eq!(brief.sessions.iter().map(|session| session.weekday).collect::<Vec<_>>(), [0, 6]);
    assert_eq!((kept.goal.as_deref(), kept.longest.as_deref()), (Some("general_fitness"), Some("40")));
    assert!(told.contains("Taken back: tue 7:00 bench 60 min"), "{told}");
}

#[test]
fn sleep_nights_and_limits_are_asked_about_and_written() {
    let mut says: Vec<&str> = ALL.to_vec();
    says[13] = "weekdays 45, 200 a week";
    says[14] = "Fri";
    says[15] = "23-7, night shift Mon-Wed 22-6";
    says.push("Right");
    let brief = held(&says, Answers::default()).0.unwrap().brief;
    assert_eq!(brief.source["running"]["most_minutes"]["tue"], 45);
    assert_eq!(brief.source["running"]["most_minutes"]["week"], 200);
    assert_eq!(brief.source["running"]["no_run_days"], serde_json::json!(["fri"]));
    assert_eq!(brief.source["sleep"], serde_json::json!({ "usual": "23:00-07:00" }));
    assert_eq!(brief.sessions.len(), 5);
}

#[test]
fn an_overlap_is_told_at_once() {
    let (_, _, told) = held(&["mon 18:00 squats 75 min heavy", "mon 19:00 yoga"], Answers::default());
    assert!(told.contains("`Yoga` overlaps `Squats`, which is on Monday from 18:00 to 19:15"), "{told}");
}

#[test]
fn an_unknown_word_is_asked_about() {
    let mut says: Vec<&str> = ALL.to_vec();
    says[1] = "wed 18:00 zorbing 60 min";
    says.insert(2, "spares the legs");
    says.push("Right");
    let brief = held(&says, Answers::default()).0.unwrap().brief;
    assert_eq!((brief.sessions[1].name.as_str(), brief.sessions[1].focus), ("Zorbing", None));
}
