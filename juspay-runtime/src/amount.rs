//! Amounts of money.

use crate::decimal::{Decimal, DecimalError};
use std::fmt;
use std::str::FromStr;

/// An amount of money in major units (rupees, not paise), exact.
///
/// ```
/// use juspay_runtime::Amount;
///
/// let price: Amount = "1649.50".parse()?;
/// assert_eq!(price.to_minor(2), Some(164_950));
/// assert_eq!(Amount::from_minor(164_950, 2), Some(price));
/// assert_eq!(price.checked_sub(Amount::from(1649)).map(|rest| rest.to_string()), Some("0.50".to_owned()));
/// # Ok::<(), juspay_runtime::DecimalError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// The amount of minor units of a currency with `exponent` decimals; `None` if there are more than 28.
    pub fn from_minor(minor: i64, exponent: u32) -> Option<Self> {
        Decimal::new(i128::from(minor), exponent).map(Self)
    }

    /// The amount in minor units of a currency with `exponent` decimals; `None` if it is not a whole number of them.
    pub fn to_minor(self, exponent: u32) -> Option<i128> {
        self.0.scaled(exponent)
    }

    /// How many decimals it is written with.
    pub fn decimals(self) -> u32 {
        self.0.decimals()
    }

    /// The number.
    pub fn to_decimal(self) -> Decimal {
        self.0
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is less than zero.
    pub fn is_negative(self) -> bool {
        self.0.is_negative()
    }

    /// The sum, unless it has too many digits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, unless it has too many digits.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }
}

impl From<Decimal> for Amount {
    fn from(number: Decimal) -> Self {
        Self(number)
    }
}

impl From<i64> for Amount {
    /// Whole major units.
    fn from(major: i64) -> Self {
        Self(Decimal::from(major))
    }
}

impl FromStr for Amount {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        text.parse().map(Self)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
