//! The search: labels are carried from day to day over the whole block, and one that another beats in every respect is dropped.
//!
//! A label holds the price so far and all that later days can see: the habits of every run, the last hard runs, what the
//! week rules count. One label beats another where its price, with the most its habits could still cost more, is no
//! higher, and nothing else of it is worse for any future (label-setting for resource-constrained shortest paths: Desrochers
//! and Soumis 1988, INFOR).
//!
//! Most ways through a block are far too dear to matter. What bounds them is found first: the least that each week costs, searched
//! alone after a week of which nothing is remembered. What is proven are the points: ties are broken among the ways that are followed
//! anyway, and no way is followed only because it may break one better. A narrow pass, which follows only a few labels a day and no week far above
//! its least, finds a good answer. What cannot end below its price is dropped from then on: what a label has paid, the least that
//! the rest of the week costs, and the least that the weeks to come cost.
//!
//! From what the answer paid week by week each week gets a limit; labels that pay more within a week are dropped. They are not
//! forgotten: one label, the outsider, stands for all of them. It pays the limit and one point, and starts the next week with
//! nothing remembered, which is never worse than any of them. If the best way through the block never was an outsider, no dropped
//! label could have been better, and the answer is the optimum of the whole block, seams included.
//!
//! Otherwise what the weeks to come cost is found out more exactly ([`outlook`]), and the answer is looked for from below: all ways
//! that may end at a price just above the least are followed, then those that may end at a higher one, until one does. No other
//! can end below it. An answer counts as proven only where no pass that it rests on had more labels than it may carry.
//!
//! The proof rests on four promises of the rules. No verdict costs less than nothing. Moving the earlier run of a pair further back,
//! or taking it away, never costs more, and beyond the rule's horizon it costs nothing. Where a week rule calls one tally no worse
//! than another, whatever the days to come hold costs it no more. Rules about the same run in two weeks forbid nothing, and look at
//! weekday and part of the day alone.

mod below;
mod day;
mod limits;
mod outlook;
mod table;
mod thin;
mod trail;

use super::candidates::Candidate;
use super::label::{Habits, Label, SLOTS};
use super::{Family, Problem, Score, Standing, Unsolvable};
use crate::model::{Day, RunClass, RunType};
use crate::rules::{PairRule, SlotRule, WeekRule};
pub(super) use below::{least, solve_up_to};
use limits::{Budget, Limit};
use outlook::Outlook;
use table::WeekTable;
use trail::Node;

/// Points above the least a week costs that the first narrow pass allows it; the next one twice as many.
const NARROW_STEP: i32 = 12;
/// After so many narrow passes without an answer one is made without limits.
const NARROW_PASSES: u32 = 3;
/// How many labels are followed from day to day.
#[derive(Clone, Copy, Debug)]
pub struct Widths {
    /// To find a good answer soon.
    pub narrow: usize,
    /// To prove it. Where there are more, the price of the answer is looked for from below.
    pub first: usize,
    /// From below.
    pub more: usize,
    /// To find a better answer where the proof is too much.
    pub beam: usize,
    /// More are never followed: the answer is good, not proven.
    pub most: usize,
}

/// Wider ones prove more and take longer; what is proven is the same for all.
const USUAL: Widths = Widths { narrow: 40, first: 1_000, more: 6_000, beam: 2_000, most: 40_000 };

/// How many points above the least that an answer could cost it is looked for, step by step; at last, as far as the known answer.
const STEPS: [i32; 5] = [4, 16, 48, 144, 432];

/// The best placement.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// Every run of the block that stands, by start.
    pub runs: Vec<Standing>,
    /// For each week, the names of the runs that found no place.
    pub left_out: Vec<Vec<String>>,
    /// What it costs.
    pub score: Score,
    /// Whether nothing better exists under the rules.
    pub proven: bool,
    /// Points above the least that any answer could cost; 0 where it is proven.
    pub gap: i32,
}

impl Solution {
    /// What a better answer costs at most, whatever its ties.
    fn better(&self) -> Score {
        Score::up_to(self.score.points - 1)
    }

    fn proven(self) -> Self {
        Self { proven: true, gap: 0, ..self }
    }

    /// The same where no answer costs less than so many points.
    fn at_least(self, least: i32) -> Self {
        let gap = if self.proven { 0 } else { (self.score.points - least).max(0) };
        Self { proven: gap == 0, gap, ..self }
    }

