//! After leg work the legs rest before they run.

use super::{Appointment, Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict};
use super::verdict::after_words;
use crate::model::{Goal, Legs, RunClass};

/// From this length a run counts as long for the legs, in minutes.
pub(super) const LONG_MINUTES: i32 = 75;

/// Hours from the end of leg work to the start of a run.
#[derive(Clone, Debug)]
pub struct HeavyLegsThenRun {
    easy_must_hours: i32,
    easy_should_hours: i32,
    quality_must_hours: i32,
    quality_should_hours: i32,
    long_must_hours: i32,
    long_should_hours: i32,
    moderate_easy_must_hours: i32,
    moderate_easy_should_hours: i32,
    moderate_hard_must_hours: i32,
    moderate_hard_should_hours: i32,
    new_stimulus_extra_hours: i32,
    new_stimulus_easy_must_hours: i32,
    weight: i32,
}

static CARD: Card = Card {
    id: "heavy_legs_then_run",
    binding: Binding::Both,
    summary: "After heavy legs no run on the same day, and hours of rest by the kind of run.",
    docs: "Squats, deadlifts and lunges leave the legs tired and sore, and running costs more on such legs; a hard run \
           on them may raise the risk of injury, though no trial has shown it directly. Easy runs may come back first, \
           quality and long runs later, and beginners wait longest. Moderate leg work asks for less. The first heavy \
           leg sessions after a long pause ask for more, since two bouts are needed before the body is used to them. \
           The hours by level are a reading of these trials; no trial tested exactly these numbers.",
    evidence: &[
        "Doma 2017, Applied Physiology, Nutrition and Metabolism: running performance is still down one and two days after heavy legs; two bouts protect.",
        "Doma 2019, Sports Medicine Open: the cost of running is raised for up to two days.",
        "Thomas 2018, Medicine and Science in Sports and Exercise: fatigue from heavy squats is gone after three days.",
        "Palmer and Sleivert 2001, Journal of Science and Medicine in Sport: in trained runners oxygen cost is normal again after a day.",
    ],
};

impl ForAthlete for HeavyLegsThenRun {
    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        Self {
            easy_must_hours: level.pick(36, 24, 12),
            easy_should_hours: level.pick(48, 36, 24),
            quality_must_hours: level.pick(72, 48, 36),
            quality_should_hours: level.pick(72, 48, 48),
            long_must_hours: level.pick(48, 36, 24),
            long_should_hours: level.pick(72, 48, 48),
            moderate_easy_must_hours: level.pick(24, 12, 12),
            moderate_easy_should_hours: 24,
            moderate_hard_must_hours: 24,
            moderate_hard_should_hours: 36,
            new_stimulus_extra_hours: 24,
            new_stimulus_easy_must_hours: 48,
            weight: if setting.goal == Goal::Endurance { 2 } else { 3 },
        }
    }
}

impl Rule for HeavyLegsThenRun {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::hours("easy_must_hours", "from heavy legs to an easy run", &mut self.easy_must_hours).must(12),
            Number::hours("easy_should_hours", "from heavy legs to an easy run", &mut self.easy_should_hours),
            Number::hours("quality_must_hours", "from heavy legs to a quality run", &mut self.quality_must_hours)
                .must(36),
            Number::hours("quality_should_hours", "from heavy legs to a quality run", &mut self.quality_should_hours),
            Number::hours("long_must_hours", "from heavy legs to a long run", &mut self.long_must_hours).must(24),
            Number::hours("long_should_hours", "from heavy legs to a long run", &mut self.long_should_hours),
            Number::hours(
                "moderate_easy_must_hours",
                "from moderate leg work to an easy run",
                &mut self.moderate_easy_must_hours,
            )
            .must(12),
            Number::hours(
                "moderate_easy_should_hours",
                "from moderate leg work to an easy run",
                &mut self.moderate_easy_should_hours,
            ),
            Number::hours(
                "moderate_hard_must_hours",
                "from moderate leg work to a quality or long run",
                &mut self.moderate_hard_must_hours,
            )
            .must(24),
            Number::hours(
                "moderate_hard_should_hours",
                "from moderate leg work to a quality or long run",
                &mut self.moderate_hard_should_hours,
            ),
            Number::hours(
                "new_stimulus_extra_hours",
                "added after the first heavy legs of a long pause",
                &mut self.new_stimulus_extra_hours,
            )
            .must(24),
            Number::hours(
                "new_stimulus_easy_must_hours",
                "from the first heavy legs of a long pause to an easy run, at least",
                &mut self.new_stimulus_easy_must_hours,
            )
            .must(48),
            Number::weight("for each hour short of a should", &mut self.weight),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

impl HeavyLegsThenRun {
    /// Must and should hours after heavy legs.
    fn after_heavy(&self, place: &Place) -> (i32, i32) {
        let easy = (self.easy_must_hours, self.easy_should_hours);
        let quality = (self.quality_must_hours, self.quality_should_hours);
        let long = (self.long_must_hours, self.long_should_hours);
        let harder = |a: (i32, i32), b: (i32, i32)| (a.0.max(b.0), a.1.max(b.1));
        let counts_as_long = place.run.minutes >= LONG_MINUTES;
        match place.run.class() {
            RunClass::Quality | RunClass::Race if counts_as_long => harder(quality, long),
            RunClass::Quality | RunClass::Race => quality,
            RunClass::Easy if counts_as_long => long,
            RunClass::Easy => easy,
            RunClass::Long => long,
        }
    }

