//! Over-full weeks: the demands of a conflict together leave a run out, and fewer of them do not.

use std::collections::BTreeSet;

use rand::{RngExt as _, SeedableRng as _};
use rand_xoshiro::Xoshiro256PlusPlus;
use runweave::brief::Brief;
use runweave::schedule::{Block, Demand, Published, block, conflicts, problem, solve};
use serde_json::{Value, json};

use super::{brief, thorough};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A week with more lifting, or less time, than its runs can bear.
pub(crate) fn over_full(rng: &mut Xoshiro256PlusPlus) -> Value {
    let level = ["beginner", "intermediate", "advanced"][rng.random_range(0..3)];
    let goal = ["strength", "endurance", "weight_loss", "general_fitness"][rng.random_range(0..4)];
    let mut days: BTreeSet<usize> = BTreeSet::new();
    for _ in 0..rng.random_range(2..6) {
        days.insert(rng.random_range(0..7));
    }
    let sessions: Vec<Value> = days
        .iter()
        .map(|day| {
            let focus = ["lower", "full_body", "upper"][rng.random_range(0..3)];
            let start = ["07:00", "18:00"][rng.random_range(0..2)];
            json!({ "name": format!("Lift {}", DAYS[*day]), "day": DAYS[*day], "start": start, "minutes": 60,
                    "kind": "strength", "focus": focus, "effort": "heavy" })
        })
        .collect();
    let mut availability = json!({});
    for day in DAYS {
        if rng.random_range(0..10) >= 7 {
            continue;
        }
        let window = ["06:00-09:00", "17:00-20:00", "06:00-21:00", "12:00-13:00"][rng.random_range(0..4)];
        availability[day] = json!([window]);
    }
    let attached = ["never", "when_sensible"][rng.random_range(0..2)];
    json!({
        "athlete": { "goal": goal, "running_level": level },
        "block": { "start": "2026-11-30", "weeks": 1, "timezone": "Europe/Berlin" },
        "sessions": sessions,
        "running": { "current_weekly_minutes": 150, "longest_recent_minutes": 45, "runs_per_week": 4,
                     "attached_runs": attached },
        "availability": availability
    })
}

/// Whether the runs of the block fit when only these demands stand: the brief is written anew without the others.
fn fits(source: &Value, now: &Block, kept: &[Demand]) -> bool {
    let mut source = source.clone();
    let sessions: Vec<Value> = source["sessions"].as_array().unwrap().clone();
    let kept_sessions = sessions.into_iter().enumerate().filter(|(at, _)| kept.contains(&Demand::Session(*at)));
    source["sessions"] = kept_sessions.map(|(_, session)| session).collect();
    for (at, day) in DAYS.iter().enumerate().filter(|(at, _)| !kept.contains(&Demand::Hours(*at))) {
        let _ = at;
        source["availability"][day] = json!(["06:00-21:00"]);
    }
    if !kept.contains(&Demand::NeverAttached) {
        source["running"]["attached_runs"] = json!("when_sensible");
    }
    let mut brief: Brief = brief(&source).unwrap();
    brief.rules.keep_musts_alone();
    let mut timetable = brief.timetable(&[]);
    timetable.wishes.runs_per_week = now.timetable.wishes.runs_per_week;
    let mut asked = problem(&brief, &timetable, &now.weeks, &Published::default(), false);
    if !kept.iter().any(|demand| matches!(demand, Demand::Runs(_))) {
        let gone = |slug: &str| now.left_out(0).any(|run| run.slug == slug);
        asked.weeks[0].wanted.retain(|wanted| !gone(&wanted.slug));
    }
    solve(&asked).is_ok_and(|solution| solution.left_out() == 0)
}

#[test]
fn the_demands_of_a_conflict_cannot_stand_together_and_fewer_of_them_can() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(5);
    let (mut number, mut seen, mut smallest) = (0, 0, 0);
    let wanted = if thorough() { 400 } else { 30 };
    while seen < wanted {
        number += 1;
        assert!(number < 20 * wanted, "{seen} conflicts in {number} briefs");
        let source = over_full(&mut rng);
        let Some(brief) = brief(&source) else { continue };
        let Ok(now) = block(&brief, &brief.timetable(&[]), 1, &Published::default()) else { continue };
        for conflict in conflicts(&brief, &[], &now, &Published::default()) {
            seen += 1;
            smallest += i32::from(conflict.smallest);
            assert!(!fits(&source, &now, &conflict.demands), "brief {number}: {conflict:?}");
            for gone in &conflict.demands {
                let rest: Vec<Demand> = conflict.demands.iter().filter(|demand| *demand != gone).cloned().collect();
                assert!(fits(&source, &now, &rest), "brief {number}: {gone:?} of {conflict:?}");
            }
        }
    }
    assert!(smallest * 4 >= seen * 3, "{seen} conflicts, {smallest} proven smallest");
}

/// The demands of a brief.
fn demands(source: &Value) -> Vec<Demand> {
    let open = json!(["06:00-21:00"]);
    let mut all: Vec<Demand> =
        (0..7).filter(|day| source["availability"][DAYS[*day]] != open).map(Demand::Hours).collect();
    all.extend((0..source["sessions"].as_array().unwrap().len()).map(Demand::Session));
    all.extend((source["running"]["attached_runs"] == "never").then_some(Demand::NeverAttached));
    all.push(Demand::Runs(0));
    all
}

#[test]
fn what_fits_still_fits_when_a_demand_is_given_up_and_no_set_of_fewer_demands_is_in_conflict() {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(11);
    let (mut seen, mut tried) = (0, 0);
    let wanted = if thorough() { 60 } else { 4 };
    while seen < wanted {
        tried += 1;
        assert!(tried < 100 * wanted, "{seen} conflicts in {tried} briefs");
        let mut source = over_full(&mut rng);
        let limited = [rng.random_range(0..7), rng.random_range(0..7)];
        for (at, day) in DAYS.iter().enumerate().filter(|(at, _)| !limited.contains(at)) {
            let _ = at;
            source["availability"][day] = json!(["06:00-21:00"]);
        }
        let all = demands(&source);
        let Some(brief) = brief(&source).filter(|_| all.len() <= 7) else { continue };
        let Ok(now) = block(&brief, &brief.timetable(&[]), 1, &Published::default()) else { continue };
        let Some(conflict) = conflicts(&brief, &[], &now, &Published::default()).pop() else { continue };
        seen += 1;
        let kept = |set: usize| -> Vec<Demand> {
            all.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, demand)| demand.clone()).collect()
        };
        let fit: Vec<bool> = (0..1 << all.len()).map(|set| fits(&source, &now, &kept(set))).collect();
        for (set, fits) in fit.iter().enumerate().filter(|(_, fits)| !**fits) {
            let more = (0..all.len()).map(|at| set | 1 << at).find(|more| fit[*more]);
            assert_eq!(more.map(kept), None, "brief {tried}: {:?} does not fit, {fits}", kept(set));
        }
        let least = fit.iter().enumerate().filter(|(_, fits)| !**fits).map(|(set, _)| set.count_ones()).min();
        assert!(conflict.smallest && least == Some(conflict.demands.len() as u32), "brief {tried}: {conflict:?}");
    }
}
