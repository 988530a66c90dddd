//! The page of the lint's rules is complete, and what it refers to is there.

use std::fs;

use tablewright_schema::lint::loss::Losses;
use tablewright_schema::lint::{self, file};
use tablewright_schema::migration::{Draft, Migration, Timeout, WayBack};
use tablewright_schema::plan::{Fill, Plan, classified, plan};
use tablewright_schema::{Dialect, TableDef, diff};
use tablewright_tests::golden::{changes, kept, online};
use tablewright_tests::plan::change;
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

/// The rules about what somebody's own statements take away, or do not make.
const OWN: [&str; 5] = ["M003", "M039", "M101", "M102", "Y102"];

/// What is lost by a plan, as its file is read, and what the lint takes for somebody's own statements in it.
fn found(dialect: Dialect, old: &[TableDef], new: &[TableDef], fill: &Fill, up: Plan) -> (Vec<String>, Vec<String>) {
    let (changes, way_back) =
        (diff::diff(old, new), WayBack { changes: classified(old, new, fill), ..WayBack::default() });
    let draft = Draft {
        version: "001".to_owned(),
        name: "n".to_owned(),
        description: String::new(),
        dependencies: Vec::new(),
        changes,
        accepted: Vec::new(),
        up: vec![(dialect, up)],
        down: Vec::new(),
        way_back,
        timeout: Timeout::default(),
    };
    let migration = Migration::parse("001.json", &draft.to_json()).unwrap();
    let lost = Losses::new(dialect).of(&migration);
    let findings = file::folder(&[("001.json".to_owned(), migration)], &[]);
    let own = findings.into_iter().filter(|finding| OWN.contains(&finding.rule.code));
    (lost, own.map(|finding| finding.to_string()).collect())
}

/// A plan drops what it has copied, and computes anew; nothing of that is taken for a loss that nobody planned.
#[test]
fn what_a_plan_does_is_none_of_ones_own() {
    let mut count = 0;
    for dialect in Dialect::ALL {
        let golden = [changes::cases(dialect), online::cases(dialect), kept::cases(dialect)];
        let golden = golden.into_iter().flatten().map(|case| (case.name.to_owned(), case.old, case.new, case.fill));
        let random = (1..=100).map(|seed| {
            let [old, new] = change(dialect, seed);
            (format!("seed {seed}"), old, new, Fill { neutral: true, ..Fill::default() })
        });
        for (name, old, new, fill) in golden.chain(random) {
            let Ok(up) = plan(&old, &new, dialect, &fill) else { continue };
            if up.statements.is_empty() {
                continue;
            }
            let (lost, own) = found(dialect, &old, &new, &fill, up);
            assert_eq!(own, [""; 0], "{dialect}, {name}");
            let lost_by_changes: Vec<String> = diff::diff(&old, &new)
                .iter()
                .filter(|change| change.loses_data && !fill.kept.contains(&change.name()))
                .map(|change| change.name())
                .collect();
            assert_eq!(lost, lost_by_changes, "{dialect}, {name}");
            count += 1;
        }
    }
    assert!(count > 800, "{count} plans");
}
