//! Runs and lengths that come to what a week aims at.

use super::Planner;
use crate::model::Minutes;
use crate::prescribe::count::{Count, room};
use crate::prescribe::lengths::{Ask, Cut, Lengths, SHORTEST};
use crate::prescribe::race;
use crate::rules::InterferenceBudget;

/// Percent of its share of the week that the long run takes.
const EAGERNESS: i32 = 90;
/// What a minute off the long run costs before a long race: more than a minute off the week.
const LONG_WEIGHT: i32 = 3;
/// A long run is no shorter, unless it is a lighter week's of one that was; below, the runs are easy ones.
pub(super) const SHORTEST_LONG: Minutes = 30;
/// A run shorter than this is none, where the person ever ran longer.
pub(super) const LEAST: Minutes = 10;
/// No limit for any kind of run.
pub(super) const ANY_LENGTH: (Minutes, Minutes) = (Minutes::MAX, Minutes::MAX);

/// What the lengths of a week have to come to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Aim {
    pub target: Minutes,
    /// A week that may grow should hold more than so many minutes; 0 for any other.
    pub more_than: Minutes,
    pub low: Minutes,
    pub high: Minutes,
    pub long: (Minutes, Minutes),
    /// The most of an easy and of a quality run.
    pub kinds: (Minutes, Minutes),
}

/// Runs and lengths that come to the aim.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    pub count: Count,
    pub lengths: Lengths,
    /// The lengths if every run found a place.
    pub nominal: Lengths,
    /// Minutes of them that the diary is known to cut.
    pub loss: Minutes,
    pub aim: Aim,
}

impl Fit {
    /// Minutes of its week.
    pub(super) fn total(&self) -> Minutes {
        self.nominal.total(self.count.easy, self.count.quality)
    }
}

impl Aim {
    pub(super) fn up_to(target: Minutes, high: Minutes) -> Self {
        Self { target, more_than: 0, low: 0, high, long: (SHORTEST_LONG, Minutes::MAX), kinds: ANY_LENGTH }
    }

    /// Growing from so many minutes, where the target lies above them.
    pub(super) fn growing_from(self, last: Minutes) -> Self {
        Self { more_than: if self.target > last { last } else { 0 }, ..self }
    }

    /// With no more than so many minutes.
    fn at_most(self, most: Minutes) -> Self {
        Self { target: self.target.min(most), high: self.high.min(most), ..self }
    }
}

impl Planner<'_> {
    /// Lowered to what the body leaves of `reference`, and of the same week in health.
    pub(super) fn lowered(&self, aim: Aim, reference: Minutes) -> Aim {
        let (kept, aim) = (self.lowering.kept, aim.at_most(self.most()));
        if kept >= 100 {
            return aim;
        }
        Aim {
            low: 0,
            long: (SHORTEST_LONG.min(aim.long.0), aim.long.1),
            ..aim.at_most(reference.min(self.most()) * kept / 100)
        }
    }

    /// The shortest that a run may be. A single one may be shorter, where a full week holds no more.
    fn shortest_run(&self, count: Count, aim: Aim) -> Minutes {
        let shortest = self.history.shortest_run();
        let single = count.easy + count.quality + i32::from(count.long) == 1;
        let full = aim.low == 0 && self.shape.kept.is_none() && self.lowering.kept >= 100;
        if single && full { shortest.min(aim.high.max(LEAST)) } else { shortest }
    }

    /// Lengths for these runs, with fewer kinds of run where not all fit.
    pub(super) fn fitted(&self, count: Count, aim: Aim) -> Option<Fit> {
        let rules = &self.brief.rules;
        let budget =
            rules.if_on(&rules.interference_budget).and_then(InterferenceBudget::longest).unwrap_or(Minutes::MAX);
        let limit = self.history.run_limit(&rules.single_run_spike).min(budget).min(rules.long_run_share.longest());
        let limit = limit.min(self.lowering.longest);
        // No run gets longer where the body makes the week lighter than the one before.
        let is_lighter = self.lowering.kept < 100 && aim.high < self.history.last_minutes();
        let limit = if is_lighter { limit.min(self.history.longest_run().unwrap_or(limit)) } else { limit };
        let room = room(self.brief, self.index as i32);
        let plain = count.with_quality(0);
        let kinds = [count, plain, count.without_long(), plain.without_long()];
        // After a time without runs those of the week are measured by each other: alike, whichever comes first.
        let kinds = if self.history.has_measure(&rules.single_run_spike) { &kinds[..] } else { &kinds[3..] };
        kinds.iter().find_map(|&count| {
            let cut = Cut {
                easy: self.cut("easy", count.easy).collect(),
                quality: self.cut("quality", count.quality).collect(),
                long: self.outcome.minutes(self.index, "long").filter(|minutes| *minutes > 0),
            };
            // A very long run is a hard stress of its own, which needs room beside the hard runs.
            let longest = if count.quality < room { Minutes::MAX } else { rules.hard_days.long_minutes() - 5 };
            let ask = Ask {
                easy: count.easy,
                quality: count.quality,
                long: count.long,
                target: aim.target,
                more_than: aim.more_than,
                low: aim.low,
                high: aim.high,
                shortest: self.shortest_run(count, aim).min(limit).max(1),
                run_limit: limit,
                usual: self.history.usual(),
                kind_limits: aim.kinds,
                long_range: (aim.long.0, aim.long.1.min(rules.long_run_share.longest()).min(longest)),
                share: &rules.long_run_share,
                eagerness: if race::is_long(self.brief) { 100 } else { EAGERNESS },
                long_weight: if race::is_long(self.brief) { LONG_WEIGHT } else { 1 },
                cut: &cut,
            };
            let nominal = ask.lengths()?;
            let lengths = self.shared_anew(&ask).unwrap_or(nominal);
            Some(Fit { count, lengths, nominal, loss: cut.loss(lengths), aim })
        })
    }

    /// The lengths when the runs that found no place leave their minutes to the others. Only who misses them week after week
    /// gets them all back, or else a single full diary would make one run long; a lighter week stays light.
    fn shared_anew(&self, ask: &Ask<'_>) -> Option<Lengths> {
        let easy = ask.easy - self.missing("easy", ask.easy);
        let quality = ask.quality - self.missing("quality", ask.quality);
        let long = ask.long && !self.outcome.left_out(self.index, "long");
        let (all, left) = (ask.easy + ask.quality + i32::from(ask.long), easy + quality + i32::from(long));
        if left == all || left == 0 || ask.low > 0 {
            return None;
        }
        let usual = self.history.last_runs().is_some_and(|runs| runs <= left);
        let target = if usual { ask.target } else { ask.target * left / all };
        Ask { easy, quality, long, target, high: ask.high.min(target.max(SHORTEST)), ..*ask }.lengths()
    }

    /// To how many minutes each of the runs `kind-1`, `kind-2` .. was cut that was.
    pub(in crate::prescribe) fn cut(&self, kind: &str, count: i32) -> impl Iterator<Item = Minutes> {
        let minutes = move |nth: i32| self.outcome.minutes(self.index, &format!("{kind}-{nth}"));
        (1..=count).filter_map(minutes).filter(|minutes| *minutes > 0)
    }

    /// How many of the runs `kind-1`, `kind-2` .. found no place.
    pub(super) fn missing(&self, kind: &str, count: i32) -> i32 {
        (1..=count).filter(|nth| self.outcome.left_out(self.index, &format!("{kind}-{nth}"))).count() as i32
    }
}
