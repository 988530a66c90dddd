//! The rules of the domain, each shown on a live database.

use chrono::{TimeDelta, Utc};
use orthanc::dao::{Action, Audit, Download, Grant, NewShare};
use orthanc::table::{
    AccessLogEntry, AuditLog, NewNotificationQueue, NewPatientAuthorization, NewPatientReferral, NewReferringDoctor,
    NotificationQueue, PatientAuthorization, PatientReferral, PatientShare, ReferringDoctor,
};
use orthanc::vocabulary::{AccessLevel, Province, ReferralStatus, ResourceType, UserType, action};
use orthanc::{HpcsaNumber, Orthanc};
use tablewright::Kind;
use tablewright::prelude::*;

async fn database() -> Database {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    Orthanc::migrate(&db).await.unwrap();
    db
}

/// One in a file, where tasks meet that run at the same time.
async fn shared_database() -> (Database, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::connect(&format!("sqlite://{}/orthanc.db", folder.path().display())).await.unwrap();
    Orthanc::migrate(&db).await.unwrap();
    (db, folder)
}

fn grant<'a>(studies: &'a [(&'a str, Option<&'a str>)]) -> Grant<'a> {
    Grant {
        doctor_id: "DOC001",
        studies,
        access_level: AccessLevel::ViewOnly,
        granted_by: "admin",
        expires_at: Some(Utc::now() + TimeDelta::hours(1)),
        purpose: None,
    }
}

#[tokio::test]
async fn the_sample_data_is_there() {
    let db = database().await;
    let doctors = ReferringDoctor::dao(&db);
    let found = doctors.find_by_hpcsa_number(&HpcsaNumber::parse("hp 67890").unwrap()).await.unwrap().unwrap();
    assert_eq!((found.id.as_str(), found.name.as_str()), ("DOC002", "Dr. Michael Chen"));
    assert_eq!(doctors.find_active_in(Province::KwaZuluNatal).await.unwrap().len(), 1);
    assert_eq!(doctors.find_active().await.unwrap().len(), 3);
}

#[tokio::test]
async fn a_number_of_the_council_belongs_to_one_doctor() {
    let db = database().await;
    let twin = NewReferringDoctor::new("Dr. Twin").hpcsa_number(HpcsaNumber::parse("HP12345").unwrap());
    let error = ReferringDoctor::dao(&db).create(twin).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    let constraint = error.constraint().unwrap();
    assert_eq!(constraint.table.as_deref(), Some("referring_doctors"));
    assert_eq!(constraint.columns, ["hpcsa_number"]);
}

#[tokio::test]
async fn a_referral_needs_its_doctor_and_grants_access_for_hours() {
    let db = database().await;
    let referrals = PatientReferral::dao(&db);
    let orphan = referrals.create(NewPatientReferral::new("P1", "nobody")).await.unwrap_err();
    assert_eq!(orphan.kind(), Kind::ForeignKey);

    let referral = referrals.create(NewPatientReferral::new("P1", "DOC001")).await.unwrap();
    assert_eq!(referral.status, ReferralStatus::Pending);
    assert_eq!(referrals.find_pending().await.unwrap().len(), 1);
    referrals.grant_access(&referral.id, 72).await.unwrap();
    let granted = referrals.get(&referral.id).await.unwrap();
    assert_eq!(granted.status, ReferralStatus::Authorized);
    let left = granted.access_expires.unwrap() - Utc::now();
    assert!(left > TimeDelta::hours(71) && left <= TimeDelta::hours(72));
    assert_eq!(referrals.find_by_doctor("DOC001").await.unwrap().len(), 1);

    // The doctor cannot go while referrals name him.
    let error = ReferringDoctor::dao(&db).delete("DOC001").await.unwrap_err();
    assert_eq!(error.kind(), Kind::ForeignKey);
}

#[tokio::test]
async fn access_is_for_the_study_or_for_all_of_the_patients_studies() {
    let db = database().await;
    let authorizations = PatientAuthorization::dao(&db);
    authorizations.grant(&grant(&[("P1", Some("1.2.3")), ("P2", None)])).await.unwrap();
    let check = async |patient, study| authorizations.check_access("DOC001", patient, study).await.unwrap().is_some();
    assert!(check("P1", "1.2.3").await);
    assert!(!check("P1", "9.9.9").await);
    assert!(check("P2", "9.9.9").await);
    assert!(!check("P3", "1.2.3").await);
    assert!(authorizations.check_access("DOC002", "P1", "1.2.3").await.unwrap().is_none());
}

