//! What a run is for and how it should feel, one line each.

use super::Workout;
use crate::model::{RunType, Stimulus};

/// The line for a workout.
pub(super) fn purpose(workout: &Workout) -> &'static str {
    match workout.id {
        "easy_strides" => "Easy running, then a few quick strides for good form: fast but relaxed, never a sprint.",
        "easy_drills" => "Easy running with drills for form: light on your feet, nothing tiring.",
        "recovery" => "Loosens the legs after a hard day: slower than you think, it should feel too easy.",
        "walk_brisk" => "Keeps you moving at little load: brisk, and you can talk freely.",
        "hill_sprints" => "Strength for the legs in a few seconds: full effort uphill, a long walk after each.",
        "long_easy" => "Builds the endurance that all else rests on: relaxed, you could go on at the end.",
        "long_walkrun" => "More time on your feet than in one go: easy, and you walk before you have to.",
        "progression" => "From easy to comfortably hard without a jump: in control until the last minute.",
        "over_under" => "Teaches you to recover while running on: never all out, the breath stays in rhythm.",
        _ => workout.trains.map_or_else(|| of_kind(workout.kind), trained),
    }
}

fn trained(stimulus: Stimulus) -> &'static str {
    match stimulus {
        Stimulus::FiveK => "Makes 5K pace familiar: hard and even, and you could do one more at the end.",
        Stimulus::TenK => "Makes 10K pace familiar: hard but even, the last repeat like the first.",
        Stimulus::Half => "Makes the pace of a half marathon familiar: strong and even, a few words at a time.",
        Stimulus::Marathon => "Makes marathon pace familiar: even, and short phrases are still possible.",
        Stimulus::Threshold => "Raises the pace you can hold for long: comfortably hard, a few words at a time.",
        Stimulus::Interval => "Raises your ceiling: hard but even, the last repeat as fast as the first.",
        Stimulus::Repetition => "Speed and good form: fast and relaxed, with all the rest you need in between.",
        Stimulus::Hills => "Strength and form without high speed: strong uphill, easy on the way down.",
        Stimulus::Fartlek => "Playing with speed: brisk by feel, then easy until the breath is back.",
        Stimulus::Moderate => "Endurance at a firmer pace: steady, short phrases, always in control.",
        Stimulus::Strides => "A few quick strides for good form: fast but relaxed, never a sprint.",
        Stimulus::RaceEffort => "Shows how the end of the race will feel: firmer than easy, still in control.",
        Stimulus::Sharpener => "Wakes up the legs for the race: race pace for a moment, and you finish wanting more.",
        Stimulus::Test => "Shows where you are: as fast as you can hold evenly; log the time, paces follow from it.",
    }
}

fn of_kind(kind: RunType) -> &'static str {
    match kind {
        RunType::WalkRun => "Gets legs and lungs used to running: slow enough to talk, and walk when it is time to.",
        RunType::Recovery => "Loosens the legs after a hard day: slower than you think, it should feel too easy.",
        RunType::Easy => "Builds endurance at little cost: you can talk in whole sentences all the way.",
        RunType::Long => "Builds the endurance that all else rests on: relaxed, you could go on at the end.",
        RunType::Tempo => "Raises the pace you can hold for long: comfortably hard, a few words at a time.",
        RunType::Intervals => "Raises your ceiling: hard but even, the last repeat as fast as the first.",
        RunType::Hills => "Strength and form without high speed: strong uphill, easy on the way down.",
        RunType::Fartlek => "Playing with speed: brisk by feel, then easy until the breath is back.",
        RunType::RacePace => "Makes the pace of the race familiar: even, and in control to the end.",
        RunType::TimeTrial => {
            "Shows where you are: as fast as you can hold evenly; log the time, paces follow from it."
        }
        RunType::Finisher => "A short hard finish: fast but controlled, the last repeat as good as the first.",
        RunType::CooldownJog => "Eases you out of the session: very easy, and you stop whenever you like.",
        RunType::Race => "The day itself: start calmly, run evenly, and give what is left in the last part.",
    }
}

#[cfg(test)]
mod tests {
    use super::super::LIBRARY;
    use super::*;

    #[test]
    fn every_workout_says_in_one_line_what_it_is_for_and_how_it_feels() {
        for workout in LIBRARY.iter() {
            let line = purpose(workout);
            assert!((40..=95).contains(&line.chars().count()), "{}: {line}", workout.id);
            assert!(line.ends_with('.') && (line.contains(':') || line.contains(';')), "{}: {line}", workout.id);
        }
    }

    #[test]
    fn no_line_is_said_of_two_kinds_of_hard_work() {
        let mut lines: Vec<&str> = Stimulus::ALL.iter().map(|one| trained(*one)).collect();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), Stimulus::ALL.len());
    }
}
