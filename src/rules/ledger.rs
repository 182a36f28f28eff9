//! What a week's runs add up to, for the rules that count minutes.

use super::Listener;
use crate::model::{Day, Minutes, Phase, RunClass, RunType};

/// How much the person ran before the block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// Mean run minutes a week of the last four weeks.
    pub weekly_minutes: Minutes,
    /// The longest run of the last 30 days, if it is known.
    pub longest_minutes: Option<Minutes>,
    /// About how long one run was: weekly minutes over runs a week; 0 where none were run.
    pub usual_run_minutes: Minutes,
}

/// One week's runs as they stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// Week of the block from 1; 0 and below are before it.
    pub week: i32,
    /// What the week is for.
    pub phase: Phase,
    /// Whether it is a deload week.
    pub deload: bool,
    /// Minutes that were missed in it, after a week in which nothing was: what is missed once takes nothing from what the body bears.
    pub missed: Minutes,
    /// Whether days away took runs from it: growth counts from the weeks before.
    pub away: bool,
    /// Strength sessions of the fixed week in it.
    pub strength: i32,
    /// Load of everything in it, sessions and runs, arbitrary units.
    pub load: i32,
    /// Its runs in order of time, the race included.
    pub runs: Vec<LedgerRun>,
}

impl Ledger {
    /// Minutes of all runs but the race.
    pub fn minutes(&self) -> Minutes {
        self.training().map(|run| run.minutes).sum()
    }

    /// Every run but the race.
    pub fn training(&self) -> impl Iterator<Item = &LedgerRun> {
        self.runs.iter().filter(|run| run.kind != RunType::Race)
    }

    /// Runs of their own: no race, no cool-down jog, no finisher.
    pub fn full_runs(&self) -> impl Iterator<Item = &LedgerRun> {
        self.training().filter(|run| !run.kind.closes_a_workout())
    }

    /// Whether it is a week to build on: neither low on purpose nor around a race.
    pub fn is_full(&self) -> bool {
        !self.is_light() && self.runs.iter().all(|run| run.kind != RunType::Race)
    }

    /// Minutes of the person's own runs.
    pub fn own_minutes(&self) -> Minutes {
        self.training().filter(|run| run.own).map(|run| run.minutes).sum()
    }

    /// Whether its volume is low on purpose: deload, taper, recovery.
    pub fn is_light(&self) -> bool {
        self.deload || matches!(self.phase, Phase::Taper | Phase::Recovery)
    }
}

/// One run of a [`Ledger`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LedgerRun {
    /// Its day.
    pub day: Day,
    /// Its type.
    pub kind: RunType,
    /// Its minutes.
    pub minutes: Minutes,
    /// Minutes of it above the easy zones (zones 3 to 5), rounded up.
    pub hard_minutes: Minutes,
    /// Minutes of it at threshold (zone 4), rounded up.
    pub threshold_minutes: Minutes,
    /// Minutes of it faster than threshold (zone 5), rounded up.
    pub fast_minutes: Minutes,
    /// Whether it follows a session directly.
    pub attached: bool,
    /// Whether it is the person's own, which no rule takes away.
    pub own: bool,
}

impl LedgerRun {
    /// A run without hard parts that stands alone.
    pub fn easy(day: Day, kind: RunType, minutes: Minutes) -> Self {
        Self { day, kind, minutes, hard_minutes: 0, threshold_minutes: 0, fast_minutes: 0, attached: false, own: false }
    }

    /// How the rules see it.
    pub fn class(&self) -> RunClass {
        self.kind.class()
    }
}

/// A rule about what a week's runs add up to.
pub trait LedgerRule {
    /// Judges the last ledger against those before it (oldest first), and against what was run before the block.
    fn judge(&self, weeks: &[Ledger], start: &Start, hear: &mut dyn Listener);
}

/// Weeks written as a diary, and what a rule says to them.
#[cfg(test)]
pub(crate) mod diary {
    use super::{Ledger, LedgerRule, LedgerRun, Start};
    use crate::model::{Day, Phase, RunType};
    use crate::rules::{Listener, Tier, Verdict};

    /// Weeks such as `"easy 30, tempo 40/10, long 45"` or `"deload: easy 20"`; `/10` gives hard minutes.
    pub(crate) fn weeks(lines: &[&str]) -> Vec<Ledger> {
        lines.iter().zip(1..).map(|(line, number)| week(number, line)).collect()
    }

    fn week(number: i32, line: &str) -> Ledger {
        let (word, runs) = line.split_once(": ").unwrap_or(("", line));
        let runs = runs.split(", ").filter(|run| !run.is_empty()).zip(0..);
        Ledger {
            week: number,
            phase: Phase::parse(word).unwrap_or(Phase::Base),
            deload: word == "deload",
            missed: word.strip_prefix("missed ").map_or(0, |minutes| minutes.parse().unwrap()),
            away: word == "away",
            strength: 3,
            load: 0,
            runs: runs.map(|(run, index)| entry(Day((number - 1) * 7 + 2 * index), run)).collect(),
        }
    }

    fn entry(day: Day, run: &str) -> LedgerRun {
        let (kind, length) = run.split_once(' ').unwrap();
        let kind = RunType::parse(kind).unwrap();
        let (minutes, hard) = length.split_once('/').unwrap_or((length, "0"));
        let hard: i32 = hard.parse().unwrap();
        let fast = if kind == RunType::Intervals { hard } else { 0 };
        LedgerRun {
            hard_minutes: hard,
            threshold_minutes: hard - fast,
            fast_minutes: fast,
            ..LedgerRun::easy(day, kind, minutes.parse().unwrap())
        }
    }

    struct Heard(Vec<String>);

    impl Listener for Heard {
        fn hear(&mut self, verdict: Verdict, sentence: &dyn Fn() -> String) {
            let tier = match verdict.tier {
                Tier::Kept => return,
                Tier::Preference => "preference",
                Tier::Should => "should",
                Tier::Must => "must",
            };
            self.0.push(format!("{tier} {}: {}", verdict.amount, sentence()));
        }
    }

    /// What the rule says of the last week, as `"must 3: sentence"`.
    pub(crate) fn said(rule: &dyn LedgerRule, weeks: &[Ledger], start: &Start) -> Vec<String> {
        let mut heard = Heard(Vec::new());
        rule.judge(weeks, start, &mut heard);
        heard.0
    }

    /// A start of `weekly` minutes with a longest run of `longest`.
    pub(crate) fn start(weekly: i32, longest: i32) -> Start {
        Start { weekly_minutes: weekly, longest_minutes: Some(longest), usual_run_minutes: weekly / 3 }
    }
}
