//! How much a week holds: a full one, a lighter one, one of a taper or of recovery.

use super::down::DOWN;
use super::fit::{Aim, Fit};
use super::{Planner, is_race_week};
use crate::brief::Event;
use crate::model::{Level, Minutes, Phase, Priority};
use crate::prescribe::course::LongStage;
use crate::prescribe::dose::{Dose, Work};
use crate::prescribe::lengths::SHORTEST;
use crate::prescribe::{Week, count, race};

/// A week that keeps less than this percent counts as a week of recovery.
pub(in crate::prescribe) const LIGHT_FROM: i32 = 70;
/// No run of a race week is longer.
const MOST_IN_RACE_WEEK: Minutes = 60;
/// The same where it is the only one.
const ALONE_IN_RACE_WEEK: Minutes = 40;
/// In a taper no run is longer than its long run should be by more than so many percent of the last full one.
const TAPER_LONG_PLAY: i32 = 10;
/// So many times five minutes a week may hold less than one that it would be like, where those before were alike already.
const MOST_LESS: Minutes = 6;
/// Percent of the last full long run below which one is down.
const NEARLY_FULL: i32 = 88;
/// Percent of its aim that a week of a taper may come to.
const TAPER_PLAY: i32 = 112;
/// Percent of its most that a week holds now and then where it no longer grows.
const NOW_AND_THEN: i32 = 94;

