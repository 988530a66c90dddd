//! The verbs of the domain on top of the derived DAOs, one file each.

mod audit;
mod authorizations;
mod doctors;
mod grants;
mod referrals;
mod shares;

pub use audit::{Action, Audit, ComplianceLine};
pub use authorizations::Access;
pub use grants::Grant;
pub use referrals::ACCESS_HOURS;
pub use shares::{Download, NewShare};
