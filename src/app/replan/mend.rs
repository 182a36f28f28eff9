//! A plan is mended where it broke: of several ways the one that leaves most runs where they are.

use super::ReplanInput;
use crate::app::NotPlanned;
use crate::brief::Brief;
use crate::follow::{self, Diff, How};
use crate::model::Moment;
use crate::plan::{self, KnownPast, Plan};
use crate::schedule::{self, Published};

/// Weights of staying put that are tried, one after the other, until few enough runs move.
const WEIGHTS: [i32; 3] = [100, 300, 1000];
/// Where nobody said how many runs may move, no more than these come, go or move if another way is found.
const FEW: usize = 2;
/// How hard runs were held that stood while others were placed.
const STANDING: i32 = 1000;
/// So often a run that lost its place is looked for another one.
const SECOND_LOOKS: usize = 3;

/// What is planned again, and from what.
pub(super) struct Mend<'a> {
    pub input: &'a ReplanInput<'a>,
    pub brief: Brief,
    pub busy: Vec<(Moment, Moment)>,
    pub past: KnownPast<'a>,
}

type Mended = (Plan, Diff);

impl Mend<'_> {
    /// The plan that is mended, and what changed in it.
    pub(super) fn best(&mut self) -> Result<Mended, NotPlanned> {
        if let Some(weight) = self.input.stay {
            self.hold(weight);
            return self.solved(false);
        }
        let mut best = self.standing();
        if let Some(calm) = best.take_if(|standing| is_calm(standing) && self.input.most_moves.is_none()) {
            return Ok(calm);
        }
        let mut weights = WEIGHTS.into_iter();
        loop {
            let free = self.solved(false)?;
            let standing = best.take();
            let chosen = match standing {
                Some(standing) if !self.is_better(&free, &standing) => standing,
                _ => free,
            };
            let weight = weights.next().filter(|_| self.is_too_much(&chosen));
            let Some(weight) = weight else { return Ok(chosen) };
            best = Some(chosen);
            self.hold(weight);
        }
    }

    /// Everything standing where it was published but what cannot; none where that is no plan, or where other runs are asked for.
    fn standing(&self) -> Option<Mended> {
        if !self.past.asks_the_same(&self.brief) {
            return None;
        }
        self.solved(true).ok().filter(|(plan, _)| plan.score.must <= self.input.earlier.score.must)
    }

    /// Of two ways that upset few runs the one that misses less is better, else that which upsets fewer; before all that which keeps
    /// to how many may move.
    fn is_better(&self, one: &Mended, other: &Mended) -> bool {
        let over =
            |diff: &Diff| self.input.most_moves.map_or(0, |most| diff.runs_that(How::Moved).saturating_sub(most));
        let price = |(plan, diff): &Mended| (plan.score.must, over(diff), upset(diff).max(FEW), plan.score.points);
        price(one) < price(other)
    }

    fn is_too_much(&self, (_, diff): &Mended) -> bool {
        match self.input.most_moves {
            Some(most) => diff.runs_that(How::Moved) > most,
            None => upset(diff) > FEW && self.past.stay.is_none(),
        }
    }

    fn hold(&mut self, weight: i32) {
        plan::hold(&mut self.brief.rules, weight);
        self.past.stay = Some(weight);
    }

    /// One solution around the past, with the runs standing that can, or all free to move.
    fn solved(&self, standing: bool) -> Result<Mended, NotPlanned> {
        let (brief, past, earlier) = (&self.brief, &self.past, self.input.earlier);
        let seed = self.input.seed.unwrap_or(earlier.seed);
        let timetable = past.timetable(brief, &self.busy);
        let mut published = past.published(brief, &timetable);
        published.outcome.published = past.as_published(brief, &self.busy)?;
        // What found no place before is looked at again only where something has changed.
        let same_busy =
            self.busy == earlier.busy.iter().map(|busy| busy.span(&brief.block.calendar())).collect::<Vec<_>>();
        if past.knows_more() || brief.source != earlier.brief || !same_busy {
            published.ask_again();
        }
        if standing {
            published = past.left_standing(brief, &timetable, &published, seed);
        }
        for _ in 0..SECOND_LOOKS {
            let mended = self.written(&timetable, &published, seed, standing)?;
            // What lost its place may have any other: its old one is no reason any more.
            let dropped = |week: i32, slug: &str| {
                let mut left_out =
                    mended.0.weeks.iter().filter(|one| one.number as i32 - 1 == week).flat_map(|week| &week.unplaced);
                left_out.any(|run| run.id.split_once('-').is_some_and(|(_, name)| name == slug))
            };
            // Where no more may move, what lost its place is left out.
            if self.input.most_moves.is_some() {
                return Ok(mended);
            }
            let before = published.places.len();
            published.places.retain(|(week, slug, _)| !dropped(*week, slug));
            if published.places.len() == before {
                return Ok(mended);
            }
        }
        self.written(&timetable, &published, seed, standing)
    }

    /// The plan of one solution. The past is restored twice: before the score is computed, which counts it, and after the plan is
    /// stamped, since a stamp would call its events changed.
    fn written(
        &self,
        timetable: &crate::rules::Timetable,
        published: &Published,
        seed: u64,
        standing: bool,
    ) -> Result<Mended, NotPlanned> {
        let (brief, earlier) = (&self.brief, self.input.earlier);
        let mut past = self.past.clone();
        past.stay = past.stay.or(standing.then_some(STANDING));
        let block =
            schedule::block(brief, timetable, seed, published).map_err(|why| NotPlanned::around(earlier, why))?;
        let mut plan = plan::build(brief, &block, published, &self.busy, seed);
        follow::renumber(&mut plan, earlier);
        past.keep_content(&mut plan, &block.weeks);
        past.graft(&mut plan);
        plan::settle(&mut plan);
        if past.is_unchanged(&plan) {
            return Ok((earlier.clone(), follow::diff(earlier, earlier)?));
        }
        plan::stamp(&mut plan, Some(earlier), &self.input.now.rfc3339());
        past.graft(&mut plan);
        let diff = follow::diff(earlier, &plan)?;
        Ok((plan, diff))
    }
}

/// Whether nothing is left out by it, and few runs change.
fn is_calm((_, diff): &Mended) -> bool {
    diff.runs_that(How::Dropped) == 0 && upset(diff) <= FEW
}

/// How many runs of the plan as it was published are not where people look for them, and how many come from nowhere.
pub(super) fn upset(diff: &Diff) -> usize {
    [How::Moved, How::Dropped, How::Added].map(|how| diff.runs_that(how)).iter().sum()
}
