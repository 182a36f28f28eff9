//! The event in its week.

use super::paces::{PaceKind, Paces};
use super::race_time::{Prediction, aimed_at, prediction, usual_seconds};
use super::{RaceDay, Stop, shape, workouts};
use crate::brief::{Brief, Event};
use crate::model::{Day, Distance, Minutes, RaceKind};

/// The age from which a pace is printed; younger runners go by effort (judgement).
const PACES_FROM_AGE: i32 = 14;

/// What a race will take by what is known: by the recent race, or the time aimed at where that is not far from it. Without either
/// what is usual, and nothing to be cautious about.
pub(super) fn expected(brief: &Brief, event: &Event) -> Prediction {
    let rule = &brief.rules.race_prediction;
    let known = brief.athlete.recent_race.as_ref();
    let by_known = known.map(|race| prediction(race, event.distance_km, event.date, weekly_km(brief), rule));
    match (by_known, event.target_seconds) {
        (Some(predicted), Some(target)) => aimed_at(target, predicted, rule),
        (Some(predicted), None) => predicted,
        (None, Some(seconds)) => Prediction {
            seconds,
            cautions: vec!["No recent race says whether the time you aim at is within reach.".to_owned()],
        },
        (None, None) => {
            let seconds = usual_seconds(event.distance_km, brief.athlete.running_level);
            Prediction { seconds, cautions: Vec::new() }
        }
    }
}

/// The race that a week (from 0) leads to: the next one from its Monday on.
fn ahead(brief: &Brief, week: i32) -> Option<&Event> {
    let monday = brief.block.calendar().date(Day(week * 7));
    let event = brief.block.event.iter();
    brief.block.events.iter().chain(event).find(|event| event.date >= monday)
}

/// The person's paces in a week (from 0), if a race of theirs is known: race paces are those of the races to come.
pub fn paces(brief: &Brief, week: i32) -> Option<Paces> {
    let (athlete, rules) = (&brief.athlete, &brief.rules);
    let known = athlete.recent_race.as_ref()?;
    let mut paces = Paces::of_race(known, athlete.running_level, &rules.paces)?;
    for &distance in Distance::ALL {
        let (km, weekly) = (distance.km(), weekly_km(brief));
        let predicted = prediction(known, km, brief.block.start, weekly, &rules.race_prediction);
        paces = paces.with_race(distance, km, f64::from(predicted.seconds));
    }
    if let Some(event) = &brief.block.event {
        let seconds = f64::from(expected(brief, event).seconds);
        paces = paces.with_race(Distance::of(event.distance_km), event.distance_km, seconds);
    }
    if let Some(event) = ahead(brief, week) {
        paces = paces.toward(event.distance_km, f64::from(expected(brief, event).seconds));
    }
    let is_child = athlete.age_in(brief.block.start).is_some_and(|age| age < PACES_FROM_AGE);
    Some(if is_child { paces.by_effort() } else { paces })
}

/// Kilometres that the person runs a week now, at the middle of their easy pace.
fn weekly_km(brief: &Brief) -> Option<f64> {
    let athlete = &brief.athlete;
    let paces = Paces::of_race(athlete.recent_race.as_ref()?, athlete.running_level, &brief.rules.paces)?;
    Some(f64::from(brief.running.current_weekly_minutes) * paces.speed(PaceKind::Easy) / 1000.0)
}

/// Minutes that the event takes of the day: a begun one counts whole.
pub(super) fn minutes(brief: &Brief) -> Option<Minutes> {
    brief.block.event.as_ref().map(|event| minutes_of(brief, event))
}

/// Minutes that a race takes of the day.
pub(super) fn minutes_of(brief: &Brief, event: &Event) -> Minutes {
    whole_minutes(expected(brief, event).seconds)
}

/// The races on the way to the one that counts.
pub(super) fn on_the_way(brief: &Brief) -> impl Iterator<Item = &Event> {
    let main = brief.block.event.as_ref();
    let others = brief.block.events.iter().filter(move |event| Some(*event) != main);
    others.filter(|event| event.kind == RaceKind::Run)
}

