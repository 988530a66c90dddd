//! The page of the lint's rules is complete, and what it refers to is there.

use std::fs;

use tablewright_schema::lint;
use tablewright_tests::source;

const PAGE: &str = "runtime/docs/lint.md";

fn page() -> String {
    fs::read_to_string(source::root().join(PAGE)).unwrap()
}

/// `BLESS=1` writes the list anew.
#[test]
fn the_page_has_every_rule() {
    let mut list = "\n| | rule | | why |\n| --- | --- | --- | --- |\n".to_owned();
    for rule in lint::all() {
        let (code, name, severity) = (rule.code, rule.name, rule.severity.name());
        list.push_str(&format!("| {code} | {name} | {severity} | {} ([page]({})) |\n", rule.reason, rule.page));
    }
    list.push('\n');
    let text = page();
    let (before, rest) = text.split_once("<!-- rules -->").unwrap();
    let (_, after) = rest.split_once("<!-- end -->").unwrap();
    let wanted = format!("{before}<!-- rules -->\n{list}<!-- end -->{after}");
    if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(source::root().join(PAGE), &wanted).unwrap();
        return;
    }
    assert_eq!(text, wanted, "write it anew with BLESS=1");
}

#[test]
fn every_rule_has_a_file_of_its_name() {
    let files = source::files("schema/src", "rs");
    for rule in lint::all() {
        let code = format!("code: \"{}\"", rule.code);
        let own: Vec<_> = files.iter().filter(|file| file.text.contains(&code)).collect();
        let [own] = own.as_slice() else { panic!("{}: {} files", rule.code, own.len()) };
        assert_eq!(own.text.matches("code: \"").count(), 1, "{} has more than one rule", own.path);
        assert!(own.text.starts_with("//! "), "{}", own.path);
        assert!(rule.page.starts_with("https://") && !rule.reason.is_empty(), "{}", rule.code);
    }
}

#[test]
fn what_is_impossible_is_shown_by_tests_that_are_there() {
    let text = page();
    let table = text.split_once("# Impossible").unwrap().1;
    let rows: Vec<&str> = table.lines().filter(|line| line.starts_with("| ")).skip(2).collect();
    assert!(rows.len() > 10, "{} rows", rows.len());
    for row in rows {
        let shown = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let paths: Vec<&str> = shown.split('`').skip(1).step_by(2).collect();
        assert!(!paths.is_empty(), "{row}");
        for path in paths {
            assert!(source::root().join(path).exists(), "{path} is not there");
        }
    }
}
