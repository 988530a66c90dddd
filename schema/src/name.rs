//! The names that keys, indexes and constraints get when the user gives none.

/// The longest name every dialect takes, in bytes: PostgreSQL and Firebird 4 stop at 63.
pub const MAX_BYTES: usize = 63;

/// Whether a name can be used as it is on every engine: letters, digits and `_` of ASCII, no digit first, not too long.
pub fn is_identifier(name: &str) -> bool {
    let mut bytes = name.bytes();
    name.len() <= MAX_BYTES
        && bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// `pk_<table>`.
pub fn primary_key(table: &str) -> String {
    shorten(format!("pk_{table}"))
}

/// `uq_<table>_<columns>`.
pub fn unique<'a>(table: &str, columns: impl IntoIterator<Item = &'a str>) -> String {
    joined("uq", table, columns)
}

/// `ix_<table>_<columns>`.
pub fn index<'a>(table: &str, columns: impl IntoIterator<Item = &'a str>) -> String {
    joined("ix", table, columns)
}

/// `fk_<table>_<columns>`.
pub fn foreign_key<'a>(table: &str, columns: impl IntoIterator<Item = &'a str>) -> String {
    joined("fk", table, columns)
}

/// `ck_<table>_<what>`: a column's name for the check that comes with its type, a number for the user's own.
pub fn check(table: &str, what: &str) -> String {
    joined("ck", table, [what])
}

/// `df_<table>_<column>`: SQL Server's defaults are constraints with names of their own.
pub fn default(table: &str, column: &str) -> String {
    joined("df", table, [column])
}

/// `<start><name>_<hash>`: what is no part of a name becomes `_`, and the hash keeps two such names apart.
pub fn marked(start: &str, name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    shorten(format!("{start}{plain}_{:08x}", fnv1a(name)))
}

fn joined<'a>(kind: &str, table: &str, parts: impl IntoIterator<Item = &'a str>) -> String {
    let mut name = format!("{kind}_{table}");
    for part in parts {
        name.push('_');
        name.push_str(part);
    }
    shorten(name)
}

/// The name itself if it fits everywhere; otherwise its start and a hash of the whole, so that two long names stay two.
pub fn shorten(name: String) -> String {
    if name.len() <= MAX_BYTES {
        return name;
    }
    let hash = fnv1a(&name);
    let mut end = MAX_BYTES - 9;
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}_{hash:08x}", &name[..end])
}

/// FNV-1a in 64 bits, folded to 32: stable over compilers and platforms (<http://www.isthe.com/chongo/tech/comp/fnv/>).
fn fnv1a(text: &str) -> u32 {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    ((hash >> 32) ^ (hash & 0xffff_ffff)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_they_are_for() {
        assert_eq!(primary_key("doctors"), "pk_doctors");
        assert_eq!(unique("doctors", ["a", "b"]), "uq_doctors_a_b");
        assert_eq!(check("doctors", "1"), "ck_doctors_1");
    }

    #[test]
    fn long_names_are_cut_and_stay_different() {
        let long = "a".repeat(60);
        let one = index(&long, ["first"]);
        let two = index(&long, ["second"]);
        assert_eq!((one.len(), two.len()), (MAX_BYTES, MAX_BYTES));
        assert_ne!(one, two);
        assert_eq!(one, index(&long, ["first"]));
    }
}
