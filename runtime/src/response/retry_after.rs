//! `retry-after`, in each of its forms.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::TimeZone;

/// How long to wait: a number of seconds, with a fraction or without, or a date.
///
/// A date counts from the server's own `date`, since the clocks of two machines differ; from `now` where the reply has
/// none. A date in the past is no wait.
pub(super) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Some(wait) = seconds(text) {
        return Some(wait);
    }
    let until = http_date(text)?;
    let from = date(headers).or_else(|| Timestamp::try_from(now).ok())?;
    Some(Duration::try_from(until.duration_since(from)).unwrap_or(Duration::ZERO))
}

/// The time at which the server says it answered.
pub(super) fn date(headers: &HeaderMap) -> Option<Timestamp> {
    http_date(headers.get(DATE)?.to_str().ok()?.trim())
}

fn seconds(text: &str) -> Option<Duration> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let whole = whole.parse().ok()?;
    let digits = fraction.bytes().chain(std::iter::repeat(b'0')).take(9);
    let nanoseconds = digits.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    Some(Duration::new(whole, nanoseconds))
}

fn http_date(text: &str) -> Option<Timestamp> {
    // Some servers get the day of the week wrong; the date itself is what counts.
    let usual = DateTimeParser::new().relaxed_weekday(true).parse_timestamp(text).ok();
    usual.or_else(|| OBSOLETE.iter().find_map(|form| obsolete(form, text)))
}

/// The two forms that nobody is to write any more, and everybody has to read (RFC 9110, section 5.6.7), without the day of
/// the week in front.
const OBSOLETE: [&str; 2] = ["%d-%b-%y %H:%M:%S GMT", "%b %e %H:%M:%S %Y"];

fn obsolete(form: &str, text: &str) -> Option<Timestamp> {
    let (_, date) = text.split_once(' ')?;
    let date = BrokenDownTime::parse(form, date.trim_start()).ok()?.to_datetime().ok()?;
    TimeZone::UTC.to_timestamp(date).ok()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use http::{HeaderMap, HeaderName, HeaderValue};

    use super::retry_after;

    fn wait(headers: &[(&'static str, &'static str)]) -> Option<Duration> {
        let headers: HeaderMap = headers
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
            .collect();
        // Sun, 06 Nov 1994 08:49:37 GMT
        retry_after(&headers, SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777))
    }

    #[test]
    fn all_three_forms_are_read() {
        assert_eq!(wait(&[]), None);
        assert_eq!(wait(&[("retry-after", "120")]), Some(Duration::from_secs(120)));
        assert_eq!(wait(&[("retry-after", "1.5")]), Some(Duration::from_millis(1500)));
        assert_eq!(wait(&[("retry-after", "0.1234567899")]), Some(Duration::from_nanos(123_456_789)));
        let later = ("retry-after", "Sun, 06 Nov 1994 08:50:37 GMT");
        assert_eq!(wait(&[later]), Some(Duration::from_secs(60)));
        for obsolete in ["Sunday, 06-Nov-94 08:50:37 GMT", "Sun Nov  6 08:50:37 1994"] {
            assert_eq!(wait(&[("retry-after", obsolete)]), Some(Duration::from_secs(60)), "{obsolete}");
        }
        let slow = ("date", "Sun, 06 Nov 1994 08:50:07 GMT");
        assert_eq!(wait(&[later, slow]), Some(Duration::from_secs(30)));
        let past = ("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT");
        assert_eq!(wait(&[past]), Some(Duration::ZERO));
    }

    #[test]
    fn what_is_none_of_them_is_nothing() {
        for text in ["soon", "-1", "+1", "1e3", "inf", ".5", "5.", "1.2.3", "99999999999999999999"] {
            assert_eq!(wait(&[("retry-after", text)]), None, "{text}");
        }
    }
}
