//! Files in gzip and zip archives, never more bytes of them than asked for.

use std::io::Read;

use flate2::read::{DeflateDecoder, MultiGzDecoder};

/// Why an archive cannot be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PackedError {
    /// It unpacks to more bytes than may be.
    TooLarge,
    /// It breaks off or its data are wrong.
    Damaged,
    /// It is locked with a password or packed in a way that is not known.
    Locked,
}

/// Whether these bytes are packed.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1f\x8b") || bytes.starts_with(b"PK\x03\x04")
}

/// The most files of an archive.
const MOST_FILES: usize = 10_000;

/// What is done with each file: its name and its bytes.
type Take<'a, E> = dyn FnMut(&str, Vec<u8>) -> Result<(), E> + 'a;

/// Hands each file to `take`, one after the other, up to `most` bytes in all.
pub(super) fn unpack<E: From<PackedError>>(bytes: &[u8], most: usize, take: &mut Take<'_, E>) -> Result<(), E> {
    if bytes.starts_with(b"\x1f\x8b") {
        return take("", inflated(MultiGzDecoder::new(bytes), most)?);
    }
    let mut left = most;
    for file in directory(bytes)? {
        let data = match file.method {
            0 => inflated(file.data, left)?,
            8 => inflated(DeflateDecoder::new(file.data), left)?,
            _ => return Err(PackedError::Locked.into()),
        };
        left -= data.len();
        take(&file.name, data)?;
    }
    Ok(())
}

fn inflated(from: impl Read, most: usize) -> Result<Vec<u8>, PackedError> {
    let mut data = Vec::new();
    from.take(most as u64 + 1).read_to_end(&mut data).map_err(|_| PackedError::Damaged)?;
    if data.len() > most { Err(PackedError::TooLarge) } else { Ok(data) }
}

/// A file in a zip archive.
struct Zipped<'a> {
    name: String,
    method: u16,
    data: &'a [u8],
}

/// The files that the list at the end of a zip archive names.
fn directory(bytes: &[u8]) -> Result<Vec<Zipped<'_>>, PackedError> {
    // The list's own end has a comment of at most 65,535 bytes behind it.
    let from = bytes.len().saturating_sub(22 + 65_535);
    let end = bytes[from..].windows(4).rposition(|four| four == b"PK\x05\x06").ok_or(PackedError::Damaged)? + from;
    let (count, mut at) = (short(bytes, end + 10)?, long(bytes, end + 16)?);
    if usize::from(count) > MOST_FILES {
        return Err(PackedError::TooLarge);
    }
    let mut files = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at + 4) != Some(b"PK\x01\x02") {
            return Err(PackedError::Damaged);
        }
        let (flags, method, size) = (short(bytes, at + 8)?, short(bytes, at + 10)?, long(bytes, at + 20)?);
        let lengths = [short(bytes, at + 28)?, short(bytes, at + 30)?, short(bytes, at + 32)?].map(usize::from);
        let name = bytes.get(at + 46..at + 46 + lengths[0]).ok_or(PackedError::Damaged)?;
        let name = String::from_utf8_lossy(name).into_owned();
        if flags & 1 != 0 {
            return Err(PackedError::Locked);
        }
        let local = long(bytes, at + 42)?;
        let head = 30 + usize::from(short(bytes, local + 26)?) + usize::from(short(bytes, local + 28)?);
        let data = bytes.get(local + head..local + head + size).ok_or(PackedError::Damaged)?;
        if !name.ends_with('/') {
            files.push(Zipped { name, method, data });
        }
        at += 46 + lengths.iter().sum::<usize>();
    }
    Ok(files)
}

fn short(bytes: &[u8], at: usize) -> Result<u16, PackedError> {
    let two = bytes.get(at..at + 2).ok_or(PackedError::Damaged)?;
    Ok(u16::from_le_bytes([two[0], two[1]]))
}

fn long(bytes: &[u8], at: usize) -> Result<usize, PackedError> {
    let four = bytes.get(at..at + 4).ok_or(PackedError::Damaged)?;
    Ok(u32::from_le_bytes([four[0], four[1], four[2], four[3]]) as usize)
}
