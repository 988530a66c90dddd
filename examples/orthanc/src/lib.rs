//! The database foundation of the Orthanc management module: eight tables, five domain DAOs, an audit trail.
//!
//! A picture archive stores medical images. Doctors refer patients and want to see the studies, patients get secure
//! links, administrators grant access, and South African law (POPIA) and the professional council (HPCSA) ask who saw
//! what. Everything here is written with the public API of `tablewright`, as any user would.

pub mod dao;
pub mod hpcsa;
pub mod matrix;
pub mod secret;
pub mod table;
pub mod vocabulary;

pub use hpcsa::HpcsaNumber;

use table::{
    AuditLog, NotificationQueue, OrthancConfig, OrthancServerStatus, PatientAuthorization, PatientReferral,
    PatientShare, ReferringDoctor,
};
use tablewright::prelude::*;

schema! {
    /// The Orthanc management database.
    pub struct Orthanc {
        tables: [
            ReferringDoctor,
            PatientReferral,
            PatientAuthorization,
            PatientShare,
            OrthancConfig,
            OrthancServerStatus,
            AuditLog,
            NotificationQueue,
        ],
        migrations: "migrations",
    }
}
