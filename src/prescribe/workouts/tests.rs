use rand::SeedableRng;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::*;
use chrono::NaiveDate;

use crate::model::{Goal, Race};
use crate::rules::Setting;

fn rules(level: Level) -> Rulebook {
    Rulebook::for_athlete(&Setting::of(Goal::GeneralFitness, level))
}

fn occasion(rules: &Rulebook, level: Level, weekly_minutes: Minutes, deload: bool) -> Occasion<'_> {
    Occasion { level, rules, weekly_minutes, deload, work: None, paces: None }
}

/// Every level with weeks small and large, deload or not.
fn occasions(mut visit: impl FnMut(&Occasion<'_>)) {
    for &level in Level::ALL {
        let rules = rules(level);
        for weekly in [30, 60, 100, 150, 250, 450] {
            for deload in [false, true] {
                visit(&occasion(&rules, level, weekly, deload));
            }
        }
    }
}

#[test]
fn steps_sum_to_the_minutes_whatever_the_minutes() {
    occasions(|occasion| {
        for workout in LIBRARY.iter() {
            for minutes in 5..=150 {
                let steps = workout.steps(minutes, occasion);
                let total: i32 = steps.iter().map(Step::total_seconds).sum();
                assert_eq!(total, minutes * 60, "{} of {minutes} min: {steps:?}", workout.id);
                assert!(steps.iter().all(|step| step.seconds > 0), "{} of {minutes} min", workout.id);
            }
        }
    });
}

#[test]
fn hard_work_keeps_its_limits_and_leaves_the_week_easy() {
    occasions(|occasion| {
        let week = occasion.weekly_minutes;
        let rule = &occasion.rules.quality_size;
        for workout in LIBRARY.iter().filter(|one| !matches!(one.limit, Limit::Free | Limit::Finisher)) {
            for minutes in 20..=150 {
                let hard = workout.hard(minutes, occasion);
                let name = format!("{} of {minutes} in a week of {week} min, {:?}", workout.id, occasion.level);
                // A sharpener's four strides are fast running beside its limit.
                let strides = if workout.trains == Some(Stimulus::Sharpener) { 2 } else { 0 };
                if !matches!(workout.limit, Limit::Race | Limit::Moderate) {
                    assert!(hard.fast_minutes <= rule.interval(week, minutes), "{name}: {hard:?}");
                    assert!(
                        hard.threshold_minutes <= rule.threshold(week, minutes).max(rule.interval(week, minutes)),
                        "{name}: {hard:?}"
                    );
                }
                assert!(hard.minutes <= occasion.rules.easy_share.hard_minutes(week) + strides, "{name}: {hard:?}");
            }
        }
    });
}

#[test]
fn a_deload_holds_at_most_half_the_hard_work() {
    for &level in Level::ALL {
        let rules = rules(level);
        for workout in LIBRARY.iter().filter(|one| one.limit != Limit::Free && one.trains != Some(Stimulus::Sharpener))
        {
            for minutes in 20..=150 {
                let seconds = |deload| -> i32 {
                    let steps = workout.steps(minutes, &occasion(&rules, level, 200, deload));
                    steps.iter().filter(|step| step.is_hard()).map(Step::total_seconds).sum()
                };
                assert!(seconds(true) * 2 <= seconds(false), "{} of {minutes} min, {level}", workout.id);
            }
        }
    }
}

#[test]
fn a_run_with_hard_work_keeps_eight_minutes_before_and_five_after() {
    occasions(|occasion| {
        for workout in LIBRARY.iter().filter(|one| one.structure.open.least >= 480) {
            for minutes in 20..=150 {
                let steps = workout.steps(minutes, occasion);
                if steps.len() < 2 {
                    continue;
                }
                let (first, last) = (&steps[0], &steps[steps.len() - 1]);
                let name = format!("{} of {minutes} min: {steps:?}", workout.id);
                assert!(!first.is_hard() && first.seconds >= 480, "{name}");
                let close = workout.structure.close.least;
                assert!(close == 0 || (!last.is_hard() && last.seconds >= 300), "{name}");
            }
        }
    });
}

fn chosen(need: &Need<'_>, occasion: &Occasion<'_>, seed: u64) -> &'static Workout {
    choose(need, occasion, &mut Xoshiro256PlusPlus::seed_from_u64(seed))
}

