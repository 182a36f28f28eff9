//! Legs come fresh to a match, a hard class or a ride.

use super::heavy_legs_then_run::LONG_MINUTES;
use super::run_then_heavy_legs::SHORT_MINUTES;
use super::verdict::before_words;
use super::{Appointment, Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{Legs, RunClass};

/// Must and should hours.
type Hours = (i32, i32);

/// Hours from the end of a run to the start of other sport for the legs.
#[derive(Clone, Debug)]
pub struct OtherSport {
    /// Before moderate sport, hard sport and a match: after a short easy run, a longer one, a quality and a long run.
    before: [[Hours; 4]; 3],
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "other_sport",
    binding: Binding::Both,
    summary: "Hours between a run and the match, class or ride after it; no hard or long run on the day of a match or hard class.",
    docs: "Who plays or rides wants fresh legs for it, and the run can give way where the match cannot. No hard and no \
           long run stands on the day of a hard class or a match, nor within a day before a match. What comes after \
           them is for the rule on heavy legs: hard sport and every match count as such. No trial has measured runs \
           before other sport; the hours are judgement after the trials on endurance before lifting.",
    evidence: &[
        "Sporer and Wenger 2003, Journal of Strength and Conditioning Research: leg work loses repetitions four and eight hours after endurance, none after a day.",
        "Judgement: hours before other sport by the kind of run.",
    ],
    words: Some(Words {
        aim: "fresh legs for other sport",
        better: "fresher legs for other sport",
        one: "fresh legs for one more match or class",
        many: "fresh legs for {n} more matches or classes",
        obstacle: Some("legs to be kept fresh for other sport"),
    }),
};

/// The keys of the numbers, by sport and run.
const NAMES: [[[&str; 2]; 4]; 3] = [
    [
        ["short_moderate_must_hours", "short_moderate_should_hours"],
        ["easy_moderate_must_hours", "easy_moderate_should_hours"],
        ["quality_moderate_must_hours", "quality_moderate_should_hours"],
        ["long_moderate_must_hours", "long_moderate_should_hours"],
    ],
    [
        ["short_hard_must_hours", "short_hard_should_hours"],
        ["easy_hard_must_hours", "easy_hard_should_hours"],
        ["quality_hard_must_hours", "quality_hard_should_hours"],
        ["long_hard_must_hours", "long_hard_should_hours"],
    ],
    [
        ["short_match_must_hours", "short_match_should_hours"],
        ["easy_match_must_hours", "easy_match_should_hours"],
        ["quality_match_must_hours", "quality_match_should_hours"],
        ["long_match_must_hours", "long_match_should_hours"],
    ],
];

const MEANINGS: [[&str; 4]; 3] = [
    [
        "from a short easy run to moderate sport for the legs",
        "from an easy run to moderate sport for the legs",
        "from a quality run to moderate sport for the legs",
        "from a long run to moderate sport for the legs",
    ],
    [
        "from a short easy run to a hard class or ride",
        "from an easy run to a hard class or ride",
        "from a quality run to a hard class or ride",
        "from a long run to a hard class or ride",
    ],
    [
        "from a short easy run to a match",
        "from an easy run to a match",
        "from a quality run to a match",
        "from a long run to a match",
    ],
];

impl ForAthlete for OtherSport {
    fn for_athlete(_: &Setting) -> Self {
        Self { before: BEFORE, weight: 2 }
    }
}

const BEFORE: [[Hours; 4]; 3] = [
    [(2, 3), (3, 6), (6, 9), (6, 20)],
    [(3, 6), (6, 9), (12, 20), (12, 20)],
    [(6, 20), (9, 20), (20, 44), (20, 44)],
];

impl Rule for OtherSport {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let mut numbers = Vec::new();
        let rows = self.before.iter_mut().zip(NAMES).zip(MEANINGS).zip(BEFORE);
        for (((row, names), meanings), floors) in rows {
            for (((gap, names), meaning), floor) in row.iter_mut().zip(names).zip(meanings).zip(floors) {
                numbers.extend(Number::gap(names, meaning, gap, floor.0));
            }
        }
        numbers.push(Number::weight("for each hour short of a should", &mut self.weight));
        numbers
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl OtherSport {
    /// Must and should hours from a run to this sport.
    fn hours(&self, place: &Place, sport: &Appointment) -> Hours {
        let row = &self.before[row(sport)];
        match place.run.class() {
            RunClass::Quality | RunClass::Race if place.run.minutes >= LONG_MINUTES => {
                (row[2].0.max(row[3].0), row[2].1.max(row[3].1))
            }
            RunClass::Quality | RunClass::Race => row[2],
            RunClass::Long => row[3],
            RunClass::Easy if place.run.minutes >= LONG_MINUTES => row[3],
            RunClass::Easy if place.run.minutes <= SHORT_MINUTES => row[0],
            RunClass::Easy => row[1],
        }
    }

    /// The most hours that any sport asks for.
    fn reach_hours(&self) -> i32 {
        self.before.iter().flatten().map(|(must, should)| *must.max(should)).max().unwrap_or(0)
    }
}

/// Where the hours before this sport stand.
fn row(sport: &Appointment) -> usize {
    match sport.legs {
        _ if sport.is_match => 2,
        Legs::Heavy => 1,
        _ => 0,
    }
}

/// Whether the run may not share its day with this sport, however many hours lie between.
fn needs_another_day(place: &Place, sport: &Appointment) -> bool {
    let easy = place.run.class() == RunClass::Easy && place.run.minutes < LONG_MINUTES;
    !easy && sport.legs == Legs::Heavy && sport.day == place.day
}

impl SlotRule for OtherSport {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let reach = place.run.minutes + self.reach_hours().max(24) * 60;
        let mut worst: Option<(Verdict, &Appointment)> = None;
        for sport in timetable.after(place.start, reach).filter(|one| one.is_leg_sport()) {
            let (must, should) = self.hours(place, sport);
            let mut verdict = Verdict::gap(sport.start.since(place.end), must, should, self.weight);
            if needs_another_day(place, sport) {
                verdict = Verdict::must(verdict.amount.max(1));
            }
            if worst.as_ref().is_none_or(|(known, _)| (verdict.tier, verdict.cost) > (known.tier, known.cost)) {
                worst = Some((verdict, sport));
            }
        }
        let Some((verdict, sport)) = worst else { return };
        hear.hear(verdict, &|| {
            if needs_another_day(place, sport) {
                let run = if place.run.class() == RunClass::Quality { "hard" } else { "long" };
                return format!("The day of {}: no {run} run before it.", sport.name);
            }
            let ((must, should), gap) = (self.hours(place, sport), sport.start.since(place.end));
            before_words((gap, sport.day.0 - place.day.0), &sport.name, must, should)
        });
    }
}

#[cfg(test)]
mod tests {
    use super::OtherSport;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<OtherSport>(Goal::GeneralFitness, Level::Intermediate))
    }

    const MATCH: &str = "sat match 14:00-15:30";

    #[test]
    fn no_hard_or_long_run_on_the_day_of_a_match() {
        for (run, kind) in [("tempo", "hard"), ("long", "long")] {
            let said = breaks(&format!("sat {run} 07:00-07:45, {MATCH}"));
            assert_eq!(said, [format!("must 14: The day of match: no {kind} run before it.")]);
        }
        assert!(breaks(&format!("sat easy 07:00-07:30, {MATCH}"))[0].starts_with("should"), "legal, six hours before");
    }

    #[test]
    fn nor_from_the_evening_before_while_an_easy_run_may_stand_there() {
        assert_eq!(
            breaks(&format!("fri tempo 17:30-18:15, {MATCH}")),
            ["must 1: Only 19 h 45 min before match; at least 20 h are needed."]
        );
        assert_eq!(
            breaks(&format!("fri tempo 17:15-18:00, {MATCH}")),
            ["should 24: 20 h before match; 44 h would be better."]
        );
        assert!(breaks(&format!("fri easy 17:00-17:45, {MATCH}")).is_empty());
    }

    #[test]
    fn a_hard_class_wants_another_day_and_a_moderate_one_some_hours() {
        assert_eq!(
            breaks("tue tempo 06:00-06:45, tue hard_sport 18:00-19:00"),
            ["must 1: The day of hard sport: no hard run before it."]
        );
        assert_eq!(
            breaks("tue tempo 06:00-06:45, tue sport 12:00-13:00"),
            ["must 1: Only 5 h 15 min before sport; at least 6 h are needed."]
        );
        assert!(breaks("mon tempo 18:00-18:45, tue hard_sport 18:00-19:00").is_empty());
        assert_eq!(
            breaks("tue easy 15:00-15:30, tue hard_sport 18:00-19:00"),
            ["must 1: Only 2 h 30 min before hard sport; at least 3 h are needed."]
        );
    }

    #[test]
    fn sport_that_spares_the_legs_asks_for_nothing() {
        assert!(breaks("tue tempo 06:00-06:45, tue other 07:00-08:00").is_empty());
    }

    #[test]
    fn the_match_the_day_after_next_is_seen_behind_a_training_before_it() {
        let said = breaks(&format!("thu long 16:00-17:30, fri sport 20:00-21:00, {MATCH}"));
        assert!(said.is_empty(), "{said:?}");
        assert_eq!(
            breaks("fri long 07:00-08:30, fri sport 20:00-21:00, sat match 14:00-15:30"),
            ["should 15: 29 h 30 min before match; 44 h would be better."]
        );
    }
}
