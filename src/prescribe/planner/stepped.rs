//! A week on the way back from a break, a race or pain: it comes to its step of what was usual, growth rules or none.

use super::fit::SHORTEST_LONG;
use super::{Planner, is_race_week};
use crate::model::{Day, Minutes, Phase, RunClass, RunShape, Stimulus};
use crate::prescribe::count::Count;
use crate::prescribe::dose::{self, Dose, Work};
use crate::prescribe::lengths::SHORTEST;
use crate::prescribe::lowering::Step;
use crate::prescribe::pick::Picker;
use crate::prescribe::{Request, Week, workouts};

/// A long run is longer than every other by so much.
const LONGER: Minutes = 5;
/// The shortest hard run, and the longest.
const HARD: (Minutes, Minutes) = (30, 45);
/// Runs of one length are better as long as they come so near to the aim, in percent.
const NEAR_PERCENT: i32 = 3;
/// A week may come to so many percent more where that makes one run more long enough.
const MORE_PERCENT: i32 = 15;

/// The minutes of a week's runs.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Runs {
    long: Option<Minutes>,
    others: Vec<Minutes>,
}

impl Planner<'_> {
    /// The week that comes to this step.
    pub(super) fn stepped(&self, step: Step) -> Week {
        let (usual, longest) = self.history.usual_before();
        let light = self.shape.kept.filter(|_| self.shape.phase == Phase::Taper).unwrap_or(100);
        let volume = step.volume.min(light).min(self.lowering.kept);
        let is_light = volume < 100;
        let phase = match self.shape.phase {
            Phase::Taper => Phase::Taper,
            _ if is_light => Phase::Recovery,
            phase => phase,
        };
        let racing = is_race_week(self.brief, self.index as i32);
        let own = self.own();
        let wanted = (self.wanted() - i32::from(racing)).clamp(1, step.runs.unwrap_or(i32::MAX).max(1)) - own.runs;
        let total =
            fives(usual * volume, 100).min(self.most()).min(self.brief.rules.most_minutes.a_week()) - own.minutes;
        let pained = if self.lowering.pained { fives(longest * volume, 100).max(SHORTEST + 5) } else { Minutes::MAX };
        let cap = self.lowering.longest.min(pained).min(self.brief.rules.long_run_share.longest().max(longest));
        // A step may be longer than what was run lately, but not by more than a run may be.
        let spike = &self.brief.rules.single_run_spike;
        let limit = self.history.run_limit(spike);
        let limit = if phase == Phase::Recovery { limit.max(self.history.step_limit(spike)) } else { limit };
        let limit = limit.min(self.brief.rules.most_minutes.longest_of(1));
        let cap = cap.min(if limit < 5 { limit } else { limit / 5 * 5 });
        let has_long = step.long > 0 && !racing && !self.lowering.no_long && !own.long;
        let long = has_long
            .then(|| fives(longest * step.long, 100).min(cap))
            .filter(|long| *long >= SHORTEST_LONG && *long > own.longest);
        let Some(runs) = shared(total, long, wanted, cap) else { return self.empty(phase, false) };
        self.week_of(&runs, phase, is_light, cap)
    }

    fn week_of(&self, runs: &Runs, phase: Phase, is_light: bool, cap: Minutes) -> Week {
        let level = self.brief.athlete.running_level;
        let count = (runs.others.len() + usize::from(runs.long.is_some())) as i32;
        let mut others = runs.others.clone();
        let work = if is_light && phase == Phase::Recovery { Phase::Base } else { phase };
        let wanted = Count::of(self.brief, self.history, self.index as i32, count, work).quality;
        let wanted = if self.has_hard_days() { wanted.min(self.lowering.quality) } else { 0 };
        // What comes back first is threshold, at the first dose of its line.
        let first = self.brief.rules.race_work.doses(Stimulus::Threshold, None, false, 1);
        let dose = Dose { work: Work::Threshold, minutes: first.and_then(|doses| doses.first().copied()).unwrap_or(0) };
        let needs = dose::length(dose, None, level).max(HARD.0);
        let wanted = if needs <= cap { wanted.clamp(0, 1) } else { 0 };
        let hard = hard(&mut others, wanted, needs, runs.long);
        let total = others.iter().chain(&runs.long).chain(&hard).sum();
        let mut week = self.empty(phase, false);
        let mut picker = Picker::new(self.brief, self.seed, week.number, work, self.lowering.halved, total)
            .with_fitness(self.lowering.fitness_permille)
            .sparing(true, true);
        if self.lowering.quality == 0 {
            picker = picker.without_hard();
        }
        let mut taken = self.taken.clone();
        match hard.map(|minutes| (minutes, picker.hard(dose, minutes, &taken))) {
            Some((minutes, Some((workout, work)))) => {
                taken.push(workout.id);
                let request = self.request("quality-1".to_owned(), workout.shape(minutes, level), workout.id);
                week.runs.push(Request { work: Some(work), ..request });
            }
            Some((minutes, None)) => others.push(minutes),
            None => {}
        }
        if let Some(minutes) = runs.long {
            let workout = workouts::find("long_easy").unwrap_or_else(|| picker.long(minutes, &taken));
            week.runs.push(self.request("long".to_owned(), workout.shape(minutes, level), workout.id));
        }
        let shortest = others.iter().copied().min().unwrap_or(0);
        let easy = picker.easy(shortest, others.len() as i32);
        for (nth, minutes) in (1..).zip(others) {
            let shape = RunShape { minutes, ..easy.shape(shortest, level) };
            week.runs.push(self.request(format!("easy-{nth}"), shape, easy.id));
        }
        week
    }

    /// Whether some day of the week is open to a hard run.
    fn has_hard_days(&self) -> bool {
        let barred = self.lowering.barred(self.index as i32, RunClass::Quality);
        (0..7).map(|weekday| Day(self.index as i32 * 7 + weekday)).any(|day| barred.iter().all(|one| one.day != day))
    }
}

