//! The reference names every word of the attribute language.

use crate::attr::allow::spelt;
use crate::schema_macro::KEYS;
use crate::symbol;
use crate::{
    expand,
    tests::{lowered, pretty},
};

#[test]
fn every_word_is_in_the_reference() {
    let table = include_str!("../../docs/table.md");
    let words = [
        symbol::IN_TABLE,
        symbol::IN_COLUMN,
        symbol::IN_TABLE_INDEX,
        symbol::IN_FIELD_INDEX,
        symbol::IN_TABLE_UNIQUE,
        symbol::IN_TABLE_FOREIGN_KEY,
        &[symbol::NOW, symbol::UUID, symbol::EXPR, symbol::STORED],
    ];
    let mut missing: Vec<_> = words.concat().into_iter().filter(|word| !table.contains(word)).collect();
    let rules = tablewright_schema::check::advice::ALL.iter().map(spelt);
    let rules: Vec<String> = rules.filter(|rule| !table.contains(rule.as_str())).collect();
    missing.extend(rules.iter().map(String::as_str));
    let schema = include_str!("../../docs/schema.md");
    missing.extend(KEYS.iter().filter(|word| !schema.contains(&format!("`{word}: "))));
    let own = include_str!("../../docs/column_type.md");
    missing.extend(symbol::IN_COLUMN_TYPE.iter().filter(|word| !own.contains(**word)));
    let list = include_str!("../../docs/column_enum.md");
    missing.extend([symbol::IN_COLUMN_ENUM, symbol::IN_VARIANT].concat().iter().filter(|word| !list.contains(**word)));
    assert!(missing.is_empty(), "not in macros/docs: {missing:?}");
}

/// What is generated is shown as it is, so that nobody has to guess: `BLESS=1 cargo test -p tablewright-macros` writes it
/// anew.
#[test]
fn the_expansion_is_in_the_documents() {
    let source = r#"
/// People who write books.
#[derive(Table)]
#[table(name = "authors")]
pub struct Author {
    #[column(primary_key, auto_increment)]
    pub id: i64,
    #[column(max_length = 100, unique)]
    pub name: String,
    #[column(default = 0)]
    pub books: i32,
}"#;
    let code = pretty(&expand::table(&lowered(&source.replace("#[derive(Table)]", ""))));
    // The SQL of seven dialects, in lines nobody reads.
    let code: String = code.lines().map(|line| format!("{}\n", shortened(line))).collect();
    let text = format!(
        "# What `#[derive(Table)]` makes\n\nOf this struct:\n\n```rust,ignore{source}\n```\n\n\
         it makes this code, here with long lines of SQL cut:\n\n```rust,ignore\n{code}```\n"
    );
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/expansion.md");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), text);
}

fn shortened(line: &str) -> String {
    const LONGEST: usize = 140;
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} ..", &line[..end]),
        None => line.to_owned(),
    }
}
