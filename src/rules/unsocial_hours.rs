//! Runs stand at hours at which people run, and leave time to sleep.

use super::verdict::{between_words, hours_words};
use super::{Binding, Card, ForAthlete, Listener, Number, Pair, PairRule, Place, Rule, Setting, SlotRule, Timetable, Verdict, Words};
use crate::model::{Clock, GRID_MINUTES, PartOfDay, RunClass};

/// From when to when runs stand well, in minutes of the day, and the hours left for sleep.
#[derive(Clone, Debug)]
pub struct UnsocialHours {
    early: i32,
    very_early: i32,
    very_early_points: i32,
    late: i32,
    hard_late: i32,
    very_late: i32,
    very_late_points: i32,
    long_from: i32,
    long_late: i32,
    long_late_points: i32,
    work: (i32, i32),
    work_points: i32,
    rest: (i32, i32),
    rest_weight: i32,
    night_shift_must_hours: i32,
    weight: i32,
}

pub(super) static CARD: Card = Card {
    id: "unsocial_hours",
    binding: Binding::Both,
    summary: "No run very early or late where the day has other hours, long runs in the morning, none in the middle of a working \
              day where nothing is said about hours, and time to sleep between runs and after a night shift.",
    docs: "Early training cuts sleep short, and hard exercise late in the evening costs sleep as well; exercise that is over \
           some hours before it changes nothing. So an early start or a late end costs something for each quarter of an \
           hour, unless it is wished or the day has nothing else, and the small hours cost more whatever the day has. Long \
           runs stand in the morning. Who says nothing about hours is taken to work from Monday to Friday, and runs before or \
           after it. The night lies between a run in the evening and the next. The sizes are judgement.",
    evidence: &[
        "Sargent 2014, European Journal of Sport Science: swimmers slept less than six hours before training at six, and seven before days off.",
        "Leota 2025, Nature Communications: exercise that ends four hours before sleep changes nothing, later and harder exercise costs sleep.",
        "Judgement: what an early or a late hour weighs, and from when to when people work who say nothing about it.",
    ],
    words: Some(Words {
        aim: "hours at which people run",
        better: "runs nearer to hours at which people run",
        one: "one more run at a good hour",
        many: "{n} more runs at good hours",
        obstacle: Some("time to sleep"),
    }),
};

const HOUR: i32 = 60;
/// A night between two runs is at least and at most so many hours, whatever a brief says.
const MOST_REST: (i32, i32) = (8, 16);
/// Minutes of lateness in a long run that cost a point.
const LONG_STEP: i32 = 30;
/// Days of the week on which people work, from Monday.
const WORKING_DAYS: usize = 5;

impl ForAthlete for UnsocialHours {
    fn for_athlete(_: &Setting) -> Self {
        Self {
            early: 6 * HOUR + 30,
            very_early: 5 * HOUR + 30,
            very_early_points: 10,
            late: 20 * HOUR + 30,
            hard_late: 19 * HOUR + 30,
            very_late: 22 * HOUR,
            very_late_points: 20,
            long_from: 7 * HOUR,
            long_late: 11 * HOUR,
            long_late_points: 12,
            work: (9 * HOUR, 17 * HOUR),
            work_points: 6,
            rest: (8, 10),
            rest_weight: 2,
            night_shift_must_hours: 7,
            weight: 1,
        }
    }
}

impl Rule for UnsocialHours {
    fn card(&self) -> &'static Card {
        &CARD
    }

    fn numbers(&mut self) -> Vec<Number<'_>> {
        fn clock<'a>(name: &'static str, meaning: &'static str, value: &'a mut i32) -> Number<'a> {
            Number::new(name, meaning, "min of the day", value, (0, 24 * HOUR))
        }
        let rest = "from the end of a run to the start of the next";
        let (rest_must, rest_should) = (&mut self.rest.0, &mut self.rest.1);
        let (work_from, work_to) = (&mut self.work.0, &mut self.work.1);
        vec![
            clock("early", "start before which each quarter of an hour costs", &mut self.early),
            clock("very_early", "start before which it costs more, whatever the day has", &mut self.very_early),
            Number::new("very_early_points", "for a start in the small hours", "points", &mut self.very_early_points, (0, 1000)),
            clock("late", "end after which each quarter of an hour costs", &mut self.late).at_most(),
            clock("hard_late", "the same for a hard run", &mut self.hard_late).at_most(),
            clock("very_late", "end after which it costs more, whatever the day has", &mut self.very_late).at_most(),
            Number::new("very_late_points", "for an end in the night", "points", &mut self.very_late_points, (0, 1000)),
            clock("long_from", "start from which the morning is open for a long run", &mut self.long_from),
            clock("long_late", "start of a long run from which it is late, and each half hour costs", &mut self.long_late).at_most(),
            Number::new("long_late_points", "for a long run that is late though the morning is open", "points", &mut self.long_late_points, (0, 1000)),
            clock("work_from", "start after which a run stands in working hours, where nothing is said about hours", work_from).at_most(),
            clock("work_to", "start from which it no longer does", work_to),
            Number::new("work_points", "at most for a run in working hours", "points", &mut self.work_points, (0, 1000)),
            Number::new("rest_must_hours", rest, "h", rest_must, MOST_REST).must(8),
            Number::new("rest_should_hours", rest, "h", rest_should, MOST_REST),
            Number::new("rest_weight", "for each hour short between two runs", "points", &mut self.rest_weight, (0, 1000)),
            Number::hours("night_shift_must_hours", "after the end of a night shift", &mut self.night_shift_must_hours).must(7),
            Number::weight("for each quarter of an hour too early or too late", &mut self.weight),
        ]
    }

    fn slot(&self) -> Option<&dyn SlotRule> {
        Some(self)
    }

    fn pair(&self) -> Option<&dyn PairRule> {
        Some(self)
    }
}

