//! Exact decimal numbers.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::io::Write;
use std::num::NonZeroU8;
use std::str::FromStr;

/// The greatest number of digits behind the point.
const MAX_SCALE: u32 = 28;
/// Mantissas stay below this: 28 digits, and most of 29.
const LIMIT: u128 = 1 << 96;

/// An exact decimal number of at least 28 digits, read from its text and compared by value.
///
/// It keeps the number of its decimals: `1.10` is shown as `1.10`, and is equal to `1.1`. There is no way from or to a
/// binary floating-point number but through text.
#[derive(Clone, Copy)]
pub struct Decimal {
    low: u64,
    high: u32,
    negative: bool,
    /// One more than the number of decimals, which leaves room for `None` in an `Option`.
    scale: NonZeroU8,
}

const fn ten_to(power: u32) -> u128 {
    10_u128.pow(power)
}

impl Decimal {
    /// Nothing.
    pub const ZERO: Self = Self { low: 0, high: 0, negative: false, scale: NonZeroU8::MIN };

    #[allow(clippy::cast_possible_truncation)] // Both parts are cut on purpose.
    fn from_parts(negative: bool, mantissa: u128, scale: u32) -> Option<Self> {
        let decimals = NonZeroU8::MIN.checked_add(u8::try_from(scale).ok()?)?;
        (mantissa < LIMIT && scale <= MAX_SCALE).then_some(Self {
            low: mantissa as u64,
            high: (mantissa >> 64) as u32,
            negative: negative && mantissa != 0,
            scale: decimals,
        })
    }

    /// `mantissa` times ten to the power of minus `scale`; `None` if it has more digits than can be held.
    pub fn new(mantissa: i128, scale: u32) -> Option<Self> {
        Self::from_parts(mantissa < 0, mantissa.unsigned_abs(), scale)
    }

    fn magnitude(self) -> u128 {
        u128::from(self.high) << 64 | u128::from(self.low)
    }

    /// The digits without the point, with the sign.
    #[allow(clippy::cast_possible_wrap)] // 96 bits fit.
    pub fn mantissa(self) -> i128 {
        let magnitude = self.magnitude() as i128;
        if self.negative { -magnitude } else { magnitude }
    }

    /// How many decimals it is written with.
    pub fn decimals(self) -> u32 {
        u32::from(self.scale.get() - 1)
    }

    /// Whether it is less than zero.
    pub fn is_negative(self) -> bool {
        self.negative
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.magnitude() == 0
    }

    /// Whether its digits fit a word, with as many again behind the point.
    fn is_short(self) -> bool {
        self.high == 0 && self.decimals() <= 19
    }

    /// The same number without zeros at its end: magnitude and scale.
    fn reduced(self) -> (u128, u32) {
        let (mut magnitude, mut scale) = (self.magnitude(), self.decimals());
        while scale > 0 && magnitude.is_multiple_of(10) {
            magnitude /= 10;
            scale -= 1;
        }
        (magnitude, scale)
    }

    /// How many decimals it needs: 1 for `1.10`.
    pub fn needed_decimals(self) -> u32 {
        self.reduced().1
    }

    /// The number times ten to the power of `places`, if that is an integer that fits.
    pub fn scaled(self, places: u32) -> Option<i128> {
        let (magnitude, scale) = self.reduced();
        let factor = 10_i128.checked_pow(places.checked_sub(scale)?)?;
        let value = i128::try_from(magnitude).ok()?.checked_mul(factor)?;
        Some(if self.negative { -value } else { value })
    }

    /// The number, if it is an integer that fits.
    pub fn to_i64(self) -> Option<i64> {
        self.scaled(0).and_then(|value| i64::try_from(value).ok())
    }

    /// The sum, unless it has too many digits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.decimals().max(other.decimals());
        let widen = |number: Self| number.mantissa().checked_mul(10_i128.checked_pow(scale - number.decimals())?);
        Self::new(widen(self)?.checked_add(widen(other)?)?, scale)
    }

    /// The difference, unless it has too many digits.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.checked_add(-other)
    }

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

impl std::ops::Neg for Decimal {
    type Output = Self;

    fn neg(self) -> Self {
        Self { negative: !self.negative && !self.is_zero(), ..self }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.negative, self.reduced()).hash(state);
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.negative == other.negative && self.is_short() && other.is_short() {
            let scale = self.decimals().max(other.decimals());
            let widened = |number: &Self| u128::from(number.low) * ten_to(scale - number.decimals());
            let order = widened(self).cmp(&widened(other));
            return if self.negative { order.reverse() } else { order };
        }
        // Whole parts first, then what is behind the point, both with as many decimals as can be: no product overflows.
        let parts = |number: &Self| {
            let unit = ten_to(number.decimals());
            let magnitude = number.magnitude();
            (magnitude / unit, magnitude % unit * ten_to(MAX_SCALE - number.decimals()))
        };
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => parts(self).cmp(&parts(other)),
            (true, true) => parts(other).cmp(&parts(self)),
        }
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self { low: value.unsigned_abs(), high: 0, negative: value < 0, scale: NonZeroU8::MIN }
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
