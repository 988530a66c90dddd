//! The verbs of the domain on top of the derived DAOs, one file each.

mod audit;
mod authorizations;
mod doctors;
mod referrals;
mod shares;

pub use audit::{Action, Audit, ComplianceLine};
pub use authorizations::Grant;
pub use referrals::ACCESS_HOURS;
pub use shares::{Download, NewShare};
