//! What the planner adds to the week.

use super::{Minutes, words};

words! {
    /// What kind of run it is.
    pub enum RunType {
        /// Walk with running in between.
        WalkRun = "walk_run",
        /// Very easy.
        Recovery = "recovery",
        /// Easy.
        Easy = "easy",
        /// The long run.
        Long = "long",
        /// Threshold running without a break.
        Tempo = "tempo",
        /// Repeats with recoveries: cruise intervals, `VO2max`, repetitions.
        Intervals = "intervals",
        /// Hill repeats.
        Hills = "hills",
        /// Play with speed.
        Fartlek = "fartlek",
        /// At the pace of the race.
        RacePace = "race_pace",
        /// A test.
        TimeTrial = "time_trial",
        /// A short hard finish after a session.
        Finisher = "finisher",
        /// A very easy jog after a session.
        CooldownJog = "cooldown_jog",
        /// The event itself.
        Race = "race",
    }
}

words! {
    /// How the rules see a run.
    pub enum RunClass {
        /// Low intensity.
        Easy = "easy",
        /// A hard run.
        Quality = "quality",
        /// The long run of the week.
        Long = "long",
        /// A race: quality to its neighbours, never judged itself.
        Race = "race",
    }
}

words! {
    /// What the steps of a run are told by.
    pub enum Target {
        /// Pace, where one is known.
        Pace = "pace",
        /// Pulse, where zones are known.
        Pulse = "pulse",
        /// How it feels, and nothing else.
        Effort = "effort",
    }
}

impl RunType {
    /// The class the rules see it as.
    pub fn class(self) -> RunClass {
        match self {
            Self::WalkRun | Self::Recovery | Self::Easy | Self::CooldownJog => RunClass::Easy,
            Self::Long => RunClass::Long,
            Self::Race => RunClass::Race,
            Self::Tempo
            | Self::Intervals
            | Self::Hills
            | Self::Fartlek
            | Self::RacePace
            | Self::TimeTrial
            | Self::Finisher => RunClass::Quality,
        }
    }

    /// Whether it only closes a workout, on top of the runs that a week asks for: no run of its own.
    pub fn closes_a_workout(self) -> bool {
        matches!(self, Self::CooldownJog | Self::Finisher)
    }

    /// The session RPE, times ten, that a run of this type has where nothing more is known of it.
    pub fn usual_rpe_tenths(self) -> i32 {
        match (self, self.class()) {
            // Run at the highest oxygen uptake, for all one knows: the legs have to be fresh.
            (Self::Intervals, _) => 80,
            (_, RunClass::Quality | RunClass::Race) => 60,
            (_, RunClass::Easy | RunClass::Long) => 30,
        }
    }

    /// The name a person reads, as in "Easy run".
    pub fn title(self) -> &'static str {
        match self {
            Self::WalkRun => "Walk-run",
            Self::Recovery => "Recovery run",
            Self::Easy => "Easy run",
            Self::Long => "Long run",
            Self::Tempo => "Tempo run",
            Self::Intervals => "Intervals",
            Self::Hills => "Hill repeats",
            Self::Fartlek => "Fartlek",
            Self::RacePace => "Race-pace run",
            Self::TimeTrial => "Time trial",
            Self::Finisher => "Finisher",
            Self::CooldownJog => "Cool-down jog",
            Self::Race => "Race",
        }
    }
}

/// The longest way that one run can be, in kilometres.
pub const MOST_KM: f64 = 500.0;

/// What the runs of a week that are counted through share, `easy` of `easy-2`; another name is its own.
pub fn stem(slug: &str) -> &str {
    slug.rsplit_once('-')
        .filter(|(_, number)| number.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(slug, |(stem, _)| stem)
}

/// Session RPE, times ten, up to which intervals are no harder than threshold.
const THRESHOLD_RPE_TENTHS: i32 = 65;

/// A run without a place: all that a rule needs to know about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunShape {
    /// What kind of run.
    pub kind: RunType,
    /// Its length.
    pub minutes: Minutes,
    /// Session RPE (CR-10) times ten, so that 3.5 is 35.
    pub rpe_tenths: i32,
}

impl RunShape {
    /// The class the rules see.
    pub fn class(&self) -> RunClass {
        self.kind.class()
    }

    /// Whether it is run faster than threshold: hills, repetitions, intervals at the highest oxygen uptake, tests, hard finishes.
    /// Intervals up to `THRESHOLD_RPE_TENTHS` are threshold in pieces.
    pub fn is_fast(&self) -> bool {
        match self.kind {
            RunType::Hills | RunType::TimeTrial | RunType::Finisher => true,
            RunType::Intervals => self.rpe_tenths > THRESHOLD_RPE_TENTHS,
            _ => false,
        }
    }

    /// Session load in arbitrary units: session RPE x minutes (Foster 2001), rounded down.
    pub fn load(&self) -> i32 {
        self.rpe_tenths * self.minutes / 10
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_are_counted_through_share_a_stem() {
        assert_eq!(["easy-1", "easy-12", "long", "quality-2"].map(stem), ["easy", "easy", "long", "quality"]);
        assert_eq!(stem("cooldown-jog"), "cooldown-jog");
    }
}
