//! Not every workout is followed by a run.

use super::{Binding, Card, DayView, ForAthlete, Listener, Number, Rule, Setting, Tally, Timetable, Verdict, WeekRule, Words};
use crate::model::{Day, RunType};

/// The share of the week's strength sessions that a run may follow within hours.
#[derive(Clone, Debug)]
pub struct NotAfterEveryWorkout {
    must_percent: i32,
    should_percent: i32,
    within_hours: i32,
    jog_minutes: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "not_after_every_workout",
    binding: Binding::Both,
    summary: "Only a share of the week's workouts is followed by a run within hours; short cool-down jogs do not count.",
    docs: "A run after nearly every workout is possible, which does not make it advisable: done without distinction it \
           adds fatigue where the body should repair itself. A share that comes to less than one workout counts as one. \
           The shares are judgement.",
    evidence: &["Judgement, after the guidance that runs follow workouts selectively rather than always."],
    words: Some(Words {
        aim: "workouts without a run after them",
        better: "more workouts without a run after them",
        one: "one more week with workouts that no run follows",
        many: "{n} more weeks with workouts that no run follows",
        obstacle: Some("workouts that no run should follow"),
    }),
};

impl ForAthlete for NotAfterEveryWorkout {
    const JUDGES_WEEKS: bool = true;

    fn for_athlete(setting: &Setting) -> Self {
        Self {
            must_percent: 50,
            should_percent: setting.level.pick(25, 33, 50),
            within_hours: 6,
            jog_minutes: 10,
            weight: 10,
        }
    }
}

impl Rule for NotAfterEveryWorkout {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("must_percent", "share of workouts a run may follow", "%", &mut self.must_percent, (0, 100))
                .at_most()
                .must(50),
            Number::new("should_percent", "share of workouts a run may follow", "%", &mut self.should_percent, (0, 100))
                .at_most(),
            Number::new("within_hours", "how soon after a workout a run follows it", "h", &mut self.within_hours, (1, 24))
                .must(6),
            Number::new("jog_minutes", "longest cool-down jog that does not count", "min", &mut self.jog_minutes, (0, 15))
                .at_most()
                .must(10),
            Number::weight("for each workout above the share", &mut self.weight),
        ]
    }

    fn week(&self) -> Option<&dyn WeekRule> {
        Some(self)
    }
}

impl NotAfterEveryWorkout {
    /// The longest cool-down jog that does not count, in minutes.
    pub fn uncounted_jog(&self) -> i32 {
        self.jog_minutes
    }

    fn share(workouts: i32, percent: i32) -> i32 {
        (workouts * percent / 100).max(1)
    }
}

/// Strength sessions of a week.
fn workouts(timetable: &Timetable, week: i32) -> i32 {
    (0..7).map(|day| timetable.facts(Day(week * 7 + day)).strength).sum()
}

/// The tally: workouts that a run follows; how many may be followed.
impl WeekRule for NotAfterEveryWorkout {
    fn read(&self, mut tally: Tally, day: &DayView<'_>, timetable: &Timetable) -> Tally {
        if day.day.weekday() == 0 {
            tally[1] = Self::share(workouts(timetable, day.day.week()), self.must_percent);
        }
        for place in day.runs {
            if !place.judged
                || (place.run.kind == RunType::CooldownJog && place.run.minutes <= self.jog_minutes)
            {
                continue;
            }
            let reach = self.within_hours * 60;
            let followed = timetable
                .before(place.start, reach + 24 * 60)
                .filter(|one| one.is_strength() && (0..=reach).contains(&place.start.since(one.end)))
                .count();
            tally[0] += followed as i32;
        }
        tally
    }

    fn close(&self, tally: Tally, week: i32, timetable: &Timetable, hear: &mut dyn Listener) -> Tally {
        let workouts = workouts(timetable, week);
        let (must, should) = (Self::share(workouts, self.must_percent), Self::share(workouts, self.should_percent));
        let words = |most: i32| {
            let verb = if tally[0] == 1 { "is" } else { "are" };
            format!("{} of {workouts} workouts {verb} followed by a run this week; {most} at most.", tally[0])
        };
        if tally[0] > must {
            hear.hear(Verdict::must(tally[0] - must), &|| words(must));
        } else if tally[0] > 0 {
            hear.hear(Verdict::should(tally[0] - should, self.weight), &|| words(should));
        }
        Tally::default()
    }

    fn is_lost(&self, tally: Tally) -> bool {
        tally[0] > tally[1]
    }

    fn no_worse(&self, a: Tally, b: Tally) -> bool {
        a[0] <= b[0]
    }
}

#[cfg(test)]
mod tests {
    use super::NotAfterEveryWorkout;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(runs: &str) -> Vec<String> {
        let lifts = "mon upper 06:00-07:00, wed upper 06:00-07:00, fri upper 06:00-07:00, sat upper 06:00-07:00";
        week(&format!("{lifts}, {runs}"))
            .breaks(&rule::<NotAfterEveryWorkout>(Goal::GeneralFitness, Level::Intermediate))
    }

    #[test]
    fn a_third_of_the_workouts_is_followed_by_a_run_and_never_more_than_half() {
        assert!(breaks("mon easy 12:00-12:30").is_empty());
        assert_eq!(
            breaks("mon easy 12:00-12:30, wed easy 13:00-13:30"),
            ["should 1: 2 of 4 workouts are followed by a run this week; 1 at most."]
        );
        assert_eq!(
            breaks("mon easy 12:00-12:30, wed easy 13:00-13:30, fri easy 07:30-08:00"),
            ["must 1: 3 of 4 workouts are followed by a run this week; 2 at most."]
        );
    }

    #[test]
    fn six_hours_later_a_run_follows_no_more() {
        assert!(breaks("mon easy 12:00-12:30, wed easy 13:15-13:45").is_empty());
    }

    #[test]
    fn short_jogs_are_not_counted() {
        assert!(
            breaks("mon easy 12:00-12:30, wed +cooldown_jog 07:00-07:10, fri +cooldown_jog 07:00-07:10").is_empty()
        );
    }
}
