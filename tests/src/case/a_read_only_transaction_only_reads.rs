//! A transaction for reading only refuses to write, and the next one on its connection writes.

use tablewright::driver::{Operation, Statement};
use tablewright::prelude::*;
use tablewright::{Executor, Isolation, TransactionOptions};

use super::EngineUnderTest;
use crate::table::library::{Author, Loan, NewAuthor};

/// How one ends.
#[derive(Debug, Clone, Copy)]
enum End {
    Commit,
    Rollback,
    Drop,
}

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let plain = TransactionOptions::new();
    let mut written = 0;
    for options in [plain.read_only(), plain.isolation(Isolation::Serializable).read_only()] {
        for end in [End::Commit, End::Rollback, End::Drop] {
            let tx = db.begin_with(options).await.unwrap();
            assert_eq!(Author::dao(&tx).all().await.unwrap().len(), written, "{end:?}");
            match end {
                End::Commit => tx.commit().await.unwrap(),
                End::Rollback | End::Drop => {
                    let error = Author::dao(&tx).create(NewAuthor::new("refused")).await.unwrap_err();
                    assert_eq!(error.kind(), Kind::Unsupported, "{error}");
                    match end {
                        End::Rollback => tx.rollback().await.unwrap(),
                        End::Commit | End::Drop => drop(tx),
                    }
                }
            }
            written += 1;
            let name = format!("author {written}");
            db.transaction(async |tx| Author::dao(tx).create(NewAuthor::new(name)).await).await.unwrap();
            assert_eq!(Author::dao(&db).all().await.unwrap().len(), written, "{end:?}");
        }
    }
    // Nor does it change the schema, which not every engine could undo.
    let tx = db.begin_with(plain.read_only()).await.unwrap();
    let sql = format!("DROP TABLE {}", db.dialect().quoted("loans"));
    let error = tx.execute(Statement::built(&sql, Operation::Ddl), &[]).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unsupported, "{error}");
    tx.rollback().await.unwrap();
    assert_eq!(Loan::dao(&db).all().await.unwrap(), []);
    // A database for reading only has such transactions, and no others.
    let replica = db.read_only();
    let read = replica.transaction_with(plain.read_only(), async |tx| Author::dao(tx).all().await).await;
    assert_eq!(read.unwrap().len(), written);
    for options in [plain, plain.isolation(Isolation::Serializable)] {
        assert_eq!(replica.begin_with(options).await.unwrap_err().kind(), Kind::Usage);
    }
}
