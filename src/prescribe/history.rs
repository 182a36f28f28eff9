//! What was really placed in the weeks so far: later weeks build on this and on nothing else.

mod dose;

use super::lengths::SHORTEST;
use super::planner::Planned;
use super::{Outcome, Request, Week, own, walking};
use crate::brief::Brief;
use crate::model::{Day, Minutes, Phase, RunClass, RunType, Stimulus};
use crate::rules::{FullWeeks, SingleRunSpike, Start};

/// How much the person ran before the block.
pub fn start(brief: &Brief) -> Start {
    let rules = &brief.rules;
    let window = -rules.single_run_spike.window_days();
    let recent = brief.before.runs.iter().filter(|run| (window..0).contains(&run.day.0)).map(|run| run.minutes);
    let weekly_minutes = brief.running.current_weekly_minutes;
    let runs = rules.run_days.days(brief.running.runs_per_week.map(|runs| runs as i32));
    Start {
        weekly_minutes,
        longest_minutes: recent.chain(brief.running.longest_recent_minutes).max().filter(|minutes| *minutes > 0),
        usual_run_minutes: weekly_minutes / runs,
    }
}

/// Weeks after the way back from a break or a race in which nothing is unloaded.
const JUST_BACK: usize = 5;
/// A week that came to less than this percent of the usual was one off.
const CUT_SHORT: i32 = 60;
/// Weeks that differ by no more are alike, in minutes.
const ALIKE: Minutes = 2;
/// Weeks in which the last full long run is looked for.
const LATELY: usize = 4;

/// One week as it was placed.
#[expect(clippy::struct_excessive_bools, reason = "facts of a week that do not exclude each other")]
#[derive(Clone, Copy, Debug)]
struct Placed {
    minutes: Minutes,
    light: bool,
    /// Minutes that were missed in it, after a week in which nothing was.
    missed: Minutes,
    /// Days away took runs from it.
    away: bool,
    /// A taper or the recovery from a race, as light as it was meant to be.
    around_race: bool,
    recovery: bool,
    raced: bool,
    longest: Minutes,
    shortest: Minutes,
    long: Minutes,
    runs: i32,
    quality: i32,
    grew: bool,
}

impl Placed {
    /// Minutes that later weeks are measured by: what was missed after a week in which nothing was counts as run.
    fn borne(&self) -> Minutes {
        self.minutes + self.missed
    }

    /// Counts a run, if any of it was placed.
    fn add(&mut self, minutes: Minutes) {
        if minutes > 0 {
            self.minutes += minutes;
            self.longest = self.longest.max(minutes);
            self.shortest = if self.runs == 0 { minutes } else { self.shortest.min(minutes) };
            self.runs += 1;
        }
    }
}

/// Minutes of work of the last run of each kind in a full week, those of long runs apart.
pub(super) type Doses = Vec<((Stimulus, bool), Minutes)>;

/// The weeks so far.
pub(super) struct History<'a> {
    brief: &'a Brief,
    /// What was run before the block.
    pub start: Start,
    /// Walk-run sessions that lie behind the person, of whom they are for.
    pub walked: Option<i32>,
    weeks: Vec<Placed>,
    doses: Doses,
}

impl<'a> History<'a> {
    pub(super) fn new(brief: &'a Brief) -> Self {
        Self { brief, start: start(brief), walked: walking::begun(brief), weeks: Vec::new(), doses: Doses::new() }
    }

