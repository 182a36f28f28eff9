//! A run of the person's own as the record has it: where they put it, and what it is to the plan.

use super::super::identity::{run_id, session_number};
use super::super::{LocalTime, PlacedRun, Reason, Revision, RunDetail, Step};
use super::run::RunWriter;
use crate::model::{Day, Minutes, OwnRun, RunClass, Session};
use crate::prescribe::energy::energy_kcal;
use crate::prescribe::workouts::{self, LIBRARY, Workout};
use crate::prescribe::{Week, paces_in};
use crate::schedule::Standing;

/// Of a hard run of the person's own so much counts as hard, since nobody knows what the group does (judgement).
const HARD_PART: Minutes = 3;

impl RunWriter<'_> {
    /// Minutes of the person's own runs in a week.
    pub(super) fn own_minutes(&self, week: &Week) -> Minutes {
        let inside = self.block.timetable.appointments.iter().filter(|one| one.day.week() == week.number as i32 - 1);
        inside.filter_map(|one| one.run).map(|run| run.minutes).sum()
    }

    /// The session of the brief that a run is.
    fn session(&self, run: &Standing) -> Option<&Session> {
        let is_it = |day: Day, slug: &str| day == run.place.day && slug == run.slug;
        let known =
            self.block.timetable.appointments.iter().find(|one| one.run.is_some() && is_it(one.day, one.slug()))?;
        let number = session_number(&known.id)? as usize;
        self.brief.sessions.get(number.checked_sub(1)?)
    }

    /// The run, if it is one of the person's own.
    pub(super) fn own(&self, week: &Week, run: &Standing) -> Option<PlacedRun> {
        let session = self.session(run).filter(|_| !run.place.judged)?;
        let own = session.run?;
        let (place, minutes) = (&run.place, run.place.run.minutes);
        let workout = workout(own.class)?;
        let paces = paces_in(self.brief, week.number as i32 - 1).map(|paces| paces.with_fitness(week.fitness_permille));
        let occasion = self.occasion(week, paces.as_ref());
        let known = own.metres.map(|metres| f64::from(metres) / 1000.0);
        let is_hard = own.class == RunClass::Quality;
        let distance_km = known.or_else(|| workout.distance_km(minutes, &occasion).filter(|_| !is_hard));
        let warning =
            week.stops.iter().find(|stop| (stop.from..=stop.to).contains(&place.day)).map(|stop| stop.text.clone());
        let energy = &self.brief.rules.energy;
        let energy_kcal = energy_kcal(&self.brief.athlete, place.run.kind, minutes, distance_km, energy);
        let steps = match &warning {
            Some(_) => Vec::new(),
            None if is_hard => as_the_group(minutes),
            None => self.steps(workout, minutes, &occasion, None),
        };
        Some(PlacedRun {
            id: run_id(week.number as i32 - 1, &run.slug),
            name: session.name.clone(),
            start: LocalTime(self.block.timetable.calendar.wall(place.start)),
            minutes,
            load: place.run.load(),
            run: RunDetail {
                kind: place.run.kind,
                class: place.run.class(),
                workout: workout.id.to_owned(),
                attached_to: None,
                distance_km: distance_km.map(|km| (km * 10.0).round() / 10.0),
                own: true,
                instead_of: None,
                full_minutes: None,
                energy_kcal: energy_kcal.filter(|_| !self.brief.rules.youth.applies()),
                purpose: if is_hard {
                    "A hard run of the week, as the group runs it: hold back rather than race it.".to_owned()
                } else {
                    self.purpose(workout, minutes)
                },
                steps,
            },
            warning,
            why: vec![Reason {
                rule: "run_days".to_owned(),
                text: "Your own run: it stays where you put it and is one of the week's runs.".to_owned(),
            }],
            if_tired: if is_hard { "Run along easily at the back.".to_owned() } else { workout.if_tired(minutes) },
            pin: false,
            revision: Revision::default(),
        })
    }
}

/// The workout that an own run is most like.
fn workout(class: RunClass) -> Option<&'static Workout> {
    let own = match class {
        RunClass::Easy => workouts::find("easy"),
        RunClass::Long => workouts::find("long_easy"),
        RunClass::Quality | RunClass::Race => None,
    };
    own.or_else(|| LIBRARY.iter().find(|one| one.kind == OwnRun { class, metres: None }.kind()))
}

fn as_the_group(minutes: Minutes) -> Vec<Step> {
    let hard = minutes / HARD_PART;
    let before = (minutes - hard) / 2;
    let parts = [(before, 2, "easy"), (hard, 4, "hard, as the group runs it"), (minutes - hard - before, 2, "easy")];
    let step = |(minutes, zone, effort): (Minutes, u8, &str)| Step {
        minutes: f64::from(minutes),
        zone,
        effort: effort.to_owned(),
        pace: None,
        heart_rate: None,
        repeat: 1,
        group: None,
    };
    parts.into_iter().filter(|(minutes, ..)| *minutes > 0).map(step).collect()
}
