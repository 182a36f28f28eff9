//! What the words of a block mean: its phases and its kinds of run, for those who meet them for the first time.

use crate::model::{Phase, RunType};
use crate::plan::Entry;
use crate::render::words;

use super::spread::Shown;

/// How hard a zone is.
pub(super) struct Zone {
    pub(super) number: usize,
    pub(super) rpe: &'static str,
    /// The person's heart rates, where the plan's steps name them; a dash otherwise.
    pub(super) heart: String,
    pub(super) feels: &'static str,
    pub(super) talk: &'static str,
}

const ZONES: [(&str, &str, &str); 5] = [
    ("2–3", "very easy", "anything"),
    ("3–4", "easy", "whole sentences"),
    ("5–6", "steady", "short phrases"),
    ("7–8", "hard", "a few words"),
    ("8–10", "very hard", "nothing"),
];

/// The five zones.
pub(super) fn zones(shown: &[Shown<'_>]) -> Vec<Zone> {
    let runs = || shown.iter().flat_map(Shown::entries).filter_map(Entry::as_run);
    let heart = |number: usize| {
        let steps = runs().flat_map(|run| &run.run.steps).filter(|step| usize::from(step.zone) == number);
        let mut rates = steps.filter_map(|step| step.heart_rate.clone());
        let first = rates.next()?;
        rates.all(|rate| rate == first).then(|| first.replace('-', "–"))
    };
    let zone = |(index, &(rpe, feels, talk)): (usize, &(&'static str, &'static str, &'static str))| {
        let number = index + 1;
        Zone { number, rpe, heart: heart(number).unwrap_or_else(|| "–".to_owned()), feels, talk }
    };
    ZONES.iter().enumerate().map(zone).collect()
}

/// The phases and kinds of run that occur, each with a sentence.
pub(super) fn terms(shown: &[Shown<'_>]) -> Vec<(&'static str, &'static str)> {
    let mut terms = Vec::new();
    for (phase, meaning) in PHASES {
        if shown.iter().any(|week| week.week.phase == phase) {
            terms.push((words::phase(phase), meaning));
        }
    }
    if shown.iter().any(|week| week.week.deload) {
        terms.push(("Deload", "A lighter week, so that body and head catch up with the weeks before."));
    }
    for (kind, meaning) in KINDS {
        let occurs = |week: &Shown<'_>| week.entries().filter_map(Entry::as_run).any(|run| run.run.kind == kind);
        if shown.iter().any(occurs) {
            terms.push((kind.title(), meaning));
        }
    }
    terms
}

const PHASES: [(Phase, &str); 5] = [
    (Phase::Base, "Easy running above all: the ground on which the rest stands."),
    (Phase::Build, "Harder runs come in, and the long run grows."),
    (Phase::Peak, "The most specific weeks: close to what the goal asks."),
    (Phase::Taper, "Less running before the race, so that you start rested."),
    (Phase::Recovery, "Little and easy, until you are fresh again."),
];

const KINDS: [(RunType, &str); 12] = [
    (RunType::WalkRun, "Walking and running in turn; the running parts grow."),
    (RunType::Recovery, "Slower than easy: it is there to loosen, not to train."),
    (RunType::Easy, "Slow enough to talk in whole sentences. If in doubt, slower."),
    (RunType::Long, "The longest run of the week, easy all the way unless its steps say otherwise."),
    (RunType::Tempo, "A stretch that is hard but even, framed by easy running."),
    (RunType::Intervals, "Fast stretches with easy breaks: the last as fast as the first."),
    (RunType::Hills, "Strong up the hill, easy down again."),
    (RunType::Fartlek, "Playing with speed: faster stretches as you like, easy between them."),
    (RunType::RacePace, "Stretches as fast as you mean to race, to learn how that feels."),
    (RunType::TimeTrial, "As fast as you can hold over the distance: it sets your paces."),
    (RunType::Finisher, "Some brisk minutes right after lifting."),
    (RunType::CooldownJog, "A slow jog right after lifting."),
];
