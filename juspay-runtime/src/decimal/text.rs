//! Decimal numbers as texts.

use super::{Decimal, LIMIT, MAX_SCALE, ten_to};
use std::fmt;
use std::io::Write;
use std::str::FromStr;

impl Decimal {
    /// The number at the beginning of a JSON text if it is a short, plain one, and how long it is.
    pub(crate) fn prefix(text: &[u8]) -> Option<(Self, usize)> {
        let (number, at) = Self::plain(text)?;
        let digits = text.strip_prefix(b"-").unwrap_or(text);
        let leading = matches!(digits, [b'0', b'0'..=b'9', ..]);
        (!leading && matches!(text.get(at), Some(b',' | b'}' | b']'))).then_some((number, at))
    }

    /// The number at the beginning of a text, perhaps with zeros in front, if it has few digits; and where it ends.
    fn plain(text: &[u8]) -> Option<(Self, usize)> {
        let negative = text.first() == Some(&b'-');
        let start = usize::from(negative);
        let (mut mantissa, mut at, mut point) = (0_u64, start, None);
        loop {
            match text.get(at) {
                Some(digit @ b'0'..=b'9') => mantissa = mantissa.wrapping_mul(10).wrapping_add(u64::from(digit - b'0')),
                Some(b'.') if point.is_none() && at > start => point = Some(at),
                _ => break,
            }
            at += 1;
        }
        let whole = point.unwrap_or(at) - start;
        let decimals = point.map_or(0, |point| at - point - 1);
        if whole == 0 || whole + decimals > 19 || (point.is_some() && decimals == 0) {
            return None;
        }
        let scale = u32::try_from(decimals).ok()?;
        Some((Self::from_parts(negative, u128::from(mantissa), scale)?, at))
    }

    /// Appends the number as it is shown; most fit a word, and are written without much ado.
    pub(crate) fn push(self, out: &mut Vec<u8>) {
        if self.high != 0 {
            // Writing to a list cannot fail.
            let _ = write!(out, "{self}");
            return;
        }
        if self.negative {
            out.push(b'-');
        }
        let decimals = usize::from(self.scale.get() - 1);
        let (mut digits, mut rest, mut start) = ([0; 40], self.low, 40);
        for (count, digit) in digits.iter_mut().rev().enumerate() {
            let point = decimals != 0 && count == decimals;
            if rest == 0 && count > decimals + usize::from(decimals != 0) {
                break;
            }
            *digit = if point { b'.' } else { b'0' + u8::try_from(rest % 10).unwrap_or_default() };
            if !point {
                rest /= 10;
            }
            start -= 1;
        }
        out.extend_from_slice(digits.get(start..).unwrap_or_default());
    }
}

/// Why a text is no [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecimalError {
    /// It is not a number.
    NotANumber,
    /// It has more digits than can be held exactly.
    TooManyDigits,
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotANumber => "not a decimal number",
            Self::TooManyDigits => "more than 28 digits",
        })
    }
}

impl std::error::Error for DecimalError {}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads `12`, `-1.10` and `1.5e3`: what JSON calls a number, and zeros in front.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        if let Some((number, at)) = Self::plain(text.as_bytes())
            && at == text.len()
        {
            return Ok(number);
        }
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (number, power) = match unsigned.split_once(['e', 'E']) {
            Some((number, power)) => (number, exponent(power)?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(DecimalError::NotANumber);
        }
        let fraction = if number.contains('.') { fraction } else { "" };
        parse_digits(negative, whole, fraction, power).ok_or(DecimalError::TooManyDigits)
    }
}

/// The power of ten behind an `e`; one that is out of reach becomes one that is just as much so.
fn exponent(text: &str) -> Result<i64, DecimalError> {
    let (negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] | digits => (false, digits),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return Err(DecimalError::NotANumber);
    }
    let far = i64::from(u32::MAX);
    let power = digits.iter().fold(0, |sum: i64, digit| (sum * 10 + i64::from(digit - b'0')).min(far));
    Ok(if negative { -power } else { power })
}

