//! Who may see what now.

use chrono::Utc;
use tablewright::{Condition, Dao, Error, Kind, Result};

use crate::table::{PatientAuthorization, PatientAuthorizationDao, ReferringDoctor};
use crate::vocabulary::AccessLevel;

/// What a doctor may do now, and by which grant.
#[derive(Debug, Clone)]
pub struct Access {
    /// That of the grant, and no more than the doctor may be granted.
    pub level: AccessLevel,
    /// The grant that allows it.
    pub grant: PatientAuthorization,
}

impl PatientAuthorizationDao<'_> {
    /// What a doctor was granted, also what has ended.
    pub async fn find_for_doctor(&self, doctor_id: &str) -> Result<Vec<PatientAuthorization>> {
        self.find_all(PatientAuthorization::DOCTOR_ID.eq(doctor_id))
            .order_by(PatientAuthorization::GRANTED_AT.desc())
            .await
    }

    /// What a doctor may see now; nothing if the doctor may not use the system.
    pub async fn find_active_for_doctor(&self, doctor_id: &str) -> Result<Vec<Access>> {
        self.access(doctor_id, in_force()).await
    }

    /// Who was granted a patient's studies, also what has ended.
    pub async fn find_for_patient(&self, patient_id: &str) -> Result<Vec<PatientAuthorization>> {
        self.find_all(PatientAuthorization::PATIENT_ID.eq(patient_id))
            .order_by(PatientAuthorization::GRANTED_AT.desc())
            .await
    }

    /// What the doctor may do with the study now, by a grant for the study itself, or one for all of the patient's: the
    /// strongest, if there are several. `None` means no, also for a doctor who may not use the system (any more). A grant
    /// for a single series does not open the study.
    pub async fn check_access(
        &self,
        doctor_id: &str,
        patient_id: &str,
        study_instance_uid: &str,
    ) -> Result<Option<Access>> {
        let study = PatientAuthorization::STUDY_INSTANCE_UID
            .eq(study_instance_uid)
            .or(PatientAuthorization::STUDY_INSTANCE_UID.is_null());
        let grants = PatientAuthorization::PATIENT_ID
            .eq(patient_id)
            .and(study)
            .and(PatientAuthorization::SERIES_INSTANCE_UID.is_null())
            .and(in_force());
        Ok(self.access(doctor_id, grants).await?.into_iter().max_by_key(|access| access.grant.access_level))
    }

    /// What a doctor may do by these grants, newest first. The doctor is asked for each time: who is deactivated, or may do less
    /// than before, has that from now on.
    async fn access(&self, doctor_id: &str, grants: Condition<PatientAuthorization>) -> Result<Vec<Access>> {
        let doctor = Dao::<ReferringDoctor>::new(self.executor()).find(doctor_id).await?;
        let Some(doctor) = doctor.filter(|doctor| doctor.is_active) else { return Ok(Vec::new()) };
        let grants = self
            .find_all(PatientAuthorization::DOCTOR_ID.eq(doctor_id).and(grants))
            .order_by(PatientAuthorization::GRANTED_AT.desc())
            .await?;
        let access = |grant: PatientAuthorization| Access { level: grant.access_level.min(doctor.access_level), grant };
        Ok(grants.into_iter().map(access).collect())
    }

    /// Counts one use of a grant, in one statement, and only if it is in force. Whether the doctor may use it,
    /// [`check_access`](Self::check_access) says.
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
}

/// Active, and not ended by itself: what the database says now, whatever was read before.
pub(super) fn in_force() -> Condition<PatientAuthorization> {
    PatientAuthorization::IS_ACTIVE
        .eq(true)
        .and(PatientAuthorization::EXPIRES_AT.is_null().or(PatientAuthorization::EXPIRES_AT.gt(Utc::now())))
}
