//! What a doctor may do with a study.

use tablewright::prelude::*;

/// What a doctor may do with a study, weakest first. A level includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ColumnEnum)]
pub enum AccessLevel {
    /// Look at the images.
    ViewOnly,
    /// Keep a copy.
    Download,
    /// Write into the images.
    Annotate,
    /// Read the report.
    ReportAccess,
    /// Let others see.
    Share,
    /// Everything.
    FullAccess,
}

impl AccessLevel {
    /// Whether this level is enough where `needed` is asked for.
    pub fn includes(self, needed: Self) -> bool {
        self >= needed
    }
}

#[cfg(test)]
mod tests {
    use super::AccessLevel;

    #[test]
    fn a_level_includes_the_weaker_ones() {
        assert!(AccessLevel::Download.includes(AccessLevel::ViewOnly));
        assert!(AccessLevel::Share.includes(AccessLevel::Share));
        assert!(!AccessLevel::ReportAccess.includes(AccessLevel::FullAccess));
    }

    #[test]
    fn the_words_are_those_of_the_original() {
        let words = AccessLevel::ALL.iter().map(AccessLevel::as_str).collect::<Vec<_>>();
        assert_eq!(words, ["view_only", "download", "annotate", "report_access", "share", "full_access"]);
    }
}
