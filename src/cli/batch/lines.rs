//! Lines of a stream of any length, none of them held beyond what a brief may have.

use std::io::{self, BufRead};

use crate::brief::MAX_BYTES;

/// One line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Its bytes.
    Whole(Vec<u8>),
    /// Longer than any brief: how many bytes it has. None of them are kept.
    TooLong(usize),
}

/// The lines of a reader, until its end or its first error.
pub(super) struct Lines<R>(pub R);

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut kept = Vec::new();
        let mut length = 0;
        loop {
            let bytes = match self.0.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Some(Err(error)),
                Ok(bytes) => bytes,
            };
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let part = &bytes[..end.unwrap_or(bytes.len())];
            length += part.len();
            if length <= MAX_BYTES {
                kept.extend_from_slice(part);
            } else {
                kept = Vec::new();
            }
            let at_the_end = bytes.is_empty();
            let read = part.len() + usize::from(end.is_some());
            self.0.consume(read);
            if at_the_end && length == 0 {
                return None;
            }
            if at_the_end || end.is_some() {
                return Some(Ok(if length <= MAX_BYTES { Line::Whole(kept) } else { Line::TooLong(length) }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::{Line, Lines, MAX_BYTES};

    fn lines(text: &[u8]) -> Vec<Line> {
        Lines(BufReader::with_capacity(7, text)).map(|line| line.unwrap_or(Line::TooLong(0))).collect()
    }

    #[test]
    fn a_last_line_needs_no_end_and_an_empty_one_counts() {
        let whole = |text: &str| Line::Whole(text.as_bytes().to_vec());
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"\n"), [whole("")]);
        assert_eq!(lines(b"a long first line\n\nlast"), [whole("a long first line"), whole(""), whole("last")]);
    }

    #[test]
    fn a_line_longer_than_any_brief_is_counted_and_the_next_one_read() {
        let text = [vec![b'x'; MAX_BYTES], b"\n".to_vec(), vec![b'y'; MAX_BYTES + 1], b"\nz".to_vec()].concat();
        assert_eq!(
            lines(&text),
            [Line::Whole(vec![b'x'; MAX_BYTES]), Line::TooLong(MAX_BYTES + 1), Line::Whole(vec![b'z'])]
        );
    }
}
