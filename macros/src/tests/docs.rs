//! The reference names every word of the attribute language.

use crate::attr::allow::spelt;
use crate::schema_macro::KEYS;
use crate::symbol;

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
