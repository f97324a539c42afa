//! API versions as dates, and ranges of them.

use std::fmt;
use std::str::FromStr;

/// A dated API version, ordered by date.
///
/// [`ApiVersion::BASE`] is the state before the first dated version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiVersion(u32);

impl ApiVersion {
    /// The state before the first dated version.
    pub const BASE: Self = Self(0);

    /// The date packed into one number, `20210325`; 0 for the base.
    pub const fn packed(self) -> u32 {
        self.0
    }

    /// Whether this is the state before the first dated version.
    pub const fn is_base(self) -> bool {
        self.0 == 0
    }

    /// Year, month and day.
    pub const fn parts(self) -> (u32, u32, u32) {
        (self.0 / 10_000, self.0 / 100 % 100, self.0 % 100)
    }
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_base() {
            return f.write_str("base");
        }
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Why a text is not a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAVersion;

impl fmt::Display for NotAVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a version is a date that exists, written YYYY-MM-DD, or `base`")
    }
}

impl std::error::Error for NotAVersion {}

impl FromStr for ApiVersion {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        if text == "base" {
            return Ok(Self::BASE);
        }
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(at, byte)| match at {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return Err(NotAVersion);
        }
        let number = |from: usize, to: usize| {
            bytes.iter().take(to).skip(from).fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'))
        };
        let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
        if year == 0 || day == 0 || day > days_in(year, month) {
            return Err(NotAVersion);
        }
        Ok(Self(year * 10_000 + month * 100 + day))
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    }
}

/// The versions in which something exists: from `since` on, until before `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VersionRange {
    /// The first version that has it; the base if it was always there.
    pub since: ApiVersion,
    /// The first version that no longer has it, if it was removed.
    pub until: Option<ApiVersion>,
}

impl Default for VersionRange {
    fn default() -> Self {
        Self::ALL
    }
}

impl VersionRange {
    /// Every version.
    pub const ALL: Self = Self { since: ApiVersion::BASE, until: None };

    /// Whether the version has it.
    pub fn contains(self, version: ApiVersion) -> bool {
        self.since <= version && self.until.is_none_or(|until| version < until)
    }

    /// Whether every version of `other` is in this range too.
    pub fn covers(self, other: Self) -> bool {
        let ends = match (self.until, other.until) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(own), Some(theirs)) => theirs <= own,
        };
        self.since <= other.since && ends
    }

    /// The versions in both ranges; `None` if there are none.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let since = self.since.max(other.since);
        let until = match (self.until, other.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        (until.is_none_or(|until| since < until)).then_some(Self { since, until })
    }

    /// Whether it is in every version.
    pub fn is_all(self) -> bool {
        self == Self::ALL
    }
}

/// An inclusive window of versions that a caller cares about, written `A..=B`, `A..`, `..=B` or `A`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// The oldest version of interest.
    pub first: ApiVersion,
    /// The newest version of interest; `None` for no end.
    pub last: Option<ApiVersion>,
}

impl Window {
    /// Every version, and the state before the first.
    pub const ALL: Self = Self { first: ApiVersion::BASE, last: None };

    /// Whether the version is in the window.
    pub fn contains(self, version: ApiVersion) -> bool {
        self.first <= version && self.last.is_none_or(|last| version <= last)
    }

    /// Whether the range exists in at least one version of the window.
    pub fn sees(self, range: VersionRange) -> bool {
        range.until.is_none_or(|until| self.first < until) && self.last.is_none_or(|last| range.since <= last)
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first, self.last) {
            (first, None) if first.is_base() => f.write_str(".."),
            (first, None) => write!(f, "{first}.."),
            (first, Some(last)) if first == last => write!(f, "{first}"),
            (first, Some(last)) => write!(f, "{first}..={last}"),
        }
    }
}

impl FromStr for Window {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        let text = text.trim();
        let Some((first, last)) = text.split_once("..") else {
            let version = text.parse()?;
            return Ok(Self { first: version, last: Some(version) });
        };
        let first = if first.is_empty() { ApiVersion::BASE } else { first.trim().parse()? };
        let last = match last.strip_prefix('=').unwrap_or(last).trim() {
            "" => None,
            last => Some(last.parse()?),
        };
        match last {
            Some(last) if last < first => Err(NotAVersion),
            last => Ok(Self { first, last }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> ApiVersion {
        text.parse().unwrap_or(ApiVersion::BASE)
    }

    #[test]
    fn only_dates_that_exist_are_versions() {
        for good in ["2018-10-25", "2024-02-29", "base"] {
            assert!(good.parse::<ApiVersion>().is_ok(), "{good}");
        }
        for bad in ["", "2018-1-5", "2018-02-30", "2023-02-29", "2018-13-01", "0000-01-01", "2018-10-25 ", "২018-10-25"]
        {
            assert_eq!(bad.parse::<ApiVersion>(), Err(NotAVersion), "{bad}");
        }
    }

    #[test]
    fn a_range_ends_before_its_until() {
        let range = VersionRange { since: version("2018-01-01"), until: Some(version("2020-01-01")) };
        assert!(range.contains(version("2018-01-01")));
        assert!(range.contains(version("2019-12-31")));
        assert!(!range.contains(version("2020-01-01")));
        assert!(!range.contains(ApiVersion::BASE));
        assert!(VersionRange::ALL.covers(range));
        assert!(!range.covers(VersionRange::ALL));
    }

    #[test]
    fn windows_are_written_as_rust_ranges() {
        for text in ["2018-10-25..=2021-03-25", "2018-10-25..", "2018-10-25", ".."] {
            let window: Result<Window, _> = text.parse();
            assert_eq!(window.map(|window| window.to_string()), Ok(text.to_owned()));
        }
        assert!("2021-03-25..=2018-10-25".parse::<Window>().is_err());
        assert!("soon".parse::<Window>().is_err());
    }
}
