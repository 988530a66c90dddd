//! Holds the invariants of ARCHITECTURE.md.

use std::fs;

use tablewright_tests::source::{self, Source};

/// The crates that are shipped: what a user's build contains, and the command.
const SHIPPED: [&str; 4] = ["schema/src", "macros/src", "runtime/src", "cli/src"];

#[test]
fn crates_depend_downward_only() {
    let allowed: [(&str, &[&str]); 3] = [
        ("schema", &["hmac-sha256", "sea-query", "serde_json"]),
        ("macros", &["tablewright-schema", "syn", "quote", "proc-macro2"]),
        (
            "runtime",
            &[
                "tablewright-macros",
                "tablewright-schema",
                "chrono",
                "deadpool",
                "dotenvy",
                "fastrand",
                "firebird-wire",
                "oracledb",
                "parking_lot",
                "percent-encoding",
                "rusqlite",
                "rust_decimal",
                "rustls",
                "self_cell",
                "serde",
                "serde_json",
                "sqlx",
                "tiberius",
                "tokio",
                "tokio-util",
                "tracing",
                "uuid",
            ],
        ),
    ];
    let mut wrong = Vec::new();
    for (folder, allowed) in allowed {
        for name in dependencies(folder) {
            if !allowed.contains(&name.as_str()) {
                wrong.push(format!("{folder} depends on {name}, which ARCHITECTURE.md does not list"));
            }
        }
    }
    for folder in ["macros", "runtime", "cli", "tests", "benches", "xtask", "examples/orthanc", "examples/quickstart"] {
        if dependencies(folder).iter().any(|name| name.starts_with("sea-query")) {
            wrong.push(format!("{folder} depends on sea-query, which only schema may"));
        }
    }
    none(wrong);
}

#[test]
fn sea_query_is_named_only_below_the_dialects() {
    let others = source::rust().into_iter().filter(|file| !file.path.starts_with("schema/src/dialect/"));
    none(others.flat_map(|file| file.find(&file.code(), "sea_query")).collect());
}

/// What general code needs to know about an engine is a named question that the dialect answers. A driver says which
/// dialect it speaks; tests and programs choose one.
#[test]
fn dialects_are_named_only_in_their_folder() {
    let names = ["Sqlite", "Postgres", "Mysql", "Mariadb", "Firebird", "SqlServer", "Oracle"];
    let mut wrong = Vec::new();
    for file in shipped() {
        let free = ["schema/src/dialect/", "runtime/src/driver/"];
        if free.iter().any(|folder| file.path.starts_with(folder)) || is_test(&file.path) {
            continue;
        }
        let code = file.shipped_code();
        for name in names {
            wrong.extend(file.find(&code, &format!("Dialect::{name}")));
        }
    }
    none(wrong);
}

/// What only one engine has is in no text outside of its folder, also of the files beside the folders.
#[test]
fn texts_of_one_engine_stand_in_its_folder() {
    let own = [
        "RDB$",
        "MON$",
        "GEN_ID",
        "UUID_TO_CHAR",
        "EXECUTE BLOCK",
        "sqlite_",
        "pg_",
        "sp_",
        "sys.",
        "dbo",
        "EXEC ",
        "DBMS_",
        "USER_TAB",
        "ALGORITHM=",
    ];
    let mut wrong = Vec::new();
    for file in source::files("schema/src", "rs") {
        let in_folder = file.path.strip_prefix("schema/src/dialect/").is_some_and(|path| path.contains('/'));
        if in_folder || is_test(&file.path) {
            continue;
        }
        let shipped = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        let code = shipped.lines().filter(|line| !line.trim_start().starts_with("//"));
        // Also in a text of several lines.
        let found = code.filter(|line| own.iter().any(|word| line.contains(word)));
        wrong.extend(found.map(|line| format!("{}: {}", file.path, line.trim())));
    }
    none(wrong);
}

#[test]
fn drivers_do_not_choose_between_dialects() {
    let drivers = source::files("runtime/src/driver", "rs");
    none(drivers.iter().flat_map(|file| file.find(&file.shipped_code(), "match self.dialect()")).collect());
}

