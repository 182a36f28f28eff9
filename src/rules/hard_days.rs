//! Hard stresses a week and in a row, heavy legs counted.

use super::{
    Binding, Card, DayView, ForAthlete, Listener, Number, Place, Rule, Setting, Tally, Timetable, Verdict, WeekRule,
};
use crate::model::RunClass;

/// How many hard stresses a week holds, and on how many days in a row.
#[derive(Clone, Debug)]
pub struct HardDays {
    must_a_week: i32,
    must_in_a_row: i32,
    should_in_a_row: i32,
    long_minutes: i32,
    weight: i32,
}

static CARD: Card = Card {
    id: "hard_days",
    binding: Binding::Both,
    summary: "Hard stresses a week and on days in a row: heavy legs, other sport that is hard for the legs, quality runs, \
              finishers, very long runs, races.",
    docs: "Overload without recovery is what overreaching is made of, and a body does not tell a hard set of squats \
           from a hard run. A person's own hard sessions are never argued with: where they fill the week, no hard run \
           is added. The caps are judgement; the habit of hard days followed by easy ones is that of the best runners.",
    evidence: &[
        "Casado 2022, International Journal of Sports Physiology and Performance: elite runners follow hard days with easy ones.",
        "Meeusen 2013, European Journal of Sport Science: overreaching comes from load without recovery.",
    ],
};

impl ForAthlete for HardDays {
    const JUDGES_WEEKS: bool = true;

    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        Self {
            must_a_week: level.pick(3, 4, 5),
            must_in_a_row: level.pick(1, 2, 2),
            should_in_a_row: level.pick(1, 1, 2),
            long_minutes: 90,
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
            Number::new("must_a_week", "hard stresses", "a week", &mut self.must_a_week, (0, 7)).at_most().must(5),
            Number::new("must_in_a_row", "hard days in a row", "days", &mut self.must_in_a_row, (1, 7)).at_most().must(2),
            Number::new("should_in_a_row", "hard days in a row", "days", &mut self.should_in_a_row, (1, 7)).at_most(),
            Number::new("long_minutes", "length from which a long run is hard", "min", &mut self.long_minutes, (60, 240))
                .at_most()
                .must(90),
            Number::weight("for each hard day too many in a row", &mut self.weight),
        ]
    }

    fn week(&self) -> Option<&dyn WeekRule> {
        Some(self)
    }
}

/// The tally: hard stresses this week; hard runs among them; hard days in a row so far, with `RUN_IN_ROW` added when one of
/// them is hard only because of a run; days too many, musts in thousands and shoulds in ones.
const STRESSES: usize = 0;
const RUNS: usize = 1;
const ROW: usize = 2;
const EXCESS: usize = 3;
const RUN_IN_ROW: i32 = 1000;
const MUST_EXCESS: i32 = 1000;

impl HardDays {
    /// The most hard stresses a week may hold.
    pub fn a_week(&self) -> i32 {
        self.must_a_week
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
}

impl WeekRule for HardDays {
    fn read(&self, mut tally: Tally, day: &DayView<'_>, _: &Timetable) -> Tally {
        let hard = day.runs.iter().filter(|place| self.is_hard(place)).count() as i32;
        let judged = day.runs.iter().filter(|place| self.is_hard(place) && place.judged).count();
        tally[STRESSES] += day.facts.hard + hard;
        tally[RUNS] += judged as i32;
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
        let over = (tally[STRESSES] - self.must_a_week).min(tally[RUNS]);
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
                format!("Hard days in a row; {} would be better.", self.should_in_a_row)
            });
        }
        [0, 0, tally[ROW], 0]
    }

    fn no_worse(&self, a: Tally, b: Tally) -> bool {
        a[STRESSES] <= b[STRESSES]
            && a[RUNS] <= b[RUNS]
            && a[ROW] % RUN_IN_ROW <= b[ROW] % RUN_IN_ROW
            && a[ROW] / RUN_IN_ROW <= b[ROW] / RUN_IN_ROW
            && a[EXCESS] / MUST_EXCESS <= b[EXCESS] / MUST_EXCESS
            && a[EXCESS] % MUST_EXCESS <= b[EXCESS] % MUST_EXCESS
    }

    fn is_lost(&self, tally: Tally) -> bool {
        tally[EXCESS] >= MUST_EXCESS || (tally[RUNS] > 0 && tally[STRESSES] > self.must_a_week)
    }
}

#[cfg(test)]
mod tests {
    use super::HardDays;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<HardDays>(Goal::Endurance, Level::Intermediate))
    }

    const ROW: &str = "should 1: Hard days in a row; 1 would be better.";

    #[test]
    fn heavy_legs_and_hard_runs_share_one_budget() {
        let legs = "mon heavy_legs 18:00-19:00, wed heavy_legs 18:00-19:00, fri heavy_legs 18:00-19:00";
        assert!(breaks(&format!("{legs}, sun tempo 10:00-10:40")).is_empty());
        assert_eq!(
            breaks(&format!("mon heavy_legs 06:00-07:00, {legs}, sun tempo 10:00-10:40")),
            ["must 1: 5 hard stresses this week, heavy legs counted; 4 at most."]
        );
        assert!(breaks(&format!("mon heavy_legs 06:00-07:00, {legs}, sun easy 10:00-10:40")).is_empty());
    }

    #[test]
    fn other_sport_that_is_hard_for_the_legs_counts_and_what_spares_them_does_not() {
        assert_eq!(breaks("mon hard_sport 18:00-19:00, tue tempo 19:00-19:40"), [ROW]);
        assert!(breaks("mon other 18:00-19:00, tue tempo 19:00-19:40").is_empty());
    }

    #[test]
    fn a_hard_run_makes_no_row_of_hard_days() {
        assert_eq!(breaks("mon heavy_legs 18:00-19:00, tue tempo 18:00-18:40"), [ROW]);
        assert_eq!(
            breaks("mon heavy_legs 18:00-19:00, tue heavy_legs 18:00-19:00, wed tempo 18:00-18:40"),
            ["must 1: Too many hard days in a row; 2 at most."]
        );
    }

    #[test]
    fn a_row_goes_on_from_sunday_to_monday() {
        assert_eq!(breaks("sun tempo 10:00-10:40, mon+1 heavy_legs 18:00-19:00"), [ROW]);
    }

    #[test]
    fn a_long_run_is_hard_from_an_hour_and_a_half() {
        assert!(breaks("sat heavy_legs 10:00-11:00, sun long 08:00-09:15").is_empty());
        assert_eq!(breaks("sat heavy_legs 10:00-11:00, sun long 08:00-09:30"), [ROW]);
    }
}
