//! Runs and lengths that come to what a week aims at.

use super::{Planner, is_race_week};
use crate::model::{Distance, Level, Minutes};
use crate::prescribe::dose::{self, Dose};
use crate::prescribe::lengths::{Ask, LONGEST_EASY, LONGEST_HARD, LONGEST_SMALL_HARD, Lengths};
use crate::prescribe::own::Own;

/// A long run is no shorter, unless it is a lighter week's of one that was; below, the runs are easy ones.
pub(super) const SHORTEST_LONG: Minutes = 25;
/// A run shorter than this is none, where the person ever ran longer.
pub(super) const LEAST: Minutes = 10;
/// How much shorter a long run may be beside the person's own runs, in minutes.
const SHORTER: [Minutes; 3] = [5, 10, 15];
/// Percent of its aim that a week comes to at least for the sake of its long run or its hard run.
const ENOUGH: i32 = 90;
/// Percent of their work that hard runs keep at first, and where the week bears no more.
const PARTS: [i32; 3] = [100, 75, 50];
/// Percent of its aim that a week comes to, or other kinds of run are tried.
const NEAR_ENOUGH: i32 = 95;

/// What a week aims at.
#[derive(Clone, Debug)]
pub(super) struct Aim {
    pub target: Minutes,
    pub low: Minutes,
    pub high: Minutes,
    /// The long run, and what it may be instead, best first; none without one.
    pub long: Vec<Minutes>,
    pub hard: Vec<Dose>,
    /// The longest that any run may be, where the week asks for less than the body bears.
    pub most_run: Minutes,
}

/// Runs and lengths that come to the aim.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    pub easy: i32,
    pub hard: Vec<Dose>,
    /// The lengths of the runs that have a place.
    pub lengths: Lengths,
    /// The lengths if every run found a place.
    pub nominal: Lengths,
    /// Whether runs that found no place leave some of their minutes to the others.
    pub taken_over: bool,
}

