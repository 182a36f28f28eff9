//! The weeks of somebody who comes from nothing: walks and runs by turns, session by session.

use super::pick::Picker;
use super::planner::{LIGHT_FROM, Planned, Planner, is_race_week};
use crate::brief::Brief;
use crate::model::{Minutes, Phase};
use crate::rules::{AfterBirth, STAGES, Track};

/// Sessions that a week of walk-runs stands for, where only weeks are told.
const SESSIONS_A_WEEK: i32 = 3;

/// Walk-run sessions that are behind the person when the block starts; `None` where they are not for them.
pub(super) fn begun(brief: &Brief) -> Option<i32> {
    let rule = brief.rules.if_on(&brief.rules.walk_run)?;
    let running = &brief.running;
    let told = running.walk_run_sessions.map(|sessions| sessions as i32);
    let told = told.or(running.walk_run_weeks.map(|weeks| weeks as i32 * SESSIONS_A_WEEK));
    let anew = rule.applies(running.current_weekly_minutes) || is_after_birth(brief) || is_back_as_beginner(brief);
    told.or(anew.then_some(0))
}

/// Walk-run sessions that are behind the person after so many more; `None` where they are not for them.
pub fn walk_run_sessions(brief: &Brief, more: i32) -> Option<i32> {
    begun(brief).map(|done| (done + more).min(track(brief).all()))
}

/// Who gave birth within the year and does not run yet.
fn is_after_birth(brief: &Brief) -> bool {
    let recent = |weeks: u32| brief.rules.postpartum.open(weeks as i32) != AfterBirth::Usual;
    brief.athlete.weeks_since_birth.is_some_and(recent) && brief.running.current_weekly_minutes == 0
}

/// A beginner who comes back after so long that running restarts.
fn is_back_as_beginner(brief: &Brief) -> bool {
    let is_beginner = brief.rules.walk_run.applies(0);
    is_beginner && days_off(brief).is_some_and(|days| brief.rules.return_after_break.restarts(days))
}

/// Days without a run before the block, as the last check-in before it tells.
fn days_off(brief: &Brief) -> Option<i32> {
    let before = brief.check_ins.iter().rev().find(|one| one.date < brief.block.start && one.days_off.is_some());
    before.and_then(|one| one.days_off).map(|days| days as i32)
}

/// How many sessions each stage takes for this person.
fn track(brief: &Brief) -> Track {
    let long_off = days_off(brief).is_some_and(|days| brief.rules.return_after_break.restarts(days));
    let had_pain = brief.check_ins.iter().any(|one| {
        one.date < brief.block.start && one.pain.is_some_and(|pain| i32::from(pain) > brief.rules.pain.harmless())
    });
    let reason =
        is_after_birth(brief) || brief.athlete.glp1 || long_off && (had_pain || !brief.athlete.injuries.is_empty());
    brief.rules.walk_run.track(brief.athlete.bmi(), reason)
}

impl Planner<'_> {
    /// The week of somebody who comes from nothing, while walks and runs take turns.
    pub(super) fn walk_runs(&self) -> Option<Planned> {
        let (rule, track) = (&self.brief.rules.walk_run, track(self.brief));
        let done = self.history.walked?;
        let done = self.lowering.walks_back.map_or(done, |days| track.after_break(done, days));
        let first = track.stage_after(done)?;
        let holds = self.lowering.hold || self.lowering.pained;
        let phase = match self.shape.kept {
            Some(_) => self.shape.phase,
            None if self.lowering.kept < LIGHT_FROM => Phase::Recovery,
            None => Phase::Base,
        };
        let mut week = self.empty(phase, false);
        let runs = self.walks_of_week();
        let session = |nth: i32| {
            let stage = track.stage_after(done + self.walked_before(nth)).unwrap_or(STAGES.len());
            if holds { first } else { stage }
        };
        let stages: Vec<usize> = (1..=runs).map(session).collect();
        let total: Minutes = stages.iter().map(|stage| rule.minutes(*stage)).sum();
        let mut picker = Picker::new(self.brief, self.seed, week.number, Phase::Base, false, total);
        for (nth, stage) in (1..).zip(stages) {
            let minutes = rule.minutes(stage);
            let workout = picker.walk_run(minutes, stage);
            let shape = workout.shape(minutes, self.brief.athlete.running_level);
            week.runs.push(self.request(format!("walk-{nth}"), shape, workout.id));
        }
        let most = if holds { track.through(first) } else { i32::MAX };
        Some(Planned { week, rested: false, around_race: false, walked: Some((done, most)) })
    }

    /// How many sessions the week asks for: fewer where it is lighter, never shorter ones.
    fn walks_of_week(&self) -> i32 {
        let racing = is_race_week(self.brief, self.index as i32);
        let pained = self.lowering.step.filter(|_| self.lowering.pained).map_or(100, |step| step.volume);
        let kept = self.lowering.kept.min(pained).min(self.shape.kept.unwrap_or(100));
        let wanted = self.wanted() - i32::from(racing);
        let own = self.own().runs;
        ((wanted * kept + 50) / 100 - own).max(i32::from(own == 0))
    }

    /// Sessions of this week that come before its session number `nth` and are not known to be missed.
    fn walked_before(&self, nth: i32) -> i32 {
        let is_missed = |slug: &str| {
            let over = self.outcome.begun.iter().find(|(known, _)| known == slug).filter(|_| self.is_begun());
            over.map_or_else(|| self.outcome.left_out(self.index, slug), |(_, minutes)| *minutes == 0)
        };
        (1..nth).filter(|nth| !is_missed(&format!("walk-{nth}"))).count() as i32
    }

    fn is_begun(&self) -> bool {
        self.index == self.outcome.past.len()
    }
}

