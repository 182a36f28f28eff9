//! The energy a run adds to the day.

use crate::model::{Athlete, Minutes, RunType};
use crate::rules::Energy;

/// Net energy of a run in kcal, low and high, to the nearest 5, where weight is known and the goal asks for it.
/// By distance where one is known, else by time.
pub fn energy_kcal(
    athlete: &Athlete,
    kind: RunType,
    minutes: Minutes,
    distance_km: Option<f64>,
    rule: &Energy,
) -> Option<(i32, i32)> {
    let asked = athlete.goal.pick(false, false, true, true);
    let weight = athlete.weight_kg.filter(|_| asked)?;
    let net = if let Some(km) = distance_km {
        weight * km * f64::from(rule.net_hundredths_per_kg_km) / 100.0
    } else {
        let tenths = if kind == RunType::WalkRun { rule.walk_run_met_tenths } else { rule.jogging_met_tenths };
        // One MET is what the body spends at rest, about one kcal per kilogram and hour.
        weight * (f64::from(tenths) / 10.0 - 1.0) * f64::from(minutes) / 60.0
    };
    let off = f64::from(rule.error_percent) / 100.0;
    let fives = |kcal: f64| (kcal / 5.0).round() as i32 * 5;
    Some((fives(net * (1.0 - off)), fives(net * (1.0 + off))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::{ForAthlete, Setting};

    fn kcal(goal: Goal, weight_kg: Option<f64>, distance_km: Option<f64>) -> Option<(i32, i32)> {
        let level = Level::Intermediate;
        let athlete = Athlete { weight_kg, ..Athlete::new(goal, level, level) };
        let rule = Energy::for_athlete(&Setting::of(goal, level));
        energy_kcal(&athlete, RunType::Easy, 60, distance_km, &rule)
    }

    #[test]
    fn ten_kilometres_at_seventy_kilograms_are_seven_hundred_net() {
        assert_eq!(kcal(Goal::WeightLoss, Some(70.0), Some(10.0)), Some((595, 805)));
    }

    #[test]
    fn without_a_distance_time_counts() {
        assert_eq!(kcal(Goal::GeneralFitness, Some(70.0), None), Some((385, 525)));
    }

    #[test]
    fn nobody_who_did_not_ask_is_told() {
        assert_eq!(kcal(Goal::Strength, Some(70.0), Some(10.0)), None);
        assert_eq!(kcal(Goal::WeightLoss, None, Some(10.0)), None);
    }
}
