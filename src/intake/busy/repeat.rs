//! The dates of a repeat rule, laid out on the wall: clocks that change do not touch them.

use calcard::icalendar::{
    ICalendarDay, ICalendarFrequency as Every, ICalendarRecurrenceRule as Rule, ICalendarWeekday,
};
use chrono::{DateTime, Duration, Month, NaiveDateTime, Weekday};
use rrule::{Frequency, NWeekday, RRule, RRuleSet, Tz};

use super::BusyError;
use super::budget::Budget;
use super::when::When;
use super::zones::Zone;

/// The most times a day a rule may name: more is no appointment.
const MOST_A_DAY: usize = 48;

/// Whether the rule can be an appointment's: not every minute or second, nor at a hundred times a day.
pub(super) fn is_sound(rule: &Rule) -> bool {
    let times = [&rule.byhour, &rule.byminute, &rule.bysecond].map(|list| list.len().max(1));
    !matches!(rule.freq, Every::Minutely | Every::Secondly)
        && rule.rscale.is_none()
        && rule.skip.is_none()
        && times.iter().product::<usize>() <= MOST_A_DAY
}

/// The dates on the walls of `zone` from `first` to `last`; `None` where the rule makes no sense.
pub(super) fn dates(
    rule: &Rule,
    start: NaiveDateTime,
    zone: &Zone,
    (first, last): (NaiveDateTime, NaiveDateTime),
    budget: &mut Budget,
) -> Result<Option<Vec<NaiveDateTime>>, BusyError> {
    let Ok(until) = until(rule, zone) else { return Ok(None) };
    let begin = if rule.count.is_none() { nearer(rule, start, first) } else { start };
    if begin > last || until.is_some_and(|until| until < begin) {
        return Ok(Some(Vec::new()));
    }
    let Some(built) = built(rule, until).and_then(|built| built.validate(as_utc(begin)).ok()) else {
        return Ok(None);
    };
    let mut found = Vec::new();
    for date in &RRuleSet::new(as_utc(begin)).rrule(built).limit() {
        budget.date()?;
        let date = date.naive_utc();
        if date > last {
            return Ok(Some(found));
        }
        if date >= first {
            found.push(date);
        }
    }
    if rule.count.is_none() && until.is_none() {
        budget.vain_search()?;
    }
    Ok(Some(found))
}

/// Whether the rule ends before it starts: what remains of a series that was cut off before its first date.
pub(super) fn ends_before(rule: &Rule, start: NaiveDateTime, zone: &Zone) -> bool {
    matches!(until(rule, zone), Ok(Some(until)) if until < start)
}

/// The last moment of the rule on the walls of `zone`, if it has one. A date means that whole day.
fn until(rule: &Rule, zone: &Zone) -> Result<Option<NaiveDateTime>, Unreadable> {
    let Some(value) = &rule.until else { return Ok(None) };
    let until = When::read(value, (zone, true)).ok_or(Unreadable)?;
    let last_second = Duration::seconds(24 * 60 * 60 - 1);
    if until.is_date { Ok(until.wall.checked_add_signed(last_second)) } else { Ok(Some(until.on_wall_of(zone))) }
}

struct Unreadable;

/// A start in step with `start` that is nearer to `first`, so that an old daily event costs no more than a new one.
fn nearer(rule: &Rule, start: NaiveDateTime, first: NaiveDateTime) -> NaiveDateTime {
    let interval = i64::from(rule.interval.unwrap_or(1).max(1));
    let step = match rule.freq {
        Every::Hourly => Duration::hours(interval),
        Every::Daily => Duration::days(interval),
        Every::Weekly => Duration::weeks(interval),
        _ => return start,
    };
    let steps = (first - start).num_seconds() / step.num_seconds() - 1;
    if steps <= 0 {
        return start;
    }
    start.checked_add_signed(Duration::seconds(step.num_seconds() * steps)).unwrap_or(start)
}

fn as_utc(wall: NaiveDateTime) -> DateTime<Tz> {
    wall.and_utc().with_timezone(&Tz::UTC)
}

fn built(rule: &Rule, until: Option<NaiveDateTime>) -> Option<RRule<rrule::Unvalidated>> {
    let freq = match rule.freq {
        Every::Yearly => Frequency::Yearly,
        Every::Monthly => Frequency::Monthly,
        Every::Weekly => Frequency::Weekly,
        Every::Daily => Frequency::Daily,
        Every::Hourly => Frequency::Hourly,
        Every::Minutely | Every::Secondly => return None,
    };
    let months: Vec<Month> = rule
        .bymonth
        .iter()
        .map(|month| if month.is_leap() { None } else { Month::try_from(month.month()).ok() })
        .collect::<Option<_>>()?;
    let mut built = RRule::new(freq)
        .interval(rule.interval.unwrap_or(1).max(1))
        .week_start(rule.wkst.map_or(Weekday::Mon, weekday))
        .by_set_pos(rule.bysetpos.clone())
        .by_month(&months)
        .by_month_day(rule.bymonthday.clone())
        .by_year_day(rule.byyearday.clone())
        .by_week_no(rule.byweekno.clone())
        .by_weekday(rule.byday.iter().map(|day| nth(*day, rule.freq)).collect())
        .by_hour(rule.byhour.clone())
        .by_minute(rule.byminute.clone())
        .by_second(rule.bysecond.clone());
    if let Some(count) = rule.count {
        built = built.count(count);
    }
    if let Some(until) = until {
        built = built.until(as_utc(until));
    }
    Some(built)
}

/// A weekday, with its number only where numbers mean something: some programs write `1MO` into weekly rules.
fn nth(day: ICalendarDay, freq: Every) -> NWeekday {
    let number = day.ordwk.filter(|_| matches!(freq, Every::Monthly | Every::Yearly));
    NWeekday::new(number.filter(|number| *number != 0), weekday(day.weekday))
}

fn weekday(day: ICalendarWeekday) -> Weekday {
    match day {
        ICalendarWeekday::Monday => Weekday::Mon,
        ICalendarWeekday::Tuesday => Weekday::Tue,
        ICalendarWeekday::Wednesday => Weekday::Wed,
        ICalendarWeekday::Thursday => Weekday::Thu,
        ICalendarWeekday::Friday => Weekday::Fri,
        ICalendarWeekday::Saturday => Weekday::Sat,
        ICalendarWeekday::Sunday => Weekday::Sun,
    }
}
