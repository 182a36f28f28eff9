//! The bytes of a FIT file: messages, each after a definition of its fields, between a head and a checksum.

/// A file as it grows.
#[derive(Default)]
pub(super) struct File {
    body: Vec<u8>,
    /// The definition that slot 0 has.
    layout: Vec<u8>,
}

/// One field of a message.
pub(super) struct Field {
    number: u8,
    kind: u8,
    bytes: Vec<u8>,
}

/// The type of a number.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// One byte that stands for a word.
    Enum,
    /// Two bytes.
    U16,
    /// Four bytes.
    U32,
    /// Four bytes of which 0 means none.
    Serial,
}

/// What a four-byte field holds that is not known.
pub(super) const NONE: u32 = u32::MAX;

/// A number; [`NONE`] in a field of fewer bytes is what means none there.
pub(super) fn number(number: u8, kind: Kind, value: u32) -> Field {
    let (kind, size) = match kind {
        Kind::Enum => (0x00, 1),
        Kind::U16 => (0x84, 2),
        Kind::U32 => (0x86, 4),
        Kind::Serial => (0x8c, 4),
    };
    Field { number, kind, bytes: value.to_le_bytes()[..size].to_vec() }
}

/// A text that ends in 0, in so many bytes.
pub(super) fn text(number: u8, text: &str, size: usize) -> Field {
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(size, 0);
    Field { number, kind: 0x07, bytes }
}

impl File {
    /// Adds a message; its definition goes before it where the last message was laid out in another way.
    pub(super) fn message(&mut self, message: u16, fields: &[Field]) {
        let mut layout = vec![0x40, 0, 0];
        layout.extend(message.to_le_bytes());
        layout.push(fields.len() as u8);
        layout.extend(fields.iter().flat_map(|field| [field.number, field.bytes.len() as u8, field.kind]));
        if layout != self.layout {
            self.body.extend(&layout);
            self.layout = layout;
        }
        self.body.push(0);
        self.body.extend(fields.iter().flat_map(|field| &field.bytes));
    }

    /// The whole file.
    pub(super) fn bytes(&self) -> Vec<u8> {
        // Fourteen bytes of head, protocol 1.0, the profile of 2023 (21.141).
        let mut file = vec![14, 0x10];
        file.extend(21_141_u16.to_le_bytes());
        file.extend((self.body.len() as u32).to_le_bytes());
        file.extend(b".FIT");
        file.extend(checksum(&file).to_le_bytes());
        file.extend(&self.body);
        file.extend(checksum(&file).to_le_bytes());
        file
    }
}

/// CRC-16 with the polynomial 0x8005, bits turned round.
fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ u16::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xa001 } else { sum >> 1 })
    })
}