#[tokio::test]
async fn grants_in_bulk_are_all_or_none() {
    let db = database().await;
    let authorizations = PatientAuthorization::dao(&db);
    authorizations.grant(&grant(&[("P1", Some("1.2.3"))])).await.unwrap();
    let error = authorizations.grant(&grant(&[("P9", Some("1")), ("P1", Some("1.2.3"))])).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    assert!(authorizations.find_for_patient("P9").await.unwrap().is_empty());
    // Two grants for all studies stand side by side.
    authorizations.grant(&grant(&[("P1", None), ("P1", None)])).await.unwrap();
    assert_eq!(authorizations.find_for_patient("P1").await.unwrap().len(), 3);
}

#[tokio::test]
async fn access_ends_by_itself_and_by_revocation() {
    let db = database().await;
    let authorizations = PatientAuthorization::dao(&db);
    let past = Grant { expires_at: Some(Utc::now() - TimeDelta::seconds(1)), ..grant(&[("P1", Some("1"))]) };
    let ended = authorizations.grant(&past).await.unwrap().remove(0);
    assert!(authorizations.check_access("DOC001", "P1", "1").await.unwrap().is_none());
    assert_eq!(authorizations.record_access(&ended.id).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(authorizations.expire().await.unwrap(), 1);
    assert_eq!(authorizations.expire().await.unwrap(), 0);

    let standing = authorizations.grant(&grant(&[("P2", Some("2"))])).await.unwrap().remove(0);
    authorizations.record_access(&standing.id).await.unwrap();
    authorizations.extend(&standing.id, TimeDelta::hours(5)).await.unwrap();
    authorizations.revoke(&standing.id, "admin", "patient asked").await.unwrap();
    let revoked = authorizations.get(&standing.id).await.unwrap();
    assert_eq!((revoked.access_count, revoked.is_active), (1, false));
    assert!(revoked.audit_trail.unwrap().0[0].ends_with("revoked by admin: patient asked"));
    assert!(authorizations.check_access("DOC001", "P2", "2").await.unwrap().is_none());
    assert!(authorizations.find_active_for_doctor("DOC001").await.unwrap().is_empty());
}

#[tokio::test]
async fn a_doctor_may_do_no_more_than_his_own_level() {
    let db = database().await;
    let (doctors, grants) = (ReferringDoctor::dao(&db), PatientAuthorization::dao(&db));
    let may = async |level| {
        doctors.patch("DOC001", ReferringDoctor::patch().set(ReferringDoctor::ACCESS_LEVEL, level)).await.unwrap()
    };
    let download = Grant { access_level: AccessLevel::Download, ..grant(&[("P1", Some("1"))]) };
    let refused = grants.grant(&download).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Usage);
    assert!(refused.to_string().contains("more than the doctor may be granted"), "{refused}");
    may(AccessLevel::FullAccess).await;
    grants.grant(&download).await.unwrap();
    let level = async || grants.check_access("DOC001", "P1", "1").await.unwrap().map(|access| access.level);
    assert_eq!(level().await, Some(AccessLevel::Download));
    // What was granted before does not outlast it.
    may(AccessLevel::ViewOnly).await;
    assert_eq!(level().await, Some(AccessLevel::ViewOnly));
    assert_eq!(grants.find_active_for_doctor("DOC001").await.unwrap()[0].level, AccessLevel::ViewOnly);
}

#[tokio::test]
async fn a_doctor_who_is_deactivated_may_do_nothing() {
    let db = database().await;
    let (doctors, grants) = (ReferringDoctor::dao(&db), PatientAuthorization::dao(&db));
    grants.grant(&grant(&[("P1", None)])).await.unwrap();
    let is_active = |is: bool| ReferringDoctor::patch().set(ReferringDoctor::IS_ACTIVE, is);
    doctors.patch("DOC001", is_active(false)).await.unwrap();
    assert!(grants.check_access("DOC001", "P1", "1").await.unwrap().is_none());
    assert!(grants.find_active_for_doctor("DOC001").await.unwrap().is_empty());
    let refused = grants.grant(&grant(&[("P2", None)])).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Usage);
    assert!(refused.to_string().contains("activate the doctor"), "{refused}");
    doctors.patch("DOC001", is_active(true)).await.unwrap();
    assert!(grants.check_access("DOC001", "P1", "1").await.unwrap().is_some());
    let nobody = Grant { doctor_id: "nobody", ..grant(&[("P1", None)]) };
    assert_eq!(grants.grant(&nobody).await.unwrap_err().kind(), Kind::NotFound);
}

