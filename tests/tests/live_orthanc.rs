//! The reference application's grants on each engine: what ended is granted again, and what several do at once adds up.

use chrono::{TimeDelta, Utc};
use orthanc::Orthanc;
use orthanc::dao::Grant;
use orthanc::table::{NewPatientAuthorization, PatientAuthorization};
use orthanc::vocabulary::AccessLevel;
use tablewright::Kind;
use tablewright::prelude::*;

const DOCTOR: &str = "DOC001";

fn grant<'a>(studies: &'a [(&'a str, Option<&'a str>)]) -> Grant<'a> {
    Grant {
        doctor_id: DOCTOR,
        studies,
        access_level: AccessLevel::ViewOnly,
        granted_by: "admin",
        expires_at: Some(Utc::now() + TimeDelta::hours(1)),
        purpose: None,
    }
}

/// All promises, each about a patient of its own; `is_shared` says whether others can write while a transaction does.
async fn holds(db: Database, is_shared: bool) {
    Orthanc::migrate(&db).await.unwrap();
    what_was_revoked_is_granted_again(&db).await;
    what_ran_out_is_granted_again(&db).await;
    a_grant_for_a_series_gives_way_to_one_for_the_study(&db).await;
    one_of_several_grants_again(&db).await;
    what_several_do_to_a_grant_adds_up(&db).await;
    if is_shared {
        so_does_what_is_done_after_reading(&db).await;
    }
    db.close().await.unwrap();
}

async fn what_was_revoked_is_granted_again(db: &Database) {
    let grants = PatientAuthorization::dao(db);
    let check = async || grants.check_access(DOCTOR, "P1", "1").await.unwrap().is_some();
    let first = grants.grant(&grant(&[("P1", Some("1"))])).await.unwrap().remove(0);
    assert_eq!(grants.grant(&grant(&[("P1", Some("1"))])).await.unwrap_err().kind(), Kind::Unique);
    grants.revoke(&first.id, "admin", "end of treatment").await.unwrap();
    assert!(!check().await);
    let new = Grant { granted_by: "other", purpose: Some("again"), ..grant(&[("P1", Some("1")), ("P1", Some("2"))]) };
    let again = grants.grant(&new).await.unwrap();
    assert!(check().await);
    assert_eq!((again[0].id.as_str(), again[0].purpose.as_deref()), (first.id.as_str(), Some("again")));
    assert_eq!((again[0].granted_by.as_str(), again[0].access_count), ("other", 0));
    assert_eq!(again[1].study_instance_uid.as_deref(), Some("2"));
    let history = again[0].audit_trail.clone().unwrap().0;
    assert!(history[0].ends_with("revoked by admin: end of treatment"), "{history:?}");
    assert!(history[1].contains("granted again by other; before it was view_only, by admin at "), "{history:?}");
    grants.extend(&first.id, TimeDelta::hours(1)).await.unwrap();
}

async fn what_ran_out_is_granted_again(db: &Database) {
    let grants = PatientAuthorization::dao(db);
    let past = Grant { expires_at: Some(Utc::now() - TimeDelta::seconds(1)), ..grant(&[("P2", Some("1"))]) };
    grants.grant(&past).await.unwrap();
    grants.grant(&grant(&[("P2", Some("1"))])).await.unwrap();
    assert!(grants.check_access(DOCTOR, "P2", "1").await.unwrap().is_some());
    assert_eq!(grants.find_for_patient("P2").await.unwrap().len(), 1);
}

async fn a_grant_for_a_series_gives_way_to_one_for_the_study(db: &Database) {
    let grants = PatientAuthorization::dao(db);
    let series = NewPatientAuthorization::new(DOCTOR, "P3", "admin")
        .study_instance_uid("1".to_owned())
        .series_instance_uid("1.7".to_owned());
    grants.create(series).await.unwrap();
    assert!(grants.check_access(DOCTOR, "P3", "1").await.unwrap().is_none());
    let made = grants.grant(&grant(&[("P3", Some("1"))])).await.unwrap().remove(0);
    assert!(
        made.series_instance_uid.is_none() && made.audit_trail.unwrap().0[0].contains("view_only for one series, by")
    );
    assert!(grants.check_access(DOCTOR, "P3", "1").await.unwrap().is_some());
}

