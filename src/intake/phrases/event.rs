//! Races in a line: "Spring 10K 2027-02-14 10", "10 km 48:30 2026-10-04".

mod aim;

use chrono::NaiveDate;

use super::date::{Dated, Toward, date_at, read_as};
use super::length::length;
use super::token::Line;
use super::{Reading, Refusal, Remark, Span, refused};

/// Kilometres of a mile, half a marathon and a marathon.
const MILE: f64 = 1.609_344;
const HALF: f64 = 21.0975;
const MARATHON: f64 = 42.195;
/// Distances of a race, in kilometres.
const DISTANCE: std::ops::RangeInclusive<f64> = 0.8..=500.0;

/// A race to come.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidEvent {
    /// Its name; may be empty.
    pub name: String,
    /// Its day.
    pub date: NaiveDate,
    /// Its distance in kilometres.
    pub distance_km: f64,
    /// The time that is aimed at, as the brief writes it.
    pub target_time: Option<String>,
    /// Metres that it climbs.
    pub climb_m: Option<u32>,
}

/// A race that was run.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidRace {
    /// Its distance in kilometres.
    pub distance_km: f64,
    /// How long it took, as the brief writes it.
    pub time: String,
    /// When it was run.
    pub date: NaiveDate,
}

/// A race to come: its name, its day, its distance in kilometres, and what it is run for.
///
/// # Errors
/// What is missing.
pub fn read_event(text: &str, today: NaiveDate) -> Result<Reading<SaidEvent>, Refusal> {
    let line = Line::of(text)?;
    let Some((dated, at, used)) = dated(&line, today, Toward::Future)? else {
        return refused(text, "say its day, such as `Spring 10K 2027-02-14`");
    };
    let day = line.span(at, used);
    let free = |place: usize| !(at..at + used).contains(&place);
    let climb = aim::climb(&line, free);
    let target = aim::target(&line, |place| free(place) && climb.as_ref().is_none_or(|climb| !climb.holds(place)));
    let taken = |place: usize| {
        !free(place)
            || climb.as_ref().is_some_and(|climb| climb.holds(place))
            || target.as_ref().is_some_and(|target| target.holds(place))
    };
    let segments = segments(line.len(), taken);
    let at_end = segments.iter().rev().find_map(|&(from, to)| distance_at_end(&line, from, to));
    let within = || segments.iter().find_map(|&(from, to)| distance_in(&line, from, to));
    let Some(distance_km) = at_end.map(|found| found.0).or_else(within).filter(|km| DISTANCE.contains(km)) else {
        return refused(text, "say how far it goes in kilometres, such as `Spring 10K 2027-02-14 10`");
    };
    let own = at_end.filter(|(_, bare, begin)| *bare && (!named_by(&line, *begin) || *begin > at));
    let pieces = segments.iter().map(|&(from, to)| {
        let to = own.map_or(to, |(.., begin)| if (from..to).contains(&begin) { begin } else { to });
        piece(&line, from, to)
    });
    let name = pieces.filter(|piece| !piece.is_empty()).collect::<Vec<_>>().join(" ");
    let (time, aimed) = target.map_or((None, None), |target| target.settled(&line, distance_km));
    let event = SaidEvent {
        name: name.chars().take(200).collect(),
        date: dated.date,
        distance_km,
        target_time: time,
        climb_m: climb.map(|climb| climb.metres),
    };
    let mut reading = told(event, text, dated, day);
    reading.assumed.extend(aimed);
    Ok(reading)
}

/// The stretches of a line that nothing has taken yet.
fn segments(len: usize, taken: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut segments: Vec<(usize, usize)> = Vec::new();
    for at in (0..len).filter(|at| !taken(*at)) {
        match segments.last_mut().filter(|(_, end)| *end == at) {
            Some((_, end)) => *end = at + 1,
            None => segments.push((at, at + 1)),
        }
    }
    segments
}

/// Whether a distance is all that a race is called by: "10 km Valencia".
fn named_by(line: &Line<'_>, begin: usize) -> bool {
    begin == 0 && line.len() > 1
}

