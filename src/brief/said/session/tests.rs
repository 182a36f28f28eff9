use super::*;

fn one(text: &str) -> SaidSession {
    let mut all = sessions(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(all.len(), 1, "{text}: {all:?}");
    all.remove(0)
}

fn squats() -> SaidSession {
    SaidSession {
        name: "Squats".to_owned(),
        day: 0,
        start: Clock(1080),
        minutes: 75,
        kind: Kind::Strength,
        focus: Some(Focus::Lower),
        effort: Some(Effort::Heavy),
        rpe: None,
        assumed: vec![],
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
        "mon 18:00 - 19:15 squats (heavy)",
        "mon from 6 p.m. to 7:15 p.m. squats heavy",
        "squats mon 18:00 75 heavy",
        "mon 18:00 - squats 75 min heavy",
        "mon 18:00 1 h 15 min squats heavy",
        "  mon\t18:00  squats for 1:15h heavy".replace("1:15h", "1h15").as_str(),
    ] {
        assert_eq!(one(text), squats(), "{text}");
    }
}

#[test]
fn a_length_in_words_is_no_part_of_the_name() {
    for (text, minutes) in [
        ("mon 18:00 legs for an hour heavy", 60),
        ("mon 18:00 legs for about an hour heavy", 60),
        ("mon 18:00 heavy legs, half an hour", 30),
        ("mon 18:00 legs for an hour and a half heavy", 90),
    ] {
        let session = one(text);
        assert_eq!((session.name.as_str(), session.minutes), ("Legs", minutes), "{text}");
        assert_eq!(session.assumed, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn sport_that_works_the_legs_is_read_so() {
    let class = one("thu 6pm HIIT 45min");
    assert_eq!((class.kind, class.focus, class.effort), (Kind::Other, Some(Focus::Lower), Some(Effort::Heavy)));
    assert_eq!(class.assumed, ["hard for the legs, as no effort is said."]);
    let hike = one("sun 9:00 hike 3h easy");
    assert_eq!((hike.focus, hike.effort, hike.assumed.len()), (Some(Focus::Lower), Some(Effort::Light), 0));
    let swim = one("sat 9:00 swim 1h hard");
    assert_eq!((swim.kind, swim.focus, swim.effort), (Kind::Other, None, Some(Effort::Heavy)));
}

#[test]
fn one_line_may_stand_for_several_days() {
    for text in ["mon/thu 18:00 gym 60 min light", "Mon and Thu 18:00 gym 60 min light", "mon, thu 6pm gym 1h easy"] {
        let days: Vec<usize> = sessions(text).unwrap().iter().map(|session| session.day).collect();
        assert_eq!(days, [0, 3], "{text}");
    }
}

#[test]
fn an_rpe_is_an_effort() {
    for text in ["tue 7am bench 60 min rpe 8", "tue 7am bench 60 min RPE8", "tue 7am bench 60 min @8"] {
        let session = one(text);
        assert_eq!((session.effort, session.rpe, session.name.as_str()), (Some(Effort::Heavy), Some(8), "Bench"));
    }
    assert_eq!(sessions("tue 7am bench 60 min rpe 11"), Err("RPE goes from 1 to 10, not `11`".to_owned()));
}

#[test]
fn what_is_assumed_is_told() {
    let session = one("sun 9:00 yoga");
    assert_eq!((session.minutes, session.assumed.len()), (30, 1));
    let session = one("wed 18:00 bench 60 min");
    assert_eq!(session.assumed, ["heavy, as no effort is said."]);
    assert_eq!(session.effort, Some(Effort::Heavy));
    assert!(one("wed 18:00 gym 60 min hard").assumed[0].contains("legs"));
    assert!(one("fri 20:00 choir 90 min").assumed[0].starts_with("taken for another sport"));
    assert_eq!(one("mon 6 squats 1h heavy").assumed, ["`6` read as 06:00."]);
}

#[test]
fn numbers_of_the_training_stay_in_its_name() {
    assert_eq!(one("mon 18:00 squats 5x5 75 min heavy").name, "Squats 5x5");
    assert_eq!(one("mon 18:00 press day 60 min heavy").name, "Press day");
    assert_eq!(one("sun 9:00 sun salutation yoga 30 min").name, "Sun salutation yoga");
}

#[test]
fn what_is_missing_is_told() {
    for (text, told) in [
        ("", "say the day too"),
        ("18:00 squats", "say the day too"),
        ("mon squats", "say when it starts too"),
        ("mon 18:00 easy run 30 min", "runs are what gets planned"),
        ("mon 24:00 squats", "a session cannot start at 24:00"),
        ("mon 18:00 squats 60 min 75 min", "the line says two lengths"),
    ] {
        let error = sessions(text).unwrap_err();
        assert!(error.starts_with(told), "{text}: {error}");
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
    ];
    for one in pieces {
        for two in pieces {
            for three in pieces {
                let _ = sessions(&format!("{one} {two}{three}"));
                let _ = crate::brief::said::free(&format!("{one}{two} {three}"));
                let _ = crate::brief::said::event(&format!("{one} {two} {three}"));
            }
        }
    }
}