#[tokio::test]
async fn a_time_that_there_is_not_is_refused() {
    let db = database().await;
    let grants = PatientAuthorization::dao(&db);
    let made = grants.grant(&grant(&[("P1", Some("1"))])).await.unwrap().remove(0);
    assert_eq!(grants.extend(&made.id, TimeDelta::MAX).await.unwrap_err().kind(), Kind::OutOfRange);
    let referrals = PatientReferral::dao(&db);
    let referral = referrals.create(NewPatientReferral::new("P1", "DOC001")).await.unwrap();
    assert_eq!(referrals.grant_access(&referral.id, u32::MAX).await.unwrap_err().kind(), Kind::OutOfRange);
}

#[tokio::test]
async fn a_grant_for_a_series_does_not_open_the_study() {
    let db = database().await;
    let grants = PatientAuthorization::dao(&db);
    let series = NewPatientAuthorization::new("DOC001", "P1", "admin")
        .study_instance_uid("1".to_owned())
        .series_instance_uid("1.7".to_owned());
    grants.create(series).await.unwrap();
    assert!(grants.check_access("DOC001", "P1", "1").await.unwrap().is_none());
    grants.grant(&grant(&[("P1", None)])).await.unwrap();
    assert!(grants.check_access("DOC001", "P1", "1").await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_database_decides_about_the_last_download() {
    let (db, _folder) = shared_database().await;
    let shares = PatientShare::dao(&db);
    let (share, token) = shares
        .share(&NewShare { patient_id: "P1", created_by: "admin", max_downloads: 5, ..NewShare::default() })
        .await
        .unwrap();
    assert_ne!(share.share_token, token.reveal());
    let downloads = (0..20).map(|_| {
        let (db, id) = (db.clone(), share.id.clone());
        tokio::spawn(async move { PatientShare::dao(&db).record_download(&id).await.unwrap() })
    });
    let mut allowed = 0;
    for download in downloads.collect::<Vec<_>>() {
        allowed += u32::from(download.await.unwrap() == Download::Allowed);
    }
    assert_eq!(allowed, 5);
}

#[tokio::test]
async fn a_link_is_found_by_its_token_and_keeps_a_log() {
    let db = database().await;
    let shares = PatientShare::dao(&db);
    let new = NewShare { patient_id: "P1", created_by: "admin", max_downloads: 1, ..NewShare::default() };
    let (share, token) = shares.share(&new).await.unwrap();
    assert!(shares.find_by_token("guess").await.unwrap().is_none());
    assert_eq!(shares.find_by_token(token.reveal()).await.unwrap().unwrap().id, share.id);
    for _ in 0..2 {
        let entry = AccessLogEntry { at: Utc::now(), ip_address: None, action: "open".to_owned() };
        shares.record_access(&share.id, entry).await.unwrap();
    }
    let opened = shares.get(&share.id).await.unwrap();
    assert_eq!((opened.access_count, opened.access_log.unwrap().0.len()), (2, 2));
    assert!(!format!("{:?}", shares.get(&share.id).await.unwrap()).contains("P1"), "personal data in Debug");
}

#[tokio::test]
async fn a_failed_action_needs_a_reason_and_a_doctor_a_number() {
    let db = database().await;
    let trail = Audit::new(&db);
    let nameless = Action::new(UserType::Doctor, "DOC001", action::VIEW_STUDY);
    assert_eq!(trail.log_action(&nameless).await.unwrap_err().kind(), Kind::Usage);
    let silent = failure_without_reason();
    let error = AuditLog::dao(&db).create(silent).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Check);
    assert_eq!(error.constraint().unwrap().name.as_deref(), Some("ck_audit_logs_failure"));
}

/// Something a user did with a patient's data.
fn seen<'a>(user_type: UserType, user: &'a str, patient: &'a str) -> Action<'a> {
    Action {
        patient_id: Some(patient),
        ip_address: Some("196.21.45.7"),
        session_id: Some("session-1"),
        ..Action::new(user_type, user, action::VIEW_PATIENT)
    }
}

#[tokio::test]
async fn an_action_on_a_patients_data_is_traceable() {
    let db = database().await;
    let trail = Audit::new(&db);
    let whole = || seen(UserType::Admin, "admin1", "P1");
    let of_patient =
        Action { resource: Some((ResourceType::Patient, "P1")), patient_id: None, session_id: None, ..whole() };
    for part in [
        Action { user_id: None, ..whole() },
        Action { ip_address: None, ..whole() },
        Action { session_id: None, ..whole() },
        of_patient,
    ] {
        let refused = trail.log_action(&part).await.unwrap_err();
        assert_eq!(refused.kind(), Kind::Usage);
        assert!(refused.to_string().contains("`ip_address` and `session_id`"), "{refused}");
    }
    let long = "9".repeat(51);
    let refused = trail.log_action(&seen(UserType::Patient, &long, &long)).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::TooLong);
    assert!(!refused.to_string().contains(&long), "{refused}");
    assert_eq!(AuditLog::dao(&db).all().await.unwrap().len(), 0);

    let full = Action { user_name: Some("Nomsa"), user_agent: Some("a browser"), details: Some("by phone"), ..whole() };
    let row = trail.log_action(&full).await.unwrap();
    assert_eq!(
        [row.user_name.as_deref(), row.user_agent.as_deref(), row.details.as_deref()],
        [Some("Nomsa"), Some("a browser"), Some("by phone")]
    );
}

