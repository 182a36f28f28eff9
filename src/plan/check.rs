//! Judges a plan as it stands in its file, also one edited by hand: everything is computed again from its sessions.

use std::collections::BTreeMap;

use serde::Serialize;

use super::again::Past;
use super::identity::run_id;
use super::ledgers::ledgers;
use super::{LaidOut, Plan, Score};
use crate::model::RunType;
use crate::rules::{Card, Listener, Tier, Verdict};
use crate::schedule::{Subject, judge, worth};

/// One place where a rule is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// The rule.
    pub rule: &'static str,
    /// `must`, `should` or `preference`.
    pub level: &'static str,
    /// By how much, in the rule's own unit.
    pub amount: i32,
    /// What it costs in its level.
    pub cost: i32,
    /// The week, from 1.
    pub week: i32,
    /// The ids of the runs it is about; none where it is about the week.
    pub runs: Vec<String>,
    /// The sentence.
    pub text: String,
}

/// What a check finds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Findings {
    /// The score of the plan as it stands; `proven` says what the file says.
    pub score: Score,
    /// Every breach, musts first.
    pub breaches: Vec<Breach>,
}

/// Checks a plan that has been laid out.
pub fn check(plan: &Plan, laid: &LaidOut) -> Findings {
    let mut findings = Checker { breaches: Vec::new(), by_rule: BTreeMap::new(), sums: BTreeMap::new() };
    let weeks = laid.timetable.weeks;
    let past = Past::of(plan, laid);
    judge(&laid.brief.rules, &laid.timetable, &laid.runs, 0..weeks, &mut |card, subject, verdict, text| {
        if matches!(subject, Subject::Week(week) if past.answers_for(week, card, verdict)) {
            return;
        }
        let (week, runs) = match subject {
            Subject::Run(index) => (laid.runs[index].place.day.week(), vec![laid.ids[index].clone()]),
            Subject::Pair(before, after) => {
                (laid.runs[after].place.day.week(), vec![laid.ids[before].clone(), laid.ids[after].clone()])
            }
            Subject::Week(week) => (week, Vec::new()),
        };
        findings.hear(card, week + 1, runs, verdict, text, true);
    });
    let (ledgers, start) = ledgers(plan, laid);
    for rule in laid.brief.rules.in_force() {
        let Some(ledger) = rule.ledger() else { continue };
        for (index, week) in ledgers.iter().enumerate().filter(|(_, week)| week.week > 0) {
            let to = &mut Counted { findings: &mut findings, past: &past, card: rule.card(), week: week.week };
            ledger.judge(&ledgers[..=index], &start, to);
        }
    }
    findings.outside(laid);
    findings.barred(plan, laid);
    let mut breaches = findings.breaches;
    breaches.sort_by_key(|breach| (breach.level != "must", breach.week, std::cmp::Reverse(breach.cost)));
    let sum = |tier: Tier| findings.sums.get(word(tier)).copied().unwrap_or(0);
    let goal = laid.brief.athlete.goal;
    let score = Score {
        must: sum(Tier::Must),
        unplaced: plan.left_out().count() as i64,
        unplaced_value: plan.left_out().map(|run| i64::from(worth(goal, run.kind.class()))).sum(),
        should: sum(Tier::Should),
        preference: sum(Tier::Preference),
        proven: plan.score.proven,
        by_rule: findings.by_rule,
    };
    Findings { score, breaches }
}

fn word(tier: Tier) -> &'static str {
    match tier {
        Tier::Must => "must",
        Tier::Should => "should",
        Tier::Preference => "preference",
        Tier::Kept => "kept",
    }
}

struct Checker {
    breaches: Vec<Breach>,
    by_rule: BTreeMap<String, i64>,
    sums: BTreeMap<&'static str, i64>,
}

impl Checker {
    /// Takes down a verdict. What a week's runs add up to is told, but only its musts are part of the score, which is
    /// about places.
    fn hear(
        &mut self,
        card: &'static Card,
        week: i32,
        mut runs: Vec<String>,
        verdict: Verdict,
        text: &dyn Fn() -> String,
        scored: bool,
    ) {
        if verdict.tier == Tier::Kept {
            return;
        }
        if scored || verdict.tier == Tier::Must {
            *self.sums.entry(word(verdict.tier)).or_default() += i64::from(verdict.cost.max(1));
            *self.by_rule.entry(card.id.to_owned()).or_default() += i64::from(verdict.cost.max(1));
        }
        runs.retain(|id| !id.is_empty());
        let (level, amount, cost) = (word(verdict.tier), verdict.amount, verdict.cost);
        self.breaches.push(Breach { rule: card.id, level, amount, cost, week, runs, text: text() });
    }

    /// Runs on days that how the body answers, or a race, closes to them. What a rule has told of the run already is not told again.
    fn barred(&mut self, plan: &Plan, laid: &LaidOut) {
        for (week, wants) in laid.problem(plan).weeks.iter().enumerate() {
            for wanted in &wants.wanted {
                let id = run_id(week as i32, &wanted.slug);
                let stands =
                    laid.runs.iter().zip(&laid.ids).find(|(_, known)| **known == id).map(|(run, _)| run.place.day);
                let Some(barred) = wanted.barred.iter().find(|barred| Some(barred.day) == stands) else { continue };
                let told =
                    |known: &Breach| known.rule == barred.rule && known.level == "must" && known.runs.contains(&id);
                if !self.breaches.iter().any(told) {
                    self.must(barred.rule, week as i32 + 1, id, barred.text.clone());
                }
            }
        }
    }

    fn must(&mut self, rule: &'static str, week: i32, id: String, text: String) {
        *self.sums.entry("must").or_default() += 1;
        self.breaches.push(Breach { rule, level: "must", amount: 1, cost: 1, week, runs: vec![id], text });
    }

    /// Runs that do not lie in the block at all.
    fn outside(&mut self, laid: &LaidOut) {
        let weeks = 0..laid.timetable.weeks;
        for (run, id) in laid.runs.iter().zip(&laid.ids) {
            if !id.is_empty() && run.place.run.kind != RunType::Race && !weeks.contains(&run.place.day.week()) {
                let rule =
                    laid.brief.rules.find("inside_availability").map_or("inside_availability", |rule| rule.card().id);
                self.must(rule, run.place.day.week() + 1, id.clone(), "It lies outside the block.".to_owned());
            }
        }
    }
}

struct Counted<'a> {
    findings: &'a mut Checker,
    past: &'a Past,
    card: &'static Card,
    week: i32,
}

impl Listener for Counted<'_> {
    fn hear(&mut self, verdict: Verdict, sentence: &dyn Fn() -> String) {
        if !self.past.answers_for(self.week - 1, self.card, verdict) {
            self.findings.hear(self.card, self.week, Vec::new(), verdict, sentence, false);
        }
    }
}
