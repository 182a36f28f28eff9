//! Planning a block again while it runs.

use chrono::NaiveDate;

use super::plan::{changed, solved};
use super::seated::Seated;
use super::{NotPlanned, Now, PlanInput};
use crate::brief::{Brief, Defaults};
use crate::model::Moment;
use crate::plan::{self, Again, Diff, How, Kept, Plan, log::Log};
use crate::schedule;

/// Weights of staying put that are tried, one after the other, until few enough runs move.
const WEIGHTS: [i32; 3] = [100, 300, 1000];
/// The weight that is tried where nobody said how many runs may move and more than these come, go or move.
const HARDER: i32 = 100;
const FEW: usize = 2;

/// What a block is planned again from.
#[derive(Clone, Copy, Debug)]
pub struct ReplanInput<'a> {
    /// The plan as it was published.
    pub earlier: &'a Plan,
    /// What was really done; what it says nothing of counts as it was planned.
    pub log: Option<&'a Log>,
    /// The first day that may change.
    pub from: NaiveDate,
    /// The brief, where it changed.
    pub brief: Option<&'a Brief>,
    /// Times that other calendars take, where they are given anew, in order.
    pub busy: Option<&'a [(Moment, Moment)]>,
    /// Another seed than the plan's.
    pub seed: Option<u64>,
    /// How hard published runs are held where they are, in points, if not as the rules have it.
    pub stay: Option<i32>,
    /// How many runs may move.
    pub most_moves: Option<usize>,
    /// Whether movable sessions may leave the places that they have.
    pub move_sessions: bool,
    /// The moment written into what changes.
    pub now: Now,
}

/// A block planned again.
#[derive(Debug)]
pub struct Replanned {
    /// The plan.
    pub plan: Plan,
    /// Its brief.
    pub brief: Brief,
    /// What was assumed, a sentence each.
    pub notes: Vec<String>,
    /// What became of it.
    pub outcome: Outcome,
}

/// How a plan that was planned again stands to the one before.
#[derive(Debug)]
pub enum Outcome {
    /// The same block goes on.
    GoesOn {
        /// What changed.
        diff: Diff,
        /// What keeping every published place would have cost, where a run moved.
        kept: Option<Kept>,
        /// More runs moved than were to.
        too_many_moves: bool,
    },
    /// The block begins again on a Monday of its own; what was ahead is cancelled.
    BeganAgain,
}

/// Plans a block again from a day on: what lies before stays as it was done, the rest moves as little as it has to.
///
/// # Errors
/// What is wrong with the brief, the day or the pinned runs.
pub fn replan(input: &ReplanInput<'_>) -> Result<Replanned, NotPlanned> {
    let mut brief = changed_brief(input)?;
    let earlier = input.earlier;
    if begins_again(&brief, input)? {
        return begin_again(input, &brief);
    }
    let today = input.now.date(earlier.timezone.parse().unwrap_or(crate::model::Zone::UTC));
    let mut again = Again::new(earlier, input.log, input.from, today);
    let mut notes = again.notes.clone();
    if let (Some(_), Some((source, days))) = (input.log, again.with_days_off(&brief)) {
        brief = changed(brief, &source, "the brief with the days off that the log shows")?;
        if days > 0 {
            notes.push(format!("After {days} days without a run the plan comes back in steps."));
        }
    }
    let busy = busy(input, &brief);
    let seated = seated(input, &brief, &busy, &again)?;
    brief = seated.brief.clone();
    if let Some(weight) = input.stay {
        hold(&mut brief, &mut again, weight);
    }
    let (mut plan, mut diff) = planned(input, &brief, &busy, &again)?;
    if input.most_moves.is_none() && input.stay.is_none() && input.brief.is_none() && upset(&diff) > FEW {
        let mut held = (brief.clone(), again.clone());
        hold(&mut held.0, &mut held.1, HARDER);
        let (calmer, less) = planned(input, &held.0, &busy, &held.1)?;
        if upset(&less) < upset(&diff) {
            (brief, again) = held;
            (plan, diff) = (calmer, less);
        }
    }
    let too_many = |diff: &Diff| input.most_moves.is_some_and(|most| diff.runs_that(How::Moved) > most);
    for weight in WEIGHTS {
        if too_many(&diff) {
            hold(&mut brief, &mut again, weight);
            (plan, diff) = planned(input, &brief, &busy, &again)?;
        }
    }
    if plan != *earlier {
        seated.price(&mut plan);
    }
    let kept = if diff.runs_that(How::Moved) > 0 { Some(again.keeping(&plan)?) } else { None };
    let too_many_moves = too_many(&diff);
    Ok(Replanned { plan, brief, notes, outcome: Outcome::GoesOn { diff, kept, too_many_moves } })
}

/// The brief as it is now, with the check-ins of the log.
fn changed_brief(input: &ReplanInput<'_>) -> Result<Brief, NotPlanned> {
    let brief = match input.brief {
        Some(brief) => {
            let source = plan::with_what_went_before(&brief.source, input.earlier);
            changed(brief.clone(), &source, "the brief with what went before the block")?
        }
        None => input.earlier.read_brief()?,
    };
    Ok(match input.log {
        Some(log) => super::brief_with_log(brief, log)?,
        None => brief,
    })
}

