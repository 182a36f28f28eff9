//! Lists of activities as a table: what Strava and Garmin export, and the lifting logs of Hevy and Strong.

use chrono::{NaiveDateTime, TimeDelta};

use super::{Activity, Lift, MOST_ACTIVITIES, Recordings, Sport};
use crate::intake::text;

/// The most cells of a row.
const MOST_CELLS: usize = 300;

/// Reads a table of activities; `None` where the first line is none of a known one.
pub(super) fn read(bytes: &[u8]) -> Option<Recordings> {
    // A document of tags is none, and may be long.
    if bytes.iter().find(|byte| byte.is_ascii_graphic()) == Some(&b'<') {
        return None;
    }
    let text = text::decoded(bytes);
    let first = text.lines().next()?;
    let sign = [',', ';', '\t'].into_iter().max_by_key(|sign| first.matches(*sign).count())?;
    let head: Vec<String> = rows(first, sign).first()?.iter().map(|name| name.trim().to_lowercase()).collect();
    if !["activity type", "exercise_title", "exercise name"].iter().any(|name| head.iter().any(|known| known == name)) {
        return None;
    }
    let table = Table { head, rows: rows(&text, sign).into_iter().skip(1).collect() };
    let has = |names: &[&str]| names.iter().all(|name| table.column(name).is_some());
    let found = if has(&["activity date", "activity type", "elapsed time"]) {
        strava(&table)
    } else if has(&["activity type", "date", "time"]) {
        garmin(&table)
    } else if has(&["title", "start_time", "end_time", "exercise_title"]) {
        lifts(&table, "start_time", "title", |row| {
            let (from, to) = (date(table.cell(row, "start_time"))?, date(table.cell(row, "end_time"))?);
            Some((to - from).as_seconds_f64())
        })
    } else if has(&["date", "workout name", "exercise name"]) {
        lifts(&table, "date", "workout name", |row| seconds(table.cell(row, "duration")))
    } else {
        return None;
    };
    Some(found)
}

struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn column(&self, name: &str) -> Option<usize> {
        self.head.iter().position(|known| known == name)
    }

    fn cell<'a>(&self, row: &'a [String], name: &str) -> &'a str {
        self.column(name).and_then(|at| row.get(at)).map_or("", |cell| cell.trim())
    }

    /// The last column of a name of which there are two.
    fn second<'a>(&self, row: &'a [String], name: &str) -> Option<&'a str> {
        let at = self.head.iter().rposition(|known| known == name).filter(|at| self.column(name) != Some(*at))?;
        row.get(at).map(|cell| cell.trim())
    }
}

/// The list in the archive of an account: times are UTC, a second distance is in metres.
fn strava(table: &Table) -> Recordings {
    let read = |row: &Vec<String>| {
        let start = date(table.cell(row, "activity date"))?;
        let moving = seconds(table.cell(row, "moving time")).filter(|seconds| *seconds > 0.0);
        let seconds = moving.or_else(|| seconds(table.cell(row, "elapsed time")))?;
        let metres = table.second(row, "distance").and_then(number);
        let metres = metres.or_else(|| Some(number(table.cell(row, "distance"))? * 1000.0));
        Activity::new(start.and_utc(), seconds, metres, Sport::named(table.cell(row, "activity type")))
    };
    kept(table, read, Vec::new())
}

/// The list of a watch's account: times are those of the wall, and distances do not say whether they are kilometres.
fn garmin(table: &Table) -> Recordings {
    let read = |row: &Vec<String>| {
        let wall = date(table.cell(row, "date"))?;
        let sport = Sport::named(table.cell(row, "activity type"));
        let activity = Activity::new(wall.and_utc(), seconds(table.cell(row, "time"))?, None, sport)?;
        Some(Activity { wall: Some(wall), ..activity })
    };
    let told = "The list does not say whether its distances are kilometres or miles: they were left aside.";
    kept(table, read, vec![told.to_owned()])
}

/// The newest activities of a table; rows that tell none are counted.
fn kept(table: &Table, read: impl Fn(&Vec<String>) -> Option<Activity>, mut notes: Vec<String>) -> Recordings {
    let mut activities: Vec<Activity> = table.rows.iter().filter_map(read).collect();
    let lost = table.rows.len() - activities.len();
    if lost > 0 {
        notes.push(format!("{} of the list could not be read.", crate::model::count(lost, "row")));
    }
    activities.sort_by_key(|one| std::cmp::Reverse(one.start));
    activities.truncate(MOST_ACTIVITIES);
    Recordings { activities, notes, lifts: Vec::new() }
}

/// A lifting log, which has a row for each set: the rows of one start are one session.
fn lifts(table: &Table, start: &str, name: &str, length: impl Fn(&[String]) -> Option<f64>) -> Recordings {
    let mut found = Recordings::default();
    for row in &table.rows {
        let (Some(wall), Some(seconds)) = (date(table.cell(row, start)), length(row)) else { continue };
        if found.lifts.iter().any(|known| known.wall == wall) || found.lifts.len() >= MOST_ACTIVITIES {
            continue;
        }
        if let Some(activity) = Activity::new(wall.and_utc(), seconds, None, Sport::Strength) {
            let name: String = table.cell(row, name).chars().take(100).collect();
            found.lifts.push(Lift { wall, minutes: activity.minutes, name });
            found.activities.push(Activity { wall: Some(wall), ..activity });
        }
    }
    found
}

