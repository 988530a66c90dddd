//! What is asked of doctors.

use chrono::Utc;
use tablewright::Result;

use crate::table::{ReferringDoctor, ReferringDoctorDao};
use crate::vocabulary::Province;

impl ReferringDoctorDao<'_> {
    /// The doctors who may use the system, by name.
    pub async fn find_active(&self) -> Result<Vec<ReferringDoctor>> {
        self.find_all(ReferringDoctor::IS_ACTIVE.eq(true)).order_by(ReferringDoctor::NAME.asc()).await
    }

    /// The doctors of a province who may use the system, by name.
    pub async fn find_active_in(&self, province: Province) -> Result<Vec<ReferringDoctor>> {
        self.find_all(ReferringDoctor::PROVINCE.eq(province).and(ReferringDoctor::IS_ACTIVE.eq(true)))
            .order_by(ReferringDoctor::NAME.asc())
            .await
    }

    /// Notes that the doctor has just opened a study.
    ///
    /// # Errors
    /// Of kind `NotFound` if there is no such doctor.
    pub async fn update_last_access(&self, id: &str) -> Result<()> {
        self.patch(id, ReferringDoctor::patch().set(ReferringDoctor::LAST_ACCESS, Utc::now())).await
    }
}
