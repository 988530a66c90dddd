//! Personal values are in no `Debug`, no error and no trace.

use tablewright::prelude::*;
use tracing::instrument::WithSubscriber;
use tracing_subscriber::fmt::format::FmtSpan;

use super::EngineUnderTest;
use crate::table::people::{NewPatient, Patient};
use crate::traced::Trace;

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let trace = Trace::default();
    let texts = used(&db).with_subscriber(trace.subscriber(FmtSpan::FULL)).await;
    let seen = trace.text();
    assert!(seen.contains("patients"), "nothing was traced, so that nothing is shown by it: {seen}");
    for (place, text) in texts.iter().map(|text| ("a text", text)).chain([("the trace", &seen)]) {
        for secret in ["Nomsa", "nomsa@example.org"] {
            assert!(!text.contains(secret), "{place} tells {secret}: {text}");
        }
    }
    assert!(texts[1].contains("ward 7"), "what is not personal is shown: {}", texts[1]);
}

/// Uses a personal value in every way, and gives every text that came of it.
async fn used(db: &Database) -> Vec<String> {
    let dao = Patient::dao(db);
    let new = NewPatient::new("Nomsa Dlamini", "ward 7").email("nomsa@example.org");
    let mut texts = vec![format!("{new:?}")];
    let patient = dao.create(new.clone()).await.unwrap();
    texts.push(format!("{patient:?}"));
    let twin = dao.create(new).await.unwrap_err();
    texts.extend([format!("{twin}"), format!("{twin:?}")]);
    let long = dao.create(NewPatient::new("Nomsa ".repeat(20), "ward 7")).await.unwrap_err();
    texts.extend([format!("{long}"), format!("{long:?}")]);
    let condition = Patient::NAME.eq("Nomsa Dlamini").or(Patient::EMAIL.like("nomsa%"));
    texts.push(format!("{condition:?}"));
    assert_eq!(dao.find_all(condition).await.unwrap().len(), 1);
    let patch = Patient::patch().set(Patient::NAME, "Nomsa Zulu");
    texts.push(format!("{patch:?}"));
    dao.patch(patient.id, patch).await.unwrap();
    assert!(dao.find_by_email("nomsa@example.org").await.unwrap().is_some());
    texts
}
