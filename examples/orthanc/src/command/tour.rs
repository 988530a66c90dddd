//! `tour`: the quick start, for real: a doctor's, a patient's and an auditor's day.

use anyhow::{Context, Result, bail};
use chrono::{TimeDelta, Utc};
use orthanc::dao::{ACCESS_HOURS, Action, Audit, Download, Grant, NewShare};
use orthanc::table::{
    AccessLogEntry, NewPatientReferral, NewReferringDoctor, NotificationPreferences, PatientAuthorization,
    PatientReferral, PatientShare, ReferringDoctor,
};
use orthanc::vocabulary::{
    AccessLevel, ComplianceCategory, Language, Province, ReferralPriority, ResourceType, StudyType, UserType, action,
};
use orthanc::{HpcsaNumber, Orthanc, secret};
use tablewright::prelude::*;
use tablewright_cli::{DatabaseOptions, Opened};

use crate::show;

const STUDY: &str = "1.2.826.0.1.3680043.8.498.1";
const ADDRESS: &str = "196.21.45.7";

/// Takes the tour on this database.
pub async fn run(database: &DatabaseOptions) -> Result<()> {
    let Opened { db, name, .. } = database.open().await?;
    let runs = Orthanc::migrate(&db).await.context("cannot migrate the database")?;
    show::heading(&format!("Orthanc management in {name}"));
    for run in &runs {
        show::say(&format!("migrated {} {} in {} ms", run.version, run.name, run.took.as_millis()));
    }
    if runs.is_empty() {
        show::say("nothing to migrate");
    }

    let doctor = doctor(&db).await?;
    let patient = format!("PAT-{}", Utc::now().format("%Y%m%d%H%M%S%6f"));
    refer(&db, &doctor, &patient).await?;
    authorize(&db, &doctor, &patient).await?;
    share(&db, &patient).await?;
    audit(&db, &doctor, &patient).await?;
    db.close().await.context("cannot close the database")?;
    Ok(())
}

/// Creates a doctor, or finds the one of an earlier tour.
async fn doctor(db: &Database) -> Result<ReferringDoctor> {
    show::heading("1. A doctor registers");
    let doctors = ReferringDoctor::dao(db);
    let number = HpcsaNumber::parse("mp 0123456")?;
    let doctor = match doctors.find_by_hpcsa_number(&number).await? {
        Some(doctor) => doctor,
        None => {
            let new = NewReferringDoctor::new("Dr. Thandi Nkosi")
                .hpcsa_number(number)
                .email("thandi.nkosi@example.org")
                .specialization("Oncology")
                .province(Province::Gauteng)
                .access_level(AccessLevel::Download)
                .notification_preferences(Json(NotificationPreferences {
                    email: true,
                    sms: false,
                    language: Language::Zulu,
                }));
            doctors.create(new).await?
        }
    };
    doctors.update_last_access(&doctor.id).await?;
    show::table(
        &["doctor", "HPCSA", "specialization", "province", "may"],
        doctors.find_active().await?.iter().map(|doctor| {
            [
                doctor.name.clone(),
                show::text(doctor.hpcsa_number.as_ref()),
                show::text(doctor.specialization.as_ref()),
                show::text(doctor.province),
                doctor.access_level.to_string(),
            ]
        }),
    );
    Ok(doctor)
}

/// Refers a patient, and lets the doctor see the study of the referral.
async fn refer(db: &Database, doctor: &ReferringDoctor, patient: &str) -> Result<()> {
    show::heading("2. The doctor refers a patient");
    let referrals = PatientReferral::dao(db);
    let new = NewPatientReferral::new(patient, &doctor.id)
        .patient_name("Sipho Dlamini")
        .study_instance_uid(STUDY)
        .study_type(StudyType::Ct)
        .modality("CT")
        .clinical_indication("Persistent cough")
        .priority(ReferralPriority::Urgent);
    let referral = referrals.create(new).await?;
    let pending = referrals.find_pending().await?.len();
    referrals.grant_access(&referral.id, ACCESS_HOURS).await?;
    let referral = referrals.get(&referral.id).await?;
    show::say(&format!("{pending} referral(s) were pending; this one is now {}", referral.status));
    show::table(
        &["patient", "study", "priority", "status", "access until"],
        [[
            patient.to_owned(),
            show::text(referral.study_type),
            referral.priority.to_string(),
            referral.status.to_string(),
            show::time(referral.access_expires),
        ]],
    );
    Ok(())
}

