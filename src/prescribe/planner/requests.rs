//! From lengths to runs with workouts.

use super::Planner;
use super::fit::Fit;
use crate::model::{Minutes, Phase, RunShape};
use crate::prescribe::pick::Picker;
use crate::prescribe::variants::variants;
use crate::prescribe::{Request, Week};

impl Planner<'_> {
    pub(in crate::prescribe) fn request(&self, slug: String, shape: RunShape, workout: &'static str) -> Request {
        let declined = self.outcome.left_out(self.index, &slug);
        Request {
            slug,
            variants: variants(self.brief, &shape),
            shape,
            workout,
            work: None,
            declined,
            barred: Vec::new(),
        }
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
            match picker.hard(*dose, *minutes, &taken) {
                Some((workout, work)) => {
                    taken.push(workout.id);
                    let shape = workout.shape(*minutes, level);
                    let request = self.request(format!("quality-{}", nth + 1), shape, workout.id);
                    week.runs.push(Request { work: Some(work), ..request });
                }
                // No hard workout fits.
                None => more_easy += 1,
            }
        }
        if let Some(minutes) = lengths.long {
            let dose = self.stage.work.long.filter(|_| !deload && self.lowering.quality > 0);
            let dosed = dose.and_then(|dose| picker.long_with(dose, minutes, &taken));
            let (workout, work) = match dosed {
                Some((workout, work)) => (workout, Some(work)),
                None => (picker.long(minutes, &taken), None),
            };
            let request = self.request("long".to_owned(), workout.shape(minutes, level), workout.id);
            week.runs.push(Request { work, ..request });
        }
        let count = easy + more_easy;
        if count > 0 {
            let minutes = if lengths.easy > 0 { lengths.easy } else { lengths.hard.iter().copied().min().unwrap_or(0) };
            let plain = picker.easy(minutes, count);
            let strides = picker.strides(minutes).filter(|_| self.stage.work.strides);
            for nth in 1..=count {
                // Which of the easy runs ends with strides is settled when all have their days.
                let workout = strides.filter(|_| nth == 1).unwrap_or(plain);
                // Alike for the rules, so that they may change places.
                week.runs.push(self.request(format!("easy-{nth}"), plain.shape(minutes, level), workout.id));
            }
        }
        // What found no place and left its minutes to nobody is asked for again, and counts as left out.
        if !fit.taken_over {
            week.runs.iter_mut().for_each(|run| run.declined = false);
        }
        week
    }

    /// Minutes of the runs that have a place.
    fn total(&self, fit: &Fit) -> Minutes {
        let Fit { easy, lengths, .. } = fit;
        let placed = |slug: &str, minutes: Minutes| {
            self.outcome.minutes(self.index, slug).map_or(minutes, |less| less.min(minutes))
        };
        let hard =
            lengths.hard.iter().enumerate().map(|(nth, minutes)| placed(&format!("quality-{}", nth + 1), *minutes));
        let easy = (1..=*easy).map(|nth| placed(&format!("easy-{nth}"), lengths.easy));
        let long = lengths.long.map_or(0, |minutes| placed("long", minutes));
        hard.chain(easy).sum::<Minutes>() + long
    }
}
