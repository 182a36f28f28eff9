//! Hard stresses a week and in a row, heavy legs counted.

use super::{Binding, Card, DayView, ForAthlete, Listener, Number, Place, Rule, Setting, Tally, Timetable, Verdict, WeekRule, Words};
use crate::model::{Day, LegHabit, RunClass, RunType};

/// How many hard stresses a week holds, and on how many days in a row.
#[derive(Clone, Debug)]
pub struct HardDays {
    must_a_week: i32,
    must_in_a_row: i32,
    should_in_a_row: i32,
    long_minutes: i32,
    /// Length of the one hard run that stays where the person's own sessions fill the week; 0 for none.
    spared_minutes: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "hard_days",
    binding: Binding::Both,
    summary: "Hard stresses a week and on days in a row: heavy legs, other sport that is hard for the legs, quality runs, \
              finishers, very long runs, races.",
    docs: "Overload without recovery is what overreaching is made of, and a body does not tell a hard set of squats \
           from a hard run. A person's own hard sessions are never argued with. Where they fill the week, legs that are \
           used to them still bear one short threshold or fartlek run; new legs get no hard run. Legs that are used to \
           lifting bear one stress more. The caps are judgement; the habit of hard days followed by easy ones is that \
           of the best runners.",
    evidence: &[
        "Casado 2022, International Journal of Sports Physiology and Performance: elite runners follow hard days with easy ones.",
        "Meeusen 2013, European Journal of Sport Science: overreaching comes from load without recovery.",
        "Judgement: three full-body days and one hard run are an ordinary week of a lifter who runs.",
    ],
    words: Some(Words {
        aim: "few hard days",
        better: "fewer hard days",
        one: "one more week without too many hard days",
        many: "{n} more weeks without too many hard days",
        obstacle: Some("too many hard days"),
    }),
};

impl ForAthlete for HardDays {
    const JUDGES_WEEKS: bool = true;

    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        let settled = setting.leg_habit() != LegHabit::New;
        Self {
            must_a_week: level.pick(3, 4, 5) + i32::from(settled),
            must_in_a_row: level.pick(1, 7, 7),
            should_in_a_row: level.pick(1, 2, 2),
            long_minutes: 90,
            spared_minutes: if settled { 45 } else { 0 },
            weight: 8,
        }
    }
}

impl Rule for HardDays {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("must_a_week", "hard stresses", "a week", &mut self.must_a_week, (0, 7)).at_most().must(6),
            Number::new("must_in_a_row", "hard days in a row", "days", &mut self.must_in_a_row, (1, 7)).at_most().must(7),
            Number::new("should_in_a_row", "hard days in a row", "days", &mut self.should_in_a_row, (1, 7)).at_most(),
            Number::new("long_minutes", "length from which a long run is hard", "min", &mut self.long_minutes, (60, 240))
                .at_most()
                .must(90),
            Number::new(
                "spared_minutes",
                "length of the one threshold or fartlek run that stays where your own sessions fill the week",
                "min",
                &mut self.spared_minutes,
                (0, 60),
            )
            .at_most()
            .must(45),
            Number::weight("for each hard day too many in a row", &mut self.weight),
        ]
    }

    fn week(&self) -> Option<&dyn WeekRule> {
        Some(self)
    }
}

/// The tally: hard stresses this week; hard runs among them, with `SPARED` added once one was let through; hard days in a row so
/// far, with `RUN_IN_ROW` added when one of them is hard only because of a run; days too many, musts in thousands and shoulds in
/// ones.
const STRESSES: usize = 0;
const RUNS: usize = 1;
const ROW: usize = 2;
const EXCESS: usize = 3;
const SPARED: i32 = 1000;
const RUN_IN_ROW: i32 = 1000;
const MUST_EXCESS: i32 = 1000;

impl HardDays {
    /// The most hard stresses a week may hold.
    pub fn a_week(&self) -> i32 {
        self.must_a_week
    }

    /// Room for hard runs in a week that holds so many hard sessions of the person's own and so many races.
    pub fn room(&self, own: i32, races: i32) -> i32 {
        let spared = i32::from(self.is_full(own) && self.spared_minutes > 0 && races == 0);
        (self.must_a_week - own - races).max(spared)
    }

    /// The length from which a long run is a hard stress.
    pub fn long_minutes(&self) -> i32 {
        self.long_minutes
    }

    /// Whether this run is a hard stress.
    pub fn is_hard(&self, place: &Place) -> bool {
        match place.run.class() {
            RunClass::Quality | RunClass::Race => true,
            RunClass::Long => place.run.minutes >= self.long_minutes,
            RunClass::Easy => false,
        }
    }