/// Grants access, checks it, and takes it away again.
async fn authorize(db: &Database, doctor: &ReferringDoctor, patient: &str) -> Result<()> {
    show::heading("3. An administrator authorizes, and access is checked");
    let authorizations = PatientAuthorization::dao(db);
    let studies = [(patient, Some(STUDY)), (patient, None)];
    let grants = authorizations
        .grant(&Grant {
            doctor_id: &doctor.id,
            studies: &studies,
            access_level: AccessLevel::Download,
            granted_by: "admin",
            expires_at: Some(Utc::now() + TimeDelta::hours(72)),
            purpose: Some("follow-up"),
        })
        .await?;
    let mut rows = Vec::new();
    let Some(access) = authorizations.check_access(&doctor.id, patient, STUDY).await? else {
        bail!("the access just granted is not there");
    };
    authorizations.record_access(&access.grant.id).await?;
    rows.push(["granted for the study and for all studies".to_owned(), access.level.to_string()]);
    for grant in &grants {
        authorizations.revoke(&grant.id, "admin", "end of treatment").await?;
    }
    let after = authorizations.check_access(&doctor.id, patient, STUDY).await?;
    rows.push(["both revoked".to_owned(), after.map_or("no access".to_owned(), |access| access.level.to_string())]);
    show::table(&["state", "the doctor may"], rows);
    Ok(())
}

/// Makes a link for the patient, opens it, and downloads until the limit says no.
async fn share(db: &Database, patient: &str) -> Result<()> {
    show::heading("4. The patient gets a link with two downloads");
    let shares = PatientShare::dao(db);
    let (share, token) = shares
        .share(&NewShare {
            patient_id: patient,
            patient_name: Some("Sipho Dlamini"),
            patient_email: Some("sipho@example.org"),
            study_uids: &[STUDY],
            created_by: "admin",
            password: Some("umhlaba omuhle"),
            expires_at: Some(Utc::now() + TimeDelta::days(7)),
            max_downloads: 2,
        })
        .await?;
    let found = shares.find_by_token(token.reveal()).await?.context("the link does not work")?;
    let password = found.password_hash.as_deref().is_some_and(|kept| secret::password_matches("umhlaba omuhle", kept));
    let entry = AccessLogEntry { at: Utc::now(), ip_address: Some(ADDRESS.to_owned()), action: "open".to_owned() };
    shares.record_access(&share.id, entry).await?;
    let mut rows = vec![["opened".to_owned(), format!("password {}", if password { "right" } else { "wrong" })]];
    for attempt in 1..=3 {
        let answer = match shares.record_download(&share.id).await? {
            Download::Allowed => "allowed",
            Download::Refused => "refused: the limit is reached",
        };
        rows.push([format!("download {attempt}"), answer.to_owned()]);
    }
    show::table(&["what", "answer"], rows);
    Ok(())
}

/// Writes the trail of all that, and reads it as an auditor would.
async fn audit(db: &Database, doctor: &ReferringDoctor, patient: &str) -> Result<()> {
    show::heading("5. The audit trail");
    let trail = Audit::new(db);
    let by_doctor = Action {
        hpcsa_number: doctor.hpcsa_number.as_ref(),
        patient_id: Some(patient),
        study_instance_uid: Some(STUDY),
        ip_address: Some(ADDRESS),
        session_id: Some("session-1"),
        compliance: &[ComplianceCategory::Hpcsa, ComplianceCategory::Popia],
        ..Action::new(UserType::Doctor, &doctor.id, action::VIEW_STUDY)
    };
    trail.log_action(&by_doctor).await?;
    trail.log_action(&Action { action: action::DOWNLOAD_IMAGE, ..by_doctor.clone() }).await?;
    trail
        .log_action(&Action {
            resource: Some((ResourceType::Study, STUDY)),
            patient_id: Some(patient),
            ip_address: Some(ADDRESS),
            session_id: Some("session-2"),
            error: Some("the download limit is reached"),
            ..Action::new(UserType::Patient, patient, action::ACCESS_SHARE)
        })
        .await?;
    show::table(
        &["time", "who", "action", "worked"],
        trail.find_patient_access(patient).await?.iter().map(|row| {
            [
                show::time(Some(row.timestamp)),
                show::text(row.user_type),
                row.action.clone(),
                if row.success { "yes".to_owned() } else { show::text(row.error_message.as_ref()) },
            ]
        }),
    );
    show::heading("6. The compliance report of the last 24 hours");
    let now = Utc::now();
    let report = trail.compliance_report(now - TimeDelta::hours(24), now + TimeDelta::seconds(1)).await?;
    show::table(
        &["user type", "action", "actions", "users", "patients"],
        report.into_iter().map(|line| {
            [
                line.user_type.to_string(),
                line.action,
                line.actions.to_string(),
                line.users.to_string(),
                line.patients.to_string(),
            ]
        }),
    );
    Ok(())
}
