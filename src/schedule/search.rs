//! The search: labels are carried from day to day over the whole block, and one that another beats in every respect is dropped.
//!
//! A label holds the price so far and all that later days can see: the habits of every run, the last hard runs, what the
//! week rules count. One label beats another where its price, with the most its habits could still cost more, is no
//! higher, and nothing else of it is worse for any future (label-setting for resource-constrained shortest paths: Desrochers
//! and Soumis 1988, INFOR).
//!
//! Most ways through a week are far too dear to matter. So a first pass follows only a few labels a day and finds a good
//! answer. What cannot end below its price is dropped from then on: what a label has paid, and the least that the weeks to come
//! cost. And from what the answer paid week by week each week gets a limit; labels that pay more within a week are dropped. They
//! are not forgotten: one label, the outsider, stands for all of them. It pays the limit and one point, and starts the next
//! week with nothing remembered, which is never worse than any of them. If the best way through the block never was an
//! outsider, no dropped label could have been better, and the answer is the optimum of the whole block, seams included.
//! Otherwise the limits of the weeks it was one in are raised, and the pass is made again. Work grows with the number of weeks.

mod day;
mod limits;
mod table;
mod thin;
mod trail;

use super::candidates::Candidate;
use super::label::{Habits, Label, SLOTS, WEEK_RULES};
use super::{Family, Problem, Score, Standing};
use crate::model::{Day, RunClass};
use crate::rules::{PairRule, SlotRule, WeekRule};
use limits::{Budget, Limit, aim};
use table::WeekTable;
use trail::Node;

/// Labels that a narrow pass follows from day to day.
const NARROW_LABELS: usize = 40;
/// So often a first pass is made, each with the limits of the one before.
const FIRST_PASSES: usize = 2;
/// Labels that the first pass which may prove its answer carries from day to day. Where there are more the answer is good, not
/// proven, and the next pass carries so many times more.
const FIRST_LABELS: usize = 1_000;
const WIDER: usize = 6;
/// More labels than this on one day are never carried on.
const MOST_LABELS: usize = FIRST_LABELS * WIDER * WIDER;

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
}

struct Search<'a> {
    problem: &'a Problem<'a>,
    families: Vec<Family>,
    habits: Habits,
    slot_rules: Vec<&'a dyn SlotRule>,
    pair_rules: Vec<&'a dyn PairRule>,
    week_rules: Vec<&'a dyn WeekRule>,
    /// Hours after which a quality run, a long run and a race no longer matter.
    horizons: [i32; 3],
    /// Every place of the block, what stands first.
    arena: Vec<Candidate>,
    nodes: Vec<Node>,
    proven: bool,
}

