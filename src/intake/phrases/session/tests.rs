use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn read(text: &str) -> Reading<Vec<SaidSession>> {
    read_session(text, today()).unwrap_or_else(|refusal| panic!("{text}: {refusal}"))
}

fn one(text: &str) -> SaidSession {
    let mut all = read(text).found;
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}

fn assumed(text: &str) -> Vec<String> {
    read(text).assumed.into_iter().map(|remark| remark.text).collect()
}

fn squats() -> SaidSession {
    SaidSession {
        name: "Squats".to_owned(),
        when: When::Weekly(0),
        start: Clock(1080),
        minutes: 75,
        kind: Kind::Strength,
        class: None,
        metres: None,
        focus: Some(Focus::Lower),
        effort: Some(Effort::Heavy),
        rpe: None,
        is_match: false,
        cycle: Cycle::default(),
        among: None,
    }
}

#[test]
fn one_session_has_many_spellings() {
    for text in [
        "Mon 18:00 squats 75 min heavy",
        "monday 6pm Squats 1h15 hard",
        "Mondays at 6 pm, squats, 75 minutes, heavy",
        "mon 18h squats 75' heavy",
        "MON 18.00 heavy squats 75min",
        "mon 6-7:15pm squats heavy",
        "mon 18:00-19:15 squats heavy",
        "mon 1800-1915 squats heavy",
        "mon 18:00 - 19:15 squats (heavy)",
        "mon from 6 p.m. to 7:15 p.m. squats heavy",
        "squats mon 18:00 75 heavy",
        "mon 18:00 - squats 75 min heavy",
        "mon 18:00 1 h 15 min squats heavy",
        "mon 6 in the evening squats 1 1/4 hours heavy",
        "Mon: Squats 18:00 75min heavy",
        "Squats heavy, Mondays, 6.00pm, 75 mins",
        "montags 18 Uhr squats 75 Minuten schwer",
        "  mon\t18:00  squats for 1h15 heavy",
    ] {
        assert_eq!(one(text), squats(), "{text}");
    }
}

#[test]
fn a_line_reads_back_as_itself() {
    for text in [
        "Mon 18:00 squats 75 min heavy",
        "even weeks Fri 7:00 zorbing 45 min",
        "gym mon 18:00 60 min",
        "football match 24 dec 15:00",
    ] {
        for session in read(text).found {
            assert_eq!(one(&session.line()).kind, session.kind, "{}", session.line());
            assert_eq!(one(&session.line()), session, "{}", session.line());
        }
    }
}

#[test]
fn sport_that_works_the_legs_is_read_so() {
    let class = one("thu 6pm HIIT 45min");
    assert_eq!((class.kind, class.focus, class.effort), (Kind::Other, Some(Focus::Lower), Some(Effort::Heavy)));
    assert_eq!(assumed("thu 6pm HIIT 45min"), ["HIIT: hard for the legs, as no effort is said."]);
    let hike = one("sun 9:00 hike 3h easy");
    assert_eq!((hike.focus, hike.effort), (Some(Focus::Lower), Some(Effort::Light)));
    let swim = one("sat 9:00 swim 1h hard");
    assert_eq!((swim.kind, swim.focus, swim.effort), (Kind::Other, None, Some(Effort::Heavy)));
}

#[test]
fn one_line_may_stand_for_several_days_and_several_sessions() {
    let days = |text: &str| read(text).found.iter().map(|session| session.when).collect::<Vec<_>>();
    for text in ["mon/thu 18:00 gym 60 min light", "Mon and Thu 18:00 gym 60 min light", "mon, thu 6pm gym 1h easy"] {
        assert_eq!(days(text), [When::Weekly(0), When::Weekly(3)], "{text}");
    }
    let week = |text: &str| {
        let told = |session: &SaidSession| match session.when {
            When::Weekly(day) => format!("{} {day} {}", session.name, session.start),
            When::On(date) => format!("{} {date} {}", session.name, session.start),
        };
        read(text).found.iter().map(told).collect::<Vec<_>>().join(", ")
    };
    for (text, expected) in [
        ("Push Mon 18:00, Pull Wed 18:00, Legs Fri 18:00", "Push 0 18:00, Pull 2 18:00, Legs 4 18:00"),
        ("upper A mon 7pm, upper B thu 7pm", "Upper A 0 19:00, Upper B 3 19:00"),
        ("push/pull/legs Mon Wed Fri 18:30", "Push 0 18:30, Pull 2 18:30, Legs 4 18:30"),
        ("Mon legs 18:00 Wed push 18:00", "Legs 0 18:00, Push 2 18:00"),
        ("Push Mon, Pull Wed, Legs Fri 18:30 75min", "Push 0 18:30, Pull 2 18:30, Legs 4 18:30"),
        ("squats mon 18:00 and thu 19:00", "Squats 0 18:00, Squats 3 19:00"),
        ("mon 7am yoga, 18:00 squats", "Yoga 0 07:00, Squats 0 18:00"),
        ("squats Mon 18:00, heavy, bench, Wed 18:00", "Squats 0 18:00, Bench 2 18:00"),
    ] {
        assert_eq!(week(text), expected, "{text}");
    }
    let football = read("football training Tue & Thu 19:30 90min, match Sunday 15:00").found;
    assert_eq!(football.iter().map(|session| session.is_match).collect::<Vec<_>>(), [false, false, true]);
    assert_eq!((football[2].focus, football[2].effort), (Some(Focus::Lower), Some(Effort::Heavy)));
}

