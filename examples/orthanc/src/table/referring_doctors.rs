//! The table of referring doctors.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tablewright::prelude::*;

use crate::hpcsa::HpcsaNumber;
use crate::vocabulary::{AccessLevel, Language, Province};

/// Healthcare professionals who refer patients for imaging
#[derive(Clone, Table)]
#[table(name = "referring_doctors")]
pub struct ReferringDoctor {
    /// Made by the client unless given
    #[column(primary_key, max_length = 50, default = uuid)]
    pub id: String,
    /// Title and full name
    #[column(max_length = 100, personal)]
    pub name: String,
    /// Number in a register of the Health Professions Council of South Africa
    #[column(unique)]
    pub hpcsa_number: Option<HpcsaNumber>,
    /// Where notifications go
    #[index(name = "idx_referring_doctors_email")]
    #[column(max_length = 100, personal)]
    pub email: Option<String>,
    /// Where short messages go
    #[column(max_length = 50, personal)]
    pub phone: Option<String>,
    /// The practice or hospital
    #[column(max_length = 100)]
    pub practice_name: Option<String>,
    /// The field of medicine
    #[column(max_length = 100)]
    pub specialization: Option<String>,
    /// The kind of practice
    #[column(max_length = 50)]
    pub facility_type: Option<String>,
    /// Where the practice is
    #[index(name = "idx_referring_doctors_province")]
    pub province: Option<Province>,
    /// The most this doctor may be granted
    #[column(default = AccessLevel::ViewOnly)]
    pub access_level: AccessLevel,
    /// Whether the doctor may use the system
    #[index(name = "idx_referring_doctors_active")]
    #[column(default = true)]
    pub is_active: bool,
    /// When the row was made
    #[column(default = now)]
    pub created_at: DateTime<Utc>,
    /// When the doctor last opened a study
    pub last_access: Option<DateTime<Utc>>,
    /// How often and for what the doctor refers
    pub referral_patterns: Option<Json<serde_json::Value>>,
    /// How the doctor wants to hear of things
    pub notification_preferences: Option<Json<NotificationPreferences>>,
    /// Whether the doctor wants e-mail at all
    #[index(name = "idx_referring_doctors_email_notifications")]
    #[column(default = true)]
    pub email_notifications: bool,
}

/// How a doctor wants to hear of things.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationPreferences {
    /// By e-mail.
    pub email: bool,
    /// By short message.
    pub sms: bool,
    /// In which language.
    pub language: Language,
}
