//! How the body answers: check-ins that lower the weeks they speak of, and never raise one.

mod aching;
mod stopped;
mod tired;
mod untold;
mod way_back;

use super::lowering::Lowering;
use crate::brief::{Brief, CheckIn};
use crate::model::Day;
use crate::rules::Strain;

/// An answer speaks for so many days.
const DAYS: i32 = 7;
/// So many of them in a week make the answer speak for that week as well.
const MOST_OF_A_WEEK: i32 = 4;
/// A week that keeps this percent or less is followed by a step between.
const MUCH_LOST: i32 = 70;
/// Percent of the volume that this step keeps.
const FIRST_STEP: i32 = 80;
/// Answers further back than this are not compared with.
const HISTORY_DAYS: i32 = 28;

/// One check-in with its day; those before the block speak as on its eve.
struct Answer<'a> {
    day: Day,
    said: &'a CheckIn,
}

/// What every week loses.
pub(super) fn lowerings(brief: &Brief) -> Vec<Lowering> {
    lowered_by(brief, &brief.check_ins)
}

/// What every week loses on the way back from breaks alone.
pub(super) fn after_breaks(brief: &Brief) -> Vec<Lowering> {
    lowered_by(brief, &brief.check_ins.iter().filter_map(CheckIn::only_days_off).collect::<Vec<_>>())
}

fn lowered_by(brief: &Brief, check_ins: &[CheckIn]) -> Vec<Lowering> {
    let calendar = brief.block.calendar();
    let mut weeks = vec![Lowering::default(); brief.block.weeks as usize];
    let answers: Vec<Answer<'_>> = check_ins.iter().map(|said| Answer { day: calendar.day(said.date), said }).collect();
    let is_before = |one: &Answer<'_>| one.day.0 < 0;
    // Days without running that are told later take nothing back of how one felt.
    let last_before = answers.iter().rposition(is_before);
    let last_felt = answers.iter().rposition(|one| is_before(one) && one.said.tells_how_one_feels());
    for (index, answer) in answers.iter().enumerate() {
        let body = Body { brief, past: &answers[..index], now: answer, later: &answers[index + 1..] };
        if brief.rules.is_on("red_flags") {
            body.red_flags(&mut weeks);
        }
        if brief.rules.is_on("pain") {
            body.stop_for_pain(&mut weeks);
        }
        if !is_before(answer) || Some(index) == last_before || Some(index) == last_felt {
            body.speak(&mut weeks);
        }
    }
    untold::break_before(brief, &mut weeks);
    aching::hold(brief, &mut weeks);
    weeks
}

/// The week after one that lost much: most of a normal week and nothing hard, before the next one is normal again.
fn step_back_up(kept: i32) -> Option<Lowering> {
    (1..=MUCH_LOST).contains(&kept).then(|| {
        let note =
            format!("After a week of {} % less running: {FIRST_STEP} % of a normal week, nothing hard.", 100 - kept);
        Lowering::to(FIRST_STEP, note).quality(0)
    })
}

/// One answer, with those before and after it.
struct Body<'a> {
    brief: &'a Brief,
    past: &'a [Answer<'a>],
    now: &'a Answer<'a>,
    later: &'a [Answer<'a>],
}

impl Body<'_> {
    fn speak(&self, weeks: &mut [Lowering]) {
        let rules = &self.brief.rules;
        let mut this = Lowering::default();
        let parts: [(&str, Option<Lowering>); 4] = [
            ("readiness", self.readiness()),
            ("sleep", self.sleep()),
            ("soreness", self.soreness()),
            ("overtraining", self.overtraining()),
        ];
        for (id, lowering) in parts {
            if let Some(lowering) = lowering.filter(|_| rules.is_on(id)) {
                this.and(lowering);
            }
        }
        let lasting = rules.is_on("overtraining") && self.strain() == Strain::Rest;
        let spoken_for = self.weeks(if lasting { 2 * DAYS } else { DAYS });
        for week in &spoken_for {
            lower(weeks, *week, this.clone());
        }
        if let (Some(last), Some(step)) = (spoken_for.last(), step_back_up(this.kept)) {
            lower(weeks, last + 1, step);
        }
        if let Some(days) = self.now.said.days_off.filter(|_| rules.is_on("return_after_break")) {
            self.way_back_from(self.first_day(), days as i32, weeks);
        }
    }

    /// The first day of the block that the answer speaks for.
    fn first_day(&self) -> Day {
        self.now.day.max(Day(0))
    }

    /// The weeks that an answer speaks for which holds for `days` days: that of its day, and each that lies mostly in it.
    fn weeks(&self, days: i32) -> Vec<i32> {
        let first = self.first_day();
        let mostly = |week: &i32| first.0 + days - week * 7 >= MOST_OF_A_WEEK;
        (first.week()..=first.week() + days / 7 + 1).filter(|week| *week == first.week() || mostly(week)).collect()
    }

    /// Days from an earlier answer to this one.
    fn ago(&self, earlier: &Answer<'_>) -> i32 {
        self.now.day.0 - earlier.day.0
    }
}

fn lower(weeks: &mut [Lowering], week: i32, lowering: Lowering) {
    if let Some(one) = usize::try_from(week).ok().and_then(|week| weeks.get_mut(week)) {
        one.and(lowering);
    }
}
