//! Which things cannot have the same name, asked of an engine: whatever it refuses is known, and nothing else.

use tablewright::Executor;
use tablewright::{Database, HandwrittenSql};
use tablewright_schema::dialect::name_space::{Extent, Named};
use tablewright_schema::dialect::render;
use tablewright_schema::model::{CheckDef, IndexPart, TableDef, UniqueDef};
use tablewright_schema::order;

use crate::golden::build::{foreign_key, i64, id, index, table, texts};

/// The names that become one.
const ONE: &str = "the_first";
const OTHER: &str = "the_second";
/// Where the things are that have them.
const TABLES: [&str; 2] = ["here", "there"];

/// Asks, of each two things that have names, in one table and in two.
///
/// # Panics
/// If the engine says otherwise.
pub async fn are_known(db: &Database) {
    let dialect = db.dialect();
    let (mut wrong, mut refused) = (Vec::new(), 0);
    for one in Named::ALL {
        for other in Named::ALL {
            // A default has a name where none of these engines is, and two tables are not in one.
            if [one, other].contains(&Named::Default) {
                continue;
            }
            for (tables, extent) in [([0, 0], Extent::Table), ([0, 1], Extent::Schema)] {
                let is_alone = [one, other].contains(&Named::Table) || one == Named::PrimaryKey && one == other;
                if extent == Extent::Table && is_alone {
                    continue;
                }
                let expected = match dialect.clash(one, other) {
                    Some(Extent::Schema) => true,
                    Some(Extent::Table) => extent == Extent::Table,
                    None => false,
                };
                let is = is_refused(db, [(one, tables[0], ONE), (other, tables[1], OTHER)]).await;
                refused += usize::from(is);
                if is != expected {
                    wrong.push(format!("{one:?} and {other:?}, {extent:?}: expected {expected}, refused {is}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{dialect}:\n{}", wrong.join("\n"));
    assert!(refused > 2, "{dialect} refuses {refused}");
}

/// Makes both under one name, and leaves nothing.
async fn is_refused(db: &Database, things: [(Named, usize, &str); 2]) -> bool {
    let mut defs = TABLES.map(|name| table(name, [id(), i64("a"), i64("b")]));
    for (named, at, name) in things {
        add(&mut defs[at], named, name);
    }
    let rendered: Vec<_> = defs.iter().map(|def| (def, render(def, db.dialect()).expect("DDL").0)).collect();
    let (mut is_refused, mut made) = (false, Vec::new());
    for sql in order::create(&rendered) {
        is_refused |= db.execute_sql(&sql.replace(OTHER, ONE), &[]).await.is_err();
    }
    for def in &defs {
        made.push(def.name.replace(OTHER, ONE));
    }
    // One of them may point to the other, and one may not be there.
    for name in made.iter().rev().chain(&made) {
        db.execute_sql(&format!("DROP TABLE {}", db.dialect().quoted(name)), &[]).await.ok();
    }
    is_refused
}

fn add(def: &mut TableDef, named: Named, name: &str) {
    let column = if name == ONE { "a" } else { "b" };
    let name = if name == ONE { ONE } else { OTHER };
    match named {
        Named::Table => def.name = name.into(),
        Named::PrimaryKey => def.primary_key.name = name.into(),
        Named::Unique => {
            let mut unique = UniqueDef::new(name, &[]);
            unique.columns = texts([column]);
            def.uniques.to_mut().push(unique);
        }
        Named::Check => def.checks.to_mut().push(CheckDef::new(name, "a > 0")),
        Named::Index => def.indexes.to_mut().push(index(name, [IndexPart::asc(column)])),
        Named::ForeignKey => {
            let target = if def.name == TABLES[1] { TABLES[1] } else { TABLES[0] };
            def.foreign_keys.to_mut().push(foreign_key(name, [column], target, ["id"]));
        }
        Named::Default => {}
    }
}
