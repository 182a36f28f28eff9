//! FIT: a stream of messages, each laid out by a definition that went before it. Of its hundreds of messages only a few are
//! read: what kind of file it is, the sessions, and where no session sums up a recording, its points and its sport.

mod layout;
mod points;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Activity, ActivityError, Lap, Recordings, Sport};
use layout::{Cursor, Layout, field, message};
use points::Points;

/// Seconds from 1970 to the start of FIT time, 31 December 1989.
const EPOCH: i64 = 631_065_600;

/// Whether these are the first bytes of a FIT file.
pub(super) fn is_fit(bytes: &[u8]) -> bool {
    bytes.get(8..12) == Some(b".FIT")
}

/// Reads every session of a FIT file; several files may follow one another.
pub(super) fn read(bytes: &[u8]) -> Result<Recordings, ActivityError> {
    let mut found = Recordings::default();
    let mut rest = bytes;
    while is_fit(rest) {
        let header = usize::from(rest[0]);
        let length = u32::from_le_bytes([rest[4], rest[5], rest[6], rest[7]]) as usize;
        if header < 12 {
            return Err(damaged("its header is too short"));
        }
        let end = header.saturating_add(length).min(rest.len());
        let body = rest.get(header..end).ok_or_else(|| damaged("it breaks off in its header"))?;
        let one = read_one(body, header.saturating_add(length) > rest.len())?;
        found.activities.extend(one.activities);
        found.notes.extend(one.notes);
        // Two bytes of checksum follow.
        rest = rest.get(end.saturating_add(2)..).unwrap_or_default();
    }
    Ok(found)
}

fn damaged(how: &str) -> ActivityError {
    ActivityError::Damaged(how.to_owned())
}

/// What one file has said so far.
#[derive(Default)]
struct File {
    kind: Option<u32>,
    sessions: Vec<Activity>,
    /// What sessions and laps without a length, and the message about the sport, say that it was.
    sport: Option<Sport>,
    points: Points,
    /// The laps, each with its start.
    laps: Vec<(u32, Lap)>,
    /// Seconds by which the watch's own clock was ahead of UTC.
    ahead: Option<i64>,
    /// The last time that was told, to which short headers add.
    clock: Option<u32>,
}

fn read_one(body: &[u8], breaks_off: bool) -> Result<Recordings, ActivityError> {
    let mut file = File::default();
    let mut layouts: [Option<Layout>; 16] = [const { None }; 16];
    let mut cursor = Cursor(body);
    let mut damage = breaks_off.then_some("it breaks off");
    while let Some(head) = cursor.byte() {
        let is_short = head & 0x80 != 0;
        let slot = usize::from(if is_short { head >> 5 & 0x03 } else { head & 0x0f });
        if !is_short && head & 0x40 != 0 {
            let Some(layout) = Layout::read(&mut cursor, head & 0x20 != 0) else {
                damage = Some("it breaks off");
                break;
            };
            layouts[slot] = Some(layout);
            continue;
        }
        let Some(layout) = layouts[slot].as_ref() else {
            damage = Some("a message comes without its definition");
            break;
        };
        let Some(data) = cursor.take(layout.size) else {
            damage = Some("it breaks off");
            break;
        };
        file.hear(layout, data, is_short.then_some(u32::from(head & 0x1f)));
    }
    if let Some(what) = file.kind.and_then(not_recorded) {
        return Err(ActivityError::NotRecorded(what));
    }
    let activities = file.activities();
    match damage {
        Some(how) if activities.is_empty() => Err(damaged(how)),
        Some(how) => Ok(Recordings {
            activities,
            notes: vec![format!("The file is damaged: {how}. What is whole was read.")],
            ..Recordings::default()
        }),
        None => Ok(Recordings { activities, ..Recordings::default() }),
    }
}

/// What a file of a type is, if nobody recorded it.
fn not_recorded(kind: u32) -> Option<&'static str> {
    match kind {
        4 | 20 => None,
        5 => Some("a workout to follow"),
        6 => Some("a course to follow"),
        7 => Some("a schedule"),
        9 => Some("a list of body weights"),
        15 | 28 | 32 => Some("what a watch noted all day, and no activity"),
        34 => Some("a segment to follow"),
        _ => Some("no activity, but settings or other data of a watch"),
    }
}

