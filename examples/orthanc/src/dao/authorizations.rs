//! Who may see what, and how that begins and ends.

use chrono::{DateTime, TimeDelta, Utc};
use tablewright::prelude::*;
use tablewright::{Condition, Error, Kind, Result};

use crate::table::{NewPatientAuthorization, PatientAuthorization, PatientAuthorizationDao};
use crate::vocabulary::AccessLevel;

/// What a grant in bulk says: one doctor, many patients and studies.
#[derive(Clone)]
pub struct Grant<'a> {
    /// Who may see.
    pub doctor_id: &'a str,
    /// Whose studies, and which one; all of the patient's if absent.
    pub studies: &'a [(&'a str, Option<&'a str>)],
    /// What the doctor may do.
    pub access_level: AccessLevel,
    /// Who grants it.
    pub granted_by: &'a str,
    /// When it ends by itself.
    pub expires_at: Option<DateTime<Utc>>,
    /// What for.
    pub purpose: Option<&'a str>,
}

impl PatientAuthorizationDao<'_> {
    /// What a doctor was granted, also what has ended.
    pub async fn find_for_doctor(&self, doctor_id: &str) -> Result<Vec<PatientAuthorization>> {
        self.find_all(PatientAuthorization::DOCTOR_ID.eq(doctor_id))
            .order_by(PatientAuthorization::GRANTED_AT.desc())
            .await
    }

    /// What a doctor may see now.
    pub async fn find_active_for_doctor(&self, doctor_id: &str) -> Result<Vec<PatientAuthorization>> {
        self.find_all(PatientAuthorization::DOCTOR_ID.eq(doctor_id).and(in_force()))
            .order_by(PatientAuthorization::GRANTED_AT.desc())
            .await
    }

    /// Who was granted a patient's studies, also what has ended.
    pub async fn find_for_patient(&self, patient_id: &str) -> Result<Vec<PatientAuthorization>> {
        self.find_all(PatientAuthorization::PATIENT_ID.eq(patient_id))
            .order_by(PatientAuthorization::GRANTED_AT.desc())
            .await
    }

    /// The grant that lets the doctor see the study now: one for the study itself, or one for all of the patient's.
    /// The strongest, if there are several; `None` means no. One for a single series does not open the study.
    pub async fn check_access(
        &self,
        doctor_id: &str,
        patient_id: &str,
        study_instance_uid: &str,
    ) -> Result<Option<PatientAuthorization>> {
        let study = PatientAuthorization::STUDY_INSTANCE_UID
            .eq(study_instance_uid)
            .or(PatientAuthorization::STUDY_INSTANCE_UID.is_null());
        let grants = self
            .find_all(
                PatientAuthorization::DOCTOR_ID
                    .eq(doctor_id)
                    .and(PatientAuthorization::PATIENT_ID.eq(patient_id))
                    .and(study)
                    .and(PatientAuthorization::SERIES_INSTANCE_UID.is_null())
                    .and(in_force()),
            )
            .await?;
        Ok(grants.into_iter().max_by_key(|grant| grant.access_level))
    }

    /// Counts one use of a grant, in one statement, and only if it is in force.
    ///
    /// # Errors
    /// Of kind `NotFound` if there is no such grant in force.
    pub async fn record_access(&self, id: &str) -> Result<()> {
        let patch = PatientAuthorization::patch()
            .add(PatientAuthorization::ACCESS_COUNT, 1)
            .set(PatientAuthorization::LAST_ACCESSED, Utc::now());
        match self.patch_where(PatientAuthorization::ID.eq(id).and(in_force()), patch).await? {
            0 => Err(Error::new(Kind::NotFound, "no such authorization is in force")),
            _ => Ok(()),
        }
    }

    /// Marks as inactive what has ended by itself, and says how many there were. Access does not wait for this.
    pub async fn expire(&self) -> Result<u64> {
        let ended = PatientAuthorization::IS_ACTIVE.eq(true).and(PatientAuthorization::EXPIRES_AT.le(Utc::now()));
        self.patch_where(ended, PatientAuthorization::patch().set(PatientAuthorization::IS_ACTIVE, false)).await
    }

    /// Grants many at once: all of them, or none if one is refused.
    ///
    /// # Errors
    /// Of kind `Unique` if the doctor has a grant for one of the studies already, of kind `ForeignKey` if there is no
    /// such doctor.
    pub async fn grant(&self, grant: &Grant<'_>) -> Result<Vec<PatientAuthorization>> {
        let rows = grant.studies.iter().map(|&(patient_id, study)| {
            NewPatientAuthorization::new(grant.doctor_id, patient_id, grant.granted_by)
                .study_instance_uid(study)
                .access_level(grant.access_level)
                .expires_at(grant.expires_at)
                .purpose(grant.purpose)
        });
        self.create_many(rows.collect()).await
    }

    /// Lets a grant in force last longer.
    ///
    /// # Errors
    /// Of kind `NotFound` if there is no such grant in force.
    pub async fn extend(&self, id: &str, by: TimeDelta) -> Result<()> {
        let unit = self.begin().await?;
        let grants = PatientAuthorization::dao(&unit);
        // Writing what is there already takes the row's lock, so that two extensions at once add up.
        let lock = PatientAuthorization::patch().set(PatientAuthorization::IS_ACTIVE, true);
        if grants.patch_where(PatientAuthorization::ID.eq(id).and(in_force()), lock).await? == 0 {
            return Err(Error::new(Kind::NotFound, "no such authorization is in force"));
        }
        // One that never ends lasts longer already.
        if let Some(expires_at) = grants.get(id).await?.expires_at {
            let longer = PatientAuthorization::patch().set(PatientAuthorization::EXPIRES_AT, expires_at + by);
            grants.patch(id, longer).await?;
        }
        unit.commit().await
    }

    /// Ends a grant, and notes in its history who did it and why.
    ///
    /// # Errors
    /// Of kind `NotFound` if there is no such grant.
    pub async fn revoke(&self, id: &str, by: &str, reason: &str) -> Result<()> {
        let unit = self.begin().await?;
        let grants = PatientAuthorization::dao(&unit);
        // Ending it first takes the row's lock, so that two who revoke at once cannot lose an entry of the history.
        grants.patch(id, PatientAuthorization::patch().set(PatientAuthorization::IS_ACTIVE, false)).await?;
        let mut history = grants.get(id).await?.audit_trail.map(|trail| trail.0).unwrap_or_default();
        history.push(format!("{} revoked by {by}: {reason}", Utc::now().format("%Y-%m-%d %H:%M:%S")));
        grants.patch(id, PatientAuthorization::patch().set(PatientAuthorization::AUDIT_TRAIL, Json(history))).await?;
        unit.commit().await
    }
}

/// Active, and not ended by itself: what the database says now, whatever was read before.
fn in_force() -> Condition<PatientAuthorization> {
    PatientAuthorization::IS_ACTIVE
        .eq(true)
        .and(PatientAuthorization::EXPIRES_AT.is_null().or(PatientAuthorization::EXPIRES_AT.gt(Utc::now())))
}
