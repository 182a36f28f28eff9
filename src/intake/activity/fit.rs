//! FIT: a stream of messages, each laid out by a definition that went before it. Of its hundreds of messages only the
//! session and, where a recording broke off before it, the records are read.

use chrono::{DateTime, Utc};

use super::{Activity, ActivityError, Sport, activity};

/// Seconds from 1970 to the start of FIT time, 31 December 1989.
const EPOCH: i64 = 631_065_600;

/// Message numbers and the fields read from them.
const SESSION: u16 = 18;
const RECORD: u16 = 20;
const TIMESTAMP: u8 = 253;

/// Whether these are the first bytes of a FIT file.
pub(super) fn is_fit(bytes: &[u8]) -> bool {
    bytes.get(8..12) == Some(b".FIT")
}

/// Reads every session of a FIT file; several files may follow one another.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Activity>, ActivityError> {
    let mut activities = Vec::new();
    let mut rest = bytes;
    while is_fit(rest) {
        let header = usize::from(rest[0]);
        let length = u32::from_le_bytes([rest[4], rest[5], rest[6], rest[7]]) as usize;
        if header < 12 {
            return Err(damaged("its header is too short"));
        }
        let end = header.saturating_add(length).min(rest.len());
        let body = rest.get(header..end).ok_or_else(|| damaged("it breaks off in its header"))?;
        activities.extend(read_one(body)?);
        // Two bytes of checksum follow.
        rest = rest.get(end.saturating_add(2)..).unwrap_or_default();
    }
    Ok(activities)
}

fn damaged(how: &str) -> ActivityError {
    ActivityError::Damaged(how.to_owned())
}

fn read_one(body: &[u8]) -> Result<Vec<Activity>, ActivityError> {
    let mut sessions = Vec::new();
    let mut recorded = Recorded::default();
    let mut layouts: [Option<Layout>; 16] = [const { None }; 16];
    let mut cursor = Cursor(body);
    while let Some(head) = cursor.byte() {
        let is_short = head & 0x80 != 0;
        let slot = usize::from(if is_short { head >> 5 & 0x03 } else { head & 0x0f });
        if !is_short && head & 0x40 != 0 {
            // A recording that breaks off ends here, with what is complete.
            let Some(layout) = Layout::read(&mut cursor, head & 0x20 != 0) else { break };
            layouts[slot] = Some(layout);
            continue;
        }
        let layout = layouts[slot].as_ref().ok_or_else(|| damaged("a message comes without its definition"))?;
        let Some(data) = cursor.take(layout.size) else { break };
        match layout.message {
            SESSION => sessions.extend(session(layout, data)),
            RECORD => recorded.add(layout, data),
            _ => {}
        }
    }
    if sessions.is_empty() { Ok(recorded.activity().into_iter().collect()) } else { Ok(sessions) }
}

fn session(layout: &Layout, data: &[u8]) -> Option<Activity> {
    let start = moment(layout.number(data, 2)?)?;
    // Time with the timer running, else all the time from start to end, both in milliseconds.
    let milliseconds = layout.number(data, 8).or_else(|| layout.number(data, 7))?;
    let metres = layout.number(data, 9).map(|centimetres| f64::from(centimetres) / 100.0);
    let sport = match (layout.number(data, 5), layout.number(data, 6)) {
        (Some(1), _) => Sport::Running,
        (Some(11 | 17), _) => Sport::Walking,
        (_, Some(20)) => Sport::Strength,
        (Some(0) | None, _) => Sport::Unknown,
        _ => Sport::Other,
    };
    activity(start, f64::from(milliseconds) / 1000.0, metres, sport)
}

fn moment(seconds: u32) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp(EPOCH + i64::from(seconds), 0)
}

/// What the records of a file come to, where no session sums them up.
#[derive(Default)]
struct Recorded {
    times: Option<(u32, u32)>,
    centimetres: Option<u32>,
}

impl Recorded {
    fn add(&mut self, layout: &Layout, data: &[u8]) {
        if let Some(time) = layout.number(data, TIMESTAMP) {
            let (first, last) = self.times.unwrap_or((time, time));
            self.times = Some((first.min(time), last.max(time)));
        }
        self.centimetres = layout.number(data, 5).max(self.centimetres);
    }

    fn activity(&self) -> Option<Activity> {
        let (first, last) = self.times?;
        let metres = self.centimetres.map(|centimetres| f64::from(centimetres) / 100.0);
        activity(moment(first)?, f64::from(last - first), metres, Sport::Unknown)
    }
}

/// How the data messages of one slot are laid out.
struct Layout {
    message: u16,
    big_endian: bool,
    /// Field number, offset and size.
    fields: Vec<(u8, usize, usize)>,
    size: usize,
}

impl Layout {
    fn read(cursor: &mut Cursor<'_>, with_developer_fields: bool) -> Option<Self> {
        let head = cursor.take(5)?;
        let big_endian = head[1] == 1;
        let number = [head[2], head[3]];
        let message = if big_endian { u16::from_be_bytes(number) } else { u16::from_le_bytes(number) };
        let mut fields = Vec::new();
        let mut size = 0;
        for field in cursor.take(usize::from(head[4]) * 3)?.chunks_exact(3) {
            fields.push((field[0], size, usize::from(field[1])));
            size += usize::from(field[1]);
        }
        if with_developer_fields {
            let count = usize::from(cursor.byte()?);
            size += cursor.take(count * 3)?.chunks_exact(3).map(|field| usize::from(field[1])).sum::<usize>();
        }
        Some(Self { message, big_endian, fields, size })
    }

    /// The whole number of one, two or four bytes in a field, unless it is marked as not known (all bits set).
    fn number(&self, data: &[u8], field: u8) -> Option<u32> {
        let (_, offset, size) = self.fields.iter().find(|(number, ..)| *number == field)?;
        let bytes = data.get(*offset..offset + size)?;
        let join = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
        let value = match (size, self.big_endian) {
            (1 | 2 | 4, true) => bytes.iter().fold(0, join),
            (1 | 2 | 4, false) => bytes.iter().rev().fold(0, join),
            _ => return None,
        };
        (value != u32::MAX >> (32 - 8 * size)).then_some(value)
    }
}

/// Bytes that are read from the front.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}
