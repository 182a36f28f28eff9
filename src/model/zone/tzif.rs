//! A compiled zone of the tz database (RFC 9636): its changes of clocks one by one, as far as the file lists them. The bytes are
//! read where they lie.

use super::Shown;

/// The changes of one zone.
#[derive(Clone, Copy)]
pub(super) struct Table {
    /// When clocks change, eight bytes each, in order.
    times: &'static [u8],
    /// To which kind of time, one byte each.
    kinds: &'static [u8],
    /// The kinds: offset in seconds, whether it is summer time, where its abbreviation begins; six bytes each.
    types: &'static [u8],
    /// Abbreviations, each ended by a zero.
    names: &'static [u8],
}

const HEADER: usize = 44;

impl Table {
    /// A zone that lists nothing.
    pub(super) const EMPTY: Self = Self { times: &[], kinds: &[], types: &[], names: &[] };

    /// Reads a file of version 2 or later; with it the rule that holds after the last change.
    pub(super) fn read(bytes: &'static [u8]) -> Option<(Self, &'static str)> {
        let old = Counts::read(bytes)?;
        // First come the same data in four bytes a time, for old readers.
        let bytes = bytes.get(HEADER + old.size(4)..)?;
        let counts = Counts::read(bytes)?;
        let (times, rest) = bytes.get(HEADER..)?.split_at_checked(counts.times * 8)?;
        let (kinds, rest) = rest.split_at_checked(counts.times)?;
        let (types, rest) = rest.split_at_checked(counts.types * 6)?;
        let (names, _) = rest.split_at_checked(counts.chars)?;
        let footer = bytes.get(HEADER + counts.size(8)..)?;
        let footer = std::str::from_utf8(footer).ok()?.trim_matches('\n');
        (counts.types > 0).then_some((Self { times, kinds, types, names }, footer))
    }

    /// What the clocks show at `utc`; `None` from the last change on.
    pub(super) fn shown(&self, utc: i64) -> Option<Shown> {
        let count = self.kinds.len();
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.time(middle)? <= utc {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        match low {
            _ if low == count => None,
            0 => Some(self.kind(0)),
            _ => Some(self.kind(self.kinds[low - 1])),
        }
    }

    /// What they show after the last change.
    pub(super) fn last(&self) -> Shown {
        self.kind(self.kinds.last().copied().unwrap_or(0))
    }

    /// The listed changes after `utc`.
    pub(super) fn changes_after(self, utc: i64) -> impl Iterator<Item = i64> {
        let first = (0..self.kinds.len()).find(|&index| self.time(index).is_some_and(|time| time > utc));
        (first.unwrap_or(self.kinds.len())..self.kinds.len()).filter_map(move |index| self.time(index))
    }

    /// The last change that is listed.
    pub(super) fn end(&self) -> Option<i64> {
        self.time(self.kinds.len().checked_sub(1)?)
    }

    fn time(&self, index: usize) -> Option<i64> {
        let bytes = self.times.get(index * 8..index * 8 + 8)?;
        Some(i64::from_be_bytes(bytes.try_into().ok()?))
    }

    fn kind(&self, index: u8) -> Shown {
        let at = usize::from(index) * 6;
        let Some(&[a, b, c, d, summer, name]) = self.types.get(at..at + 6) else {
            return Shown { seconds: 0, summer: false, name: "UTC" };
        };
        let name = self.names.get(usize::from(name)..).unwrap_or_default();
        let name = name.split(|byte| *byte == 0).next().unwrap_or_default();
        Shown {
            seconds: i32::from_be_bytes([a, b, c, d]),
            summer: summer != 0,
            name: std::str::from_utf8(name).unwrap_or_default(),
        }
    }
}

/// How much there is of each part.
struct Counts {
    times: usize,
    types: usize,
    chars: usize,
    leaps: usize,
    standard: usize,
    universal: usize,
}

impl Counts {
    fn read(bytes: &[u8]) -> Option<Self> {
        let header = bytes.get(..HEADER).filter(|header| header.starts_with(b"TZif"))?;
        let mut numbers =
            header[20..].chunks_exact(4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]));
        let mut next = || numbers.next().map(|number| number as usize);
        let (universal, standard, leaps) = (next()?, next()?, next()?);
        Some(Self { times: next()?, types: next()?, chars: next()?, leaps, standard, universal })
    }

    /// Bytes after the header, with times of `wide` bytes.
    fn size(&self, wide: usize) -> usize {
        self.times * (wide + 1) + self.types * 6 + self.chars + self.leaps * (wide + 4) + self.standard + self.universal
    }
}