    /// Whether the person's own hard sessions fill the week.
    fn is_full(&self, own: i32) -> bool {
        own >= self.must_a_week
    }

    /// Whether this is a run that even a full week bears once.
    pub fn is_modest(&self, place: &Place) -> bool {
        let short = place.run.minutes <= self.spared_minutes;
        place.judged && short && matches!(place.run.kind, RunType::Tempo | RunType::Fartlek)
    }
}

/// The person's own hard sessions in a week.
fn own(timetable: &Timetable, week: i32) -> i32 {
    let hard = |day| timetable.facts(Day(week * 7 + day));
    (0..7).map(hard).map(|facts| facts.hard + facts.hard_runs).sum()
}

impl WeekRule for HardDays {
    fn read(&self, mut tally: Tally, day: &DayView<'_>, timetable: &Timetable) -> Tally {
        let hard = day.runs.iter().filter(|place| self.is_hard(place)).count() as i32;
        let judged = day.runs.iter().filter(|place| self.is_hard(place) && place.judged).count();
        let spared = judged == 1
            && tally[RUNS] < SPARED
            && day.runs.iter().any(|place| self.is_modest(place))
            && self.is_full(own(timetable, day.day.week()));
        if spared {
            tally[STRESSES] += day.facts.hard + hard - 1;
            tally[RUNS] += SPARED;
        } else {
            tally[STRESSES] += day.facts.hard + hard;
            tally[RUNS] += judged as i32;
        }
        if day.facts.hard == 0 && hard == 0 {
            tally[ROW] = 0;
            return tally;
        }
        tally[ROW] += 1;
        if day.facts.hard == 0 && judged > 0 {
            tally[ROW] = tally[ROW] % RUN_IN_ROW + RUN_IN_ROW;
        }
        if tally[ROW] > RUN_IN_ROW {
            let days = tally[ROW] % RUN_IN_ROW;
            if days > self.must_in_a_row {
                tally[EXCESS] += MUST_EXCESS;
            } else if days > self.should_in_a_row {
                tally[EXCESS] += 1;
            }
        }
        tally
    }

    fn close(&self, tally: Tally, _: i32, _: &Timetable, hear: &mut dyn Listener) -> Tally {
        let over = (tally[STRESSES] - self.must_a_week).min(tally[RUNS] % SPARED);
        if over > 0 {
            hear.hear(Verdict::must(over), &|| {
                format!("{} hard stresses this week, heavy legs counted; {} at most.", tally[STRESSES], self.must_a_week)
            });
        }
        let (must, should) = (tally[EXCESS] / MUST_EXCESS, tally[EXCESS] % MUST_EXCESS);
        if must > 0 {
            let limit = self.must_in_a_row;
            hear.hear(Verdict::must(must), &|| format!("Too many hard days in a row; {limit} at most."));
        }
        if should > 0 {
            hear.hear(Verdict::should(should, self.weight), &|| {
                format!("{} hard days in a row; {} would be better.", self.should_in_a_row + 1, self.should_in_a_row)
            });
        }
        [0, 0, tally[ROW], 0]
    }

    fn no_worse(&self, a: Tally, b: Tally) -> bool {
        a[STRESSES] <= b[STRESSES]
            && a[RUNS] % SPARED <= b[RUNS] % SPARED
            && a[RUNS] / SPARED <= b[RUNS] / SPARED
            && a[ROW] % RUN_IN_ROW <= b[ROW] % RUN_IN_ROW
            && a[ROW] / RUN_IN_ROW <= b[ROW] / RUN_IN_ROW
            && a[EXCESS] / MUST_EXCESS <= b[EXCESS] / MUST_EXCESS
            && a[EXCESS] % MUST_EXCESS <= b[EXCESS] % MUST_EXCESS
    }

    fn is_lost(&self, tally: Tally) -> bool {
        tally[EXCESS] >= MUST_EXCESS || (tally[RUNS] % SPARED > 0 && tally[STRESSES] > self.must_a_week)
    }
}

#[cfg(test)]
mod tests {
    use super::HardDays;
    use crate::model::{Goal, Level};
    use crate::rules::Setting;
    use crate::rules::diary::{rule, rule_of, week};

    /// Of an intermediate runner whose legs are new to lifting.
    fn new_legs(entries: &str) -> Vec<String> {
        let setting = Setting { strength_level: Level::Beginner, ..Setting::of(Goal::Endurance, Level::Intermediate) };
        week(entries).breaks(&rule_of::<HardDays>(&setting))
    }

