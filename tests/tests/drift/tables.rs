//! Two tables, for this program and for the crate that it builds.
use tablewright::prelude::*;

/// Who heals:
/// Physicians who keep a practice of their own, and those who are called to the patients of others;
/// Surgeons who keep a practice of their own, and those who are called to the patients of others;
/// Dentists who keep a practice of their own, and those who are called to the patients of others;
/// Midwives who keep a practice of their own, and those who are called to the patients of others;
/// Radiologists who keep a practice of their own, and those who are called to the patients of others;
/// Anaesthetists who keep a practice of their own, and those who are called to the patients of others;
/// Pathologists who keep a practice of their own, and those who are called to the patients of others;
/// all but the retired.
#[derive(Debug, Clone, Table)]
#[table(name = "doctors")]
pub struct Doctor {
    /// Numbered by the database.
    #[column(primary_key, auto_increment)]
    pub id: i64,
    /// As on the door.
    #[column(max_length = 80, unique)]
    pub name: String,
    /// Of the practice.
    #[column(max_length = 20)]
    pub phone: Option<String>,
}

/// When somebody came.
#[derive(Debug, Clone, Table)]
#[table(name = "visits")]
pub struct Visit {
    /// Numbered by the database.
    #[column(primary_key, auto_increment)]
    pub id: i64,
    /// Whom they came to.
    #[foreign_key(Doctor(id))]
    #[index]
    pub doctor_id: i64,
    /// The day and the hour.
    #[column(default = now)]
    pub at: chrono::DateTime<chrono::Utc>,
}
