//! The laps of a recording beside the steps of the run that they were run in.

use serde::{Deserialize, Serialize};

use crate::plan::{Bout, Part, Role, one_by_one};

/// A lap as a watch recorded it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lap {
    /// How long it took, in seconds.
    pub seconds: u32,
    /// How far it went, in kilometres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_km: Option<f64>,
    /// Mean heart rate in beats per minute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heart_rate: Option<u32>,
}

/// The most laps that a line of a log holds.
pub(super) const MOST: usize = 200;

/// A stretch of work as it was asked for and as it was run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stretch {
    /// Seconds that were asked for.
    pub asked: u32,
    /// The pace that was asked for, as the plan writes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked_pace: Option<String>,
    /// Seconds that it took.
    pub seconds: u32,
    /// Seconds a kilometre that it was run in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<u32>,
    /// Mean heart rate in beats per minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heart_rate: Option<u32>,
}

/// From which zone on a stretch is worth a word of its own.
const WORK: u8 = 3;

/// The stretches of hard work with their laps, where the laps follow the steps one by one as a watch that is led by the workout
/// records them; the last step may be missing, and laps after the end say nothing.
pub fn followed(parts: &[Part<'_>], laps: &[Lap]) -> Option<Vec<Stretch>> {
    let steps: Vec<&Bout<'_>> = one_by_one(parts).collect();
    let pairs = || steps.iter().zip(laps);
    let last = steps.len().saturating_sub(1);
    let follows = |(index, (step, lap)): (usize, (&&Bout<'_>, &Lap))| {
        // The cool-down ends when somebody is home.
        is_about(lap.seconds, step.seconds) || index == last
    };
    let whole = steps.len() > 2 && laps.len() >= last && pairs().enumerate().all(follows);
    let work = |(step, lap): (&&Bout<'_>, &Lap)| {
        (step.role == Role::Work && step.step.zone >= WORK).then(|| Stretch {
            asked: step.seconds,
            asked_pace: step.step.pace.clone(),
            seconds: lap.seconds,
            pace: lap.distance_km.filter(|km| *km > 0.0).map(|km| (f64::from(lap.seconds) / km).round() as u32),
            heart_rate: lap.heart_rate,
        })
    };
    let stretches: Vec<Stretch> = pairs().filter_map(work).collect();
    (whole && !stretches.is_empty()).then_some(stretches)
}

/// Whether a lap is as long as a step, by a quarter or fifteen seconds (judgement).
fn is_about(lap: u32, step: u32) -> bool {
    lap.abs_diff(step) <= (step / 4).max(15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Step, fixture};

    fn laps(seconds: &[u32]) -> Vec<Lap> {
        seconds.iter().map(|&seconds| Lap { seconds, distance_km: Some(0.5), heart_rate: None }).collect()
    }

    /// Warm-up, twice three minutes hard with two of jogging, cool-down.
    fn stretches(seconds: &[u32]) -> Option<Vec<Stretch>> {
        let mut plan = fixture::plan();
        let mut run = fixture::entry(&mut plan, "w01-easy-1").as_run().unwrap().run.clone();
        let step = |minutes, zone, repeat, group| Step {
            minutes,
            zone,
            effort: String::new(),
            pace: None,
            heart_rate: None,
            repeat,
            group,
        };
        run.steps =
            vec![step(10.0, 1, 1, None), step(3.0, 5, 2, Some(1)), step(2.0, 1, 2, Some(1)), step(10.0, 1, 1, None)];
        followed(&run.parts(), &laps(seconds))
    }

    #[test]
    fn laps_that_follow_the_steps_say_how_the_hard_ones_went() {
        let found = stretches(&[600, 178, 120, 181, 120, 480, 3]).unwrap();
        assert_eq!(
            found.iter().map(|one| (one.asked, one.seconds, one.pace)).collect::<Vec<_>>(),
            [(180, 178, Some(356)), (180, 181, Some(362)),]
        );
        assert!(stretches(&[600, 178, 120, 181, 120]).is_some(), "home without a cool-down");
    }

    #[test]
    fn laps_of_a_kilometre_each_say_nothing_of_the_steps() {
        assert_eq!(stretches(&[330, 300, 298, 350, 340, 200]), None);
        assert_eq!(stretches(&[]), None);
        assert_eq!(stretches(&[600, 180]), None);
    }
}