impl File {
    fn hear(&mut self, layout: &Layout, data: &[u8], short: Option<u32>) {
        let told = layout.number(data, field::TIMESTAMP);
        let time = match (told, short, self.clock) {
            (Some(told), ..) => Some(told),
            // Five bits that go on from the last time.
            (None, Some(bits), Some(clock)) => Some(clock.wrapping_add(bits.wrapping_sub(clock) & 0x1f)),
            _ => None,
        };
        self.clock = time.or(self.clock);
        match layout.message {
            message::FILE_ID => self.kind = self.kind.or(layout.number(data, 0)),
            message::SESSION => {
                let discipline = Sport::numbered(layout.number(data, 5), layout.number(data, 6));
                match session(layout, data, discipline) {
                    Some(session) => self.sessions.push(session),
                    None => self.sport = Some(discipline),
                }
            }
            message::LAP => {
                if self.laps.len() < MOST_LAPS {
                    self.laps.extend(lap(layout, data));
                }
                if self.sport.is_none() {
                    let number = layout.number(data, 25);
                    self.sport = number.map(|number| Sport::numbered(Some(number), layout.number(data, 39)));
                }
            }
            message::SPORT => self.sport = Some(Sport::numbered(layout.number(data, 0), layout.number(data, 1))),
            message::RECORD => self.points.add(time, layout, data),
            message::ACTIVITY => {
                let ahead = layout.number(data, 5).zip(told).map(|(wall, utc)| i64::from(wall) - i64::from(utc));
                // Zones go by quarters of an hour; no difference mostly means that the writer knew none.
                self.ahead = ahead.filter(|ahead| ahead % 900 == 0 && *ahead != 0 && ahead.abs() <= 14 * 3600);
            }
            _ => {}
        }
    }

    fn activities(self) -> Vec<Activity> {
        let mut found = self.sessions;
        if found.is_empty() {
            found.extend(self.points.activity(self.sport.unwrap_or(Sport::Unknown)));
        }
        let ahead = self.ahead;
        for activity in &mut found {
            let inside = |start: u32| moment(start).is_some_and(|at| (activity.start..=activity.end).contains(&at));
            activity.laps = self.laps.iter().filter(|(start, _)| inside(*start)).map(|(_, lap)| lap.clone()).collect();
            activity.wall = ahead.map(|ahead| (activity.start + TimeDelta::seconds(ahead)).naive_utc());
        }
        found
    }
}

fn session(layout: &Layout, data: &[u8], sport: Sport) -> Option<Activity> {
    let start = layout.number(data, 2)?;
    // Time with the timer running, else all the time from start to end, both in milliseconds.
    let milliseconds = layout.number(data, 8).or_else(|| layout.number(data, 7))?;
    let all = layout.number(data, 7).unwrap_or(milliseconds).max(milliseconds);
    let metres = layout.number(data, 9).map(|centimetres| f64::from(centimetres) / 100.0);
    let activity = Activity::new(moment(start)?, f64::from(milliseconds) / 1000.0, metres, sport)?;
    Some(Activity { end: activity.start + TimeDelta::milliseconds(i64::from(all)), ..activity })
}

/// No recording has more laps.
const MOST_LAPS: usize = 10_000;

/// A lap with its start: the time with the timer running, else all of it.
fn lap(layout: &Layout, data: &[u8]) -> Option<(u32, Lap)> {
    let milliseconds = layout.number(data, 8).or_else(|| layout.number(data, 7))?;
    let metres = layout.number(data, 9).map(|centimetres| f64::from(centimetres) / 100.0);
    let beats = layout.number(data, 15).filter(|beats| (20..=250).contains(beats));
    Some((layout.number(data, 2)?, Lap { seconds: f64::from(milliseconds) / 1000.0, metres, beats }))
}

/// A moment. One that no clock told lies in the years in which FIT time begins.
fn moment(seconds: u32) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(EPOCH + i64::from(seconds), 0)
}
