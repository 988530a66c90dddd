//! The sample data: three doctors and one configuration.

use tablewright::Result;
use tablewright::prelude::*;

use crate::hpcsa::HpcsaNumber;
use crate::table::{NewOrthancConfig, NewReferringDoctor, OrthancConfig, ReferringDoctor};
use crate::vocabulary::{Environment, Province};

/// Number, name, HPCSA number, specialization, province.
const DOCTORS: [(&str, &str, &str, &str, Province); 3] = [
    ("DOC001", "Dr. Sarah Johnson", "HP12345", "Radiology", Province::Gauteng),
    ("DOC002", "Dr. Michael Chen", "HP67890", "Orthopedics", Province::WesternCape),
    ("DOC003", "Dr. Priya Patel", "HP54321", "Cardiology", Province::KwaZuluNatal),
];

/// Adds the sample data, or what of it is missing. A row that is there is left as it is.
///
/// # Errors
/// If the database refuses; then nothing of it was added.
pub async fn load(db: &Database) -> Result<usize> {
    db.transaction(async |tx| {
        let mut added = 0;
        let doctors = ReferringDoctor::dao(tx);
        for (id, name, hpcsa_number, specialization, province) in DOCTORS {
            if doctors.exists(id).await? {
                continue;
            }
            let doctor = NewReferringDoctor::new(name)
                .id(id)
                .hpcsa_number(HpcsaNumber::parse(hpcsa_number).ok())
                .specialization(specialization)
                .province(province);
            doctors.create(doctor).await?;
            added += 1;
        }
        let configs = OrthancConfig::dao(tx);
        if !configs.exists("CFG001").await? {
            let config = NewOrthancConfig::new("Default Configuration")
                .id("CFG001")
                .environment(Environment::Production)
                .is_default(true)
                .config_data("{}");
            configs.create(config).await?;
            added += 1;
        }
        Ok(added)
    })
    .await
}
