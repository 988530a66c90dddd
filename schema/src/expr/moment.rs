//! Days and times as they are written: `2026-01-31`, `18:00`, `2026-01-31 12:00:00.5`.

use super::Moment;
use super::kind::Kind;

impl Moment {
    /// The word before the text.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Timestamp => "timestamp",
        }
    }

    /// A literal of it, for a message.
    pub(super) const fn example(self) -> &'static str {
        match self {
            Self::Date => "date '2026-01-31'",
            Self::Time => "time '18:00:00'",
            Self::Timestamp => "timestamp '2026-01-31 12:00:00'",
        }
    }

    /// What it is, in words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Date => "a date",
            Self::Time => "a time of day",
            Self::Timestamp => "a date and time",
        }
    }

    /// The text of a literal, with its seconds; nothing if it names no such day or time.
    pub(super) fn read(self, text: &str) -> Option<String> {
        match self {
            Self::Date => is_day(text).then(|| text.to_owned()),
            Self::Time => clock(text),
            Self::Timestamp => {
                let (day, time) = text.split_once([' ', 'T'])?;
                is_day(day).then(|| clock(time)).flatten().map(|time| format!("{day} {time}"))
            }
        }
    }
}

/// What a text is beside a time of this kind: the same as a literal. An instant is in UTC, which the text may say.
pub(super) fn beside(kind: Kind, text: &str) -> Option<(Moment, String)> {
    let moment = match kind {
        Kind::Date => Moment::Date,
        Kind::Time => Moment::Time,
        Kind::Timestamp | Kind::Instant if is_day(text) => Moment::Date,
        Kind::Timestamp | Kind::Instant => Moment::Timestamp,
        Kind::Text
        | Kind::Whole
        | Kind::Decimal
        | Kind::Float
        | Kind::Number
        | Kind::Bool
        | Kind::Day
        | Kind::Moment
        | Kind::Bytes
        | Kind::Uuid
        | Kind::Document
        | Kind::Unknown => return None,
    };
    let text = if kind == Kind::Instant { without_zone(text) } else { text };
    Some((moment, moment.read(text)?))
}

fn without_zone(text: &str) -> &str {
    ["Z", "+00:00", "+00"].into_iter().find_map(|zone| text.strip_suffix(zone)).map_or(text, str::trim_end)
}

/// `HH:MM`, `HH:MM:SS` or `HH:MM:SS.ffffff`, with the seconds.
fn clock(text: &str) -> Option<String> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let mut parts = whole.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() || !is_between(hour, 2, 0, 23) || !is_between(minute, 2, 0, 59) {
        return None;
    }
    match (second, fraction) {
        (None, None) => Some(format!("{whole}:00")),
        (Some(second), None) => is_between(second, 2, 0, 59).then(|| text.to_owned()),
        (Some(second), Some(fraction)) => {
            let digits = (1..=6).contains(&fraction.len()) && fraction.bytes().all(|digit| digit.is_ascii_digit());
            (digits && is_between(second, 2, 0, 59)).then(|| text.to_owned())
        }
        (None, Some(_)) => None,
    }
}

/// Whether a text is a day of the calendar, `YYYY-MM-DD`.
fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    if !is_between(year, 4, 1, 9999) {
        return false;
    }
    let year: u32 = year.parse().unwrap_or_default();
    let days = match month {
        "02" if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        "02" => 28,
        "04" | "06" | "09" | "11" => 30,
        _ => 31,
    };
    is_between(month, 2, 1, 12) && is_between(day, 2, 1, days)
}

/// Whether a text is a number of so many digits in a range.
fn is_between(text: &str, digits: usize, low: u32, high: u32) -> bool {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && text.parse().is_ok_and(|number| (low..=high).contains(&number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (text, expected) in [
            ("2026-01-31", true),
            ("2024-02-29", true),
            ("2000-02-29", true),
            ("1900-02-29", false),
            ("2026-02-29", false),
            ("2026-04-31", false),
            ("2026-13-01", false),
            ("0000-01-01", false),
            ("2026-1-31", false),
            ("2026-01-31-", false),
            ("31.1.2026", false),
            ("+026-01-31", false),
        ] {
            assert_eq!(is_day(text), expected, "{text}");
        }
    }

    #[test]
    fn times_have_their_seconds() {
        let read = |text| Moment::Time.read(text);
        assert_eq!(read("18:00").as_deref(), Some("18:00:00"));
        assert_eq!(read("18:00:59.5").as_deref(), Some("18:00:59.5"));
        for text in
            ["24:00", "18:60", "18:00:60", "18", "6:00", "18:00.5", "18:00:00.", "18:00:00.1234567", "18:00:00:00"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(Moment::Timestamp.read("2026-01-31T12:00").as_deref(), Some("2026-01-31 12:00:00"));
        assert_eq!(Moment::Timestamp.read("2026-01-31"), None);
    }

    #[test]
    fn a_text_is_read_as_the_time_beside_it() {
        let day = Some((Moment::Date, "2026-01-31".to_owned()));
        let noon = Some((Moment::Timestamp, "2026-01-31 12:00:00".to_owned()));
        assert_eq!(beside(Kind::Date, "2026-01-31"), day);
        assert_eq!(beside(Kind::Instant, "2026-01-31"), day);
        for text in
            ["2026-01-31 12:00:00", "2026-01-31T12:00:00Z", "2026-01-31 12:00:00+00:00", "2026-01-31 12:00 +00:00"]
        {
            assert_eq!(beside(Kind::Instant, text), noon, "{text}");
        }
        assert_eq!(beside(Kind::Timestamp, "2026-01-31T12:00:00Z"), None);
        assert_eq!(beside(Kind::Instant, "2026-01-31 12:00:00+01:00"), None);
        assert_eq!(beside(Kind::Date, "2026-01-31 12:00:00"), None);
        assert_eq!(beside(Kind::Text, "2026-01-31"), None);
    }
}
