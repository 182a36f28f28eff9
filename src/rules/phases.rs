//! The shape of a block: base, build, peak before an event; waves without one.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};
use crate::model::Phase;

/// How long the phases are.
#[derive(Clone, Debug)]
pub struct Phases {
    weeks_5k: i32,
    weeks_10k: i32,
    weeks_half: i32,
    weeks_marathon: i32,
    base_weeks: i32,
    build_weeks: i32,
    most_build_weeks: i32,
    peak_weeks: i32,
    half_peak_weeks: i32,
    marathon_peak_weeks: i32,
}

pub(super) static CARD: Card = Card {
    id: "phases",
    binding: Binding::Advice,
    summary: "Easy volume first, then threshold and faster work, then race pace: planned back from the event.",
    docs: "Elite runners move from much easy volume toward the pace of the race as it comes nearer. How long each phase \
           should be is judgement, and so are the fewest weeks before an event: a shorter block is planned as well as it \
           can be, and told. Without an event each wave begins with base and goes on with build.",
    evidence: &[
        "Casado 2022, International Journal of Sports Physiology and Performance: how intensity shifts over a season.",
        "Judgement: the length of each phase.",
    ],
    words: None,
};

impl ForAthlete for Phases {
    fn for_athlete(setting: &Setting) -> Self {
        Self {
            weeks_5k: 8,
            weeks_10k: setting.level.pick(10, 8, 8),
            weeks_half: 12,
            weeks_marathon: 16,
            base_weeks: setting.level.pick(8, 4, 4),
            build_weeks: 4,
            most_build_weeks: 8,
            peak_weeks: 4,
            half_peak_weeks: 5,
            marathon_peak_weeks: 6,
        }
    }
}

impl Phases {
    /// Weeks that are usual before a race over this distance.
    pub fn weeks_for(&self, distance_km: f64) -> i32 {
        match distance_km {
            km if km < 7.5 => self.weeks_5k,
            km if km < 15.0 => self.weeks_10k,
            km if km < 30.0 => self.weeks_half,
            _ => self.weeks_marathon,
        }
    }

    /// The phase of a week (from 0) of the `before` weeks that lead up to the taper.
    pub fn before_taper(&self, week: i32, before: i32, distance_km: f64) -> Phase {
        let whole = match distance_km {
            km if km < 15.0 => self.peak_weeks,
            km if km < 30.0 => self.half_peak_weeks,
            _ => self.marathon_peak_weeks,
        };
        let peak = whole.min(before / 3);
        let build = self.most_build_weeks.min((before - peak) / 2);
        match before - week {
            left if left <= peak => Phase::Peak,
            left if left <= peak + build => Phase::Build,
            _ => Phase::Base,
        }
    }

    /// The phase of the week number `week` (from 0) of a wave of `weeks` weeks without an event: base, then build.
    pub fn in_wave(&self, week: i32, weeks: i32) -> Phase {
        let base = if weeks < self.base_weeks + self.build_weeks { weeks / 2 } else { self.base_weeks };
        if week < base.max(1) { Phase::Base } else { Phase::Build }
    }
}

impl Rule for Phases {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("weeks_5k", "usual before a race of five kilometres", "weeks", &mut self.weeks_5k, (1, 52)),
            Number::new("weeks_10k", "usual before a race of ten kilometres", "weeks", &mut self.weeks_10k, (1, 52)),
            Number::new("weeks_half", "usual before a half marathon", "weeks", &mut self.weeks_half, (1, 52)),
            Number::new("weeks_marathon", "usual before a marathon", "weeks", &mut self.weeks_marathon, (1, 52)),
            Number::new("base_weeks", "of base in a wave", "weeks", &mut self.base_weeks, (1, 52)),
            Number::new("build_weeks", "of build that a wave needs to have its whole base", "weeks", &mut self.build_weeks, (0, 52)).at_most(),
            Number::new("most_build_weeks", "of build before an event", "weeks", &mut self.most_build_weeks, (0, 52)).at_most(),
            Number::new("half_peak_weeks", "of race pace before a half marathon", "weeks", &mut self.half_peak_weeks, (0, 12)).at_most(),
            Number::new("peak_weeks", "of race pace before an event", "weeks", &mut self.peak_weeks, (0, 12)).at_most(),
            Number::new("marathon_peak_weeks", "of race pace before a marathon", "weeks", &mut self.marathon_peak_weeks, (0, 12))
                .at_most(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    fn rule() -> Phases {
        let (goal, level) = (Goal::Endurance, Level::Intermediate);
        Phases::for_athlete(&Setting::of(goal, level))
    }

    #[test]
    fn phases_are_planned_back_from_the_event() {
        let phases: Vec<_> = (0..11).map(|week| rule().before_taper(week, 11, 10.0).word()).collect();
        assert_eq!(phases[..4], ["base"; 4]);
        assert_eq!(phases[4..], ["build", "build", "build", "build", "peak", "peak", "peak"]);
    }

    #[test]
    fn two_weeks_before_an_event_are_no_time_for_a_peak() {
        assert_eq!([0, 1].map(|week| rule().before_taper(week, 2, 10.0)), [Phase::Base, Phase::Build]);
    }

    #[test]
    fn without_an_event_build_follows_base() {
        assert_eq!([0, 3, 4, 12].map(|week| rule().in_wave(week, 13).word()), ["base", "base", "build", "build"]);
        assert_eq!([0, 1, 2, 3].map(|week| rule().in_wave(week, 4).word()), ["base", "base", "build", "build"]);
    }
}
