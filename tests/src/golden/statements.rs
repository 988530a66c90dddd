//! The statements that golden files keep: those of three groups of tables, and those that are made for a call.

use std::future::{Future, IntoFuture};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use tablewright::table::TableMeta;
use tablewright::{Condition, Dialect, Patch, Result, Table};

use super::case::Model;
use super::text;
use crate::recorder::Recorder;
use crate::table::library::{Author, Book, Loan, NewLoan};
use crate::table::people::{Counter, Crate, Defaults, Evaluated, Paint, Patient};

/// A statement of a DAO.
pub struct Statement {
    /// The table and what it does.
    pub name: String,
    /// Its text.
    pub sql: String,
    /// How many parameters it takes, if that is known.
    pub parameters: Option<usize>,
}

/// Makes the statements of a case in a dialect.
type Make = fn(Dialect) -> Vec<Statement>;

/// The folders below `tests/dml`, and what stands in them.
pub const CASES: [(&str, Make); 4] = [
    ("keys_and_uniques", keys_and_uniques),
    ("made_values", made_values),
    ("own_types", own_types),
    ("queries", queries),
];

fn keys_and_uniques(dialect: Dialect) -> Vec<Statement> {
    fixed(&[Author::META, Book::META, Loan::META], dialect)
}

fn made_values(dialect: Dialect) -> Vec<Statement> {
    fixed(&[Crate::META, Defaults::META, Evaluated::META], dialect)
}

fn own_types(dialect: Dialect) -> Vec<Statement> {
    fixed(&[Paint::META, Patient::META], dialect)
}

/// The static statements of tables.
fn fixed(tables: &[&'static TableMeta], dialect: Dialect) -> Vec<Statement> {
    let mut statements = Vec::new();
    for meta in tables {
        let Ok((_, sql)) = Model::Derived(meta).render(dialect) else { continue };
        for (name, text) in text::named(&sql) {
            // Oracle hands back what it made through parameters.
            let out = if text.contains(" INTO :") { meta.def.made_by_database().count() } else { 0 };
            let parameters = (name == "insert").then(|| meta.def.insertable().count() + out);
            let name = format!("{}: {name}", meta.def.name);
            statements.push(Statement { name, sql: text.to_owned(), parameters });
        }
    }
    statements
}

/// Statements made for a call: conditions, orders, pages, patches.
fn queries(dialect: Dialect) -> Vec<Statement> {
    let recorder = Recorder::new(dialect);
    let (books, counters, authors) = (Book::dao(&recorder), Counter::dao(&recorder), Author::dao(&recorder));
    let mut statements = Vec::new();
    let conditions: [(&str, Condition<Counter>); 12] = [
        ("equal", Counter::NAME.eq("a")),
        ("not equal, of a column that may be NULL", Counter::EXTRA.ne(1)),
        ("between", Counter::VALUE.between(1, 9)),
        ("in a list", Counter::VALUE.is_in([1, 2, 3])),
        ("in an empty list", Counter::VALUE.is_in(Vec::<i64>::new())),
        ("not in a list", Counter::VALUE.not_in([1, 2])),
        ("like", Counter::NAME.like(r"a\_%[x]")),
        ("contains", Counter::NAME.contains("50%")),
        ("NULL", Counter::EXTRA.is_null()),
        ("and, or, not", Counter::VALUE.gt(1).and(Counter::VALUE.lt(9)).or(Counter::NAME.eq("z").not())),
        ("all", Condition::all()),
        ("none", Condition::none()),
    ];
    let keep = |name: &str, statements: &mut Vec<Statement>| {
        for recorded in recorder.take() {
            statements.push(Statement { name: name.to_owned(), sql: recorded.sql, parameters: None });
        }
    };
    for (name, condition) in conditions {
        let found = now(counters.find_all(condition).into_future());
        assert!(found.is_ok(), "{name}: {found:?}");
        keep(name, &mut statements);
    }
    let order = (Author::BORN.desc(), Author::NAME.asc());
    done(now(authors.all().order_by(order).into_future()));
    keep("order, one of it NULL", &mut statements);
    done(now(authors.all().order_by(Author::ID.asc()).limit(10).offset(20).into_future()));
    keep("a page", &mut statements);
    done(now(authors.all().limit(10).into_future()));
    keep("a limit without an order", &mut statements);
    done(now(authors.all().order_by(Author::ID.asc()).offset(20).into_future()));
    keep("an offset without a limit", &mut statements);
    done(now(books.find_all(Book::COPIES.lt(3)).one()));
    keep("one", &mut statements);
    done(now(books.count(Book::TITLE.starts_with("A"))));
    keep("count", &mut statements);
    done(now(books.exists_where(Book::COPIES.eq(0))));
    keep("exists", &mut statements);
    done(now(books.patch(1, Book::patch().set(Book::TITLE, "new").add(Book::COPIES, 1))));
    keep("patch by key", &mut statements);
    done(now(books.patch_where(Book::COPIES.gt(9), Book::patch().set_null(Book::ROOM))));
    keep("patch by condition", &mut statements);
    let loans = Loan::dao(&recorder);
    done(now(loans.patch((1, "reader"), Patch::new().set(Loan::DAYS, 7))));
    keep("patch by a key of two columns", &mut statements);
    done(now(loans.delete_where(Loan::DAYS.lt(0))));
    keep("delete by condition", &mut statements);
    done(now(loans.create_many(vec![NewLoan::new(1, "a"), NewLoan::new(1, "b")])));
    keep("create many", &mut statements);
    statements
}

/// The result of a future that has nothing to wait for: a recorder answers at once.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => panic!("a recorder made somebody wait"),
    }
}

#[track_caller]
fn done<T: std::fmt::Debug>(result: Result<T>) {
    assert!(result.is_ok(), "{result:?}");
}