#[test]
fn schema_is_pure() {
    let banned = [
        "std::fs",
        "std::net",
        "std::env",
        "std::time",
        "std::thread",
        "std::process",
        "std::io",
        "env!",
        "option_env!",
        "include_str!",
        "println!",
        "eprintln!",
        "tokio",
        "async",
        "await",
        "syn",
        "quote!",
        "proc_macro",
        "proc_macro2",
        "TokenStream",
        "serde",
    ];
    let mut wrong = Vec::new();
    for file in source::files("schema/src", "rs") {
        let code = file.shipped_code();
        wrong.extend(banned.iter().flat_map(|word| file.find(&code, word)));
    }
    // Its own release is the same wherever it is compiled.
    wrong.retain(|place| !place.contains("env!(\"CARGO_PKG_VERSION\")"));
    none(wrong);
}

#[test]
fn macros_know_no_sql_and_touch_nothing() {
    let banned = ["std::net", "std::thread::spawn", "std::process", "tokio", "rusqlite", "sea_query"];
    let mut wrong = Vec::new();
    for file in source::files("macros/src", "rs") {
        let code = file.shipped_code();
        wrong.extend(banned.iter().flat_map(|word| file.find(&code, word)));
        let statements = ["\"CREATE ", "\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE ", "\"ALTER ", "\"DROP "];
        let shipped = file.text.split("#[cfg(test)]").next().unwrap_or_default();
        let inside =
            |line: &&str| statements.iter().any(|word| line.contains(word)) && !line.trim_start().starts_with("//");
        wrong.extend(shipped.lines().filter(inside).map(|line| format!("{}: {line}", file.path)));
    }
    none(wrong);
}

/// The order of iteration of a hash map is not the order of declaration, and would reach SQL text or messages.
#[test]
fn no_hash_order_reaches_text() {
    let mut wrong = Vec::new();
    for folder in ["schema/src", "macros/src"] {
        for file in source::files(folder, "rs") {
            let code = file.shipped_code();
            wrong.extend(["HashMap", "HashSet"].iter().flat_map(|word| file.find(&code, word)));
        }
    }
    none(wrong);
}

#[test]
fn every_file_opens_with_its_job() {
    let all = source::rust();
    let silent = all.iter().filter(|file| !file.text.starts_with("//! "));
    none(silent.map(|file| format!("{} does not open with `//! `", file.path)).collect());
}

#[test]
fn files_are_small() {
    let all = source::rust();
    none(all.iter().filter(|f| f.lines() > 600).map(|f| format!("{} has {} lines", f.path, f.lines())).collect());
    let mut sizes: Vec<usize> = all.iter().map(Source::lines).collect();
    sizes.sort_unstable();
    let median = sizes[sizes.len() / 2];
    assert!(median <= 130, "half of the files have more than {median} lines; 130 is the limit");
}

#[test]
fn paths_in_the_map_exist() {
    let map = read("ARCHITECTURE.md");
    let root = source::root();
    let named = paths(&map);
    assert!(named.len() > 30, "the map names only {} paths", named.len());
    none(
        named.into_iter().filter(|path| !root.join(path).exists()).map(|path| format!("{path} is not there")).collect(),
    );
}

#[test]
fn folders_are_in_the_map() {
    let map = read("ARCHITECTURE.md");
    let named = paths(&map);
    let mut folders: Vec<String> = SHIPPED
        .iter()
        .flat_map(|folder| source::files(folder, "rs"))
        .filter_map(|file| file.path.rsplit_once('/').map(|(folder, _)| folder.to_owned()))
        .collect();
    folders.sort();
    folders.dedup();
    let known = |folder: &String| named.iter().any(|path| path.trim_end_matches('/').starts_with(folder.as_str()));
    none(
        folders
            .into_iter()
            .filter(|folder| !known(folder))
            .map(|folder| format!("{folder} is not in the map"))
            .collect(),
    );
}

/// What a library must not do with somebody else's data. Each exception has its reason.
#[test]
fn nothing_panics_outside_tests() {
    let allowed = [
        (
            "macros/src/schema_macro/expand.rs",
            "::core::panic!",
            "in the generated constants: how const evaluation reports what is wrong with a schema",
        ),
        ("macros/src/schema_macro/drift.rs", "::core::panic!", "the same, for drift"),
        ("runtime/src/testing.rs", "panic!(", "an assertion for the tests of users"),
    ];
    let mut wrong = Vec::new();
    for file in shipped() {
        if is_test(&file.path) {
            continue;
        }
        let code = file.shipped_code();
        for word in [".unwrap()", ".expect(", ".unwrap_err()", ".expect_err(", "panic!(", "unreachable!(", "assert!("] {
            let hits = file.find(&code, word);
            let excused = |hit: &String| allowed.iter().any(|(path, text, _)| file.path == *path && hit.contains(text));
            wrong.extend(hits.into_iter().filter(|hit| !excused(hit)));
        }
    }
    none(wrong);
}