/// A patient's number stands in several columns, and is shown of none.
#[tokio::test]
async fn a_patients_number_is_not_shown() {
    let db = database().await;
    let number = "7704300188087";
    let action = Action { resource: Some((ResourceType::Patient, number)), ..seen(UserType::Patient, number, number) };
    let row = Audit::new(&db).log_action(&action).await.unwrap();
    assert_eq!((row.user_id.as_deref(), row.resource_id.as_deref()), (Some(number), Some(number)));
    assert!(!format!("{row:?}").contains(number), "{row:?}");
    let note = NewNotificationQueue::new().recipient_type(UserType::Patient).recipient_id(number.to_owned());
    assert!(!format!("{note:?}").contains(number), "{note:?}");
    let note = NotificationQueue::dao(&db).create(note).await.unwrap();
    assert!(note.recipient_id.as_deref() == Some(number) && !format!("{note:?}").contains(number), "{note:?}");
}

fn failure_without_reason() -> orthanc::table::NewAuditLog {
    orthanc::table::NewAuditLog::new("login").success(false)
}

#[tokio::test]
async fn the_report_counts_actions_users_and_patients() {
    let db = database().await;
    let trail = Audit::new(&db);
    for (user, patient) in [("admin1", "P1"), ("admin1", "P2"), ("admin2", "P2")] {
        trail.log_action(&seen(UserType::Admin, user, patient)).await.unwrap();
    }
    trail.log_action(&Action::new(UserType::System, "server", action::SYSTEM_START)).await.unwrap();
    let now = Utc::now();
    let report = trail.compliance_report(now - TimeDelta::hours(1), now + TimeDelta::seconds(1)).await.unwrap();
    assert_eq!(report.len(), 2);
    assert_eq!((report[0].actions, report[0].users, report[0].patients), (3, 2, 2));
    assert_eq!(trail.find_user_actions("admin1", 1).await.unwrap().len(), 1);
    assert_eq!(trail.find_patient_access("P2").await.unwrap().len(), 2);
}

#[tokio::test]
async fn what_is_rolled_back_leaves_no_trail() {
    let db = database().await;
    let tx = db.begin().await.unwrap();
    Audit::new(&tx).log_action(&Action::new(UserType::System, "server", action::SYSTEM_STOP)).await.unwrap();
    drop(tx);
    assert_eq!(AuditLog::dao(&db).count(AuditLog::ACTION.eq(action::SYSTEM_STOP)).await.unwrap(), 0);
}
