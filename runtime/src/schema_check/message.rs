//! A message made while compiling.

/// A message made while compiling, cut where it grows too long.
#[derive(Clone, Copy)]
pub struct Message {
    bytes: [u8; Self::MAX],
    length: usize,
}

impl Message {
    const MAX: usize = 1024;

    pub(super) const fn new(start: &str) -> Self {
        Self { bytes: [0; Self::MAX], length: 0 }.and(start)
    }

    pub(super) const fn and(mut self, more: &str) -> Self {
        let more = more.as_bytes();
        let mut n = 0;
        while n < more.len() && self.length < Self::MAX {
            self.bytes[self.length] = more[n];
            self.length += 1;
            n += 1;
        }
        self
    }

    pub(super) const fn number(mut self, number: u32) -> Self {
        if number >= 10 {
            self = self.number(number / 10);
        }
        if self.length < Self::MAX {
            self.bytes[self.length] = b'0' + (number % 10) as u8;
            self.length += 1;
        }
        self
    }

    /// The text.
    pub const fn text(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match std::str::from_utf8(text) {
            Ok(text) => text,
            // A character was cut in two at the end.
            Err(error) => match std::str::from_utf8(text.split_at(error.valid_up_to()).0) {
                Ok(text) => text,
                Err(_) => "",
            },
        }
    }
}
