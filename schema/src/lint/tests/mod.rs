//! Each rule with something that fires it, and a near miss beside which it stays silent.

mod changes;
mod files;
mod texts;

use std::collections::BTreeSet;

use super::*;

#[test]
fn every_rule_is_tried() {
    let cases = changes::codes().into_iter().chain(texts::codes()).chain(files::CODES).collect::<BTreeSet<_>>();
    let rules = all().into_iter().map(|rule| rule.code).collect::<BTreeSet<_>>();
    assert_eq!(cases, rules);
}

#[test]
fn codes_and_names_are_nobody_elses() {
    let rules = all();
    for (n, rule) in rules.iter().enumerate() {
        assert!(rule.code.len() == 4 && rule.code[1..].bytes().all(|byte| byte.is_ascii_digit()), "{}", rule.code);
        assert!(rule.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", rule.name);
        assert!(rule.page.starts_with("https://"), "{}", rule.code);
        // Two engines may have the same trap under one name.
        let twins = rules[..n].iter().filter(|other| other.name == rule.name);
        assert_eq!(twins.map(|twin| &twin.code[1..]).filter(|number| *number == &rule.code[1..]).count(), 0);
        assert_eq!(named(rule.code), Some(*rule));
    }
    assert_eq!(named("column-dropped").map(|rule| rule.code), named("m002").map(|rule| rule.code));
    assert_eq!(named("M999"), None);
}

#[test]
fn one_code_is_one_rule() {
    for dialect in Dialect::ALL {
        for hazard in dialect.lint().hazards {
            assert_eq!(named(hazard.rule.code), Some(hazard.rule), "{dialect}");
        }
    }
}
