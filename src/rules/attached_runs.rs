//! What may follow a session directly.

use super::heavy_legs_then_run::LONG_MINUTES;
use super::{Appointment, Binding, Card, DayView, ForAthlete, Listener, Number, Place, Rule, Setting, SlotRule, Tally, Timetable, Verdict, WeekRule, Words};
use crate::model::{Goal, Legs, Level, RunClass, RunType};

/// How long, how hard and how often a run may follow a session directly.
#[derive(Clone, Debug)]
pub struct AttachedRuns {
    jog_minutes: i32,
    jog_after_upper_minutes: i32,
    jogs_a_week: i32,
    run_after_upper_minutes: i32,
    runs_a_week: i32,
    finisher_minutes: i32,
    finishers_a_week: i32,
    finisher_after_legs_hours: i32,
    finisher_before_legs_hours: i32,
    brick_minutes: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "attached_runs",
    binding: Binding::Must,
    summary: "What may follow a session directly: how long, how hard and how often; nothing after heavy legs.",
    docs: "A very easy jog after lifting does no harm when it is short; that it helps recovery has found little support, \
           so it is offered, never sold. A longer easy run may follow upper-body or core work. A short hard finish \
           belongs after upper-body or core work only, never near heavy legs, and never for beginners. After heavy \
           legs nothing is attached: walk instead. A short easy run may follow a ride where the person asks for bricks, to \
           learn how tired legs run, and counts as one of the longer runs after sessions. Lengths and counts are a reading of \
           the guidance.",
    evidence: &[
        "Van Hooren and Peake 2018, Sports Medicine: active cool-downs are largely without effect on recovery, and without harm.",
        "Olsen 2012, Journal of Human Kinetics: a cool-down after lunges prevented neither soreness nor loss of force.",
        "Judgement: a brick is short and easy, and only for who asks for it.",
        "Methenitis 2018, Sports: short hard work interferes no more than continuous work.",
    ],
    words: Some(Words {
        aim: "short runs straight after sessions",
        better: "shorter runs straight after sessions",
        one: "one run fewer straight after a session",
        many: "{n} runs fewer straight after a session",
        obstacle: Some("what may follow a session directly"),
    }),
};

/// A jog is at most this long; from there it is a run, in minutes.
const JOG_MINUTES: i32 = 15;

impl ForAthlete for AttachedRuns {
    const JUDGES_WEEKS: bool = true;

    fn for_athlete(setting: &Setting) -> Self {
        let level = setting.level;
        let moderate = level.pick(15, 20, 30);
        Self {
            jog_minutes: level.pick(8, 10, 10),
            jog_after_upper_minutes: level.pick(10, 15, 15),
            jogs_a_week: level.pick(2, 3, 4),
            run_after_upper_minutes: if setting.goal == Goal::Strength { moderate.min(20) } else { moderate },
            runs_a_week: level.pick(0, 1, 2),
            finisher_minutes: level.pick(0, 10, 12),
            finishers_a_week: match setting.goal {
                Goal::GeneralFitness | Goal::WeightLoss => level.pick(0, 1, 2),
                Goal::Strength | Goal::Endurance => 0,
            },
            finisher_after_legs_hours: 48,
            finisher_before_legs_hours: if level == Level::Beginner { 48 } else { 24 },
            brick_minutes: level.pick(15, 20, 30),
            weight: 60,
        }
    }
}

impl Rule for AttachedRuns {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        vec![
            Number::new("jog_minutes", "longest jog after a session that is not heavy legs", "min", &mut self.jog_minutes, (0, 15))
                .at_most()
                .must(10),
            Number::new(
                "jog_after_upper_minutes",
                "longest jog after upper-body or core work",
                "min",
                &mut self.jog_after_upper_minutes,
                (0, 15),
            )
            .at_most()
            .must(15),
            Number::new("jogs_a_week", "jogs after sessions", "a week", &mut self.jogs_a_week, (0, 7)).at_most().must(4),
            Number::new(
                "run_after_upper_minutes",
                "longest easy run after upper-body or core work",
                "min",
                &mut self.run_after_upper_minutes,
                (0, 30),
            )
            .at_most()
            .must(30),
            Number::new("runs_a_week", "longer runs after sessions", "a week", &mut self.runs_a_week, (0, 7))
                .at_most()
                .must(2),
            Number::new("finisher_minutes", "longest finisher", "min", &mut self.finisher_minutes, (0, 12)).at_most().must(12),
            Number::new("finishers_a_week", "finishers", "a week", &mut self.finishers_a_week, (0, 2)).at_most().must(2),
            Number::hours("finisher_after_legs_hours", "from heavy legs to a finisher", &mut self.finisher_after_legs_hours)
                .must(48),
            Number::hours("finisher_before_legs_hours", "from a finisher to heavy legs", &mut self.finisher_before_legs_hours)
                .must(24),
            Number::new("brick_minutes", "longest easy run after a ride, where bricks are asked for", "min", &mut self.brick_minutes, (0, 45))
                .at_most()
                .must(45),
            Number::weight("for a run that has no place of its own", &mut self.weight),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }

