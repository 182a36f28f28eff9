//! The least that the weeks to come cost, whatever habits the runs have.
//!
//! Without habits few ways through a week differ for the weeks after it. So it is found out, from the last week back to the first,
//! what each week and all after it cost at least, for everything that a label could remember of the week before.

use super::limits::Budget;
use super::table::WeekTable;
use super::thin::{DAY_MINUTES, Memory};
use super::{Label, Reached, Search};
use crate::schedule::Score;

/// So far above the best answer without habits the outlook is exact.
const NEAR: Score = Score::of_points(128);

/// The least that a week and all weeks after it cost.
#[derive(Clone, Default)]
pub(super) struct Outlook {
    /// Whatever went before.
    pub least: Score,
    /// After what a label remembers, or worse.
    after: Vec<(Memory, Score)>,
}

/// A way to begin a week, no worse than all that have their hard runs and their last run on the same days.
struct Start {
    label: Label,
    days: [i32; 4],
    /// The least that it costs to get there.
    least: Score,
}

impl Outlook {
    /// What is known of weeks that are looked at one by one, one more than there are: after the last there is nothing to pay.
    pub(super) fn of_single_weeks(tables: &[WeekTable]) -> Vec<Self> {
        let mut outlooks = vec![Self::default()];
        for table in tables.iter().rev() {
            let least = outlooks.last().map_or(Score::default(), |next| next.least) + table.least;
            outlooks.push(Self { least, ..Self::default() });
        }
        outlooks.reverse();
        outlooks
    }
}

impl Search<'_> {
    /// The least that a label has still to pay at the start of a week: what follows a memory costs no less than what follows one that
    /// is no worse.
    pub(super) fn to_pay(&self, outlook: &Outlook, label: &Label) -> Score {
        if outlook.after.is_empty() {
            return outlook.least;
        }
        let memory = self.memory(label);
        let no_worse = outlook.after.iter().filter(|(known, _)| self.is_no_worse(known, &memory));
        no_worse.map(|(_, least)| *least).fold(outlook.least, Score::max)
    }

    /// The outlook of every week and of the end, and the least that the whole block costs.
    pub(super) fn outlooks(&mut self, tables: &[WeekTable], known: Option<Score>) -> (Vec<Outlook>, Score) {
        let free = self.habits.without_cost();
        let habits = std::mem::replace(&mut self.habits, free);
        let mut outlooks = Outlook::of_single_weeks(tables);
        let near = |reached: &Reached| reached.best().map(|best| best + NEAR).into_iter().chain(known).min();
        let (_, narrow) = self.starts(tables, &outlooks, known, self.widths.narrow);
        let (starts, wide) = self.starts(tables, &outlooks, near(&narrow), self.widths.first);
        let most = near(&wide);
        for (at, (table, starts)) in tables.iter().zip(starts).enumerate().rev() {
            let next = outlooks[at + 1].clone();
            let here = &mut outlooks[at];
            let blank = Start {
                label: Label::blank(),
                days: [0; 4],
                least: starts.iter().map(|start| start.least).min().unwrap_or_default(),
            };
            if let Some(least) = self.least_from(&blank, at, table, &next, most) {
                here.least = here.least.max(least);
            }
            for start in starts {
                if let Some(least) = self.least_from(&start, at, table, &next, most) {
                    here.after.push((self.memory(&start.label), least));
                }
            }
        }
        self.habits = habits;
        let least = self.to_pay(&outlooks[0], &self.before_the_first_week());
        (outlooks, wide.best().filter(|_| !wide.cut).map_or(least, |best| best.max(least)))
    }

    /// With what in mind each week can begin, and the end of the block.
    fn starts(
        &mut self,
        tables: &[WeekTable],
        outlooks: &[Outlook],
        known: Option<Score>,
        width: usize,
    ) -> (Vec<Vec<Start>>, Reached) {
        let mut reached = Reached { labels: vec![self.before_the_first_week()], cut: false };
        let mut starts = Vec::with_capacity(tables.len());
        for (at, table) in tables.iter().enumerate() {
            starts.push(self.by_days(&reached.labels));
            let budget = Budget { week: None, whole: known.map(|known| known - outlooks[at + 1].least) };
            self.nodes.clear();
            let Reached { labels, cut } = self.week(reached.labels, at, table, budget, width);
            reached = Reached { labels: self.thin(labels, self.monday(at + 1)), cut: reached.cut || cut };
        }
        (starts, reached)
    }

    /// For each set of days on which the labels remember runs, the earliest end of each.
    fn by_days(&self, labels: &[Label]) -> Vec<Start> {
        let mut starts: Vec<Start> = Vec::new();
        for label in labels {
            let ends = self.memory(label).ends;
            let days = ends.map(|end| end.div_euclid(DAY_MINUTES));
            let label = Label { hard: label.hard, last: label.last, score: label.score, ..Label::blank() };
            let Some(start) = starts.iter_mut().find(|start| start.days == days) else {
                starts.push(Start { label, days, least: label.score });
                continue;
            };
            start.least = start.least.min(label.score);
            let known = self.memory(&start.label).ends;
            for class in (0..3).filter(|class| ends[*class] < known[*class]) {
                start.label.hard[class] = label.hard[class];
            }
            if ends[3] < known[3] {
                start.label.last = label.last;
            }
        }
        starts
    }

    /// The least that a week and what follows it cost after a start; no more than what leads to an answer for `most`. `None` where
    /// there are too many ways to say.
    fn least_from(
        &mut self,
        start: &Start,
        at: usize,
        table: &WeekTable,
        next: &Outlook,
        most: Option<Score>,
    ) -> Option<Score> {
        self.nodes.clear();
        let left = most.map(|most| most - start.least);
        let budget = Budget { week: None, whole: left.map(|left| left - next.least) };
        let label = Label { score: Score::default(), ..start.label };
        let Reached { labels, cut } = self.week(vec![label], at, table, budget, self.widths.first);
        if cut {
            return None;
        }
        let labels = self.thin(labels, self.monday(at + 1));
        let least = labels.iter().map(|label| label.score + self.to_pay(next, label)).min();
        least.into_iter().chain(left).min()
    }
}
