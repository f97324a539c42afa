//! The dated version of an API, as a value.

use std::fmt;
use std::str::FromStr;

/// A version of an API: a calendar date, ordered by date.
///
/// Any real date is a version; one between two versions that are known behaves as the earlier of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiVersion(u32);

impl ApiVersion {
    /// The state before the first dated version.
    pub const BASE: Self = Self(0);
    /// Later than every date: everything that the crate knows of exists.
    pub const NEWEST: Self = Self(u32::MAX - 1);

    /// The version of a date, or `None` if the calendar has no such day.
    pub const fn from_date(year: u32, month: u32, day: u32) -> Option<Self> {
        if year == 0 || year > 9999 || month == 0 || month > 12 || day == 0 || day > days_in(year, month) {
            return None;
        }
        Some(Self(year * 10_000 + month * 100 + day))
    }

    /// The version of a date that is known to be real; a compile error in a `const` where it is not.
    ///
    /// # Panics
    ///
    /// If the calendar has no such day.
    #[allow(clippy::panic)] // Evaluated at compile time, on literals of generated code.
    pub const fn literal(year: u32, month: u32, day: u32) -> Self {
        match Self::from_date(year, month, day) {
            Some(version) => version,
            None => panic!("the calendar has no such day"),
        }
    }

    /// The date as one number, `20210325`; 0 for [`ApiVersion::BASE`].
    pub const fn packed(self) -> u32 {
        self.0
    }

    /// The version with this packed date; for tables of generated code, which write `2021_03_25`.
    pub(crate) const fn from_packed(packed: u32) -> Self {
        Self(packed)
    }
}

const fn days_in(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::BASE => f.pad("base"),
            Self::NEWEST => f.pad("newest"),
            Self(packed) => write!(f, "{:04}-{:02}-{:02}", packed / 10_000, packed / 100 % 100, packed % 100),
        }
    }
}

impl fmt::Debug for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why a text is no version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VersionError(());

impl fmt::Display for VersionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a version is a real date written as YYYY-MM-DD")
    }
}

impl std::error::Error for VersionError {}

impl FromStr for ApiVersion {
    type Err = VersionError;

    fn from_str(text: &str) -> Result<Self, VersionError> {
        parse(text.as_bytes()).ok_or(VersionError(()))
    }
}

fn parse(text: &[u8]) -> Option<ApiVersion> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    ApiVersion::from_date(digits(&[y1, y2, y3, y4])?, digits(&[m1, m2])?, digits(&[d1, d2])?)
}

fn digits(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::ApiVersion;

    #[test]
    fn only_real_dates_parse() {
        for text in ["2021-03-25", "2020-02-29", "2000-02-29", "0001-01-01"] {
            assert_eq!(text.parse::<ApiVersion>().map(|v| v.to_string()), Ok(text.to_owned()));
        }
        for text in [
            "2021-3-25",
            "2021-02-29",
            "1900-02-29",
            "2021-13-01",
            "2021-00-01",
            "0000-01-01",
            "",
            "2021-03-25 ",
            "+021-03-25",
            "20210325",
        ] {
            assert!(text.parse::<ApiVersion>().is_err(), "{text}");
        }
    }

    #[test]
    fn order_is_by_date() {
        assert!(ApiVersion::literal(2019, 3, 12) < ApiVersion::literal(2019, 11, 11));
        assert!(ApiVersion::BASE < ApiVersion::literal(1, 1, 1));
        assert!(ApiVersion::literal(9999, 12, 31) < ApiVersion::NEWEST);
    }
}
