//! Plans of random changes end where a new schema would be, and nothing is in the way of any statement.

use tablewright_schema::diff;
use tablewright_schema::plan::{Fill, plan};
use tablewright_tests::judge::alter;
use tablewright_tests::plan::change;

use super::own::{ENGINES, created};

/// How many changes an engine.
const CASES: u64 = 300;

#[test]
fn plans_lead_there_and_back() {
    let (mut wrong, mut planned) = (Vec::new(), 0);
    for (dialect, rules) in ENGINES {
        for seed in 1..=CASES {
            let [old, new] = change(dialect, seed);
            let fill = Fill { neutral: true, ..Fill::default() };
            for (way, old, new) in [("there", old.clone(), new.clone()), ("back", new.clone(), diff::back(&old, &new))]
            {
                let Ok(plan) = plan(&old, &new, dialect, &fill) else { continue };
                planned += 1;
                let (mut found, catalog) = alter::judge(rules, &created(&old, dialect), &plan.statements);
                found.extend(catalog.differences(&alter::judge(rules, &created(&new, dialect), &[]).1));
                if !found.is_empty() {
                    let statements = plan.statements.join("\n    ");
                    wrong.push(format!(
                        "seed {seed} on {dialect}, {way}:\n{}\n  in\n    {statements}",
                        found.join("\n")
                    ));
                }
            }
        }
    }
    println!("{planned} plans");
    assert!(wrong.is_empty(), "{} of {planned} plans\n{}", wrong.len(), wrong[..wrong.len().min(5)].join("\n\n"));
    assert!(planned > CASES * 2, "only {planned} plans");
}
