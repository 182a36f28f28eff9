//! Days before a race on which its last runs do not stand.

use super::is_race_week;
use crate::brief::Brief;
use crate::model::{Day, Kind, Minutes, Phase, RunClass};
use crate::prescribe::{Barred, Request, shape};

/// The hard run of a race week goes by this name.
const SHARPENER: &str = "quality-1";
/// So many days before the race it stands.
const SHARPENER_DAYS: std::ops::RangeInclusive<i32> = 2..=6;
/// So many at least where one of these days is open to it.
const SHARPENER_BEST: i32 = 4;
/// A long run of the last weeks stands no more days before the week that it leads up to than this.
const LONG_BEFORE: i32 = 4;

/// The days of this week (from 0) that are closed to a run for the sake of the race.
pub(super) fn barred(brief: &Brief, week: i32, phase: Phase, run: &Request) -> Vec<Barred> {
    let Some(event) = &brief.block.event else { return Vec::new() };
    let race = shape::race_day(brief, event);
    let rest = last_rest_day(brief, week, race).filter(|_| is_race_week(brief, week));
    let rests = |day| Barred { day, rule: "rest_days", text: "The last day without lifting and race.".to_owned() };
    let near = near_race(brief, week, phase, run, race);
    near.into_iter().chain(rest.map(rests)).collect()
}

fn near_race(brief: &Brief, week: i32, phase: Phase, run: &Request, race: Day) -> Vec<Barred> {
    let days = || (0..7).map(|weekday| Day(week * 7 + weekday));
    let close = |open: &dyn Fn(i32) -> bool, text: &str| {
        let far = days().filter(|day| !open(race.0 - day.0));
        far.map(|day| Barred { day, rule: "taper", text: text.to_owned() }).collect()
    };
    if run.slug == SHARPENER && is_race_week(brief, week) {
        let early = |day: &Day| (SHARPENER_BEST..=*SHARPENER_DAYS.end()).contains(&(race.0 - day.0));
        let best = days().filter(early).any(|day| is_open(brief, day, run.shape.minutes) && is_fresh(brief, day));
        let first = if best { SHARPENER_BEST } else { *SHARPENER_DAYS.start() };
        let open = |before: i32| (first..=*SHARPENER_DAYS.end()).contains(&before);
        return close(&open, "The last touch of speed stands some days before the race.");
    }
    let leads_up = phase == Phase::Taper || race.week() - week == 1;
    let holds = |day: Day| is_open(brief, day, run.shape.minutes) && is_spared(brief, day);
    let wished = brief.running.long_run_day.is_some_and(|weekday| holds(Day(week * 7 + weekday as i32)));
    if run.shape.class() == RunClass::Long && leads_up && !wished {
        let most = (race.week() - week) * 7 + LONG_BEFORE;
        let open = |before: i32| before <= most;
        let mut days = days();
        if days.any(|day| open(race.0 - day.0) && holds(day)) {
            return close(&open, "The last long runs stand whole weeks before the race.");
        }
    }
    Vec::new()
}

/// The one day without lifting and race, where sport, lifting and the race leave the young no day at all.
fn last_rest_day(brief: &Brief, week: i32, race: Day) -> Option<Day> {
    brief.rules.if_on(&brief.rules.youth).filter(|rule| rule.applies())?;
    let days = || (0..7).map(|weekday| Day(week * 7 + weekday)).filter(|day| *day != race);
    let fixed = |day: Day| brief.on(day, brief.block.calendar());
    let lifts = |day: Day| fixed(day).iter().any(|one| one.kind == Some(Kind::Strength));
    let full = days().all(|day| fixed(day).iter().any(|one| one.kind != Some(Kind::Mobility)));
    let mut without = days().filter(|day| !lifts(*day));
    without.next_back().filter(|_| full && without.next().is_none())
}

/// Whether a window of a day holds a run of so many minutes.
fn is_open(brief: &Brief, day: Day, minutes: Minutes) -> bool {
    let windows = &brief.availability.week[day.weekday()];
    windows.iter().any(|window| Minutes::from(window.to) - Minutes::from(window.from.0) >= minutes)
}

/// Whether nothing but mobility stands on this day, and no hard session on the one before.
fn is_fresh(brief: &Brief, day: Day) -> bool {
    let on_it = brief.on(day, brief.block.calendar());
    on_it.iter().all(|one| one.kind == Some(Kind::Mobility)) && is_spared(brief, day)
}

/// Whether neither this day nor the one before has a hard session.
fn is_spared(brief: &Brief, day: Day) -> bool {
    let calendar = brief.block.calendar();
    [day, day.plus(-1)].into_iter().flat_map(|day| brief.on(day, calendar)).all(|one| !one.hard)
}
