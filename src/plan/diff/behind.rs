//! The rule behind a change: what would be wrong with the plan if the run stood where it stood before.

use std::collections::BTreeMap;

use crate::brief::Problems;
use crate::plan::{Entry, LaidOut, Plan, PlanWeek, Unplaced};
use crate::rules::Tier;
use crate::schedule::{Standing, Subject, judge};

/// Asks the rules of the new plan.
pub(super) struct Behind<'a> {
    old: &'a Plan,
    new: &'a Plan,
    laid: LaidOut,
}

/// A rule, where one is behind it, and the sentence.
type Told<'a> = (Option<&'a str>, String);

impl<'a> Behind<'a> {
    pub(super) fn new(old: &'a Plan, new: &'a Plan) -> Result<Self, Problems> {
        Ok(Self { old, new, laid: new.lay_out()? })
    }

    /// Why a run no longer stands where it stood.
    pub(super) fn moved(&self, old: &Entry, new: &Entry) -> Told<'static> {
        if old.as_run().is_none() {
            return (None, "Your own week has changed.".to_owned());
        }
        let Some(index) = self.laid.ids.iter().position(|id| id == new.id()) else {
            return (None, "It was done at another time.".to_owned());
        };
        let calendar = &self.laid.timetable.calendar;
        let (day, clock) = (calendar.day(old.start().0.date()), old.start().clock());
        let mut back = self.laid.runs.clone();
        let place = &mut back[index].place;
        (place.day, place.clock, place.start) = (day, clock, calendar.moment(day, clock));
        place.end = place.start.plus(place.run.minutes);
        place.attached_to = None;
        let moved = back[index].clone();
        back.sort_by_key(|run| (run.place.start, run.slug.clone()));
        let own = back.iter().position(|run| *run == moved).unwrap_or(index);
        let weeks = (
            day.week().min(self.laid.runs[index].place.day.week()),
            day.week().max(self.laid.runs[index].place.day.week()),
        );
        let (there, here) = (self.heard(&back, own, weeks), self.heard(&self.laid.runs, index, weeks));
        let must = there.iter().find(|(_, (tier, ..))| *tier == Tier::Must);
        let dearer =
            there.iter().max_by_key(|(rule, (_, cost, _))| cost - here.get(*rule).map_or(0, |(_, cost, _)| *cost));
        let dearer = dearer.filter(|(rule, (_, cost, _))| *cost > here.get(*rule).map_or(0, |(_, cost, _)| *cost));
        match must.or(dearer) {
            Some((rule, (.., text))) => (Some(rule), text.clone()),
            None => (None, "The week as a whole is better so.".to_owned()),
        }
    }

    /// What each rule says of a run and the weeks it stands in: the worst tier, the cost, the worst sentence.
    fn heard(&self, runs: &[Standing], own: usize, weeks: (i32, i32)) -> BTreeMap<&'static str, (Tier, i32, String)> {
        let mut heard: BTreeMap<&'static str, (Tier, i32, String)> = BTreeMap::new();
        let range = (weeks.0.max(0))..(weeks.1 + 2).min(self.laid.timetable.weeks);
        judge(&self.laid.brief.rules, &self.laid.timetable, runs, range, &mut |card, subject, verdict, text| {
            let about = match subject {
                Subject::Run(index) => index == own,
                Subject::Pair(before, after) => before == own || after == own,
                Subject::Week(_) => true,
            };
            if !about || verdict.tier == Tier::Kept {
                return;
            }
            let known = heard.entry(card.id).or_insert_with(|| (Tier::Kept, 0, String::new()));
            if (verdict.tier, verdict.cost) > (known.0, 0) || known.2.is_empty() {
                (known.0, known.2) = (verdict.tier.max(known.0), text());
            }
            known.1 += verdict.cost;
        });
        heard
    }

    /// Why something is gone.
    pub(super) fn dropped(&self, old: &'a Entry) -> Told<'a> {
        if old.as_run().is_none() {
            return (None, "Your own week no longer has it.".to_owned());
        }
        let left_out = |run: &&Unplaced| run.id == old.id();
        match self.new.weeks.iter().flat_map(|week| &week.unplaced).find(left_out).and_then(|run| most_often(run)) {
            Some((rule, text)) => (Some(rule), text),
            None => (None, self.note(old).unwrap_or_else(|| "The week no longer asks for it.".to_owned())),
        }
    }

    /// Why something is new.
    pub(super) fn added(new: &Entry) -> Told<'static> {
        let text = if new.as_run().is_none() { "Your own week has it now." } else { "The week asks for it now." };
        (None, text.to_owned())
    }

    /// Why something is not what it was.
    pub(super) fn changed(&self, old: &Entry, new: &Entry) -> Told<'static> {
        let (from, to) = (old.minutes(), new.minutes());
        if new.as_run().is_none() {
            let text = if from == to { "What you wrote of it has changed." } else { "Your own week has changed." };
            return (None, text.to_owned());
        }
        let shortened = new.as_run().and_then(|run| run.run.full_minutes);
        if let Some(full) = shortened.filter(|_| from != to) {
            return (Some("full_length"), format!("{to} min are all that fits; {full} min were asked for."));
        }
        let usual =
            if from == to { "What to do in it has changed." } else { "Its length follows from the weeks before it." };
        (None, self.note(new).unwrap_or_else(|| usual.to_owned()))
    }

    /// A sentence that the week of an entry has and had not.
    fn note(&self, entry: &Entry) -> Option<String> {
        let (week, _) = entry.id().split_once('-')?;
        let number: u32 = week.strip_prefix('w')?.parse().ok()?;
        let of = |plan: &'a Plan| plan.weeks.iter().find(|week: &&PlanWeek| week.number == number);
        let (old, new) = (of(self.old)?, of(self.new)?);
        new.notes.iter().find(|note| !old.notes.contains(note)).cloned()
    }
}

/// The rule that forbids a run on the most days, and its sentence.
fn most_often(run: &Unplaced) -> Option<(&str, String)> {
    let mut days: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for day in &run.why {
        days.entry(&day.rule).or_insert((0, &day.text)).0 += 1;
    }
    days.into_iter().max_by_key(|(_, (count, _))| *count).map(|(rule, (_, text))| (rule, text.to_owned()))
}
