//! The table of the audit trail.

use chrono::{DateTime, NaiveDate, Utc};
use tablewright::prelude::*;

use crate::hpcsa::HpcsaNumber;
use crate::vocabulary::{ComplianceCategory, ResourceType, UserType};

/// Audit trail for HPCSA and POPIA
///
/// Rows are only ever added: [`Audit`](crate::dao::Audit) has no way to change one.
#[derive(Clone, Table)]
#[table(name = "audit_logs")]
#[index(name = "idx_audit_resource", columns(resource_type, resource_id))]
#[check(name = "ck_audit_logs_failure", success or error_message is not null)]
pub struct AuditLog {
    /// Made by the client unless given
    #[column(primary_key, max_length = 50, default = uuid)]
    pub id: String,
    /// When it happened
    #[index(name = "idx_audit_timestamp")]
    #[column(default = now)]
    pub timestamp: DateTime<Utc>,
    /// Who did it
    #[index(name = "idx_audit_user")]
    #[column(max_length = 50, personal)] // a patient's number, if it was one
    pub user_id: Option<String>,
    /// What kind of user
    pub user_type: Option<UserType>,
    /// The user's name
    #[column(max_length = 100, personal)]
    pub user_name: Option<String>,
    /// The user's number, if a doctor
    #[index(name = "idx_audit_hpcsa")]
    pub hpcsa_number: Option<HpcsaNumber>,
    /// What was done: one of `vocabulary::action`, or another word
    #[index(name = "idx_audit_action")]
    #[column(max_length = 100)]
    pub action: String,
    /// The kind of thing it was done to
    pub resource_type: Option<ResourceType>,
    /// The thing it was done to
    #[column(max_length = 255, personal)] // a patient's number, if it was done to one
    pub resource_id: Option<String>,
    /// Whose data it was
    #[index(name = "idx_audit_patient")]
    #[column(max_length = 100, personal)]
    pub patient_id: Option<String>,
    /// Which study
    #[index(name = "idx_audit_study")]
    #[column(max_length = 255)]
    pub study_instance_uid: Option<String>,
    /// Anything more
    #[column(personal)]
    pub details: Option<String>,
    /// From which address
    #[column(max_length = 45, personal)]
    pub ip_address: Option<String>,
    /// With which program
    pub user_agent: Option<String>,
    /// In which session
    #[index(name = "idx_audit_session")]
    #[column(max_length = 100)]
    pub session_id: Option<String>,
    /// Whether it worked
    #[column(default = true)]
    pub success: bool,
    /// Why it did not
    pub error_message: Option<String>,
    /// Which rules it concerns
    pub compliance_flags: Option<Json<Vec<ComplianceCategory>>>,
    /// From when on the row may go
    #[index(name = "idx_audit_retention")]
    pub retention_date: Option<NaiveDate>,
}
