//! How the messages of a FIT file are laid out.

/// Numbers of messages.
pub(super) mod message {
    pub(in super::super) const FILE_ID: u16 = 0;
    pub(in super::super) const SPORT: u16 = 12;
    pub(in super::super) const SESSION: u16 = 18;
    pub(in super::super) const LAP: u16 = 19;
    pub(in super::super) const RECORD: u16 = 20;
    pub(in super::super) const ACTIVITY: u16 = 34;
}

/// Numbers of fields.
pub(super) mod field {
    pub(in super::super) const TIMESTAMP: u8 = 253;
}

/// The fields that are read of any message. Files exist with hundreds of others.
const READ: [u8; 13] = [0, 1, 2, 5, 6, 7, 8, 9, 15, 25, 39, 73, field::TIMESTAMP];

/// How the data messages of one slot are laid out.
pub(super) struct Layout {
    pub(super) message: u16,
    pub(super) size: usize,
    big_endian: bool,
    /// Offset and size of each field that is read; a field may be missing.
    fields: [(u16, u8); READ.len()],
}

impl Layout {
    pub(super) fn read(cursor: &mut Cursor<'_>, with_developer_fields: bool) -> Option<Self> {
        let head = cursor.take(5)?;
        let big_endian = head[1] == 1;
        let number = [head[2], head[3]];
        let message = if big_endian { u16::from_be_bytes(number) } else { u16::from_le_bytes(number) };
        let mut fields = [(0, 0); READ.len()];
        let mut size = 0;
        for field in cursor.take(usize::from(head[4]) * 3)?.chunks_exact(3) {
            if let Some(place) = READ.iter().position(|read| *read == field[0]) {
                fields[place] = (size as u16, field[1]);
            }
            size += usize::from(field[1]);
        }
        if with_developer_fields {
            let count = usize::from(cursor.byte()?);
            size += cursor.take(count * 3)?.chunks_exact(3).map(|field| usize::from(field[1])).sum::<usize>();
        }
        Some(Self { message, size, big_endian, fields })
    }

    /// The whole number of one, two or four bytes in a field, unless it is marked as not known (all bits set).
    pub(super) fn number(&self, data: &[u8], field: u8) -> Option<u32> {
        let (offset, size) = self.fields[READ.iter().position(|read| *read == field)?];
        let bytes = data.get(usize::from(offset)..usize::from(offset) + usize::from(size))?;
        let join = |value: u32, byte: &u8| value << 8 | u32::from(*byte);
        let value = match (size, self.big_endian) {
            (1 | 2 | 4, true) => bytes.iter().fold(0, join),
            (1 | 2 | 4, false) => bytes.iter().rev().fold(0, join),
            _ => return None,
        };
        (value != u32::MAX >> (32 - 8 * u32::from(size))).then_some(value)
    }
}

/// Bytes that are read from the front.
pub(super) struct Cursor<'a>(pub(super) &'a [u8]);

impl<'a> Cursor<'a> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}