/// A race that was run: its distance, its time and its day.
///
/// # Errors
/// What is missing.
pub fn read_race(text: &str, today: NaiveDate) -> Result<Reading<SaidRace>, Refusal> {
    let line = Line::of(text)?;
    let Some((dated, at, used)) = dated(&line, today, Toward::Past)? else {
        return refused(text, "say when it was run, such as `10 km 48:30 2026-10-04`");
    };
    let Some((time, time_at, time_used)) =
        (0..line.len()).filter(|place| !(at..at + used).contains(place)).find_map(|place| {
            let (time, used) = race_time(&line, place)?;
            Some((time, place, used))
        })
    else {
        return refused(text, "say how long it took, such as `48:30` or `1:45:00`");
    };
    let outside = |place: usize| !(at..at + used).contains(&place) && !(time_at..time_at + time_used).contains(&place);
    let given = (0..line.len()).filter(|place| outside(*place)).find_map(|place| measured(&line, place));
    let Some(distance_km) = given.or_else(|| named(&line, 0, line.len())).filter(|km| DISTANCE.contains(km)) else {
        return refused(text, "say how far it went in kilometres, such as `10 km 48:30 2026-10-04`");
    };
    let time = aim::of_hours(&time, distance_km);
    Ok(told(SaidRace { distance_km, time, date: dated.date }, text, dated, line.span(at, used)))
}

fn told<T>(found: T, text: &str, dated: Dated, at: Span) -> Reading<T> {
    let mut reading = Reading::plain(found);
    if dated.assumed {
        reading.assumed.push(Remark { at, text: read_as(at.of(text), dated.date) });
    }
    reading
}

/// The date in a line, its place and its tokens; one with its year before others.
fn dated(line: &Line<'_>, today: NaiveDate, toward: Toward) -> Result<Option<(Dated, usize, usize)>, Refusal> {
    let mut best: Option<(Dated, usize, usize)> = None;
    for at in 0..line.len() {
        if line.is_glued(at) && !line.is_word(at) {
            continue;
        }
        if let Some((dated, used)) = date_at(line, at, today, toward)?
            && best.is_none_or(|(other, ..)| other.assumed && !dated.assumed)
        {
            best = Some((dated, at, used));
        }
    }
    Ok(best)
}

/// The words from one token to before another, without "on" and signs at the ends.
fn piece(line: &Line<'_>, mut from: usize, mut to: usize) -> String {
    let small = |at: usize| {
        matches!(
            line.word(at),
            "on" | ","
                | "-"
                | ":"
                | "am"
                | "le"
                | "el"
                | "the"
                | "("
                | ")"
                | "in"
                | "at"
                | "en"
                | "im"
                | "den"
                | "y"
                | "and"
        )
    };
    while from < to && small(from) {
        from += 1;
    }
    while to > from && small(to - 1) {
        to -= 1;
    }
    if from < to { line.own(from, to - from).split_whitespace().collect::<Vec<_>>().join(" ") } else { String::new() }
}

/// A distance that the last words are: kilometres, whether it is a number of its own and no name, and where it begins.
fn distance_at_end(line: &Line<'_>, from: usize, mut to: usize) -> Option<(f64, bool, usize)> {
    while to > from && matches!(line.word(to - 1), "on" | "," | "-") {
        to -= 1;
    }
    let begin = (from..to).rev().take(4).find_map(|at| {
        let (value, used) = decimal(line, at)?;
        let apart = !line.is_glued(at) || at == 0;
        (apart && at + used == to).then_some((value, true, at))
    });
    let united = (from..to).rev().take(5).find_map(|at| {
        let (value, used) = decimal(line, at)?;
        let km = kilometres(value, line.word(at + used))?;
        let apart = !line.is_glued(at) || at == 0;
        (apart && at + used + 1 == to).then_some((km, !line.is_glued(at + used), at))
    });
    begin.or(united)
}

/// A distance that words hold: "10K", "half marathon", "5 miles".
fn distance_in(line: &Line<'_>, from: usize, to: usize) -> Option<f64> {
    (from..to).find_map(|at| measured(line, at)).or_else(|| named(line, from, to))
}

/// A number with its unit.
fn measured(line: &Line<'_>, at: usize) -> Option<f64> {
    if at > 0 && matches!(line.word(at - 1), "." | ",") && line.is_glued(at) && line.is_glued(at - 1) {
        return None;
    }
    let (value, used) = decimal(line, at)?;
    let hyphen = usize::from(line.glued(at + used, "-"));
    kilometres(value, line.word(at + used + hyphen))
}

