//! The grammar of RFC 3339, section 5.6, and no more than that.
//!
//! `jiff` reads Temporal's wider grammar (a space for the `T`, week dates, zone names), which would let text pass that
//! other readers of the same API refuse.

use jiff::civil;
use jiff::tz::Offset;

/// What a `date-time` says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Instant {
    /// The time on the clock of the place. A leap second counts as the second before it.
    pub(super) local: civil::DateTime,
    pub(super) offset: Offset,
    /// `-00:00` means that the time is in UTC and the offset of the place is not known (section 4.3).
    pub(super) offset_known: bool,
}

/// Reads a `date-time`; `None` where the text is not one.
pub(super) fn date_time(text: &str) -> Option<Instant> {
    let mut rest = Cursor(text.as_bytes());
    let date = rest.date()?;
    rest.one_of(b"Tt")?;
    let hour = rest.number(2)?;
    rest.one_of(b":")?;
    let minute = rest.number(2)?;
    rest.one_of(b":")?;
    let second = rest.number(2)?;
    let nanosecond = rest.fraction()?;
    let (offset_minutes, offset_known) = rest.offset()?;
    rest.end()?;
    if second == 60 && (hour * 60 + minute - offset_minutes).rem_euclid(24 * 60) != 23 * 60 + 59 {
        return None;
    }
    let second = if second == 60 { 59 } else { second };
    let [hour, minute, second] = [hour, minute, second].map(|part| i8::try_from(part).ok());
    let time = civil::Time::new(hour?, minute?, second?, nanosecond).ok()?;
    Some(Instant {
        local: date.to_datetime(time),
        offset: Offset::from_seconds(offset_minutes * 60).ok()?,
        offset_known,
    })
}

/// Reads a `full-date`; `None` where the text is not one.
pub(super) fn full_date(text: &str) -> Option<civil::Date> {
    let mut rest = Cursor(text.as_bytes());
    let date = rest.date()?;
    rest.end()?;
    Some(date)
}

struct Cursor<'text>(&'text [u8]);

impl Cursor<'_> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn one_of(&mut self, accepted: &[u8]) -> Option<u8> {
        self.next().filter(|byte| accepted.contains(byte))
    }

    fn number(&mut self, digits: usize) -> Option<i32> {
        (0..digits).try_fold(0, |sum, _| Some(sum * 10 + i32::from(self.next().filter(u8::is_ascii_digit)? - b'0')))
    }

    fn date(&mut self) -> Option<civil::Date> {
        let year = self.number(4)?;
        self.one_of(b"-")?;
        let month = self.number(2)?;
        self.one_of(b"-")?;
        let day = self.number(2)?;
        civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    }

    /// The nanoseconds; digits beyond the ninth are read and do not count.
    fn fraction(&mut self) -> Option<i32> {
        if self.0.first() != Some(&b'.') {
            return Some(0);
        }
        self.next();
        let digits = self.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        let (fraction, rest) = self.0.split_at(digits);
        self.0 = rest;
        let padded = fraction.iter().copied().chain(std::iter::repeat(b'0'));
        Some(padded.take(9).fold(0, |sum, digit| sum * 10 + i32::from(digit - b'0')))
    }

    /// The offset in minutes, and whether it is known.
    fn offset(&mut self) -> Option<(i32, bool)> {
        let sign = match self.one_of(b"Zz+-")? {
            b'Z' | b'z' => return Some((0, true)),
            b'-' => -1,
            _ => 1,
        };
        let hours = self.number(2).filter(|hours| *hours < 24)?;
        self.one_of(b":")?;
        let minutes = self.number(2).filter(|minutes| *minutes < 60)?;
        let offset = sign * (hours * 60 + minutes);
        Some((offset, sign > 0 || offset != 0))
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}