#[cfg(test)]
mod tests {
    use rand::{RngExt as _, SeedableRng as _};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;
    use crate::brief::Defaults;
    use crate::prescribe::{Outcome, Week, block};

    fn brief(athlete: &str, running: &str, weeks: u32) -> Brief {
        let text = format!(
            r#"{{ "athlete": {{ "goal": "general_fitness", "running_level": "beginner" {athlete} }},
                "block": {{ "start": "2027-01-04", "weeks": {weeks}, "timezone": "UTC" }}, "sessions": [],
                "running": {{ "current_weekly_minutes": 0, "runs_per_week": 3 {running} }} }}"#
        );
        Brief::parse(text.as_bytes(), "brief.json", Defaults { timezone: crate::model::Zone::UTC }).unwrap()
    }

    fn stage(workout: &str) -> Option<usize> {
        workout.strip_prefix("walkrun_")?.parse().ok()
    }

    /// The stages of the walk-runs that were placed, one after the other.
    fn placed(weeks: &[Week], outcome: &Outcome) -> Vec<usize> {
        let of_week = |(index, week): (usize, &Week)| {
            let placed = week.runs.iter().filter(|run| !outcome.left_out(index, &run.slug));
            placed.filter_map(|run| stage(run.workout)).collect::<Vec<_>>()
        };
        weeks.iter().enumerate().flat_map(of_week).collect()
    }

    #[test]
    fn three_sessions_a_week_are_through_in_nine_weeks() {
        let weeks = block(&brief("", "", 10), &Outcome::default(), 1);
        let stages = placed(&weeks, &Outcome::default());
        assert_eq!(stages, (0..27).map_while(|done| Track::Usual.stage_after(done)).collect::<Vec<_>>());
        assert!(weeks[..9].iter().all(|week| !week.deload));
        assert!(weeks[9].runs.iter().all(|run| stage(run.workout).is_none()), "week 10 runs without walks");
    }

    #[test]
    fn whatever_finds_no_place_no_session_is_skipped() {
        let random = &mut Xoshiro256PlusPlus::seed_from_u64(7);
        for athlete in ["", r#", "height_cm": 170, "weight_kg": 100"#, r#", "weeks_since_birth": 20"#] {
            let brief = brief(athlete, "", 30);
            for _ in 0..20 {
                let left_out = |from: i32| (from..=3).map(|nth| (format!("walk-{nth}"), 0)).collect();
                let weeks = (0..30).map(|_| left_out(random.random_range(1..=4))).collect();
                let outcome = Outcome { weeks, ..Outcome::default() };
                let stages = placed(&block(&brief, &outcome, 1), &outcome);
                let whole = (0..).map(|done| track(&brief).stage_after(done).unwrap_or(STAGES.len()));
                assert_eq!(stages, whole.take(stages.len()).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn every_session_has_the_length_of_its_stage() {
        let brief = brief("", "", 10);
        for run in block(&brief, &Outcome::default(), 1).iter().flat_map(|week| &week.runs) {
            if let Some(stage) = stage(run.workout) {
                assert_eq!(run.shape.minutes, brief.rules.walk_run.minutes(stage), "stage {stage}");
            }
        }
    }

    #[test]
    fn what_is_done_before_the_block_is_not_asked_for_again() {
        let first = |running: &str| stage(block(&brief("", running, 4), &Outcome::default(), 1)[0].runs[0].workout);
        assert_eq!(first(r#", "walk_run_weeks": 3"#), Some(4));
        assert_eq!(first(r#", "walk_run_sessions": 13"#), Some(6));
        assert_eq!(first(r#", "walk_run_sessions": 27"#), None);
    }
}
