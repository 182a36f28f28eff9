//! Legs come fresh to heavy legs.

use super::heavy_legs_then_run::LONG_MINUTES;
use super::verdict::before_words;
use super::{Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict};
use crate::model::{Goal, Legs, Level, RunClass};

/// Up to this length an easy run is short, in minutes.
const SHORT_MINUTES: i32 = 30;

/// Hours from the end of a run to the start of heavy legs.
#[derive(Clone, Debug)]
pub struct RunThenHeavyLegs {
    short_must_hours: i32,
    short_should_hours: i32,
    easy_must_hours: i32,
    easy_should_hours: i32,
    quality_must_hours: i32,
    quality_should_hours: i32,
    stacked_quality_must_hours: i32,
    long_must_hours: i32,
    long_should_hours: i32,
    weight: i32,
}

static CARD: Card = Card {
    id: "run_then_heavy_legs",
    binding: Binding::Both,
    summary: "Hours between a run and the heavy legs after it, by the kind of run and the goal.",
    docs: "Lifting after endurance work loses repetitions for some hours, and none a day later. Where strength is the \
           goal the legs should come quite fresh. Advanced runners whose goal is endurance may put a quality run in \
           the morning and heavy legs in the evening of one day, so that easy days stay easy. The trial was in cycling; \
           the hours by kind of run are a reading of it. Other sport that works the legs counts as moderate leg work: it asks \
           for rest after it, and no trial tells of rest before it.",
    evidence: &[
        "Sporer and Wenger 2003, Journal of Strength and Conditioning Research: fewer leg-press repetitions four and eight hours after cycling, none lost after a day.",
        "Mathieu 2022, Sports: sprints some hours before lifting left bar speed unchanged, but felt harder.",
        "Robineau 2016, Journal of Strength and Conditioning Research: gains suffer when contrary work stands close together.",
    ],
};

impl ForAthlete for RunThenHeavyLegs {
    fn for_athlete(setting: &Setting) -> Self {
        let strength = setting.goal == Goal::Strength;
        let of = |strong: i32, other: i32| if strength { strong } else { other };
        let stacks = setting.goal == Goal::Endurance && setting.level == Level::Advanced;
        Self {
            short_must_hours: of(6, 3),
            short_should_hours: of(12, 6),
            easy_must_hours: of(9, 6),
            easy_should_hours: of(24, 9),
            quality_must_hours: of(24, 9),
            quality_should_hours: of(36, 24),
            stacked_quality_must_hours: if stacks { 6 } else { of(24, 9) },
            long_must_hours: 24,
            long_should_hours: of(48, 36),
            weight: of(3, 2),
        }
    }
}

impl Rule for RunThenHeavyLegs {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::hours("short_must_hours", "from a short easy run to heavy legs", &mut self.short_must_hours)
                .must(3),
            Number::hours("short_should_hours", "from a short easy run to heavy legs", &mut self.short_should_hours),
            Number::hours("easy_must_hours", "from an easy run to heavy legs", &mut self.easy_must_hours).must(6),
            Number::hours("easy_should_hours", "from an easy run to heavy legs", &mut self.easy_should_hours),
            Number::hours("quality_must_hours", "from a quality run to heavy legs", &mut self.quality_must_hours)
                .must(9),
            Number::hours("quality_should_hours", "from a quality run to heavy legs", &mut self.quality_should_hours),
            Number::hours(
                "stacked_quality_must_hours",
                "from a quality run to heavy legs on the same day",
                &mut self.stacked_quality_must_hours,
            )
            .must(6),
            Number::hours("long_must_hours", "from a long run to heavy legs", &mut self.long_must_hours).must(24),
            Number::hours("long_should_hours", "from a long run to heavy legs", &mut self.long_should_hours),
            Number::weight("for each hour short of a should", &mut self.weight),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl RunThenHeavyLegs {
    /// Must and should hours from `place` to heavy legs, which stand on the same day or not.
    fn hours(&self, place: &Place, same_day: bool) -> (i32, i32) {
        let quality = if same_day { self.stacked_quality_must_hours } else { self.quality_must_hours };
        let long = (self.long_must_hours, self.long_should_hours);
        let minutes = place.run.minutes;
        match place.run.class() {
            RunClass::Quality | RunClass::Race if minutes >= LONG_MINUTES => {
                (quality.max(long.0), self.quality_should_hours.max(long.1))
            }
            RunClass::Quality | RunClass::Race => (quality, self.quality_should_hours),
            RunClass::Long => long,
            RunClass::Easy if minutes >= LONG_MINUTES => long,
            RunClass::Easy if minutes < SHORT_MINUTES => (self.short_must_hours, self.short_should_hours),
            RunClass::Easy => (self.easy_must_hours, self.easy_should_hours),
        }
    }
}

impl SlotRule for RunThenHeavyLegs {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let (far, near) = (self.hours(place, false), self.hours(place, true));
        let longest = far.0.max(far.1).max(near.0).max(near.1);
        let reach = place.run.minutes + longest.max(48) * 60;
        let Some(next) = timetable.after(place.start, reach).find(|one| one.legs == Legs::Heavy) else { return };
        let (must, should) = if next.day == place.day { near } else { far };
        let gap = next.start.since(place.end);
        hear.hear(Verdict::gap(gap, must, should, self.weight), &|| before_words(gap, &next.name, must, should));
    }
}

#[cfg(test)]
mod tests {
    use super::RunThenHeavyLegs;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(goal: Goal, level: Level, entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<RunThenHeavyLegs>(goal, level))
    }

    #[test]
    fn where_strength_is_the_goal_legs_come_fresh_from_a_hard_run() {
        let strength = |entries: &str| breaks(Goal::Strength, Level::Intermediate, entries);
        assert_eq!(
            strength("tue tempo 06:20-07:00, wed heavy_legs 06:00-07:00"),
            ["must 1: Only 23 h before heavy legs; at least 24 h are needed."]
        );
        assert_eq!(
            strength("tue tempo 06:20-07:00, wed heavy_legs 18:00-19:00"),
            ["should 1: 35 h before heavy legs; 36 h would be better."]
        );
    }

    #[test]
    fn a_short_easy_run_may_come_nearer() {
        let fitness = |entries: &str| breaks(Goal::GeneralFitness, Level::Intermediate, entries);
        assert_eq!(
            fitness("mon easy 12:00-12:25, mon heavy_legs 18:00-19:00"),
            ["should 1: 5 h 35 min before heavy legs; 6 h would be better."]
        );
        assert_eq!(
            fitness("mon easy 12:00-12:30, mon heavy_legs 18:00-19:00"),
            ["must 1: Only 5 h 30 min before heavy legs; at least 6 h are needed."]
        );
    }

    #[test]
    fn an_advanced_runner_may_stack_hard_work_on_one_day() {
        let entries = "tue intervals 06:00-07:00, tue heavy_legs 13:00-14:00";
        assert_eq!(
            breaks(Goal::Endurance, Level::Advanced, entries),
            ["should 18: 6 h before heavy legs; 24 h would be better."]
        );
        assert_eq!(
            breaks(Goal::Endurance, Level::Intermediate, entries),
            ["must 3: Only 6 h before heavy legs; at least 9 h are needed."]
        );
    }

    #[test]
    fn the_last_sunday_respects_the_monday_after_the_block() {
        assert_eq!(
            breaks(
                Goal::GeneralFitness,
                Level::Intermediate,
                "sun+1 long 09:00-10:30, mon+2 heavy_legs 06:00-07:00"
            ),
            ["must 5: Only 19 h 30 min before heavy legs; at least 24 h are needed."]
        );
    }
}
