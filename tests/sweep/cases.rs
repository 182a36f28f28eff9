//! The briefs.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

/// One brief, as what it is made from.
pub(crate) struct Case {
    goal: &'static str,
    level: usize,
    event_km: Option<f64>,
    born: i32,
    lifts: usize,
    /// 0 nothing, 1 some, 2 much of what the level runs.
    volume: usize,
}

const LEVELS: [&str; 3] = ["beginner", "intermediate", "advanced"];
/// Weekly minutes and the longest run by level and volume; with nothing, nothing is known.
const RUNNING: [[(i32, i32); 3]; 3] =
    [[(0, 0), (60, 25), (100, 40)], [(0, 0), (110, 40), (220, 75)], [(0, 0), (240, 70), (400, 120)]];
/// Day, focus and effort of the lifts, first come first taken.
const LIFTS: [(&str, &str, &str); 6] = [
    ("mon", "lower", "heavy"),
    ("wed", "upper", "heavy"),
    ("fri", "full_body", "moderate"),
    ("thu", "lower", "heavy"),
    ("tue", "core", "light"),
    ("sat", "upper", "moderate"),
];

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for volume in 0..3 {
        for goal in ["strength", "endurance", "weight_loss", "general_fitness"] {
            for level in 0..3 {
                for event_km in [None, Some(5.0), Some(10.0), Some(21.1), Some(42.2)] {
                    for born in [2001, 1960] {
                        cases.extend((0..=6).map(|lifts| Case { goal, level, event_km, born, lifts, volume }));
                    }
                }
            }
        }
    }
    cases
}

impl Case {
    pub(crate) fn name(&self) -> String {
        let Self { goal, level, event_km, born, lifts, volume } = self;
        format!("{goal} {} {event_km:?} born {born}, {lifts} lifts, volume {volume}", LEVELS[*level])
    }

    /// Weeks to the event, the usual ones or a few less, and for half of the events two weeks more.
    fn weeks(&self) -> (u64, u64) {
        let to_event = match self.event_km {
            None => return (0, 9),
            Some(km) if km < 7.0 => 8,
            Some(km) if km < 15.0 => 9,
            Some(km) if km < 30.0 => 12,
            Some(_) => 15,
        };
        (to_event, to_event + self.lifts as u64 % 2 * 2)
    }

    pub(crate) fn brief(&self) -> Value {
        let start = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        let (to_event, weeks) = self.weeks();
        let lifts = LIFTS.iter().take(self.lifts).map(|(day, focus, effort)| {
            json!({ "name": focus, "day": day, "start": "18:00", "minutes": 60, "kind": "strength",
                "focus": focus, "effort": effort })
        });
        let mut brief = json!({
            "athlete": { "goal": self.goal, "running_level": LEVELS[self.level], "birth_year": self.born },
            "block": { "start": start.to_string(), "weeks": weeks, "timezone": "UTC" },
            "sessions": lifts.collect::<Vec<_>>(),
            "availability": {
                "mon": ["06:30-08:00"], "tue": ["06:30-08:00"], "wed": ["06:30-08:00"], "thu": ["06:30-08:00"],
                "fri": ["06:30-08:00"], "sat": ["08:00-10:30"], "sun": ["08:00-10:30"],
            },
            "running": { "current_weekly_minutes": 0 },
        });
        let (weekly, longest) = RUNNING[self.level][self.volume];
        if weekly > 0 {
            brief["running"] = json!({ "current_weekly_minutes": weekly, "longest_recent_minutes": longest });
        }
        if let Some(km) = self.event_km {
            let date = start + Days::new(to_event * 7 - 1);
            brief["block"]["event"] = json!({ "name": "Race", "date": date.to_string(), "distance_km": km });
        }
        brief
    }
}
