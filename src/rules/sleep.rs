//! Short sleep makes a week easier.

use super::{Binding, Card, ForAthlete, Number, Rule, Setting};

/// How much sleep carries how much training, in minutes of sleep.
#[derive(Clone, Debug)]
pub struct Sleep {
    enough: i32,
    short: i32,
    last_night: i32,
    too_short: i32,
    cut_percent: i32,
    mean_days: i32,
}

pub(super) static CARD: Card = Card {
    id: "sleep",
    binding: Binding::Advice,
    summary: "Short sleep holds the volume, then lowers it, and turns hard runs into easy ones.",
    docs: "Adults are advised to sleep seven hours or more. Endurance athletes who slept less over two weeks had more \
           injuries later. The young are advised to sleep eight to ten hours, so each number is an hour more for them. \
           What follows for the plan is judgement.",
    evidence: &[
        "Johnston 2020, Journal of Science and Medicine in Sport: sleep and new injuries in endurance athletes.",
        "Huang and Ihm 2021, Current Sports Medicine Reports: little sleep over two weeks.",
        "Paruthi 2016, Journal of Clinical Sleep Medicine: consensus on the sleep that the young need.",
        "Milewski 2014, Journal of Pediatric Orthopaedics: adolescents who slept under eight hours.",
        "Judgement: what a week loses.",
    ],
    words: None,
};

/// What sleep asks of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slept {
    /// Enough.
    Enough,
    /// Too little on the mean: no growth, one quality run at most.
    Little,
    /// One short night: hard runs become easy.
    ShortNight,
    /// Far too little on the mean: less volume, and hard runs become easy.
    Short,
    /// A night that is no basis for a run the day after.
    NoNight,
}

impl ForAthlete for Sleep {
    fn for_athlete(setting: &Setting) -> Self {
        let young = setting.age.is_some_and(|age| age < 18);
        Self {
            enough: if young { 480 } else { 420 },
            short: if young { 450 } else { 390 },
            last_night: if young { 420 } else { 360 },
            too_short: if young { 360 } else { 300 },
            cut_percent: 15,
            mean_days: 14,
        }
    }
}

impl Sleep {
    /// What the last night and the mean of the last days (in minutes) ask for.
    pub fn judge(&self, last_night: i32, mean: i32) -> Slept {
        if last_night < self.too_short {
            Slept::NoNight
        } else if mean < self.short {
            Slept::Short
        } else if last_night < self.last_night {
            Slept::ShortNight
        } else if mean < self.enough {
            Slept::Little
        } else {
            Slept::Enough
        }
    }

    /// Percent of the volume that is kept after sleep that was short on the mean.
    pub fn kept(&self) -> i32 {
        100 - self.cut_percent
    }

    /// Days that the mean is taken over.
    pub fn mean_days(&self) -> i32 {
        self.mean_days
    }
}

impl Rule for Sleep {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("enough", "of sleep on the mean below which nothing grows", "min", &mut self.enough, (300, 600)),
            Number::new("short", "of sleep on the mean below which volume falls", "min", &mut self.short, (300, 600)),
            Number::new("last_night", "of sleep last night below which hard runs become easy", "min", &mut self.last_night, (240, 540)),
            Number::new("too_short", "of sleep last night below which no run follows", "min", &mut self.too_short, (0, 420)),
            Number::new("cut_percent", "off the volume after short sleep", "%", &mut self.cut_percent, (0, 60)),
            Number::new("mean_days", "that the mean is taken over", "days", &mut self.mean_days, (3, 28)),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};

    fn rule(age: i32) -> Sleep {
        let (goal, level) = (Goal::Endurance, Level::Advanced);
        Sleep::for_athlete(&Setting { age: Some(age), ..Setting::of(goal, level) })
    }

    #[test]
    fn a_short_night_and_a_short_fortnight_differ() {
        assert_eq!(rule(30).judge(480, 450), Slept::Enough);
        assert_eq!(rule(30).judge(420, 410), Slept::Little);
        assert_eq!(rule(30).judge(350, 450), Slept::ShortNight);
        assert_eq!(rule(30).judge(400, 380), Slept::Short);
        assert_eq!(rule(30).judge(290, 450), Slept::NoNight);
    }

    #[test]
    fn the_young_need_more() {
        assert_eq!(rule(16).judge(470, 470), Slept::Little);
        assert_eq!(rule(16).judge(400, 490), Slept::ShortNight);
        assert_eq!(rule(16).judge(350, 490), Slept::NoNight);
        assert_eq!(rule(18).judge(470, 470), Slept::Enough);
    }
}
