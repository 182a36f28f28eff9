//! Hours between hard and long runs.

use super::verdict::between_words;
use super::{Binding, Card, ForAthlete, Listener, Number, Pair, PairRule, Rule, Setting, Timetable, Verdict, Words};
use crate::model::RunClass;

/// Hours from the end of one hard or long run to the start of the next.
#[derive(Clone, Debug)]
pub struct QualitySpacing {
    quality_must_hours: i32,
    quality_should_hours: i32,
    long_must_hours: i32,
    long_should_hours: i32,
    long_long_must_hours: i32,
    long_long_should_hours: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "quality_spacing",
    binding: Binding::Both,
    summary: "Hours between quality runs, between quality and long runs, and between long runs.",
    docs: "The nervous system settles within a day after easy work, in one or two after threshold work, and needs two \
           or more after hard intervals. Beginners and older runners wait longer. A race counts as a quality run to its \
           neighbours. The hours by level are a reading; that one long run a week is enough is coaching practice.",
    evidence: &[
        "Stanley 2013, Sports Medicine: autonomic recovery takes a day after low, up to two after threshold, two or more after high intensity.",
        "Seiler 2007, Medicine and Science in Sports and Exercise: recovery after intervals is slower in the less trained.",
        "Daniels 2014, Running Formula: one long run a week.",
    ],
    words: Some(Words {
        aim: "time between hard runs",
        better: "more time between hard runs",
        one: "enough time before one more hard run",
        many: "enough time before {n} more hard runs",
        obstacle: Some("hard runs too near to each other"),
    }),
};

impl ForAthlete for QualitySpacing {
    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        let older = if setting.is_at_least(60) { 24 } else { 0 };
        Self {
            quality_must_hours: level.pick(72, 44, 36),
            quality_should_hours: level.pick(72, 72, 44) + older,
            long_must_hours: level.pick(44, 20, 20),
            long_should_hours: level.pick(48, 44, 36) + older,
            long_long_must_hours: 120,
            long_long_should_hours: 144,
            weight: 2,
        }
    }
}

impl Rule for QualitySpacing {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::hours("quality_must_hours", "between quality runs", &mut self.quality_must_hours).must(36),
            Number::hours("quality_should_hours", "between quality runs", &mut self.quality_should_hours),
            Number::hours("long_must_hours", "between a quality and a long run", &mut self.long_must_hours).must(20),
            Number::hours("long_should_hours", "between a quality and a long run", &mut self.long_should_hours),
            Number::hours("long_long_must_hours", "between long runs", &mut self.long_long_must_hours).must(120),
            Number::hours("long_long_should_hours", "between long runs", &mut self.long_long_should_hours),
            Number::weight("for each hour short of a should", &mut self.weight),
        ]
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

impl PairRule for QualitySpacing {
    fn judge(&self, pair: &Pair<'_>, _: &Timetable, hear: &mut dyn Listener) {
        if !pair.nearest {
            return;
        }
        let (must, should) = match (pair.earlier.run.class(), pair.later.run.class()) {
            (RunClass::Easy, _) | (_, RunClass::Easy) => return,
            (RunClass::Long, RunClass::Long) => (self.long_long_must_hours, self.long_long_should_hours),
            (RunClass::Long, _) | (_, RunClass::Long) => (self.long_must_hours, self.long_should_hours),
            _ => (self.quality_must_hours, self.quality_should_hours),
        };
        let gap = pair.later.start.since(pair.earlier.end);
        hear.hear(Verdict::gap(gap, must, should, self.weight), &|| {
            let days = pair.later.day.0 - pair.earlier.day.0;
            between_words((gap, days), (pair.earlier.run.kind, pair.later.run.kind), must, should)
        });
    }

    fn horizon_hours(&self, earlier: RunClass) -> i32 {
        let long = self.long_must_hours.max(self.long_should_hours);
        match earlier {
            RunClass::Easy => 0,
            RunClass::Quality | RunClass::Race => long.max(self.quality_must_hours).max(self.quality_should_hours),
            RunClass::Long => long.max(self.long_long_must_hours).max(self.long_long_should_hours),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::QualitySpacing;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<QualitySpacing>(Goal::Endurance, Level::Intermediate))
    }

    #[test]
    fn the_day_after_next_is_for_the_next_hard_run_and_better_a_day_later() {
        assert_eq!(
            breaks("mon tempo 18:00-18:40, wed intervals 14:30-15:10"),
            ["must 1: Only 43 h 50 min from the tempo run to the intervals; at least 44 h are needed."]
        );
        assert_eq!(
            breaks("mon tempo 18:00-18:40, wed intervals 18:00-18:40"),
            ["should 25: 47 h 20 min after the tempo run; 72 h would be better."]
        );
        assert!(breaks("mon tempo 18:00-18:40, fri intervals 18:00-18:40").is_empty());
    }

    #[test]
    fn the_sentence_is_true_of_either_run_and_names_the_other() {
        assert_eq!(
            breaks("fri tempo 18:00-18:40, sat long 09:00-10:00"),
            ["must 6: Only 14 h 20 min from the tempo run to the long run; at least 20 h are needed."]
        );
        assert_eq!(
            breaks("fri tempo 06:30-07:10, sat long 08:00-09:00"),
            ["should 20: 24 h 50 min after the tempo run; 44 h would be better."]
        );
    }

    #[test]
    fn an_easy_run_between_hides_nothing() {
        assert_eq!(breaks("mon tempo 18:00-18:40, tue easy 18:00-18:30, wed intervals 18:00-18:40").len(), 1);
    }

    #[test]
    fn long_runs_lie_five_days_apart_across_the_seam() {
        assert_eq!(
            breaks("sun-1 long 09:00-10:00, fri long 09:00-10:00"),
            ["must 1: Only 119 h from the long run to the next long run; at least 120 h are needed."]
        );
        assert!(breaks("sun long 09:00-10:00, sun+1 long 09:00-10:00").is_empty());
    }

    #[test]
    fn a_race_is_a_hard_run_to_its_neighbours() {
        assert_eq!(breaks("sun race 10:00-11:00, mon+1 tempo 18:00-18:40").len(), 1);
    }
}
