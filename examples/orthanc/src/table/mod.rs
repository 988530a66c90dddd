//! The eight tables, one file each.

mod audit_logs;
mod notification_queue;
mod orthanc_configs;
mod orthanc_server_status;
mod patient_authorizations;
mod patient_referrals;
mod patient_shares;
mod referring_doctors;

pub use audit_logs::{AuditLog, AuditLogDao, NewAuditLog};
pub use notification_queue::{NewNotificationQueue, NotificationQueue, NotificationQueueDao};
pub use orthanc_configs::{NewOrthancConfig, OrthancConfig, OrthancConfigDao};
pub use orthanc_server_status::{NewOrthancServerStatus, OrthancServerStatus, OrthancServerStatusDao};
pub use patient_authorizations::{NewPatientAuthorization, PatientAuthorization, PatientAuthorizationDao};
pub use patient_referrals::{NewPatientReferral, PatientReferral, PatientReferralDao};
pub use patient_shares::{AccessLogEntry, NewPatientShare, PatientShare, PatientShareDao};
pub use referring_doctors::{NewReferringDoctor, NotificationPreferences, ReferringDoctor, ReferringDoctorDao};
