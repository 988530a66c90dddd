//! What messages are about, in which language, how soon, and how far they have come.

use serde::{Deserialize, Serialize};
use tablewright::prelude::*;

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
#[allow(missing_docs, reason = "the words say it")]
pub enum NotificationType {
    StudyReady,
    LinkCreated,
    AccessGranted,
    AccessExpiring,
    ReferralReceived,
    SystemAlert,
}

/// How soon a message must go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ColumnEnum)]
#[allow(missing_docs, reason = "the words say it")]
pub enum NotificationPriority {
    Low,
    Normal,
    High,
    Urgent,
}

/// How far a message has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
#[allow(missing_docs, reason = "the words say it")]
pub enum NotificationStatus {
    Pending,
    Sending,
    Sent,
    Failed,
    Cancelled,
}

/// An official spoken language of South Africa, by its ISO 639 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Language {
    #[column_enum(rename = "en")]
    #[serde(rename = "en")]
    English,
    #[column_enum(rename = "af")]
    #[serde(rename = "af")]
    Afrikaans,
    #[column_enum(rename = "zu")]
    #[serde(rename = "zu")]
    Zulu,
    #[column_enum(rename = "xh")]
    #[serde(rename = "xh")]
    Xhosa,
    #[column_enum(rename = "nso")]
    #[serde(rename = "nso")]
    NorthernSotho,
    #[column_enum(rename = "st")]
    #[serde(rename = "st")]
    Sotho,
    #[column_enum(rename = "tn")]
    #[serde(rename = "tn")]
    Tswana,
    #[column_enum(rename = "ts")]
    #[serde(rename = "ts")]
    Tsonga,
    #[column_enum(rename = "ss")]
    #[serde(rename = "ss")]
    Swati,
    #[column_enum(rename = "ve")]
    #[serde(rename = "ve")]
    Venda,
    #[column_enum(rename = "nr")]
    #[serde(rename = "nr")]
    Ndebele,
}
