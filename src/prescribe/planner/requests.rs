//! From lengths to runs with workouts.

use super::Planner;
use super::fit::Fit;
use crate::model::{Minutes, Phase, RunShape};
use crate::prescribe::history::Doses;
use crate::prescribe::pick::Picker;
use crate::prescribe::variants::variants;
use crate::prescribe::{Request, Week};

impl Planner<'_> {
    pub(in crate::prescribe) fn request(&self, slug: String, shape: RunShape, workout: &'static str) -> Request {
        let declined = self.outcome.left_out(self.index, &slug);
        Request {
            slug,
            variants: variants(self.brief, &shape, workout),
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
            .sparing(self.lowering.threshold_only, self.lowering.no_hills)
            .of_runs(easy + hard.len() as i32 + i32::from(lengths.long.is_some()))
            .after(if phase == Phase::Taper || halved { Doses::new() } else { self.history.doses().clone() });
        if self.lowering.quality == 0 {
            picker = picker.without_hard();
        }
        let mut taken = self.taken.clone();
        let mut more_easy: Vec<Minutes> = Vec::new();
        // What a long run holds of the pace of the race is settled first, so that there is enough of it.
        let dose = self.stage.work.long.filter(|_| !deload && self.lowering.quality > 0 && !self.is_crowded());
        picker.keep_for_hard_runs(hard.iter().map(|dose| dose.minutes).sum());
        let dosed = lengths.long.zip(dose).and_then(|(minutes, dose)| picker.long_with(dose, minutes, &taken));
        for (nth, (dose, minutes)) in hard.iter().zip(&lengths.hard).enumerate() {
            match picker.hard(*dose, *minutes, &taken) {
                Some((workout, work)) => {
                    taken.push(workout.id);
                    let shape = workout.shape(*minutes, level);
                    let request = self.request(format!("quality-{}", nth + 1), shape, workout.id);
                    week.runs.push(Request { work: Some(work), ..request });
                }
                // No hard workout fits.
                None => more_easy.push(*minutes),
            }
        }
        if let Some(minutes) = lengths.long {
            let (workout, work) = match dosed {
                Some((workout, work)) => (workout, Some(work)),
                None => (picker.long(minutes, &taken), None),
            };
            let request = self.request("long".to_owned(), workout.shape(minutes, level), workout.id);
            week.runs.push(Request { work, ..request });
        }
        more_easy.extend(std::iter::repeat_n(lengths.easy, *easy as usize));
        let count = more_easy.len() as i32;
        if count > 0 {
            // Alike for the rules, so that they may change places.
            let minutes = if *easy as usize == more_easy.len() {
                lengths.easy
            } else {
                more_easy.iter().sum::<Minutes>() / count / 5 * 5
            };
            let plain = picker.easy(minutes, count);
            let strides = picker.strides(minutes).filter(|_| self.stage.work.strides);
            for nth in 1..=count {
                // Which of the easy runs ends with strides is settled when all have their days.
                let workout = strides.filter(|_| nth == 1).unwrap_or(plain);
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
    pub(super) fn total(&self, fit: &Fit) -> Minutes {
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