    fn week(&self) -> Option<&dyn WeekRule> {
        Some(self)
    }
}

impl AttachedRuns {
    /// The longest run of this kind that may follow `session` directly, in minutes; 0 for none.
    pub fn longest(&self, kind: RunType, session: &Appointment) -> i32 {
        match (session.legs, kind) {
            (Legs::Spared, RunType::Finisher) => self.finisher_minutes,
            (_, RunType::Finisher) | (Legs::Heavy, _) => 0,
            (_, kind) if kind.class() != RunClass::Easy => 0,
            (Legs::Spared | Legs::None, RunType::CooldownJog) => self.jog_after_upper_minutes,
            (Legs::Spared | Legs::None, _) => self.jog_after_upper_minutes.max(self.run_after_upper_minutes),
            (Legs::Moderate, _) => self.jog_minutes,
        }
    }

    /// Jogs, finishers a week: how many may be added.
    pub fn extras(&self) -> (i32, i32) {
        (self.jogs_a_week, self.finishers_a_week)
    }

    fn judge_finisher(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let reach = (self.finisher_after_legs_hours.max(self.finisher_before_legs_hours) + 24) * 60;
        let heavy = |one: &&Appointment| one.legs == Legs::Heavy;
        if let Some(work) = timetable.before(place.start, reach).find(heavy) {
            let gap = place.start.since(work.end);
            if gap < self.finisher_after_legs_hours * 60 {
                hear.hear(Verdict::gap(gap, self.finisher_after_legs_hours, 0, 0), &|| {
                    format!("A finisher is too near after {}.", work.name)
                });
            }
        }
        if let Some(work) = timetable.after(place.start, reach).find(heavy) {
            let gap = work.start.since(place.end);
            if gap < self.finisher_before_legs_hours * 60 {
                hear.hear(Verdict::gap(gap, self.finisher_before_legs_hours, 0, 0), &|| {
                    format!("A finisher is too near before {}.", work.name)
                });
            }
        }
    }
}

impl SlotRule for AttachedRuns {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        if place.run.kind == RunType::Finisher {
            self.judge_finisher(place, timetable, hear);
        }
        let Some(session) = place.attached_to.and_then(|index| timetable.appointments.get(index)) else { return };
        let is_brick = timetable.wishes.bricks && session.is_ride() && place.run.class() == RunClass::Easy;
        let longest = if is_brick { self.brick_minutes } else { self.longest(place.run.kind, session) };
        let late = place.start.since(session.end);
        if longest == 0 {
            let minutes = place.run.minutes.min(LONG_MINUTES);
            hear.hear(Verdict::must(minutes), &|| format!("Nothing of this kind may follow {} directly.", session.name));
        } else if place.run.minutes > longest {
            hear.hear(Verdict::must(place.run.minutes - longest), &|| {
                format!("{} min directly after {}; {longest} min is the most.", place.run.minutes, session.name)
            });
        } else if late != 0 {
            hear.hear(Verdict::must(late.abs()), &|| format!("Attached to {}, but not directly after it.", session.name));
        } else if is_brick {
            hear.hear(Verdict::KEPT, &|| format!("Straight after {}: a brick, as you asked for.", session.name));
        } else if place.run.kind.closes_a_workout() {
            hear.hear(Verdict::KEPT, &|| format!("Directly after {}, which allows {longest} min.", session.name));
        } else {
            hear.hear(Verdict::should(1, self.weight), &|| {
                format!("Directly after {}, because no place of its own was found.", session.name)
            });
        }
    }
}

/// What the tally counts: jogs, runs, finishers.
const JOGS: usize = 0;
const RUNS: usize = 1;
const FINISHERS: usize = 2;

