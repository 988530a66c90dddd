//! Where the words of a description go: into a hash, and, if someone wants to read them, into a buffer.

const LONGEST: usize = 512;
/// What stands before the hash of an entry whose words do not say all of it.
const MARK: &str = " .. #";
/// The digits of a hash.
const DIGITS: usize = 16;

/// Takes the words of one entry.
#[derive(Debug)]
pub struct Writer<'b> {
    hash: u64,
    buffer: Option<&'b mut [u8; LONGEST]>,
    length: usize,
    /// Whether the words are all that was said.
    whole: bool,
}

impl<'b> Writer<'b> {
    /// The bytes of an entry that are kept; all of them count for the hash.
    pub const LONGEST: usize = LONGEST;

    /// A writer that keeps nothing but the hash.
    pub const fn hashing() -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, buffer: None, length: 0, whole: true }
    }

    /// A writer that keeps the words as well, without control characters.
    pub const fn writing(buffer: &'b mut [u8; LONGEST]) -> Self {
        Self { hash: 0xcbf2_9ce4_8422_2325, buffer: Some(buffer), length: 0, whole: true }
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
                self.whole &= plain;
                self.length += 1;
                n += 1;
            }
            self.whole &= n == bytes.len();
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

    /// The words; where they do not say all, as many whole characters as fit before the entry's hash, so that what
    /// differs further on differs here too.
    pub const fn text(&mut self) -> &str {
        let hash = self.hash();
        let Some(buffer) = &mut self.buffer else { return "" };
        if !self.whole {
            let room = Self::LONGEST - MARK.len() - DIGITS;
            let mut end = if self.length < room { self.length } else { room };
            // The bytes of one character stay together.
            while end > 0 && end < self.length && buffer[end] & 0xc0 == 0x80 {
                end -= 1;
            }
            let mut n = 0;
            while n < MARK.len() {
                buffer[end + n] = MARK.as_bytes()[n];
                n += 1;
            }
            end += n;
            n = 0;
            while n < DIGITS {
                buffer[end + n] = b"0123456789abcdef"[(hash >> (4 * (DIGITS - 1 - n)) & 0xf) as usize];
                n += 1;
            }
            self.length = end + n;
            self.whole = true;
        }
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

    fn words(said: &str) -> String {
        let mut buffer = [0; Writer::LONGEST];
        let mut writer = Writer::writing(&mut buffer);
        writer.put(said);
        writer.text().to_owned()
    }

    #[test]
    fn what_differs_differs_in_words_too() {
        let long = "x".repeat(Writer::LONGEST);
        assert_eq!(words(&long), long, "nothing is left out");
        assert_ne!(words(&format!("{long}a")), words(&format!("{long}b")));
        assert_ne!(words("a b"), words("a\nb"));
        assert!(words(&format!("{long}a")).len() <= Writer::LONGEST);
    }

    #[test]
    fn words_are_kept_as_whole_characters() {
        let mut buffer = [0; Writer::LONGEST];
        let mut writer = Writer::writing(&mut buffer);
        writer.put("a ");
        writer.number(0);
        writer.number(u64::MAX);
        assert_eq!(writer.text(), "a 018446744073709551615");
        writer.put(&"é".repeat(Writer::LONGEST));
        let (words, hash) = writer.text().split_once(MARK).unwrap();
        assert!(words.ends_with('é') && hash.len() == DIGITS);
        let cut = writer.text().to_owned();
        assert_eq!(cut, writer.text(), "asked twice, it says the same");
        let mut hashing = Writer::hashing();
        hashing.put("a\n0");
        assert_ne!(hashing.hash(), Writer::hashing().hash());
    }
}
