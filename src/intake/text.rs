//! The text of a file, in whatever encoding it came.

/// Text in UTF-8 or UTF-16, without a mark in front; bytes that are neither are letters of Latin-1.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let utf16 = |join: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|two| join([two[0], two[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    let text = match bytes {
        [0xff, 0xfe, ..] | [1..=127, 0, 1..=127, 0, ..] => utf16(u16::from_le_bytes),
        [0xfe, 0xff, ..] | [0, 1..=127, 0, 1..=127, ..] => utf16(u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|&byte| char::from(byte)).collect(),
        },
    };
    match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    }
}
