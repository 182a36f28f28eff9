//! After leg work the legs rest before they run.

use super::verdict::{after_words, hours_words};
use super::{Appointment, Binding, Card, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{Goal, LegHabit, Legs, Level, RunClass};

/// From this length a run counts as long for the legs, in minutes.
pub(super) const LONG_MINUTES: i32 = 75;

/// Must and should hours.
type Hours = (i32, i32);

/// Hours from the end of leg work to the start of a run.
#[derive(Clone, Debug)]
pub struct HeavyLegsThenRun {
    easy: Hours,
    quality: Hours,
    long: Hours,
    fast_must_hours: i32,
    moderate_easy: Hours,
    moderate_hard: Hours,
    new_easy: Hours,
    new_quality: Hours,
    new_long: Hours,
    new_stimulus_extra_hours: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "heavy_legs_then_run",
    binding: Binding::Both,
    summary: "After heavy legs no run on the same day, and hours of rest by the kind of run and how used the legs are to it.",
    docs: "Squats, deadlifts and lunges leave the legs tired and sore, and running costs more on such legs; a hard run \
           on them may raise the risk of injury, though no trial has shown it directly. In people who are not used to \
           leg work an easy run is impaired for a day and a hard one for two; in runners who lift regularly easy \
           running hardly suffers, while the time to exhaustion does. So easy runs come back first, quality and long \
           runs later; new legs and beginners wait longest. On the day after heavy legs a hard run is threshold, \
           fartlek or race pace, never hills, repetitions or short intervals. Moderate leg work asks for less. The \
           first heavy leg sessions after weeks without ask for as much as new legs and a day more, since two bouts are \
           needed before the body is used to them. Other sport that works the legs hard, and every match, counts as \
           heavy legs. The hours are a reading of these trials; no trial tested exactly these numbers.",
    evidence: &[
        "Doma 2017, Applied Physiology, Nutrition and Metabolism: untrained men run worse one and two days after heavy legs; two bouts protect.",
        "Doma 2015, European Journal of Applied Physiology: easy running is impaired for a day after leg work, after two no more.",
        "Doma and Deakin 2015, Research Quarterly for Exercise and Sport: lifting on alternate days hardly changes the cost of running and lowers time to exhaustion.",
        "de Carvalho e Silva 2022, Sports Medicine Open: in runners lifting has little effect on easy running.",
        "Thomas 2018, Medicine and Science in Sports and Exercise: fatigue from heavy squats is gone after three days.",
        "Palmer and Sleivert 2001, Journal of Science and Medicine in Sport: in trained runners oxygen cost is normal again after a day.",
        "Silva 2018, Sports Medicine: three days are not enough for full recovery from a football match.",
    ],
    words: Some(Words {
        aim: "rest after heavy legs",
        better: "more rest after heavy legs",
        one: "enough rest after heavy legs for one more run",
        many: "enough rest after heavy legs for {n} more runs",
        obstacle: Some("legs not yet fresh after lifting"),
    }),
};

/// The hours after heavy legs for an easy, a quality and a long run.
fn after_heavy(habit: LegHabit, level: Level) -> [Hours; 3] {
    let easy = match level {
        Level::Beginner => habit.pick((24, 48), (20, 36), (20, 24)),
        Level::Intermediate | Level::Advanced => habit.pick((20, 36), (12, 24), (12, 20)),
    };
    let quality = level.pick(
        habit.pick((44, 72), (44, 48), (44, 48)),
        habit.pick((44, 72), (20, 48), (20, 44)),
        habit.pick((44, 48), (20, 44), (20, 36)),
    );
    let long = level.pick(
        habit.pick((44, 72), (36, 48), (24, 44)),
        habit.pick((36, 48), (20, 36), (20, 36)),
        habit.pick((36, 48), (20, 36), (12, 36)),
    );
    [easy, quality, long]
}

impl ForAthlete for HeavyLegsThenRun {
    fn for_athlete(setting: &Setting) -> Self {
        let habit = setting.leg_habit();
        let [easy, quality, long] = after_heavy(habit, setting.level);
        let [new_easy, new_quality, new_long] = after_heavy(LegHabit::New, setting.level);
        Self {
            easy,
            quality,
            long,
            fast_must_hours: 36,
            moderate_easy: habit.pick((12, 24), (3, 12), (3, 12)),
            moderate_hard: habit.pick((20, 36), (12, 24), (12, 24)),
            new_easy,
            new_quality,
            new_long,
            new_stimulus_extra_hours: 24,
            weight: if setting.goal == Goal::Strength { 3 } else { 2 },
        }
    }
}

impl Rule for HeavyLegsThenRun {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        let mut numbers = Vec::new();
        let gaps = [
            (["easy_must_hours", "easy_should_hours"], "from heavy legs to an easy run", &mut self.easy, 12),
            (["quality_must_hours", "quality_should_hours"], "from heavy legs to a quality run", &mut self.quality, 20),
            (["long_must_hours", "long_should_hours"], "from heavy legs to a long run", &mut self.long, 12),
            (
                ["moderate_easy_must_hours", "moderate_easy_should_hours"],
                "from moderate leg work to an easy run",
                &mut self.moderate_easy,
                3,
            ),
            (
                ["moderate_hard_must_hours", "moderate_hard_should_hours"],
                "from moderate leg work to a quality or long run",
                &mut self.moderate_hard,
                12,
            ),
            (
                ["new_easy_must_hours", "new_easy_should_hours"],
                "from heavy legs that are new again to an easy run, before the extra hours",
                &mut self.new_easy,
                20,
            ),
            (
                ["new_quality_must_hours", "new_quality_should_hours"],
                "from heavy legs that are new again to a quality run, before the extra hours",
                &mut self.new_quality,
                44,
            ),
            (
                ["new_long_must_hours", "new_long_should_hours"],
                "from heavy legs that are new again to a long run, before the extra hours",
                &mut self.new_long,
                36,
            ),
        ];
        numbers.extend(gaps.into_iter().flat_map(|(names, meaning, gap, floor)| Number::gap(names, meaning, gap, floor)));
        numbers.push(
            Number::hours(
                "fast_must_hours",
                "from heavy legs to hills, repetitions and short intervals",
                &mut self.fast_must_hours,
            )
            .must(36),
        );
        numbers.push(
            Number::hours(
                "new_stimulus_extra_hours",
                "added after the first heavy legs of a long pause",
                &mut self.new_stimulus_extra_hours,
            )
            .must(24),
        );
        numbers.push(Number::weight("for each hour short of a should", &mut self.weight));
        numbers
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }
}