/// Pieces of so many minutes, the last begun one counted.
fn pieces(minutes: i32, of: i32) -> i32 {
    (minutes.max(0) + of - 1) / of
}

/// Whether the person may be at work on this day: nothing is said about hours.
fn may_be_at_work(place: &Place, timetable: &Timetable) -> bool {
    timetable.wishes.hours_unsaid && place.day.weekday() < WORKING_DAYS
}

/// Start and end of a run in minutes of the day it starts on.
fn span(place: &Place) -> (i32, i32) {
    let start = i32::from(place.clock.0);
    (start, start + place.run.minutes)
}

fn clock(minutes: i32) -> Clock {
    Clock((minutes % (24 * HOUR)) as u16)
}

impl UnsocialHours {
    /// Minutes after the end of a run in which the next one may still be too near.
    pub fn rest_minutes(&self) -> i32 {
        self.rest.0.max(self.rest.1) * HOUR
    }

    /// The end from which a run of this class is late.
    fn late(&self, class: RunClass) -> i32 {
        if class == RunClass::Easy || class == RunClass::Long { self.late } else { self.hard_late.min(self.late) }
    }

    /// Points for an early start and for a late end, where neither is wished.
    fn graded(&self, place: &Place, wished: Option<PartOfDay>) -> (i32, i32) {
        let (start, end) = span(place);
        let quarter = i32::from(GRID_MINUTES);
        let early = if wished == Some(PartOfDay::Morning) { 0 } else { pieces(self.early - start, quarter) };
        let late = end - self.late(place.run.class());
        let late = if wished == Some(PartOfDay::Evening) { 0 } else { pieces(late, quarter) };
        (early * self.weight, late * self.weight)
    }

    /// Whether the day has an hour that is neither early nor late for a run of this length and class.
    fn has_other_hours(&self, place: &Place, timetable: &Timetable) -> bool {
        let late = self.late(place.run.class());
        let minutes = place.run.minutes;
        timetable.room(place.day, self.early..=late - minutes, late) >= minutes
            && !timetable.touching(place.day, place.day).any(|(_, one)| one.is_night)
    }

    /// Points for a long run that starts late although the morning is open. The mornings of working days are only where the person says so.
    fn long(&self, place: &Place, timetable: &Timetable) -> i32 {
        let wished_later = timetable.wishes.preferred_time.is_some_and(|part| part != PartOfDay::Morning);
        let late = span(place).0 - self.long_late;
        if place.run.class() != RunClass::Long || wished_later || late < 0 || may_be_at_work(place, timetable) {
            return 0;
        }
        let morning = timetable.room(place.day, self.long_from..=self.long_late - i32::from(GRID_MINUTES), i32::MAX);
        if morning >= place.run.minutes { self.long_late_points + pieces(late, LONG_STEP) } else { 0 }
    }

    /// Points for a run in working hours, by the quarters of an hour to the nearer end of them.
    fn at_work(&self, place: &Place, timetable: &Timetable) -> i32 {
        let wished = timetable.wishes.preferred_time.is_some();
        if wished || place.attached_to.is_some() || !may_be_at_work(place, timetable) {
            return 0;
        }
        let (start, quarter) = (span(place).0, i32::from(GRID_MINUTES));
        let away = pieces(start - self.work.0, quarter).min(pieces(self.work.1 - start, quarter));
        (away * self.weight).min(self.work_points)
    }

