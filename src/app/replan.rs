//! Planning a block again while it runs.

use chrono::NaiveDate;

use super::plan::{changed, solved};
use super::seated::Seated;
use super::{BusyCalendar, NotPlanned, Now, PlanInput, busy_times};
use crate::brief::{Brief, Defaults};
use crate::follow::{self, Diff, How, Kept, known_past, log::Log};
use crate::model::Moment;
use crate::plan::{self, KnownPast, Plan};

mod mend;

use mend::{Mend, upset};

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
    /// Other calendars, where they are given anew.
    pub busy: Option<&'a [BusyCalendar<'a>]>,
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
    let given = input.busy.map(|calendars| busy_times(&brief, calendars, [earlier].into_iter())).transpose()?;
    let (given, mut notes) = given.map_or_else(Default::default, |given| (Some(given.times), given.notes));
    if begins_again(&brief, input)? {
        return begin_again(input, &brief, given.as_deref(), notes);
    }
    let today = input.now.date(earlier.timezone.parse().unwrap_or(crate::model::Zone::UTC));
    let past = known_past(earlier, input.log, input.from, today);
    notes.extend(past.notes.iter().cloned());
    if let (Some(_), Some((source, days))) = (input.log, past.with_days_off(&brief)) {
        brief = changed(brief, &source, "the brief with the days off that the log shows")?;
        if days > 0 {
            notes.push(format!("After {days} days without a run the plan comes back in steps."));
        }
    }
    let busy = busy(input, &brief, given.as_deref());
    if nothing_is_new(input, &brief, &busy, &past) {
        let diff = follow::diff(earlier, earlier)?;
        let outcome = Outcome::GoesOn { diff, kept: None, too_many_moves: false };
        return Ok(Replanned { plan: earlier.clone(), brief, notes, outcome });
    }
    let seated = seated(input, &brief, &busy, &past)?;
    brief = seated.brief.clone();
    let mut mend = Mend { input, brief, busy, past };
    let (mut plan, diff) = mend.best()?;
    if plan != *earlier {
        seated.price(&mut plan);
    }
    let too_many_moves = input.most_moves.is_some_and(|most| diff.runs_that(How::Moved) > most);
    let kept = if upset(&diff) + diff.runs_that(How::Changed) > 0 { Some(mend.past.keeping(&plan)?) } else { None };
    Ok(Replanned { plan, brief: mend.brief, notes, outcome: Outcome::GoesOn { diff, kept, too_many_moves } })
}

/// Whether the past was as it was taken for granted, and nothing else is asked for than before.
fn nothing_is_new(input: &ReplanInput<'_>, brief: &Brief, busy: &[(Moment, Moment)], past: &KnownPast<'_>) -> bool {
    let earlier = input.earlier;
    let known: Vec<_> = earlier.busy.iter().map(|busy| busy.span(&brief.block.calendar())).collect();
    let same_seed = input.seed.is_none_or(|seed| seed == earlier.seed);
    brief.source == earlier.brief
        && busy == known
        && same_seed
        && !input.move_sessions
        && !past.knows_more()
        && !past.was_early()
}

/// The brief as it is now, with the check-ins of the log.
fn changed_brief(input: &ReplanInput<'_>) -> Result<Brief, NotPlanned> {
    let brief = match input.brief {
        Some(brief) => {
            let source = follow::with_what_went_before(&brief.source, input.earlier);
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
fn begin_again(
    input: &ReplanInput<'_>,
    brief: &Brief,
    given: Option<&[(Moment, Moment)]>,
    notes: Vec<String>,
) -> Result<Replanned, NotPlanned> {
    let earlier = input.earlier;
    let source = follow::begun_anew(earlier, input.log, input.from, brief)?;
    let brief =
        Brief::from_value(&source, "the brief with what was done", Defaults { timezone: brief.block.timezone })?;
    let busy = busy(input, &brief, given);
    let seed = input.seed.unwrap_or(earlier.seed);
    let block = PlanInput { brief: &brief, busy: &busy, seed, earlier: None, now: input.now };
    let mut plan = solved(&block).map_err(|why| NotPlanned::around(earlier, why))?;
    plan::supersede(&mut plan, earlier, input.from, &input.now.rfc3339());
    Ok(Replanned { plan, brief, notes, outcome: Outcome::BeganAgain })
}

/// The busy times: of the past those known, of the rest those that are given.
fn busy(input: &ReplanInput<'_>, brief: &Brief, given: Option<&[(Moment, Moment)]>) -> Vec<(Moment, Moment)> {
    let calendar = brief.block.calendar();
    let known = input.earlier.busy.iter().map(|busy| busy.span(&calendar));
    let Some(given) = given else { return known.collect() };
    let is_past = |span: &(Moment, Moment)| calendar.date(calendar.day_of(span.0)) < input.from;
    let given = given.iter().copied().filter(|span| !is_past(span));
    let mut busy: Vec<_> = known.filter(is_past).chain(given).collect();
    busy.sort_unstable();
    busy
}

/// The brief with its movable sessions where they stood, unless they may move or cannot stand there any more.
fn seated(
    input: &ReplanInput<'_>,
    brief: &Brief,
    busy: &[(Moment, Moment)],
    past: &KnownPast<'_>,
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
        let timetable = past.timetable(brief, busy);
        let mut published = past.published(brief, &timetable);
        published.ask_again();
        (timetable, published)
    };
    let seed = input.seed.unwrap_or(input.earlier.seed);
    Seated::of(&brief, &held, &lay_out, seed).map_err(|why| NotPlanned::around(input.earlier, why))
}
