//! One run a day.

use super::{Binding, Card, ForAthlete, Listener, Pair, PairRule, Rule, Setting, Timetable, Verdict, Words};

/// No numbers.
#[derive(Clone, Debug)]
pub struct OneRunADay;

pub(super) static CARD: Card = Card {
    id: "one_run_a_day",
    binding: Binding::Must,
    summary: "At most one run starts on a calendar day, and none before the last one is over.",
    docs: "Who lifts three or four times a week has no need of two runs a day, and the legs have one recovery more. \
           The rule is judgement.",
    evidence: &["Judgement: frequency is limited before anything else is."],
    words: Some(Words {
        aim: "one run a day",
        better: "fewer days with two runs",
        one: "one day fewer with two runs",
        many: "{n} days fewer with two runs",
        obstacle: Some("one run a day"),
    }),
};

impl ForAthlete for OneRunADay {
    fn for_athlete(_: &Setting) -> Self {
        Self
    }
}

impl Rule for OneRunADay {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

impl PairRule for OneRunADay {
    fn judge(&self, pair: &Pair<'_>, _: &Timetable, hear: &mut dyn Listener) {
        if pair.neighbours && pair.earlier.day == pair.later.day {
            hear.hear(Verdict::must(1), &|| "Another run already stands on that day.".to_owned());
        } else if pair.neighbours && pair.later.start < pair.earlier.end {
            hear.hear(Verdict::must(1), &|| "The run of the evening before is not over when that of the morning starts.".to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OneRunADay;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<OneRunADay>(Goal::Endurance, Level::Advanced))
    }

    #[test]
    fn the_second_run_of_a_day_is_one_too_many() {
        let second = "must 1: Another run already stands on that day.";
        assert_eq!(breaks("mon easy 06:00-06:30, mon easy 18:00-18:30"), [second]);
        assert_eq!(breaks("mon easy 06:00-06:30, mon upper 17:00-18:00, mon +cooldown_jog 18:00-18:10"), [second]);
    }

    #[test]
    fn a_run_belongs_to_the_day_it_starts_on() {
        assert!(breaks("mon easy 23:45-00:15, tue easy 18:00-18:30").is_empty());
        assert!(breaks("mon easy 23:45-00:15, tue easy 00:15-00:45").is_empty());
    }

    #[test]
    fn a_run_past_midnight_is_over_before_the_next_one() {
        let over = "must 1: The run of the evening before is not over when that of the morning starts.";
        assert_eq!(breaks("mon easy 23:45-00:30, tue easy 00:15-00:45"), [over]);
    }
}
