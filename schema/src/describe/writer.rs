//! Where the words of a description go: into a hash, and, if someone wants to read them, into a buffer.

const LONGEST: usize = 512;

/// Takes the words of one entry.
#[derive(Debug)]
pub struct Writer<'b> {
    hash: u64,
    buffer: Option<&'b mut [u8; LONGEST]>,
    length: usize,
}

impl<'b> Writer<'b> {
    /// The bytes of an entry that are kept; all of them count for the hash.
    pub const LONGEST: usize = LONGEST;

    /// A writer that keeps nothing but the hash.
    pub const fn hashing() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, buffer: None, length: 0 }
    }

    /// A writer that keeps the words as well, without control characters.
    pub const fn writing(buffer: &'b mut [u8; LONGEST]) -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, buffer: Some(buffer), length: 0 }
    }

    /// Adds a text to the hash, FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>), and to the words.
    pub const fn put(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut hash = self.hash;
        let mut n = 0;
        while n < bytes.len() {
            hash = (hash ^ bytes[n] as u64).wrapping_mul(0x0100_0000_01b3);
            n += 1;
        }
        self.hash = hash;
        if let Some(buffer) = &mut self.buffer {
            let mut n = 0;
            while n < bytes.len() && self.length < Self::LONGEST {
                let plain = bytes[n] >= b' ' || bytes[n] == super::SEPARATOR as u8;
                buffer[self.length] = if plain { bytes[n] } else { b' ' };
                self.length += 1;
                n += 1;
            }
        }
    }

    /// Adds a number in decimal digits.
    pub const fn number(&mut self, mut value: u64) {
        let mut digits = [b'0'; 20];
        let mut first = digits.len();
        loop {
            first -= 1;
            digits[first] = b'0' + (value % 10) as u8;
            value /= 10;
            if value == 0 {
                break;
            }
        }
        let (_, digits) = digits.split_at(first);
        if let Ok(digits) = std::str::from_utf8(digits) {
            self.put(digits);
        }
    }

    /// The hash so far, mixed so that hashes can be added up.
    pub const fn hash(&self) -> u64 {
        let mut hash = self.hash;
        hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        hash ^ (hash >> 32)
    }

    /// The words, as many whole characters as were kept.
    pub const fn text(&self) -> &str {
        let Some(buffer) = &self.buffer else { return "" };
        let (text, _) = buffer.split_at(self.length);
        match std::str::from_utf8(text) {
            Ok(text) => text,
            Err(error) => match std::str::from_utf8(text.split_at(error.valid_up_to()).0) {
                Ok(text) => text,
                Err(_) => "",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_as_whole_characters() {
        let mut buffer = [0; Writer::LONGEST];
        let mut writer = Writer::writing(&mut buffer);
        writer.put("a\n");
        writer.number(0);
        writer.number(u64::MAX);
        assert_eq!(writer.text(), "a 018446744073709551615");
        writer.put(&"é".repeat(Writer::LONGEST));
        assert!(writer.text().ends_with('é') && writer.text().len() <= Writer::LONGEST);
        let mut hashing = Writer::hashing();
        hashing.put("a\n0");
        assert_ne!(hashing.hash(), Writer::hashing().hash());
    }
}
