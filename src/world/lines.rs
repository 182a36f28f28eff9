//! Lines of a stream of any length, none of them held beyond a limit.

use std::io::{self, BufRead};

/// One line without its end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// Its bytes.
    Whole(Vec<u8>),
    /// Longer than the limit: how many bytes it has. None of them are kept.
    TooLong(usize),
}

/// The lines of a reader, of so many bytes at most, until its end or its first error.
pub(crate) struct Lines<R> {
    /// Where they come from.
    pub reader: R,
    /// So many bytes of a line are kept.
    pub most: usize,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut kept = Vec::new();
        let mut length = 0;
        loop {
            let bytes = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Some(Err(error)),
                Ok(bytes) => bytes,
            };
            let end = bytes.iter().position(|byte| *byte == b'\n');
            let part = &bytes[..end.unwrap_or(bytes.len())];
            length += part.len();
            if length <= self.most {
                kept.extend_from_slice(part);
            } else {
                kept = Vec::new();
            }
            let at_the_end = bytes.is_empty();
            let read = part.len() + usize::from(end.is_some());
            self.reader.consume(read);
            if at_the_end && length == 0 {
                return None;
            }
            if at_the_end || end.is_some() {
                return Some(Ok(if length <= self.most { Line::Whole(kept) } else { Line::TooLong(length) }));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::{Line, Lines};

    const MOST: usize = 100;

    fn lines(text: &[u8]) -> Vec<Line> {
        Lines { reader: BufReader::with_capacity(7, text), most: MOST }
            .map(|line| line.unwrap_or(Line::TooLong(0)))
            .collect()
    }

    #[test]
    fn a_last_line_needs_no_end_and_an_empty_one_counts() {
        let whole = |text: &str| Line::Whole(text.as_bytes().to_vec());
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"\n"), [whole("")]);
        assert_eq!(lines(b"a long first line\n\nlast"), [whole("a long first line"), whole(""), whole("last")]);
    }

    #[test]
    fn a_line_longer_than_the_limit_is_counted_and_the_next_one_read() {
        let text = [vec![b'x'; MOST], b"\n".to_vec(), vec![b'y'; MOST + 1], b"\nz".to_vec()].concat();
        assert_eq!(lines(&text), [Line::Whole(vec![b'x'; MOST]), Line::TooLong(MOST + 1), Line::Whole(vec![b'z'])]);
    }
}