/// A distance by its name.
fn named(line: &Line<'_>, from: usize, to: usize) -> Option<f64> {
    let has = |judge: fn(&str) -> bool| (from..to).any(|at| judge(line.word(at)));
    let half = has(|word| {
        word.starts_with("half")
            || word.starts_with("halb")
            || word == "hm"
            || word == "semi"
            || word == "media"
            || word == "semimarathon"
    });
    let marathon = has(|word| word.contains("marathon") || word == "maraton");
    let parkrun = has(|word| word == "parkrun");
    let mile = has(|word| word == "mile");
    match (half, marathon, parkrun, mile) {
        (true, ..) => Some(HALF),
        (_, true, ..) => Some(MARATHON),
        (_, _, true, _) => Some(5.0),
        (.., true) => Some(MILE),
        _ => None,
    }
}

/// How far a run goes, "8 km", in metres, and its tokens.
pub(super) fn metres(line: &Line<'_>, at: usize) -> Option<(u32, usize)> {
    let (value, used) = decimal(line, at)?;
    let km = kilometres(value, line.word(at + used)).filter(|km| (0.5..=100.0).contains(km))?;
    Some(((km * 1000.0).round() as u32, used + 1))
}

/// A number with or without decimals, and its tokens.
fn decimal(line: &Line<'_>, at: usize) -> Option<(f64, usize)> {
    let whole = line.number(at)?;
    if matches!(line.word(at + 1), "." | ",")
        && line.is_glued(at + 1)
        && line.is_glued(at + 2)
        && line.number(at + 2).is_some()
    {
        return Some((format!("{whole}.{}", line.word(at + 2)).parse().ok()?, 3));
    }
    Some((f64::from(whole), 1))
}

/// A race time, "48:30", "1:45:00", "1h45", "48 min", as the brief writes it, and its tokens.
fn race_time(line: &Line<'_>, at: usize) -> Option<(String, usize)> {
    let two = |at: usize| line.number(at).filter(|part| *part < 60 && line.word(at).len() == 2);
    let first = line.number(at)?;
    if line.glued(at + 1, ":") {
        let second = two(at + 2)?;
        if line.glued(at + 3, ":") {
            let third = two(at + 4)?;
            return (first < 100).then(|| (format!("{first}:{second:02}:{third:02}"), 5));
        }
        return (first < 1000).then(|| (format!("{first}:{second:02}"), 3));
    }
    match line.word(at + 1) {
        "h" if first < 100 => {
            let minute = two(at + 2).filter(|_| line.is_glued(at + 2));
            Some((format!("{first}:{:02}:00", minute.unwrap_or(0)), 2 + usize::from(minute.is_some())))
        }
        "min" | "mins" | "minutes" | "minuten" | "minutos" if first < 1000 => {
            // "48 min 30" goes on with seconds.
            let second = two(at + 2);
            let unit = usize::from(second.is_some() && matches!(line.word(at + 3), "s" | "sec" | "secs" | "seconds"));
            Some((format!("{first}:{:02}", second.unwrap_or(0)), 2 + usize::from(second.is_some()) + unit))
        }
        "hour" | "hours" | "std" | "stunde" | "stunden" | "heure" | "heures" | "hora" | "horas" if first < 100 => {
            let (minutes, used) = length(line, at)?;
            Some((format!("{}:{:02}:00", minutes / 60, minutes % 60), used))
        }
        _ => None,
    }
}

/// The kilometres of a number with its unit.
pub(super) fn kilometres_at(line: &Line<'_>, at: usize) -> Option<f64> {
    let (value, used) = decimal(line, at)?;
    kilometres(value, line.word(at + used))
}

/// A distance to the metre.
fn kilometres(value: f64, unit: &str) -> Option<f64> {
    let factor = match unit {
        "k" | "km" | "kms" | "kilometres" | "kilometers" | "kilometre" | "kilometer" => 1.0,
        "mi" | "mile" | "miles" | "miler" => MILE,
        _ => return None,
    };
    Some((value * factor * 1000.0).round() / 1000.0)
}

#[cfg(test)]
mod tests;
