//! What is asked of referrals, and how they move on.

use chrono::{TimeDelta, Utc};
use tablewright::{Error, Kind, Result};

use crate::table::{PatientReferral, PatientReferralDao};
use crate::vocabulary::ReferralStatus;

/// How long a doctor may see the study of a referral, unless somebody says otherwise.
pub const ACCESS_HOURS: u32 = 72;

impl PatientReferralDao<'_> {
    /// A doctor's referrals, newest first.
    pub async fn find_by_doctor(&self, doctor_id: &str) -> Result<Vec<PatientReferral>> {
        self.find_all(PatientReferral::REFERRING_DOCTOR_ID.eq(doctor_id))
            .order_by(PatientReferral::REFERRAL_DATE.desc())
            .await
    }

    /// A patient's referrals, newest first.
    pub async fn find_by_patient(&self, patient_id: &str) -> Result<Vec<PatientReferral>> {
        self.find_all(PatientReferral::PATIENT_ID.eq(patient_id)).order_by(PatientReferral::REFERRAL_DATE.desc()).await
    }

    /// The referrals that led to a study.
    pub async fn find_by_study(&self, study_instance_uid: &str) -> Result<Vec<PatientReferral>> {
        self.find_by_study_instance_uid(study_instance_uid).await
    }

    /// The referrals nobody has looked at, oldest first.
    pub async fn find_pending(&self) -> Result<Vec<PatientReferral>> {
        self.find_all(PatientReferral::STATUS.eq(ReferralStatus::Pending))
            .order_by(PatientReferral::REFERRAL_DATE.asc())
            .await
    }

    /// Moves a referral on.
    ///
    /// # Errors
    /// Of kind `NotFound` if there is no such referral.
    pub async fn update_status(&self, id: &str, status: ReferralStatus) -> Result<()> {
        let patch =
            PatientReferral::patch().set(PatientReferral::STATUS, status).set(PatientReferral::UPDATED_AT, Utc::now());
        self.patch(id, patch).await
    }

    /// Lets the doctor see the study for so many hours ([`ACCESS_HOURS`] is the rule).
    ///
    /// # Errors
    /// Of kind `NotFound` if there is no such referral, of kind `OutOfRange` if there is no such time.
    pub async fn grant_access(&self, id: &str, hours: u32) -> Result<()> {
        let now = Utc::now();
        let Some(until) = now.checked_add_signed(TimeDelta::hours(i64::from(hours))) else {
            return Err(Error::new(Kind::OutOfRange, "the access would end at a time that there is not"));
        };
        let patch = PatientReferral::patch()
            .set(PatientReferral::ACCESS_GRANTED, true)
            .set(PatientReferral::ACCESS_EXPIRES, until)
            .set(PatientReferral::STATUS, ReferralStatus::Authorized)
            .set(PatientReferral::UPDATED_AT, now);
        self.patch(id, patch).await
    }
}
