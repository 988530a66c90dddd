//! The table of authorizations.

use chrono::{DateTime, Utc};
use tablewright::prelude::*;

use super::ReferringDoctor;
use crate::vocabulary::AccessLevel;

/// Which doctor may see which patient's studies, how far and how long
///
/// A row without a study stands for all studies of the patient. Several such rows may stand side by side (two NULLs
/// never collide, on any engine): each is a grant of its own, with its own end, and access holds while one of them
/// does. A study has one place for each doctor, which the unique index guards: a grant that has ended, or is for one series,
/// stands in it until the next grant for the study takes its row over.
#[derive(Clone, Table)]
#[table(
    name = "patient_authorizations",
    allow(redundant_index, reason = "the management module asks for an index of this name")
)]
#[index(name = "idx_patient_auth_combo", columns(doctor_id, patient_id, study_instance_uid), unique)]
#[check(name = "ck_patient_authorizations_count", access_count >= 0)]
pub struct PatientAuthorization {
    /// Made by the client unless given
    #[column(primary_key, max_length = 50, default = uuid)]
    pub id: String,
    /// Who may see
    #[foreign_key(ReferringDoctor(id), on_delete = cascade)]
    #[index(name = "idx_patient_auth_doctor")]
    #[column(max_length = 50)]
    pub doctor_id: String,
    /// Whose studies
    #[index(name = "idx_patient_auth_patient")]
    #[column(max_length = 100, personal)]
    pub patient_id: String,
    /// Which study; all of the patient's if absent
    #[index(name = "idx_patient_auth_study")]
    #[column(max_length = 255)]
    pub study_instance_uid: Option<String>,
    /// Which series of the study; all if absent
    #[column(max_length = 255)]
    pub series_instance_uid: Option<String>,
    /// What the doctor may do
    #[column(default = AccessLevel::ViewOnly)]
    pub access_level: AccessLevel,
    /// Who granted it
    #[column(max_length = 50)]
    pub granted_by: String,
    /// When it was granted
    #[column(default = now)]
    pub granted_at: DateTime<Utc>,
    /// When it ends by itself
    #[index(name = "idx_patient_auth_expires")]
    pub expires_at: Option<DateTime<Utc>>,
    /// Whether it stands; false once expired or revoked
    #[index(name = "idx_patient_auth_active")]
    #[column(default = true)]
    pub is_active: bool,
    /// How often it was used
    #[column(default = 0)]
    pub access_count: i32,
    /// When it was last used
    pub last_accessed: Option<DateTime<Utc>>,
    /// What for
    pub purpose: Option<String>,
    /// What is left out
    pub restrictions: Option<Json<serde_json::Value>>,
    /// What happened to the grant
    pub audit_trail: Option<Json<Vec<String>>>,
}
