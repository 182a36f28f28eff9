//! No run is much longer than the longest of the last weeks.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict, Words};
use crate::model::{Day, Minutes, Phase, RunType};

/// How far one run may go past the longest recent one.
#[derive(Clone, Debug)]
pub struct SingleRunSpike {
    most_percent: i32,
    least_minutes: i32,
    window_days: i32,
    first_minutes: i32,
    first_most_minutes: i32,
    first_share_percent: i32,
}

pub(super) static CARD: Card = Card {
    id: "single_run_spike",
    binding: Binding::Must,
    summary: "No run is much longer than the longest run of the last weeks.",
    docs: "The best supported rule on running volume: in a study of thousands of runners, a single run well past \
           the longest of the last month went with clearly more injuries, while week-to-week ratios told nothing. \
           Minutes are counted, walk breaks included; a short run may grow by some minutes in any case, which is judgement. On the \
           way back from a break or a race the weeks of recovery do not count among the days that are looked at: the legs had \
           borne the old length before, and up to the usual length its steps take the place of this one, which is judgement. Where nothing is known of the last month the first runs are \
           short; how short is judgement. A race is not judged.",
    evidence: &[
        "Schuster Brandt Frandsen 2025, British Journal of Sports Medicine: a run well past the longest of the last month went with more injuries.",
        "Judgement: the length of the first runs without history.",
    ],
    words: Some(Words {
        aim: "runs that grow longer slowly",
        better: "runs that grow longer more slowly",
        one: "one more run of a length near those before",
        many: "{n} more runs of a length near those before",
        obstacle: Some("growth that would be too quick"),
    }),
};

impl ForAthlete for SingleRunSpike {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            most_percent: 10,
            least_minutes: 5,
            window_days: 30,
            first_minutes: 20,
            first_most_minutes: 30,
            first_share_percent: 50,
        }
    }
}

/// Minutes of the longest stage of a walk-run, the walk before it included.
const LONGEST_WALK_RUN: Minutes = 35;
/// Weeks without a run that are a break after which the old load still counts.
const EMPTY_WEEKS: i32 = 4;
/// On the way back a run may be longer than the longest of the week before by so many percent, the largest step of its table.
const WAY_BACK_PERCENT: i32 = 50;

impl SingleRunSpike {
    /// Days that the longest run is looked for in.
    pub fn window_days(&self) -> i32 {
        self.window_days
    }

    /// The longest that a run may be after a longest of `longest` minutes.
    pub fn limit(&self, longest: Minutes) -> Minutes {
        (longest * (100 + self.most_percent) / 100).max(longest + self.least_minutes)
    }

    /// The longest that the first runs may be.
    pub fn first_limit(&self, start: &Start) -> Minutes {
        match start.longest_minutes {
            Some(longest) if longest > 0 => self.limit(longest),
            _ => start.usual_run_minutes.clamp(self.first_minutes, self.first_most_minutes),
        }
    }

    /// The longest that the first runs may be after a whole window without running.
    pub fn limit_after_break(&self, usual: Minutes) -> Minutes {
        (usual * self.first_share_percent / 100).clamp(self.first_minutes, self.first_most_minutes)
    }

    /// The longest that a run may be in a week on the way back, after a week on it with a run of `longest` minutes.
    pub fn limit_on_way_back(&self, longest: Minutes, usual: Minutes) -> Minutes {
        (longest * (100 + WAY_BACK_PERCENT) / 100).min(usual)
    }

    /// The limit by the steps of the way back, in every week of it but the first.
    fn step_limit(&self, weeks: &[Ledger], start: &Start) -> Minutes {
        let [.., before, week] = weeks else { return 0 };
        if week.phase != Phase::Recovery || before.phase != Phase::Recovery {
            return 0;
        }
        let longest = before.training().map(|run| run.minutes).max().unwrap_or(0);
        self.limit_on_way_back(longest, start.usual_run_minutes)
    }

    /// The limit of a run on `day`, by the runs before it and the start, which counts as the day before the block.
    fn limit_on(&self, day: Day, weeks: &[Ledger], start: &Start) -> Option<Minutes> {
        let window = self.window_before(day, weeks);
        let recent = weeks.iter().flat_map(|week| &week.runs);
        let recent = recent.filter(|run| run.day < day && run.day >= day.plus(-window));
        let ran = recent.map(|run| self.limit(run.minutes)).max();
        let first = (day.0 < window).then(|| self.first_limit(start));
        ran.max(first)
    }

    /// Days before `day`, of the last week, that are looked at: on the way back to what the legs had borne before, and in the week
    /// right after it, weeks of recovery do not count, and of those without a run no more than a month.
    fn window_before(&self, day: Day, weeks: &[Ledger]) -> i32 {
        let (mut window, mut empty) = (self.window_days, 0);
        if weeks.iter().rev().take(2).all(|week| week.phase != Phase::Recovery) {
            return window;
        }
        for week in weeks.iter().rev() {
            let sunday = Day(week.week * 7 - 1);
            if sunday < day.plus(-window) {
                break;
            }
            let is_empty = week.training().next().is_none();
            empty += i32::from(is_empty);
            if week.phase == Phase::Recovery && !(is_empty && empty > EMPTY_WEEKS) {
                window += 7;
            }
        }
        window
    }
}

