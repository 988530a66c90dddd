//! The known audit actions, by family. Others are allowed.

/// The doctor or user came in.
pub const LOGIN: &str = "login";
/// The user went.
pub const LOGOUT: &str = "logout";
/// Somebody could not come in.
pub const LOGIN_FAILED: &str = "login_failed";
/// A password was changed.
pub const PASSWORD_CHANGE: &str = "password_change";
/// An account was closed after too many failures.
pub const ACCOUNT_LOCKED: &str = "account_locked";

/// A patient's data was seen.
pub const VIEW_PATIENT: &str = "view_patient";
/// A study was seen.
pub const VIEW_STUDY: &str = "view_study";
/// An image was taken away.
pub const DOWNLOAD_IMAGE: &str = "download_image";
/// A report was taken away.
pub const DOWNLOAD_REPORT: &str = "download_report";
/// Patients were searched for.
pub const SEARCH_PATIENTS: &str = "search_patients";

/// A patient was added.
pub const CREATE_PATIENT: &str = "create_patient";
/// A patient's data was changed.
pub const UPDATE_PATIENT: &str = "update_patient";
/// A patient was removed.
pub const DELETE_PATIENT: &str = "delete_patient";
/// A study was added.
pub const UPLOAD_STUDY: &str = "upload_study";
/// A study was removed.
pub const DELETE_STUDY: &str = "delete_study";
/// Something was written into an image.
pub const ADD_ANNOTATION: &str = "add_annotation";

/// A doctor may see a study.
pub const GRANT_ACCESS: &str = "grant_access";
/// A doctor may no longer see a study.
pub const REVOKE_ACCESS: &str = "revoke_access";
/// A patient got a link.
pub const CREATE_SHARE: &str = "create_share";
/// A link was used.
pub const ACCESS_SHARE: &str = "access_share";
/// The server's configuration changed.
pub const CONFIG_CHANGE: &str = "config_change";
/// A user was added, changed or removed.
pub const USER_MANAGEMENT: &str = "user_management";

/// The server started.
pub const SYSTEM_START: &str = "system_start";
/// The server stopped.
pub const SYSTEM_STOP: &str = "system_stop";
/// A backup was made.
pub const BACKUP_CREATED: &str = "backup_created";
/// Data was moved to another schema.
pub const DATA_MIGRATION: &str = "data_migration";
/// The system was searched for weaknesses.
pub const SECURITY_SCAN: &str = "security_scan";
