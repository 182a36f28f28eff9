//! The person's own sessions on the day of the race.

use super::{race, shape};
use crate::brief::Brief;
use crate::model::Moment;
use crate::rules::{Appointment, Timetable};

/// What stands in the way of the race: every session that overlaps it, and lifting and sport that is hard for the legs at
/// another hour of its day.
pub fn race_clashes(brief: &Brief, timetable: &Timetable) -> Vec<String> {
    let (Some(event), Some(minutes)) = (&brief.block.event, race::minutes(brief)) else { return Vec::new() };
    let day = shape::race_day(brief, event);
    let start = timetable.calendar.moment(day, event.start);
    let race = (start, start.plus(minutes));
    let sessions = timetable.appointments.iter().filter(|one| one.kind.is_some());
    let told = sessions.filter_map(|one| {
        if overlap(one, race) {
            let (from, length) = (timetable.calendar.wall(one.start).format("%H:%M"), one.end.since(one.start));
            return Some(format!(
                "{} ({from}, {length} min) overlaps {}, which starts at {} on {} and may take {minutes} min: let it skip that \
                 date with `every`, or correct the `start` of the event.",
                one.name, event.name, event.start, event.date
            ));
        }
        (one.day == day && (one.is_strength() || one.hard))
            .then(|| format!("{} stands on the day of {}: let it skip that date with `every`.", one.name, event.name))
    });
    told.collect()
}

fn overlap(one: &Appointment, (from, to): (Moment, Moment)) -> bool {
    one.start < to && from < one.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Defaults;

    /// What is told of sessions on the Sunday of a race at ten, which takes half an hour.
    fn told(session: &str) -> Vec<String> {
        let text = format!(
            r#"{{ "athlete": {{ "goal": "endurance", "running_level": "intermediate",
                    "recent_race": {{ "distance_km": 5, "time": "30:00", "date": "2026-11-15" }} }},
                "block": {{ "start": "2026-11-30", "weeks": 2, "timezone": "UTC",
                    "event": {{ "name": "Park race", "date": "2026-12-13", "distance_km": 5 }} }},
                "sessions": [{{ "name": "Mine", "minutes": 60, {session} }}], "running": {{ "current_weekly_minutes": 90 }} }}"#
        );
        let brief =
            Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: crate::model::Zone::UTC }).unwrap();
        race_clashes(&brief, &brief.timetable(&[]))
    }

    #[test]
    fn a_session_at_the_hour_of_the_race_is_told() {
        assert_eq!(
            told(r#""day": "sun", "start": "10:15", "kind": "mobility""#),
            [
                "Mine (10:15, 60 min) overlaps Park race, which starts at 10:00 on 2026-12-13 and may take 30 min: let it skip \
              that date with `every`, or correct the `start` of the event."
            ]
        );
        assert_eq!(told(r#""day": "sun", "start": "09:15", "kind": "other""#).len(), 1);
    }

    #[test]
    fn a_session_beside_the_race_is_told_where_it_is_lifting_or_hard_for_the_legs() {
        for beside in ["09:00", "10:30"] {
            let none: [String; 0] = [];
            assert_eq!(told(&format!(r#""day": "sun", "start": "{beside}", "kind": "mobility""#)), none);
            let strength =
                format!(r#""day": "sun", "start": "{beside}", "kind": "strength", "focus": "core", "effort": "light""#);
            let hard =
                format!(r#""day": "sun", "start": "{beside}", "kind": "other", "focus": "lower", "effort": "heavy""#);
            for session in [strength, hard] {
                assert_eq!(
                    told(&session),
                    ["Mine stands on the day of Park race: let it skip that date with `every`."]
                );
            }
        }
    }

    #[test]
    fn a_session_that_skips_the_day_is_not_told() {
        let none: [String; 0] = [];
        let skips = r#""day": "sun", "start": "10:00", "kind": "mobility", "every": { "skip_dates": ["2026-12-13"] }"#;
        assert_eq!(told(skips), none);
        assert_eq!(told(r#""day": "sat", "start": "10:00", "kind": "mobility""#), none);
    }
}
