//! The way back from a label, and the names of the runs on it.

use super::{Label, Search, Solution};
use crate::schedule::candidates::Candidate;
use crate::schedule::label::{Habits, NO_HABIT, NONE};
use crate::schedule::{Family, Score, Standing};

/// One step on the way to a label.
#[derive(Clone, Copy)]
pub(super) struct Node {
    pub before: u32,
    pub step: Step,
}

#[derive(Clone, Copy)]
pub(super) enum Step {
    /// A run of a family was placed, which had this habit before.
    Place { family: u8, habit: u8, candidate: u32 },
    /// A week ended that had this price, of which so much was paid for the seam to the week before.
    Week { price: Score, seam: Score },
}

impl Search<'_> {
    /// Drops the steps from the one numbered `from` on that lead to none of the labels: most labels of a week come to nothing.
    pub(super) fn prune(&mut self, labels: &mut [Label], from: usize) {
        let recent = self.nodes.split_off(from);
        let mut moved = vec![NONE; recent.len()];
        let ends: Vec<u32> = labels.iter().map(|label| label.node).collect();
        let at = |node: u32| (node as usize).checked_sub(from).filter(|at| *at < recent.len());
        for end in ends {
            let mut way = Vec::new();
            let mut node = end;
            while let Some(here) = at(node).filter(|here| moved[*here] == NONE) {
                way.push(here);
                node = recent[here].before;
            }
            for here in way.into_iter().rev() {
                let Node { before, step } = recent[here];
                moved[here] = self.nodes.len() as u32;
                self.nodes.push(Node { before: at(before).map_or(before, |at| moved[at]), step });
            }
        }
        for label in labels {
            label.node = at(label.node).map_or(label.node, |at| moved[at]);
        }
    }

    /// The way to a label, from the first day on.
    pub(super) fn steps(&self, label: &Label) -> Vec<Step> {
        let mut steps = Vec::new();
        let mut node = label.node;
        while node != NONE {
            steps.push(self.nodes[node as usize].step);
            node = self.nodes[node as usize].before;
        }
        steps.reverse();
        steps
    }

    /// Walks back from the best label and gives every run its name; no answer costs less than `least` points.
    pub(super) fn solution(&self, best: &Label, least: i32) -> Solution {
        let mut runs = self.problem.standing.clone();
        let mut names = Names::new(&self.families, &self.problem.standing);
        for step in self.steps(best) {
            let Step::Place { family, habit: old, candidate } = step else { continue };
            let Candidate { place, habit, .. } = self.arena[candidate as usize];
            let keeps = self.habits.are_free || self.problem.timetable.is_light(place.day.week());
            let slug = names.take(family as usize, place.day.week(), old, if keeps { old } else { habit });
            runs.push(Standing { slug, place });
        }
        runs.sort_by_key(|run| (run.place.start, run.slug.clone()));
        let left_out = self.problem.weeks.iter().enumerate().map(|(week, wanted)| {
            let used: Vec<&str> =
                runs.iter().filter(|run| run.place.day.week() == week as i32).map(|run| &*run.slug).collect();
            self.families
                .iter()
                .flat_map(|family| {
                    let of_family = |slug: &&str| family.slugs.iter().any(|known| known == slug);
                    let wanted: Vec<&str> =
                        wanted.wanted.iter().map(|wanted| &*wanted.slug).filter(of_family).collect();
                    let missing =
                        wanted.len().saturating_sub(used.iter().copied().filter(|slug| of_family(slug)).count());
                    let free: Vec<String> =
                        wanted.into_iter().filter(|slug| !used.contains(slug)).map(str::to_owned).collect();
                    free.into_iter().rev().take(missing).collect::<Vec<_>>()
                })
                .collect()
        });
        let gap = (best.score.points - least).max(0);
        Solution { left_out: left_out.collect(), runs, score: best.score, proven: gap == 0, gap }
    }
}

/// Gives the runs of a family their names back: a run that goes on from a habit is the one that had it.
struct Names<'a> {
    families: &'a [Family],
    week: i32,
    used: Vec<String>,
    habits: Vec<Vec<u8>>,
}

impl<'a> Names<'a> {
    fn new(families: &'a [Family], standing: &[Standing]) -> Self {
        let habit = |slug: &String| {
            standing
                .iter()
                .rev()
                .find(|run| run.slug == *slug && run.place.day.0 < 0)
                .map_or(NO_HABIT, |run| Habits::code(&run.place))
        };
        let habits = families.iter().map(|family| family.slugs.iter().map(habit).collect()).collect();
        Self { families, week: -1, used: Vec::new(), habits }
    }

    fn take(&mut self, family: usize, week: i32, old: u8, new: u8) -> String {
        if week != self.week {
            self.week = week;
            self.used.clear();
        }
        let slugs = &self.families[family].slugs;
        let free = |slot: &usize| !self.used.contains(&slugs[*slot]);
        let slots = 0..slugs.len();
        let slot = slots
            .clone()
            .filter(free)
            .find(|slot| slugs.len() == 1 || self.habits[family][*slot] == old)
            .or_else(|| slots.clone().find(free))
            .unwrap_or(0);
        self.habits[family][slot] = new;
        self.used.push(slugs[slot].clone());
        slugs[slot].clone()
    }
}
