//! What may stand in for a hard run that finds no place.

use super::Variant;
use super::workouts::{self, Occasion, Workout};
use crate::brief::Brief;
use crate::model::{Level, Minutes, RunClass, RunShape, RunType, Stimulus};

/// Threshold, or play with speed, instead of hills and intervals; then an easy run of the same minutes.
/// A last touch of race pace becomes some strides.
pub(super) fn variants(brief: &Brief, shape: &RunShape, workout: &str) -> Vec<Variant> {
    let level = brief.athlete.running_level;
    let sharpens = workouts::find(workout).is_some_and(|one| one.trains == Some(Stimulus::Sharpener));
    let steep_or_fast = matches!(shape.kind, RunType::Hills | RunType::Intervals);
    let calmer = if steep_or_fast { calmer(brief, shape.minutes) } else { None };
    let strides = workouts::find("easy_strides").filter(|_| sharpens);
    let stand_ins = calmer.into_iter().chain(strides.or_else(|| easy(shape.minutes, level)));
    let of = |workout: &'static Workout| Variant { shape: workout.shape(shape.minutes, level), workout: workout.id };
    if shape.class() == RunClass::Quality { stand_ins.map(of).collect() } else { Vec::new() }
}

/// A threshold run of so many minutes, else play with speed, by what a small week holds.
fn calmer(brief: &Brief, minutes: Minutes) -> Option<&'static Workout> {
    let occasion = Occasion {
        level: brief.athlete.running_level,
        rules: &brief.rules,
        weekly_minutes: minutes * 3,
        deload: false,
        work: None,
        paces: None,
    };
    let suits = |one: &&Workout, work: Stimulus| {
        one.trains == Some(work) && one.is_for(occasion.level) && one.is_whole(minutes, &occasion)
    };
    let of = |work: Stimulus| workouts::LIBRARY.iter().filter(move |one| suits(one, work));
    let nearest = |one: &&Workout| (one.minutes.0 - minutes).max(minutes - one.minutes.1).max(0);
    of(Stimulus::Threshold).min_by_key(nearest).or_else(|| of(Stimulus::Fartlek).min_by_key(nearest))
}

/// A plain easy run of so many minutes.
pub(super) fn easy(minutes: Minutes, level: Level) -> Option<&'static Workout> {
    workouts::find(match minutes {
        ..=30 => "easy_short",
        31..=50 => "easy",
        _ if level == Level::Beginner => "easy",
        _ => "easy_long",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Defaults;

    fn instead_of(kind: RunType, minutes: Minutes, level: &str) -> Vec<(RunType, Minutes)> {
        let text = format!(
            r#"{{ "athlete": {{ "goal": "endurance", "running_level": "{level}" }}, "sessions": [],
                "block": {{ "start": "2026-11-30", "weeks": 2, "timezone": "UTC" }},
                "running": {{ "current_weekly_minutes": 150 }} }}"#
        );
        let brief =
            Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: crate::model::Zone::UTC }).unwrap();
        let found = variants(&brief, &RunShape { kind, minutes, rpe_tenths: 70 }, "");
        found.into_iter().map(|one| (one.shape.kind, one.shape.minutes)).collect()
    }

    #[test]
    fn hills_and_intervals_become_threshold_and_then_easy() {
        for kind in [RunType::Hills, RunType::Intervals] {
            for minutes in [40, 45, 60] {
                for level in ["intermediate", "advanced"] {
                    let expected = [(RunType::Tempo, minutes), (RunType::Easy, minutes)];
                    assert_eq!(instead_of(kind, minutes, level), expected, "{kind} of {minutes} min, {level}");
                }
            }
        }
    }

    #[test]
    fn threshold_and_race_pace_become_easy_and_easy_runs_stay() {
        for kind in [RunType::Tempo, RunType::RacePace, RunType::Fartlek, RunType::TimeTrial] {
            assert_eq!(instead_of(kind, 50, "intermediate"), [(RunType::Easy, 50)], "{kind}");
        }
        for kind in [RunType::Easy, RunType::Long] {
            assert_eq!(instead_of(kind, 50, "intermediate"), []);
        }
    }
}
