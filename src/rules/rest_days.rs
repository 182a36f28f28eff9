//! Days with neither run nor strength.

use super::{
    Binding, Card, DayFacts, DayView, ForAthlete, Listener, Number, Rule, Setting, Tally, Timetable, Verdict, WeekRule,
};
use crate::model::{Day, count};

/// Rest days a week.
#[derive(Clone, Debug)]
pub struct RestDays {
    must_days: i32,
    should_days: i32,
    /// Whether other sport that spares the legs takes a rest day as well.
    counts_sport: bool,
    weight: i32,
}

static CARD: Card = Card {
    id: "rest_days",
    binding: Binding::Both,
    summary: "Days of the week with neither run nor strength; mobility and walking are allowed on them.",
    docs: "Training works while the body rests. Where the person's own week leaves no rest day, runs take none away: \
           they go only where strength already is. Beginners and older people get another day. Other sport that is hard for the legs takes a rest day too, and for \
           the young any sport does. The numbers are judgement.",
    evidence: &[
        "Meeusen 2013, European Journal of Sport Science: recovery is what keeps overload from becoming overtraining.",
        "American Academy of Pediatrics 2024, Pediatrics: one or two days a week without organised sport for the young.",
        "Judgement: one day a week for everyone, two for beginners and from sixty years.",
    ],
};

impl ForAthlete for RestDays {
    const JUDGES_WEEKS: bool = true;

    fn for_athlete(setting: &Setting) -> Self {
        let (older, young) = (setting.is_at_least(60), setting.age.is_some_and(|age| age < 18));
        Self {
            must_days: 1,
            should_days: if older { 2 } else { setting.level.pick(2, 1, 1) },
            counts_sport: young,
            weight: 12,
        }
    }
}

impl Rule for RestDays {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("must_days", "rest days", "a week", &mut self.must_days, (0, 7)).must(1),
            Number::new("should_days", "rest days", "a week", &mut self.should_days, (0, 7)),
            Number::weight("for each rest day missing", &mut self.weight),
        ]
    }

    fn week(&self) -> Option<&dyn WeekRule> {
        Some(self)
    }
}

fn days(number: i32) -> String {
    count(number.unsigned_abs() as usize, "rest day")
}

impl RestDays {
    /// Whether the person's own sessions leave a day for rest.
    fn is_free(&self, facts: DayFacts) -> bool {
        facts.strength == 0 && facts.hard == 0 && !(self.counts_sport && facts.sport > 0)
    }

    /// Days of a week without strength or hard sport.
    fn own_rest_days(&self, timetable: &Timetable, week: i32) -> i32 {
        (0..7).filter(|day| self.is_free(timetable.facts(Day(week * 7 + day)))).count() as i32
    }
}

/// The tally: rest days that runs took; whether a judged run did; how many runs may take.
impl WeekRule for RestDays {
    fn read(&self, mut tally: Tally, day: &DayView<'_>, timetable: &Timetable) -> Tally {
        if day.day.weekday() == 0 {
            let own = self.own_rest_days(timetable, day.day.week());
            tally[2] = own - self.must_days.min(own);
        }
        tally[0] += i32::from(self.is_free(day.facts) && !day.runs.is_empty());
        tally[1] |= i32::from(day.runs.iter().any(|place| place.judged));
        tally
    }

    fn close(&self, tally: Tally, week: i32, timetable: &Timetable, hear: &mut dyn Listener) -> Tally {
        let own = self.own_rest_days(timetable, week);
        let left = own - tally[0];
        let (must, should) = (self.must_days.min(own), self.should_days.min(own));
        if tally[1] == 0 {
            return Tally::default();
        }
        if left < must {
            hear.hear(Verdict::must(must - left), &|| format!("{} in the week; {must} at least.", days(left)));
        } else {
            hear.hear(Verdict::should(should - left, self.weight), &|| {
                format!("{} in the week; {should} would be better.", days(left))
            });
        }
        Tally::default()
    }

    fn is_lost(&self, tally: Tally) -> bool {
        tally[1] > 0 && tally[0] > tally[2]
    }

    fn no_worse(&self, a: Tally, b: Tally) -> bool {
        a[0] <= b[0] && a[1] <= b[1]
    }
}

#[cfg(test)]
mod tests {
    use super::RestDays;
    use crate::model::{Goal, Level};
    use crate::rules::Setting;
    use crate::rules::diary::{rule, rule_of, week};

    fn breaks(level: Level, entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<RestDays>(Goal::GeneralFitness, level))
    }

    const LIFTS: &str = "mon upper 18:00-19:00, tue upper 18:00-19:00, thu upper 18:00-19:00, fri upper 18:00-19:00";

    #[test]
    fn runs_leave_a_day_of_rest() {
        let runs = "wed easy 18:00-18:30, sat easy 09:00-09:30";
        assert!(breaks(Level::Intermediate, &format!("{LIFTS}, {runs}")).is_empty());
        assert_eq!(
            breaks(Level::Intermediate, &format!("{LIFTS}, {runs}, sun easy 09:00-09:30")),
            ["must 1: 0 rest days in the week; 1 at least."]
        );
    }

    #[test]
    fn a_beginner_had_better_have_two() {
        assert_eq!(
            breaks(Level::Beginner, &format!("{LIFTS}, wed easy 18:00-18:30, sat easy 09:00-09:30")),
            ["should 1: 1 rest day in the week; 2 would be better."]
        );
    }

    #[test]
    fn hard_sport_takes_a_rest_day_and_the_young_rest_from_any() {
        let sport = "wed hard_sport 18:00-19:00, fri easy 06:30-07:00, sat easy 09:00-09:30";
        assert!(breaks(Level::Intermediate, &format!("{LIFTS}, {sport}")).is_empty());
        assert_eq!(
            breaks(Level::Intermediate, &format!("{LIFTS}, {sport}, sun easy 09:00-09:30")),
            ["must 1: 0 rest days in the week; 1 at least."]
        );
        let setting = Setting { age: Some(17), ..Setting::of(Goal::GeneralFitness, Level::Intermediate) };
        let young = rule_of::<RestDays>(&setting);
        let swims = "wed other 18:00-19:00, sat other 10:00-11:00, sun easy 09:00-09:30";
        assert_eq!(week(&format!("{LIFTS}, {swims}")).breaks(&young), ["must 1: 0 rest days in the week; 1 at least."]);
        assert!(breaks(Level::Intermediate, &format!("{LIFTS}, {swims}")).is_empty());
    }

    #[test]
    fn where_the_week_leaves_none_runs_go_where_strength_is() {
        let full = format!("{LIFTS}, wed upper 18:00-19:00, sat upper 18:00-19:00, sun upper 18:00-19:00");
        assert!(breaks(Level::Intermediate, &format!("{full}, sat easy 09:00-09:30")).is_empty());
    }
}