    /// The night shift whose end is too near, and the minutes since.
    fn after_a_shift<'a>(&self, place: &Place, timetable: &'a Timetable) -> Option<(&'a str, i32)> {
        let reach = 24 * HOUR + self.night_shift_must_hours * HOUR;
        let mut shifts = timetable.before(place.start, reach).filter(|one| one.is_night);
        let near = shifts.find(|one| place.start.since(one.end) < self.night_shift_must_hours * HOUR)?;
        Some((&near.name, place.start.since(near.end)))
    }
}

impl SlotRule for UnsocialHours {
    fn judge(&self, place: &Place, timetable: &Timetable, hear: &mut dyn Listener) {
        let (start, end) = span(place);
        if timetable.has_night_shifts
            && let Some((shift, gap)) = self.after_a_shift(place, timetable)
        {
            let hours = self.night_shift_must_hours;
            hear.hear(Verdict::must(pieces(hours * HOUR - gap, HOUR)), &|| {
                format!("Only {} after {shift}; {hours} h are kept for sleep.", hours_words(gap.max(0)))
            });
        }
        let (early, late) = self.graded(place, timetable.wishes.preferred_time);
        let (early, late) =
            if early + late == 0 || self.has_other_hours(place, timetable) { (early, late) } else { (0, 0) };
        let early = early + if start < self.very_early { self.very_early_points } else { 0 };
        if early > 0 {
            hear.hear(Verdict::should_for(pieces(self.early - start, HOUR).max(1), early), &|| {
                format!("An early start at {}.", clock(start))
            });
        }
        let in_the_night = end > self.very_late || start > self.very_late - HOUR;
        let late = late + if in_the_night { self.very_late_points } else { 0 };
        if late > 0 {
            hear.hear(Verdict::should_for(pieces(end - self.late, HOUR).max(1), late), &|| {
                format!("It ends late, at {}.", clock(end))
            });
        }
        let long = self.long(place, timetable);
        if long > 0 {
            hear.hear(Verdict::should_for(pieces(start - self.long_late, HOUR).max(1), long), &|| {
                format!("At {}, though the morning is open for a long run.", clock(start))
            });
        }
        let at_work = self.at_work(place, timetable);
        if at_work > 0 {
            let (from, to) = self.work;
            hear.hear(Verdict::should_for(1, at_work), &|| {
                format!("On a working day at {}; until {} or from {} would be better.", clock(start), clock(from), clock(to))
            });
        }
    }
}

