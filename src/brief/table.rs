//! The shape of a brief: every key, what it may hold, and the sentence that the JSON Schema says of it.

use super::form::Form::{Clock, Date, DateTime, RaceTime, Window, Zone};
use super::movable;
use super::own_rules::rules;
use super::shape::{Key, Shape, list, may, must, number, whole};
use super::signs;
use crate::model::{
    Avoid, Effort, Focus, Goal, Kind, Level, PartOfDay, Priority, RaceKind, RunClass, RunType, Sex, Surface, Target,
    WEEKDAYS, WeekEffort,
};

/// Most characters of a name.
const NAME: Shape = Shape::Text { most: 200 };
/// Most sessions in a week, and most entries of history or of dates.
const MOST_SESSIONS: usize = 200;
const MOST_ENTRIES: usize = 1000;
const MOST_WINDOWS: usize = 24;

/// Declares the words of an enum of the model.
macro_rules! word {
    ($name:ident) => {
        Shape::Word($name::ALL.iter().map(|one| one.word()).collect())
    };
}

/// The whole brief.
pub(super) fn brief() -> Shape {
    Shape::Object(vec![
        may("$schema", "Where an editor finds this schema.", Shape::Text { most: 1000 }),
        must("athlete", "Who trains, and what for.", athlete()),
        must("block", "How long, from when, and towards what.", block()),
        must("sessions", "The fixed week: what is never moved, dropped or shortened.", list(session(), MOST_SESSIONS)),
        must("running", "How the person runs now, and what they wish.", running()),
        may(
            "bring",
            "A plan from elsewhere, a line a week: `Tue: 6 x 800 m; Thu: 8 km easy; Sun: 24 km`. Its runs are placed as they are, in place \
             of those that would be prescribed; its days are wishes. `runweave plan --bring FILE` reads it from a table or text.",
            list(Shape::Text { most: 2000 }, 104),
        ),
        may("availability", "When runs may take place. Without any: 06:00-21:00 every day.", availability()),
        may(
            "sleep",
            "When the person sleeps: no run stands in these hours, and hard runs end well before them. A night with a night shift is not slept.",
            sleep(),
        ),
        may("readiness", "How the person feels: one check-in, or several.", check_ins()),
        may("before", "What went before the block. Without it, the fixed week is taken to have gone before.", before()),
        may("rules", "Numbers of rules to change, or should-rules to switch off.", rules()),
        may("display", "How things are shown.", display()),
    ])
}

fn athlete() -> Shape {
    Shape::Object(vec![
        may("name", "The name on the page.", NAME),
        must("goal", "What training is for.", word!(Goal)),
        must("running_level", "Running experience.", word!(Level)),
        may("strength_level", "Lifting experience; intermediate when not given.", word!(Level)),
        may("birth_year", "Year of birth.", whole(1900, 2199, "")),
        may("sex", "For women the rules about strength and running on one day weigh less.", word!(Sex)),
        may("weight_kg", "Body weight in kilograms.", number(25.0, 300.0, "kg")),
        may(
            "height_cm",
            "Body height in centimetres; with the weight it says how slowly running begins.",
            number(100.0, 250.0, "cm"),
        ),
        may(
            "weeks_since_birth",
            "Whole weeks since giving birth, at the start of the block: running comes back step by step.",
            whole(0, 520, "weeks"),
        ),
        may("glp1", "Whether a GLP-1 medicine is taken: lifting comes first then, to keep muscle.", Shape::Flag),
        may("injuries", "What the person lives with, and what to keep away from.", list(injury(), 20)),
        may("max_heart_rate", "Measured maximum heart rate in beats per minute.", whole(100, 240, "beats per minute")),
        may(
            "resting_heart_rate",
            "Resting heart rate in beats per minute, well below the maximum.",
            whole(25, 120, "beats per minute"),
        ),
        may(
            "recent_race",
            "A race that was run lately, from which paces follow.",
            Shape::Object(vec![
                must("distance_km", "Its distance in kilometres.", number(0.8, 500.0, "km")),
                must("time", "How long it took.", Shape::Form(RaceTime)),
                must("date", "When it was run.", Shape::Form(Date)),
            ]),
        ),
    ])
}

