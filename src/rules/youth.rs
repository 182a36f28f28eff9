//! Under eighteen: a body that grows, and a life with other sport in it.

use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{Clock, Minutes, RunClass};

/// What is asked for the young.
#[derive(Clone, Debug)]
pub struct Youth {
    age: Option<i32>,
    must_earliest: i32,
    must_match_hours: i32,
    longest_minutes: i32,
    longest_minutes_from_sixteen: i32,
    quality_runs: i32,
}

/// Whole years of age: who is younger is young, has a shorter longest run, and no paces.
const ADULT: i32 = 18;
const LONGER_FROM: i32 = 16;
const PACES_FROM: i32 = 14;
/// Kilometres of the longest race (opinion).
const LONGEST_RACE_KM: f64 = 10.0;

pub(super) static CARD: Card = Card {
    id: "youth",
    binding: Binding::Must,
    summary: "The young run by effort, seldom hard, never early in the morning or hard before a match, and keep a day without sport.",
    docs: "Specialising early and more hours of organised sport a week than years of age went with overuse injuries. One or \
           two days a week without any sport and some months a year off each sport are advised by paediatricians. \
           Sleep is longer at that age. How far the young should race is opinion; here ten kilometres are the most before \
           they are grown up, and below fourteen nobody runs to a pace. The day without sport is counted by the rule on \
           rest days.",
    evidence: &[
        "American Academy of Pediatrics 2024, Pediatrics: days and months without organised sport.",
        "Jayanthi 2015, American Journal of Sports Medicine: hours of organised sport and serious overuse injuries.",
        "Krabak 2021, British Journal of Sports Medicine: the young and long races, opinion.",
        "Judgement: the hours, the longest run, and how often a run is hard.",
    ],
    words: Some(Words {
        aim: "sleep and matches of the young",
        better: "hours that suit the young better",
        one: "one more run at an hour that suits the young",
        many: "{n} more runs at an hour that suits the young",
        obstacle: Some("sleep or a match of the young"),
    }),
};

impl ForAthlete for Youth {
    fn for_athlete(setting: &Setting) -> Self {
        Self {
            age: setting.age,
            must_earliest: 390,
            must_match_hours: 20,
            longest_minutes: 60,
            longest_minutes_from_sixteen: 75,
            quality_runs: 1,
        }
    }
}

impl Youth {
    fn is_below(&self, years: i32) -> bool {
        self.age.is_some_and(|age| age < years)
    }

    /// Whether the person is young.
    pub fn applies(&self) -> bool {
        self.is_below(ADULT)
    }

    /// Minutes of the longest run.
    pub fn longest(&self) -> Minutes {
        match (self.applies(), self.is_below(LONGER_FROM)) {
            (false, _) => Minutes::MAX,
            (_, true) => self.longest_minutes,
            (_, false) => self.longest_minutes_from_sixteen,
        }
    }

    /// Hard runs a week, where others run `usual`.
    pub fn quality_runs(&self, usual: i32) -> i32 {
        if self.applies() { usual.min(self.quality_runs) } else { usual }
    }

    /// Whether runs have paces and not only an effort.
    pub fn has_paces(&self) -> bool {
        !self.is_below(PACES_FROM)
    }

    /// What to tell of a race that is too long at that age.
    pub fn too_long(&self, distance_km: f64) -> Option<String> {
        (self.applies() && distance_km > LONGEST_RACE_KM).then(|| {
            format!(
                "A race of {distance_km} km is long before you are {ADULT}: {LONGEST_RACE_KM} km are advised at most. A \
                 shorter race would suit you better; ask your coach."
            )
        })
    }

    /// What the page says.
    pub fn notes(&self) -> Vec<String> {
        if !self.applies() {
            return Vec::new();
        }
        let paces = if self.has_paces() { "" } else { " Run by effort, never by pace." };
        vec![
            format!(
                "Keep at least one day a week without any sport, and two or three months a year without each sport.{paces}"
            ),
            "For parents and coach: these runs come on top of other sport. Hours of organised sport a week should not be \
             more than years of age; if there is pain, or the fun goes, leave runs out first."
                .to_owned(),
        ]
    }
}

impl Rule for Youth {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("must_earliest", "after midnight before which no run of the young starts", "min", &mut self.must_earliest, (390, 720))
                .must(390),
            Number::hours("must_match_hours", "from a hard or long run to a match", &mut self.must_match_hours).must(20),
            Number::new("longest_minutes", "of the longest run of a child", "min", &mut self.longest_minutes, (20, 60)).at_most(),
            Number::new("longest_minutes_from_sixteen", "of the longest run in the last years before adulthood", "min", &mut self.longest_minutes_from_sixteen, (20, 75))
                .at_most(),
            Number::new("quality_runs", "hard runs", "a week", &mut self.quality_runs, (0, 1)).at_most(),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SlotRule for Youth {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        if !self.applies() {
            return;
        }
        let early = self.must_earliest - i32::from(place.clock.0);
        if early > 0 {
            let earliest = Clock(self.must_earliest as u16);
            hear.hear(Verdict::must((early + 59) / 60), &|| {
                format!("It starts before {earliest}: too early for somebody who grows and needs the sleep.")
            });
        }
        if place.run.class() == RunClass::Easy {
            return;
        }
        let minutes = self.must_match_hours * 60;
        for game in timetable.after(place.end, minutes).filter(|one| one.is_match) {
            let short = minutes - game.start.since(place.end);
            if short > 0 {
                hear.hear(Verdict::must((short + 59) / 60), &|| {
                    format!(
                        "{} h before {}; a hard or long run of the young ends {} h before a match.",
                        game.start.since(place.end) / 60,
                        game.name,
                        self.must_match_hours
                    )
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Goal, Level};
    use crate::rules::diary::week;

    fn rule(age: i32) -> Youth {
        Youth::for_athlete(&Setting { age: Some(age), ..Setting::of(Goal::GeneralFitness, Level::Intermediate) })
    }

    #[test]
    fn nobody_who_grows_runs_before_half_past_six() {
        let early = "mon easy 06:15-06:45, tue easy 06:30-07:00";
        assert_eq!(
            week(early).breaks(&rule(15)),
            ["must 1: It starts before 06:30: too early for somebody who grows and needs the sleep."]
        );
        assert_eq!(week(early).breaks(&rule(18)), Vec::<String>::new());
    }

    #[test]
    fn the_longest_run_and_the_paces_come_with_age() {
        assert_eq!([13, 15, 16, 17].map(|age| rule(age).longest()), [60, 60, 75, 75]);
        assert_eq!(rule(18).longest(), Minutes::MAX);
        assert_eq!([13, 14].map(|age| rule(age).has_paces()), [false, true]);
        assert_eq!((rule(17).quality_runs(2), rule(18).quality_runs(2)), (1, 2));
    }

    #[test]
    fn long_races_are_for_adults() {
        assert!(rule(17).too_long(21.1).is_some() && rule(17).too_long(10.0).is_none());
        assert!(rule(18).too_long(42.2).is_none());
    }

    #[test]
    fn parents_are_spoken_to_and_adults_are_not() {
        assert_eq!((rule(15).notes().len(), rule(18).notes().len()), (2, 0));
        assert!(rule(13).notes()[0].contains("never by pace"));
    }
}
