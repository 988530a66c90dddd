//! Every comparison, `and`, `or`, `not` and NULL select the rows they say.

use tablewright::Condition;

use super::EngineUnderTest;
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Counter::dao(&db);
    for (name, value, extra) in [("a", 1, None), ("b", 2, Some(20)), ("c", 3, None), ("d", 4, Some(40))] {
        dao.create(NewCounter::new(name, i64::from(value)).extra(extra)).await.unwrap();
    }
    let cases: Vec<(Condition<Counter>, &str)> = vec![
        (Counter::VALUE.eq(2), "b"),
        (Counter::VALUE.ne(2), "acd"),
        (Counter::VALUE.lt(2), "a"),
        (Counter::VALUE.le(2), "ab"),
        (Counter::VALUE.gt(2), "cd"),
        (Counter::VALUE.ge(2), "bcd"),
        (Counter::VALUE.between(2, 3), "bc"),
        (Counter::NAME.eq("c"), "c"),
        (Counter::NAME.gt("b"), "cd"),
        (Counter::VALUE.is_in([1, 4, 9]), "ad"),
        (Counter::VALUE.not_in([1, 4, 9]), "bc"),
        (Counter::EXTRA.is_null(), "ac"),
        (Counter::EXTRA.is_not_null(), "bd"),
        (Counter::EXTRA.eq(20), "b"),
        // NULL is neither equal to 20 nor different from it.
        (Counter::EXTRA.ne(20), "d"),
        (Counter::EXTRA.eq(20).not(), "d"),
        (!Counter::EXTRA.eq(20) | Counter::EXTRA.is_null(), "acd"),
        (Counter::VALUE.gt(1).and(Counter::VALUE.lt(4)), "bc"),
        (Counter::VALUE.eq(1).or(Counter::VALUE.eq(4)), "ad"),
        (Counter::VALUE.eq(1).or(Counter::VALUE.gt(2)).and(Counter::EXTRA.is_null()), "ac"),
        (Counter::VALUE.eq(1).or(Counter::VALUE.gt(2).and(Counter::EXTRA.is_null())), "ac"),
        (Condition::all(), "abcd"),
        (Condition::none(), ""),
        (Condition::all_of([Counter::VALUE.gt(1), Counter::VALUE.gt(2)]), "cd"),
        (Condition::any_of([Counter::VALUE.eq(1), Counter::VALUE.eq(2)]), "ab"),
        (Condition::any_of([]), ""),
        (Condition::any_of((3..1_200).map(|value| Counter::VALUE.eq(value))), "cd"),
        (Condition::all_of((3..1_200).map(|value| Counter::VALUE.ne(value))), "ab"),
    ];
    assert_eq!(dao.find_all(Condition::all()).limit(0).one().await.unwrap(), None);
    for (condition, expected) in cases {
        let shown = format!("{condition:?}");
        let found = dao.find_all(condition.clone()).order_by(Counter::NAME.asc()).await.unwrap();
        let names: String = found.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, expected, "{shown}");
        assert_eq!(dao.count(condition).await.unwrap(), expected.len() as u64, "{shown}");
    }
}