fn injury() -> Shape {
    Shape::Object(vec![
        must("name", "What it is.", NAME),
        must("avoid", "What to keep away from.", list(word!(Avoid), 4)),
        may("until", "The last date it counts on; until taken out when not given.", Shape::Form(Date)),
    ])
}

/// The keys of a race to come.
fn race() -> Vec<Key> {
    vec![
        may("name", "Its name.", NAME),
        must("date", "Its day, inside the block.", Shape::Form(Date)),
        may("start", "When it starts; 10:00 when not given.", Shape::Form(Clock)),
        must("distance_km", "Its distance in kilometres.", number(0.8, 500.0, "km")),
        may("target_time", "The time that is aimed at.", Shape::Form(RaceTime)),
        may("climb_m", "Metres that it climbs.", whole(0, 20_000, "m")),
        may("surface", "What it is run on; road when not given.", word!(Surface)),
        may("kind", "What kind of race it is; run when not given.", word!(RaceKind)),
    ]
}

fn races() -> Shape {
    let mut keys = race();
    keys.push(may(
        "priority",
        "How much it matters: A is the one that the block leads to, B gets a lighter week, C is run as a hard run. C when not given.",
        word!(Priority),
    ));
    Shape::Object(keys)
}

fn block() -> Shape {
    Shape::Object(vec![
        may("name", "The name of the block.", NAME),
        must("start", "Its first day, a Monday.", Shape::Form(Date)),
        must("weeks", "How many weeks it has.", whole(1, 104, "")),
        may("timezone", "The zone of every clock time; the computer's own when not given.", Shape::Form(Zone)),
        may("deload_every", "Every which week is an easier one.", whole(2, 12, "weeks")),
        may(
            "weeks_since_deload",
            "Full weeks run before the block since the last easier one, so that the rhythm goes on.",
            whole(0, 52, "weeks"),
        ),
        may("event", "The race that the block leads to.", Shape::Object(race())),
        may("events", "Several races, each with its priority; `event` needs not be repeated.", list(races(), 50)),
    ])
}

/// The keys that a session of one of these kinds has in the fixed week and in the past.
fn training(kinds: Vec<&'static str>) -> Vec<Key> {
    vec![
        may("name", "What the person calls it.", NAME),
        must("minutes", "How long it takes, in minutes.", whole(1, 1440, "min")),
        must("kind", "What it is.", Shape::Word(kinds)),
        may(
            "focus",
            "What a session of kind `strength` works. For `other`, `lower` and `full_body` say that the sport works the legs.",
            word!(Focus),
        ),
        may("effort", "How hard it is: light is RPE 1-3, moderate 4-6, heavy 7-10.", word!(Effort)),
        may("rpe", "How hard it is on the scale of session RPE.", whole(1, 10, "RPE")),
        may("match", "Whether a session of kind `other` is a match or a race.", Shape::Flag),
    ]
}

