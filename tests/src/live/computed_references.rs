//! Foreign keys and computed columns, asked of an engine: whatever it refuses is known, and nothing else.

use tablewright::{Database, Executor, HandwrittenSql};
use tablewright_schema::check;
use tablewright_schema::dialect::render;
use tablewright_schema::model::{Action, ColumnDef, TableDef};

use crate::golden::build::{foreign_key, i64, id, table};

/// Asks for each computed column, of the one that points elsewhere or made of it, and for each pair of actions.
///
/// # Panics
/// If the engine says otherwise, or cannot add a foreign key to a table.
pub async fn are_known(db: &Database) {
    let dialect = db.dialect();
    let target = table("target", [id()]);
    let (made, _) = render(&target, dialect).expect("DDL");
    run(db, tablewright_schema::order::create(&[(&target, made)])).await.expect("the target is made");
    let actions = [Action::NoAction, Action::Cascade, Action::SetNull];
    let (mut wrong, mut refused) = (Vec::new(), 0);
    for column in ["base", "virtual", "stored"] {
        for kept in [false, true] {
            for (on_delete, on_update) in actions.into_iter().flat_map(|action| actions.map(|other| (action, other))) {
                if (column == "virtual" && kept) || (column == "stored" && !kept) {
                    continue;
                }
                let def = pointing(column, kept, on_delete, on_update);
                let expected = check::table(&def).is_empty() && render(&def, dialect).is_ok();
                let is = is_taken(db, &def).await;
                refused += usize::from(!is);
                if is != expected {
                    let case = format!("{column}, stored {kept}, delete {on_delete:?}, update {on_update:?}");
                    wrong.push(format!("{case}: expected {expected}, is {is}"));
                }
            }
        }
    }
    run(db, vec![format!("DROP TABLE {}", dialect.quoted("target"))]).await.expect("the target goes");
    assert!(wrong.is_empty(), "{dialect}:\n{}", wrong.join("\n"));
    assert!(refused > 0, "{dialect} refuses nothing");
}

/// A table with a computed column and a reference, of that or of what it is made of.
fn pointing(column: &str, kept: bool, on_delete: Action, on_update: Action) -> TableDef {
    let computed = ColumnDef::new("made", tablewright_schema::DataType::I64).nullable().generated("base + 1", kept);
    let mut def = table("pointing", [id(), i64("base").nullable(), computed]);
    let column = if column == "base" { "base" } else { "made" };
    let key = foreign_key("fk_pointing", [column], "target", ["id"]).on_delete(on_delete).on_update(on_update);
    def.foreign_keys = vec![key].into();
    def
}

/// Whether the engine takes the reference. Of what is refused here it is asked by itself, for a table without it.
async fn is_taken(db: &Database, def: &TableDef) -> bool {
    let drop = vec![format!("DROP TABLE {}", db.dialect().quoted("pointing"))];
    if let Ok((made, _)) = render(def, db.dialect()) {
        let is = run(db, tablewright_schema::order::create(&[(def, made)])).await.is_ok();
        // It may have been made before its reference was refused.
        let is_gone = run(db, drop).await.is_ok();
        return is && is_gone;
    }
    let mut bare = def.clone();
    let mut plain = def.clone();
    bare.foreign_keys = Vec::new().into();
    plain.columns.to_mut()[2].generated = None;
    let (made, _) = render(&bare, db.dialect()).expect("DDL");
    let add = render(&plain, db.dialect()).expect("DDL").0.foreign_keys[0].add.clone().expect("it can be added");
    run(db, tablewright_schema::order::create(&[(&bare, made)])).await.expect("the table is made");
    let is = run(db, vec![add]).await.is_ok();
    run(db, drop).await.expect("the table goes");
    is
}

async fn run(db: &Database, statements: Vec<String>) -> tablewright::Result<()> {
    for sql in statements {
        db.execute_sql(&sql, &[]).await?;
    }
    Ok(())
}