/// The race on the way in this week (from 0).
pub(super) fn tune_up(brief: &Brief, week: i32) -> Option<&Event> {
    on_the_way(brief).find(|event| shape::race_day(brief, event).week() == week)
}

fn whole_minutes(seconds: u32) -> Minutes {
    (seconds.div_ceil(60) as i32).max(1)
}

/// The race, if it lies in this week (from 0). It stands where it stands; what stops the runs on its day is told with it.
pub(super) fn in_week(brief: &Brief, week: i32, stops: &[Stop]) -> Option<RaceDay> {
    let own = brief.block.event.as_ref().filter(|event| shape::race_day(brief, event).week() == week);
    let event = own.or_else(|| tune_up(brief, week))?;
    let day = shape::race_day(brief, event);
    let stop = stops.iter().find(|stop| (stop.from..=stop.to).contains(&day));
    let predicted = expected(brief, event);
    let minutes = whole_minutes(predicted.seconds);
    Some(RaceDay {
        day,
        start: event.start,
        shape: workouts::race(event.distance_km).shape(minutes, brief.athlete.running_level),
        seconds: predicted.seconds,
        cautions: if brief.rules.is_on("race_prediction") { predicted.cautions } else { Vec::new() },
        distance_km: event.distance_km,
        name: event.name.clone(),
        warning: stop.map(|stop| stop.text.clone()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Defaults;

    /// A marathon after two weeks, from a race in the brief's words.
    fn marathon(weekly: i32, race: &str) -> RaceDay {
        let text = format!(
            r#"{{ "athlete": {{ "goal": "endurance", "running_level": "advanced", "recent_race": {{ {race} }} }},
                "block": {{ "start": "2026-11-30", "weeks": 2, "timezone": "UTC",
                    "event": {{ "date": "2026-12-13", "distance_km": 42.195 }} }},
                "sessions": [], "running": {{ "current_weekly_minutes": {weekly} }} }}"#
        );
        let brief =
            Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: crate::model::Zone::UTC }).unwrap();
        in_week(&brief, 1, &[]).unwrap()
    }

    #[test]
    fn a_marathon_is_predicted_by_what_is_run_a_week() {
        let half = r#""distance_km": 21.0975, "time": "1:32:10", "date": "2026-11-08""#;
        let predicted = |exponent: f64| (5530.0 * 2.0_f64.powf(exponent)).round() as u32;
        assert_eq!(marathon(300, half).seconds, predicted(1.10), "56 km a week");
        assert_eq!(marathon(200, half).seconds, predicted(1.15), "37 km a week");
        assert_eq!(marathon(300, half).cautions, Vec::<String>::new());
    }

    #[test]
    fn marathon_pace_in_training_is_the_pace_of_the_race() {
        let text = r#"{ "athlete": { "goal": "endurance", "running_level": "intermediate",
                "recent_race": { "distance_km": 21.0975, "time": "1:55:30", "date": "2026-11-08" } },
            "block": { "start": "2026-11-30", "weeks": 20, "timezone": "UTC",
                "event": { "date": "2027-04-18", "distance_km": 42.195 } },
            "sessions": [], "running": { "current_weekly_minutes": 200 } }"#;
        let zone = crate::model::Zone::UTC;
        let brief = Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: zone }).unwrap();
        let event = brief.block.event.clone().unwrap();
        let paces = paces(&brief, 3).unwrap();
        let race = paces.race_text(42.195, f64::from(expected(&brief, &event).seconds), false);
        assert_eq!(race.as_deref(), Some("6:04 /km"), "33 km a week: the slower exponent");
        assert_eq!(paces.text(PaceKind::Marathon, false), race);
        assert_eq!(paces.text(PaceKind::Race, false), race);
    }

    #[test]
    fn what_speaks_against_the_prediction_stands_with_the_race() {
        let cautions = marathon(300, r#""distance_km": 5, "time": "20:00", "date": "2026-06-08""#).cautions;
        assert_eq!(cautions.len(), 2, "{cautions:?}");
        assert!(cautions[0].contains("4 times") && cautions[1].contains("26 weeks"), "{cautions:?}");
    }
}
