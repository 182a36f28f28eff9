//! The event in its week.

use super::paces::{PaceKind, Paces};
use super::race_time::{Prediction, prediction, usual_seconds};
use super::{RaceDay, Stop, shape, workouts};
use crate::brief::{Brief, Event};
use crate::model::{Minutes, RaceKind};

/// What the event will take by what is known; without a known race what is usual, and nothing to be cautious about.
fn predicted(brief: &Brief, event: &Event) -> Prediction {
    let usual =
        || Prediction { seconds: usual_seconds(event.distance_km, brief.athlete.running_level), cautions: Vec::new() };
    let known = brief.athlete.recent_race.as_ref();
    let predict =
        |race| prediction(race, event.distance_km, event.date, weekly_km(brief), &brief.rules.race_prediction);
    known.map_or_else(usual, predict)
}

/// Kilometres that the person runs a week now, at the middle of their easy pace.
fn weekly_km(brief: &Brief) -> Option<f64> {
    let paces = Paces::of(&brief.athlete, &brief.rules.paces)?;
    Some(f64::from(brief.running.current_weekly_minutes) * paces.speed(PaceKind::Easy) / 1000.0)
}

/// Minutes that the event takes of the day: a begun one counts whole.
pub(super) fn minutes(brief: &Brief) -> Option<Minutes> {
    brief.block.event.as_ref().map(|event| minutes_of(brief, event))
}

/// Minutes that a race takes of the day.
pub(super) fn minutes_of(brief: &Brief, event: &Event) -> Minutes {
    whole_minutes(predicted(brief, event).seconds)
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
    let predicted = predicted(brief, event);
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
    fn what_speaks_against_the_prediction_stands_with_the_race() {
        let cautions = marathon(300, r#""distance_km": 5, "time": "20:00", "date": "2026-06-08""#).cautions;
        assert_eq!(cautions.len(), 2, "{cautions:?}");
        assert!(cautions[0].contains("4 times") && cautions[1].contains("26 weeks"), "{cautions:?}");
    }
}
