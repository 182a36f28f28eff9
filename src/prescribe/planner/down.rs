//! Full weeks in which the long run is down, and weeks that leave room for such a one.

use super::Planner;
use super::fit::Aim;
use crate::model::Minutes;
use crate::prescribe::course::{self, LongStage};
use crate::prescribe::dose::FEW_RUNS;
use crate::prescribe::lengths::SHORTEST;

/// Percent of the last long run that any run of a week down has at most.
pub(super) const DOWN: i32 = 80;
/// The same in the last week before the week of a short race.
const DOWN_BEFORE_SHORT_RACE: i32 = 90;
/// Percent of the two full weeks before that a full week holds at least.
const HELD: i32 = 90;
/// Percent of the last long run from which one is no step down.
const NEARLY_AS_LONG: i32 = 91;
/// So many weeks up are enough before one down.
const MOST_UPS: usize = 3;
/// Percent of the last weeks that a week keeps which waits for its long run.
const WAITS: i32 = 95;

impl Planner<'_> {
    /// The aim of a week with every run short enough for a week down, where the week can hold enough in spite of it.
    pub(super) fn eased(&self, aim: Aim, limit: Minutes) -> Aim {
        if self.history.is_fresh() || self.wanted() < 2 {
            return aim;
        }
        let last = self.history.longest_lately();
        let most = match self.stage.long {
            LongStage::Down => down(last, DOWN),
            LongStage::LastBeforeShortRace => down(last, DOWN_BEFORE_SHORT_RACE),
            LongStage::Up if self.is_alike(limit) || self.owes_down() => down(last, DOWN),
            _ => return aim,
        };
        let Some(low) = self.borne(most) else { return aim };
        let whole = self.wanted() * most;
        let path = &self.brief.rules.long_run_path;
        let long = if self.stage.long == LongStage::LastBeforeShortRace {
            path.last_before_short_race(last)
        } else {
            path.down(last)
        };
        let long = if aim.long.is_empty() { Vec::new() } else { (long.min(most)..=most).step_by(5).collect() };
        Aim { target: aim.target.min(whole).max(low), low, long, most_run: most, ..aim }
    }

    /// The lengths that a long run may have for the sake of the hard run beside it, best first: where it is as long as its race asks
    /// for, it is rather a little shorter than the week without a hard run, and of two runs it may be down.
    pub(super) fn beside_hard(&self, mut long: Vec<Minutes>, hard: bool) -> Vec<Minutes> {
        let last = self.history.longest_lately();
        let has_room = hard && self.stage.long == LongStage::Up && last >= course::needed(self.brief);
        let Some(first) = long.first().copied().filter(|_| has_room && !self.history.is_fresh()) else { return long };
        long.extend([5, 10].map(|less| first - less).into_iter().filter(|one| one * 100 >= last * NEARLY_AS_LONG));
        if self.wanted() <= FEW_RUNS && self.history.ups() > 0 {
            long.push(self.brief.rules.long_run_path.down(last));
        }
        long
    }

    /// The least that a week comes to of which no run is longer than `most`; `None` where it would shrink too much.
    fn borne(&self, most: Minutes) -> Option<Minutes> {
        let (whole, least) = (self.wanted() * most, self.least_whole());
        (most >= SHORTEST && whole >= least).then_some(least)
    }

    /// Whether a week that was meant to be down holds too little for that: then the long run goes on.
    pub(super) fn skips_down(&self) -> bool {
        let most = down(self.history.longest_lately(), DOWN);
        let was_down = self.wanted() <= FEW_RUNS && self.history.ups() == 0 && !self.history.is_fresh();
        self.brief.block.event.is_some() && !self.unloads() && (was_down || self.borne(most).is_none())
    }

    /// Whether a week down is none that shrinks: toward a race its runs then hold enough.
    pub(super) fn may_be_down(&self) -> bool {
        let most = down(self.history.longest_lately(), DOWN);
        self.brief.block.event.is_none() || self.borne(most).is_some()
    }

    /// Whether the last full week has something to unload.
    fn unloads(&self) -> bool {
        self.history.full_weeks().last().is_some_and(|last| self.brief.rules.deload_weeks.unloads(last))
    }

    /// Minutes of what is run now that every full week keeps.
    fn now_kept(&self) -> Minutes {
        let rule = self.brief.rules.if_on(&self.brief.rules.no_silent_shrink);
        rule.map_or(0, |rule| rule.least(self.history.start.weekly_minutes))
    }

    /// Whether so many weeks went up that one down is in turn, since those that were meant for it held too little for one.
    fn owes_down(&self) -> bool {
        self.brief.block.event.is_some() && !self.down_next && !self.unloads() && self.history.ups() >= MOST_UPS
    }

    /// Minutes that a full week holds at least, so that nothing shrinks in silence.
    pub(super) fn least_whole(&self) -> Minutes {
        let last = self.history.full_weeks().last().unwrap_or(0);
        self.held().max(self.now_kept().min(last))
    }

    /// The same by the last two full weeks alone.
    pub(super) fn held(&self) -> Minutes {
        (self.history.mean_of_two() * HELD + 99) / 100
    }

    /// The minutes of a week toward a race: no more than leave room for a week down after it, of which every run is shorter.
    pub(super) fn in_proportion(&self, target: Minutes, long: Option<Minutes>) -> Minutes {
        let Some(long) = long.filter(|_| self.brief.block.event.is_some() && self.stage.long == LongStage::Up) else {
            return target;
        };
        let room = self.wanted() * down(long, DOWN) * 100 / HELD / 5 * 5;
        let recent = self.history.full_weeks().recent_most().unwrap_or(0) * WAITS / 100;
        target.min(room.max((recent.max(self.now_kept()) + 4) / 5 * 5))
    }
}

fn down(long: Minutes, percent: i32) -> Minutes {
    long * percent / 100 / 5 * 5
}
