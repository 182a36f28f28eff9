//! Days with neither run nor strength.

use super::{Binding, Card, DayFacts, DayView, ForAthlete, Listener, Number, Rule, Setting, Tally, Timetable, Verdict, WeekRule, Words};
use crate::model::{Day, RunClass, count};

/// Rest days a week.
#[derive(Clone, Debug)]
pub struct RestDays {
    must_days: i32,
    should_days: i32,
    /// Whether other sport that spares the legs takes a rest day as well.
    counts_sport: bool,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "rest_days",
    binding: Binding::Both,
    summary: "Days of the week with neither run nor strength; mobility and walking are allowed on them.",
    docs: "Training works while the body rests. Where the person's own week, races among it, leaves no rest day, runs take \
           none away: they go only where strength already is. Beginners and older people get another day if that can be had, and \
           from sixty years it weighs more than a wished hour. A day of other sport that is hard for the legs is no rest day as it \
           should be, but is one for the must; for the young no day of sport is. The numbers are judgement.",
    evidence: &[
        "Meeusen 2013, European Journal of Sport Science: recovery is what keeps overload from becoming overtraining.",
        "American Academy of Pediatrics 2024, Pediatrics: one or two days a week without organised sport for the young.",
        "Judgement: one day a week for everyone, two for beginners and from sixty years.",
    ],
    words: Some(Words {
        aim: "days of rest",
        better: "more rest",
        one: "one more week with enough rest",
        many: "{n} more weeks with enough rest",
        obstacle: Some("days to rest"),
    }),
};

impl ForAthlete for RestDays {
    const JUDGES_WEEKS: bool = true;

