//! Legs come fresh to heavy legs.

use super::heavy_legs_then_run::LONG_MINUTES;
use super::verdict::before_words;
use super::{Appointment, Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{Goal, Legs, Level, RunClass};

/// Up to this length an easy run is short, in minutes.
pub(super) const SHORT_MINUTES: i32 = 30;

/// Must and should hours.
type Hours = (i32, i32);

/// Hours from the end of a run to the start of heavy legs.
#[derive(Clone, Debug)]
pub struct RunThenHeavyLegs {
    short: Hours,
    easy: Hours,
    quality: Hours,
    stacks: bool,
    stacked: Hours,
    long: Hours,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "run_then_heavy_legs",
    binding: Binding::Both,
    summary: "Hours between a run and the heavy legs after it, by the kind of run and the goal; a hard run on another day.",
    docs: "Lifting after endurance work loses repetitions for some hours, and none a day later; a short run at low \
           intensity costs the legs nothing. Where strength is the goal the legs should come quite fresh. A hard run \
           stands on another day than heavy legs, a day before. Advanced runners whose goal is endurance may put it in \
           the morning and heavy legs in the evening of one day, so that easy days stay easy, and so may whoever asks for \
           it. The trial was in cycling; the hours by kind of run are a reading of it.",
    evidence: &[
        "Sporer and Wenger 2003, Journal of Strength and Conditioning Research: fewer leg-press repetitions four and eight hours after cycling, none lost after a day.",
        "Acute effects of endurance on strength 2022, Sports Medicine: leg strength is down after hard or longer endurance work, not after half an hour at low intensity.",
        "Mathieu 2022, Sports: sprints some hours before lifting left bar speed unchanged, but felt harder.",
        "Robineau 2016, Journal of Strength and Conditioning Research: gains suffer when contrary work stands close together.",
    ],
    words: Some(Words {
        aim: "fresh legs for lifting",
        better: "fresher legs for lifting",
        one: "fresh legs for one more leg session",
        many: "fresh legs for {n} more leg sessions",
        obstacle: Some("legs to be kept fresh for lifting"),
    }),
};

impl ForAthlete for RunThenHeavyLegs {
    fn for_athlete(setting: &Setting) -> Self {
        let strength = setting.goal == Goal::Strength;
        let of = |strong: Hours, other: Hours| if strength { strong } else { other };
        let usual = setting.goal == Goal::Endurance && setting.level == Level::Advanced;
        Self {
            short: of((3, 9), (3, 6)),
            easy: of((9, 20), (6, 9)),
            quality: of((20, 36), (20, 24)),
            stacks: usual || setting.stacking,
            // Who asks for it has nothing to regret.
            stacked: if setting.stacking { (6, 6) } else { (6, 24) },
            long: of((20, 44), (20, 30)),
            weight: if strength { 3 } else { 2 },
        }
    }
}

impl Rule for RunThenHeavyLegs {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let gaps = [
            (["short_must_hours", "short_should_hours"], "from a short easy run to heavy legs", &mut self.short, 3),
            (["easy_must_hours", "easy_should_hours"], "from an easy run to heavy legs", &mut self.easy, 6),
            (["quality_must_hours", "quality_should_hours"], "from a quality run to heavy legs", &mut self.quality, 20),
            (
                ["stacked_must_hours", "stacked_should_hours"],
                "from a quality run to heavy legs on the same day, for those who stack them",
                &mut self.stacked,
                6,
            ),
            (["long_must_hours", "long_should_hours"], "from a long run to heavy legs", &mut self.long, 20),
        ];
        let gaps = gaps.into_iter().flat_map(|(names, meaning, gap, floor)| Number::gap(names, meaning, gap, floor));
        gaps.chain([Number::weight("for each hour short of a should", &mut self.weight)]).collect()
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl RunThenHeavyLegs {
    /// Must and should hours from `place` to heavy legs, which stand on the same day or not.
    fn hours(&self, place: &Place, same_day: bool) -> Hours {
        let quality = if same_day && self.stacks { self.stacked } else { self.quality };
        let minutes = place.run.minutes;
        match place.run.class() {
            RunClass::Quality | RunClass::Race if minutes >= LONG_MINUTES => {
                (quality.0.max(self.long.0), quality.1.max(self.long.1))
            }
            RunClass::Quality | RunClass::Race => quality,
            RunClass::Long => self.long,
            RunClass::Easy if minutes >= LONG_MINUTES => self.long,
            RunClass::Easy if minutes <= SHORT_MINUTES => self.short,
            RunClass::Easy => self.easy,
        }
    }

    /// Whether the run may not share its day with heavy legs, however many hours lie between.
    fn needs_another_day(&self, place: &Place, legs: &Appointment) -> bool {
        let hard = matches!(place.run.class(), RunClass::Quality | RunClass::Race);
        hard && !self.stacks && legs.day == place.day
    }
}

impl SlotRule for RunThenHeavyLegs {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let (far, near) = (self.hours(place, false), self.hours(place, true));
        let longest = far.0.max(far.1).max(near.0).max(near.1);
        let reach = place.run.minutes + longest.max(48) * 60;
        let is_heavy = |one: &&Appointment| one.legs == Legs::Heavy && one.is_strength();
        let Some(next) = timetable.after(place.start, reach).find(is_heavy) else { return };
        let (must, should) = if next.day == place.day { near } else { far };
        let gap = next.start.since(place.end);
        let verdict = Verdict::gap(gap, must, should, self.weight);
        if self.needs_another_day(place, next) {
            let name = &next.name;
            hear.hear(Verdict::must(verdict.amount.max(1)), &|| {
                format!("The day of {name}: a hard run stands on another day than heavy legs.")
            });
            return;
        }
        hear.hear(verdict, &|| before_words((gap, next.day.0 - place.day.0), &next.name, must, should));
    }
}

#[cfg(test)]
mod tests {
    use super::RunThenHeavyLegs;
    use crate::model::{Goal, Level};
    use crate::rules::Setting;
    use crate::rules::diary::{rule, rule_of, week};

    fn breaks(goal: Goal, level: Level, entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<RunThenHeavyLegs>(goal, level))
    }

    #[test]
    fn where_strength_is_the_goal_legs_come_fresh_from_a_hard_run() {
        let strength = |entries: &str| breaks(Goal::Strength, Level::Intermediate, entries);
        assert_eq!(
            strength("tue tempo 06:20-07:00, wed heavy_legs 02:45-03:45"),
            ["must 1: Only 19 h 45 min before heavy legs; at least 20 h are needed."]
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
            fitness("mon easy 14:45-15:15, mon heavy_legs 18:00-19:00"),
            ["must 1: Only 2 h 45 min before heavy legs; at least 3 h are needed."]
        );
        assert_eq!(
            fitness("mon easy 14:30-15:00, mon heavy_legs 18:00-19:00"),
            ["should 3: 3 h before heavy legs; 6 h would be better."]
        );
        assert_eq!(
            fitness("mon easy 12:00-12:35, mon heavy_legs 18:00-19:00"),
            ["must 1: Only 5 h 25 min before heavy legs; at least 6 h are needed."]
        );
    }

    #[test]
    fn who_stacks_puts_a_hard_run_and_heavy_legs_on_one_day() {
        let entries = "tue intervals 06:00-07:00, tue heavy_legs 13:00-14:00";
        assert_eq!(
            breaks(Goal::Endurance, Level::Advanced, entries),
            ["should 18: 6 h before heavy legs; 24 h would be better."]
        );
        let other_day = ["must 14: The day of heavy legs: a hard run stands on another day than heavy legs."];
        let setting = Setting::of(Goal::GeneralFitness, Level::Intermediate);
        for (stacking, said) in [(false, &other_day[..]), (true, &[])] {
            let rule = rule_of::<RunThenHeavyLegs>(&Setting { stacking, ..setting });
            assert_eq!(week(entries).breaks(&rule), said, "{stacking}");
        }
    }

    #[test]
    fn nobody_else_runs_hard_on_the_morning_of_heavy_legs() {
        let early = "tue tempo 00:15-01:00, tue heavy_legs 22:00-23:00";
        assert_eq!(
            breaks(Goal::GeneralFitness, Level::Intermediate, early),
            ["must 3: The day of heavy legs: a hard run stands on another day than heavy legs."]
        );
    }

    #[test]
    fn other_sport_is_for_another_rule() {
        assert!(breaks(Goal::Strength, Level::Beginner, "mon long 09:00-10:30, mon match 11:00-12:30").is_empty());
    }

    #[test]
    fn the_last_sunday_respects_the_monday_after_the_block() {
        assert_eq!(
            breaks(
                Goal::GeneralFitness,
                Level::Intermediate,
                "sun+1 long 09:00-10:30, mon+2 heavy_legs 06:00-07:00"
            ),
            ["must 1: Only 19 h 30 min before heavy legs; at least 20 h are needed."]
        );
    }

    #[test]
    fn the_day_before_heavy_legs_says_so() {
        let rule = rule::<RunThenHeavyLegs>(Goal::GeneralFitness, Level::Intermediate);
        assert_eq!(
            week("sun easy 10:00-10:30, mon+1 heavy_legs 18:00-19:00").says(&rule),
            ["kept: The day before heavy legs."]
        );
    }
}