impl PairRule for UnsocialHours {
    fn judge(&self, pair: &Pair<'_>, _: &Timetable, hear: &mut dyn Listener) {
        let closes = |place: &Place| place.run.kind.closes_a_workout();
        if !pair.neighbours || closes(pair.earlier) || closes(pair.later) {
            return;
        }
        let gap = pair.later.start.since(pair.earlier.end);
        if gap < self.rest_minutes() {
            let (must, should) = self.rest;
            hear.hear(Verdict::gap(gap, must, should, self.rest_weight), &|| {
                let days = pair.later.day.0 - pair.earlier.day.0;
                between_words((gap, days), (pair.earlier.run.kind, pair.later.run.kind), must, should)
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::UnsocialHours;
    use crate::model::{Goal, Level, PartOfDay};
    use crate::rules::Wishes;
    use crate::rules::diary::{rule, week};

    fn anybody() -> UnsocialHours {
        rule(Goal::GeneralFitness, Level::Intermediate)
    }

    /// Points of a run on a Monday that is open all day.
    fn points(run: &str) -> i32 {
        week(&format!("mon free 00:00-23:45, mon {run}")).costs(&anybody())
    }

    #[test]
    fn a_quarter_of_an_hour_too_early_or_too_late_is_a_point() {
        assert_eq!(["06:30-07:00", "06:15-06:45", "05:30-06:00"].map(|at| points(&format!("easy {at}"))), [0, 1, 4]);
        assert_eq!(points("easy 05:15-05:45"), 15);
        assert_eq!(["20:00-20:30", "20:15-20:45", "20:45-21:30"].map(|at| points(&format!("easy {at}"))), [0, 1, 4]);
        assert_eq!(points("tempo 19:00-19:45"), 1, "a hard run is late an hour earlier");
        assert_eq!(points("easy 21:15-21:45"), 25);
        assert_eq!(points("easy 21:45-22:15"), 27);
    }

    #[test]
    fn what_is_wished_and_what_is_all_there_is_costs_nothing() {
        let wished = |part, run: &str| {
            let wishes = Wishes { preferred_time: Some(part), ..Wishes::default() };
            week(&format!("mon free 00:00-23:45, mon {run}")).wishing(wishes).costs(&anybody())
        };
        assert_eq!(wished(PartOfDay::Morning, "easy 05:30-06:00"), 0);
        assert_eq!(wished(PartOfDay::Morning, "easy 05:15-05:45"), 10, "not the small hours");
        assert_eq!(wished(PartOfDay::Evening, "easy 20:45-21:30"), 0);
        assert_eq!(wished(PartOfDay::Evening, "easy 06:00-06:30"), 2);
        let only = |windows: &str| week(&format!("{windows}, mon easy 05:45-06:30")).costs(&anybody());
        assert_eq!(only("mon free 05:30-06:45"), 0);
        assert_eq!(only("mon free 05:30-06:45, tue free 12:00-14:00"), 0, "another day is another matter");
        assert_eq!(only("mon free 05:30-06:45, mon free 12:00-12:30"), 0, "too short");
        assert_eq!(only("mon free 05:30-06:45, mon free 12:00-13:00"), 3);
        assert_eq!(only("mon free 05:30-06:45, mon free 12:00-13:00, mon upper 11:30-12:30"), 0, "taken");
    }

    #[test]
    fn a_long_run_starts_in_the_morning() {
        assert_eq!(["07:00-08:30", "11:00-12:30", "12:00-13:30"].map(|at| points(&format!("long {at}"))), [0, 12, 14]);
        let afternoon = "mon free 13:00-18:00, mon long 14:00-15:30";
        assert_eq!(week(afternoon).costs(&anybody()), 0);
    }

    #[test]
    fn hours_lie_between_any_two_runs() {
        let breaks = |entries: &str| week(entries).breaks(&anybody());
        assert_eq!(
            breaks("fri free 00:00-23:45, sat free 00:00-23:45, fri easy 19:30-20:00, sat easy 03:45-04:15")[1],
            "must 1: Only 7 h 45 min from the easy run to the next easy run; at least 8 h are needed."
        );
        assert_eq!(
            breaks("fri easy 20:00-20:45, sat easy 06:30-07:00"),
            ["should 1: 9 h 45 min after the easy run; 10 h would be better."]
        );
        assert!(breaks("fri easy 19:45-20:30, sat easy 06:30-07:00").is_empty());
        let right_after = breaks("fri long 22:00-23:45, sat easy 00:00-00:30");
        assert!(right_after.iter().any(|said| said.starts_with("must 8: Only 15 min")), "{right_after:?}");
    }

    #[test]
    fn a_long_run_that_is_late_costs_at_once_where_the_morning_is_open() {
        let long = |entries: &str| week(entries).costs(&anybody());
        let open = |at: &str| long(&format!("sun free 06:00-21:00, sun long {at}"));
        assert_eq!(["10:45-12:00", "11:00-12:15", "11:15-12:30", "13:00-14:15"].map(open), [0, 12, 13, 16]);
        assert_eq!(long("sun free 06:00-21:00, sun upper 06:00-10:45, sun long 11:00-12:15"), 0, "no hour before is open");
    }

    #[test]
    fn who_says_nothing_about_hours_is_taken_to_work_from_monday_to_friday() {
        let unsaid = |entries: &str, preferred_time| {
            let wishes = Wishes { hours_unsaid: true, preferred_time, ..Wishes::default() };
            week(entries).wishing(wishes).costs(&anybody())
        };
        let monday = |at: &str| unsaid(&format!("mon free 06:00-21:00, mon easy {at}"), None);
        let hours = ["09:00-09:30", "09:15-09:45", "12:00-12:30", "14:15-14:45", "16:30-17:00", "17:00-17:30"];
        assert_eq!(hours.map(monday), [0, 1, 6, 6, 2, 0]);
        assert_eq!(unsaid("sat free 06:00-21:00, sat easy 14:15-14:45", None), 0);
        assert_eq!(unsaid("mon free 06:00-21:00, mon easy 12:00-12:30", Some(PartOfDay::Midday)), 0, "that is wished");
        assert_eq!(unsaid("mon upper 12:00-13:00, mon +easy 13:00-13:20", None), 0, "they train at noon anyway");
        assert_eq!(points("easy 14:15-14:45"), 0, "the hours are said");
        assert_eq!(unsaid("wed free 06:00-21:00, wed long 19:00-20:15", None), 0, "nor is a long run late then");
    }

    #[test]
    fn seven_hours_are_kept_for_sleep_after_a_night_shift() {
        let after = |run: &str| week(&format!("mon night 22:00-06:00, tue free 00:00-23:45, tue {run}")).breaks(&anybody());
        assert_eq!(after("easy 12:45-13:15"), ["must 1: Only 6 h 45 min after night; 7 h are kept for sleep."]);
        assert!(after("easy 13:00-13:30").is_empty());
        assert!(after("easy 20:30-21:00").is_empty(), "the hours turn with it");
    }
}