/// The harder of two gaps.
fn harder(a: Hours, b: Hours) -> Hours {
    (a.0.max(b.0), a.1.max(b.1))
}

impl HeavyLegsThenRun {
    /// Must and should hours after heavy legs, of which these are for an easy, a quality and a long run.
    fn for_run(&self, place: &Place, easy: Hours, quality: Hours, long: Hours) -> Hours {
        let counts_as_long = place.run.minutes >= LONG_MINUTES;
        let quality = if place.run.is_fast() { harder(quality, (self.fast_must_hours, 0)) } else { quality };
        match place.run.class() {
            RunClass::Quality | RunClass::Race if counts_as_long => harder(quality, long),
            RunClass::Quality | RunClass::Race => quality,
            RunClass::Easy if counts_as_long => long,
            RunClass::Easy => easy,
            RunClass::Long => long,
        }
    }

    /// Must and should hours after `work`; `None` where it is no leg work.
    fn hours(&self, place: &Place, work: &Appointment) -> Option<Hours> {
        let easy = place.run.class() == RunClass::Easy && place.run.minutes < LONG_MINUTES;
        match work.legs {
            Legs::Heavy if work.new_stimulus => {
                let (must, should) = harder(
                    self.for_run(place, self.easy, self.quality, self.long),
                    self.for_run(place, self.new_easy, self.new_quality, self.new_long),
                );
                Some((must + self.new_stimulus_extra_hours, should + self.new_stimulus_extra_hours))
            }
            Legs::Heavy => Some(self.for_run(place, self.easy, self.quality, self.long)),
            Legs::Moderate if easy => Some(self.moderate_easy),
            Legs::Moderate => Some(self.moderate_hard),
            Legs::Spared | Legs::None => None,
        }
    }

