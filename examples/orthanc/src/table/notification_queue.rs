//! The table of outgoing messages.

use chrono::{DateTime, Utc};
use tablewright::prelude::*;

use crate::vocabulary::{Language, NotificationPriority, NotificationStatus, NotificationType, UserType};

/// Outgoing e-mail and SMS, with retries
#[derive(Clone, Table)]
#[table(name = "notification_queue")]
#[index(name = "idx_notification_recipient", columns(recipient_type, recipient_id))]
#[check(name = "ck_notification_queue_attempts", attempts >= 0 and max_attempts > 0)]
pub struct NotificationQueue {
    /// Made by the client unless given
    #[column(primary_key, max_length = 50, default = uuid)]
    pub id: String,
    /// What kind of recipient
    pub recipient_type: Option<UserType>,
    /// Which one
    #[column(max_length = 50, personal)] // a patient's number, if it is one
    pub recipient_id: Option<String>,
    /// Where the e-mail goes
    #[column(max_length = 100, personal)]
    pub recipient_email: Option<String>,
    /// Where the short message goes
    #[column(max_length = 50, personal)]
    pub recipient_phone: Option<String>,
    /// What it is about
    #[index(name = "idx_notification_type")]
    pub notification_type: Option<NotificationType>,
    /// The subject line
    #[column(max_length = 255)]
    pub subject: Option<String>,
    /// The message as plain text
    #[column(personal)]
    pub message: Option<String>,
    /// The message as HTML
    #[column(personal)]
    pub message_html: Option<String>,
    /// The language it is written in
    #[column(default = Language::English)]
    pub language: Language,
    /// How soon it must go
    #[index(name = "idx_notification_priority")]
    #[column(default = NotificationPriority::Normal)]
    pub priority: NotificationPriority,
    /// How far it has come
    #[index(name = "idx_notification_status")]
    #[column(default = NotificationStatus::Pending)]
    pub status: NotificationStatus,
    /// How often it was tried
    #[column(default = 0)]
    pub attempts: i32,
    /// How often it may be tried
    #[column(default = 3)]
    pub max_attempts: i32,
    /// When the row was made
    #[column(default = now)]
    pub created_at: DateTime<Utc>,
    /// When it should go; at once if absent
    #[index(name = "idx_notification_scheduled")]
    pub scheduled_at: Option<DateTime<Utc>>,
    /// When it went
    pub sent_at: Option<DateTime<Utc>>,
    /// Why it did not
    pub error_message: Option<String>,
    /// Anything the sender wants to keep
    pub metadata: Option<Json<serde_json::Value>>,
}