impl Rule for SingleRunSpike {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("most_percent", "a run may be longer than the longest recent one", "%", &mut self.most_percent, (0, 10))
                .at_most()
                .must(10),
            Number::new("least_minutes", "a run may be longer in any case", "min", &mut self.least_minutes, (0, 5)).at_most().must(5),
            Number::new("window_days", "in which the longest recent run lies", "days", &mut self.window_days, (14, 30))
                .at_most()
                .must(30),
            Number::new("first_minutes", "a first run without history", "min", &mut self.first_minutes, (10, 20))
                .at_most()
                .must(20),
            Number::new("first_most_minutes", "the longest first run while the longest recent one is not known", "min", &mut self.first_most_minutes, (20, 30))
                .at_most()
                .must(30),
            Number::new("first_share_percent", "of the usual run, for the first one after a long break", "%", &mut self.first_share_percent, (10, 50))
                .at_most()
                .must(50),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for SingleRunSpike {
    fn judge(&self, weeks: &[Ledger], start: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last() else { return };
        for run in week.training().filter(|run| run.kind != RunType::CooldownJog && !run.own) {
            let limit = self.limit_on(run.day, weeks, start).unwrap_or_else(|| self.limit_after_break(start.usual_run_minutes));
            let limit = limit.max(self.step_limit(weeks, start));
            // The stages of a walk-run grow slowly enough by themselves.
            let limit = if run.kind == RunType::WalkRun { limit.max(LONGEST_WALK_RUN) } else { limit };
            let over = run.minutes - limit;
            if over > 0 {
                hear.hear(Verdict::must(over), &|| {
                    format!("{} min in one run; {limit} min is the most after the runs of the last {} days.", run.minutes, self.window_days)
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::ledger::diary::{said, start, weeks};

    fn rule() -> SingleRunSpike {
        let setting =
            Setting::of(Goal::Endurance, Level::Advanced);
        SingleRunSpike::for_athlete(&setting)
    }

    #[test]
    fn a_run_is_a_tenth_longer_at_most() {
        assert_eq!(said(&rule(), &weeks(&["long 66"]), &start(180, 60)), Vec::<String>::new());
        assert_eq!(
            said(&rule(), &weeks(&["long 67"]), &start(180, 60)),
            ["must 1: 67 min in one run; 66 min is the most after the runs of the last 30 days."]
        );
    }

    #[test]
    fn a_run_left_out_leaves_later_runs_shorter() {
        let block = weeks(&["easy 30", "easy 30", "easy 30", "easy 30", "easy 30", "long 40"]);
        assert_eq!(said(&rule(), &block, &start(100, 60)).len(), 1);
        assert_eq!(said(&rule(), &block[..5], &start(100, 60)), Vec::<String>::new());
    }

    #[test]
    fn a_race_is_not_judged_but_counts_for_later_runs() {
        let block = weeks(&["race 120", "long 90"]);
        assert_eq!(said(&rule(), &block, &start(180, 60)), Vec::<String>::new());
        assert_eq!(said(&rule(), &block[..1], &start(180, 60)), Vec::<String>::new());
    }

    #[test]
    fn without_history_the_first_runs_are_short() {
        let limit = |usual| rule().first_limit(&Start { usual_run_minutes: usual, ..Start::default() });
        assert_eq!((limit(0), limit(26), limit(50)), (20, 26, 30));
        assert_eq!(rule().limit_after_break(50), 25);
    }

    #[test]
    fn on_the_way_back_the_old_length_still_counts() {
        let block = weeks(&["recovery: easy 20", "recovery: easy 25", "recovery: easy 35", "recovery: easy 45", "recovery: easy 50", "long 60"]);
        assert_eq!(said(&rule(), &block, &start(100, 60)), Vec::<String>::new());
        let on = weeks(&["easy 60", "recovery: easy 20", "recovery: easy 20", "recovery: easy 20", "easy 30", "easy 36", "long 60"]);
        assert_eq!(said(&rule(), &on, &start(100, 60)).len(), 1, "once the way back is over the last month counts");
        let block = weeks(&["easy 20", "easy 22", "easy 24", "easy 26", "easy 28", "long 60"]);
        assert_eq!(said(&rule(), &block, &start(100, 60)).len(), 1);
    }

    #[test]
    fn on_the_way_back_from_unknown_runs_its_steps_go_up_to_the_usual_length() {
        let unknown = Start { usual_run_minutes: 45, ..Start::default() };
        let broken = |runs: &[&str]| said(&rule(), &weeks(runs), &unknown).len();
        assert_eq!(broken(&["recovery: easy 25", "recovery: easy 30", "recovery: easy 40"]), 0);
        assert_eq!(broken(&["recovery: easy 25", "recovery: easy 30", "recovery: easy 46"]), 1, "no longer than usual");
        assert_eq!(broken(&["recovery: easy 20", "recovery: easy 20", "recovery: easy 31"]), 1, "no step is larger");
        assert_eq!(broken(&["recovery: easy 40"]), 1, "the first week has its own limit");
    }
}
