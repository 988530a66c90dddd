//! The table of patients' own links.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tablewright::prelude::*;

/// Secure links through which patients see their own images
#[derive(Clone, Table)]
#[table(name = "patient_shares")]
#[check(name = "ck_patient_shares_downloads", download_count <= max_downloads)]
pub struct PatientShare {
    /// Made by the client unless given
    #[column(primary_key, max_length = 50, default = uuid)]
    pub id: String,
    /// Whose images
    #[index(name = "idx_patient_shares_patient")]
    #[column(max_length = 100, personal)]
    pub patient_id: String,
    /// The patient's full name
    #[column(max_length = 100, personal)]
    pub patient_name: Option<String>,
    /// Where the link goes
    #[index(name = "idx_patient_shares_email")]
    #[column(max_length = 100, personal)]
    pub patient_email: Option<String>,
    /// Where a short message goes
    #[column(max_length = 50, personal)]
    pub patient_phone: Option<String>,
    /// The studies, separated by commas; all of the patient's if absent
    pub study_uids: Option<String>,
    /// The series, separated by commas; all of the studies' if absent
    pub series_uids: Option<String>,
    /// The hash of the link's token; the token itself is nowhere but in the link
    #[column(max_length = 255, unique, personal)]
    pub share_token: String,
    /// The Argon2 hash of the password, if there is one
    #[column(max_length = 255, personal)]
    pub password_hash: Option<String>,
    /// Who made the link
    #[column(max_length = 50)]
    pub created_by: String,
    /// When it was made
    #[index(name = "idx_patient_shares_created")]
    #[column(default = now)]
    pub created_at: DateTime<Utc>,
    /// When it ends by itself
    #[index(name = "idx_patient_shares_expires")]
    pub expires_at: Option<DateTime<Utc>>,
    /// How many downloads it allows
    #[column(default = 10)]
    pub max_downloads: i32,
    /// How many there were
    #[column(default = 0)]
    pub download_count: i32,
    /// How often it was opened
    #[column(default = 0)]
    pub access_count: i32,
    /// When it was last opened
    pub last_accessed: Option<DateTime<Utc>>,
    /// Whether it works
    #[index(name = "idx_patient_shares_active")]
    #[column(default = true)]
    pub is_active: bool,
    /// Whether the viewer is made for telephones
    #[column(default = true)]
    pub mobile_optimized: bool,
    /// What may be downloaded
    pub download_permissions: Option<Json<serde_json::Value>>,
    /// Who opened it, when, from where
    #[column(personal)]
    pub access_log: Option<Json<Vec<AccessLogEntry>>>,
    /// Which messages were sent
    pub notification_history: Option<Json<serde_json::Value>>,
}

/// One use of a link.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessLogEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// From which address.
    pub ip_address: Option<String>,
    /// What was done.
    pub action: String,
}