/// Whether the brief asks for another block than the one that has begun. That one keeps its Monday and its clocks.
fn begins_again(brief: &Brief, input: &ReplanInput<'_>) -> Result<bool, NotPlanned> {
    let (earlier, from) = (input.earlier, input.from);
    let Some(start) = earlier.start().filter(|start| *start < from) else { return Ok(false) };
    let wanted = brief.block.start;
    if wanted != start && wanted < from {
        return Err(NotPlanned::BlockHasBegun { start, wanted, from });
    }
    if wanted == start && brief.block.timezone.name() != earlier.timezone {
        let (zone, wanted) = (earlier.timezone.clone(), brief.block.timezone.name().to_owned());
        return Err(NotPlanned::OtherZone { zone, wanted });
    }
    if wanted == start && from > brief.block.last() {
        return Err(NotPlanned::AfterTheBlock { from, last: brief.block.last() });
    }
    Ok(wanted != start)
}

/// A block that begins again on its own Monday: what was done counts in it, what was ahead is cancelled in the calendar.
fn begin_again(input: &ReplanInput<'_>, brief: &Brief) -> Result<Replanned, NotPlanned> {
    let earlier = input.earlier;
    let source = plan::begun_anew(earlier, input.log, input.from, brief)?;
    let brief =
        Brief::from_value(&source, "the brief with what was done", Defaults { timezone: brief.block.timezone })?;
    let busy = busy(input, &brief);
    let seed = input.seed.unwrap_or(earlier.seed);
    let block = PlanInput { brief: &brief, busy: &busy, seed, earlier: None, now: input.now };
    let mut plan = solved(&block).map_err(|why| NotPlanned::around(earlier, why))?;
    plan::supersede(&mut plan, earlier, input.from, &input.now.rfc3339());
    Ok(Replanned { plan, brief, notes: Vec::new(), outcome: Outcome::BeganAgain })
}

/// The busy times: of the past those known, of the rest those that are given.
fn busy(input: &ReplanInput<'_>, brief: &Brief) -> Vec<(Moment, Moment)> {
    let calendar = brief.block.calendar();
    let known = input.earlier.busy.iter().map(|busy| busy.span(&calendar));
    let Some(given) = input.busy else { return known.collect() };
    let is_past = |span: &(Moment, Moment)| calendar.date(calendar.day_of(span.0)) < input.from;
    let given = given.iter().copied().filter(|span| !is_past(span));
    let mut busy: Vec<_> = known.filter(is_past).chain(given).collect();
    busy.sort_unstable();
    busy
}

/// How many runs of the plan as it was published are not where people look for them, and how many come from nowhere.
fn upset(diff: &Diff) -> usize {
    [How::Moved, How::Dropped, How::Added].map(|how| diff.runs_that(how)).iter().sum()
}

/// The brief with its movable sessions where they stood, unless they may move or cannot stand there any more.
fn seated(
    input: &ReplanInput<'_>,
    brief: &Brief,
    busy: &[(Moment, Moment)],
    again: &Again<'_>,
) -> Result<Seated, NotPlanned> {
    let mut held = input.earlier.standing_places(brief);
    let mut brief = brief.clone();
    if input.move_sessions {
        // Where they stand counts as named first: they stay where nothing is better.
        for (movable, stood) in brief.movable.iter_mut().zip(&held) {
            movable.places.sort_by_key(|place| Some(*place) != *stood);
        }
        held.clear();
    }
    // All that found no place before is asked for again, so that the places are compared over the same wishes.
    let lay_out = |brief: &Brief| {
        let timetable = again.timetable(brief, busy);
        let mut published = again.published(&timetable);
        published.ask_again();
        (timetable, published)
    };
    let seed = input.seed.unwrap_or(input.earlier.seed);
    Seated::of(&brief, &held, &lay_out, seed).map_err(|why| NotPlanned::around(input.earlier, why))
}

fn hold(brief: &mut Brief, again: &mut Again<'_>, weight: i32) {
    plan::hold(&mut brief.rules, weight);
    again.stay = Some(weight);
}

/// One solution around the past. The past is restored twice: before the score is computed, which counts it, and after the plan is
/// stamped, since a stamp would call its events changed.
fn planned(
    input: &ReplanInput<'_>,
    brief: &Brief,
    busy: &[(Moment, Moment)],
    again: &Again<'_>,
) -> Result<(Plan, Diff), NotPlanned> {
    let (earlier, seed) = (input.earlier, input.seed.unwrap_or(input.earlier.seed));
    let timetable = again.timetable(brief, busy);
    let mut published = again.published(&timetable);
    // What found no place before is looked at again only where something has changed.
    let same_busy = busy == earlier.busy.iter().map(|busy| busy.span(&brief.block.calendar())).collect::<Vec<_>>();
    if again.knows_more() || brief.source != earlier.brief || !same_busy {
        published.ask_again();
    }
    let block = schedule::block(brief, &timetable, seed, &published).map_err(|why| NotPlanned::around(earlier, why))?;
    let mut plan = plan::build(brief, &block, &published, busy, seed);
    plan::renumber(&mut plan, earlier);
    again.graft(&mut plan);
    plan::settle(&mut plan);
    if again.is_unchanged(&plan) {
        return Ok((earlier.clone(), plan::diff(earlier, earlier)?));
    }
    plan::stamp(&mut plan, Some(earlier), &input.now.rfc3339());
    again.graft(&mut plan);
    let diff = plan::diff(earlier, &plan)?;
    Ok((plan, diff))
}
