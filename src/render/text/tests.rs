use unicode_width::UnicodeWidthStr;

use super::*;
use crate::plan::{Entry, fixture};

fn display() -> Display {
    Display { miles: false, twelve_hour: false, sunday_first: false, alarm_minutes: None }
}

/// Two weeks, the second a deload with names that are hard to place.
fn plan() -> Plan {
    let mut plan = fixture::plan();
    let mut second = plan.weeks[0].clone();
    second.number = 2;
    second.start += chrono::Duration::days(7);
    second.deload = true;
    for entry in &mut second.sessions {
        match entry {
            Entry::Run(run) => run.start.0 += chrono::Duration::days(7),
            Entry::Strength(fixed) | Entry::Mobility(fixed) | Entry::Other(fixed) => {
                fixed.start.0 += chrono::Duration::days(7);
                fixed.name = "ブルガリアンスクワット".to_owned();
            }
        }
    }
    plan.weeks.push(second);
    plan
}

#[test]
fn a_block_reads_from_the_overview_to_the_day() {
    let text = text(&plan(), &display(), &Look::new(None));
    let expected = "\
Spring: 2 weeks, 22 March to 4 April 2027

  Week  Monday  Phase             Runs  Running
     1  22 Mar  base                 2  1 h 30 min  ==============
     2  29 Mar  base, deload         2  1 h 30 min  ==============

Week 1: base   22 to 28 March 2027                  running 1 h 30 min, load 870
--------------------------------------------------------------------------------
  Mon 22  18:00    Squat day   75 min  legs, heavy
  Tue 23  -
  Wed 24  -
  Thu 25  06:30  > Easy run    30 min  4.9 km
  Fri 26  -
  Sat 27  -
  Sun 28  00:30  > Long run    60 min

Week 2: base, DELOAD   29 March to 4 April 2027     running 1 h 30 min, load 870
--------------------------------------------------------------------------------
  Mon 29  18:00    ブルガリアンスクワット   75 min  legs, heavy
  Tue 30  -
  Wed 31  -
  Thu  1  06:30  > Easy run                 30 min  4.9 km
  Fri  2  -
  Sat  3  -
  Sun  4  00:30  > Long run                 60 min

4 runs placed, none left out. The runs stand where the rules and your wishes
want them; nothing better exists under the rules (proven).
";
    assert!(text == expected, "{text}");
}

#[test]
fn no_line_is_wider_than_the_terminal_whatever_the_names() {
    let mut plan = plan();
    for (week, name) in plan.weeks.iter_mut().zip(["squats and many more things ".repeat(7), "重".repeat(200)]) {
        for entry in &mut week.sessions {
            if let Entry::Strength(fixed) = entry {
                fixed.name.clone_from(&name);
            }
        }
    }
    for width in [40, 60, 80, 100, 120] {
        let text = text(&plan, &display(), &Look::new(Some(width)));
        let widest = text.lines().map(UnicodeWidthStr::width).max();
        assert!(widest <= Some(width), "{text}");
    }
}

#[test]
fn one_week_says_what_to_do_and_marks_today() {
    let mut plan = fixture::plan();
    plan.weeks.truncate(1);
    let look = Look { today: chrono::NaiveDate::from_ymd_opt(2027, 3, 25), ..Look::new(None) };
    let text = text(&plan, &display(), &look);
    assert!(text.contains("Week 1: base, this week"), "{text}");
    assert!(
        text.contains("\n* Thu 25  06:30  > Easy run    30 min  4.9 km\n                   30 min easy, zone 2\n"),
        "{text}"
    );
    assert!(text.contains("If tired: 20 min walk"), "{text}");
}

#[test]
fn colour_changes_nothing_that_is_read() {
    let look = Look::new(None);
    let colour = text(&plan(), &display(), &Look { colour: true, ..look });
    assert!(colour.contains('\u{1b}'));
    assert_eq!(anstream::adapter::strip_str(&colour).to_string(), text(&plan(), &display(), &look));
}

#[test]
fn runs_whose_minutes_went_to_others_are_not_counted_as_left_out() {
    let mut plan = fixture::plan();
    let run = crate::plan::Unplaced {
        id: "w01-easy-2".into(),
        kind: crate::model::RunType::Easy,
        minutes: 30,
        declined: true,
        why: Vec::new(),
    };
    plan.weeks[0].unplaced.push(run);
    let told = text(&plan, &display(), &Look::new(None));
    assert!(told.contains("2 runs placed, none left out, 1 given up whose minutes went to other runs."), "{told}");
    assert!(told.contains("x given up for other runs: easy run, 30 min"), "{told}");
    assert_eq!((plan.left_out().count(), plan.given_up()), (0, 1));
}
