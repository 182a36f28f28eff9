//! Everything the rules say of a solved block, sorted by whom it is about.

use super::super::again::Past;
use super::super::{Reason, Score};
use crate::brief::Brief;
use crate::model::Day;
use crate::rules::Tier;
use crate::schedule::{Block, Subject, judge};

/// So many reasons are kept for a run.
const MOST_REASONS: usize = 6;

/// The rule about runs that were published before.
const MOVED: &str = "stay_put";

/// What was heard.
pub(super) struct Heard {
    runs: Vec<Vec<(Tier, i32, Reason)>>,
    /// What it comes to: how many runs are left out and what is proven is not heard.
    pub score: Score,
}

impl Heard {
    /// What was heard of a block that is planned anew from a day on; without one, of the whole. What the past answers for is spared.
    /// That a run was moved is no matter of the plan: it is told where two plans are compared.
    pub(super) fn new(brief: &Brief, block: &Block, from: Option<Day>) -> Self {
        let runs = &block.solution.runs;
        let past = from.map_or_else(Past::default, |from| Past::of_places(&brief.rules, &block.timetable, runs, from));
        let mut heard = Self { runs: vec![Vec::new(); runs.len()], score: Score::default() };
        judge(&brief.rules, &block.timetable, runs, 0..block.timetable.weeks, &mut |card, subject, verdict, text| {
            if card.id == MOVED || matches!(subject, Subject::Week(week) if past.answers_for(week, card, verdict)) {
                return;
            }
            heard.score.count(card.id, verdict);
            let about = match subject {
                Subject::Run(index) | Subject::Pair(_, index) => index,
                Subject::Week(_) => return,
            };
            let reason = Reason { rule: card.id.to_owned(), text: text() };
            heard.runs[about].push((verdict.tier, verdict.cost, reason));
        });
        heard
    }

    /// Why a run stands where it stands: what it costs first, dearest first, then what is in order.
    pub(super) fn of_run(&self, index: usize) -> Vec<Reason> {
        let mut heard = self.runs[index].clone();
        heard.sort_by_key(|(tier, cost, _)| (std::cmp::Reverse(*tier), std::cmp::Reverse(*cost)));
        let mut reasons: Vec<Reason> = heard.into_iter().map(|(.., reason)| reason).collect();
        reasons.dedup();
        reasons.truncate(MOST_REASONS);
        reasons
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::Defaults;
    use crate::model::Moment;
    use crate::schedule::{Published, block};

    #[test]
    fn a_must_that_the_search_overlooked_shows_in_the_score() {
        let source = serde_json::json!({
            "athlete": { "goal": "general_fitness", "running_level": "intermediate" },
            "block": { "start": "2026-11-30", "weeks": 1 },
            "sessions": [{ "name": "Squat", "day": "mon", "start": "18:00", "minutes": 60, "kind": "strength",
                           "focus": "lower", "effort": "heavy" }],
            "running": { "current_weekly_minutes": 90, "longest_recent_minutes": 40, "runs_per_week": 2 }
        });
        let brief = Brief::from_value(&source, "brief", Defaults { timezone: chrono_tz::UTC }).unwrap();
        let mut block = block(&brief, &brief.timetable(&[]), 1, &Published::default()).unwrap();
        assert_eq!(Heard::new(&brief, &block, None).score.must, 0);
        let squat = block.timetable.appointments.iter().find(|one| one.day == Day(0)).unwrap();
        let (start, day): (Moment, Day) = (squat.end.plus(60), squat.day);
        let run = block.solution.runs.iter_mut().find(|run| run.place.day > day).unwrap();
        (run.place.day, run.place.start, run.place.end) = (day, start, start.plus(run.place.run.minutes));
        let heard = Heard::new(&brief, &block, None);
        assert!(heard.score.must > 0 && heard.score.by_rule.contains_key("heavy_legs_then_run"), "{:?}", heard.score);
    }
}
