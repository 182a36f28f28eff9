//! One placed run as the record has it.

use super::super::identity::run_id;
use super::super::{LocalTime, PlacedRun, Reason, Revision, RunDetail, Step};
use super::reasons::Heard;
use crate::brief::Brief;
use crate::model::{Minutes, RunType, Target};
use crate::prescribe::energy::energy_kcal;
use crate::prescribe::heart::Zones;
use crate::prescribe::paces::{PaceKind, Paces};
use crate::prescribe::workouts::{self, Occasion, Workout};
use crate::prescribe::{self, RaceDay, Request, Week, paces_in};
use crate::rules::{Place, Rulebook};
use crate::schedule::{Block, Standing};

/// Writes runs with the person's paces and zones.
pub(super) struct RunWriter<'a> {
    pub(super) brief: &'a Brief,
    pub(super) block: &'a Block,
    heard: &'a Heard,
    zones: Option<Zones>,
}

impl<'a> RunWriter<'a> {
    pub(super) fn new(brief: &'a Brief, block: &'a Block, heard: &'a Heard) -> Self {
        let zones = Zones::of(&brief.athlete, brief.block.start, &brief.rules.heart_rate);
        Self { brief, block, heard, zones }
    }

    /// The run at `index` of the solution, in its week; as another workout than asked for where one is named.
    pub(super) fn write(&self, week: &Week, index: usize, run: &Standing, workout: Option<&str>) -> PlacedRun {
        if let Some(own) = self.own(week, run) {
            return own;
        }
        let place = &run.place;
        let race = week.race.as_ref().filter(|_| place.run.kind == RunType::Race);
        let workout = workout.and_then(workouts::find).unwrap_or_else(|| workout_of(week, run, race));
        let paces = paces_in(self.brief, week.number as i32 - 1).map(|paces| paces.with_fitness(week.fitness_permille));
        let minutes = place.run.minutes;
        let occasion = Occasion { work: work_of(&self.brief.rules, week, run), ..self.occasion(week, paces.as_ref()) };
        let distance_km = race.map(|race| race.distance_km).or_else(|| workout.distance_km(minutes, &occasion));
        let attached_to = place.attached_to.and_then(|index| self.block.timetable.appointments.get(index));
        let brought = prescribe::brought_run(self.brief, (week.number as usize).saturating_sub(1), &run.slug);
        let brought = brought.filter(|_| race.is_none());
        let distance_km = match brought {
            Some(own) => prescribe::brought_km(self.brief, (week.number as usize).saturating_sub(1), own),
            None => distance_km,
        };
        let warning = race.and_then(|race| race.warning.clone());
        let mut why = self.heard.of_run(index);
        if let Some(race) = race {
            why = of_race(race);
        }
        PlacedRun {
            id: run_id(week.number as i32 - 1, &run.slug),
            name: match (race, brought) {
                (Some(race), _) => race.name.clone(),
                (None, Some(own)) => own.text.clone(),
                (None, None) => workout.name.to_owned(),
            },
            start: LocalTime(self.block.timetable.calendar.wall(place.start)),
            minutes,
            load: place.run.load(),
            run: RunDetail {
                kind: place.run.kind,
                class: place.run.class(),
                workout: workout.id.to_owned(),
                attached_to: attached_to.map(|session| session.id.clone()),
                distance_km: distance_km.map(|km| (km * 10.0).round() / 10.0),
                own: false,
                instead_of: asked_for(week, run),
                full_minutes: (place.full_minutes != minutes).then_some(place.full_minutes),
                energy_kcal: energy_kcal(
                    &self.brief.athlete,
                    place.run.kind,
                    minutes,
                    distance_km,
                    &self.brief.rules.energy,
                )
                // What running burns is no figure for somebody who grows.
                .filter(|_| !self.brief.rules.youth.applies()),
                purpose: match brought {
                    Some(_) => prescribe::FROM_ELSEWHERE.to_owned(),
                    None => self.on_treadmill(self.purpose(workout, minutes), place),
                },
                steps: match brought {
                    _ if warning.is_some() => Vec::new(),
                    Some(own) => {
                        let steps = prescribe::brought_steps(self.brief, (week.number as usize).saturating_sub(1), own);
                        self.shown(steps, &occasion, race)
                    }
                    None => self.steps(workout, minutes, &occasion, race),
                },
            },
            warning,
            why,
            if_tired: if race.is_some() { String::new() } else { workout.if_tired(minutes) },
            pin: false,
            revision: Revision::default(),
        }
    }

    /// What the run is for and how it should feel, and what to eat on the way where it is long.
    pub(super) fn purpose(&self, workout: &Workout, minutes: Minutes) -> String {
        let rules = &self.brief.rules;
        let fuel = rules.if_on(&rules.fuel_and_fluid).and_then(|rule| rule.on_the_way(minutes));
        fuel.map_or_else(|| workout.purpose().to_owned(), |fuel| format!("{} {fuel}", workout.purpose()))
    }