impl Planner<'_> {
    /// Lowered to what the body leaves of `reference`, and of the same week in health.
    pub(super) fn lowered(&self, aim: Aim, reference: Minutes) -> Aim {
        let most = self.most();
        let kept = self.lowering.kept;
        let (most, low) = if kept < 100 { (most.min(reference * kept / 100), 0) } else { (most, aim.low) };
        let lower = |long: Minutes| if kept < 100 { long * kept / 100 / 5 * 5 } else { long };
        let most_run = aim.most_run;
        let long = aim.long.into_iter().map(lower).filter(|long| (SHORTEST_LONG..=most_run).contains(long)).collect();
        Aim { target: aim.target.min(most), high: aim.high.min(most), low: low.min(most), long, ..aim }
    }

    /// The own runs of the week.
    pub(in crate::prescribe) fn own(&self) -> Own {
        Own::of(self.brief, self.index as i32)
    }

    /// What is left to plan beside the own runs: a long run only where it is longer than they are.
    pub(super) fn beside_own(&self, aim: Aim) -> Aim {
        let own = self.own();
        let mut aim = aim;
        if own.runs > 0 {
            (aim.target, aim.low, aim.high) =
                (aim.target - own.minutes, (aim.low - own.minutes).max(0), aim.high - own.minutes);
            // Beside runs that cannot get shorter the long run may be a little shorter rather than none.
            let long = aim.long.first().copied();
            aim.long.extend(long.into_iter().flat_map(|long| SHORTER.map(|less| long - less)));
            aim.long.retain(|long| !own.long && *long > own.longest && *long >= SHORTEST_LONG);
        }
        aim
    }

    /// The longest that any run of the week may be.
    pub(super) fn limit(&self) -> Minutes {
        let rules = &self.brief.rules;
        let limit = self.history.run_limit(&rules.single_run_spike).min(rules.long_run_share.longest());
        let limit = limit.min(self.lowering.longest).min(rules.most_minutes.longest_of(1));
        // No run gets longer where the body makes the week lighter.
        if self.lowering.kept < 100 { limit.min(self.history.longest_run().unwrap_or(limit)) } else { limit }
    }

    /// The shortest that a run may be. A single one may be shorter, where the week holds no more.
    fn shortest(&self, runs: i32, aim: &Aim) -> Minutes {
        let shortest = self.history.shortest_run().min(self.limit().min(aim.most_run)).max(1);
        let whole = self.shape.kept.is_none() && self.lowering.kept >= 100;
        if runs == 1 && whole { shortest.min(aim.high.max(LEAST)) } else { shortest }
    }

    /// Lengths for so many runs: of all kinds that are wanted, or of fewer kinds where those come nearer to the aim.
    pub(super) fn fitted(&self, runs: i32, aim: &Aim) -> Option<Fit> {
        let measured = self.history.has_measure(&self.brief.rules.single_run_spike);
        // The hours that a long run asks of the legs may leave a beginner none: then its minutes are easy runs, as many as were asked for.
        let beginner = self.brief.athlete.running_level == Level::Beginner;
        let has_place = !(beginner && self.outcome.left_out(self.index, "long"));
        let longs: Vec<Option<Minutes>> =
            aim.long.iter().copied().filter(|_| runs > 1 && has_place).map(Some).collect();
        // With the long run in any length that may be, and with as much hard work as goes beside it; then without.
        let counts = || (0..=aim.hard.len()).rev();
        let with_long = counts().flat_map(|hard| longs.iter().map(move |long| (*long, hard)));
        let kinds = with_long.chain(counts().map(|hard| (None, hard)));
        // After a time without runs those of the week are measured by each other: alike, whichever comes first.
        let kinds = kinds.filter(|(long, hard)| measured || (long.is_none() && *hard == 0));
        let mut best: Option<Fit> = None;
        for (long, hard) in kinds {
            // A week without its long run is not worth the last minutes of what it aims at.
            let enough = |best: &Fit| best.nominal.total(best.easy) * 100 >= aim.target * ENOUGH;
            if long.is_none() && best.as_ref().is_some_and(enough) {
                return best;
            }
            let Some(fit) = self.of_kinds(runs, long, &aim.hard[..hard], aim) else { continue };
            let total = fit.nominal.total(fit.easy);
            if total * 100 >= aim.target * NEAR_ENOUGH && total >= aim.low {
                return Some(fit);
            }
            let more = |best: &Fit| total > best.nominal.total(best.easy);
            if total >= aim.low && best.as_ref().is_none_or(more) {
                best = Some(fit);
            }
        }
        best
    }

    /// Lengths with every hard run that is wanted, of less work where that much is not borne; in one run fewer if `fewer`.
    pub(super) fn keeping_hard(&self, runs: i32, aim: &Aim, fewer: bool) -> Option<Fit> {
        let least = if fewer { (runs - 1).max(1) } else { runs };
        let part = |percent: i32| {
            let hard = aim.hard.iter().map(|dose| Dose { minutes: dose.minutes * percent / 100, ..*dose });
            Aim { hard: hard.collect(), ..aim.clone() }
        };
        let keeps = |fit: &Fit| {
            let enough = fit.nominal.total(fit.easy) * 100 >= aim.target * ENOUGH;
            fit.hard.len() == aim.hard.len() && enough
        };
        let tries = (least..=runs).rev().flat_map(|runs| PARTS.iter().map(move |percent| (runs, *percent)));
        tries.filter_map(|(runs, percent)| self.fitted(runs, &part(percent))).find(keeps)
    }

    fn of_kinds(&self, runs: i32, long: Option<Minutes>, hard: &[Dose], aim: &Aim) -> Option<Fit> {
        let easy = runs - hard.len() as i32 - i32::from(long.is_some());
        if easy < 0 {
            return None;
        }
        let race = self.brief.block.event.as_ref().map(|event| Distance::of(event.distance_km));
        let (rules, level) = (&self.brief.rules, self.brief.athlete.running_level);
        let ask = Ask {
            easy,
            hard: hard.iter().map(|dose| dose::length(*dose, race, level)).collect(),
            // The last touch of speed before a race is short as a whole.
            hard_most: if self.is_crowded() || is_race_week(self.brief, self.index as i32) {
                LONGEST_SMALL_HARD
            } else {
                LONGEST_HARD
            },
            long,
            target: aim.target,
            high: aim.high,
            shortest: self.shortest(runs, aim),
            limit: self.limit().min(aim.most_run),
            others: rules.most_minutes.longest_of(runs + self.own().runs),
        };
        let nominal = ask.lengths()?;
        let lengths = self.shared(&ask, &nominal).unwrap_or_else(|| nominal.clone());
        let longer = lengths.hard.iter().zip(&nominal.hard).any(|(now, before)| now > before);
        let taken_over = longer || lengths.easy > nominal.easy;
        Some(Fit { easy, hard: hard.to_vec(), lengths, nominal, taken_over })
    }

    /// The lengths when the runs that found no place leave their minutes to the others, as far as these have room; and what was cut
    /// off a long or a hard run to the easy ones.
    fn shared(&self, ask: &Ask, nominal: &Lengths) -> Option<Lengths> {
        let slug = |nth: usize| format!("quality-{}", nth + 1);
        let minutes = |slug: &str| self.outcome.minutes(self.index, slug);
        let stays = |slug: &str| minutes(slug) != Some(0);
        let easy = ask.easy - self.missing("easy", ask.easy);
        let hard: Vec<Minutes> =
            ask.hard.iter().enumerate().filter(|(nth, _)| stays(&slug(*nth))).map(|(_, minutes)| *minutes).collect();
        let long = ask.long.filter(|_| stays("long"));
        let cut_hard = nominal
            .hard
            .iter()
            .enumerate()
            .filter_map(|(nth, full)| Some((full - minutes(&slug(nth)).filter(|one| *one > 0)?).max(0)));
        let cut_long =
            nominal.long.zip(minutes("long").filter(|one| *one > 0)).map_or(0, |(full, less)| (full - less).max(0));
        let loss = cut_hard.sum::<Minutes>() + cut_long;
        let whole = easy == ask.easy && hard.len() == ask.hard.len() && long == ask.long;
        let alone = self.outcome.alone.contains(&self.index);
        if alone || whole && loss == 0 || easy + hard.len() as i32 + i32::from(long.is_some()) == 0 {
            return None;
        }
        // None of them gets as long as a long run for it.
        let longest_hard = nominal.hard.iter().copied().max().unwrap_or(0);
        let hard_most = ask.hard_most.min(longest_hard.max(LONGEST_EASY));
        let (target, high) = (ask.target + loss, ask.high + loss);
        let found = Ask { easy, hard: hard.clone(), hard_most, long, target, high, ..ask.clone() }.lengths()?;
        // Every hard run keeps its place in the list, those without one their length if they had it.
        let mut of_those_left = found.hard.iter();
        let hard =
            nominal.hard.iter().enumerate().map(|(nth, full)| {
                if stays(&slug(nth)) { of_those_left.next().copied().unwrap_or(*full) } else { *full }
            });
        Some(Lengths {
            hard: hard.collect(),
            long: found.long.or(nominal.long),
            easy: if easy > 0 { found.easy } else { nominal.easy },
        })
    }

    /// How many of the runs `kind-1`, `kind-2` .. found no place.
    pub(super) fn missing(&self, kind: &str, count: i32) -> i32 {
        (1..=count).filter(|nth| self.outcome.left_out(self.index, &format!("{kind}-{nth}"))).count() as i32
    }
}
