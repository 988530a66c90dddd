//! How access begins, lasts longer and ends.

use chrono::{DateTime, TimeDelta, Utc};
use tablewright::prelude::*;
use tablewright::{Condition, Error, Kind, Result};

use super::authorizations::in_force;
use crate::table::{NewPatientAuthorization, PatientAuthorization, PatientAuthorizationDao, ReferringDoctor};
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
    /// Grants many at once: all of them, or none if one is refused. Each begins anew: where a grant for the study has ended, or
    /// was for a single series, its row is taken over, and its history says what it was. Those come first in the answer.
    ///
    /// # Errors
    /// Of kind `Unique` if the doctor has a grant for one of the studies already, of kind `NotFound` if there is no such doctor, of
    /// kind `Usage` if the doctor may not use the system, or is granted more than the doctor's own level.
    pub async fn grant(&self, grant: &Grant<'_>) -> Result<Vec<PatientAuthorization>> {
        let unit = self.begin().await?;
        let doctor = ReferringDoctor::dao(&unit).get(grant.doctor_id).await?;
        if !doctor.is_active {
            return Err(Error::new(Kind::Usage, "the doctor may not use the system: activate the doctor first"));
        }
        if !doctor.access_level.includes(grant.access_level) {
            let message =
                "this is more than the doctor may be granted: grant less, or raise the doctor's own access level";
            return Err(Error::new(Kind::Usage, message));
        }
        let grants = PatientAuthorization::dao(&unit);
        let studies =
            PatientAuthorization::STUDY_INSTANCE_UID.is_in(grant.studies.iter().filter_map(|(_, study)| *study));
        let of_doctor = PatientAuthorization::DOCTOR_ID.eq(grant.doctor_id);
        // Only what is there is locked: two locks on a place that is still free would keep each other from filling it.
        let free = grants.find_all(of_doctor.and(studies).and(is_free())).await?;
        let (mut made, mut new) = (Vec::new(), Vec::new());
        for &(patient_id, study) in grant.studies {
            let is_of_study = |row: &&PatientAuthorization| {
                row.patient_id == patient_id && row.study_instance_uid.as_deref() == study
            };
            match free.iter().find(is_of_study) {
                Some(row) => made.push(grants.take_over(&row.id, grant).await?),
                None => new.push(
                    NewPatientAuthorization::new(grant.doctor_id, patient_id, grant.granted_by)
                        .study_instance_uid(study)
                        .access_level(grant.access_level)
                        .expires_at(grant.expires_at)
                        .purpose(grant.purpose),
                ),
            }
        }
        made.extend(grants.create_many(new).await?);
        unit.commit().await?;
        Ok(made)
    }

    /// Gives the row of a grant that is free to a new one.
    async fn take_over(&self, id: &str, grant: &Grant<'_>) -> Result<PatientAuthorization> {
        let Some(old) = self.hold(id, is_free()).await? else {
            return Err(Error::new(Kind::Unique, "somebody has granted this study to the doctor meanwhile"));
        };
        let scope = if old.series_instance_uid.is_some() { " for one series" } else { "" };
        let entry = format!(
            "granted again by {}; before it was {}{scope}, by {} at {}",
            grant.granted_by,
            old.access_level,
            old.granted_by,
            moment(old.granted_at)
        );
        let patch = PatientAuthorization::patch()
            .set(PatientAuthorization::SERIES_INSTANCE_UID, None::<String>)
            .set(PatientAuthorization::ACCESS_LEVEL, grant.access_level)
            .set(PatientAuthorization::GRANTED_BY, grant.granted_by)
            .set(PatientAuthorization::GRANTED_AT, Utc::now())
            .set(PatientAuthorization::EXPIRES_AT, grant.expires_at)
            .set(PatientAuthorization::IS_ACTIVE, true)
            .set(PatientAuthorization::PURPOSE, grant.purpose)
            .set(PatientAuthorization::RESTRICTIONS, None::<Json<serde_json::Value>>)
            .set(PatientAuthorization::AUDIT_TRAIL, history(&old, &entry));
        self.patch(id, patch).await?;
        self.get(id).await
    }

    /// Lets a grant in force last longer.
    ///
    /// # Errors
    /// Of kind `NotFound` if there is no such grant in force, of kind `OutOfRange` if there is no such time.
    pub async fn extend(&self, id: &str, by: TimeDelta) -> Result<()> {
        let unit = self.begin().await?;
        let grants = PatientAuthorization::dao(&unit);
        let Some(held) = grants.hold(id, in_force()).await? else {
            return Err(Error::new(Kind::NotFound, "no such authorization is in force"));
        };
        // One that never ends lasts longer already.
        if let Some(expires_at) = held.expires_at {
            let Some(later) = expires_at.checked_add_signed(by) else {
                return Err(Error::new(Kind::OutOfRange, "the authorization would end at a time that there is not"));
            };
            grants.patch(id, PatientAuthorization::patch().set(PatientAuthorization::EXPIRES_AT, later)).await?;
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
        let Some(held) = grants.hold(id, Condition::all()).await? else {
            return Err(Error::new(Kind::NotFound, "there is no such authorization"));
        };
        let ended = PatientAuthorization::patch()
            .set(PatientAuthorization::IS_ACTIVE, false)
            .set(PatientAuthorization::AUDIT_TRAIL, history(&held, &format!("revoked by {by}: {reason}")));
        grants.patch(id, ended).await?;
        unit.commit().await
    }

    /// Keeps others from changing a grant until the unit of work ends, and gives it back as it is now; `None` if it is not, or
    /// not as it has to be.
    ///
    /// The count goes up and down again because the row has to change: an update that leaves it as it is makes no version of it in
    /// MySQL and MariaDB, and a transaction that has read before it would be shown the row of then, without what others have
    /// done since (<https://dev.mysql.com/doc/refman/8.4/en/innodb-consistent-read.html>).
    async fn hold(&self, id: &str, condition: Condition<PatientAuthorization>) -> Result<Option<PatientAuthorization>> {
        let count = |by: i32| PatientAuthorization::patch().add(PatientAuthorization::ACCESS_COUNT, by);
        if self.patch_where(PatientAuthorization::ID.eq(id).and(condition), count(1)).await? == 0 {
            return Ok(None);
        }
        self.patch(id, count(-1)).await?;
        self.find(id).await
    }
}

/// Ended, or for a single series: what stands in the place of a grant for the study without opening it.
fn is_free() -> Condition<PatientAuthorization> {
    in_force().not().or(PatientAuthorization::SERIES_INSTANCE_UID.is_not_null())
}

/// The history of a grant with one thing more.
fn history(grant: &PatientAuthorization, entry: &str) -> Json<Vec<String>> {
    let mut history = grant.audit_trail.clone().map(|trail| trail.0).unwrap_or_default();
    history.push(format!("{} {entry}", moment(Utc::now())));
    Json(history)
}

/// A moment as the history writes it.
fn moment(at: DateTime<Utc>) -> impl std::fmt::Display {
    at.format("%Y-%m-%d %H:%M:%S")
}