#[test]
fn a_choice_belongs_to_level_phase_and_experience() {
    occasions(|occasion| {
        for role in [Role::Easy, Role::Recovery, Role::Long, Role::Quality, Role::TimeTrial, Role::Finisher] {
            for &phase in Phase::ALL {
                for weeks_running in [0, 6, 20] {
                    for seed in 0..12 {
                        let need = Need { role, phase, minutes: 20 + 7 * seed as i32, weeks_running, taken: &[] };
                        let one = chosen(&need, occasion, seed);
                        assert!(one.phases.contains(&phase), "{} in {phase}", one.id);
                        assert!(one.level.pick(0, 1, 2) <= occasion.level.pick(0, 1, 2), "{}", one.id);
                        assert!(one.weeks_running <= weeks_running, "{}", one.id);
                    }
                }
            }
        }
    });
}

/// Every level, kind of work and dose of its line with a form for it, in a run of usual length.
fn doses(mut visit: impl FnMut(&'static Workout, Minutes, Minutes, &Occasion<'_>)) {
    for &level in Level::ALL {
        let rules = rules(level);
        for &stimulus in Stimulus::ALL {
            for work in rules.race_work.doses(stimulus, None, false, 12).unwrap_or_default() {
                let occasion = Occasion { work: Some(work), ..occasion(&rules, level, 250, false) };
                for workout in LIBRARY.iter().filter(|one| one.trains == Some(stimulus)) {
                    let minutes = workout.usual_minutes(&occasion);
                    if workout.is_whole(minutes, &occasion) {
                        visit(workout, minutes, work, &occasion);
                    }
                }
            }
        }
    }
}

#[test]
fn a_dose_is_what_the_steps_hold() {
    doses(|workout, minutes, work, occasion| {
        let hard = workout.hard(minutes, occasion).minutes;
        assert!((hard - work).abs() <= 1.max(work * 7 / 100), "{} of {minutes} min: {hard} for {work}", workout.id);
        let longer = workout.hard(minutes + 20, occasion).minutes;
        assert_eq!(longer, hard, "{}: a longer run has no more work", workout.id);
    });
}

#[test]
fn every_dose_of_a_line_has_a_form() {
    for &level in Level::ALL {
        let rules = rules(level);
        for &stimulus in Stimulus::ALL {
            let beginner = level == Level::Beginner;
            let none = beginner && !matches!(stimulus, Stimulus::Threshold | Stimulus::Fartlek | Stimulus::RaceEffort);
            let low = level != Level::Advanced;
            if none || stimulus == Stimulus::Repetition && low || stimulus == Stimulus::RaceEffort && !beginner {
                continue;
            }
            for work in rules.race_work.doses(stimulus, None, false, 12).unwrap_or_default() {
                let occasion = Occasion { work: Some(work), ..occasion(&rules, level, 400, false) };
                let long = matches!(stimulus, Stimulus::RaceEffort);
                let role = if long { Role::Long } else { Role::Quality };
                let need = Need { role, phase: Phase::Build, minutes: 120, weeks_running: 52, taken: &[] };
                let found = dosed(stimulus, &need, &occasion, &mut Xoshiro256PlusPlus::seed_from_u64(1));
                assert!(found.is_some(), "{stimulus} {work} min, {level}");
            }
        }
    }
}

#[test]
fn the_same_seed_chooses_the_same_and_another_may_not() {
    let rules = rules(Level::Advanced);
    let occasion = occasion(&rules, Level::Advanced, 300, false);
    let need = Need { role: Role::Quality, phase: Phase::Build, minutes: 55, weeks_running: 200, taken: &[] };
    let ids: Vec<&str> = (0..30).map(|seed| chosen(&need, &occasion, seed).id).collect();
    let again: Vec<&str> = (0..30).map(|seed| chosen(&need, &occasion, seed).id).collect();
    assert_eq!(ids, again);
    assert!(ids.iter().any(|id| *id != ids[0]));
}

#[test]
fn the_last_hard_workout_is_not_repeated_while_there_is_another() {
    let rules = rules(Level::Intermediate);
    let occasion = occasion(&rules, Level::Intermediate, 120, false);
    for seed in 0..40 {
        let mut need = Need { role: Role::Quality, phase: Phase::Build, minutes: 40, weeks_running: 60, taken: &[] };
        let taken = [chosen(&need, &occasion, seed).id];
        need.taken = &taken;
        assert_ne!(chosen(&need, &occasion, seed).id, taken[0]);
    }
}

#[test]
fn a_beginner_is_given_no_hard_run_before_eight_weeks() {
    let rules = rules(Level::Beginner);
    let occasion = occasion(&rules, Level::Beginner, 90, false);
    let need = |weeks_running| Need { role: Role::Quality, phase: Phase::Base, minutes: 30, weeks_running, taken: &[] };
    assert_eq!(chosen(&need(7), &occasion, 1).kind, RunType::Easy);
    assert!((0..8).all(|seed| ["fartlek_easy", "tempo_first"].contains(&chosen(&need(8), &occasion, seed).id)));
}

