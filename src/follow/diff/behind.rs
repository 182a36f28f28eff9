//! The rule behind a change: what would be wrong with the plan if the run stood where it stood before.

mod verdicts;

use std::collections::BTreeMap;

use crate::brief::Problems;
use crate::model::{Phase, RunClass};
use crate::plan::{Entry, LaidOut, PlacedRun, Plan, PlanWeek, Unplaced, counted, ledgers};
use crate::rules::{Ledger, Tier};
use crate::schedule::{Standing, Subject, judge};
use verdicts::Verdicts;

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
        if old.as_run().is_none_or(|run| run.run.own) {
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
        let Some(run) = old.as_run() else { return (None, "Your own week no longer has it.".to_owned()) };
        if run.run.own {
            return (None, "Your own week no longer has it.".to_owned());
        }
        if run.run.class == RunClass::Race {
            return (None, "Your brief no longer has this race on that day.".to_owned());
        }
        if self.new.early().iter().any(|early| early.id() == old.id()) {
            return (None, "It was done before its day.".to_owned());
        }
        let left_out = |run: &&Unplaced| run.id == old.id();
        match self.new.weeks.iter().flat_map(|week| &week.unplaced).find(left_out).and_then(|run| most_often(run)) {
            Some((rule, text)) => (Some(rule), text),
            None => self.asked_for(run, None).unwrap_or((None, "The week no longer asks for it.".to_owned())),
        }
    }

    /// Why something is new.
    pub(super) fn added(new: &Entry) -> Told<'static> {
        let text = match new.as_run() {
            None => "Your own week has it now.",
            Some(run) if run.run.own => "Your own week has it now.",
            Some(run) if run.run.class == RunClass::Race => "Your brief has this race now.",
            Some(_) => "The week asks for it now.",
        };
        (None, text.to_owned())
    }

    /// Why something is not what it was.
    pub(super) fn changed(&self, old: &Entry, new: &Entry) -> Told<'static> {
        let (from, to) = (old.minutes(), new.minutes());
        let (Some(before), Some(after)) = (old.as_run(), new.as_run()) else {
            return (None, of_session(old, new));
        };
        if let Some(full) = after.run.full_minutes.filter(|_| from != to) {
            return (Some("full_length"), format!("{to} min are all that fits; {full} min were asked for."));
        }
        let usual =
            if from == to { "What to do in it has changed." } else { "Its length follows from the weeks before it." };
        self.asked_for(before, Some(after)).unwrap_or((None, usual.to_owned()))
    }

    /// Why a week asks for something else than a run as it was: what the week is for now, what is new of what it says of itself, the
    /// rule that counts minutes and would not have it, or what it adds up to.
    fn asked_for(&self, old: &PlacedRun, new: Option<&PlacedRun>) -> Option<Told<'static>> {
        let (before, after) = self.weeks(&old.id)?;
        let note = after.notes.iter().find(|note| !before.notes.contains(note));
        // Where no race has come or moved, the body is what a week recovers for, and the note says why in its first sentence.
        let same_race = self.old.brief["block"]["event"] == self.new.brief["block"]["event"];
        let recovers = same_race && before.phase != after.phase && after.phase == Phase::Recovery;
        if let Some(first) = note.filter(|_| recovers).and_then(|note| note.split_inclusive(". ").next()) {
            return Some((None, first.trim_end().to_owned()));
        }
        if before.phase != after.phase {
            let rule = match after.phase {
                Phase::Taper => "taper",
                Phase::Recovery => "after_race",
                _ => "phases",
            };
            return Some((
                Some(rule),
                format!("The week is for {} now, no longer for {}.", of(after.phase), of(before.phase)),
            ));
        }
        if before.deload != after.deload {
            let text = if after.deload { "The week is an easier one now." } else { "The week is a full one now." };
            return Some((Some("deload_weeks"), text.to_owned()));
        }
        if let Some(note) = note {
            return Some((None, note.clone()));
        }
        if let Some((rule, text)) = self.counted(old, new) {
            return Some((Some(rule), text));
        }
        let sum = |week: &PlanWeek| week.run_minutes;
        let total = format!("The week holds {} min of running now instead of {}.", sum(after), sum(before));
        (sum(before) != sum(after)).then_some((None, total))
    }

    /// The rule that counts minutes and would break, or break more, if a run were as it was, or else if its whole week were.
    fn counted(&self, old: &PlacedRun, new: Option<&PlacedRun>) -> Option<(&'static str, String)> {
        let calendar = self.laid.timetable.calendar;
        let (mut weeks, start) = ledgers(self.new, &self.laid);
        let week = calendar.day(old.start.0.date()).week() + 1;
        weeks.retain(|ledger| ledger.week <= week);
        let now = Verdicts::of(&self.laid, &weeks, &start);
        let mut would = |own: Ledger| {
            *weeks.last_mut()? = own;
            Verdicts::of(&self.laid, &weeks, &start).worse_than(&now)
        };
        let of_the_week = |plan: &Plan| ledgers(plan, &self.laid).0.into_iter().find(|ledger| ledger.week == week);
        let mut alone = of_the_week(self.new)?;
        let (kept, new) = (new, new.map(|new| counted(new, calendar)));
        if let Some(at) = alone.runs.iter().position(|run| Some(*run) == new) {
            alone.runs.remove(at);
        }
        alone.runs.push(counted(old, calendar));
        alone.runs.sort_by_key(|run| run.day);
        if let Some((rule, text)) = would(alone) {
            return Some((rule, format!("{}: {text}", were_it(old, kept))));
        }
        would(of_the_week(self.old)?).map(|(rule, text)| (rule, format!("Were the whole week as it was: {text}")))
    }

    /// The week of an entry in both plans.
    fn weeks(&self, id: &str) -> Option<(&'a PlanWeek, &'a PlanWeek)> {
        let number: u32 = id.split_once('-')?.0.strip_prefix('w')?.parse().ok()?;
        let of = |plan: &'a Plan| plan.weeks.iter().find(|week: &&PlanWeek| week.number == number);
        Some((of(self.old)?, of(self.new)?))
    }
}

/// Why a session of the person's own is not what it was.
fn of_session(old: &Entry, new: &Entry) -> String {
    let note = |entry: &Entry| entry.as_fixed().map(|fixed| fixed.note.clone()).unwrap_or_default();
    let bare = |entry: &Entry| entry.as_fixed().map(|fixed| (fixed.name.clone(), fixed.focus, fixed.effort, fixed.rpe));
    match note(new) {
        _ if old.minutes() != new.minutes() => "Your own week has changed.".to_owned(),
        _ if bare(old) != bare(new) => "What you wrote of it has changed.".to_owned(),
        note if note.is_empty() => "Nothing special is asked of it any more.".to_owned(),
        note => note,
    }
}

/// What is imagined of a run in its new week: what it would then add up to is not what the old week did.
fn were_it(old: &PlacedRun, new: Option<&PlacedRun>) -> String {
    match new {
        None => "Were it still there".to_owned(),
        Some(new) if new.minutes != old.minutes => format!("Were it still {} min", old.minutes),
        Some(_) => "Were it as it was".to_owned(),
    }
}

fn of(phase: Phase) -> &'static str {
    match phase {
        Phase::Base => "the base",
        Phase::Build => "building",
        Phase::Peak => "the peak",
        Phase::Taper => "tapering to the race",
        Phase::Recovery => "recovery",
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