    /// Writes down a week, as far as it was placed.
    pub(super) fn push(&mut self, planned: &Planned, outcome: &Outcome) {
        let week = &planned.week;
        let index = self.weeks.len();
        let begun = if index == outcome.past.len() { &outcome.begun[..] } else { &[] };
        let done = |slug: &str| begun.iter().find(|(known, _)| known == slug).map(|(_, minutes)| *minutes);
        let placed = |slug: &str, minutes: Minutes| {
            done(slug).unwrap_or_else(|| outcome.minutes(index, slug).map_or(minutes, |less| less.min(minutes)))
        };
        let mut new = Placed {
            minutes: 0,
            light: week.is_light() || week.race.is_some(),
            missed: outcome.missed.get(&(index as i32)).copied().unwrap_or(0),
            away: self.is_away(index, week, outcome),
            around_race: planned.around_race,
            recovery: week.phase == Phase::Recovery,
            raced: week.race.is_some(),
            longest: 0,
            shortest: 0,
            long: 0,
            runs: 0,
            quality: 0,
            grew: false,
        };
        let mut walks = 0;
        for run in week.runs.iter().filter(|run| !run.declined) {
            let minutes = placed(&run.slug, run.shape.minutes);
            new.add(minutes);
            walks += i32::from(minutes > 0 && run.shape.kind == RunType::WalkRun);
            new.quality += i32::from(minutes > 0 && run.shape.class() == RunClass::Quality);
            if run.shape.kind == RunType::Long {
                new.long = minutes;
            }
            if minutes == run.shape.minutes
                && !week.is_light()
                && let Some((kind, minutes)) = self.dose(week, run)
            {
                self.doses.retain(|(known, _)| *known != kind);
                self.doses.push((kind, minutes));
            }
        }
        for (_, minutes) in begun.iter().filter(|(slug, _)| week.runs.iter().all(|run| run.slug != *slug)) {
            new.add(*minutes);
        }
        let own = if index < outcome.past.len() { Vec::new() } else { own::runs(self.brief, index as i32) };
        for one in own.iter().filter(|one| !outcome.is_over(index as i32, one.slug())) {
            let Some(run) = one.run else { continue };
            new.add(run.minutes);
            new.quality += i32::from(run.class() == RunClass::Quality);
            new.long = new.long.max(if run.class() == RunClass::Long { run.minutes } else { 0 });
        }
        if let Some((done, most)) = planned.walked {
            self.walked = Some((done + walks).min(most).max(done));
        }
        new.grew = !new.light && self.full_weeks().last().is_some_and(|last| new.minutes > last);
        self.weeks.push(new);
    }

    /// Whether days away take runs from a week (from 0).
    fn is_away(&self, index: usize, week: &Week, outcome: &Outcome) -> bool {
        if index < outcome.past.len() {
            return outcome.away.contains(&(index as i32));
        }
        let is_left_out = |run: &Request| run.declined || outcome.left_out(index, &run.slug);
        self.brief.has_exception_in(index as i32) && week.runs.iter().any(is_left_out)
    }

    /// Minutes of work of the last run of each kind.
    pub(super) fn doses(&self) -> &Doses {
        &self.doses
    }

    /// The last full weeks, to count growth from.
    pub(super) fn full_weeks(&self) -> FullWeeks {
        FullWeeks::new(
            self.weeks.iter().map(|week| (week.borne(), week.light || week.away)),
            self.weekly_minutes_before(),
        )
    }

    /// Minutes a week before the block that growth counts from.
    fn weekly_minutes_before(&self) -> Minutes {
        self.start.weekly_minutes
    }

    /// Whether the way back from a break or a race has only just ended.
    pub(super) fn came_back_lately(&self) -> bool {
        self.weeks.iter().rev().take(JUST_BACK).any(|week| week.around_race)
    }

    /// Whether the last week was light already.
    pub(super) fn was_light(&self) -> bool {
        self.weeks.last().is_some_and(|week| week.light)
    }

    /// Whether the last week came to so little of a full one that there is nothing to unload after it.
    pub(super) fn was_cut_short(&self) -> bool {
        let full = self.usual_before().0;
        self.weeks.last().is_some_and(|week| week.minutes * 100 < full * CUT_SHORT)
    }

    /// How many full weeks in a row grew.
    pub(super) fn grown_in_a_row(&self) -> i32 {
        self.weeks.iter().rev().take_while(|week| week.grew).count() as i32
    }

