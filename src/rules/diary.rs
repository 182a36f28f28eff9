//! A week written as a diary, and what a placement rule says to it.

use chrono::NaiveDate;

use super::{
    Appointment, DayView, ForAthlete, Listener, Pair, Place, Rule, Setting, Tally, Tier, Timetable, Verdict, Wishes,
};
use crate::model::{Calendar, Clock, Day, Goal, Kind, Legs, Level, Moment, RunClass, RunShape, RunType, Zone};

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Weeks of the block that a diary writes.
const WEEKS: i32 = 2;

/// A rule with its numbers for a person of this goal and level.
pub(super) fn rule<R: ForAthlete>(goal: Goal, level: Level) -> R {
    R::for_athlete(&Setting::of(goal, level))
}

/// A rule with its numbers for a person of whom more is known.
pub(super) fn rule_of<R: ForAthlete>(setting: &Setting) -> R {
    R::for_athlete(setting)
}

/// Entries such as `"mon heavy_legs 18:00-19:00, tue easy 18:00-18:30"`.
///
/// * A day is `mon` to `sun`; `sun-1` lies in the week before the block, `mon+1` in its second week.
/// * A session is `heavy_legs`, `new_legs` (not used to it), `moderate_legs`, `upper`, `mobility`, `other`, `sport` (moderate
///   for the legs), `hard_sport`, `match`, `night` (a night shift) or `busy`; `free` opens a window; anything else is the type of a run.
/// * `+easy` is attached to the session before it.
pub(super) fn week(entries: &str) -> Diary {
    let monday = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
    week_in(Zone::UTC, monday, entries)
}

/// The same, in a zone where the clocks may change.
pub(super) fn week_in(zone: Zone, monday: NaiveDate, entries: &str) -> Diary {
    let calendar = Calendar::new(zone, monday);
    let (mut sessions, mut runs, mut windows) = (Vec::new(), Vec::new(), Vec::new());
    for entry in entries.split(", ").filter(|entry| !entry.is_empty()) {
        let [day, what, span] = entry.split(' ').collect::<Vec<_>>()[..] else { panic!("{entry}") };
        let (day, span) = (day_of(day), Span::read(span, day_of(day), calendar));
        let kind = RunType::parse(what.trim_start_matches('+'));
        match kind {
            Some(kind) => runs.push((span.place(kind, day), what.starts_with('+'))),
            None if what == "free" => windows.push((span.start, span.end)),
            None => sessions.push(span.session(what, day, calendar)),
        }
    }
    let timetable =
        Timetable::new(calendar, WEEKS, sessions, windows, Wishes { runs_per_week: 3, ..Wishes::default() });
    let mut runs: Vec<Place> = runs
        .into_iter()
        .map(|(place, attached)| {
            let session = timetable.first_from(place.start).checked_sub(1).filter(|_| attached);
            Place { attached_to: session, ..place }
        })
        .collect();
    runs.sort_by_key(|run| run.start);
    Diary { timetable, runs }
}

/// A fixed week and runs in it.
pub(super) struct Diary {
    timetable: Timetable,
    runs: Vec<Place>,
}

impl Diary {
    /// The fixed week alone.
    pub(super) fn timetable(self) -> Timetable {
        self.timetable
    }

    /// With the person's wishes.
    pub(super) fn wishing(mut self, wishes: Wishes) -> Self {
        self.timetable.wishes = wishes;
        self
    }

    /// With pain held from one day to another.
    pub(super) fn apart(mut self, first: Day, last: Day) -> Self {
        self.timetable.apart.push((first, last));
        self
    }

    /// With the days of a plan from elsewhere.
    pub(super) fn bringing(mut self, days: Vec<(i32, RunClass, usize)>) -> Self {
        self.timetable.brought = days;
        self
    }

    /// With its runs changed.
    pub(super) fn with(mut self, change: impl Fn(&mut Place)) -> Self {
        self.runs.iter_mut().for_each(change);
        self
    }

    /// Every verdict, in the order of the diary: its tier, its amount, its sentence.
    pub(super) fn says(&self, rule: &dyn Rule) -> Vec<String> {
        let mut said = Said(Vec::new());
        if let Some(slot) = rule.slot() {
            for run in self.runs.iter().filter(|run| run.judged) {
                slot.judge(run, &self.timetable, &mut said);
            }
        }
        if let Some(pairs) = rule.pair() {
            for later in 0..self.runs.len() {
                for earlier in 0..later {
                    pairs.judge(&self.pair(earlier, later), &self.timetable, &mut said);
                }
            }
        }
        if let Some(weeks) = rule.week() {
            let mut tally = Tally::default();
            for number in -1..=WEEKS {
                for day in (0..7).map(|weekday| Day(number * 7 + weekday)) {
                    let runs: Vec<Place> = self.runs.iter().filter(|run| run.day == day).copied().collect();
                    let view = DayView { day, facts: self.timetable.facts(day), runs: &runs };
                    tally = weeks.read(tally, &view, &self.timetable);
                }
                tally = weeks.close(tally, number, &self.timetable, &mut said);
            }
        }
        said.0
    }