fn session() -> Shape {
    let mut keys = training(Kind::ALL.iter().map(|kind| kind.word()).collect());
    keys.extend([
        may(
            "class",
            "Of kind `run`, a club run, a parkrun or a run with a friend: how the rules see it; easy when not given. It is never moved \
             and takes the place of one of the week's runs.",
            Shape::Word([RunClass::Easy, RunClass::Quality, RunClass::Long].map(RunClass::word).to_vec()),
        ),
        may("distance_km", "Of kind `run`: how far it goes, in kilometres.", number(0.5, 100.0, "km")),
        may("day", "The weekday it starts on.", Shape::Word(WEEKDAYS.to_vec())),
        may(
            "date",
            "The single date it takes place on, in place of `day`; with `every.days` the first of them.",
            Shape::Form(Date),
        ),
        may(
            "effort_by_week",
            "How hard it is in each week of a cycle that begins with the block, in place of `effort`: a wave, the weeks of a \
             programme, the deload of the lifting; off is a week without it.",
            list(word!(WeekEffort), 26),
        ),
        may("start", "When it starts; goes with `day` or `date`.", Shape::Form(Clock)),
        may(
            "movable",
            "Where it may stand, in place of `day` and `start`: planning chooses the place that serves the runs best, the same in every \
             week. Leg days are kept apart and strength sessions on days of their own as far as the places allow.",
            movable::shape(),
        ),
        may(
            "every",
            "When it takes place, where not every week, and when it does not.",
            Shape::Object(vec![
                may("weeks", "Only the odd or only the even weeks of the block.", Shape::Word(vec!["odd", "even"])),
                may("on", "Only these weeks of a cycle, from 1: [1, 2] of 3 are two weeks of three.", list(whole(1, 26, ""), 26)),
                may("of", "How many weeks that cycle has; it begins with the block.", whole(2, 26, "weeks")),
                may("days", "Days from one time to the next, from `date` on: 3 is every third day.", whole(2, 60, "days")),
                may("skip_dates", "Dates it skips.", list(Shape::Form(Date), 104)),
                may("skip_weeks", "Weeks of the block it skips, from 1.", list(whole(1, 104, ""), 104)),
            ]),
        ),
    ]);
    Shape::ObjectWithOne { keys, one_of: vec![vec!["day", "start"], vec!["date", "start"], vec!["movable"]] }
}

fn running() -> Shape {
    Shape::Object(vec![
        must(
            "current_weekly_minutes",
            "Mean minutes of running a week over the last four weeks; 0 is fine.",
            whole(0, 3000, "min"),
        ),
        may("longest_recent_minutes", "The longest run of the last 30 days, in minutes.", whole(0, 1440, "min")),
        may(
            "walk_run_weeks",
            "Weeks of walks with running in between that are done already, so that they go on where they ended.",
            whole(0, 104, "weeks"),
        ),
        may(
            "walk_run_sessions",
            "Single walks with running in between that are done already; said instead of their weeks.",
            whole(0, 1000, "sessions"),
        ),
        may("runs_per_week", "How many runs a week are wanted.", whole(1, 7, "a week")),
        may("long_run_day", "The wished weekday of the long run.", Shape::Word(WEEKDAYS.to_vec())),
        may(
            "preferred_time",
            "The wished part of the day.",
            Shape::Word(PartOfDay::ALL.iter().map(|part| part.word()).collect()),
        ),
        may(
            "attached_runs",
            "Whether a run may follow a session directly: never, when_sensible (the default), or extras on top.",
            Shape::Word(vec!["never", "when_sensible", "extras"]),
        ),
        may("hard_run_days", "The wished weekdays of hard runs.", list(Shape::Word(WEEKDAYS.to_vec()), 7)),
        may(
            "no_run_days",
            "Weekdays on which nothing is ever planned, whatever hours are free.",
            list(Shape::Word(WEEKDAYS.to_vec()), 7),
        ),
        may("most_minutes", "The most minutes of a run by weekday, and of all runs of a week.", most_minutes()),
        may(
            "target_weekly_minutes",
            "Minutes of running a week to grow to, step by step, and then keep; without it the goal, the level and the race decide.",
            whole(20, 2000, "min"),
        ),
        may(
            "targets",
            "What the steps of a run are told by: pace, pulse, or effort alone; pace and pulse where known when not given.",
            word!(Target),
        ),
        may(
            "treadmill_days",
            "Weekdays on which runs are on a treadmill: they say how to set it.",
            list(Shape::Word(WEEKDAYS.to_vec()), 7),
        ),
        may("stacking", "Whether a hard run and heavy legs may share a day on purpose, the run first.", Shape::Flag),
        may("bricks", "Whether a run may follow a ride directly.", Shape::Flag),
    ])
}

fn most_minutes() -> Shape {
    let minutes = |most: i64| whole(10, most, "min");
    let mut keys: Vec<Key> =
        WEEKDAYS.iter().map(|day| may(day, "The most minutes of a run on this weekday.", minutes(1440))).collect();
    keys.push(may("week", "The most minutes of all runs of a week.", minutes(3000)));
    Shape::Object(keys)
}

