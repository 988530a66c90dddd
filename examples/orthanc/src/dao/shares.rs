//! Patients' own links: made, opened, and used up.

use anyhow::Context;
use chrono::{DateTime, Utc};
use tablewright::prelude::*;
use tablewright::{Condition, Error, Kind, Result};

use crate::secret::{ShareToken, password_hash, token_hash};
use crate::table::{AccessLogEntry, NewPatientShare, PatientShare, PatientShareDao};

/// What a new link says.
#[derive(Clone, Default)]
pub struct NewShare<'a> {
    /// Whose images.
    pub patient_id: &'a str,
    /// The patient's full name.
    pub patient_name: Option<&'a str>,
    /// Where the link goes.
    pub patient_email: Option<&'a str>,
    /// The studies; all of the patient's if empty.
    pub study_uids: &'a [&'a str],
    /// Who makes it.
    pub created_by: &'a str,
    /// What the patient has to type in.
    pub password: Option<&'a str>,
    /// When it ends by itself.
    pub expires_at: Option<DateTime<Utc>>,
    /// How many downloads it allows.
    pub max_downloads: i32,
}

/// Whether a download may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Download {
    /// It is counted.
    Allowed,
    /// The link is used up, has ended, or is not there.
    Refused,
}

impl PatientShareDao<'_> {
    /// Makes a link. The token is in the answer and nowhere else: the database keeps its hash.
    ///
    /// # Errors
    /// If the database refuses, or the system has no random numbers to give.
    pub async fn share(&self, share: &NewShare<'_>) -> anyhow::Result<(PatientShare, ShareToken)> {
        let token = ShareToken::random()?;
        let password = share.password.map(password_hash).transpose()?;
        let studies = (!share.study_uids.is_empty()).then(|| share.study_uids.join(","));
        let new = NewPatientShare::new(share.patient_id, token.hash(), share.created_by)
            .patient_name(share.patient_name)
            .patient_email(share.patient_email)
            .study_uids(studies)
            .password_hash(password)
            .expires_at(share.expires_at)
            .max_downloads(share.max_downloads);
        let row = self.create(new).await.context("the link could not be saved")?;
        Ok((row, token))
    }

    /// The link a token belongs to, if it works now.
    pub async fn find_by_token(&self, token: &str) -> Result<Option<PatientShare>> {
        self.find_all(PatientShare::SHARE_TOKEN.eq(token_hash(token)).and(in_force())).one().await
    }

    /// A patient's links, newest first, also those that have ended.
    pub async fn find_by_patient(&self, patient_id: &str) -> Result<Vec<PatientShare>> {
        self.find_all(PatientShare::PATIENT_ID.eq(patient_id)).order_by(PatientShare::CREATED_AT.desc()).await
    }

    /// The links that work now, newest first.
    pub async fn find_active(&self) -> Result<Vec<PatientShare>> {
        self.find_all(in_force()).order_by(PatientShare::CREATED_AT.desc()).await
    }

    /// Notes that a link was opened: count, time, and an entry in its log.
    ///
    /// # Errors
    /// Of kind `NotFound` if the link does not work (any more).
    pub async fn record_access(&self, id: &str, entry: AccessLogEntry) -> Result<()> {
        let unit = self.begin().await?;
        let shares = PatientShare::dao(&unit);
        let opened =
            PatientShare::patch().add(PatientShare::ACCESS_COUNT, 1).set(PatientShare::LAST_ACCESSED, entry.at);
        // Counting first takes the row's lock, so that two openings at once cannot lose an entry of the log.
        if shares.patch_where(PatientShare::ID.eq(id).and(in_force()), opened).await? == 0 {
            return Err(Error::new(Kind::NotFound, "no such link works"));
        }
        let mut log = shares.get(id).await?.access_log.map(|log| log.0).unwrap_or_default();
        log.push(entry);
        shares.patch(id, PatientShare::patch().set(PatientShare::ACCESS_LOG, Json(log))).await?;
        unit.commit().await
    }

    /// Counts a download, or refuses it if the limit is reached. The database decides, in one statement: two downloads at
    /// once cannot both be the last one.
    pub async fn record_download(&self, id: &str) -> Result<Download> {
        let left = PatientShare::DOWNLOAD_COUNT.lt(PatientShare::MAX_DOWNLOADS);
        let patch =
            PatientShare::patch().add(PatientShare::DOWNLOAD_COUNT, 1).set(PatientShare::LAST_ACCESSED, Utc::now());
        Ok(match self.patch_where(PatientShare::ID.eq(id).and(in_force()).and(left), patch).await? {
            0 => Download::Refused,
            _ => Download::Allowed,
        })
    }
}

/// Active, and not ended by itself.
fn in_force() -> Condition<PatientShare> {
    PatientShare::IS_ACTIVE.eq(true).and(PatientShare::EXPIRES_AT.is_null().or(PatientShare::EXPIRES_AT.gt(Utc::now())))
}
