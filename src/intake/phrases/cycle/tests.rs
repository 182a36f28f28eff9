use super::super::Refusal;
use super::super::days::Days;
use super::super::token::Line;
use super::*;

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 30).unwrap()
}

fn read(text: &str) -> Result<Option<(Said, usize)>, Refusal> {
    let line = Line::of(text).unwrap();
    let days = Days::of(&line);
    cycle(&line, 0, monday(), &days)
}

#[test]
fn cycles_of_weeks_are_read() {
    for (text, expected) in [
        ("every 2 weeks", Said::Every(2)),
        ("every other week", Said::Every(2)),
        ("fortnightly", Said::Every(2)),
        ("alternate fridays", Said::Every(2)),
        ("every other wed", Said::Every(2)),
        ("every 3rd week", Said::Every(3)),
        ("even weeks", Said::Even),
        ("weeks 1, 3 and 5", Said::Weeks(vec![1, 3, 5])),
        ("weeks 1-4", Said::Weeks(vec![1, 2, 3, 4])),
        ("for 6 weeks", Said::Until(Bound::Week(6), true)),
        ("until week 6", Said::Until(Bound::Week(6), false)),
        ("until christmas", Said::Until(Bound::Date(NaiveDate::from_ymd_opt(2026, 12, 24).unwrap()), false)),
        ("until 18 dec", Said::Until(Bound::Date(NaiveDate::from_ymd_opt(2026, 12, 18).unwrap()), false)),
        ("from january", Said::From(Bound::Date(NaiveDate::from_ymd_opt(2027, 1, 1).unwrap()))),
        ("3x a week", Said::Times(3)),
    ] {
        assert_eq!(read(text).unwrap().map(|(said, _)| said), Some(expected), "{text}");
    }
    for text in ["until 19:00", "from 6 to 8", "every week", "every monday", "for legs", "first squats"] {
        assert_eq!(read(text), Ok(None), "{text}");
    }
}

#[test]
fn what_a_brief_cannot_hold_is_refused_with_what_to_write() {
    for text in ["first monday of the month", "monthly", "twice a month"] {
        assert!(read(text).unwrap_err().text.contains("cannot be kept yet: write the weeks"), "{text}");
    }
    assert!(read("biweekly").unwrap_err().text.starts_with("`biweekly` means two things"));
    assert!(read("until summer").unwrap_err().text.starts_with("`until summer` is no date"));
}

#[test]
fn weeks_of_a_longer_cycle_and_cycles_of_days_are_kept() {
    for (text, on, of) in [
        ("2 weeks on 1 off", vec![1, 2], 3),
        ("2 of 3 weeks", vec![1, 2], 3),
        ("weeks 1 and 3 of 4", vec![1, 3], 4),
        ("2 von 3 Wochen", vec![1, 2], 3),
    ] {
        assert_eq!(read(text).unwrap().map(|(said, _)| said), Some(Said::Turn(on, of)), "{text}");
    }
    for (text, days) in [("every third day", 3), ("alle 4 Tage", 4), ("un jour sur deux", 2), ("cada tres dias", 3)] {
        assert_eq!(read(text).unwrap().map(|(said, _)| said), Some(Said::Days(days)), "{text}");
    }
}

#[test]
fn a_cycle_skips_the_other_weeks() {
    let cycle = Cycle { every: 2, first: 2, ..Cycle::default() };
    assert_eq!(cycle.skipped(monday(), 5, 4), [1, 3, 5]);
    let until = Cycle { until: Some(Bound::Date(NaiveDate::from_ymd_opt(2026, 12, 9).unwrap())), ..Cycle::default() };
    assert_eq!((until.skipped(monday(), 3, 2), until.skipped(monday(), 3, 3)), (vec![3], vec![2, 3]));
    assert!(Cycle::default().is_weekly() && !until.is_weekly());
}