/// The nearest multiple of five to `minutes / parts`, halves up.
fn fives(minutes: Minutes, parts: i32) -> Minutes {
    (2 * minutes + 5 * parts) / (10 * parts) * 5
}

/// So many minutes as a long run and `runs` in all, fewer where they would get too short; nothing is longer than `cap`.
fn shared(total: Minutes, long: Option<Minutes>, runs: i32, cap: Minutes) -> Option<Runs> {
    if let Some(long) = long.filter(|long| *long <= total && runs > 1)
        && let Some(count) = most_runs(total - long, runs - 1)
    {
        let others = lengths(total - long, count);
        if others.iter().all(|minutes| minutes + LONGER <= long) {
            return Some(Runs { long: Some(long), others });
        }
    }
    let count = most_runs(total, runs)?;
    let others =
        lengths(total.min(count.saturating_mul(cap)), count).into_iter().map(|minutes| minutes.min(cap)).collect();
    Some(Runs { long: None, others })
}

/// How many of the runs fit without getting too short; the week may come to a little more for it.
fn most_runs(minutes: Minutes, runs: i32) -> Option<i32> {
    (1..=runs).rev().find(|count| minutes * (100 + MORE_PERCENT) / 100 / count >= SHORTEST)
}

/// So many runs of one length where that comes near to `minutes`, else some five minutes longer than others.
fn lengths(minutes: Minutes, runs: i32) -> Vec<Minutes> {
    let even = fives(minutes, runs);
    if (even * runs - minutes).abs() * 100 <= minutes * NEAR_PERCENT && even >= SHORTEST {
        return vec![even; runs as usize];
    }
    let least = (minutes / runs / 5 * 5).max(SHORTEST);
    let longer = fives(minutes - least * runs, 1) / 5;
    (0..runs).map(|nth| if nth < longer { least + 5 } else { least }).collect()
}

/// Takes a hard run out of the others, with minutes of theirs where it needs them.
fn hard(others: &mut Vec<Minutes>, wanted: i32, needs: Minutes, long: Option<Minutes>) -> Option<Minutes> {
    let total: Minutes = others.iter().sum();
    let rest = others.len() as i32 - 1;
    let most = (total - rest * SHORTEST).min(HARD.1).min(long.map_or(HARD.1, |long| long - LONGER));
    let usual = others.first().copied().unwrap_or(0);
    if wanted == 0 || most < HARD.0 || rest == 0 && long.is_none() {
        return None;
    }
    let minutes = usual.max(needs).min(most) / 5 * 5;
    // What a hard run leaves over makes no other run longer than the rest may be.
    let longest = long.map_or_else(|| others.iter().copied().max().unwrap_or(usual), |long| long - LONGER);
    let left = if rest > 0 { lengths(total - minutes, rest) } else { Vec::new() };
    *others = left.into_iter().map(|other| other.min(longest)).collect();
    Some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(total: Minutes, long: i32, runs: i32) -> (Option<Minutes>, Vec<Minutes>) {
        let found = shared(total, Some(long).filter(|long| *long > 0), runs, Minutes::MAX).unwrap();
        (found.long, found.others)
    }

    #[test]
    fn a_week_comes_to_its_step_with_its_long_run() {
        assert_eq!(said(85, 40, 4), (Some(40), vec![25, 20]));
        assert_eq!(said(130, 60, 4), (Some(60), vec![25, 25, 20]));
        assert_eq!(said(170, 80, 4), (Some(80), vec![30, 30, 30]));
        assert_eq!(said(110, 50, 4), (Some(50), vec![20, 20, 20]));
    }

    #[test]
    fn a_run_is_called_long_only_if_it_is_the_longest() {
        assert_eq!(said(240, 60, 4), (None, vec![60, 60, 60, 60]));
        assert_eq!(said(65, 0, 3), (None, vec![25, 20, 20]));
    }

    #[test]
    fn fewer_runs_rather_than_very_short_ones() {
        assert_eq!(said(50, 0, 4), (None, vec![25, 25]));
        assert_eq!(said(35, 0, 3), (None, vec![20, 20]));
        assert_eq!(shared(15, None, 3, Minutes::MAX), None);
    }

    #[test]
    fn a_hard_run_takes_its_minutes_from_the_others() {
        let mut others = vec![30, 30, 30];
        assert_eq!((hard(&mut others, 1, HARD.0, Some(80)), others), (Some(30), vec![30, 30]));
        let mut others = vec![25, 20, 20];
        assert_eq!((hard(&mut others, 1, HARD.0, Some(80)), others), (None, vec![25, 20, 20]));
    }
}
