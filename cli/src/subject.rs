//! The database that a report is about, and whether its file was made.

use serde::Serialize;

use crate::database::Opened;
use crate::screen::Screen;

/// The database that a report is about.
#[derive(Debug, Clone, Serialize)]
pub struct Subject {
    database: String,
    /// Whether its file was made.
    #[serde(rename = "made", skip_serializing_if = "std::ops::Not::not")]
    is_new: bool,
}

impl Subject {
    pub fn of(opened: &Opened) -> Self {
        Self { database: opened.name.clone(), is_new: opened.is_new }
    }

    /// Its name, as a person would type it.
    pub fn name(&self) -> &str {
        &self.database
    }

    /// Says that its file was made, if it was: nobody may have meant a new one.
    pub fn show(&self, screen: &mut Screen) {
        if self.is_new {
            screen.line(format_args!("{} is new: there was no such file", self.database));
        }
    }
}
