//! How many hard runs a week.

use super::{Binding, Card, ForAthlete, Ledger, LedgerRule, Listener, Number, Rule, Setting, Start, Verdict, Words};
use crate::model::{Minutes, Phase, RunClass, RunType};

/// How many quality runs a week holds.
#[derive(Clone, Debug)]
pub struct QualityRuns {
    usual: i32,
    must: i32,
    first_weeks: i32,
    restart_weeks: i32,
    few_runs: i32,
}

pub(super) static CARD: Card = Card {
    id: "quality_runs",
    binding: Binding::Must,
    summary: "Few runs a week are hard, none in a beginner's first weeks.",
    docs: "Hard runs build speed and cost recovery. For strength and size, hard running is what interferes most, so there \
           is little of it; a beginner's legs get used to running first. One run in three is hard at most, rounded up, and with two runs a week one in \
           two weeks. The counts are judgement, in line with how recreational and elite runners train.",
    evidence: &[
        "Casado 2022, International Journal of Sports Physiology and Performance: hard and easy days of elite runners.",
        "Wilson 2012, Journal of Strength and Conditioning Research: the more endurance work, the less strength gained.",
        "Judgement: the counts by goal and level.",
    ],
    words: Some(Words {
        aim: "few hard runs a week",
        better: "fewer hard runs a week",
        one: "one more week without too many hard runs",
        many: "{n} more weeks without too many hard runs",
        obstacle: Some("growth that would be too quick"),
    }),
};

impl ForAthlete for QualityRuns {
    fn for_athlete(setting: &Setting) -> Self {
        let (goal, level) = (setting.goal, setting.level);
        Self {
            usual: goal.pick(level.pick(0, 0, 1), level.pick(1, 1, 2), level.pick(0, 1, 1), level.pick(0, 1, 1)),
            must: goal.pick(level.pick(0, 1, 1), level.pick(1, 2, 3), level.pick(1, 1, 2), level.pick(1, 1, 2)),
            first_weeks: level.pick(8, 0, 0),
            restart_weeks: level.pick(8, 4, 4),
            few_runs: 3,
        }
    }
}

impl QualityRuns {
    /// Weeks before the first quality run of somebody who runs `weekly` minutes now.
    pub fn easy_weeks(&self, weekly: Minutes) -> i32 {
        if weekly == 0 { self.first_weeks.max(self.restart_weeks) } else { self.first_weeks }
    }

    /// Quality runs of a week (counted from 1) of `runs` runs in this phase, before anything lowers them. Who leads up to a race and is
    /// no beginner runs at its pace, whatever else they train for.
    pub fn count(&self, week: i32, runs: i32, phase: Phase, to_race: bool) -> i32 {
        let for_race = i32::from(to_race && self.first_weeks == 0);
        let wanted = match phase {
            _ if week <= self.first_weeks => 0,
            Phase::Recovery => 0,
            Phase::Base => self.usual.min(1),
            Phase::Taper => self.usual.max(for_race).min(1),
            Phase::Build | Phase::Peak => self.usual.max(for_race),
        };
        // One run in three, rounded up; with two runs a week every other week has one.
        let few = if runs < 2 { 0 } else { (runs + self.few_runs - 1) / self.few_runs.max(1) };
        wanted.min(self.must).min(few)
    }

}

impl Rule for QualityRuns {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("usual", "quality runs", "a week", &mut self.usual, (0, 3)).at_most(),
            Number::new("must", "quality runs at most", "a week", &mut self.must, (0, 3)).at_most().must(3),
            Number::new("first_weeks", "weeks of running before the first quality run", "weeks", &mut self.first_weeks, (0, 52)),
            Number::new("restart_weeks", "before the first quality run of somebody who runs nothing now", "weeks", &mut self.restart_weeks, (0, 52)),
            Number::new("few_runs", "for each quality run, rounded up", "runs", &mut self.few_runs, (1, 7)),
        ]
    }

    fn ledger(&self) -> Option<&dyn LedgerRule> {
        Some(self)
    }
}

impl LedgerRule for QualityRuns {
    fn judge(&self, weeks: &[Ledger], _: &Start, hear: &mut dyn Listener) {
        let Some(week) = weeks.last() else { return };
        let hard = |kind: RunType| kind.class() == RunClass::Quality && kind != RunType::Finisher;
        let count = week.runs.iter().filter(|run| hard(run.kind)).count() as i32;
        let most = if week.week <= self.first_weeks { 0 } else { self.must };
        let most = most.max(week.runs.iter().filter(|run| run.own && hard(run.kind)).count() as i32);
        if count > most {
            hear.hear(Verdict::must(count - most), &|| format!("Quality runs this week: {count}; {most} at most."));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::ledger::diary::{said, start, weeks};

    fn rule(goal: Goal, level: Level) -> QualityRuns {
        QualityRuns::for_athlete(&Setting { strength_level: Level::Intermediate, ..Setting::of(goal, level) })
    }

    #[test]
    fn a_beginner_runs_no_quality_in_the_first_weeks() {
        let beginner = rule(Goal::Endurance, Level::Beginner);
        assert_eq!(beginner.count(8, 3, Phase::Base, false), 0);
        assert_eq!(beginner.count(9, 3, Phase::Base, false), 1);
        assert_eq!(said(&beginner, &weeks(&["easy 30, fartlek 30/5"]), &start(60, 30)), ["must 1: Quality runs this week: 1; 0 at most."]);
    }

    #[test]
    fn a_race_brings_a_hard_run_to_who_trains_for_strength() {
        let lifter = rule(Goal::Strength, Level::Intermediate);
        let weeks = |to_race| [Phase::Base, Phase::Build, Phase::Taper].map(|phase| lifter.count(5, 4, phase, to_race));
        assert_eq!((weeks(false), weeks(true)), ([0, 0, 0], [0, 1, 1]));
        assert_eq!(rule(Goal::Strength, Level::Beginner).count(12, 4, Phase::Build, true), 0);
    }

    #[test]
    fn with_few_runs_one_in_three_is_hard() {
        let runner = rule(Goal::Endurance, Level::Advanced);
        assert_eq!([1, 2, 3, 4, 6].map(|runs| runner.count(1, runs, Phase::Build, false)), [0, 1, 1, 2, 2]);
    }
}