    /// What a run is for, and how a treadmill is set on a day on which it is on one.
    fn on_treadmill(&self, purpose: String, place: &Place) -> String {
        if !self.brief.running.treadmill_days.contains(&place.day.weekday()) || place.attached_to.is_some() {
            return purpose;
        }
        let how = match place.run.kind {
            RunType::Race => return purpose,
            RunType::Hills => "climb at 5 to 8 % and walk or jog flat between",
            RunType::WalkRun => "leave it flat",
            _ => "1 % of incline is like the road",
        };
        format!("{purpose} On the treadmill: {how}.")
    }

    pub(super) fn occasion<'b>(&'b self, week: &Week, paces: Option<&'b Paces>) -> Occasion<'b> {
        Occasion {
            level: self.brief.athlete.running_level,
            rules: &self.brief.rules,
            weekly_minutes: self.minutes(week),
            deload: week.deload,
            work: None,
            paces,
        }
    }

    /// Minutes of the week's own runs, no more than found a place: hard work is a share of these.
    fn minutes(&self, week: &Week) -> i32 {
        let own: i32 = self.own_minutes(week);
        let asked: i32 = week.runs.iter().filter(|run| !run.declined).map(|run| run.shape.minutes).sum::<i32>() + own;
        let inside =
            |run: &&Standing| run.place.day.week() == week.number as i32 - 1 && run.place.run.kind != RunType::Race;
        asked.min(self.block.solution.runs.iter().filter(inside).map(|run| run.place.run.minutes).sum())
    }

    pub(super) fn steps(
        &self,
        workout: &Workout,
        minutes: i32,
        occasion: &Occasion<'_>,
        race: Option<&RaceDay>,
    ) -> Vec<Step> {
        self.shown(workout.steps(minutes, occasion), occasion, race)
    }

    /// Steps with the person's paces and pulses.
    fn shown(&self, steps: Vec<workouts::Step>, occasion: &Occasion<'_>, race: Option<&RaceDay>) -> Vec<Step> {
        let miles = self.brief.display.miles;
        let pulse = &self.brief.rules.heart_rate;
        let shows = |target: Target| self.brief.running.targets.is_none_or(|wished| wished == target);
        let steps = steps.into_iter().map(|step| Step {
            minutes: f64::from(step.seconds) / 60.0,
            zone: step.zone,
            effort: step.effort.to_owned(),
            pace: match race.filter(|_| shows(Target::Pace)) {
                None if !shows(Target::Pace) => None,
                Some(race) if step.pace == PaceKind::Race => {
                    occasion.paces.and_then(|paces| paces.race_text(race.distance_km, f64::from(race.seconds), miles))
                }
                _ => occasion.paces.and_then(|paces| paces.text(step.pace, miles)),
            },
            heart_rate: self
                .zones
                .as_ref()
                .filter(|_| shows(Target::Pulse) && pulse.has_target(step.seconds))
                .map(|zones| zones.text(step.zone)),
            repeat: step.repeat,
            group: step.group,
        });
        steps.collect()
    }
}

/// Why the race is there, and what speaks against the time it is given.
fn of_race(race: &RaceDay) -> Vec<Reason> {
    let reason = |rule: &str, text: String| Reason { rule: rule.to_owned(), text };
    let mut why = vec![reason("phases", format!("{} is on this day.", race.name))];
    if race.warning.is_none() && !race.cautions.is_empty() {
        why.push(reason("race_prediction", race.cautions.join(" ")));
    }
    why
}

/// What was asked for where something else stands in for it.
fn asked_for(week: &Week, run: &Standing) -> Option<RunType> {
    let kind = run.place.run.kind;
    let request = week.runs.iter().find(|request| request.slug == run.slug)?;
    let stands_in = request.variants.iter().any(|variant| variant.shape.kind == kind);
    (stands_in && request.shape.kind != kind).then_some(request.shape.kind)
}

/// What was asked for where this run stands.
fn request_of<'a>(week: &'a Week, run: &Standing) -> Option<&'a Request> {
    let alike = || week.runs.iter().find(|request| request.shape.kind == run.place.run.kind);
    week.runs.iter().find(|request| request.slug == run.slug).or_else(alike)
}

/// Minutes of hard work of a run: a shortened one holds less of it.
fn work_of(rules: &Rulebook, week: &Week, run: &Standing) -> Option<Minutes> {
    let place = &run.place;
    let request = request_of(week, run).filter(|request| request.shape.kind == place.run.kind)?;
    request.work.map(|work| match workouts::find(request.workout).and_then(|one| one.trains) {
        Some(stimulus) if place.run.minutes < place.full_minutes => {
            let share = work * place.run.minutes / place.full_minutes.max(1);
            rules.race_work.at_most(stimulus, share).max(1)
        }
        _ => work,
    })
}

fn workout_of(week: &Week, run: &Standing, race: Option<&RaceDay>) -> &'static Workout {
    let kind = run.place.run.kind;
    let request = request_of(week, run);
    let variant = request.and_then(|request| request.variants.iter().find(|variant| variant.shape.kind == kind));
    let asked = request.filter(|request| request.shape.kind == kind).map(|request| request.workout);
    let fallback = || workouts::LIBRARY.iter().find(|workout| workout.kind == kind).unwrap_or(&workouts::LIBRARY[0]);
    match race {
        Some(race) => workouts::race(race.distance_km),
        None => asked.or(variant.map(|variant| variant.workout)).and_then(workouts::find).unwrap_or_else(fallback),
    }
}
