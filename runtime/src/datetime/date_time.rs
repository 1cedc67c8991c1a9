//! `format: date-time`.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, civil};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::rfc3339;
use crate::malformed::Malformed;

/// A point in time, `format: date-time` ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339), section 5.6).
///
/// The text is kept exactly, with its offset and its number of digits. What a server sends need not be a time at all:
/// then the accessors give `None` and validation reports it, but nothing is lost.
///
/// Two values are **equal** when their texts are: `…T10:00:00Z` and `…T12:00:00+02:00` differ. They are **ordered** by
/// the instant they stand for, then by text; text that is no time comes first. Compare [`DateTime::timestamp`] where
/// only the instant counts.
#[derive(Clone)]
pub struct DateTime {
    text: Box<str>,
    parsed: Option<rfc3339::Instant>,
}

impl DateTime {
    /// Keeps a text as it is, whether it is a time or not.
    pub(crate) fn from_received(text: String) -> Self {
        let parsed = rfc3339::date_time(&text);
        Self { text: text.into_boxed_str(), parsed }
    }

    /// The text as it came, or as it will be sent.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the text is a time by RFC 3339.
    pub fn is_well_formed(&self) -> bool {
        self.parsed.is_some()
    }

    /// The instant, to the nanosecond; finer digits are cut, a leap second counts as the second before it.
    ///
    /// `None` where the text is not RFC 3339, and in the last 26 hours of the year 9999, which are beyond what `jiff`
    /// holds; [`DateTime::local`] has those too.
    pub fn timestamp(&self) -> Option<Timestamp> {
        self.parsed.and_then(|parsed| parsed.offset.to_timestamp(parsed.local).ok())
    }

    /// The offset from UTC as written. `None` where the text is not RFC 3339, and for `-00:00`, which says that the
    /// offset is not known (section 4.3).
    pub fn offset(&self) -> Option<Offset> {
        self.parsed.filter(|parsed| parsed.offset_known).map(|parsed| parsed.offset)
    }

    /// Date and time of day as written, without the offset. `None` where the text is not RFC 3339.
    pub fn local(&self) -> Option<civil::DateTime> {
        self.parsed.map(|parsed| parsed.local)
    }

    /// Time since 1970, for the whole range of RFC 3339.
    fn instant(&self) -> Option<SignedDuration> {
        let parsed = self.parsed?;
        let since_epoch = parsed.local.duration_since(civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0));
        Some(since_epoch - SignedDuration::from_secs(i64::from(parsed.offset.seconds())))
    }
}

impl From<Timestamp> for DateTime {
    fn from(timestamp: Timestamp) -> Self {
        let text = timestamp.to_string();
        Self::from_received(text)
    }
}

impl FromStr for DateTime {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let value = Self::from_received(text.to_owned());
        if value.is_well_formed() { Ok(value) } else { Err(Malformed::new("an RFC 3339 date-time", text)) }
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let note = if self.is_well_formed() { "" } else { ", not RFC 3339" };
        write!(formatter, "DateTime({:?}{note})", self.text)
    }
}

impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for DateTime {}

impl Hash for DateTime {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.instant().cmp(&other.instant()).then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from_received)
    }
}

#[cfg(test)]
mod tests {
    use super::DateTime;

    fn read(text: &str) -> DateTime {
        DateTime::from_received(text.to_owned())
    }

    #[track_caller]
    fn means(text: &str, instant: &str) {
        assert_eq!(read(text).timestamp().map(|timestamp| timestamp.to_string()).as_deref(), Some(instant), "{text}");
    }

    #[test]
    fn the_forms_of_rfc_3339_are_read() {
        means("2026-11-02T10:00:00Z", "2026-11-02T10:00:00Z");
        means("2026-11-02t10:00:00.120z", "2026-11-02T10:00:00.12Z");
        means("2026-11-02T12:30:00.1234567891+02:30", "2026-11-02T10:00:00.123456789Z");
        means("2026-11-02T10:00:00-00:00", "2026-11-02T10:00:00Z");
        means("1990-12-31T15:59:60-08:00", "1990-12-31T23:59:59Z");
        means("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z");
        means("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z");
    }

    #[test]
    fn what_only_looks_like_a_time_is_kept_but_has_no_instant() {
        let texts = [
            "",
            "2026-11-02",
            "2026-11-02 10:00:00Z",
            "2026-11-02T10:00:00",
            "2026-11-02T10:00Z",
            "2026-11-02T10:00:00.Z",
            "2026-02-29T10:00:00Z",
            "2026-13-01T10:00:00Z",
            "2026-11-02T24:00:00Z",
            "2026-11-02T10:60:00Z",
            "2026-11-02T10:00:61Z",
            "2026-11-02T10:00:60Z",
            "2026-11-02T10:00:00+24:00",
            "2026-11-02T10:00:00+02:60",
            "2026-11-02T10:00:00+0200",
            "2026-11-02T10:00:00Z ",
            "+002026-11-02T10:00:00Z",
            "2026-11-02T10:00:00Z[UTC]",
            "２026-11-02T10:00:00Z",
        ];
        for text in texts {
            let value = read(text);
            assert_eq!((value.is_well_formed(), value.timestamp(), value.as_str()), (false, None, text));
            assert!(text.parse::<DateTime>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_text_survives_a_round_trip() {
        for text in ["2026-11-02T10:00:00.100+02:00", "soon"] {
            let json = format!("{text:?}");
            let value: DateTime = serde_json::from_str(&json).unwrap();
            assert_eq!(serde_json::to_string(&value).unwrap(), json);
        }
        assert!(serde_json::from_str::<DateTime>("7").is_err());
    }

    #[test]
    fn equality_is_of_the_text_and_order_of_the_instant() {
        let (early, same, late) =
            (read("2026-11-02T12:00:00+02:00"), read("2026-11-02T10:00:00Z"), read("2026-11-02T11:00:00Z"));
        assert_ne!(early, same);
        assert!(early < late && same < late && read("soon") < same);
        assert!(read("9999-12-31T23:59:59Z") > late, "beyond jiff's range, still ordered");
        assert!(read("9999-12-31T23:59:59Z").is_well_formed());
    }

    #[test]
    fn an_unknown_offset_is_not_an_offset_of_zero() {
        assert_eq!(read("2026-11-02T10:00:00-00:00").offset(), None);
        assert_eq!(read("2026-11-02T10:00:00Z").offset().map(jiff::tz::Offset::seconds), Some(0));
        assert_eq!(read("2026-11-02T10:00:00-08:00").offset().map(jiff::tz::Offset::seconds), Some(-8 * 3600));
    }

    #[test]
    fn a_timestamp_becomes_text() {
        let timestamp = jiff::Timestamp::from_second(1_700_000_000).unwrap();
        assert_eq!(DateTime::from(timestamp).as_str(), "2023-11-14T22:13:20Z");
        assert_eq!(format!("{:?}", read("soon")), "DateTime(\"soon\", not RFC 3339)");
    }
}
