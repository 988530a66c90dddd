//! The parts of an answer, byte by byte, as the client's source reads them: Oracle does not publish its protocol.

/// What a packet is.
pub mod packet {
    /// Asks for a service.
    pub const CONNECT: u8 = 1;
    /// The service is there.
    pub const ACCEPT: u8 = 2;
    /// The service is not there.
    pub const REFUSE: u8 = 4;
    /// Carries messages.
    pub const DATA: u8 = 6;
    /// Stops something.
    pub const MARKER: u8 = 12;
}

/// The types of values that are answered with.
pub const VARCHAR: u8 = 1;
/// A number.
pub const NUMBER: u8 = 2;

/// An integer, as short as it may be.
pub fn integer(value: u64) -> Vec<u8> {
    let bytes = value.to_be_bytes();
    let used = &bytes[bytes.iter().position(|byte| *byte != 0).unwrap_or(8)..];
    // Three bytes and the like are not written by a server.
    let length = used.len().next_power_of_two() * usize::from(!used.is_empty());
    [&[u8::try_from(length).unwrap()], &bytes[8 - length..]].concat()
}

/// Bytes behind their length.
pub fn bytes(value: &[u8]) -> Vec<u8> {
    [&[u8::try_from(value.len()).unwrap()], value].concat()
}

/// A text behind its length, and the length again.
pub fn text(value: &str) -> Vec<u8> {
    if value.is_empty() {
        return integer(0);
    }
    [integer(value.len() as u64), bytes(value.as_bytes())].concat()
}

/// A whole number below 100, as a value.
pub fn number(value: u8) -> Vec<u8> {
    if value == 0 { vec![0x80] } else { vec![0xC1, value + 1] }
}

/// How a call ended.
pub fn status() -> Vec<u8> {
    [vec![9], integer(0), integer(0)].concat()
}

/// How a statement ended: with so many rows, or with an error.
pub fn end(rows: u64, code: u64, message: &str) -> Vec<u8> {
    let mut end = vec![4];
    // The status of the call, its number, the row, three numbers of errors, the cursor, where the error is.
    end.extend([0; 8]);
    // The type of the statement, flags, and the row's address, which has one byte of its own between four integers.
    end.extend([0; 6 + 5]);
    // Of the operating system, of the statement, of the call; rows; an address; three lists of errors.
    end.extend([0; 1 + 2 + 1 + 1 + 1 + 3]);
    end.extend(integer(code));
    end.extend(integer(rows));
    if code != 0 {
        end.extend(bytes(message.as_bytes()));
    }
    end
}

/// An error.
pub fn error(code: u64, message: &str) -> Vec<u8> {
    end(0, code, message)
}

/// What a login is answered with: settings by their names.
pub fn settings(pairs: &[(&str, &str)]) -> Vec<u8> {
    let mut all = [vec![8], integer(pairs.len() as u64)].concat();
    for (key, value) in pairs {
        all.extend([text(key), text(value), integer(0)].concat());
    }
    [all, status()].concat()
}

/// All rows of a query: names and types of its columns, and values, of which an empty one is NULL.
pub fn rows(columns: &[(&str, u8)], rows: &[&[Vec<u8>]]) -> Vec<u8> {
    let mut answer = [vec![16, 0], integer(1_000), integer(columns.len() as u64), vec![0]].concat();
    for (name, of_type) in columns {
        answer.extend([*of_type, 0, 0, 0]);
        answer.extend(integer(100));
        // The most elements, flags, the object's type and version, the character set and its form.
        answer.extend([0, 0, 0, 0, 0, u8::from(*of_type == VARCHAR)]);
        answer.extend([integer(100), vec![0, 1, 0], text(name), vec![0, 0, 0, 0]].concat());
    }
    answer.extend([0; 6]);
    for row in rows {
        // Before the first row only, but it says nothing.
        answer.extend([6, 0, 0, 0, 0, 0, 0, 0]);
        answer.push(7);
        answer.extend(row.iter().flat_map(|value| bytes(value)));
    }
    [answer, error(1403, "ORA-01403: no data found")].concat()
}

/// What an INSERT of so many parameters gave back in the last of them.
pub fn returned(parameters: u8, value: &[u8]) -> Vec<u8> {
    let directions = (1..=parameters).map(|position| if position == parameters { 0x10 } else { 0x20 });
    let head = [vec![11, 0], integer(u64::from(parameters)), vec![0, 0, 0, 0, 0], directions.collect()].concat();
    [head, vec![7], integer(1), bytes(value), integer(0), end(1, 0, "")].concat()
}