/// The hours of sleep.
fn sleep() -> Shape {
    let night = || Shape::Form(Window);
    let mut keys = vec![may("usual", "The hours of every night that has none of its own.", night())];
    let doc = "The hours of the night that begins on this weekday; an hour before noon is one after its midnight.";
    keys.extend(WEEKDAYS.iter().map(|day| may(day, doc, night())));
    Shape::Object(keys)
}

fn availability() -> Shape {
    let windows = || list(Shape::Form(Window), MOST_WINDOWS);
    let mut keys: Vec<Key> =
        WEEKDAYS.iter().map(|day| may(day, "The windows of this weekday; none means no run.", windows())).collect();
    let exception = Shape::Object(vec![
        must("from", "The first date.", Shape::Form(Date)),
        may("to", "The last date, included; the first when not given.", Shape::Form(Date)),
        must("windows", "The windows of each of these dates; none means no run.", windows()),
    ]);
    keys.push(may("exceptions", "Dates with windows of their own; a later one wins.", list(exception, MOST_ENTRIES)));
    Shape::Object(keys)
}

/// The keys of a check-in.
pub(crate) fn check_in() -> Vec<Key> {
    let hooper = |what: &str| format!("{what}, from 1 (very good) to 7 (very bad).");
    vec![
        must("date", "The date of the check-in.", Shape::Form(Date)),
        may("sleep_hours", "Hours slept in the last night.", number(0.0, 24.0, "h")),
        may("fatigue", &hooper("Fatigue"), whole(1, 7, "1 very good, 7 very bad")),
        may("soreness", &hooper("Muscle soreness"), whole(1, 7, "1 very good, 7 very bad")),
        may("stress", &hooper("Stress"), whole(1, 7, "1 very good, 7 very bad")),
        may("pain", "Pain while or after running, from 0 (none) to 10.", whole(0, 10, "0 none, 10 worst")),
        may("signs", "Signs of overtraining and red flags.", list(Shape::Word(signs::words()), 50)),
        may("signs_days", "For how many days the signs have lasted.", whole(0, 365, "days")),
        may("days_off", "Days without running up to this date.", whole(0, 3650, "days")),
    ]
}

fn check_ins() -> Shape {
    Shape::OneOrMore { of: Box::new(Shape::Object(check_in())), most: MOST_ENTRIES }
}

fn before() -> Shape {
    let run = Shape::Object(vec![
        must("start", "When it started.", Shape::Form(DateTime)),
        must("minutes", "How long it was, in minutes.", whole(1, 1440, "min")),
        may("type", "What kind of run it was; easy when not given.", word!(RunType)),
        may("slug", "The run of the week it was, such as easy-1.", Shape::Text { most: 40 }),
        may("distance_km", "How far a race was, in kilometres: what follows it is recovery.", number(0.8, 500.0, "km")),
    ]);
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Run).map(|kind| kind.word());
    let mut session = training(kinds.collect());
    session.push(must("start", "When it started.", Shape::Form(DateTime)));
    Shape::Object(vec![
        may("runs", "Runs done before the block.", list(run, MOST_ENTRIES)),
        may(
            "sessions",
            "Sessions done before the block, in place of the fixed week.",
            list(Shape::Object(session), MOST_ENTRIES),
        ),
    ])
}

fn display() -> Shape {
    Shape::Object(vec![
        may("units", "Kilometres or miles; km when not given.", Shape::Word(vec!["km", "mi"])),
        may("clock", "The 24-hour or the 12-hour clock; 24h when not given.", Shape::Word(vec!["24h", "12h"])),
        may(
            "week_start",
            "The first day of a week as the page shows it; what a week adds up to is counted from Monday all the same. mon when not given.",
            Shape::Word(vec!["mon", "sun"]),
        ),
        may(
            "alarm_minutes",
            "Minutes before a run at which the calendar reminds; 30 when not given, null or \"off\" for no alarm.",
            Shape::Unless(Box::new(whole(0, 1440, "min"))),
        ),
    ])
}
