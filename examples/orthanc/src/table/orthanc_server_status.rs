//! The table of server samples.

use chrono::{DateTime, Utc};
use tablewright::prelude::*;

use crate::vocabulary::ServerStatus;

/// Samples of the Orthanc server's health and load
#[derive(Debug, Clone, Table)]
#[table(name = "orthanc_server_status")]
pub struct OrthancServerStatus {
    /// Numbered by the database; 64 bits, for samples come every few seconds for years
    #[column(primary_key, auto_increment)]
    pub id: i64,
    /// When the sample was taken
    #[index(name = "idx_server_status_timestamp")]
    #[column(default = now)]
    pub timestamp: DateTime<Utc>,
    /// What the server was doing
    #[index(name = "idx_server_status_status")]
    pub server_status: Option<ServerStatus>,
    /// The server's process
    #[index(name = "idx_server_status_process")]
    pub process_id: Option<i32>,
    /// Where it listens for browsers
    pub http_port: Option<i32>,
    /// Where it listens for modalities
    pub dicom_port: Option<i32>,
    /// Per cent of all cores
    pub cpu_usage: Option<f64>,
    /// Bytes
    pub memory_usage: Option<i64>,
    /// Bytes
    pub disk_usage: Option<i64>,
    /// Open connections
    pub active_connections: Option<i32>,
    /// Studies in the archive
    pub studies_count: Option<i32>,
    /// Series in the archive
    pub series_count: Option<i32>,
    /// Images in the archive
    pub instances_count: Option<i32>,
    /// Bytes of images
    pub storage_size: Option<i64>,
    /// Errors since the start
    pub error_count: Option<i32>,
    /// The last of them
    pub last_error: Option<String>,
    /// The hash of the configuration it runs with
    #[column(max_length = 255)]
    pub configuration_hash: Option<String>,
    /// Seconds since the start
    pub uptime_seconds: Option<i64>,
    /// Anything else that was measured
    pub performance_metrics: Option<Json<serde_json::Value>>,
}
