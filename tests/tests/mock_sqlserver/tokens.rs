//! What a server says, written after the protocol's description
//! (<https://learn.microsoft.com/openspecs/windows_protocols/ms-tds/7091f6f6-b83d-4ed2-afeb-ba5013dfb18f>).

/// A column of a result: its type as the protocol writes it, and its name.
pub struct Column {
    name: &'static str,
    info: Vec<u8>,
}

/// The collation of the text; clients take UTF-16 whatever it is.
const COLLATION: [u8; 5] = [0x09, 0x04, 0xd0, 0x00, 0x34];

/// A column of this type.
pub fn column(name: &'static str, info: &[u8]) -> Column {
    Column { name, info: info.to_vec() }
}

/// `INT` and its like, of so many bytes.
pub fn int(name: &'static str, bytes: u8) -> Column {
    column(name, &[0x26, bytes])
}

/// `NVARCHAR(4000)`, or `NVARCHAR(MAX)`.
pub fn nvarchar(name: &'static str, is_max: bool) -> Column {
    let length: u16 = if is_max { 0xffff } else { 8_000 };
    column(name, &[&[0xe7], &length.to_le_bytes()[..], &COLLATION].concat())
}

/// A value with its length before it, of one byte. Empty is NULL.
pub fn short(value: &[u8]) -> Vec<u8> {
    [&[u8::try_from(value.len()).unwrap()], value].concat()
}

/// A text, or bytes, of limited length.
pub fn long(value: &[u8]) -> Vec<u8> {
    [&u16::try_from(value.len()).unwrap().to_le_bytes(), value].concat()
}

/// A text, or bytes, without limit, in two pieces.
pub fn unlimited(value: &[u8]) -> Vec<u8> {
    let mut all = u64::try_from(value.len()).unwrap().to_le_bytes().to_vec();
    let (first, second) = value.split_at((value.len() / 2) & !1);
    for piece in [first, second] {
        if !piece.is_empty() {
            all.extend(u32::try_from(piece.len()).unwrap().to_le_bytes());
            all.extend(piece);
        }
    }
    [&all[..], &[0; 4]].concat()
}

/// UTF-16 in bytes.
pub fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Columns and rows, without an end.
pub fn result(columns: &[Column], rows: &[&[Vec<u8>]]) -> Vec<u8> {
    let mut tokens = vec![0x81];
    tokens.extend(u16::try_from(columns.len()).unwrap().to_le_bytes());
    for column in columns {
        // No type of a user's, and NULL is allowed.
        tokens.extend([0, 0, 0, 0, 1, 0]);
        tokens.extend(&column.info);
        tokens.extend(name(column.name));
    }
    for row in rows {
        tokens.push(0xd1);
        tokens.extend(row.concat());
    }
    tokens
}

/// The end, with the number of rows that it was about.
pub fn done(rows: u64) -> Vec<u8> {
    end(0xfd, 0x10, rows)
}

/// The end of an attention.
pub fn stopped() -> Vec<u8> {
    end(0xfd, 0x20, 0)
}

/// The end of one statement, after which others follow.
pub fn done_in_procedure(rows: u64) -> Vec<u8> {
    end(0xff, 0x11, rows)
}

/// The end of a procedure.
pub fn done_procedure() -> Vec<u8> {
    end(0xfe, 0, 0)
}

fn end(token: u8, status: u16, rows: u64) -> Vec<u8> {
    [&[token][..], &status.to_le_bytes(), &[0, 0], &rows.to_le_bytes()].concat()
}

/// An error and the end.
pub fn error(number: i32, class: u8, message: &str) -> Vec<u8> {
    let text = [&u16::try_from(message.encode_utf16().count()).unwrap().to_le_bytes()[..], &utf16(message)].concat();
    let body = [&number.to_le_bytes()[..], &[1, class], &text, &name("mock"), &name(""), &1_u32.to_le_bytes()].concat();
    [&[0xaa][..], &long(&body), &end(0xfd, 0x02, 0)].concat()
}

/// A login is accepted.
pub fn welcome() -> Vec<u8> {
    // The version of the protocol is the newest before 8.0, and the program's is 16.0.
    let body = [&[1, 0x74, 0, 0, 4][..], &name("mock"), &[16, 0, 0, 0]].concat();
    [&[0xad][..], &long(&body), &done(0)].concat()
}

/// Another server is named.
pub fn route(host: &str, port: u16) -> Vec<u8> {
    let place = [&[0][..], &port.to_le_bytes(), &long_name(host)].concat();
    let change = [&[20][..], &long(&place), &[0, 0]].concat();
    [&[0xe3][..], &long(&change), &done(0)].concat()
}

/// A transaction begins.
pub fn begun() -> Vec<u8> {
    [&[0xe3][..], &long(&[8, 8, 1, 2, 3, 4, 5, 6, 7, 8, 0]), &done(0)].concat()
}

/// A transaction ends: committed is 9, rolled back is 10.
pub fn ended(how: u8) -> Vec<u8> {
    [&[0xe3][..], &long(&[how, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8]), &done(0)].concat()
}

fn name(text: &str) -> Vec<u8> {
    [&[u8::try_from(text.encode_utf16().count()).unwrap()][..], &utf16(text)].concat()
}

fn long_name(text: &str) -> Vec<u8> {
    [&u16::try_from(text.encode_utf16().count()).unwrap().to_le_bytes()[..], &utf16(text)].concat()
}