/// Solves a block. `None` when it tells apart more runs than the search can hold, when what stands breaks a must, or when a
/// run cannot have the only place it may have.
pub fn solve(problem: &Problem<'_>) -> Option<Solution> {
    Search::new(problem)?.run()
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem<'a>) -> Option<Self> {
        let rules: Vec<_> = problem.rules.in_force().collect();
        let pair_rules: Vec<&dyn PairRule> = rules.iter().filter_map(|rule| rule.pair()).collect();
        let week_rules: Vec<&dyn WeekRule> = rules.iter().filter_map(|rule| rule.week()).collect();
        let families = problem.families();
        let example = problem.example();
        let habits = Habits::new(&families, &pair_rules, &example, problem.timetable);
        if habits.slots() > SLOTS || week_rules.len() > WEEK_RULES {
            return None;
        }
        let horizon = |class| pair_rules.iter().map(|rule| rule.horizon_hours(class)).max().unwrap_or(0);
        Some(Self {
            horizons: [horizon(RunClass::Quality), horizon(RunClass::Long), horizon(RunClass::Race)],
            slot_rules: rules.iter().filter_map(|rule| rule.slot()).collect(),
            problem,
            families,
            habits,
            pair_rules,
            week_rules,
            arena: problem.standing.iter().map(|run| Candidate::standing(problem, run)).collect(),
            nodes: Vec::new(),
            proven: true,
        })
    }

    fn run(mut self) -> Option<Solution> {
        let tables = self.tables();
        let least = tables.iter().map(WeekTable::least).sum();
        let (mut known, mut limits) = self.first_answer(&tables, least);
        if known.as_ref().is_some_and(|known| known.proven) {
            return known;
        }
        let mut raised = vec![0; limits.len()];
        let mut round = 0;
        let mut most = FIRST_LABELS;
        loop {
            let price = known.as_ref().map(|known| known.score);
            let labels = self.pass(&tables, &limits, price, most);
            let outside = labels.first().map_or_else(Vec::new, |best| self.outside(best));
            if self.proven && outside.is_empty() {
                return labels.first().map(|best| self.solution(best));
            }
            let sound = labels.iter().find(|label| self.outside(label).is_empty()).copied();
            let better = sound.filter(|label| price.is_none_or(|price| label.score < price));
            if let Some(better) = &better {
                known = Some(Solution { proven: false, ..self.solution(better) });
            }
            if !self.proven {
                if most == MOST_LABELS {
                    return known;
                }
                most *= WIDER;
                // What was found on the way shows what need not be followed.
                if let Some(better) = &better {
                    limits = self.limits(better);
                    raised.fill(0);
                }
                continue;
            }
            let best = *labels.first()?;
            let aim = known.as_ref().map(|known| aim(best.score, known.score, round));
            self.raise_limits(&best, &outside, aim, &mut limits, &mut raised);
            round += 1;
        }
    }

    /// A good answer, and the limits that follow from it: what it paid shows the next narrow pass what not to follow.
    /// One that costs the `least` there can be is not looked beyond, nor one beside which nothing had to be cut.
    fn first_answer(&mut self, tables: &[WeekTable], least: Score) -> (Option<Solution>, Vec<Limit>) {
        let mut known: Option<Solution> = None;
        let mut limits = vec![None; tables.len()];
        for _ in 0..FIRST_PASSES {
            let price = known.as_ref().map(|known| known.score);
            let Some(best) = self.pass(tables, &limits, price, NARROW_LABELS).first().copied() else { break };
            if price.is_some_and(|price| price <= best.score) {
                break;
            }
            let proven = self.proven || best.score == least;
            known = Some(Solution { proven, ..self.solution(&best) });
            if proven {
                break;
            }
            limits = self.limits(&best);
        }
        (known, limits)
    }

    /// Carries labels through the block, no more than `most` on a day, and returns those of the end, the best first. Ways that
    /// cannot end below the price of a `known` answer are not followed.
    fn pass(&mut self, tables: &[WeekTable], limits: &[Limit], known: Option<Score>, most: usize) -> Vec<Label> {
        self.nodes.clear();
        // A narrow pass looks for a good answer, and has nobody to stand for what a limit drops.
        let narrow = most == NARROW_LABELS;
        self.proven = !narrow || limits.iter().all(Option::is_none);
        let mut labels = vec![self.before_the_first_week()];
        let mut ahead: Score = tables.iter().map(WeekTable::least).sum();
        for (at, tables) in tables.iter().enumerate() {
            let week = self.problem.first_week + at as i32;
            ahead = ahead - tables.least();
            let budget = Budget { week: limits[at], whole: known.map(|known| known - ahead) };
            let known_steps = self.nodes.len();
            let outsider = limits[at].filter(|_| !narrow);
            let outsider = outsider.and_then(|limit| self.outsider(&labels, at, limit));
            for weekday in 0..7 {
                let day = Day(week * 7 + weekday as i32);
                labels = self.step(labels, day, tables, weekday, budget);
                if labels.len() > most * 8 {
                    self.proven = false;
                    labels = self.best(labels, most * 8, tables, weekday + 1);
                }
                labels = self.thin(labels, day.plus(1));
                if labels.len() > most {
                    self.proven = false;
                    labels = self.best(labels, most, tables, weekday + 1);
                }
            }
            labels = self.close(labels, week, tables, budget);
            labels.extend(outsider);
            labels = self.thin(labels, Day(week * 7 + 7));
            self.prune(&mut labels, known_steps);
        }
        labels.sort_by_key(|label| label.score);
        labels
    }

    /// The most promising labels, some for each set of runs that have been placed.
    fn best(&self, mut labels: Vec<Label>, most: usize, tables: &WeekTable, weekday: usize) -> Vec<Label> {
        labels.sort_by_cached_key(|label| (self.habits.key(label), label.score + self.rest(label, tables, weekday)));
        let mut groups: Vec<&[Label]> = labels.chunk_by(|a, b| self.habits.key(a) == self.habits.key(b)).collect();
        groups.sort_by_key(|group| group.len());
        let mut left = most;
        let mut kept = Vec::with_capacity(most);
        for (index, group) in groups.iter().enumerate() {
            let share = (left / (groups.len() - index)).max(1).min(group.len());
            kept.extend_from_slice(&group[..share]);
            left = left.saturating_sub(share);
        }
        kept
    }
}
