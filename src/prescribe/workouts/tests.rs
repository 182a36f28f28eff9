use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;

fn occasion(level: Level, weekly_minutes: Minutes, deload: bool) -> Occasion<'static> {
    Occasion { level, weekly_minutes, deload, paces: None }
}

#[test]
fn steps_sum_to_the_minutes_whatever_the_minutes() {
    for workout in LIBRARY {
        for minutes in 5..=150 {
            for &level in Level::ALL {
                for (weekly, deload) in [(60, false), (120, true), (400, false), (400, true)] {
                    let steps = workout.steps(minutes, &occasion(level, weekly, deload));
                    let total: i32 = steps.iter().map(Step::total_seconds).sum();
                    assert_eq!(total, minutes * 60, "{} of {minutes} min: {steps:?}", workout.id);
                    assert!(steps.iter().all(|step| step.seconds > 0), "{} of {minutes} min", workout.id);
                }
            }
        }
    }
}
