//! Pain asks for rest, not for stress.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// From which pain (0 to 10) on a week gets easier, or empty.
#[derive(Clone, Debug)]
pub struct Pain {
    careful_from: i32,
    stop_from: i32,
    careful_cut: i32,
    rising_cut: i32,
    rising_days_off: i32,
    stop_days: i32,
}

static CARD: Card = Card {
    id: "pain",
    binding: Binding::Advice,
    summary: "Some pain: easy and less. Rising pain: some days off. Much pain: no running.",
    docs: "Programs for tendon pain let it reach a middling value while running if it is gone the next morning and does \
           not rise from week to week. Sources put the limits differently; the safest common reading is used. A runner's \
           pain is asked about while or after running, and the next morning. This is not a diagnosis: pain that stays \
           belongs to somebody who can look at it.",
    evidence: &[
        "Silbernagel 2007, American Journal of Sports Medicine: running on with a pain-monitoring model.",
        "Thomeé 1997, Physical Therapy: the pain-monitoring model.",
        "Judgement: the safest common reading of their limits, and the volumes.",
    ],
};

/// What pain asks of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hurt {
    /// Nothing.
    None,
    /// Easy runs only, and less of them.
    Careful,
    /// Some days off, then half.
    Rising,
    /// No running.
    Stop,
}

impl ForAthlete for Pain {
    fn for_athlete(_: &Setting) -> Self {
        Self { careful_from: 3, stop_from: 6, careful_cut: 40, rising_cut: 50, rising_days_off: 3, stop_days: 7 }
    }
}

impl Pain {
    /// What a pain of `now` asks for, after an `earlier` one.
    pub fn judge(&self, now: u8, earlier: Option<u8>) -> Hurt {
        let rising = earlier.is_some_and(|earlier| earlier < now && i32::from(earlier) >= self.careful_from);
        match i32::from(now) {
            pain if pain >= self.stop_from => Hurt::Stop,
            pain if pain < self.careful_from => Hurt::None,
            _ if rising => Hurt::Rising,
            _ => Hurt::Careful,
        }
    }

    /// Percent of the volume that is kept.
    pub fn kept(&self, hurt: Hurt) -> i32 {
        match hurt {
            Hurt::None => 100,
            Hurt::Careful => 100 - self.careful_cut,
            Hurt::Rising => 100 - self.rising_cut,
            Hurt::Stop => 0,
        }
    }

    /// Days without a run.
    pub fn days_off(&self, hurt: Hurt) -> i32 {
        match hurt {
            Hurt::None | Hurt::Careful => 0,
            Hurt::Rising => self.rising_days_off,
            Hurt::Stop => self.stop_days,
        }
    }

    /// The largest pain that a run may go with.
    pub fn harmless(&self) -> i32 {
        self.careful_from - 1
    }
}

impl Rule for Pain {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("careful_from", "pain from which runs are easy and less", "of 10", &mut self.careful_from, (1, 3)).at_most(),
            Number::new("stop_from", "pain from which there is no running", "of 10", &mut self.stop_from, (2, 6)).at_most(),
            Number::new("careful_cut", "off the volume with some pain", "%", &mut self.careful_cut, (30, 100)),
            Number::new("rising_cut", "off the volume with rising pain", "%", &mut self.rising_cut, (50, 100)),
            Number::new("rising_days_off", "without a run when pain rises", "days", &mut self.rising_days_off, (2, 14)),
            Number::new("stop_days", "without a run with much pain, before it is looked at again", "days", &mut self.stop_days, (7, 28)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    #[test]
    fn pain_stops_before_it_is_great() {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        let rule = Pain::for_athlete(&Setting::of(goal, level));
        let judge = |now, earlier| rule.judge(now, earlier);
        assert_eq!([0, 2, 3, 5, 6].map(|pain| judge(pain, None)), [Hurt::None, Hurt::None, Hurt::Careful, Hurt::Careful, Hurt::Stop]);
        assert_eq!((judge(4, Some(3)), judge(4, Some(4)), judge(4, Some(1))), (Hurt::Rising, Hurt::Careful, Hurt::Careful));
    }
}
