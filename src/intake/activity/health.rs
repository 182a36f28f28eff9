//! The export of Apple Health: its workouts, with their distance.

use chrono::DateTime;

use super::xml::Document;
use super::{Activity, Recordings, Sport};

/// Metres of a kilometre and a mile.
const KM: f64 = 1000.0;
const MILE: f64 = 1609.344;

/// An export while it is read.
#[derive(Default)]
pub(super) struct Health {
    activities: Vec<Activity>,
    open: Option<Workout>,
}

struct Workout {
    kind: String,
    start: String,
    seconds: Option<f64>,
    metres: Option<f64>,
}

impl Document for Health {
    fn open(&mut self, path: &[&str], attribute: &dyn Fn(&str) -> Option<String>) {
        let number = |name: &str| attribute(name)?.parse::<f64>().ok();
        let metres = |far: &str, unit: &str| {
            let metres = match attribute(unit)?.as_str() {
                "km" => KM,
                "mi" => MILE,
                "m" => 1.0,
                _ => return None,
            };
            Some(number(far)? * metres)
        };
        match path {
            [.., "HealthData", "Workout"] => {
                let minutes = match attribute("durationUnit").as_deref() {
                    Some("s" | "sec") => 1.0,
                    Some("hr" | "h") => 3600.0,
                    _ => 60.0,
                };
                self.open = Some(Workout {
                    kind: attribute("workoutActivityType").unwrap_or_default(),
                    start: attribute("startDate").unwrap_or_default(),
                    seconds: number("duration").map(|duration| duration * minutes),
                    metres: metres("totalDistance", "totalDistanceUnit"),
                });
            }
            [.., "Workout", "WorkoutStatistics"] => {
                let is_far = attribute("type").is_some_and(|kind| kind.contains("Distance"));
                if let Some(workout) = self.open.as_mut().filter(|_| is_far) {
                    workout.metres = workout.metres.or_else(|| metres("sum", "unit"));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, path: &[&str], _: &str) {
        if let [.., "HealthData", "Workout"] = path {
            self.activities.extend(self.open.take().as_ref().and_then(Workout::activity));
        }
    }
}

impl Workout {
    fn activity(&self) -> Option<Activity> {
        let start = DateTime::parse_from_str(&self.start, "%Y-%m-%d %H:%M:%S %z").ok()?;
        let kind = self.kind.strip_prefix("HKWorkoutActivityType").unwrap_or(&self.kind);
        let activity = Activity::new(start.to_utc(), self.seconds?, self.metres, Sport::named(kind))?;
        Some(Activity { wall: Some(start.naive_local()), ..activity })
    }
}

impl Health {
    /// What was recorded.
    pub(super) fn recordings(self) -> Recordings {
        Recordings { activities: self.activities, ..Recordings::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Sport, read};

    #[test]
    fn workouts_of_an_export_are_read_with_their_distance() {
        let text = r#"<?xml version="1.0" encoding="UTF-8"?>
            <HealthData locale="en_DE">
            <Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="60"/>
            <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="40.2" durationUnit="min"
                startDate="2026-11-24 06:10:05 +0100" endDate="2026-11-24 06:50:17 +0100">
                <WorkoutStatistics type="HKQuantityTypeIdentifierActiveEnergyBurned" sum="400" unit="Cal"/>
                <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="6.5" unit="km"/>
            </Workout>
            <Workout workoutActivityType="HKWorkoutActivityTypeTraditionalStrengthTraining" duration="62" durationUnit="min"
                startDate="2026-11-25 18:00:00 +0100" endDate="2026-11-25 19:02:00 +0100"/>
            </HealthData>"#;
        let found = read(text.as_bytes()).unwrap().activities;
        let told: Vec<_> = found.iter().map(|one| (one.sport, one.minutes, one.distance_km)).collect();
        assert_eq!(told, [(Sport::Running, 40, Some(6.5)), (Sport::Strength, 62, None)]);
        assert_eq!(found[0].start.to_rfc3339(), "2026-11-24T05:10:05+00:00");
        assert_eq!(found[0].wall.map(|wall| wall.to_string()).as_deref(), Some("2026-11-24 06:10:05"));
    }
}
