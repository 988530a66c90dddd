//! Texts outside of ASCII are keys, unique, searched for, sorted, nested and listed as the code points that they are.

use tablewright::prelude::*;
use uuid::Uuid;

use super::EngineUnderTest;
use crate::table::library::{Author, Book, Loan, NewAuthor, NewBook, NewLoan};
use crate::table::people::{BatchNumber, Counter, Litres, NewCounter, NewPaint, NewPatient, Paint, Patient};
use crate::table::values::{Document, Moments, NewMoments};

/// In the order of their code points. Some look alike or like nothing at all, and are different texts all the same.
const WORDS: [&str; 14] = [
    "a",
    "a\u{300}",                   // a combining grave accent
    "a\u{301}\u{323}",            // two marks, in one order
    "a\u{323}\u{301}",            // and in the other
    "a\u{200b}",                  // a space without width
    "a\u{200d}",                  // a joiner without width
    "\u{e0}",                     // the first of these, in one piece
    "\u{df}",                     // has no capital of one letter
    "\u{5e9}\u{5dc}",             // right to left
    "\u{915}\u{94d}\u{937}",      // three code points, one sign
    "\u{fb01}",                   // a ligature
    "\u{ff41}",                   // an `a` of full width
    "\u{1f468}\u{200d}\u{1f469}", // joined, each of 4 bytes
    "\u{10fffd}",                 // the last but one there is
];

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let mut words = WORDS.map(str::to_owned);
    words.sort();

    // The primary key, by every way to a row.
    let counters = Counter::dao(&db);
    for (n, word) in (0_i64..).zip(&words) {
        assert_eq!(counters.create(NewCounter::new(word, n)).await.unwrap().name, *word);
    }
    for (n, word) in (0_i64..).zip(&words) {
        assert_eq!(counters.get(word).await.unwrap().value, n, "{word:?}");
        counters.patch(word, Counter::patch().add(Counter::VALUE, 100_i64)).await.unwrap();
        counters.upsert(NewCounter::new(word, n + 200)).await.unwrap();
        assert_eq!(counters.create(NewCounter::new(word, 0_i64)).await.unwrap_err().kind(), Kind::Unique, "{word:?}");
        assert_eq!(counters.count(Counter::NAME.eq(word)).await.unwrap(), 1, "{word:?}");
    }
    let all = counters.all().order_by(Counter::NAME.asc()).await.unwrap();
    let all: Vec<_> = all.iter().map(|row| (row.name.as_str(), row.value)).collect();
    let expected: Vec<_> = words.iter().map(String::as_str).zip(200..).collect();
    assert_eq!(all, expected);
    let listed = counters.count(Counter::NAME.is_in(words[3..7].to_vec())).await.unwrap();
    assert_eq!(listed, 4);
    assert!(counters.delete(&words[5]).await.unwrap());
    assert_eq!(counters.all().await.unwrap().len(), words.len() - 1);

    for word in &words {
        // A column that is unique, what others point from, a key of two columns, and patterns.
        let author = Author::dao(&db).create(NewAuthor::new(format!("{word}|{word}")).passport(word)).await.unwrap();
        assert_eq!(Author::dao(&db).find_by_name(&author.name).await.unwrap(), Some(author.clone()));
        let book = Book::dao(&db).create(NewBook::new(author.id, word).room(word).shelf_mark(word)).await.unwrap();
        assert_eq!(Book::dao(&db).get(book.id).await.unwrap(), book);
        Loan::dao(&db).create(NewLoan::new(book.id, word)).await.unwrap();
        assert_eq!(Loan::dao(&db).get((book.id, word)).await.unwrap().reader, *word);
        for condition in [
            Author::NAME.starts_with(&format!("{word}|")),
            Author::NAME.ends_with(&format!("|{word}")),
            Author::NAME.contains(&format!("{word}|{word}")),
            Author::NAME.like(&format!("{word}_{word}")),
        ] {
            let found = Author::dao(&db).find_all(condition.clone()).await.unwrap();
            assert!(found.contains(&author), "{word:?}: {condition:?}");
        }
        // A type of one's own, a personal column, a document.
        let batch = BatchNumber(word.clone());
        let paint = Paint::dao(&db).create(NewPaint::new(Litres(1)).batch(batch)).await.unwrap();
        assert_eq!(Paint::dao(&db).get(paint.id).await.unwrap(), paint);
        let patient = Patient::dao(&db).create(NewPatient::new(word, word).email(word)).await.unwrap();
        assert!(Patient::dao(&db).get(patient.id).await.unwrap() == patient);
        let document = Document { title: word.clone(), parts: Vec::new(), nothing: None };
        let time = chrono::DateTime::UNIX_EPOCH;
        let local = time.naive_utc();
        let moment = NewMoments::new(Uuid::new_v4(), local.date(), local.time(), local, time, Json(document));
        let moment = Moments::dao(&db).create(moment).await.unwrap();
        assert_eq!(Moments::dao(&db).get(moment.id).await.unwrap(), moment);
    }
    // Any one code point is one sign of a pattern.
    let single = words.iter().filter(|word| word.chars().count() == 1).count();
    let found = Author::dao(&db).find_all(Author::NAME.like("_|_")).await.unwrap();
    assert_eq!(found.len(), single, "{found:?}");
}
