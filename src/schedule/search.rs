//! The search: labels are carried from day to day over the whole block, and one that another beats in every respect is dropped.
//!
//! A label holds the price so far and all that later days can see: the habits of every run, the last hard runs, what the
//! week rules count. One label beats another where its price, with the most its habits could still cost more, is no
//! higher, and nothing else of it is worse for any future (label-setting for resource-constrained shortest paths: Desrochers
//! and Soumis 1988, INFOR).
//!
//! Most ways through a block are far too dear to matter. What bounds them is found first: the least that each week costs, searched
//! alone after a week of which nothing is remembered. What is proven are the points: ties are broken among the ways that are followed
//! anyway, and no way is followed only because it may break one better. A narrow pass, which follows only a few labels a day and no week
//! far above its least, finds a good answer.
//!
//! Where that answer may not be the best, the block is looked at without habits, which is far less to follow; a long one week by week, from
//! the last, each after all that the week before could leave behind. From it comes, for every day and all that a label may remember of the
//! days before it, the least that is still to pay ([`ahead`]). Habits only add to that. A label that would end above the price of the known
//! answer is dropped from then on, and of many labels those that promise to end lowest are followed. Often the known answer costs no more
//! than the best without habits: then it is proven.
//!
//! Otherwise the answer is looked for from below: all ways that may end at a price just above the least are followed, then those that
//! may end at a higher one, until one does. No other can end below it. An answer counts as proven only where no pass that it rests on
//! had more labels than it may carry; else it is told how far below it the best could be.
//!
//! The proof rests on four promises of the rules. No verdict costs less than nothing. Moving the earlier run of a pair further back,
//! or taking it away, never costs more, and beyond the rule's horizon it costs nothing. Where a week rule calls one tally no worse
//! than another, whatever the days to come hold costs it no more. Rules about the same run in two weeks forbid nothing, and look at
//! weekday and part of the day alone.

mod ahead;
mod below;
mod compared;
mod day;
mod limits;
mod table;
mod thin;
mod trail;
mod upwards;

use super::candidates::Candidate;
use super::label::{Habits, Label, SLOTS};
use super::{Family, Problem, Score, Standing, Unsolvable};
use crate::model::{Day, RunClass, RunType};
use crate::rules::{PairRule, SlotRule, WeekRule};
use ahead::Ahead;
pub(super) use below::{least, solve_below, solve_up_to};
use limits::{Budget, Limit};
use table::WeekTable;
use trail::Node;

/// Points above the least a week costs that the first narrow pass allows it; the next one twice as many.
const NARROW_STEP: i32 = 12;
/// After so many narrow passes without an answer one is made without limits.
const NARROW_PASSES: u32 = 3;
/// So many labels take one step together.
const AT_ONCE: usize = 1_000;
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
const USUAL: Widths = Widths { narrow: 40, first: 1_000, more: 6_000, beam: 2_000, most: 16_000 };

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
    /// To find a good answer soon.
    Narrow,
    /// To prove an answer.
    Wide(usize),
    /// To find a better answer than the known one where it cannot be proven.
    Beam(usize),
    /// To prove one or nothing: where there are too many, none is followed on.
    Whole,
}

/// What is known of the way ahead of labels, and the most that they may end at.
#[derive(Clone, Copy, Default)]
struct Guide<'g> {
    ahead: Option<&'g Ahead>,
    /// In points.
    most: Option<i32>,
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

