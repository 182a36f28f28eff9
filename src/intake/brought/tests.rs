use super::*;

fn read(text: &str) -> BroughtRun {
    let mut week = brought_week(text).unwrap();
    assert_eq!((week.runs.len(), week.aside.len()), (1, 0), "{text}");
    week.runs.remove(0)
}

fn part(times: u32, work: Size, speed: Speed, rest: Option<Size>) -> Part {
    Part { times, work, speed, rest }
}

#[test]
fn a_run_is_read_with_its_repeats_and_rests() {
    use Size::{Metres, Seconds};
    let jog = Some(Metres(400));
    for (text, kind, parts) in [
        ("8 km easy", RunType::Easy, vec![part(1, Metres(8000), Speed::Easy, None)]),
        ("45 min", RunType::Easy, vec![part(1, Seconds(2700), Speed::Easy, None)]),
        ("1h30 long run", RunType::Long, vec![part(1, Seconds(5400), Speed::Easy, None)]),
        ("long run 13.1 miles", RunType::Long, vec![part(1, Metres(21_082), Speed::Easy, None)]),
        ("6 x 800 m", RunType::Intervals, vec![part(6, Metres(800), Speed::Interval, None)]),
        ("6x800 w/ 400 m jog", RunType::Intervals, vec![part(6, Metres(800), Speed::Interval, jog)]),
        (
            "6×800m @ 3:45 (2 min rest)",
            RunType::Intervals,
            vec![part(6, Metres(800), Speed::Interval, Some(Seconds(120)))],
        ),
        ("6 x 800 m, 400 m jog", RunType::Intervals, vec![part(6, Metres(800), Speed::Interval, jog)]),
        ("tempo 25 min", RunType::Tempo, vec![part(1, Seconds(1500), Speed::Threshold, None)]),
        ("10 km @ marathon pace", RunType::RacePace, vec![part(1, Metres(10_000), Speed::Marathon, None)]),
        ("8 x 60 s hills", RunType::Hills, vec![part(8, Seconds(60), Speed::Uphill, None)]),
        (
            "2 km warm-up, 3 x 10 min threshold w/ 2 min jog, 2 km cool-down",
            RunType::Intervals,
            vec![
                part(1, Metres(2000), Speed::Jog, None),
                part(3, Seconds(600), Speed::Threshold, Some(Seconds(120))),
                part(1, Metres(2000), Speed::Jog, None),
            ],
        ),
    ] {
        let run = read(text);
        assert_eq!((run.kind, run.parts), (kind, parts), "{text}");
    }
}

#[test]
fn the_longest_run_of_a_week_is_its_long_run_and_days_go_with_runs() {
    let week = brought_week("Tue: 6 x 800 m, Thu: 8 km easy, Sun: 24 km").unwrap();
    let read: Vec<_> = week.runs.iter().map(|run| (run.weekday, run.kind)).collect();
    assert_eq!(read, [(Some(1), RunType::Intervals), (Some(3), RunType::Easy), (Some(6), RunType::Long)]);
}

#[test]
fn what_is_no_run_is_left_aside_and_rest_is_nothing() {
    let week = brought_week("Mon: rest; Tue: swim 40 min; Wed: -; Sat: 10 km race").unwrap();
    assert_eq!((week.runs.len(), week.aside), (0, vec!["swim 40 min".to_owned(), "10 km race".to_owned()]));
    assert!(brought_week("Tue: easy run").unwrap_err().contains("does not say how long"));
    assert!(brought_week("Tue: 9000 km").unwrap_err().contains("that far"));
}

#[test]
fn lines_tables_and_rows_are_the_same_weeks() {
    let expected = ["Tue: 6 x 800 m; Thu: 8 km easy; Sun: 24 km", "Tue: tempo 25 min; Thu: 9 km easy; Sun: 26 km"];
    for text in [
        "Tue: 6 x 800 m, Thu: 8 km easy, Sun: 24 km\nTue: tempo 25 min, Thu: 9 km easy, Sun: 26 km",
        "Week 1\nTue: 6 x 800 m\nThu - 8 km easy\nSun: 24 km\n\n## Week 2\n- Tue: tempo 25 min\n- **Thu**: 9 km easy\n- Sun: 26 km",
        "| Week | Tue | Thu | Sun |\n|---|---|---|---|\n| 1 | 6 x 800 m | 8 km easy | 24 km |\n| 2 | tempo 25 min | 9 km easy | 26 km |",
        "week,tue,thu,sun\n1,6 x 800 m,8 km easy,24 km\n2,tempo 25 min,9 km easy,26 km\n",
        "Week,Day,Run\n1,Tue,6 x 800 m\n1,Thu,8 km easy\n1,Sun,24 km\n2,Tuesday,tempo 25 min\n2,Thu,9 km easy\n2,Sun,26 km\n",
    ] {
        assert_eq!(brought_weeks(text).unwrap(), expected, "{text}");
    }
    assert!(brought_weeks("hello").is_err() && brought_weeks("").is_err());
}
