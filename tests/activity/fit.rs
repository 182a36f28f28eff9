//! FIT files made by hand.

/// The bytes of a FIT file with these messages.
pub(crate) fn fit(messages: &[u8]) -> Vec<u8> {
    let mut bytes = vec![14, 0x20, 0, 0];
    bytes.extend((messages.len() as u32).to_le_bytes());
    bytes.extend(b".FIT\0\0");
    bytes.extend(messages);
    bytes.extend([0, 0]);
    bytes
}

/// FIT time: seconds since 31 December 1989.
pub(crate) fn fit_time(text: &str) -> u32 {
    (text.parse::<chrono::DateTime<chrono::Utc>>().unwrap().timestamp() - 631_065_600) as u32
}

/// A session message and its definition, little-endian, with a developer field and one that nobody asks for.
pub(crate) fn session(start: &str, seconds: u32, metres: u32, sport: u8) -> Vec<u8> {
    let mut bytes = vec![0x63, 0, 0, 18, 0, 5, 2, 4, 0x86, 5, 1, 0, 11, 2, 0x84, 8, 4, 0x86, 9, 4, 0x86, 1, 0, 3, 0];
    bytes.push(0x03);
    bytes.extend(fit_time(start).to_le_bytes());
    bytes.extend([sport, 7, 7]);
    bytes.extend((seconds * 1000).to_le_bytes());
    bytes.extend((metres * 100).to_le_bytes());
    bytes.extend([1, 2, 3]);
    bytes
}
