//! The table of server configurations.

use chrono::{DateTime, Utc};
use tablewright::prelude::*;

use crate::vocabulary::Environment;

/// Versioned configurations of the Orthanc server
#[derive(Debug, Clone, Table)]
#[table(name = "orthanc_configs")]
pub struct OrthancConfig {
    /// Made by the client unless given
    #[column(primary_key, max_length = 50, default = uuid)]
    pub id: String,
    /// What it is called
    #[index(name = "idx_orthanc_config_name")]
    #[column(max_length = 100)]
    pub config_name: String,
    /// What it is for
    pub description: Option<String>,
    /// The configuration itself
    pub config_data: Option<String>,
    /// Its version
    #[index(name = "idx_orthanc_config_version")]
    #[column(max_length = 50)]
    pub config_version: Option<String>,
    /// Where it is used
    #[index(name = "idx_orthanc_config_env")]
    #[column(default = Environment::Production)]
    pub environment: Environment,
    /// Whether the server runs with it
    #[index(name = "idx_orthanc_config_active")]
    #[column(default = false)]
    pub is_active: bool,
    /// Whether it is what a new server starts with
    #[index(name = "idx_orthanc_config_default")]
    #[column(default = false)]
    pub is_default: bool,
    /// Who wrote it
    #[column(max_length = 50)]
    pub created_by: Option<String>,
    /// When the row was made
    #[column(default = now)]
    pub created_at: DateTime<Utc>,
    /// When the server took it over
    pub applied_at: Option<DateTime<Utc>>,
    /// What it replaced
    pub backup_config: Option<String>,
    /// What the validation said
    #[column(max_length = 50)]
    pub validation_status: Option<String>,
    /// What the validation complained about
    pub validation_errors: Option<String>,
}
