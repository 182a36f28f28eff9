//! Several files as one archive, stored as they are: a browser downloads one file at a time.

/// An archive of files, each with its name.
pub(crate) fn archive(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut body, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let at = body.len() as u32;
        let (sum, size) = (checksum(bytes).to_le_bytes(), (bytes.len() as u32).to_le_bytes());
        // Version 2.0, names in UTF-8, stored, 1 January 1980 at midnight: the same files give the same archive.
        let mut head = vec![20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
        head.extend(sum.into_iter().chain(size).chain(size));
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        body.extend(b"PK\x03\x04".iter().chain(&head).chain(name.as_bytes()).chain(bytes));
        list.extend(b"PK\x01\x02\x14\x00".iter().chain(&head));
        list.extend([0; 10]);
        list.extend(at.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let count = (files.len() as u16).to_le_bytes();
    let end = [(list.len() as u32).to_le_bytes(), (body.len() as u32).to_le_bytes()];
    body.extend(list);
    body.extend(b"PK\x05\x06\x00\x00\x00\x00");
    body.extend(count.into_iter().chain(count).chain(end.into_iter().flatten()).chain([0, 0]));
    body
}

/// CRC-32, bits turned round.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn the_checksum_is_that_of_every_archive() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }
}
