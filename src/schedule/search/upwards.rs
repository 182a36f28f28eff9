//! The answer looked for from below, where neither a first answer nor what lies ahead has proven one.

use super::ahead::Ahead;
use super::table::WeekTable;
use super::{Reached, Search, Solution, Width};
use crate::schedule::Score;

/// How many points above the least that an answer could cost it is looked for, step by step; at last, as far as the known answer.
const STEPS: [i32; 5] = [4, 16, 48, 144, 432];

impl Search<'_> {
    /// Looks for an answer from the least that it could cost upwards: only what may end at a price is followed, then what may end at a
    /// higher one, until something does. Where too much is open on the way, all that may be better is followed at last.
    pub(super) fn upwards(
        &mut self,
        tables: &[WeekTable],
        mut ahead: Ahead,
        (mut known, cap): (Option<Solution>, Option<Score>),
    ) -> Option<Solution> {
        let (limits, mut least) = (vec![None; tables.len()], ahead.least);
        let most = known.as_ref().map(Solution::better).or(cap);
        let Reached { labels, .. } = self.pass(tables, &ahead.weeks, &limits, most, Width::Narrow, Some(&ahead));
        if let Some(best) = labels.first() {
            known = Some(self.solution(best, least));
        }
        let mut whole = true;
        for step in STEPS.map(Some).into_iter().chain([None]) {
            let better = known.as_ref().map(Solution::better).or(cap);
            let near = step.map(|step| Score::up_to(least + step));
            let most = near.into_iter().chain(better).min();
            if better.is_some_and(|better| better.points < least) {
                return known.map(Solution::proven);
            }
            if !ahead.reaches(most) {
                ahead = self.ahead(tables, &ahead.weeks, most);
            }
            let width = Width::Wide(if whole { self.widths.more } else { self.widths.first });
            let Reached { labels, cut } = self.pass(tables, &ahead.weeks, &limits, most, width, Some(&ahead));
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
        if whole { known } else { self.at_last(tables, &ahead, (known, cap), least) }
    }

    /// Follows as many ways as may be that could be better than the `known` answer; the best of them is proven where that was all.
    fn at_last(
        &mut self,
        tables: &[WeekTable],
        ahead: &Ahead,
        (mut known, cap): (Option<Solution>, Option<Score>),
        least: i32,
    ) -> Option<Solution> {
        let limits = vec![None; tables.len()];
        for width in [Width::Beam(self.widths.beam), Width::Whole] {
            let most = known.as_ref().map(Solution::better).or(cap);
            let Reached { labels, cut } = self.pass(tables, &ahead.weeks, &limits, most, width, Some(ahead));
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
}