impl WeekRule for AttachedRuns {
    fn read(&self, mut tally: Tally, day: &DayView<'_>, _: &Timetable) -> Tally {
        for place in day.runs.iter().filter(|place| place.attached_to.is_some()) {
            let what = match place.run.kind {
                RunType::Finisher => FINISHERS,
                _ if place.run.minutes <= JOG_MINUTES => JOGS,
                _ => RUNS,
            };
            tally[what] += 1;
        }
        tally
    }

    fn close(&self, tally: Tally, _: i32, _: &Timetable, hear: &mut dyn Listener) -> Tally {
        let limits = [
            (tally[JOGS], self.jogs_a_week, "jog"),
            (tally[RUNS], self.runs_a_week, "run"),
            (tally[FINISHERS], self.finishers_a_week, "finisher"),
        ];
        for (count, most, what) in limits {
            if count > most {
                hear.hear(Verdict::must(count - most), &|| {
                    let runs = crate::model::count(count.unsigned_abs() as usize, what);
                    format!("{runs} directly after sessions this week; {most} is the most.")
                });
            }
        }
        Tally::default()
    }

    fn no_worse(&self, a: Tally, b: Tally) -> bool {
        (0..3).all(|index| a[index] <= b[index])
    }

    fn is_lost(&self, tally: Tally) -> bool {
        tally[JOGS] > self.jogs_a_week || tally[RUNS] > self.runs_a_week || tally[FINISHERS] > self.finishers_a_week
    }
}

#[cfg(test)]
mod tests {
    use super::AttachedRuns;
    use crate::model::{Goal, Level};
    use crate::rules::diary::{rule, week};

    fn breaks(level: Level, entries: &str) -> Vec<String> {
        week(entries).breaks(&rule::<AttachedRuns>(Goal::GeneralFitness, level))
    }

    const NO_PLACE: &str = "should 1: Directly after upper, because no place of its own was found.";

    #[test]
    fn after_upper_body_work_a_jog_is_short_and_a_run_is_not_much_longer() {
        let after = |run: &str| breaks(Level::Intermediate, &format!("fri upper 17:00-18:00, fri {run}"));
        assert!(after("+cooldown_jog 18:00-18:12").is_empty());
        assert_eq!(after("+cooldown_jog 18:00-18:25").len(), 1);
        assert_eq!(after("+easy 18:00-18:16"), [NO_PLACE]);
        assert_eq!(after("+easy 18:00-18:25"), ["must 5: 25 min directly after upper; 20 min is the most."]);
        assert_eq!(after("+tempo 18:00-18:20"), ["must 20: Nothing of this kind may follow upper directly."]);
    }

    #[test]
    fn a_beginner_has_no_run_after_a_session_only_a_jog() {
        assert_eq!(breaks(Level::Beginner, "fri upper 17:00-18:00, fri +easy 18:00-18:15"), [NO_PLACE]);
        assert_eq!(
            breaks(Level::Beginner, "fri upper 17:00-18:00, fri +easy 18:00-18:20"),
            [
                "must 5: 20 min directly after upper; 15 min is the most.",
                "must 1: 1 run directly after sessions this week; 0 is the most."
            ]
        );
    }

    #[test]
    fn nothing_follows_heavy_legs() {
        assert_eq!(
            breaks(Level::Advanced, "fri heavy_legs 17:00-18:00, fri +cooldown_jog 18:00-18:10"),
            ["must 10: Nothing of this kind may follow heavy legs directly."]
        );
    }

    #[test]
    fn one_run_a_week_follows_a_session() {
        assert_eq!(
            breaks(
                Level::Intermediate,
                "tue upper 17:00-18:00, tue +easy 18:00-18:20, fri upper 17:00-18:00, fri +easy 18:00-18:20"
            ),
            [NO_PLACE, NO_PLACE, "must 1: 2 runs directly after sessions this week; 1 is the most."]
        );
    }

    #[test]
    fn a_finisher_keeps_away_from_heavy_legs() {
        let finisher = |legs: &str| {
            breaks(Level::Intermediate, &format!("{legs}, wed upper 17:00-18:00, wed +finisher 18:00-18:10"))
        };
        assert_eq!(finisher("mon heavy_legs 18:00-19:00"), ["must 1: A finisher is too near after heavy legs."]);
        assert_eq!(finisher("thu heavy_legs 18:00-19:00"), ["must 1: A finisher is too near before heavy legs."]);
        assert!(finisher("mon heavy_legs 17:00-18:00").is_empty());
    }
}
