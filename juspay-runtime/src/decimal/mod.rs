//! Exact decimal numbers.

mod text;

pub use text::DecimalError;

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::num::NonZeroU8;

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
