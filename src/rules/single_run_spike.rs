//! No run is much longer than the longest of the last weeks.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Stricter, Verdict};
use crate::model::{Day, Minutes, RunType};

/// How far one run may go past the longest recent one.
#[derive(Clone, Debug)]
pub struct SingleRunSpike {
    /// Percent over the longest run of the window.
    pub most_percent: i32,
    /// Days that the longest run is looked for in.
    pub window_days: i32,
    /// Minutes of a first run without any history.
    pub first_minutes: i32,
    /// Minutes that no first run passes while the longest recent one is not known.
    pub first_most_minutes: i32,
    /// Percent of the usual run that is allowed after a whole window without running.
    pub first_share_percent: i32,
}

static CARD: Card = Card {
    id: "single_run_spike",
    binding: Binding::Must,
    summary: "No run is much longer than the longest run of the last weeks.",
    docs: "The best supported rule on running volume: in a study of thousands of runners, a single run well past \
           the longest of the last month went with clearly more injuries, while week-to-week ratios told nothing. \
           Minutes are counted, walk breaks included. Where nothing is known of the last month the first runs are \
           short; how short is judgement. A race is not judged.",
    evidence: &[
        "Schuster Brandt Frandsen et al. 2025, British Journal of Sports Medicine.",
        "Judgement: the length of the first runs without history.",
    ],
};

impl ForAthlete for SingleRunSpike {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            most_percent: 10,
            window_days: 30,
            first_minutes: 20,
            first_most_minutes: 30,
            first_share_percent: 50,
        }
    }
}

impl SingleRunSpike {
    /// The longest that a run may be after a longest of `longest` minutes.
    pub fn limit(&self, longest: Minutes) -> Minutes {
        longest * (100 + self.most_percent) / 100
    }

    /// The longest that the first runs may be.
    pub fn first_limit(&self, start: &Start) -> Minutes {
        match start.longest_minutes {
            Some(longest) if longest > 0 => self.limit(longest).max(self.first_minutes),
            _ => start.usual_run_minutes.clamp(self.first_minutes, self.first_most_minutes),
        }
    }

    /// The longest that the first runs may be after a whole window without running.
    pub fn limit_after_break(&self, usual: Minutes) -> Minutes {
        (usual * self.first_share_percent / 100).clamp(self.first_minutes, self.first_most_minutes)
    }

    /// The limit of a run on `day`, by the runs before it and the start, which counts as the day before the block.
    fn limit_on(&self, day: Day, weeks: &[Ledger], start: &Start) -> Option<Minutes> {
        let recent = weeks.iter().flat_map(|week| &week.runs);
        let recent = recent.filter(|run| run.day < day && run.day >= day.plus(-self.window_days));
        let ran = recent.map(|run| self.limit(run.minutes)).max();
        let first = (day.0 < self.window_days).then(|| self.first_limit(start));
        ran.max(first)
    }
}

impl Rule for SingleRunSpike {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        use Stricter::{Larger, Smaller};
        vec![
            Number::must(
                "most_percent",
                "a run may be longer than the longest recent one",
                "%",
                &mut self.most_percent,
                Smaller,
                10,
                (0, 10),
            ),
            Number::must(
                "window_days",
                "in which the longest recent run lies",
                "days",
                &mut self.window_days,
                Smaller,
                30,
                (7, 30),
            ),
            Number::must(
                "first_minutes",
                "a first run without history",
                "min",
                &mut self.first_minutes,
                Smaller,
                20,
                (10, 20),
            ),
            Number::must(
                "first_most_minutes",
                "no first run is longer while the longest recent one is not known",
                "min",
                &mut self.first_most_minutes,
                Smaller,
                30,
                (20, 30),
            ),
            Number::must(
                "first_share_percent",
                "of the usual run, for the first one after a long break",
                "%",
                &mut self.first_share_percent,
                Smaller,
                50,
                (10, 50),
            ),
        ]
        .into_iter()
        .inspect(|number| debug_assert!(matches!(number.stricter, Larger | Smaller)))
        .collect()
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for SingleRunSpike {
    fn judge(&self, weeks: &[Ledger], start: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last() else { return };
        for run in week.training().filter(|run| run.kind != RunType::CooldownJog) {
            let limit = self.limit_on(run.day, weeks, start).unwrap_or_else(|| self.limit_after_break(run.minutes));
            let over = run.minutes - limit;
            if over > 0 {
                hear.hear(Verdict::must(over), &|| {
                    format!("{} min in one run; {limit} min is the most after the runs of the last {} days.", run.minutes, self.window_days)
                });
            }
        }
    }
}