    /// Whether the race and what it asks of recovery lie just behind: the volume comes back before it grows.
    pub(super) fn is_back_from_race(&self) -> bool {
        self.weeks.last().is_some_and(|week| week.around_race)
    }

    /// Whether no week of the block has been run yet.
    pub(super) fn is_fresh(&self) -> bool {
        self.weeks.iter().all(|week| week.minutes == 0)
    }

    /// Full weeks in which something was run, the last one first.
    fn full_and_run(&self) -> impl Iterator<Item = &Placed> {
        self.weeks.iter().rev().filter(|week| !week.light && !week.away && week.minutes > 0)
    }

    /// Whether the last two full weeks were as long as each other.
    pub(super) fn was_alike(&self) -> bool {
        let mut full = self.full_and_run().map(Placed::borne);
        full.next().zip(full.next()).is_some_and(|(last, before)| (last - before).abs() <= ALIKE)
    }

    /// How many weeks in a row the longest run has not been down.
    pub(super) fn ups(&self) -> usize {
        let (mut peak, mut ups) = (0, 0);
        for week in self.weeks.iter().filter(|week| week.longest > 0 && !week.raced) {
            let is_down = week.longest * 10 < peak * 9;
            ups = if is_down { 0 } else { ups + usize::from(peak > 0) };
            peak = peak.max(week.longest);
        }
        ups
    }

    /// Minutes of the last two full weeks on average.
    pub(super) fn mean_of_two(&self) -> Minutes {
        let full: Vec<Minutes> = self.full_and_run().map(Placed::borne).take(2).collect();
        full.iter().sum::<Minutes>() / full.len().max(1) as Minutes
    }

    /// The long run of the last full week that had one.
    pub(super) fn last_long(&self) -> Option<Minutes> {
        self.weeks.iter().rev().filter(|week| !week.light).map(|week| week.long).find(|long| *long > 0)
    }

    /// The longest run of the last weeks, or before the block.
    pub(super) fn longest_lately(&self) -> Minutes {
        let placed = self.weeks.iter().rev().take(LATELY).map(|week| week.longest).max().filter(|longest| *longest > 0);
        placed.or(self.start.longest_minutes).unwrap_or(self.start.usual_run_minutes)
    }

    /// How many of the last weeks in a row had a long run of `least` minutes or more.
    pub(super) fn longs_in_a_row(&self, least: Minutes) -> usize {
        self.weeks.iter().rev().filter(|week| !week.raced).take_while(|week| week.long >= least).count()
    }

    /// Quality runs of the last full week.
    pub(super) fn last_quality(&self) -> Option<i32> {
        let placed = self.weeks.iter().rev().find(|week| !week.light && !week.away).map(|week| week.quality);
        placed.or_else(|| self.quality_before())
    }

    /// The most quality runs of one of the last three weeks before the block, where its runs are known.
    fn quality_before(&self) -> Option<i32> {
        let runs = &self.brief.before.runs;
        let hard = |week: i32| {
            let hard = runs.iter().filter(|run| run.day.week() == week && run.kind.class() == RunClass::Quality);
            hard.count() as i32
        };
        (!runs.is_empty()).then(|| (-3..0).map(hard).max().unwrap_or(0))
    }

    /// The longest that a run of the next week may be, wherever in the week it stands.
    pub(super) fn run_limit(&self, spike: &SingleRunSpike) -> Minutes {
        if let Some(longest) = self.longest_in_window(spike) {
            return longest;
        }
        let anew = spike.limit_after_break(self.start.usual_run_minutes);
        self.last_in_window(spike).map_or(anew, |last| anew.min(last))
    }

    /// The longest that a run of the next week may be on the way back, where the last week was on it.
    pub(super) fn step_limit(&self, spike: &SingleRunSpike) -> Minutes {
        let last = self.weeks.last().filter(|week| week.recovery);
        last.map_or(0, |week| spike.limit_on_way_back(week.longest, self.start.usual_run_minutes))
    }

