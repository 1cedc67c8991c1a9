//! `format: date`.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::rfc3339;
use crate::malformed::Malformed;

/// A day, `format: date` (`full-date` of [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339), section 5.6).
///
/// The text is kept exactly. What a server sends need not be a date at all: then [`Date::date`] is `None` and
/// validation reports it, but nothing is lost. Equality and order are those of the text, which for dates is also the
/// order in time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(Box<str>);

impl Date {
    /// Keeps a text as it is, whether it is a date or not.
    pub(crate) fn from_received(text: String) -> Self {
        Self(text.into_boxed_str())
    }

    /// The text as it came, or as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day; `None` where the text is not a `full-date`.
    pub fn date(&self) -> Option<civil::Date> {
        rfc3339::full_date(&self.0)
    }
}

/// Years before 0 have no text in RFC 3339: such a date is written as `jiff` does, and validation reports it.
impl From<civil::Date> for Date {
    fn from(date: civil::Date) -> Self {
        Self::from_received(date.to_string())
    }
}

impl FromStr for Date {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let value = Self::from_received(text.to_owned());
        if value.date().is_some() { Ok(value) } else { Err(Malformed::new("an RFC 3339 full-date", text)) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from_received)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil;

    use super::Date;

    #[test]
    fn a_day_is_read_and_anything_else_is_kept() {
        assert_eq!("2024-02-29".parse::<Date>().unwrap().date(), Some(civil::date(2024, 2, 29)));
        for text in ["2026-02-29", "2026-2-9", "20260209", "2026-02-09T00:00:00Z", ""] {
            let value: Date = serde_json::from_str(&format!("{text:?}")).unwrap();
            assert_eq!((value.as_str(), value.date()), (text, None));
            assert!(text.parse::<Date>().is_err());
        }
        assert_eq!(Date::from(civil::date(2026, 11, 2)).as_str(), "2026-11-02");
    }
}