impl Planner<'_> {
    /// A full week, as far as the body lets it be one.
    pub(super) fn full(&self) -> Week {
        let phase = if self.lowering.kept < LIGHT_FROM { Phase::Recovery } else { self.shape.phase };
        let tune_up = race::tune_up(self.brief, self.index as i32);
        let hard = if tune_up.is_some() { Vec::new() } else { self.hard() };
        let before = self.history.last_quality().unwrap_or(hard.len() as i32);
        // Volume grows or hard runs are added, never both in one week.
        let holds = hard.len() as i32 > before;
        let (target, high) = self.minutes(holds);
        let long = self.beside_hard(self.long(target), !hard.is_empty());
        let target = self.in_proportion(target, long.first().copied());
        let (mut aim, mut most) = (Aim { target, low: 0, high, long, hard, most_run: Minutes::MAX }, self.wanted());
        self.bear(&mut aim);
        if let Some(event) = tune_up {
            self.make_room(event, &mut aim);
            most = (most - 1).max(1);
        }
        let plain = self.lowered(aim.clone(), target);
        let low = self.least_whole().min(plain.target);
        let own = self.own();
        let most = most - own.runs;
        let tries = if tune_up.is_some() || self.lowering.kept < 100 {
            Vec::new()
        } else {
            let kept = Aim { low, long: vec![self.history.longest_lately() / 5 * 5], ..plain.clone() };
            let eased = self.lowered(self.eased(aim, self.limit()), target);
            let eased = Aim { low: if eased.low > 0 { eased.low } else { low }, ..eased };
            let stays = self.stage.long == LongStage::Down && self.skips_down() && !plain.long.is_empty();
            vec![eased, Aim { low, ..plain.clone() }, if stays { kept } else { plain.clone() }]
        };
        let whole = tries.iter().find_map(|aim| {
            let aim = &self.beside_own(aim.clone());
            let fit = self.fitted(most, aim).filter(|fit| self.total(fit) >= aim.low)?;
            Some(self.unlike(fit, most, aim))
        });
        let plain = self.beside_own(plain);
        // A test is worth the long run of its week.
        let tested = Some(&plain)
            .filter(|aim| self.stage.test && !aim.hard.is_empty())
            .and_then(|aim| self.with_test(most, aim));
        let whole = tested.or(whole);
        let found = whole.or_else(|| (1..=most).rev().find_map(|runs| self.fitted(runs, &plain)));
        found.map_or_else(|| self.empty(phase, false), |fit| self.requests(&fit, phase, false))
    }

    /// A week with its test beside a long run, or else without one.
    fn with_test(&self, runs: i32, aim: &Aim) -> Option<Fit> {
        let without = Aim { long: Vec::new(), ..aim.clone() };
        [aim, &without].into_iter().find_map(|aim| self.keeping_hard(runs, aim, false))
    }

    /// A little less, or more where that is too little, where this week would be the third of one length: not all are to be alike.
    fn unlike(&self, fit: Fit, runs: i32, aim: &Aim) -> Fit {
        let own = self.own().minutes;
        let (total, before) = (self.total(&fit) + own, self.history.full_weeks().last().unwrap_or(0));
        let kept = self.brief.rules.if_on(&self.brief.rules.no_silent_shrink);
        let least = kept.map_or(0, |rule| rule.least(self.history.start.weekly_minutes));
        if !self.history.was_alike() || (total - before).abs() > 2 {
            return fit;
        }
        let whole = fit.nominal.total(fit.easy);
        // What found no place is not run, however many minutes it was to have.
        let given = whole - (total - own);
        let less = |off: Minutes| {
            let target = whole - given - off;
            Aim { target, low: 0, high: target, ..aim.clone() }
        };
        let more = Aim { target: whole + 5, low: whole + 5, high: aim.high.min(whole + 10), ..aim.clone() };
        let same = |one: &Fit| one.hard.len() == fit.hard.len() && one.lengths.long == fit.lengths.long;
        let whole_week = self.held();
        let enough = |one: &Fit| {
            let total = self.total(one) + own;
            (before < least || total >= least) && total >= whole_week && total < before - 2
        };
        let fewer = (1..=MOST_LESS)
            .find_map(|fives| self.fitted(runs, &less(5 * fives)).filter(|one| same(one) && enough(one)));
        fewer.or_else(|| self.fitted(runs, &more)).unwrap_or(fit)
    }

    /// A race on the way takes the place of the hard run, a longer one of the long run too, and its week is lighter where it matters.
    fn make_room(&self, event: &Event, aim: &mut Aim) {
        let rule = &self.brief.rules.tune_up;
        let whole = if event.priority == Priority::C { aim.target } else { rule.minutes(aim.target) };
        let rest = whole - race::minutes_of(self.brief, event);
        aim.target = rest.max(SHORTEST);
        aim.high = aim.high.min(aim.target.max((self.wanted() - 1) * SHORTEST));
        if rule.replaces_long(event.distance_km) || event.priority != Priority::C {
            aim.long.clear();
        }
    }

    /// A very long run is a hard stress of its own, which takes the room of a hard run or is not there.
    fn bear(&self, aim: &mut Aim) {
        let (room, very_long) = (count::free(self.brief, self.index as i32), self.brief.rules.hard_days.long_minutes());
        if aim.long.first().is_none_or(|long| *long < very_long) {
            return;
        }
        if room > 0 {
            aim.hard.truncate(room as usize - 1);
        } else {
            aim.long = vec![very_long - 5];
        }
    }

    /// What a full week aims at, and the most that it may hold.
    fn minutes(&self, holds: bool) -> (Minutes, Minutes) {
        let (rules, history) = (&self.brief.rules, self.history);
        let (past, now) = (history.full_weeks(), history.start.weekly_minutes);
        let wished = self.brief.running.target_weekly_minutes;
        let most = rules.most_minutes.a_week();
        let (Some(cap), Some(last)) = (rules.weekly_growth.cap_in(self.index as i32 + 1, &past, now), past.last())
        else {
            // From nothing: short runs only, however long a single one was.
            let most = most.min(self.wanted() * history.run_limit(&rules.single_run_spike).min(SHORTEST));
            return (most, most);
        };
        let cap = cap.min(most);
        if history.is_fresh() {
            return (now.min(wished.unwrap_or(now)).max(SHORTEST).min(cap), cap);
        }
        let ceiling = wished.unwrap_or(self.stage.ceiling.max(now));
        let careful = self.brief.check_ins.is_empty();
        let step = rules.weekly_growth.step(&past, careful, rules.older_athlete.growth_percent()).unwrap_or(last);
        let holds = holds
            || self.lowering.hold
            || self.stage.long != LongStage::Up
            || history.is_back_from_race()
            || history.grown_in_a_row() + 1 >= rules.weekly_growth.hold_every();
        let recent = past.recent_most().unwrap_or(last);
        let target = if holds { recent } else { step.min(ceiling.max(last)) };
        // Where nothing grows any more, a little less now and then.
        let alike = !holds && target >= ceiling && last >= ceiling && self.brief.block.event.is_none();
        let target = if alike { target * NOW_AND_THEN / 100 } else { target };
        // Lengths are fives, and so is the least that they come to.
        let no_less = rules.if_on(&rules.no_silent_shrink).map_or(0, |rule| (rule.least(now) + 4) / 5 * 5);
        let target = target.max(no_less).min(wished.unwrap_or(Minutes::MAX));
        let high = wished.map_or(cap, |wished| cap.min(wished + 5));
        (target.min(high), high)
    }

    /// The long run of a week that aims at so many minutes. One that is down in a week that is not lighter may be a little longer, so
    /// that the others have room beside it.
    fn long(&self, target: Minutes) -> Vec<Minutes> {
        let Some(long) = self.long_run(target) else { return Vec::new() };
        let last = self.history.longest_lately();
        let is_down = !self.history.is_fresh() && long < last * NEARLY_FULL / 100;
        let most = match is_down {
            true if last < 2 * SHORTEST => last,
            true => last * DOWN / 100,
            false => long,
        };
        (long..=most.max(long)).step_by(5).collect()
    }

    fn long_run(&self, target: Minutes) -> Option<Minutes> {
        let (rules, history) = (&self.brief.rules, self.history);
        let path = &rules.long_run_path;
        if self.lowering.no_long || self.wanted() < 2 || !history.has_measure(&rules.single_run_spike) {
            return None;
        }
        let limit = self.limit();
        let last = history.longest_lately();
        let long = match self.stage.long {
            _ if history.is_fresh() => (last + 2) / 5 * 5,
            LongStage::Up if self.is_alike(limit) && self.may_be_down() => path.down(last),
            // Steps go on from what is run now, whatever was borne before a break or a race.
            LongStage::Up => path.up(limit.min(rules.single_run_spike.limit(last)), self.stage.peak),
            LongStage::Down if self.skips_down() => {
                path.up(limit.min(rules.single_run_spike.limit(last)), self.stage.peak)
            }
            LongStage::Down => path.down(last),
            LongStage::LastBeforeShortRace => path.last_before_short_race(last),
            LongStage::Percent(0) => return None,
            LongStage::Percent(percent) => (last * percent / 100 + 2) / 5 * 5,
        };
        let (runs, to_race) = (self.wanted(), self.brief.block.event.is_some());
        // Before a race its length counts and not its share; else it grows within that.
        let share = target * rules.long_run_share.percent(runs, to_race) / 100 / 5 * 5;
        let most = if to_race { Minutes::MAX } else { share.max(history.last_long().unwrap_or(last)) };
        let long = if long > limit { limit / 5 * 5 } else { long };
        Some(long.min(most)).filter(|long| *long > SHORTEST)
    }

    /// Whether the last full weeks had the longest long run there will be, so that a shorter one is in turn.
    pub(super) fn is_alike(&self, limit: Minutes) -> bool {
        let peak = self.brief.rules.long_run_path.up(limit, self.stage.peak);
        // Before a race three full ones are enough, and those up to the next week down would make four.
        let in_a_row = match (self.brief.block.event.is_some(), self.down_after_next) {
            (false, _) => 1,
            (true, false) => 3,
            (true, true) => 2,
        };
        !self.down_next && peak >= self.stage.peak && self.history.longs_in_a_row(peak - 2) >= in_a_row
    }

    /// The hard runs of the week, as far as the body lets them be.
    fn hard(&self) -> Vec<Dose> {
        let most = usize::try_from(self.lowering.quality).unwrap_or(0);
        let part = if self.lowering.halved { 50 } else { 100 };
        let crowded = self.is_crowded();
        let doses =
            self.stage.work.hard.iter().take(most).map(|dose| Dose { minutes: dose.minutes * part / 100, ..*dose });
        if crowded {
            return doses.take(1).map(small).collect();
        }
        doses.filter(|dose| dose.minutes > 0).collect()
    }

    /// Whether the person's own hard sessions fill the week, so that only a small hard run has room beside them.
    pub(super) fn is_crowded(&self) -> bool {
        count::free(self.brief, self.index as i32) == 0 && self.shape.kept.is_none()
    }

    pub(super) fn lighter(&self) -> Option<Fit> {
        let rule = &self.brief.rules.deload_weeks;
        let last = self.history.full_weeks().last()?;
        let (low, high) = rule.range(last);
        let beginner = self.brief.athlete.running_level == Level::Beginner;
        let own = self.own();
        let beside = usize::from(!beginner && own.hard == 0);
        let hard = self.hard().into_iter().take(beside).collect();
        let target = rule.minutes(last);
        let aim = Aim { target, low, high, long: self.long(target), hard, most_run: Minutes::MAX };
        let aim = self.beside_own(self.lowered(aim, last));
        let most = self.wanted() - own.runs;
        let fewest = (most - 1).max(1);
        // A test is worth one run fewer.
        let whole = self.keeping_hard(most, &aim, self.stage.test);
        whole.or_else(|| (fewest..=most).rev().find_map(|runs| self.fitted(runs, &aim)))
    }

    /// A week of a taper or of recovery, which keeps so many percent.
    pub(super) fn kept(&self, kept: i32) -> Week {
        let phase = self.shape.phase;
        let mean = self.history.full_weeks().mean().unwrap_or(0);
        let racing = is_race_week(self.brief, self.index as i32);
        let (usual, target) = (self.wanted(), mean * kept / 100);
        // The race is one of the runs of its week.
        let runs = if racing { usual - 1 } else { usual }.min(self.free_days()).max(1);
        let tapers = phase == Phase::Taper;
        // Two short runs are always allowed.
        let high = if tapers { (target * TAPER_PLAY / 100).max(2 * SHORTEST) } else { target };
        let mut long = if tapers && !racing { self.long(target) } else { Vec::new() };
        // In a small week the long run is rather a little shorter than none.
        let shorter = long.first().map(|long| long - 5);
        long.extend(shorter);
        let hard = if tapers { self.hard() } else { Vec::new() };
        let most_run = match self.stage.long {
            _ if racing && runs == 1 => ALONE_IN_RACE_WEEK,
            _ if racing => MOST_IN_RACE_WEEK,
            LongStage::Percent(percent) if tapers => {
                (self.history.longest_lately() * (percent + TAPER_LONG_PLAY) / 100 / 5 * 5).max(SHORTEST)
            }
            _ => Minutes::MAX,
        };
        let aim = self.beside_own(self.lowered(Aim { target, low: 0, high, long, hard, most_run }, mean));
        let runs = runs - self.own().runs;
        let whole = if tapers { self.keeping_hard(runs, &aim, true) } else { None };
        let found = whole.or_else(|| (1..=runs).rev().find_map(|runs| self.fitted(runs, &aim)));
        found.map_or_else(|| self.empty(phase, false), |fit| self.requests(&fit, phase, false))
    }
}

/// What of a hard run stays beside lifting that fills the week: some threshold work.
fn small(dose: Dose) -> Dose {
    let work = if matches!(dose.work, Work::Threshold | Work::TimeTrial) { dose.work } else { Work::Threshold };
    Dose { work, minutes: dose.minutes.min(crate::prescribe::dose::BESIDE_MUCH_LIFTING) }
}
