//! Days with neither run nor strength.

use super::{Binding, Card, DayView, ForAthlete, Listener, Number, Rule, Setting, Tally, Timetable, Verdict, WeekRule};
use crate::model::Day;

/// Rest days a week.
#[derive(Clone, Debug)]
pub struct RestDays {
    must_days: i32,
    should_days: i32,
    weight: i32,
}

static CARD: Card = Card {
    id: "rest_days",
    binding: Binding::Both,
    summary: "Days of the week with neither run nor strength; mobility and walking are allowed on them.",
    docs: "Training works while the body rests. Where the person's own week leaves no rest day, runs take none away: \
           they go only where strength already is. Beginners and older people get another day. The numbers are judgement.",
    evidence: &[
        "Meeusen 2013, European Journal of Sport Science: recovery is what keeps overload from becoming overtraining.",
        "Judgement: one day a week for everyone, two for beginners and from sixty years.",
    ],
};

impl ForAthlete for RestDays {
    fn for_athlete(setting: &Setting) -> Self {
        let older = setting.is_at_least(60);
        Self { must_days: 1, should_days: if older { 2 } else { setting.level.pick(2, 1, 1) }, weight: 12 }
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

impl WeekRule for RestDays {
    fn read(&self, mut tally: Tally, day: &DayView<'_>, _: &Timetable) -> Tally {
        tally[0] += i32::from(day.facts.strength == 0 && !day.runs.is_empty());
        tally[1] |= i32::from(day.runs.iter().any(|place| place.judged));
        tally
    }

    fn close(&self, tally: Tally, week: i32, timetable: &Timetable, hear: &mut dyn Listener) -> Tally {
        let own = (0..7).filter(|day| timetable.facts(Day(week * 7 + day)).strength == 0).count() as i32;
        let left = own - tally[0];
        let (must, should) = (self.must_days.min(own), self.should_days.min(own));
        if tally[1] == 0 {
            return Tally::default();
        }
        if left < must {
            hear.hear(Verdict::must(must - left), &|| format!("{left} rest days in the week; {must} at least."));
        } else {
            hear.hear(Verdict::should(should - left, self.weight), &|| {
                format!("{left} rest days in the week; {should} would be better.")
            });
        }
        Tally::default()
    }

    fn no_worse(&self, a: Tally, b: Tally) -> bool {
        a[0] <= b[0] && a[1] <= b[1]
    }
}
