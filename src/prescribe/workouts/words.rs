//! Sentences about workouts.

use super::Workout;
use crate::model::{Minutes, RunType};

/// The easier option of a run, written in advance.
pub(super) fn if_tired(workout: &Workout, minutes: Minutes) -> String {
    let fives = |minutes: Minutes| (minutes / 5 * 5).max(5);
    match workout.kind {
        RunType::WalkRun if workout.id == "walk_brisk" => "10 min gentle walk, or rest".to_owned(),
        RunType::WalkRun => format!("{} min brisk walk, no running", fives(minutes).min(30)),
        RunType::CooldownJog => "5 min walk, or nothing".to_owned(),
        RunType::Finisher => "leave it out: 5 min walk".to_owned(),
        RunType::Recovery | RunType::Easy => {
            format!("{} min walk or very easy jog", fives(minutes * 2 / 3).clamp(10, 30))
        }
        RunType::Long => format!("{} min easy, with walk breaks as you like", fives(minutes * 2 / 3).max(20)),
        RunType::TimeTrial => format!("{} min easy; test another week", fives(minutes * 2 / 3).clamp(20, 30)),
        RunType::Race => "start slower than planned; ill or in pain, do not start".to_owned(),
        RunType::Tempo | RunType::Intervals | RunType::Hills | RunType::Fartlek | RunType::RacePace => {
            format!("{} min easy, without the hard part", fives(minutes * 2 / 3).clamp(20, 40))
        }
    }
}
