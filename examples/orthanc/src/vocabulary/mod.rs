//! The closed lists of words, and the open one of audit actions.

mod access;
pub mod action;
mod audit;
mod imaging;
mod notification;
mod place;
mod server;

pub use access::AccessLevel;
pub use audit::{ComplianceCategory, ResourceType, UserType};
pub use imaging::{ReferralPriority, ReferralStatus, StudyType};
pub use notification::{Language, NotificationPriority, NotificationStatus, NotificationType};
pub use place::Province;
pub use server::{Environment, ServerStatus};
