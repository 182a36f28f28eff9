//! How much a week holds: a full one, a lighter one, one of a taper or of recovery.

use super::fit::{ANY_LENGTH, Aim, Fit, SHORTEST_LONG};
use super::{Planner, is_race_week};
use crate::model::{Level, Minutes, Phase};
use crate::prescribe::{Week, volume};

/// Minutes of a run below which fewer runs are better, as far as the goal allows.
const WORTH_THE_SHOES: Minutes = 25;
/// A week that keeps less than this percent counts as a week of recovery.
pub(in crate::prescribe) const LIGHT_FROM: i32 = 70;

impl Planner<'_> {
    /// A full week, as far as the body lets it be one.
    pub(super) fn full(&self, progress: bool) -> Week {
        let before = self.history.last_quality();
        let steady = self.lengths_of_full_week(progress && before.is_none(), i32::MAX);
        let found = match (steady, before) {
            // Volume grows or hard runs are added, never both in one week.
            (Some(fit), Some(before)) if fit.count.quality <= before => self.lengths_of_full_week(progress, before),
            (steady, _) => steady,
        };
        let phase = if self.lowering.kept < LIGHT_FROM { Phase::Recovery } else { self.shape.phase };
        match found {
            Some(fit) => self.requests(fit, phase, false),
            None => self.empty(phase, false),
        }
    }

    fn lengths_of_full_week(&self, progress: bool, quality: i32) -> Option<Fit> {
        let floor = self.brief.running.runs_per_week.map_or(self.brief.rules.run_days.fewest(), |runs| runs as i32);
        let last = self.history.full_weeks().last().unwrap_or(0);
        let mut found: Option<Fit> = None;
        for runs in (1..=self.wanted()).rev() {
            let volume = volume::full_week(self.brief, self.history, runs, progress);
            let reference = self.reference().unwrap_or(volume.target);
            let aim = self.lowered(Aim::up_to(volume.target, volume.most), reference).growing_from(last);
            let count = self.count(runs, self.shape.phase);
            let Some(fit) = self.fitted(count.with_quality(count.quality.min(quality)), aim) else { continue };
            // Fewer runs are worth the shoes, but not where the week would hold less than the one before for it.
            let less = fit.total() < last.min(aim.target);
            if found.is_none_or(|more| !less || fit.total() > more.total()) {
                found = Some(fit);
            }
            if aim.target >= runs * WORTH_THE_SHOES || runs <= floor || runs == 1 {
                break;
            }
        }
        found
    }

    pub(super) fn lighter(&self) -> Option<Fit> {
        let rule = &self.brief.rules.deload_weeks;
        let last = self.history.full_weeks().last()?;
        let (low, high) = rule.range(last);
        let long = self.history.last_long().map_or((SHORTEST_LONG, Minutes::MAX), |long| rule.long_range(long));
        let aim = Aim { target: rule.minutes(last), more_than: 0, low, high, long, kinds: ANY_LENGTH };
        let aim = self.lowered(aim, last);
        // Fewer runs do not make one of them longer than it was, where that leaves a deload at all.
        let as_before = Aim { kinds: self.history.longest_by_kind(), ..aim };
        let beginner = self.brief.athlete.running_level == Level::Beginner;
        let fits = |aim: Aim| {
            (1..=self.wanted()).rev().find_map(|runs| {
                let count = self.count(runs, self.shape.phase);
                self.fitted(count.with_quality(if beginner { 0 } else { count.quality.min(1) }), aim)
            })
        };
        let longest = self.history.longest_of_full_week().max(low);
        fits(as_before).or_else(|| fits(Aim { kinds: (longest, longest), ..aim }))
    }

    /// A week of a taper or of recovery, which keeps so many percent.
    pub(super) fn kept(&self, kept: i32) -> Week {
        let phase = self.shape.phase;
        let mean = self.history.full_weeks().mean().unwrap_or(0);
        let cap = self.brief.rules.weekly_growth.cap(&self.history.weeks_not_planned_light()).unwrap_or(mean);
        let most = (mean * kept / 100).min(cap);
        // No run gets longer where the week gets lighter.
        let aim = Aim { kinds: self.history.longest_by_kind(), ..Aim::up_to(most, most) };
        let aim = self.lowered(aim, mean);
        let racing = is_race_week(self.brief, self.index as i32);
        let wanted = (self.wanted() - i32::from(racing)).max(1);
        let found = (1..=wanted).rev().find_map(|runs| self.fitted(self.count(runs, phase).without_long(), aim));
        found.map_or_else(|| self.empty(phase, false), |fit| self.requests(fit, phase, false))
    }
}
