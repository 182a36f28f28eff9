//! Judges a plan as it stands in its file, also one edited by hand: everything is computed again from its sessions.

use serde::Serialize;

use super::identity::run_id;
use super::ledgers::ledgers;
use super::past::Past;
use super::{LaidOut, Plan, Score};
use crate::model::RunType;
use crate::rules::{Card, Listener, Tier, Verdict};
use crate::schedule::{Problem, Subject, judge, unmet};

/// One place where a rule is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Breach {
    /// The rule.
    pub rule: &'static str,
    /// `must`, `should` or `preference`.
    pub level: &'static str,
    /// Whether it counts in the score. What a week's runs add up to is told, but only its musts count: the score is about places.
    pub scored: bool,
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

impl Breach {
    fn of(
        rule: &'static str,
        week: i32,
        mut runs: Vec<String>,
        verdict: Verdict,
        text: &dyn Fn() -> String,
    ) -> Option<Self> {
        let level = match verdict.tier {
            Tier::Must => "must",
            Tier::Should => "should",
            Tier::Preference => "preference",
            Tier::Kept => return None,
        };
        runs.retain(|id| !id.is_empty());
        Some(Self { rule, level, scored: true, amount: verdict.amount, cost: verdict.cost, week, runs, text: text() })
    }
}

/// What a check finds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Findings {
    /// The score of the plan as it stands; `proven` says what the file says until it is compared with the best placement.
    pub score: Score,
    /// Every breach, musts first.
    pub breaches: Vec<Breach>,
}

/// Checks a plan that has been laid out.
pub fn check(plan: &Plan, laid: &LaidOut) -> Findings {
    let mut findings = Checker { breaches: Vec::new(), score: Score::default() };
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
        findings.place(card.id, week + 1, runs, verdict, text);
    });
    let problem = laid.problem(plan);
    unmet(&problem, &laid.runs, &mut |card, week, slug, verdict, text| {
        findings.place(card.id, week + 1, vec![run_id(week, slug)], verdict, text);
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
    findings.barred(&problem, laid);
    let Checker { mut breaches, score } = findings;
    breaches.sort_by_key(|breach| (breach.level != "must", breach.week, std::cmp::Reverse(breach.cost)));
    let (proven, gap) = (plan.score.proven, plan.score.gap);
    let score = Score { unplaced: plan.left_out().count() as i64, proven, gap, ..score };
    Findings { score, breaches }
}

/// Gives a plan the score that a check of it finds: what its weeks add up to counts as well as where its runs stand.
pub fn settle(plan: &mut Plan) {
    let Ok(laid) = plan.lay_out() else { return };
    let score = check(plan, &laid).score;
    plan.score = Score { proven: score.proven && score.must == 0, ..score };
}

struct Checker {
    breaches: Vec<Breach>,
    score: Score,
}

impl Checker {
    /// Takes down what is said of the places of runs: it counts.
    fn place(&mut self, rule: &'static str, week: i32, runs: Vec<String>, verdict: Verdict, text: &dyn Fn() -> String) {
        self.score.count(rule, verdict);
        self.breaches.extend(Breach::of(rule, week, runs, verdict, text));
    }

    /// Takes down what is said of what a week's runs add up to: only a must counts.
    fn amount(&mut self, rule: &'static str, week: i32, verdict: Verdict, text: &dyn Fn() -> String) {
        if verdict.tier == Tier::Must {
            return self.place(rule, week, Vec::new(), verdict, text);
        }
        let breach = Breach::of(rule, week, Vec::new(), verdict, text);
        self.breaches.extend(breach.map(|breach| Breach { scored: false, ..breach }));
    }

    /// Runs on days that how the body answers, or a race, closes to them. What a rule has told of the run already is not told again.
    fn barred(&mut self, problem: &Problem<'_>, laid: &LaidOut) {
        for (week, wants) in problem.weeks.iter().enumerate() {
            for wanted in &wants.wanted {
                let id = run_id(week as i32, &wanted.slug);
                let stands =
                    laid.runs.iter().zip(&laid.ids).find(|(_, known)| **known == id).map(|(run, _)| run.place.day);
                let Some(barred) = wanted.barred.iter().find(|barred| Some(barred.day) == stands) else { continue };
                let told =
                    |known: &Breach| known.rule == barred.rule && known.level == "must" && known.runs.contains(&id);
                if !self.breaches.iter().any(told) {
                    self.place(barred.rule, week as i32 + 1, vec![id], Verdict::must(1), &|| barred.text.clone());
                }
            }
        }
    }

    /// Runs that do not lie in the block at all.
    fn outside(&mut self, laid: &LaidOut) {
        let weeks = 0..laid.timetable.weeks;
        for (run, id) in laid.runs.iter().zip(&laid.ids) {
            if !id.is_empty() && run.place.run.kind != RunType::Race && !weeks.contains(&run.place.day.week()) {
                let rule =
                    laid.brief.rules.find("inside_availability").map_or("inside_availability", |rule| rule.card().id);
                let week = run.place.day.week() + 1;
                self.place(rule, week, vec![id.clone()], Verdict::must(1), &|| "It lies outside the block.".to_owned());
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
            self.findings.amount(self.card.id, self.week, verdict, sentence);
        }
    }
}
