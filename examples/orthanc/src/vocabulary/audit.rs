//! Who acts, on what, and which rules that concerns.

use serde::{Deserialize, Serialize};
use tablewright::prelude::*;

/// The kind of user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ColumnEnum)]
#[allow(missing_docs, reason = "the words say it")]
pub enum UserType {
    Admin,
    Doctor,
    Patient,
    System,
    Anonymous,
}

/// The kind of thing something is done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
#[allow(missing_docs, reason = "the words say it")]
pub enum ResourceType {
    Patient,
    Study,
    Series,
    Instance,
    Doctor,
    Authorization,
    Share,
    Config,
    User,
    Session,
    System,
}

/// The rules an action concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComplianceCategory {
    /// The Health Professions Council of South Africa.
    Hpcsa,
    /// The Protection of Personal Information Act.
    Popia,
    /// Information security.
    Security,
    /// Who may see what.
    AccessControl,
    /// Keeping and deleting data.
    DataProtection,
}