    /// Must and should hours after `work`; `None` where it is no leg work.
    fn hours(&self, place: &Place, work: &Appointment) -> Option<(i32, i32)> {
        let easy = place.run.class() == RunClass::Easy && place.run.minutes < LONG_MINUTES;
        match work.legs {
            Legs::Heavy if work.new_stimulus => {
                let (must, should) = self.after_heavy(place);
                let least = if easy { self.new_stimulus_easy_must_hours } else { 0 };
                Some(((must + self.new_stimulus_extra_hours).max(least), should + self.new_stimulus_extra_hours))
            }
            Legs::Heavy => Some(self.after_heavy(place)),
            Legs::Moderate if easy => Some((self.moderate_easy_must_hours, self.moderate_easy_should_hours)),
            Legs::Moderate => Some((self.moderate_hard_must_hours, self.moderate_hard_should_hours)),
            Legs::Spared | Legs::None => None,
        }
    }
}

/// Whether the run is the jog that closes this very work, which is not heavy: how long it may be is for `attached_runs` to say.
fn closes(place: &Place, work: &Appointment, timetable: &Timetable) -> bool {
    let own = place.attached_to.and_then(|index| timetable.appointments.get(index));
    work.legs == Legs::Moderate && own.is_some_and(|own| own.id == work.id && own.end == work.end)
}

impl SlotRule for HeavyLegsThenRun {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let longest = (self.quality_must_hours.max(self.quality_should_hours))
            .max(self.long_must_hours.max(self.long_should_hours))
            .max(self.easy_must_hours.max(self.easy_should_hours))
            .max(self.moderate_hard_must_hours.max(self.moderate_hard_should_hours))
            .max(self.moderate_easy_must_hours.max(self.moderate_easy_should_hours))
            + self.new_stimulus_extra_hours.max(self.new_stimulus_easy_must_hours);
        let mut worst: Option<(Verdict, &Appointment, i32, i32)> = None;
        for work in timetable.before(place.start, (longest + 24) * 60) {
            let Some((must, should)) = self.hours(place, work) else { continue };
            if closes(place, work, timetable) {
                continue;
            }
            let gap = place.start.since(work.end);
            let mut verdict = Verdict::gap(gap, must, should, self.weight);
            if work.legs == Legs::Heavy && place.day <= work.last_day {
                verdict = Verdict::must(verdict.amount.max(1));
            }
            if worst.as_ref().is_none_or(|(known, ..)| (verdict.tier, verdict.cost) > (known.tier, known.cost)) {
                worst = Some((verdict, work, must, should));
            }
        }
        if let Some((verdict, work, must, should)) = worst {
            hear.hear(verdict, &|| {
                if work.legs == Legs::Heavy && place.day <= work.last_day {
                    return format!("The same day as {}: no run after heavy legs.", work.name);
                }
                after_words(place.start.since(work.end), &work.name, must, should)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HeavyLegsThenRun;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{Diary, rule, week, week_in};

    fn breaks(level: Level, diary: &Diary) -> Vec<String> {
        diary.breaks(&rule::<HeavyLegsThenRun>(Goal::GeneralFitness, level))
    }

    fn intermediate(entries: &str) -> Vec<String> {
        breaks(Level::Intermediate, &week(entries))
    }

    #[test]
    fn an_easy_run_waits_a_day_and_better_a_day_and_a_half() {
        assert_eq!(
            intermediate("mon heavy_legs 18:00-19:00, tue easy 18:00-18:30"),
            ["must 1: Only 23 h after heavy legs; at least 24 h are needed."]
        );
        assert_eq!(
            intermediate("mon heavy_legs 18:00-19:00, tue easy 19:00-19:30"),
            ["should 12: 24 h after heavy legs; 36 h would be better."]
        );
        assert!(intermediate("mon heavy_legs 18:00-19:00, wed easy 07:00-07:30").is_empty());
    }

    #[test]
    fn a_jog_may_close_moderate_leg_work_but_nothing_closes_heavy_legs() {
        assert!(intermediate("mon moderate_legs 18:00-19:00, mon +cooldown_jog 19:00-19:10").is_empty());
        assert_eq!(intermediate("mon heavy_legs 18:00-19:00, mon +cooldown_jog 19:00-19:10").len(), 1);
    }

    #[test]
    fn a_hard_run_waits_two_days() {
        assert_eq!(
            intermediate("mon heavy_legs 18:00-19:00, wed tempo 18:00-18:40"),
            ["must 1: Only 47 h after heavy legs; at least 48 h are needed."]
        );
        assert!(intermediate("mon heavy_legs 18:00-19:00, wed tempo 19:00-19:40").is_empty());
    }

    #[test]
    fn an_easy_run_of_an_hour_and_a_quarter_waits_as_a_long_one() {
        assert_eq!(
            intermediate("mon heavy_legs 18:00-19:00, tue easy 19:00-20:15"),
            ["must 12: Only 24 h after heavy legs; at least 36 h are needed."]
        );
    }

    #[test]
    fn a_beginner_waits_longest() {
        let beginner = |run: &str| {
            let legs = "mon heavy_legs 18:00-19:00, thu heavy_legs 18:00-19:00, ";
            breaks(Level::Beginner, &week(&format!("{legs}{run}")))
        };
        assert_eq!(
            beginner("tue easy 18:00-18:30"),
            ["must 13: Only 23 h after heavy legs; at least 36 h are needed."]
        );
        assert!(beginner("tue easy 23:15-23:45")[0].starts_with("must"));
        assert_eq!(
            beginner("wed easy 07:00-07:30"),
            ["should 12: 36 h after heavy legs; 48 h would be better."]
        );
    }

    #[test]
    fn an_advanced_runner_may_jog_on_the_morning_after_but_not_on_the_day() {
        assert_eq!(
            breaks(Level::Advanced, &week("mon heavy_legs 18:00-19:00, tue easy 07:00-07:30")),
            ["should 12: 12 h after heavy legs; 24 h would be better."]
        );
        for same_day in [
            "mon heavy_legs 06:00-07:00, mon easy 20:00-20:30",
            "sun heavy_legs 23:00-00:30, mon+1 easy 14:00-14:30",
        ] {
            assert_eq!(
                breaks(Level::Advanced, &week(same_day)),
                ["must 11: The same day as heavy legs: no run after heavy legs."]
            );
        }
    }

    #[test]
    fn sunday_evening_guards_the_first_monday() {
        assert_eq!(
            intermediate("sun-1 heavy_legs 18:00-19:00, mon easy 18:00-18:30"),
            ["must 1: Only 23 h after heavy legs; at least 24 h are needed."]
        );
    }

    #[test]
    fn legs_that_are_not_used_to_it_wait_a_day_more() {
        assert_eq!(
            intermediate("mon new_legs 18:00-19:00, wed easy 18:00-18:30"),
            ["must 1: Only 47 h after new legs; at least 48 h are needed."]
        );
    }

    #[test]
    fn moderate_legs_ask_for_less_and_upper_body_for_nothing() {
        assert_eq!(
            intermediate("mon moderate_legs 18:00-19:00, tue easy 18:00-18:30"),
            ["should 1: 23 h after moderate legs; 24 h would be better."]
        );
        assert_eq!(
            intermediate("mon hard_sport 06:30-07:30, mon easy 07:45-08:15"),
            ["must 12: Only 15 min after hard sport; at least 12 h are needed."]
        );
        assert!(intermediate("mon upper 18:00-19:00, mon tempo 19:15-20:00").is_empty());
    }

    #[test]
    fn the_night_the_clocks_go_forward_is_an_hour_short() {
        let monday = chrono::NaiveDate::from_ymd_opt(2027, 3, 22).unwrap();
        let diary = week_in("Europe/London".parse().unwrap(), monday, "sat heavy_legs 18:00-19:00, sun easy 19:00-19:30");
        assert_eq!(
            breaks(Level::Intermediate, &diary),
            ["must 1: Only 23 h after heavy legs; at least 24 h are needed."]
        );
    }
}
