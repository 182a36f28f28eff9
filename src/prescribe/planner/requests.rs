//! From lengths to runs with workouts.

use super::Planner;
use super::fit::Fit;
use crate::model::{Distance, Minutes, Phase, RunClass, RunShape, RunType};
use crate::prescribe::dose::{Dose, Work};
use crate::prescribe::pick::Picker;
use crate::prescribe::{Request, Variant, Week, workouts};

impl Planner<'_> {
    pub(in crate::prescribe) fn request(&self, slug: String, shape: RunShape, workout: &'static str) -> Request {
        let declined = self.outcome.left_out(self.index, &slug);
        Request { slug, variants: self.variants(&shape), shape, workout, work: None, declined, barred: Vec::new() }
    }

    /// Threshold or play with speed instead of hills or intervals, then an easy run.
    fn variants(&self, shape: &RunShape) -> Vec<Variant> {
        let kinds: &[RunType] = match (shape.class(), shape.kind) {
            (RunClass::Quality, RunType::Hills | RunType::Intervals) => &[RunType::Tempo, RunType::Easy],
            (RunClass::Quality, _) => &[RunType::Easy],
            _ => &[],
        };
        let level = self.brief.athlete.running_level;
        let fits = |kind: RunType| {
            let of_kind = workouts::LIBRARY.iter().filter(|one| one.kind == kind);
            let whole = |one: &&workouts::Workout| (one.minutes.0..=one.minutes.1).contains(&shape.minutes);
            let workout = of_kind.clone().find(whole).or_else(|| of_kind.clone().next())?;
            Some(Variant { shape: workout.shape(shape.minutes, level), workout: workout.id })
        };
        kinds.iter().filter_map(|kind| fits(*kind)).collect()
    }

    pub(super) fn requests(&self, fit: &Fit, phase: Phase, deload: bool) -> Week {
        let Fit { easy, hard, lengths, .. } = fit;
        let mut week = self.empty(phase, deload);
        let level = self.brief.athlete.running_level;
        let total = self.total(fit);
        let halved = deload || self.lowering.halved;
        let mut picker = Picker::new(self.brief, self.seed, week.number, phase, halved, total)
            .with_fitness(self.lowering.fitness_permille)
            .sparing(self.lowering.threshold_only, self.lowering.no_hills);
        if self.lowering.quality == 0 {
            picker = picker.without_hard();
        }
        let mut taken = self.taken.clone();
        let mut more_easy = 0;
        for (nth, (dose, minutes)) in hard.iter().zip(&lengths.hard).enumerate() {
            match self.hard_run(&mut picker, *dose, *minutes, &taken) {
                Some(workout) => {
                    taken.push(workout.id);
                    let shape = workout.shape(*minutes, level);
                    week.runs.push(self.request(format!("quality-{}", nth + 1), shape, workout.id));
                }
                // No hard workout fits.
                None => more_easy += 1,
            }
        }
        if let Some(minutes) = lengths.long {
            let work = self.stage.work.long.filter(|_| !deload && self.lowering.quality > 0);
            let at_pace = work.filter(|dose| dose.work == Work::RacePace && self.is_for_long_race()).and_then(|_| picker.long_at_pace(minutes));
            let workout = at_pace.unwrap_or_else(|| picker.long(minutes, &taken));
            week.runs.push(self.request("long".to_owned(), workout.shape(minutes, level), workout.id));
        }
        let count = easy + more_easy;
        if count > 0 {
            let minutes = if lengths.easy > 0 { lengths.easy } else { lengths.hard.iter().copied().min().unwrap_or(0) };
            let workout = picker.easy(minutes, count);
            for nth in 1..=count {
                week.runs.push(self.request(format!("easy-{nth}"), workout.shape(minutes, level), workout.id));
            }
        }
        // What found no place and left its minutes to nobody is asked for again, and counts as left out.
        if !fit.taken_over {
            week.runs.iter_mut().for_each(|run| run.declined = false);
        }
        week
    }

    /// The workout of a hard run.
    fn hard_run(&self, picker: &mut Picker<'_>, _dose: Dose, minutes: Minutes, taken: &[&'static str]) -> Option<&'static workouts::Workout> {
        picker.quality(minutes, taken)
    }

    fn is_for_long_race(&self) -> bool {
        let event = self.brief.block.event.as_ref();
        event.is_some_and(|event| matches!(Distance::of(event.distance_km), Distance::Half | Distance::Marathon))
    }

    /// Minutes of the runs that have a place.
    fn total(&self, fit: &Fit) -> Minutes {
        let Fit { easy, lengths, .. } = fit;
        let placed = |slug: &str, minutes: Minutes| self.outcome.minutes(self.index, slug).map_or(minutes, |less| less.min(minutes));
        let hard = lengths.hard.iter().enumerate().map(|(nth, minutes)| placed(&format!("quality-{}", nth + 1), *minutes));
        let easy = (1..=*easy).map(|nth| placed(&format!("easy-{nth}"), lengths.easy));
        let long = lengths.long.map_or(0, |minutes| placed("long", minutes));
        hard.chain(easy).sum::<Minutes>() + long
    }
}
