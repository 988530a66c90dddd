//! JSON as a const function writes it: counted first, then put into as many bytes.

/// Takes the text, or only counts it.
#[derive(Debug)]
pub struct Text<'b> {
    bytes: Option<&'b mut [u8]>,
    length: usize,
    /// Whether the next value is the first of its list or object.
    first: bool,
}

impl<'b> Text<'b> {
    /// One that only counts.
    pub const fn counting() -> Self {
        Self { bytes: None, length: 0, first: true }
    }

    /// One that writes; what does not fit is counted and lost.
    pub const fn writing(bytes: &'b mut [u8]) -> Self {
        Self { bytes: Some(bytes), length: 0, first: true }
    }

    /// The bytes so far.
    pub const fn length(&self) -> usize {
        self.length
    }

    /// Adds plain ASCII as it is.
    const fn put(&mut self, text: &str) {
        let text = text.as_bytes();
        let mut n = 0;
        while n < text.len() {
            self.byte(text[n]);
            n += 1;
        }
    }

    const fn byte(&mut self, byte: u8) {
        if let Some(bytes) = &mut self.bytes
            && self.length < bytes.len()
        {
            bytes[self.length] = byte;
        }
        self.length += 1;
    }

    /// Starts a value: a comma before all but the first.
    const fn value(&mut self) {
        if !self.first {
            self.put(",");
        }
        self.first = false;
    }

    /// Starts an object, as `{`, or a list, as `[`.
    pub const fn open(&mut self, bracket: &str) {
        self.value();
        self.put(bracket);
        self.first = true;
    }

    /// Ends it, with `}` or `]`.
    pub const fn close(&mut self, bracket: &str) {
        self.put(bracket);
        self.first = false;
    }

    /// A key, whose value has to follow.
    pub const fn key(&mut self, name: &str) {
        self.string(name);
        self.put(":");
        self.first = true;
    }

    /// A text in quotes.
    pub const fn string(&mut self, text: &str) {
        self.value();
        self.put("\"");
        let text = text.as_bytes();
        let mut n = 0;
        while n < text.len() {
            match text[n] {
                b'"' => self.put("\\\""),
                b'\\' => self.put("\\\\"),
                control if control < b' ' => {
                    self.put("\\u00");
                    self.byte(b"0123456789abcdef"[(control >> 4) as usize]);
                    self.byte(b"0123456789abcdef"[(control & 15) as usize]);
                }
                byte => self.byte(byte),
            }
            n += 1;
        }
        self.put("\"");
    }

    /// True or false.
    pub const fn bool(&mut self, value: bool) {
        self.value();
        self.put(if value { "true" } else { "false" });
    }

    /// A whole number.
    pub const fn integer(&mut self, value: i64) {
        self.value();
        if value < 0 {
            self.put("-");
        }
        let (mut rest, mut digits, mut first) = (value.unsigned_abs(), [b'0'; 20], 20);
        loop {
            first -= 1;
            digits[first] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        while first < digits.len() {
            self.byte(digits[first]);
            first += 1;
        }
    }
}
