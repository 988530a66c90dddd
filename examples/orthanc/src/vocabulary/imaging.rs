//! What is asked of the radiologists, how soon, and how far it has come.

use tablewright::prelude::*;

/// The kind of study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
#[allow(missing_docs, reason = "the words say it")]
pub enum StudyType {
    Xray,
    Ct,
    Mri,
    Ultrasound,
    Mammography,
    Nuclear,
    Pet,
    Angiography,
    Other,
}

/// How soon a referral is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ColumnEnum)]
pub enum ReferralPriority {
    /// In its turn.
    Routine,
    /// Before the others.
    Urgent,
    /// At once.
    Emergency,
}

/// How far a referral has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
pub enum ReferralStatus {
    /// Nobody has looked at it.
    Pending,
    /// Somebody is at it.
    Processing,
    /// The doctor may see the study.
    Authorized,
    /// Done.
    Completed,
    /// It could not be done.
    Failed,
    /// The doctor's access has ended.
    Expired,
}