    /// Whether every run of the next week has one before it to be measured by, and not only the others of its own week.
    pub(super) fn has_measure(&self, spike: &SingleRunSpike) -> bool {
        self.longest_in_window(spike).is_some()
    }

    /// The limit by what lies in the window on every day of the next week.
    fn longest_in_window(&self, spike: &SingleRunSpike) -> Option<Minutes> {
        let next = self.weeks.len();
        let sunday = Day(next as i32 * 7 + 6);
        let seen = self.weeks_seen(spike);
        let placed = self.weeks.iter().rev().take(seen).map(|week| week.longest);
        let before = &self.brief.before.runs;
        let known = before.iter().filter(|run| run.day >= sunday.plus(-spike.window_days())).map(|run| run.minutes);
        let longest = placed.chain(known).max().filter(|longest| *longest > 0).map(|longest| spike.limit(longest));
        longest.max((next < seen).then(|| spike.first_limit(&self.start)))
    }

    /// Weeks that are looked back on: in the week right after the way back those of recovery do not count.
    fn weeks_seen(&self, spike: &SingleRunSpike) -> usize {
        let mut seen = weeks_in_window(spike);
        if !self.weeks.last().is_some_and(|week| week.recovery) {
            return seen;
        }
        for (at, week) in self.weeks.iter().rev().enumerate() {
            if at >= seen {
                break;
            }
            seen += usize::from(week.recovery && week.minutes > 0);
        }
        seen
    }

    /// The limit by the last of what lies in the window on some days of the next week only, whichever run of its week that is.
    fn last_in_window(&self, spike: &SingleRunSpike) -> Option<Minutes> {
        let next = self.weeks.len();
        let first = Day(next as i32 * 7).plus(-spike.window_days());
        let weeks = self.weeks.iter().enumerate().filter(|(index, _)| *index as i32 >= first.week());
        let placed = weeks.map(|(_, week)| week.shortest).rfind(|minutes| *minutes > 0);
        let known = self.brief.before.runs.iter().filter(|run| run.day >= first).map(|run| run.minutes).next_back();
        let told = (first.0 < 0).then(|| spike.first_limit(&self.start));
        placed.or(known).map(|minutes| spike.limit(minutes)).or(told)
    }

    /// The shortest that a run of its own is planned: who never ran as long as others starts with what they know.
    pub(super) fn shortest_run(&self) -> Minutes {
        self.longest_run().map_or(SHORTEST, |longest| SHORTEST.min(longest))
    }

    /// Minutes of a usual week and of its longest run before the way back began: of the last full weeks, or before the block.
    pub(super) fn usual_before(&self) -> (Minutes, Minutes) {
        let full = self.full_and_run().filter(|week| !week.around_race).take(3);
        let (mut count, mut minutes, mut longest) = (0, 0, 0);
        for week in full {
            (count, minutes, longest) = (count + 1, minutes + week.borne(), longest.max(week.longest));
        }
        if count > 0 {
            return (minutes / count, longest);
        }
        let runs = self.brief.before.runs.iter().filter(|run| run.kind != RunType::Race).map(|run| run.minutes);
        let longest = self.brief.running.longest_recent_minutes.into_iter().chain(runs).max();
        (self.start.weekly_minutes, longest.unwrap_or(self.start.usual_run_minutes))
    }

    /// The longest run so far, if any is known.
    pub(super) fn longest_run(&self) -> Option<Minutes> {
        let placed = self.weeks.iter().map(|week| week.longest);
        placed.chain(self.start.longest_minutes).max().filter(|longest| *longest > 0)
    }
}

/// Weeks of which every day lies in the window, seen from the Sunday of the week after them.
fn weeks_in_window(spike: &SingleRunSpike) -> usize {
    ((spike.window_days() - 6) / 7).max(1) as usize
}