    /// How many runs found no place.
    pub fn left_out(&self) -> i32 {
        self.left_out.iter().map(|names| names.len() as i32).sum()
    }
}

/// How many labels a pass follows from day to day.
#[derive(Clone, Copy)]
enum Width {
    /// To find a good answer soon: nobody stands for what a limit drops.
    Narrow,
    /// To prove an answer: an outsider does.
    Wide(usize),
    /// To find a better answer than the known one where it cannot be proven.
    Beam(usize),
    /// To prove one or nothing: where there are too many, none is followed on.
    Whole,
}

/// Where labels have come to.
struct Reached {
    labels: Vec<Label>,
    /// Whether there were more than could be followed, so that a better one may be missing.
    cut: bool,
}

impl Reached {
    /// What the best of them costs.
    fn best(&self) -> Option<Score> {
        self.labels.iter().map(|label| label.score).min()
    }
}

struct Search<'a> {
    problem: &'a Problem<'a>,
    widths: Widths,
    families: Vec<Family>,
    habits: Habits,
    slot_rules: Vec<&'a dyn SlotRule>,
    pair_rules: Vec<&'a dyn PairRule>,
    week_rules: Vec<&'a dyn WeekRule>,
    /// Hours after which a quality run, a long run and a race no longer matter.
    horizons: [i32; 3],
    /// Whether the more hard runs of a week are lost the more the next one costs, in every week.
    easing_grows: bool,
    /// Jogs that stand and are judged, by their number in the arena: neighbours of the next run, whatever stood before them.
    jogs: Vec<u32>,
    /// Every place of the block, what stands first.
    arena: Vec<Candidate>,
    nodes: Vec<Node>,
}

fn standing_jogs(problem: &Problem<'_>) -> Vec<u32> {
    let is_jog = |run: &Standing| run.place.judged && run.place.run.kind == RunType::CooldownJog;
    (0..).zip(&problem.standing).filter(|(_, run)| is_jog(run)).map(|(number, _)| number).collect()
}

/// Solves a block.
///
/// # Errors
/// Why that cannot be.
pub fn solve(problem: &Problem<'_>) -> Result<Solution, Unsolvable> {
    solve_within(problem, USUAL)
}

/// Solves a block with other widths than the usual ones.
///
/// # Errors
/// Why that cannot be.
pub fn solve_within(problem: &Problem<'_>, widths: Widths) -> Result<Solution, Unsolvable> {
    let forced = problem.weeks.iter().flat_map(|week| &week.wanted).any(|wanted| wanted.only.is_some());
    let forbidden = if forced { Unsolvable::OnlyPlaceForbidden } else { Unsolvable::StandingBreaksMust };
    Search::new(problem, widths).ok_or(Unsolvable::TooManyRuns)?.run().ok_or(forbidden)
}

impl<'a> Search<'a> {
    /// A search; `None` where there are more runs than it can tell apart.
    fn new(problem: &'a Problem<'a>, widths: Widths) -> Option<Self> {
        let rules: Vec<_> = problem.rules.in_force().collect();
        let pair_rules: Vec<&dyn PairRule> = rules.iter().filter_map(|rule| rule.pair()).collect();
        let week_rules: Vec<&dyn WeekRule> = rules.iter().filter_map(|rule| rule.week()).collect();
        let families = problem.families();
        let example = problem.example();
        let habits = Habits::new(&families, &pair_rules, &example, problem.timetable);
        if habits.slots() > SLOTS {
            return None;
        }
        let horizon = |class| pair_rules.iter().map(|rule| rule.horizon_hours(class)).max().unwrap_or(0);
        Some(Self {
            horizons: [horizon(RunClass::Quality), horizon(RunClass::Long), horizon(RunClass::Race)],
            slot_rules: rules.iter().filter_map(|rule| rule.slot()).collect(),
            problem,
            widths,
            families,
            habits,
            pair_rules,
            week_rules,
            easing_grows: true,
            jogs: standing_jogs(problem),
            arena: problem.standing.iter().map(|run| Candidate::standing(problem, run)).collect(),
            nodes: Vec::new(),
        })
    }

    fn run(mut self) -> Option<Solution> {
        let mut tables = self.tables();
        for (at, table) in tables.iter_mut().enumerate() {
            table.least = self.alone(at, table);
        }
        let outlooks = Outlook::of_single_weeks(&tables);
        self.with_outlooks(&tables, &outlooks)
    }