    fn breaks(level: Level, entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<HardDays>(Goal::Endurance, level))
    }

    const LEGS: &str = "mon heavy_legs 18:00-19:00, wed heavy_legs 18:00-19:00, fri heavy_legs 18:00-19:00";
    const ROW: &str = "should 1: 3 hard days in a row; 2 would be better.";

    #[test]
    fn heavy_legs_and_hard_runs_share_one_budget() {
        assert!(new_legs(&format!("{LEGS}, sun tempo 10:00-10:40")).is_empty());
        assert_eq!(
            new_legs(&format!("mon heavy_legs 06:00-07:00, {LEGS}, sun tempo 10:00-10:40")),
            ["must 1: 5 hard stresses this week, heavy legs counted; 4 at most."]
        );
        assert!(new_legs(&format!("mon heavy_legs 06:00-07:00, {LEGS}, sun easy 10:00-10:40")).is_empty());
    }

    #[test]
    fn legs_that_are_used_to_it_bear_one_stress_more() {
        let four = format!("mon heavy_legs 06:00-07:00, {LEGS}");
        assert!(breaks(Level::Intermediate, &format!("{four}, sun intervals 10:00-10:40")).is_empty());
    }

    #[test]
    fn a_full_week_of_settled_legs_bears_one_short_threshold_run() {
        let full = format!("mon heavy_legs 06:00-07:00, wed heavy_legs 06:00-07:00, {LEGS}");
        let with = |runs: &str| breaks(Level::Intermediate, &format!("{full}, {runs}"));
        let over = ["must 1: 6 hard stresses this week, heavy legs counted; 5 at most."];
        assert!(with("sun tempo 10:00-10:40").is_empty());
        assert!(with("sun fartlek 10:00-10:40").is_empty());
        assert_eq!(with("sun tempo 10:00-11:00"), over, "too long");
        assert_eq!(with("sun intervals 10:00-10:40"), over, "too hard");
        let two = with("thu tempo 06:00-06:40, sun tempo 10:00-10:40");
        assert!(two.contains(&over[0].to_owned()), "only one: {two:?}");
        assert!(!new_legs(&format!("{full}, sun tempo 10:00-10:40")).is_empty());
    }

    #[test]
    fn a_week_has_room_for_hard_runs_beside_the_own_sessions() {
        let settled: HardDays = rule(Goal::GeneralFitness, Level::Intermediate);
        assert_eq!([0, 3, 4, 5, 6].map(|own| settled.room(own, 0)), [5, 2, 1, 1, 1]);
        assert_eq!([3, 5].map(|own| settled.room(own, 1)), [1, 0]);
        let new: HardDays = rule(Goal::GeneralFitness, Level::Beginner);
        assert_eq!([2, 3, 4].map(|own| new.room(own, 0)), [1, 0, 0]);
    }

    #[test]
    fn other_sport_that_is_hard_for_the_legs_counts_and_what_spares_them_does_not() {
        let with = |sport: &str| {
            breaks(Level::Intermediate, &format!("mon {sport} 18:00-19:00, tue tempo 19:00-19:40, wed heavy_legs 18:00-19:00"))
        };
        assert_eq!(with("hard_sport"), [ROW]);
        assert_eq!(with("match"), [ROW]);
        assert!(with("other").is_empty());
    }

    #[test]
    fn a_third_hard_day_in_a_row_is_dear_and_a_beginner_has_no_second() {
        assert!(breaks(Level::Intermediate, "mon heavy_legs 18:00-19:00, tue tempo 18:00-18:40").is_empty());
        assert_eq!(
            breaks(Level::Intermediate, "mon heavy_legs 18:00-19:00, tue heavy_legs 18:00-19:00, wed tempo 18:00-18:40"),
            [ROW]
        );
        assert_eq!(
            breaks(Level::Beginner, "mon heavy_legs 18:00-19:00, tue tempo 18:00-18:40"),
            ["must 1: Too many hard days in a row; 1 at most."]
        );
    }

    #[test]
    fn a_row_goes_on_from_sunday_to_monday() {
        let entries = "sat heavy_legs 10:00-11:00, sun tempo 10:00-10:40, mon+1 heavy_legs 18:00-19:00";
        assert_eq!(breaks(Level::Intermediate, entries), [ROW]);
    }

    #[test]
    fn a_long_run_is_hard_from_an_hour_and_a_half() {
        let legs = "fri heavy_legs 10:00-11:00, sat heavy_legs 10:00-11:00";
        assert!(breaks(Level::Intermediate, &format!("{legs}, sun long 08:00-09:15")).is_empty());
        assert_eq!(breaks(Level::Intermediate, &format!("{legs}, sun long 08:00-09:30")), [ROW]);
    }
}
