//! The weeks of a pasted plan: a row a week, a row a day, or lines.

use super::labelled;
use crate::model::weekday;

/// The runs of a week, each with its day.
type Week = Vec<(usize, String)>;

/// Lines and rows of a plan are no more than this.
const MOST_LINES: usize = 5000;

/// The weeks of a text.
pub(super) fn weeks(text: &str) -> Vec<Week> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(MOST_LINES).collect();
    let weeks = match lines.iter().position(|line| header(line).is_some()) {
        Some(at) => match header(lines[at]) {
            Some(Header::Days(sign, days)) => by_week(&lines[at + 1..], sign, &days),
            Some(Header::Rows { sign, day, week }) => by_day(&lines[at + 1..], sign, day, week),
            None => Vec::new(),
        },
        None => plain(&lines),
    };
    weeks.into_iter().filter(|week| !week.is_empty()).collect()
}

/// What the first row of a table says.
enum Header {
    /// A column for each of these days.
    Days(char, Vec<(usize, usize)>),
    /// A row for each run, with a column for its day and perhaps one for its week.
    Rows { sign: char, day: usize, week: Option<usize> },
}

fn header(line: &str) -> Option<Header> {
    ['|', '\t', ',', ';'].into_iter().find_map(|sign| {
        let cells = cells(line, sign);
        if cells.len() < 2 {
            return None;
        }
        let days = cells.iter().enumerate().filter_map(|(at, cell)| Some((at, weekday(cell)?)));
        let days: Vec<(usize, usize)> = days.collect();
        if days.len() >= 3 || days.len() + 1 >= cells.len() && days.len() >= 2 {
            return Some(Header::Days(sign, days));
        }
        let named = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.to_lowercase().as_str()));
        let day = named(&["day", "weekday", "tag", "jour", "dia", "día"])?;
        Some(Header::Rows { sign, day, week: named(&["week", "wk", "woche", "semaine", "semana"]) })
    })
}

/// The cells of a row; quotes keep a sign inside a cell.
fn cells(line: &str, sign: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for letter in line.chars() {
        match letter {
            '"' if sign != '|' => quoted = !quoted,
            _ if letter == sign && !quoted => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(letter);
                }
            }
        }
    }
    let mut cells: Vec<String> = cells.iter().map(|cell| cell.trim().trim_matches('*').trim().to_owned()).collect();
    if sign == '|' {
        // A row may begin and end with the sign.
        if line.starts_with('|') {
            cells.remove(0);
        }
        if line.ends_with('|') && cells.len() > 1 {
            cells.pop();
        }
    }
    cells
}

/// Whether a row only draws a line.
fn is_rule(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.chars().all(|letter| matches!(letter, '-' | ':' | ' ' | '=')))
}

fn by_week(lines: &[&str], sign: char, days: &[(usize, usize)]) -> Vec<Week> {
    let rows = lines.iter().map(|line| cells(line, sign)).filter(|cells| !is_rule(cells));
    let week = |cells: Vec<String>| -> Week {
        let of_day =
            |(at, day): &(usize, usize)| Some((*day, cells.get(*at)?.clone())).filter(|(_, text)| !text.is_empty());
        days.iter().filter_map(of_day).collect()
    };
    rows.map(week).collect()
}

fn by_day(lines: &[&str], sign: char, day: usize, week: Option<usize>) -> Vec<Week> {
    let mut weeks: Vec<Week> = Vec::new();
    let mut named: Option<String> = None;
    for cells in lines.iter().map(|line| cells(line, sign)).filter(|cells| !is_rule(cells)) {
        let Some(on) = cells.get(day).and_then(|cell| weekday(cell)) else { continue };
        let name = week.and_then(|week| cells.get(week)).filter(|name| !name.is_empty()).cloned();
        let back = weeks.last().and_then(|known| known.last()).is_some_and(|(last, _)| week.is_none() && on < *last);
        let other = name.is_some() && name != named;
        if weeks.is_empty() || back || other {
            weeks.push(Week::new());
        }
        named = name.or(named);
        let text = cells.iter().enumerate().filter(|(at, cell)| *at != day && Some(*at) != week && !cell.is_empty());
        let text: Vec<&str> = text.map(|(_, cell)| cell.as_str()).collect();
        if let Some(known) = weeks.last_mut() {
            known.push((on, text.join(", ")));
        }
    }
    weeks
}

/// Lines such as `Week 3` and `Tue: 6 x 800 m, Thu: 8 km easy`. Without a heading a week ends where the days begin again.
fn plain(lines: &[&str]) -> Vec<Week> {
    let mut weeks: Vec<Week> = vec![Week::new()];
    for line in lines {
        let line = line.trim_start_matches(['#', '-', '*', '•', '>', ' ']);
        let rest = heading(line);
        if rest.is_some() {
            weeks.push(Week::new());
        }
        for (day, text) in labels(rest.unwrap_or(line)) {
            let is_back = weeks.last().and_then(|week| week.last()).is_some_and(|(last, _)| day < *last);
            if is_back {
                weeks.push(Week::new());
            }
            if let Some(week) = weeks.last_mut() {
                week.push((day, text));
            }
        }
    }
    weeks
}

/// What follows the heading of a week: `Week 3: Tue ...`.
fn heading(line: &str) -> Option<&str> {
    let word = line.split(|letter: char| !letter.is_alphabetic()).next()?;
    if !["week", "wk", "w", "woche", "semaine", "semana"].contains(&word.to_lowercase().as_str()) {
        return None;
    }
    let rest = line[word.len()..].trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then(|| rest[digits..].trim_start_matches([':', '.', '-', '–', ')', ' ', '*', '|']))
}

/// The days of a line, each with what follows it up to the next.
fn labels(line: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for part in line.split([';', ',']) {
        match (labelled(part), found.last_mut()) {
            (Some((day, rest)), _) => found.push((day, rest.to_owned())),
            (None, Some((_, text))) => {
                text.push_str(", ");
                text.push_str(part.trim());
            }
            (None, None) => {}
        }
    }
    found
}
