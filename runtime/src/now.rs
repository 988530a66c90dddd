//! The current time and new UUIDs, as the client makes them for defaults.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, Utc};
use uuid::Uuid;

use crate::param::MICROSECONDS;

/// A type of which there is a current value, in UTC.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot have `default = now`",
    label = "not a date or a time",
    note = "`default = now` is for `DateTime<Utc>`, `NaiveDateTime`, `NaiveDate`, `NaiveTime`, and `Option`s of these"
)]
pub trait Now {
    /// The current value, cut to the microsecond, as a column would give it back.
    fn now() -> Self;
}

impl Now for DateTime<Utc> {
    fn now() -> Self {
        Utc::now().trunc_subsecs(MICROSECONDS)
    }
}

impl Now for NaiveDateTime {
    fn now() -> Self {
        <DateTime<Utc> as Now>::now().naive_utc()
    }
}

impl Now for NaiveDate {
    fn now() -> Self {
        Utc::now().date_naive()
    }
}

impl Now for NaiveTime {
    fn now() -> Self {
        <DateTime<Utc> as Now>::now().time()
    }
}

/// A type that can hold a new random UUID.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot have `default = uuid`",
    label = "neither a `Uuid` nor a text",
    note = "`default = uuid` is for `Uuid`, and for `String`, which gets the 36 characters of its usual spelling"
)]
pub trait NewUuid {
    /// A new random UUID (version 4).
    fn new_uuid() -> Self;
}

impl NewUuid for Uuid {
    fn new_uuid() -> Self {
        Self::new_v4()
    }
}

impl NewUuid for String {
    fn new_uuid() -> Self {
        Uuid::new_v4().hyphenated().to_string()
    }
}

#[cfg(test)]
mod tests {
    use chrono::Timelike;

    use super::*;

    #[test]
    fn now_has_no_more_than_microseconds() {
        // One of a hundred draws would fall on a whole microsecond at most a few times.
        for _ in 0..100 {
            assert_eq!(<DateTime<Utc> as Now>::now().nanosecond() % 1_000, 0);
            assert_eq!(<NaiveDateTime as Now>::now().nanosecond() % 1_000, 0);
            assert_eq!(<NaiveTime as Now>::now().nanosecond() % 1_000, 0);
        }
    }

    #[test]
    fn a_uuid_as_text_has_36_characters() {
        assert_eq!(<String as NewUuid>::new_uuid().len(), 36);
    }
}
