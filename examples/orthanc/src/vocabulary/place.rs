//! Where a practice is.

use tablewright::prelude::*;

/// A province of South Africa.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ColumnEnum)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Province {
    #[column_enum(rename = "Eastern Cape")]
    EasternCape,
    #[column_enum(rename = "Free State")]
    FreeState,
    #[column_enum(rename = "Gauteng")]
    Gauteng,
    #[column_enum(rename = "KwaZulu-Natal")]
    KwaZuluNatal,
    #[column_enum(rename = "Limpopo")]
    Limpopo,
    #[column_enum(rename = "Mpumalanga")]
    Mpumalanga,
    #[column_enum(rename = "North West")]
    NorthWest,
    #[column_enum(rename = "Northern Cape")]
    NorthernCape,
    #[column_enum(rename = "Western Cape")]
    WesternCape,
}
