use super::*;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

fn read(text: &str) -> Reading<SaidFree> {
    read_free(text, today()).unwrap_or_else(|refusal| panic!("{text}: {refusal}"))
}

fn said(text: &str) -> Vec<(usize, u16, u16)> {
    read(text).found.windows.iter().map(|window| (window.day, window.from.0, window.to)).collect()
}

/// The hours of the week, a day a column.
fn week(text: &str) -> String {
    let mut days = [(); 7].map(|()| Vec::new());
    for (day, from, to) in said(text) {
        days[day].push(format!("{}-{}", from / 60, to / 60));
    }
    days.map(|windows| windows.join(" ")).join("|")
}

#[test]
fn free_times_are_days_and_stretches() {
    for text in ["tue 06:00-08:00", "Tuesday 6-8am", "tue 6 am - 8 am", "tue from 6:00 to 8:00"] {
        assert_eq!(said(text), [(1, 360, 480)], "{text}");
    }
    assert_eq!(said("tue, thu 6-8am"), [(1, 360, 480), (3, 360, 480)]);
    assert_eq!(said("sat morning"), [(5, 420, 720)]);
    assert_eq!(said("tue morning"), [(1, 360, 660)]);
    assert_eq!(said("Sat all day"), [(5, 360, 1260)]);
    assert_eq!(said("weekend 8-12 16:00-18:00").len(), 4);
    assert_eq!(said("mon-fri 12:00-13:00").len(), 5);
    assert_eq!(said("fri 22:00-01:00"), [(4, 1320, 60)]);
}

#[test]
fn hours_that_leave_the_half_of_the_day_open_are_asked_about_where_people_run_at_both() {
    let asked = |text: &str| read(text).unsure.into_iter().map(|doubt| doubt.question).collect::<Vec<_>>().join(" ");
    assert_eq!(asked("tue 5-6, sat 9-12"), "Is `5-6` 05:00-06:00 or 17:00-18:00?");
    assert_eq!(asked("tue after 5"), "Is `after 5` 05:00-21:00 or 17:00-21:00?");
    assert_eq!(read("tue 5-6, sat 9-12").assumed[0].text, "`9-12` read as 09:00-12:00.");
    assert_eq!(read("tue 5-6 or so").unsure[0].choices[1].line, "tue 17:00-18:00 or so");
    for clear in [
        "tue 5-6pm",
        "tue 05:00-06:00",
        "tue 17-18",
        "tue evening 7-8",
        "tue after 17",
        "tue evenings",
        "tue evening after 6",
        "tue 7-20",
    ] {
        assert_eq!(asked(clear), "", "{clear}");
    }
}

#[test]
fn one_line_may_say_several_things() {
    let evenings = "17-21|17-21|17-21|17-21|17-21|6-21|6-21";
    for text in [
        "weekday evenings, weekends any time",
        "evenings, weekends any time",
        "evenings weekdays; weekends all day",
        "in the evening after work, weekends any time",
    ] {
        assert_eq!(week(text), evenings, "{text}");
    }
    for (text, expected) in [
        ("tue evening sat morning", "|17-21||||7-12|"),
        ("mornings tue thu, evenings sat", "|6-11||6-11||17-21|"),
        ("6-8am, 17-19 tue", "|6-8 17-19|||||"),
        ("mon 6-8am, wed", "6-8||6-8||||"),
        ("sun after 9, mon before 8am", "6-8||||||9-21"),
        ("tue after 6pm", "|18-21|||||"),
        ("tue after 8, wed 06:00-20:00", "|8-21|6-20||||"),
        ("tue evening after 6", "|18-21|||||"),
        ("mornings before work", "6-8|6-8|6-8|6-8|6-8||"),
        ("mon to fri 17-19", "17-19|17-19|17-19|17-19|17-19||"),
        ("any time except Wednesday", "6-21|6-21||6-21|6-21|6-21|6-21"),
        ("not mondays", "|6-21|6-21|6-21|6-21|6-21|6-21"),
        ("evenings, not mon and wed", "|17-21||17-21|17-21|17-21|17-21"),
        ("Sat AM, Sun PM", "|||||7-12|12-21"),
        ("sunday til noon", "||||||6-12"),
        ("sat or sun mornings", "|||||7-12|7-12"),
        ("montags und mittwochs abends", "17-21||17-21||||"),
        ("lunes y miércoles por la mañana", "6-11||6-11||||"),
        ("mardi soir, samedi 9h-11h", "|17-21||||9-11|"),
    ] {
        assert_eq!(week(text), expected, "{text}");
    }
    assert_eq!(week("evenings"), ["17-21"; 7].join("|"));
}

#[test]
fn dates_away_are_no_weekday() {
    let away =
        |text: &str| read(text).found.away.iter().map(|away| format!("{} {}", away.from, away.to)).collect::<Vec<_>>();
    assert_eq!(away("away 24 dec to 2 jan"), ["2026-12-24 2027-01-02"]);
    assert_eq!(away("evenings, not on 24 dec"), ["2026-12-24 2026-12-24"]);
    assert_eq!(away("holiday 24 dec - 2 jan"), ["2026-12-24 2027-01-02"]);
}

#[test]
fn hours_count_more_than_the_part_of_the_day_around_them() {
    for (text, expected) in [
        ("wed lunch 12-1pm", vec![(2, 720, 780)]),
        ("wed lunch 12-1", vec![(2, 720, 780)]),
        ("wed 12-1pm at lunch", vec![(2, 720, 780)]),
        ("tue evening 19:00-20:00", vec![(1, 1140, 1200)]),
        ("tue in the evening from 7 to 8", vec![(1, 1140, 1200)]),
        ("tue 7-8 in the evening", vec![(1, 1140, 1200)]),
        ("tue evening after 7pm", vec![(1, 1140, 1260)]),
        ("fri evening 20:00-01:00", vec![(4, 1200, 60)]),
        ("sat morning 8-9", vec![(5, 480, 540)]),
        ("mon before work 6-7", vec![(0, 360, 420)]),
        ("tue morning 7-8 evening 7-8", vec![(1, 420, 480), (1, 1140, 1200)]),
        ("sat morning and 17-19", vec![(5, 420, 720), (5, 1020, 1140)]),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
    assert_eq!(said("weekday lunch 12-1pm"), [0, 1, 2, 3, 4].map(|day| (day, 720, 780)));
    assert_eq!(said("weekday evenings, tue 19:00-20:00").iter().filter(|window| window.0 == 1).count(), 1);
}

#[test]
fn what_is_no_free_time_is_told() {
    for (text, told) in [
        ("tue", "say from when"),
        ("", "say from when"),
        ("tue sometime", "`sometime` is no day"),
        ("tue 18:00", "`18:00`: say from when to when"),
        ("not in the mornings", "`mornings`: say when you can run"),
        ("every 2 weeks sat 8-10", "`every 2 weeks`: free hours are those of every week"),
    ] {
        let refusal = read_free(text, today()).map(|reading| reading.found).unwrap_err();
        assert!(refusal.text.starts_with(told), "{text}: {refusal}");
    }
}