    fn for_athlete(setting: &Setting) -> Self {
        let (older, young) = (setting.is_at_least(60), setting.age.is_some_and(|age| age < 18));
        Self {
            must_days: 1,
            should_days: if older { 2 } else { setting.level.pick(2, 1, 1) },
            counts_sport: young,
            weight: if older { 60 } else { 12 },
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

/// The tally: days without strength and race, those without hard sport added in thousands; those that runs took, in the same way;
/// whether a judged run stands.
const FREE: usize = 0;
const TAKEN: usize = 1;
const JUDGED: usize = 2;
const RESTFUL: i32 = 1000;

impl RestDays {
    /// What a day counts as: without strength, and `RESTFUL` more without hard sport.
    fn free(&self, facts: DayFacts) -> i32 {
        if facts.strength > 0 || facts.runs > 0 || self.counts_sport && facts.sport > 0 {
            return 0;
        }
        if facts.hard > 0 { 1 } else { 1 + RESTFUL }
    }

    /// Whether runs took more days than the must leaves.
    fn missing_must(&self, tally: Tally) -> i32 {
        missing(self.must_days, tally[FREE] % RESTFUL, tally[TAKEN] % RESTFUL)
    }
}

/// Rest days missing where runs took so many of the `free` ones: the person's own week may have fewer than asked for.
fn missing(asked: i32, free: i32, taken: i32) -> i32 {
    (asked.min(free) - (free - taken)).max(0)
}

impl WeekRule for RestDays {
    fn read(&self, mut tally: Tally, day: &DayView<'_>, timetable: &Timetable) -> Tally {
        if day.day.weekday() == 0 {
            let week = day.day.week();
            tally[FREE] = (0..7).map(|day| self.free(timetable.facts(Day(week * 7 + day)))).sum();
        }
        let free = self.free(day.facts);
        if day.runs.iter().any(|place| place.run.class() == RunClass::Race) {
            tally[FREE] -= free;
        } else if !day.runs.is_empty() {
            tally[TAKEN] += free;
        }
        tally[JUDGED] |= i32::from(day.runs.iter().any(|place| place.judged));
        tally
    }

    fn close(&self, tally: Tally, _: i32, _: &Timetable, hear: &mut dyn Listener) -> Tally {
        if tally[JUDGED] == 0 {
            return Tally::default();
        }
        let must = self.missing_must(tally);
        if must > 0 {
            let left = (tally[FREE] - tally[TAKEN]) % RESTFUL;
            hear.hear(Verdict::must(must), &|| format!("{} in the week; {} at least.", days(left), left + must));
        } else {
            let left = (tally[FREE] - tally[TAKEN]) / RESTFUL;
            let should = missing(self.should_days, tally[FREE] / RESTFUL, tally[TAKEN] / RESTFUL);
            hear.hear(Verdict::should(should, self.weight), &|| {
                format!("{} in the week; {} would be better.", days(left), left + should)
            });
        }
        Tally::default()
    }

    fn is_lost(&self, tally: Tally) -> bool {
        tally[JUDGED] > 0 && self.missing_must(tally) > 0
    }

    fn no_worse(&self, a: Tally, b: Tally) -> bool {
        a[TAKEN] % RESTFUL <= b[TAKEN] % RESTFUL
            && a[TAKEN] / RESTFUL <= b[TAKEN] / RESTFUL
            && a[FREE] % RESTFUL >= b[FREE] % RESTFUL
            && a[FREE] / RESTFUL >= b[FREE] / RESTFUL
            && a[JUDGED] <= b[JUDGED]
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
    fn hard_sport_takes_the_second_rest_day_and_the_young_rest_from_any() {
        let sport = "wed hard_sport 18:00-19:00, fri easy 06:30-07:00, sat easy 09:00-09:30";
        assert!(breaks(Level::Intermediate, &format!("{LIFTS}, {sport}")).is_empty());
        assert_eq!(
            breaks(Level::Intermediate, &format!("{LIFTS}, {sport}, sun easy 09:00-09:30")),
            ["should 1: 0 rest days in the week; 1 would be better."]
        );
        assert_eq!(
            breaks(Level::Intermediate, &format!("{LIFTS}, {sport}, wed easy 07:00-07:30, sun easy 09:00-09:30")),
            ["must 1: 0 rest days in the week; 1 at least."]
        );
        let setting = Setting { age: Some(17), ..Setting::of(Goal::GeneralFitness, Level::Intermediate) };
        let young = rule_of::<RestDays>(&setting);
        let swims = "wed other 18:00-19:00, sat other 10:00-11:00, sun easy 09:00-09:30";
        assert_eq!(week(&format!("{LIFTS}, {swims}")).breaks(&young), ["must 1: 0 rest days in the week; 1 at least."]);
        assert!(breaks(Level::Intermediate, &format!("{LIFTS}, {swims}")).is_empty());
    }

    #[test]
    fn a_race_is_the_persons_own_and_takes_no_rest_day_of_the_runs() {
        let lifts = format!("{LIFTS}, wed upper 18:00-19:00, sat upper 18:00-19:00");
        let race = "sun race 10:00-11:00";
        assert!(breaks(Level::Intermediate, &format!("{lifts}, thu easy 06:00-06:30, {race}")).is_empty());
        let one_free = format!("{LIFTS}, sat upper 18:00-19:00");
        assert!(breaks(Level::Intermediate, &format!("{one_free}, thu easy 06:00-06:30, {race}")).is_empty());
        assert_eq!(
            breaks(Level::Intermediate, &format!("{one_free}, wed easy 18:00-18:30, {race}")),
            ["must 1: 0 rest days in the week; 1 at least."]
        );
    }

    #[test]
    fn the_second_rest_day_of_the_older_weighs_more_than_a_wished_hour() {
        let weight = |age| rule_of::<RestDays>(&Setting { age, ..Setting::of(Goal::Endurance, Level::Advanced) }).weight;
        assert_eq!([Some(59), Some(60)].map(weight), [12, 60]);
    }

    #[test]
    fn where_the_week_leaves_none_runs_go_where_strength_is() {
        let full = format!("{LIFTS}, wed upper 18:00-19:00, sat upper 18:00-19:00, sun upper 18:00-19:00");
        assert!(breaks(Level::Intermediate, &format!("{full}, sat easy 09:00-09:30")).is_empty());
    }
}