#[test]
fn an_rpe_is_an_effort() {
    for text in ["tue 7am bench 60 min rpe 8", "tue 7am bench 60 min RPE8", "tue 7am bench 60 min @8"] {
        let session = one(text);
        assert_eq!(
            (session.effort, session.rpe, session.name.as_str()),
            (Some(Effort::Heavy), Some(8), "Bench"),
            "{text}"
        );
    }
    let refusal = read_session("tue 7am bench 60 min rpe 11", today()).unwrap_err();
    assert_eq!(refusal.text, "RPE goes from 1 to 10, not `11`");
}

#[test]
fn an_unknown_word_is_asked_about_and_counts_as_hard_for_the_legs() {
    let reading = read("fri 20:00 zorbing 90 min");
    let [session] = &reading.found[..] else { panic!("{reading:?}") };
    assert_eq!((session.kind, session.focus, session.effort), (Kind::Other, Some(Focus::Lower), Some(Effort::Heavy)));
    assert_eq!(reading.unsure[0].question, "What is `Zorbing`?");
    let spared = reading.unsure[0].choices.iter().find(|choice| choice.line.contains("spares")).unwrap();
    let again = read(&spared.line);
    assert_eq!((again.found[0].focus, again.unsure.len(), again.found[0].name.as_str()), (None, 0, "Zorbing"));
}

#[test]
fn every_answer_to_a_doubt_leaves_one_doubt_less() {
    for text in [
        "gym mon 18:00",
        "zorbing mon 18:00",
        "mon 18:00 60 min",
        "match sun 15:00",
        "squat/bench/deadlift mon wed fri 18:00",
        "yoga zorbing mon 18:00",
        "gym mon 6",
        "legs mon 5-6",
    ] {
        let reading = read(text);
        assert!(!reading.unsure.is_empty(), "{text}");
        for choice in reading.unsure.iter().flat_map(|doubt| &doubt.choices) {
            let again = read(&choice.line);
            assert_eq!(again.unsure.len() + 1, reading.unsure.len(), "{text} -> {}: {:?}", choice.line, again.unsure);
        }
    }
}

#[test]
fn numbers_of_the_training_stay_in_its_name() {
    for (text, name) in [
        ("mon 18:00 squats 5x5 75 min heavy", "Squats 5x5"),
        ("mon 18:00 press day 60 min heavy", "Press day"),
        ("sun 9:00 sun salutation yoga 30 min", "Sun salutation yoga"),
        ("5-a-side Sunday 8pm", "5-a-side"),
        ("upper 2 mon 18:00", "Upper 2"),
    ] {
        assert_eq!(one(text).name, name, "{text}");
    }
}

#[test]
fn what_is_missing_or_cannot_be_is_told() {
    for (text, told) in [
        ("", "say the day too"),
        ("18:00 squats", "say the day too"),
        ("mon squats", "say when it starts too"),
        ("mon evening squats", "`evening` does not tell the hour"),
        ("mon 18:00 easy run 30 min", "runs are what gets planned"),
        ("mon 24:00 squats", "a session cannot start at 24:00"),
        ("mon 18:00 squats 60 min 75 min", "the line says two lengths"),
        ("mon 18:00 squats 600 min", "`600 min` is too long for a session"),
        ("mon 18:00 squats 0 min", "`0 min` is too short for a session"),
        ("squats once a month 18:00", "`once a month` cannot be kept yet"),
        ("gym 3x a week 18:00", "`3x a week`: say the 3 days"),
        ("mon-fri 9-17 work", "work is no training"),
        ("di 18:00 yoga", "`di` may be Tuesday (German) or Sunday (French)"),
    ] {
        let refusal = read_session(text, today()).map(|reading| reading.found).unwrap_err();
        assert!(refusal.text.starts_with(told), "{text}: {refusal}");
    }
}

#[test]
fn no_line_makes_it_panic() {
    let pieces = [
        "mon",
        "18:00",
        "é",
        "-",
        "6-",
        "h",
        "1h",
        "pm",
        "@",
        "rpe",
        "٣",
        "\u{1b}",
        "999999999999",
        "1e9h",
        "+",
        "24:00-",
        "’",
        "🏋",
        "every",
        "until",
        "except",
        "½",
        "/",
        "1/2",
        "(",
        "spares the legs",
        "mar",
        "24 dec",
        "ß",
    ];
    for one in pieces {
        for two in pieces {
            for three in pieces.iter().step_by(9) {
                for text in [format!("{one} {two}{three}"), format!("{one}{two} {three}")] {
                    let _ = read_session(&text, today());
                    let _ = crate::intake::phrases::read_free(&text, today());
                    let _ = crate::intake::phrases::read_event(&text, today());
                    let _ = crate::intake::phrases::read_race(&text, today());
                    let _ = crate::intake::phrases::date(&text, today(), crate::intake::phrases::Toward::Future);
                    let _ = crate::intake::phrases::minutes(&text);
                }
            }
        }
    }
}