async fn one_of_several_grants_again(db: &Database) {
    let made = PatientAuthorization::dao(db).grant(&grant(&[("P4", Some("1"))])).await.unwrap().remove(0);
    PatientAuthorization::dao(db).revoke(&made.id, "admin", "by mistake").await.unwrap();
    let tasks = (0..4).map(|_| {
        let db = db.clone();
        tokio::spawn(async move {
            PatientAuthorization::dao(&db).grant(&grant(&[("P4", Some("1"))])).await.map_err(|error| error.kind())
        })
    });
    let (mut granted, mut refused) = (0, Vec::new());
    for task in tasks.collect::<Vec<_>>() {
        match task.await.unwrap() {
            Ok(rows) => granted += rows.len(),
            Err(kind) => refused.push(kind),
        }
    }
    assert_eq!((granted, refused), (1, vec![Kind::Unique; 3]));
    let row = PatientAuthorization::dao(db).get(&made.id).await.unwrap();
    assert_eq!((row.is_active, row.audit_trail.unwrap().0.len()), (true, 2));
}

async fn what_several_do_to_a_grant_adds_up(db: &Database) {
    let made = PatientAuthorization::dao(db).grant(&grant(&[("P5", Some("1"))])).await.unwrap().remove(0);
    let several = |revokes: bool| {
        let tasks = (0..8).map(|n| {
            let (db, id) = (db.clone(), made.id.clone());
            tokio::spawn(async move {
                let grants = PatientAuthorization::dao(&db);
                match revokes {
                    true => grants.revoke(&id, &format!("admin {n}"), "patient asked").await.unwrap(),
                    false => grants.extend(&id, TimeDelta::days(1)).await.unwrap(),
                }
            })
        });
        tasks.collect::<Vec<_>>()
    };
    let before = PatientAuthorization::dao(db).get(&made.id).await.unwrap();
    for task in several(false) {
        task.await.unwrap();
    }
    let extended = PatientAuthorization::dao(db).get(&made.id).await.unwrap();
    assert_eq!(extended.expires_at, before.expires_at.map(|at| at + TimeDelta::days(8)));
    for task in several(true) {
        task.await.unwrap();
    }
    let revoked = PatientAuthorization::dao(db).get(&made.id).await.unwrap();
    assert_eq!((revoked.is_active, revoked.audit_trail.unwrap().0.len()), (false, 8));
}

/// Also in a transaction that has read the row before somebody else changed it.
async fn so_does_what_is_done_after_reading(db: &Database) {
    let all = PatientAuthorization::dao(db);
    let id = all.grant(&grant(&[("P6", Some("1"))])).await.unwrap().remove(0).id;
    let before = all.get(&id).await.unwrap().expires_at;

    let tx = db.begin().await.unwrap();
    let grants = PatientAuthorization::dao(&tx);
    grants.get(&id).await.unwrap();
    all.extend(&id, TimeDelta::days(1)).await.unwrap();
    grants.extend(&id, TimeDelta::days(1)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(all.get(&id).await.unwrap().expires_at, before.map(|at| at + TimeDelta::days(2)));

    let tx = db.begin().await.unwrap();
    let grants = PatientAuthorization::dao(&tx);
    grants.get(&id).await.unwrap();
    all.revoke(&id, "admin", "patient asked").await.unwrap();
    grants.revoke(&id, "other", "patient asked").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(all.get(&id).await.unwrap().audit_trail.unwrap().0.len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sqlite_grants() {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::connect(&format!("sqlite://{}/orthanc.db", folder.path().display())).await.unwrap();
    // A transaction has the writer of the file to itself.
    holds(db, false).await;
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn hold_on_server(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_none() {
        return;
    }
    holds(Database::connect(&fresh::url(engine, "orthanc").await).await.unwrap(), true).await;
}

#[cfg(feature = "postgres")]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn postgres_grants() {
    hold_on_server("postgres").await;
}

#[cfg(feature = "mysql")]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn mysql_grants() {
    hold_on_server("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn mariadb_grants() {
    hold_on_server("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn firebird_grants() {
    use tablewright_tests::server;

    if server::url("firebird").is_none() {
        return;
    }
    holds(Database::connect(&server::firebird::new_database()).await.unwrap(), true).await;
}
