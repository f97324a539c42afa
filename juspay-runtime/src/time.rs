//! Points in time and days, which keep their text.

use std::fmt;

/// A point in time as the API wrote it.
///
/// APIs write time in many ways, so the text is kept, and compared; [`Timestamp::unix_seconds`] understands the usual ones.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(String);

/// A day as the API wrote it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(String);

macro_rules! text {
    ($($name:ident)*) => {$(
        impl $name {
            /// The text as it came.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    )*};
}

text!(Timestamp Date);

impl Timestamp {
    /// Seconds since 1970 in UTC, without fractions; `None` if the text is of no known form, or names no zone.
    ///
    /// Known are RFC 3339 (`2021-11-09T16:19:55Z`), offsets without a colon (`+0000`), a blank for the `T`,
    /// ` UTC` for the `Z`, and seconds since 1970 as a number.
    pub fn unix_seconds(&self) -> Option<i64> {
        let text = self.0.as_bytes();
        if !text.is_empty() && text.len() <= 11 && text.iter().all(u8::is_ascii_digit) {
            return self.0.parse().ok();
        }
        let (date, rest) = text.split_at_checked(10)?;
        let (separator, rest) = rest.split_first()?;
        let (clock, zone) = rest.split_at_checked(8)?;
        if !matches!(separator, b'T' | b't' | b' ') {
            return None;
        }
        Some(days(date)? * 86_400 + seconds(clock)? - offset(without_fraction(zone)?)?)
    }
}

impl Date {
    /// Year, month and day of an ISO date (`2021-11-09`), if it is one and the calendar has it.
    pub fn ymd(&self) -> Option<(u32, u32, u32)> {
        let packed = self.0.parse::<crate::ApiVersion>().ok()?.packed();
        Some((packed / 10_000, packed / 100 % 100, packed % 100))
    }
}

/// Days since 1970 of `YYYY-MM-DD`.
fn days(text: &[u8]) -> Option<i64> {
    let packed = std::str::from_utf8(text).ok()?.parse::<crate::ApiVersion>().ok()?.packed();
    let (year, month, day) = (i64::from(packed / 10_000), i64::from(packed / 100 % 100), i64::from(packed % 100));
    // Years that begin in March have their leap day at the end.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let before_year = 365 * year + year / 4 - year / 100 + year / 400;
    Some(before_year + (153 * month + 2) / 5 + day - 1 - 719_468)
}

fn two(text: &[u8], below: i64) -> Option<i64> {
    let &[a @ b'0'..=b'9', b @ b'0'..=b'9'] = text else { return None };
    let value = i64::from(a - b'0') * 10 + i64::from(b - b'0');
    (value < below).then_some(value)
}

/// Seconds of `HH:MM:SS`; a leap second counts as the one after it.
fn seconds(text: &[u8]) -> Option<i64> {
    let &[h1, h2, b':', m1, m2, b':', s1, s2] = text else { return None };
    Some(two(&[h1, h2], 24)? * 3600 + two(&[m1, m2], 60)? * 60 + two(&[s1, s2], 61)?)
}

fn without_fraction(text: &[u8]) -> Option<&[u8]> {
    let Some((b'.', rest)) = text.split_first() else { return Some(text) };
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 { None } else { rest.get(digits..) }
}

/// Seconds that a zone is ahead of UTC.
fn offset(text: &[u8]) -> Option<i64> {
    let (sign, hours, minutes) = match *text {
        [b'Z' | b'z'] | [b' ', b'U', b'T', b'C'] => return Some(0),
        [sign, a, b, b':', c, d] | [sign, a, b, c, d] => (sign, [a, b], [c, d]),
        _ => return None,
    };
    let ahead = two(&hours, 24)? * 3600 + two(&minutes, 60)? * 60;
    match sign {
        b'+' => Some(ahead),
        b'-' => Some(-ahead),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Timestamp};

    #[test]
    fn usual_forms_are_understood() {
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", Some(0)),
            ("2021-11-09T16:19:55Z", Some(1_636_474_795)),
            ("2021-11-09T21:49:55.123456+05:30", Some(1_636_474_795)),
            ("2021-11-09T16:19:55+0000", Some(1_636_474_795)),
            ("2021-11-09 16:19:55.023988093 UTC", Some(1_636_474_795)),
            ("1636474795", Some(1_636_474_795)),
            ("1969-12-31t23:59:59z", Some(-1)),
            ("2000-02-29T00:00:00-01:00", Some(951_786_000)),
            ("2021-02-29T00:00:00Z", None),
            ("2021-11-09 16:19:55.0", None),
            ("2021-11-09T16:19:55.Z", None),
            ("2021-11-09T24:00:00Z", None),
            ("29-Dec-2024", None),
            ("", None),
            ("２０２１-11-09T16:19:55Z", None),
        ] {
            assert_eq!(Timestamp::from(text).unix_seconds(), seconds, "{text}");
        }
    }

    #[test]
    fn dates_are_iso() {
        assert_eq!(Date::from("2021-11-09").ymd(), Some((2021, 11, 9)));
        assert_eq!(Date::from("09-11-2021").ymd(), None);
    }
}