#[test]
fn unsafe_code_says_why_it_is_sound() {
    let mut wrong = Vec::new();
    for file in source::rust() {
        let code = file.code();
        let lines: Vec<&str> = file.text.lines().collect();
        for (number, line) in code.lines().enumerate() {
            let above = &lines[number.saturating_sub(6)..=number];
            if source::contains_word(line, "unsafe") && !above.iter().any(|line| line.contains("SAFETY")) {
                wrong.push(format!("{}:{}: {}", file.path, number + 1, lines[number].trim()));
            }
        }
    }
    none(wrong);
}

#[test]
fn nothing_is_left_undone() {
    let mut wrong = Vec::new();
    for file in source::rust() {
        let code = file.code();
        let left = ["todo!", "unimplemented!", "dbg!", "#[ignore"];
        wrong.extend(left.iter().flat_map(|word| file.find(&code, word)));
    }
    none(wrong);
}

/// A rule has the same name in the code that finds it and in the test that shows it to a user.
#[test]
fn every_rule_has_a_ui_test() {
    let tests: Vec<String> = source::files("tests/ui", "rs").into_iter().map(|file| file.path).collect();
    let shown = |rule: &str| tests.iter().any(|path| path.ends_with(&format!("/{}.rs", rule.replace('-', "_"))));
    let mut rules: Vec<String> = source::files("schema/src/check", "rs").iter().flat_map(rules_of).collect();
    rules.sort();
    rules.dedup();
    none(
        rules.into_iter().filter(|rule| !shown(rule)).map(|rule| format!("`{rule}` has no tests/ui/*/*.rs")).collect(),
    );
}

/// Names of sessions, machines and hosts have no meaning to a reader.
#[test]
fn no_machine_is_named() {
    let texts = ["rs", "md", "toml", "sql"].into_iter().flat_map(|extension| source::files(".", extension));
    let hints = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("crates", ".io/api"), concat!("pypi", ".org")];
    let mut wrong = Vec::new();
    for file in texts {
        let named = |line: &&str| hints.iter().any(|hint| line.contains(hint));
        wrong.extend(file.text.lines().filter(named).map(|line| format!("{}: {line}", file.path)));
    }
    none(wrong);
}

fn shipped() -> Vec<Source> {
    SHIPPED.iter().flat_map(|folder| source::files(folder, "rs")).collect()
}

fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// The names in `[dependencies]` and `[dependencies.x]`, without those for tests.
fn dependencies(folder: &str) -> Vec<String> {
    let manifest = read(&format!("{folder}/Cargo.toml"));
    let mut inside = false;
    let mut names = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.trim() == "[dependencies]";
            names.extend(line.strip_prefix("[dependencies.").map(|name| name.trim_end_matches(']').to_owned()));
        } else if inside && let Some((name, _)) = line.split_once(['=', '.']) {
            names.push(name.trim().to_owned());
        }
    }
    names.retain(|name| !name.is_empty() && !name.starts_with('#'));
    names
}

/// What stands between backticks and looks like a path of this workspace.
fn paths(markdown: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (number, part) in markdown.split('`').enumerate() {
        let looks_like_path = part.contains('/') || part.ends_with(".md") || part.ends_with(".toml");
        let plain = part.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
        if number % 2 == 1 && looks_like_path && plain {
            found.push(part.to_owned());
        }
    }
    found
}

/// The rule names of `Problem::new("rule", ..)`.
fn rules_of(file: &Source) -> Vec<String> {
    let shipped = file.text.split("#[cfg(test)]").next().unwrap_or_default();
    let calls = shipped.split("Problem::new(").skip(1);
    calls.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next()).map(str::to_owned).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(source::root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[track_caller]
fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} places break the rule:\n{}", wrong.len(), wrong.join("\n"));
}
