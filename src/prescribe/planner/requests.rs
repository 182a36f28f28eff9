//! From lengths to runs with workouts.

use super::Planner;
use super::fit::Fit;
use crate::model::{Phase, RunClass, RunShape, RunType};
use crate::prescribe::pick::Picker;
use crate::prescribe::{Request, Variant, Week, race, workouts};

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

    pub(super) fn requests(&self, fit: Fit, phase: Phase, deload: bool) -> Week {
        let Fit { count, lengths, nominal, loss, aim } = fit;
        let mut week = self.empty(phase, deload);
        let level = self.brief.athlete.running_level;
        let (easy, quality) = (self.missing("easy", count.easy), self.missing("quality", count.quality));
        let total =
            (count.easy - easy) * lengths.easy + (count.quality - quality) * lengths.quality + lengths.long - loss;
        let halved = deload || self.lowering.halved;
        let mut picker = Picker::new(self.brief, self.seed, week.number, phase, halved, total)
            .with_fitness(self.lowering.fitness_permille)
            .sparing(self.lowering.threshold_only, self.lowering.no_hills);
        if self.lowering.quality == 0 {
            picker = picker.without_hard();
        }
        let mut taken = self.taken.clone();
        // Before a long race every other long run of the peak holds some of its pace, and the hard runs have what that leaves.
        let in_turn = count.long && phase == Phase::Peak && !deload && week.number.is_multiple_of(2);
        let with_race_pace =
            (in_turn && race::is_long(self.brief)).then(|| picker.long_at_pace(lengths.long)).flatten();
        for nth in 1..=count.quality {
            let minutes = if lengths.quality > 0 { lengths.quality } else { nominal.quality };
            let Some(workout) = picker.quality(minutes, &taken) else {
                // No hard workout fits: the week is shared anew among the other runs.
                let fewer = self.fitted(count.with_quality(nth - 1), aim);
                return fewer.map_or_else(|| self.empty(phase, deload), |fit| self.requests(fit, phase, deload));
            };
            taken.push(workout.id);
            week.runs.push(self.request(format!("quality-{nth}"), workout.shape(minutes, level), workout.id));
        }
        if count.long {
            let minutes = if lengths.long > 0 { lengths.long } else { nominal.long };
            let workout = with_race_pace.unwrap_or_else(|| picker.long(minutes, &taken));
            week.runs.push(self.request("long".to_owned(), workout.shape(minutes, level), workout.id));
        }
        if count.easy > 0 {
            let minutes = if lengths.easy > 0 { lengths.easy } else { nominal.easy };
            let workout = picker.easy(minutes, count.easy);
            for nth in 1..=count.easy {
                week.runs.push(self.request(format!("easy-{nth}"), workout.shape(minutes, level), workout.id));
            }
        }
        week
    }
}