/// The number of digits, a point and a power of ten. Zeros that would not fit are dropped: they change nothing.
fn parse_digits(negative: bool, whole: &str, fraction: &str, power: i64) -> Option<Decimal> {
    let mut mantissa = 0_u128;
    let mut scale = i64::try_from(fraction.len()).ok()? - power;
    let mut zeros = 0_u32;
    for digit in whole.bytes().chain(fraction.bytes()) {
        if digit == b'0' {
            zeros = zeros.checked_add(1)?;
            continue;
        }
        if mantissa != 0 {
            mantissa = mantissa.checked_mul(10_u128.checked_pow(zeros)?)?;
        }
        zeros = 0;
        mantissa = mantissa.checked_mul(10)?.checked_add(u128::from(digit - b'0'))?;
        if mantissa >= LIMIT {
            return None;
        }
    }
    if mantissa == 0 {
        return Decimal::from_parts(false, 0, u32::try_from(scale.clamp(0, i64::from(MAX_SCALE))).ok()?);
    }
    // Zeros at the end: keep as decimals those that fit.
    while zeros > 0 {
        let fits = mantissa * 10 < LIMIT && scale <= i64::from(MAX_SCALE);
        if fits {
            mantissa *= 10;
        } else {
            scale -= 1;
        }
        zeros -= 1;
        if !fits && scale < 0 {
            return None;
        }
    }
    while scale > i64::from(MAX_SCALE) && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        scale -= 1;
    }
    if scale < 0 {
        mantissa = mantissa.checked_mul(10_u128.checked_pow(u32::try_from(-scale).ok()?)?)?;
        scale = 0;
    }
    Decimal::from_parts(negative, mantissa, u32::try_from(scale).ok()?)
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (magnitude, decimals) = (self.magnitude(), self.decimals() as usize);
        let sign = if self.negative { "-" } else { "" };
        if decimals == 0 {
            return write!(f, "{sign}{magnitude}");
        }
        let unit = ten_to(self.decimals());
        write!(f, "{sign}{}.{:0decimals$}", magnitude / unit, magnitude % unit)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, parse_digits};

    const TEXTS: [&str; 12] = [
        "0",
        "-0",
        "0.00",
        "7",
        "-7.50",
        "007.5",
        "149.50",
        "0.05",
        "1234567890.123456789",
        "18446744073709551615",
        "18446744073709551616",
        "-18446744073709551617.5",
    ];

    /// Short numbers take a way of their own through reading, writing and comparing; it must not show.
    #[test]
    fn short_numbers_are_read_written_and_compared_as_long_ones_are() {
        let slow = |text: &str| {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
            parse_digits(text.starts_with('-'), whole.trim_start_matches('-'), fraction, 0)
        };
        let all: Vec<(Decimal, Decimal)> =
            TEXTS.iter().filter_map(|text| Some((text.parse().ok()?, slow(text)?))).collect();
        assert_eq!(all.len(), TEXTS.len());
        for (fast, slow) in &all {
            let mut written = b"x".to_vec();
            fast.push(&mut written);
            assert_eq!(written, format!("x{slow}").into_bytes());
            assert_eq!((fast.mantissa(), fast.decimals()), (slow.mantissa(), slow.decimals()));
        }
        for (one, other) in all.iter().flat_map(|(one, _)| all.iter().map(move |(other, _)| (*one, *other))) {
            let difference = one.checked_sub(other).map(|rest| rest.mantissa().cmp(&0));
            assert_eq!(Some(one.cmp(&other)), difference, "{one} {other}");
        }
        for bad in ["", "-", ".5", "5.", "1.2.3", "1x", "--1", "+1", " 1", "1_0"] {
            assert!(bad.parse::<Decimal>().is_err(), "{bad}");
        }
    }
}