/// The least that each week and all after it cost, looked at one by one; nothing after the last.
fn of_single_weeks(tables: &[WeekTable]) -> Vec<Score> {
    let mut weeks = vec![Score::default()];
    for table in tables.iter().rev() {
        weeks.push(table.least + weeks.last().copied().unwrap_or_default());
    }
    weeks.reverse();
    weeks
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
    Search::new(problem, widths).ok_or(Unsolvable::TooManyRuns)?.run(None).ok_or(forbidden)
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

    /// The best answer, of those that cost at most so much if that is said.
    fn run(mut self, cap: Option<Score>) -> Option<Solution> {
        let mut tables = self.tables();
        let mut least: i32 = tables.iter().map(|table| table.least.points).sum();
        for (at, table) in tables.iter_mut().enumerate() {
            if cap.is_some_and(|cap| cap.points < least) {
                return None;
            }
            least -= table.least.points;
            table.least = self.alone(at, table);
            least += table.least.points;
        }
        let weeks = of_single_weeks(&tables);
        if cap.is_some_and(|cap| cap.points < least) {
            return None;
        }
        let known = self.first_answer(&tables, &weeks, cap);
        if known.as_ref().is_some_and(|known| known.proven) {
            return known;
        }
        let better = known.as_ref().map(Solution::better).or(cap);
        let ahead = self.near_ahead(&tables, &weeks, better);
        if better.is_some_and(|better| better.points < ahead.least) {
            return known.map(Solution::proven);
        }
        self.upwards(&tables, ahead, (known, cap))
    }

    /// The least that a week costs after a week of which nothing is remembered; less where that is too much to find out.
    fn alone(&mut self, at: usize, table: &WeekTable) -> Score {
        let Widths { narrow, first, more, .. } = self.widths;
        let mut within = |whole: Option<Score>, most: usize| {
            self.nodes.clear();
            let budget = Budget { week: None, whole };
            self.week(vec![Label::blank()], at, table, budget, most, Guide::default())
        };
        let mut reached = within(Some(table.least + Score::of_points(NARROW_STEP)), narrow);
        if reached.labels.is_empty() {
            reached = within(None, narrow);
        }
        for wide in [first, more] {
            if reached.cut {
                reached = within(reached.best(), wide);
            }
        }
        reached.best().filter(|_| !reached.cut).unwrap_or(table.least)
    }

    /// A good answer. Narrow passes look for it near the least that each week costs, then further off; what it paid shows one more what
    /// not to follow. An answer that costs no more than all that was dropped is not looked beyond.
    fn first_answer(&mut self, tables: &[WeekTable], weeks: &[Score], cap: Option<Score>) -> Option<Solution> {
        let least = weeks[0];
        for pass in 0..=NARROW_PASSES {
            let step = (pass < NARROW_PASSES).then(|| Score::of_points(NARROW_STEP << pass));
            let near = |table: &WeekTable| step.map(|step| table.least.without_ties() + step);
            let limits: Vec<Limit> = tables.iter().map(near).collect();
            let Reached { labels, cut } = self.pass(tables, weeks, &limits, cap, Width::Narrow, None);
            let Some(best) = labels.first() else { continue };
            let is_best = !cut && step.is_none_or(|step| best.score.points <= (least + step).points);
            let known = self.solution(best, if is_best { best.score } else { least }.points);
            let limits = self.limits_of(best);
            if known.proven {
                return Some(known);
            }
            let better = Some(known.better());
            let Reached { labels, .. } = self.pass(tables, weeks, &limits, better, Width::Narrow, None);
            return labels.first().map(|best| self.solution(best, least.points)).or(Some(known));
        }
        None
    }

    /// Carries labels through the block and returns those of the end, the best first. Ways that cannot end below the price of a
    /// `known` answer are not followed, the less the more is known of what lies `ahead`.
    fn pass(
        &mut self,
        tables: &[WeekTable],
        weeks: &[Score],
        limits: &[Limit],
        known: Option<Score>,
        width: Width,
        ahead: Option<&Ahead>,
    ) -> Reached {
        self.nodes.clear();
        let most = match width {
            Width::Narrow => self.widths.narrow,
            Width::Wide(most) | Width::Beam(most) => most,
            Width::Whole => self.widths.most,
        };
        let guide = Guide { ahead, most: known.map(|known| known.points) };
        let mut reached = Reached { labels: vec![self.before_the_first_week()], cut: false };
        for (at, table) in tables.iter().enumerate() {
            let budget = Budget { week: limits[at], whole: known.map(|known| known - weeks[at + 1]) };
            let known_steps = self.nodes.len();
            let Reached { labels, cut } = self.week(reached.labels, at, table, budget, most, guide);
            reached.labels = labels;
            self.promising(&mut reached.labels, self.monday(at + 1), guide, Ahead::layer(at + 1, 0));
            reached.labels = self.thin(&reached.labels);
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
    fn week(
        &mut self,
        labels: Vec<Label>,
        at: usize,
        table: &WeekTable,
        budget: Budget,
        most: usize,
        guide: Guide<'_>,
    ) -> Reached {
        let mut reached = Reached { labels, cut: false };
        for weekday in 0..7 {
            let day = self.monday(at).plus(weekday as i32);
            let layer = Ahead::layer(at, weekday + 1);
            let mut next = Vec::new();
            // Most steps come to nothing: they are not all held at once.
            for some in reached.labels.chunks(AT_ONCE) {
                let mut made = self.step(some.to_vec(), day, table, weekday, budget);
                self.promising(&mut made, day.plus(1), guide, layer);
                next.append(&mut made);
            }
            reached.labels = next;
            self.cut(&mut reached, most * 8, (table, weekday + 1), guide, layer);
            reached.labels = self.thin(&reached.labels);
            self.cut(&mut reached, most, (table, weekday + 1), guide, layer);
        }
        reached.labels = self.close(reached.labels, self.monday(at).week(), table, budget);
        reached
    }

    /// The first day of a week, counted from the first that is looked at.
    fn monday(&self, at: usize) -> Day {
        Day((self.problem.first_week + at as i32) * 7)
    }

    /// Where there are more labels than `most`, keeps the most promising, some for each set of runs that have been placed.
    fn cut(
        &self,
        reached: &mut Reached,
        most: usize,
        (table, weekday): (&WeekTable, usize),
        guide: Guide<'_>,
        layer: usize,
    ) {
        if reached.labels.len() <= most {
            return;
        }
        reached.cut = true;
        let labels = &mut reached.labels;
        let to_pay = |label: &Label| {
            let rest = self.rest(label, table, weekday);
            let known = guide.ahead.map_or(0, |ahead| self.to_pay(ahead, layer, label));
            Score { points: rest.points.max(known), ..rest }
        };
        labels.sort_by_cached_key(|label| (self.habits.key(label), label.score + to_pay(label)));
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
