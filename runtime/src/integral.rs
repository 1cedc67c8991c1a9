//! Integers that are written with a fraction or an exponent: `30.0` and `3e1` are 30 (JSON Schema, section 6.1.1: any number
//! without a fractional part is an integer).

use std::ops::Range;

/// Up to here every integer is a float of its own: 2⁵³.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// The most digits of an integer that a type has.
const DIGITS: usize = 39;

/// The integer that a float is, where it cannot be another one that lost a digit.
pub(crate) fn of_float(float: f64) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2⁵³")]
    (float.fract() == 0.0 && float.abs() < EXACT).then_some(float as i64)
}

/// The JSON with its integers written as such; `None` where they are.
pub(crate) fn rewritten(json: &[u8]) -> Option<Vec<u8>> {
    let mut written = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(byte) = json.get(at) {
        match byte {
            b'"' => at = end_of_string(json, at + 1),
            b'-' | b'0'..=b'9' => {
                let number = number(json, at);
                at = number.end;
                if let Some(integer) = digits(&json[number.clone()]) {
                    written.extend_from_slice(&json[copied..number.start]);
                    written.extend_from_slice(&integer);
                    copied = number.end;
                }
            }
            _ => at += 1,
        }
    }
    (copied > 0).then(|| {
        written.extend_from_slice(&json[copied..]);
        written
    })
}

fn end_of_string(json: &[u8], mut at: usize) -> usize {
    loop {
        match json.get(at) {
            None | Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

fn number(json: &[u8], start: usize) -> Range<usize> {
    let is_part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b'.' | b'e' | b'E');
    start..start + json[start..].iter().take_while(|byte| is_part(byte)).count()
}

/// A number with a fraction or an exponent as an integer, if it is one.
fn digits(number: &[u8]) -> Option<Vec<u8>> {
    let number = std::str::from_utf8(number).ok()?;
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if mantissa.len() == number.len() && fraction.is_empty() {
        return None;
    }
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !are_digits(whole) || !are_digits(fraction) {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    let places = exponent.parse::<i64>().ok()?.checked_sub(i64::try_from(fraction.len()).ok()?)?;
    let joined = format!("{whole}{fraction}");
    let digits = joined.trim_start_matches('0');
    // The sign of a zero is no matter of integers.
    if digits.is_empty() {
        return None;
    }
    let significant = digits.trim_end_matches('0');
    let zeros = places.checked_add(i64::try_from(digits.len() - significant.len()).ok()?)?;
    let zeros = usize::try_from(zeros).ok()?;
    (significant.len().checked_add(zeros)? <= DIGITS)
        .then(|| format!("{sign}{significant}{}", "0".repeat(zeros)).into_bytes())
}

#[cfg(test)]
mod tests {
    use super::{of_float, rewritten};

    #[test]
    fn integers_are_written_as_such_digit_by_digit() {
        let text = |json: &str| rewritten(json.as_bytes()).map(|text| String::from_utf8(text).expect("it was"));
        for (json, integer) in [
            ("30.0", "30"),
            ("-3e1", "-30"),
            ("3E+1", "30"),
            ("300e-1", "30"),
            ("1.50e2", "150"),
            ("0.5e1", "5"),
            ("9007199254740993.0", "9007199254740993"),
            ("1e38", "100000000000000000000000000000000000000"),
            (r#"{"1.0\"2.0":[1.0,"3.0",2,2.5]}"#, r#"{"1.0\"2.0":[1,"3.0",2,2.5]}"#),
        ] {
            assert_eq!(text(json).as_deref(), Some(integer), "{json}");
        }
        for json in ["30", "30.5", "3e400", "3e-1", "1e39", "0.0", "1.", "1e", "-", "1e99999999999999999999", "\"1.0"] {
            assert!(text(json).is_none_or(|text| text == "1"), "{json}");
        }
    }

    #[test]
    fn a_float_is_an_integer_where_it_is_no_other() {
        assert_eq!((of_float(30.0), of_float(-30.0), of_float(-0.0)), (Some(30), Some(-30), Some(0)));
        assert_eq!(of_float(9_007_199_254_740_991.0), Some(9_007_199_254_740_991));
        assert_eq!((of_float(9_007_199_254_740_992.0), of_float(30.5), of_float(f64::NAN)), (None, None, None));
    }
}
