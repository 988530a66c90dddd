//! The table of referrals.

use chrono::{DateTime, Utc};
use tablewright::prelude::*;

use super::ReferringDoctor;
use crate::vocabulary::{ReferralPriority, ReferralStatus, StudyType};

/// Patient referrals and the studies they lead to
#[derive(Clone, Table)]
#[table(name = "patient_referrals")]
#[check(name = "ck_patient_referrals_expiry", access_expires is null or access_granted)]
pub struct PatientReferral {
    /// Made by the client unless given
    #[column(primary_key, max_length = 50, default = uuid)]
    pub id: String,
    /// The patient's number in the archive
    #[index(name = "idx_patient_referrals_patient")]
    #[column(max_length = 100, personal)]
    pub patient_id: String,
    /// The patient's full name
    #[column(max_length = 100, personal)]
    pub patient_name: Option<String>,
    /// Who refers
    #[foreign_key(ReferringDoctor(id), on_delete = restrict)]
    #[index(name = "idx_patient_referrals_doctor")]
    #[column(max_length = 50)]
    pub referring_doctor_id: String,
    /// The study, once there is one
    #[index(name = "idx_patient_referrals_study")]
    #[column(max_length = 255)]
    pub study_instance_uid: Option<String>,
    /// The study's number in the radiology department
    #[index(name = "idx_patient_referrals_accession")]
    #[column(max_length = 100)]
    pub accession_number: Option<String>,
    /// When the doctor referred
    #[index(name = "idx_patient_referrals_date")]
    #[column(default = now)]
    pub referral_date: DateTime<Utc>,
    /// What is asked for
    pub study_type: Option<StudyType>,
    /// The DICOM modality
    #[column(max_length = 50)]
    pub modality: Option<String>,
    /// Why it is asked for
    #[column(personal)]
    pub clinical_indication: Option<String>,
    /// How soon it is needed
    #[column(default = ReferralPriority::Routine)]
    pub priority: ReferralPriority,
    /// How far it has come
    #[index(name = "idx_patient_referrals_status")]
    #[column(default = ReferralStatus::Pending)]
    pub status: ReferralStatus,
    /// Whether the doctor may see the study
    #[column(default = false)]
    pub access_granted: bool,
    /// When that ends
    pub access_expires: Option<DateTime<Utc>>,
    /// Whether the doctor was told
    #[column(default = false)]
    pub notification_sent: bool,
    /// Whether the patient was told
    #[column(default = false)]
    pub patient_contacted: bool,
    /// When the row was made
    #[column(default = now)]
    pub created_at: DateTime<Utc>,
    /// When the row last changed
    pub updated_at: Option<DateTime<Utc>>,
}