    /// The most hours that any leg work asks for.
    fn reach_hours(&self) -> i32 {
        let usual = [self.easy, self.quality, self.long, self.moderate_easy, self.moderate_hard];
        let new = [self.new_easy, self.new_quality, self.new_long];
        let longest = usual.into_iter().chain(new).map(|(must, should)| must.max(should)).max().unwrap_or(0);
        longest.max(self.fast_must_hours) + self.new_stimulus_extra_hours
    }
}

/// Whether the run is the jog that closes this very work, which is not heavy, or the brick after this very ride: how long it may be is for `attached_runs` to say.
fn closes(place: &Place, work: &Appointment, timetable: &Timetable) -> bool {
    let own = place.attached_to.and_then(|index| timetable.appointments.get(index));
    (work.legs == Legs::Moderate || timetable.wishes.bricks && work.is_ride()) && own.is_some_and(|own| own.id == work.id && own.end == work.end)
}

impl SlotRule for HeavyLegsThenRun {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let mut worst: Option<(Verdict, &Appointment, i32, i32)> = None;
        for work in timetable.before(place.start, (self.reach_hours() + 24) * 60) {
            let Some((must, should)) = self.hours(place, work) else { continue };
            if closes(place, work, timetable) {
                continue;
            }
            let gap = place.start.since(work.end);
            let mut verdict = Verdict::gap(gap, must, should.max(must), self.weight);
            if work.legs == Legs::Heavy && place.day <= work.last_day {
                verdict = Verdict::must(verdict.amount.max(1));
            }
            if worst.as_ref().is_none_or(|(known, ..)| (verdict.tier, verdict.cost) > (known.tier, known.cost)) {
                worst = Some((verdict, work, must, should));
            }
        }
        if let Some((verdict, work, must, should)) = worst {
            hear.hear(verdict, &|| {
                let gap = place.start.since(work.end);
                if work.legs == Legs::Heavy && place.day <= work.last_day {
                    let why = if work.is_strength() { "no run after heavy legs" } else { "the legs have done their work" };
                    return format!("The same day as {}: {why}.", work.name);
                }
                if place.run.is_fast() && must <= self.fast_must_hours && gap < must * 60 {
                    let run = place.run.kind.title().to_lowercase();
                    return format!("Only {} after {}; {run} need {must} h.", hours_words(gap), work.name);
                }
                after_words((gap, place.day.0 - work.last_day.0), &work.name, must, should)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HeavyLegsThenRun;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{Diary, rule, rule_of, week, week_in};
    use crate::rules::{Rule, Setting};

    /// What breaks for a runner of a level whose lifting is of another.
    fn says(lifting: Level, running: Level, entries: &str) -> Vec<String> {
        let setting = Setting { strength_level: lifting, ..Setting::of(Goal::GeneralFitness, running) };
        week(entries).breaks(&rule_of::<HeavyLegsThenRun>(&setting))
    }

    fn breaks(level: Level, diary: &Diary) -> Vec<String> {
        diary.breaks(&rule::<HeavyLegsThenRun>(Goal::GeneralFitness, level))
    }

    fn intermediate(entries: &str) -> Vec<String> {
        breaks(Level::Intermediate, &week(entries))
    }

    #[test]
    fn settled_legs_run_easy_the_next_morning_and_better_the_next_evening() {
        let next_day = |start: &str, end: &str| {
            intermediate(&format!("mon heavy_legs 18:00-19:00, tue easy {start}-{end}"))
        };
        assert_eq!(next_day("06:45", "07:15"), ["must 1: Only 11 h 45 min after heavy legs; at least 12 h are needed."]);
        assert_eq!(next_day("07:00", "07:30"), ["should 12: 12 h after heavy legs; 24 h would be better."]);
        assert!(next_day("19:00", "19:30").is_empty());
    }

    #[test]
    fn a_hard_run_waits_for_the_next_afternoon_and_better_two_days() {
        let tempo = |run: &str| intermediate(&format!("mon heavy_legs 18:00-19:00, {run}"));
        assert_eq!(
            tempo("tue tempo 14:45-15:30"),
            ["must 1: Only 19 h 45 min after heavy legs; at least 20 h are needed."]
        );
        assert_eq!(tempo("tue tempo 15:00-15:45"), ["should 28: 20 h after heavy legs; 48 h would be better."]);
        assert!(tempo("wed tempo 19:00-19:45").is_empty());
    }

    #[test]
    fn on_the_day_after_heavy_legs_no_hills_and_no_short_intervals() {
        let fast = |run: &str| intermediate(&format!("mon heavy_legs 18:00-19:00, {run}"));
        assert_eq!(fast("tue hills 19:00-19:40"), ["must 12: Only 24 h after heavy legs; hill repeats need 36 h."]);
        assert_eq!(fast("tue intervals 19:00-19:40").len(), 1);
        assert!(fast("tue hills 19:00-19:40")[0].starts_with("must"));
        assert!(fast("wed hills 07:00-07:40")[0].starts_with("should"));
        assert!(fast("tue fartlek 19:00-19:40")[0].starts_with("should"));
        assert!(fast("tue race_pace 19:00-19:40")[0].starts_with("should"));
    }

    #[test]
    fn a_beginner_whose_legs_are_new_to_it_waits_longest() {
        let beginner = |run: &str| {
            let legs = "mon heavy_legs 18:00-19:00, thu heavy_legs 18:00-19:00, ";
            breaks(Level::Beginner, &week(&format!("{legs}{run}")))
        };
        assert_eq!(
            beginner("tue easy 18:45-19:15"),
            ["must 1: Only 23 h 45 min after heavy legs; at least 24 h are needed."]
        );
        assert_eq!(beginner("tue easy 19:00-19:30"), ["should 24: 24 h after heavy legs; 48 h would be better."]);
        assert!(beginner("wed easy 19:00-19:30").is_empty());
        assert!(beginner("sat easy 09:00-09:30")[0].starts_with("should"), "legal");
    }

    #[test]
    fn the_hours_follow_the_habit_of_the_legs_and_the_level_of_the_runner() {
        use Level::{Advanced, Beginner, Intermediate};
        let easy = |lifting, running, clock: &str| {
            let end = format!("{}:30", &clock[..2]);
            says(lifting, running, &format!("mon heavy_legs 18:00-19:00, tue easy {clock}-{end}"))
        };
        assert!(easy(Beginner, Intermediate, "14:00")[0].starts_with("must 1"), "new legs: 20 h");
        assert!(easy(Advanced, Beginner, "14:00")[0].starts_with("must 1"), "a beginner on seasoned legs: 20 h");
        assert_eq!(easy(Advanced, Intermediate, "07:00"), ["should 8: 12 h after heavy legs; 20 h would be better."]);
        assert!(easy(Advanced, Advanced, "15:00").is_empty());
        let long = |running| says(Advanced, running, "mon heavy_legs 18:00-19:00, tue long 07:00-08:30");
        assert!(long(Intermediate)[0].starts_with("must 8"), "20 h");
        assert!(long(Advanced)[0].starts_with("should 24"), "12 h, better 36");
    }

    #[test]
    fn where_strength_is_the_goal_an_hour_short_weighs_more() {
        let weight = |goal| {
            let mut rule = rule::<HeavyLegsThenRun>(goal, Level::Intermediate);
            rule.numbers().into_iter().find(|number| number.name == "weight").map(|number| *number.value)
        };
        assert_eq!([Goal::Strength, Goal::Endurance, Goal::GeneralFitness].map(weight), [Some(3), Some(2), Some(2)]);
    }

    #[test]
    fn a_jog_may_close_moderate_leg_work_but_nothing_closes_heavy_legs() {
        assert!(intermediate("mon moderate_legs 18:00-19:00, mon +cooldown_jog 19:00-19:10").is_empty());
        assert_eq!(intermediate("mon heavy_legs 18:00-19:00, mon +cooldown_jog 19:00-19:10").len(), 1);
    }

    #[test]
    fn an_easy_run_of_an_hour_and_a_quarter_waits_as_a_long_one() {
        assert_eq!(
            intermediate("mon heavy_legs 18:00-19:00, tue easy 14:45-16:00"),
            ["must 1: Only 19 h 45 min after heavy legs; at least 20 h are needed."]
        );
    }

    #[test]
    fn nobody_runs_after_heavy_legs_on_their_day() {
        for same_day in [
            "mon heavy_legs 06:00-07:00, mon easy 20:00-20:30",
            "sun heavy_legs 23:00-00:30, mon+1 easy 14:00-14:30",
        ] {
            let said = breaks(Level::Advanced, &week(same_day));
            assert!(said[0].starts_with("must") && said[0].ends_with("The same day as heavy legs: no run after heavy legs."));
        }
    }

    #[test]
    fn a_match_and_hard_sport_count_as_heavy_legs() {
        assert_eq!(
            intermediate("mon match 10:00-11:30, mon easy 20:00-20:30"),
            ["must 4: The same day as match: the legs have done their work."]
        );
        assert_eq!(
            intermediate("mon hard_sport 18:00-19:00, tue easy 06:45-07:15"),
            ["must 1: Only 11 h 45 min after hard sport; at least 12 h are needed."]
        );
        assert!(intermediate("mon sport 18:00-19:00, mon easy 22:00-22:30")[0].starts_with("should"), "moderate");
    }

    #[test]
    fn sunday_evening_guards_the_first_monday() {
        assert_eq!(
            intermediate("sun-1 heavy_legs 18:00-19:00, mon easy 06:00-06:30"),
            ["must 1: Only 11 h after heavy legs; at least 12 h are needed."]
        );
    }

    #[test]
    fn legs_that_are_not_used_to_it_wait_as_new_ones_and_a_day_more() {
        assert_eq!(
            intermediate("mon new_legs 18:00-19:00, wed easy 14:00-14:30"),
            ["must 1: Only 43 h after new legs; at least 44 h are needed."]
        );
        assert_eq!(
            intermediate("mon new_legs 18:00-19:00, thu tempo 14:00-14:40"),
            ["must 1: Only 67 h after new legs; at least 68 h are needed."]
        );
    }

    #[test]
    fn moderate_legs_ask_for_less_and_upper_body_for_nothing() {
        let moderate = |run: &str| intermediate(&format!("mon moderate_legs 12:00-13:00, {run}"));
        assert_eq!(
            moderate("mon easy 15:45-16:15"),
            ["must 1: Only 2 h 45 min after moderate legs; at least 3 h are needed."]
        );
        assert_eq!(moderate("mon easy 16:00-16:30"), ["should 9: 3 h after moderate legs; 12 h would be better."]);
        assert_eq!(moderate("tue tempo 00:45-01:30"), ["must 1: Only 11 h 45 min after moderate legs; at least 12 h are needed."]);
        assert!(moderate("tue long 13:00-14:00").is_empty());
        assert!(intermediate("mon upper 18:00-19:00, mon tempo 19:15-20:00").is_empty());
    }

    #[test]
    fn two_days_after_it_a_run_says_so() {
        let rule = rule::<HeavyLegsThenRun>(Goal::GeneralFitness, Level::Intermediate);
        let said = |run: &str| week(&format!("mon heavy_legs 18:00-19:00, {run}")).says(&rule);
        assert_eq!(said("wed easy 07:00-07:30"), ["kept: Two days after heavy legs."]);
        assert_eq!(said("tue easy 19:00-19:30"), ["kept: The day after heavy legs."]);
    }

    #[test]
    fn the_night_the_clocks_go_forward_is_an_hour_short() {
        let monday = chrono::NaiveDate::from_ymd_opt(2027, 3, 22).unwrap();
        let diary = week_in("Europe/London".parse().unwrap(), monday, "sat heavy_legs 18:00-19:00, sun easy 07:00-07:30");
        assert_eq!(
            breaks(Level::Intermediate, &diary),
            ["must 1: Only 11 h after heavy legs; at least 12 h are needed."]
        );
    }
}