    /// The answer, where it is known what single weeks cost at least.
    fn with_outlooks(mut self, tables: &[WeekTable], outlooks: &[Outlook]) -> Option<Solution> {
        let least = outlooks[0].least.points;
        let (mut known, limits) = self.first_answer(tables, outlooks);
        if known.as_ref().is_some_and(|known| known.proven) {
            return known;
        }
        let most = known.as_ref().map(Solution::better);
        let Reached { labels, cut } = self.pass(tables, outlooks, &limits, most, Width::Wide(self.widths.first));
        if let Some(sound) = labels.iter().find(|label| !self.was_outside(label)) {
            let dropped = labels.first().map_or(sound.score, |best| best.score).points;
            known = Some(self.solution(sound, if cut { least } else { dropped.max(least) }));
        } else if labels.is_empty() && !cut {
            return known.map(Solution::proven);
        }
        if known.as_ref().is_some_and(|known| known.proven) {
            return known;
        }
        self.upwards(tables, known)
    }

    /// Looks for an answer from the least that it could cost upwards: only what may end at a price is followed, then what may end at a
    /// higher one, until something does. Where too much is open on the way, all that may be better is followed at last.
    fn upwards(&mut self, tables: &[WeekTable], mut known: Option<Solution>) -> Option<Solution> {
        let limits = vec![None; tables.len()];
        let (outlooks, least) = self.outlooks(tables, known.as_ref().map(|known| known.score));
        let mut least = least.points;
        let mut whole = true;
        for step in STEPS.map(Some).into_iter().chain([None]) {
            let better = known.as_ref().map(Solution::better);
            let near = step.map(|step| Score::up_to(least + step));
            let most = near.into_iter().chain(better).min();
            if better.is_some_and(|better| better.points < least) {
                return known.map(Solution::proven);
            }
            let width = Width::Wide(if whole { self.widths.more } else { self.widths.first });
            let Reached { labels, cut } = self.pass(tables, &outlooks, &limits, most, width);
            whole &= !cut;
            if let Some(best) = labels.first() {
                known = Some(self.solution(best, if whole { best.score.points } else { least }));
                break;
            }
            if !whole {
                continue;
            }
            match most {
                Some(most) if known.is_none() || better != Some(most) => least = most.points + 1,
                _ => return known.map(Solution::proven),
            }
        }
        if whole { known } else { self.at_last(tables, &outlooks, known, least) }
    }

    /// Follows as many ways as may be that could be better than the `known` answer; the best of them is proven where that was all.
    fn at_last(
        &mut self,
        tables: &[WeekTable],
        outlooks: &[Outlook],
        mut known: Option<Solution>,
        least: i32,
    ) -> Option<Solution> {
        let limits = vec![None; tables.len()];
        for width in [Width::Beam(self.widths.beam), Width::Whole] {
            let most = known.as_ref().map(Solution::better);
            let Reached { labels, cut } = self.pass(tables, outlooks, &limits, most, width);
            if let Some(best) = labels.first() {
                known = Some(self.solution(best, if cut { least } else { best.score.points }));
            } else if !cut {
                known = known.map(Solution::proven);
            }
            if known.as_ref().is_some_and(|known| known.proven) {
                break;
            }
        }
        known.map(|known| known.at_least(least))
    }

    /// The least that a week costs after a week of which nothing is remembered; less where that is too much to find out.
    fn alone(&mut self, at: usize, table: &WeekTable) -> Score {
        let Widths { narrow, first, .. } = self.widths;
        let mut within = |whole: Option<Score>, most: usize| {
            self.nodes.clear();
            self.week(vec![Label::blank()], at, table, Budget { week: None, whole }, most)
        };
        let mut reached = within(Some(table.least + Score::of_points(NARROW_STEP)), narrow);
        if reached.labels.is_empty() {
            reached = within(None, narrow);
        }
        if reached.cut {
            reached = within(reached.best(), first);
        }
        reached.best().filter(|_| !reached.cut).unwrap_or(table.least)
    }

