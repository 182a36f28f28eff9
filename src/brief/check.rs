//! Is the week sane? What `runweave check` says of a brief that can be planned.

use std::collections::BTreeSet;

use super::{Brief, Window};
use crate::model::{Day, Minutes, Moment, WEEKDAYS, count};
use crate::rules::Timetable;

/// No run is shorter than this, in minutes.
const SHORTEST: Minutes = 20;
/// Days that the longest run and the weekly minutes are counted over: 30 days are 30/7 weeks.
const LONGEST_OVER: (Minutes, Minutes) = (30, 7);

/// What to think about before planning, in plain sentences; nothing when the week is sound.
pub fn check(brief: &Brief) -> Vec<String> {
    let timetable = brief.timetable(&[]);
    let mut said = Vec::new();
    said.extend(too_hard(brief, &timetable));
    said.extend(no_rest(brief));
    said.extend(no_room(brief, &timetable));
    said.extend(no_long_run_day(brief));
    said.extend(doubtful_minutes(brief));
    said
}

/// The person's own hard sessions use up the hard days of the week.
fn too_hard(brief: &Brief, timetable: &Timetable) -> Option<String> {
    let most = brief.rules.hard_days.a_week();
    let facts = |week: i32| (0..7).map(move |day| timetable.facts(Day(week * 7 + day)));
    let hard = |week: i32| facts(week).map(|facts| facts.hard + facts.hard_runs).sum::<i32>();
    let own = (0..timetable.weeks).map(hard).max()?;
    let added = if brief.rules.hard_days.room(own, 0) > 0 {
        "one short threshold run at most is added"
    } else {
        "no hard run is added"
    };
    (brief.rules.is_on("hard_days") && own >= most).then(|| {
        format!(
            "Your week has {own} sessions that are hard for the legs and {most} hard stresses are the most for you: {added}."
        )
    })
}

/// What to say of a block in which a week has strength on all seven days.
pub fn no_rest(brief: &Brief) -> Option<String> {
    let calendar = brief.block.calendar();
    let lifted = |week: i32, weekday: usize| {
        let date = calendar.date(Day(week * 7 + weekday as i32));
        brief.lifts().any(|session| session.is_on(weekday, week + 1, date))
    };
    (0..brief.block.weeks as i32).any(|week| (0..7).all(|weekday| lifted(week, weekday))).then(|| {
        "Your own week leaves no day without strength training: runs go only where strength already is. \
         A day of rest would do more than another run."
            .to_owned()
    })
}

/// No stretch of free time is long enough for any run, or too few days have one.
fn no_room(brief: &Brief, timetable: &Timetable) -> Option<String> {
    let free = free_days(timetable);
    if free.is_empty() {
        return Some(format!("No window leaves {SHORTEST} minutes beside your sessions: no run can be placed."));
    }
    let best = (0..timetable.weeks).map(|week| free.iter().filter(|day| day.week() == week).count()).max()?;
    let wanted = brief.running.runs_per_week? as usize;
    (best < wanted).then(|| {
        let days = count(best, "day");
        format!("You want {wanted} runs a week, but no week has windows on more than {days}.")
    })
}

/// The days of the block on which a shortest run can start inside a window, off every appointment.
fn free_days(timetable: &Timetable) -> BTreeSet<Day> {
    let mut free = BTreeSet::new();
    let last = Day(timetable.weeks * 7);
    for (from, to) in &timetable.windows {
        let mut at: Moment = *from;
        for one in timetable.appointments.iter().filter(|one| one.start < *to && one.end > *from) {
            if one.start.since(at) >= SHORTEST {
                free.insert(timetable.calendar.day_of(at));
            }
            at = at.max(one.end);
        }
        if to.since(at) >= SHORTEST {
            free.insert(timetable.calendar.day_of(at));
        }
    }
    free.retain(|day| (Day(0)..last).contains(day));
    free
}

/// A wished day for the long run without a window that an ordinary long run fits in.
fn no_long_run_day(brief: &Brief) -> Option<String> {
    let wished = brief.running.long_run_day?;
    let length = |window: &Window| {
        let to = if window.to > window.from.0 { window.to } else { window.to + 24 * 60 };
        Minutes::from(to - window.from.0)
    };
    let longest = brief.availability.week[wished].iter().map(length).max().unwrap_or_default();
    let usual = brief.running.longest_recent_minutes.unwrap_or(SHORTEST).max(SHORTEST);
    (longest < usual).then(|| {
        let day = WEEKDAYS[wished];
        format!("The long run is wished for `{day}`, but no window on that day has {usual} minutes.")
    })
}

/// Minutes that do not go together.
pub fn doubtful_minutes(brief: &Brief) -> Option<String> {
    let longest = brief.running.longest_recent_minutes?;
    let weekly = brief.running.current_weekly_minutes;
    (longest * LONGEST_OVER.1 > weekly * LONGEST_OVER.0).then(|| {
        format!(
            "A longest run of {longest} minutes in the last 30 days does not fit {weekly} minutes a week: \
             one of the two should be looked at again."
        )
    })
}