/// The cells of a table, in quotes or not.
fn rows(text: &str, sign: char) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = vec![vec![String::new()]];
    let (mut quoted, mut letters) = (false, text.chars().peekable());
    while let Some(letter) = letters.next() {
        let Some(row) = rows.last_mut() else { break };
        let full = row.len() >= MOST_CELLS;
        let Some(cell) = row.last_mut() else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            _ if letter == sign && !quoted && !full => row.push(String::new()),
            _ => cell.push(letter),
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

/// A moment in the spellings of these programs.
fn date(cell: &str) -> Option<NaiveDateTime> {
    const WAYS: [&str; 7] = [
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%dT%H:%M:%S",
        "%b %d, %Y, %I:%M:%S %p",
        "%d %b %Y, %H:%M:%S",
        "%d %b %Y, %H:%M",
        "%b %d, %Y, %H:%M:%S",
        "%Y-%m-%d %H:%M",
    ];
    // Some put a narrow blank before AM.
    let cell = cell.replace(['\u{202f}', '\u{a0}'], " ");
    WAYS.iter().find_map(|way| NaiveDateTime::parse_from_str(cell.trim(), way).ok())
}

fn number(cell: &str) -> Option<f64> {
    cell.replace(',', "").parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0)
}

/// A length: seconds, "00:40:12", "1h 5m".
fn seconds(cell: &str) -> Option<f64> {
    if cell.contains(':') {
        return cell.split(':').try_fold(0.0, |sum, part| Some(sum * 60.0 + part.trim().parse::<f64>().ok()?));
    }
    if let Ok(seconds) = cell.parse::<f64>() {
        return Some(seconds);
    }
    let mut sum = TimeDelta::zero();
    for part in cell.split_whitespace() {
        let unit = part.chars().last()?;
        let count: i64 = part.strip_suffix(unit)?.parse().ok().filter(|count: &i64| (0..100_000).contains(count))?;
        sum += match unit {
            'h' => TimeDelta::hours(count),
            'm' => TimeDelta::minutes(count),
            's' => TimeDelta::seconds(count),
            _ => return None,
        };
    }
    Some(sum.as_seconds_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Recordings {
        read(text.as_bytes()).unwrap()
    }

    #[test]
    fn the_list_of_an_account_has_times_and_two_distances() {
        let found = read_text(
            "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,\
             Elapsed Time,Moving Time,Distance\n\
             1,\"Nov 24, 2026, 6:10:05 AM\",\"Morning, slow\",Run,,2500,6.52,,2500.0,2412.0,6520.3\n\
             2,\"Nov 25, 2026, 5:00:00 PM\",Lift,Weight Training,\"a \"\"b\"\"\",3600,0,,3600.0,3600.0,0\n\
             3,never,x,Run,,1,1,,1,1,1\n",
        );
        let told: Vec<_> = found.activities.iter().map(|one| (one.sport, one.minutes, one.distance_km)).collect();
        assert_eq!(told, [(Sport::Strength, 60, None), (Sport::Running, 40, Some(6.52))]);
        assert_eq!(found.activities[1].start.to_rfc3339(), "2026-11-24T06:10:05+00:00");
        assert_eq!(found.notes, ["1 row of the list could not be read."]);
    }

    #[test]
    fn the_list_of_a_watch_leaves_its_distances_aside() {
        let found = read_text(
            "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR\n\
             Running,2026-11-24 06:10:05,false,\"Berlin Running\",\"6.52\",\"430\",\"00:40:12\",\"141\"\n\
             Strength Training,2026-11-25 18:00:00,false,Strength,\"0.00\",\"210\",\"01:02:00.5\",\"101\"\n",
        );
        let told: Vec<_> = found.activities.iter().map(|one| (one.sport, one.minutes, one.wall.is_some())).collect();
        assert_eq!(told, [(Sport::Strength, 62, true), (Sport::Running, 40, true)]);
        assert!(found.activities[1].distance_km.is_none() && found.notes[0].contains("kilometres or miles"));
    }

    #[test]
    fn a_lifting_log_has_one_session_for_its_many_sets() {
        let hevy = read_text(
            "\"title\",\"start_time\",\"end_time\",\"description\",\"exercise_title\",\"set_index\",\"weight_kg\",\"reps\"\n\
             \"Legs\",\"24 Nov 2026, 18:05\",\"24 Nov 2026, 19:15\",\"\",\"Squat (Barbell)\",0,100,5\n\
             \"Legs\",\"24 Nov 2026, 18:05\",\"24 Nov 2026, 19:15\",\"\",\"Squat (Barbell)\",1,100,5\n",
        );
        assert_eq!((hevy.lifts.len(), hevy.lifts[0].name.as_str(), hevy.lifts[0].minutes), (1, "Legs", 70));
        let strong = read_text(
            "Date;Workout Name;Duration;Exercise Name;Set Order;Weight;Reps\n\
             2026-11-24 18:05:11;\"Push Day\";1h 5m;\"Bench Press (Barbell)\";1;80;5\n\
             2026-11-26 18:00:00;\"Pull Day\";45m;\"Row\";1;60;8\n",
        );
        let told: Vec<_> = strong.lifts.iter().map(|one| (one.name.as_str(), one.minutes)).collect();
        assert_eq!(told, [("Push Day", 65), ("Pull Day", 45)]);
        assert!(read(b"a,b\n1,2\n").is_none() && read(b"").is_none());
    }
}
