//! Hours between a run and lifting on one day.

use super::verdict::{after_words, before_words};
use super::{Appointment, Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{Goal, Legs, RunClass};

/// Hours between a run and a strength session that share a calendar day, whichever comes first.
#[derive(Clone, Debug)]
pub struct SameDayGap {
    upper_must_hours: i32,
    upper_easy_should_hours: i32,
    upper_quality_should_hours: i32,
    upper_long_should_hours: i32,
    other_must_hours: i32,
    other_should_hours: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "same_day_gap",
    binding: Binding::Both,
    summary: "Hours between a run and a strength session on the same day; less for upper body and core.",
    docs: "Strength and endurance disturb each other most in one session, little when hours lie between, least on \
           different days. Time apart is the cheapest remedy. Upper-body and core work ask for less, mobility for \
           nothing. Heavy legs are left to the rules that are named for them. A run that is nearer is attached to the \
           session and obeys the rule for attached runs.",
    evidence: &[
        "Robineau 2016, Journal of Strength and Conditioning Research: strength gains suffer without a gap; six hours or a day avoid it.",
        "Schumann 2022, Sports Medicine: explosive strength suffers in the same session, not when separated by some hours.",
        "Petre 2021, Sports Medicine: in the trained, lower-body strength suffers in the same session, not in separate ones.",
        "Sporer and Wenger 2003, Journal of Strength and Conditioning Research: upper-body lifting is unaffected by leg endurance work.",
    ],
    words: Some(Words {
        aim: "hours between running and lifting",
        better: "more hours between running and lifting",
        one: "one more run well apart from lifting",
        many: "{n} more runs well apart from lifting",
        obstacle: Some("too few hours between run and session on one day"),
    }),
};

impl ForAthlete for SameDayGap {
    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        Self {
            upper_must_hours: 3,
            upper_easy_should_hours: 3,
            upper_quality_should_hours: 6,
            upper_long_should_hours: 12,
            other_must_hours: setting.goal.pick(6, 6, 3, 3),
            other_should_hours: match setting.goal {
                Goal::Strength => level.pick(24, 24, 9),
                Goal::Endurance => level.pick(24, 9, 6),
                Goal::WeightLoss | Goal::GeneralFitness => level.pick(24, 6, 6),
            },
            weight: 1,
        }
    }
}

impl Rule for SameDayGap {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::hours("upper_must_hours", "between a run and upper-body or core work", &mut self.upper_must_hours)
                .must(3),
            Number::hours(
                "upper_easy_should_hours",
                "between an easy run and upper-body or core work",
                &mut self.upper_easy_should_hours,
            ),
            Number::hours(
                "upper_quality_should_hours",
                "between a quality run and upper-body or core work",
                &mut self.upper_quality_should_hours,
            ),
            Number::hours(
                "upper_long_should_hours",
                "between a long run and upper-body or core work",
                &mut self.upper_long_should_hours,
            ),
            Number::hours("other_must_hours", "between a run and other strength work", &mut self.other_must_hours)
                .must(3),
            Number::hours("other_should_hours", "between a run and other strength work", &mut self.other_should_hours),
            Number::weight("for each hour short of a should", &mut self.weight),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl SameDayGap {
    fn hours(&self, place: &Place, session: &Appointment) -> (i32, i32) {
        match (session.legs, place.run.class()) {
            (Legs::Spared, RunClass::Easy) => (self.upper_must_hours, self.upper_easy_should_hours),
            (Legs::Spared, RunClass::Quality | RunClass::Race) => {
                (self.upper_must_hours, self.upper_quality_should_hours)
            }
            (Legs::Spared, RunClass::Long) => (self.upper_must_hours, self.upper_long_should_hours),
            _ => (self.other_must_hours, self.other_should_hours),
        }
    }
}

impl SlotRule for SameDayGap {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        for session in place.shares_day_with(timetable) {
            if !session.is_strength() || session.legs == Legs::Heavy {
                continue;
            }
            let (must, should) = self.hours(place, session);
            let first = session.start < place.start;
            let gap = if first { place.start.since(session.end) } else { session.start.since(place.end) };
            hear.hear(Verdict::gap(gap, must, should, self.weight), &|| {
                let words = if first { after_words } else { before_words };
                words((gap, 0), &session.name, must, should)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SameDayGap;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(goal: Goal, entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<SameDayGap>(goal, Level::Intermediate))
    }

    #[test]
    fn three_hours_lie_between_upper_body_work_and_a_run_of_its_own() {
        let fitness = |run: &str| breaks(Goal::GeneralFitness, &format!("fri upper 17:00-18:00, fri {run}"));
        assert_eq!(
            fitness("easy 20:45-21:10"),
            ["must 1: Only 2 h 45 min after upper; at least 3 h are needed."]
        );
        assert!(fitness("easy 21:00-21:25").is_empty());
        assert!(fitness("+easy 18:00-18:15").is_empty());
    }

    #[test]
    fn a_runner_keeps_more_hours_from_moderate_leg_work() {
        assert_eq!(
            breaks(Goal::Endurance, "fri easy 11:00-11:30, fri moderate_legs 17:00-18:00"),
            ["must 1: Only 5 h 30 min before moderate legs; at least 6 h are needed."]
        );
        assert_eq!(
            breaks(Goal::GeneralFitness, "fri easy 11:00-11:30, fri moderate_legs 17:00-18:00"),
            ["should 1: 5 h 30 min before moderate legs; 6 h would be better."]
        );
    }

    #[test]
    fn a_session_that_passes_midnight_belongs_to_both_days() {
        assert_eq!(
            breaks(Goal::GeneralFitness, "fri upper 23:30-00:30, sat easy 02:00-02:30"),
            ["must 2: Only 90 min after upper; at least 3 h are needed."]
        );
        assert!(breaks(Goal::GeneralFitness, "fri upper 22:00-23:00, sat easy 00:30-01:00").is_empty());
    }
}