#[test]
fn walk_runs_follow_their_stage() {
    let rules = rules(Level::Beginner);
    let occasion = occasion(&rules, Level::Beginner, 60, false);
    for stage in 1..=12 {
        let role = Role::WalkRun { stage };
        let need = Need { role, phase: Phase::Base, minutes: 25, weeks_running: 0, taken: &[] };
        assert_eq!(chosen(&need, &occasion, 3).id, format!("walkrun_{stage}"));
    }
    let steps = find("walkrun_1").unwrap().steps(25, &occasion);
    let told: Vec<_> = steps.iter().map(|step| (step.seconds, step.repeat, step.effort)).collect();
    assert_eq!(told, [(300, 1, "walk briskly"), (60, 8, "run easily"), (90, 8, "walk")]);
    let steps = find("walkrun_5").unwrap().steps(27, &occasion);
    let running: i32 = steps.iter().filter(|step| step.zone == 2).map(Step::total_seconds).sum();
    assert_eq!((steps[0].seconds, running), (330, 16 * 60));
}

#[test]
fn load_is_effort_times_minutes_and_beginners_feel_more() {
    let easy = find("easy").unwrap();
    assert_eq!(easy.shape(30, Level::Intermediate).load(), 90);
    assert_eq!(easy.shape(30, Level::Beginner).load(), 120);
    assert_eq!(find("walkrun_1").unwrap().shape(25, Level::Beginner).load(), 100);
    assert_eq!(find("long_easy").unwrap().shape(90, Level::Intermediate).load(), 450);
}

#[test]
fn ids_are_told_apart_and_found() {
    for workout in LIBRARY.iter() {
        assert_eq!(find(workout.id).map(|found| found.name), Some(workout.name));
        assert_eq!(LIBRARY.iter().filter(|other| other.id == workout.id).count(), 1, "{}", workout.id);
        assert!(!workout.if_tired(30).is_empty());
    }
}

#[test]
fn distance_lies_between_what_the_printed_paces_allow() {
    let rules = rules(Level::Intermediate);
    let race = Race { distance_km: 10.0, seconds: 48 * 60, date: NaiveDate::default() };
    let paces = Paces::of_race(&race, Level::Intermediate, &rules.paces).unwrap();
    let occasion = Occasion { paces: Some(&paces), ..occasion(&rules, Level::Intermediate, 150, false) };
    for workout in LIBRARY.iter() {
        for minutes in [20, 45, 90] {
            let steps = workout.steps(minutes, &occasion);
            let metres = |step: &Step, speed: f64| speed * f64::from(step.total_seconds()) / 60.0;
            let slow: f64 = steps.iter().map(|step| metres(step, paces.speeds(step.pace).0)).sum();
            let fast: f64 = steps.iter().map(|step| metres(step, paces.speeds(step.pace).1)).sum();
            let told = workout.distance_km(minutes, &occasion).unwrap() * 1000.0;
            assert!(slow - 0.1 <= told && told <= fast + 0.1, "{} of {minutes} min", workout.id);
        }
    }
}

#[test]
fn repeats_over_a_distance_take_the_time_of_their_pace() {
    let rules = rules(Level::Advanced);
    let race = Race { distance_km: 5.0, seconds: 20 * 60, date: NaiveDate::default() };
    let paces = Paces::of_race(&race, Level::Advanced, &rules.paces).unwrap();
    let occasion = Occasion { paces: Some(&paces), ..occasion(&rules, Level::Advanced, 400, false) };
    for (id, metres) in [("vo2_800", 800.0), ("vo2_1000", 1000.0), ("reps_200", 200.0), ("cruise_long", 1600.0)] {
        let steps = find(id).unwrap().steps(60, &occasion);
        let work = steps.iter().find(|step| step.is_hard()).unwrap();
        let run = paces.speed(work.pace) * f64::from(work.seconds) / 60.0;
        assert!((run - metres).abs() < metres * 0.06, "{id}: {run} m in {} s", work.seconds);
    }
}

#[test]
fn a_time_trial_stays_a_test_in_a_deload() {
    let rules = rules(Level::Intermediate);
    let trial = find("time_trial").unwrap();
    let hard = |deload| trial.hard(45, &occasion(&rules, Level::Intermediate, 100, deload)).minutes;
    assert_eq!((hard(true), hard(false)), (20, 20));
}