    /// A good answer, and the limits that follow from it. Narrow passes look for it near the least that each week costs, then
    /// further off; what it paid shows one more what not to follow. An answer that costs no more than all that was dropped is
    /// not looked beyond.
    fn first_answer(&mut self, tables: &[WeekTable], outlooks: &[Outlook]) -> (Option<Solution>, Vec<Limit>) {
        let least = outlooks[0].least;
        for pass in 0..=NARROW_PASSES {
            let step = (pass < NARROW_PASSES).then(|| Score::of_points(NARROW_STEP << pass));
            let near = |table: &WeekTable| step.map(|step| table.least.without_ties() + step);
            let limits: Vec<Limit> = tables.iter().map(near).collect();
            let Reached { labels, cut } = self.pass(tables, outlooks, &limits, None, Width::Narrow);
            let Some(best) = labels.first() else { continue };
            let is_best = !cut && step.is_none_or(|step| best.score.points <= (least + step).points);
            let known = self.solution(best, if is_best { best.score } else { least }.points);
            let limits = self.limits_of(best);
            if known.proven {
                return (Some(known), limits);
            }
            let better = Some(known.better());
            let Reached { labels, .. } = self.pass(tables, outlooks, &limits, better, Width::Narrow);
            return match labels.first() {
                Some(best) => (Some(self.solution(best, least.points)), self.limits_of(best)),
                _ => (Some(known), limits),
            };
        }
        (None, vec![None; tables.len()])
    }

    /// Carries labels through the block and returns those of the end, the best first. Ways that cannot end below the price of a
    /// `known` answer are not followed.
    fn pass(
        &mut self,
        tables: &[WeekTable],
        outlooks: &[Outlook],
        limits: &[Limit],
        known: Option<Score>,
        width: Width,
    ) -> Reached {
        self.nodes.clear();
        let most = match width {
            Width::Narrow => self.widths.narrow,
            Width::Wide(most) | Width::Beam(most) => most,
            Width::Whole => self.widths.most,
        };
        let mut reached = Reached { labels: vec![self.before_the_first_week()], cut: false };
        for (at, table) in tables.iter().enumerate() {
            let next = &outlooks[at + 1];
            let budget = Budget { week: limits[at], whole: known.map(|known| known - next.least) };
            let known_steps = self.nodes.len();
            let outsider = limits[at].filter(|_| matches!(width, Width::Wide(_)));
            let outsider = outsider.and_then(|limit| self.outsider(&reached.labels, limit));
            let Reached { mut labels, cut } = self.week(reached.labels, at, table, budget, most);
            labels.extend(outsider);
            reached.labels = self.thin(labels, self.monday(at + 1));
            if let Some(known) = known {
                let mut labels = std::mem::take(&mut reached.labels);
                labels.retain(|label| label.score + self.to_pay(next, label) <= known);
                reached.labels = labels;
            }
            reached.cut |= cut;
            if cut && matches!(width, Width::Whole) {
                return Reached { labels: Vec::new(), cut };
            }
            self.prune(&mut reached.labels, known_steps);
        }
        reached.labels.sort_by_key(|label| label.score);
        reached
    }

    /// Carries labels through one week, no more than `most` on a day.
    fn week(&mut self, labels: Vec<Label>, at: usize, table: &WeekTable, budget: Budget, most: usize) -> Reached {
        let mut reached = Reached { labels, cut: false };
        for weekday in 0..7 {
            let day = self.monday(at).plus(weekday as i32);
            reached.labels = self.step(reached.labels, day, table, weekday, budget);
            self.cut(&mut reached, most * 8, table, weekday + 1);
            reached.labels = self.thin(reached.labels, day.plus(1));
            self.cut(&mut reached, most, table, weekday + 1);
        }
        reached.labels = self.close(reached.labels, self.monday(at).week(), table, budget);
        reached
    }

    /// The first day of a week, counted from the first that is looked at.
    fn monday(&self, at: usize) -> Day {
        Day((self.problem.first_week + at as i32) * 7)
    }

    /// Where there are more labels than `most`, keeps the most promising, some for each set of runs that have been placed.
    fn cut(&self, reached: &mut Reached, most: usize, table: &WeekTable, weekday: usize) {
        if reached.labels.len() <= most {
            return;
        }
        reached.cut = true;
        let labels = &mut reached.labels;
        labels.sort_by_cached_key(|label| (self.habits.key(label), label.score + self.rest(label, table, weekday)));
        let mut groups: Vec<&[Label]> = labels.chunk_by(|a, b| self.habits.key(a) == self.habits.key(b)).collect();
        groups.sort_by_key(|group| group.len());
        let mut left = most;
        let mut kept = Vec::with_capacity(most);
        for (index, group) in groups.iter().enumerate() {
            let share = (left / (groups.len() - index)).max(1).min(group.len());
            kept.extend_from_slice(&group[..share]);
            left = left.saturating_sub(share);
        }
        *labels = kept;
    }
}