    /// What the runs of the diary cost, one by one, by a rule about single runs.
    pub(super) fn costs(&self, rule: &dyn Rule) -> i32 {
        let mut costs = Costs(0);
        for run in &self.runs {
            if let Some(slot) = rule.slot() {
                slot.judge(run, &self.timetable, &mut costs);
            }
        }
        costs.0
    }

    /// What is wrong: every verdict but those that keep the rule.
    pub(super) fn breaks(&self, rule: &dyn Rule) -> Vec<String> {
        let mut said = self.says(rule);
        said.retain(|verdict| !verdict.starts_with("kept"));
        said
    }

    fn pair(&self, earlier: usize, later: usize) -> Pair<'_> {
        let between = &self.runs[earlier + 1..later];
        let (first, second) = (&self.runs[earlier], &self.runs[later]);
        let hard = |run: &Place| run.run.class() != RunClass::Easy;
        Pair {
            earlier: first,
            later: second,
            neighbours: between.iter().all(|run| run.run.kind == RunType::CooldownJog),
            nearest: hard(first) && !between.iter().any(|run| run.run.class() == first.run.class()),
            same: first.run.kind == second.run.kind && !between.iter().any(|run| run.run.kind == first.run.kind),
        }
    }
}

struct Costs(i32);

impl Listener for Costs {
    fn hear(&mut self, verdict: Verdict, _: &dyn Fn() -> String) {
        self.0 += verdict.cost;
    }
}

struct Said(Vec<String>);

impl Listener for Said {
    fn hear(&mut self, verdict: Verdict, sentence: &dyn Fn() -> String) {
        let amount = verdict.amount;
        self.0.push(match verdict.tier {
            Tier::Kept => format!("kept: {}", sentence()),
            Tier::Preference => format!("preference {amount}: {}", sentence()),
            Tier::Should => format!("should {amount}: {}", sentence()),
            Tier::Must => format!("must {amount}: {}", sentence()),
        });
    }
}

fn day_of(text: &str) -> Day {
    let (weekday, week) = text.split_at(3);
    let weekday = WEEKDAYS.iter().position(|day| *day == weekday).unwrap_or_else(|| panic!("{text}"));
    let week: i32 = if week.is_empty() { 0 } else { week.parse().unwrap() };
    Day(week * 7 + weekday as i32)
}

/// From when to when; an end that comes before the start lies on the next day.
struct Span {
    clock: Clock,
    start: Moment,
    end: Moment,
}

impl Span {
    fn read(text: &str, day: Day, calendar: Calendar) -> Self {
        let (from, to) = text.split_once('-').unwrap();
        let (from, to) = (Clock::parse(from).unwrap(), Clock::parse(to).unwrap());
        let last = day.plus(i32::from(to <= from));
        Self { clock: from, start: calendar.moment(day, from), end: calendar.moment(last, to) }
    }

    fn place(&self, kind: RunType, day: Day) -> Place {
        let minutes = self.end.since(self.start);
        Place {
            run: RunShape { kind, minutes, rpe_tenths: kind.usual_rpe_tenths() },
            full_minutes: minutes,
            day,
            clock: self.clock,
            start: self.start,
            end: self.end,
            attached_to: None,
            published: None,
            judged: true,
        }
    }

    fn session(&self, what: &str, day: Day, calendar: Calendar) -> Appointment {
        let (kind, legs) = match what {
            "heavy_legs" | "new_legs" => (Some(Kind::Strength), Legs::Heavy),
            "moderate_legs" => (Some(Kind::Strength), Legs::Moderate),
            "upper" => (Some(Kind::Strength), Legs::Spared),
            "mobility" => (Some(Kind::Mobility), Legs::None),
            "other" | "night" => (Some(Kind::Other), Legs::None),
            "sport" => (Some(Kind::Other), Legs::Moderate),
            "hard_sport" | "match" => (Some(Kind::Other), Legs::Heavy),
            "busy" => (None, Legs::None),
            _ => panic!("{what}"),
        };
        Appointment {
            id: String::new(),
            name: what.replace('_', " "),
            kind,
            legs,
            hard: legs == Legs::Heavy,
            new_stimulus: what == "new_legs",
            start: self.start,
            end: self.end,
            day,
            last_day: calendar.day_of(self.end.plus(-1)),
            load: self.end.since(self.start) * 6,
            is_match: what == "match",
            is_night: what == "night",
            run: None,
        }
    }
}
