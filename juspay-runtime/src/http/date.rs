//! `retry-after`, which is a number of seconds or a date.

use std::time::Duration;

/// Longer waits than this are a mistake of the server.
const LONGEST: u64 = 24 * 60 * 60;

/// The time that a `retry-after` asks for; nothing if it cannot be read. Only a date needs to know what time it is, in
/// seconds since 1970.
pub(crate) fn retry_after(value: &str, now: impl FnOnce() -> Option<u64>) -> Option<Duration> {
    let value = value.trim();
    let seconds = if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        // More digits than fit are more seconds than count.
        value.parse().unwrap_or(LONGEST)
    } else {
        seconds_of(value)?.saturating_sub(now()?)
    };
    Some(Duration::from_secs(seconds.min(LONGEST)))
}

/// Seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
pub(crate) fn seconds_of(text: &str) -> Option<u64> {
    let (_, date) = text.split_once(", ")?;
    let mut parts = date.split(' ');
    let day: u64 = number(parts.next()?)?;
    let month = parts.next()?;
    let year: u64 = number(parts.next()?)?;
    let mut clock = parts.next()?.split(':');
    let mut unit = |most: u64| number(clock.next()?).filter(|value| *value <= most);
    let (hour, minute, second) = (unit(23)?, unit(59)?, unit(60)?);
    if parts.next()? != "GMT" || parts.next().is_some() || clock.next().is_some() {
        return None;
    }
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let month = names.iter().position(|name| *name == month)? as u64 + 1;
    if !(1..=31).contains(&day) || !(1970..=9999).contains(&year) {
        return None;
    }
    Some(days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second)
}

fn number(text: &str) -> Option<u64> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

/// Days from 1970-01-01. March begins the year, so that the leap day ends it.
fn days(year: u64, month: u64, day: u64) -> u64 {
    let year = if month <= 2 { year - 1 } else { year };
    let shifted = (month + 9) % 12;
    let of_year = (153 * shifted + 2) / 5 + day - 1;
    let before = year * 365 + year / 4 - year / 100 + year / 400;
    (before + of_year).saturating_sub(719_468)
}

#[cfg(test)]
mod tests {
    use super::{retry_after, seconds_of};

    #[test]
    fn seconds_and_dates_are_read() {
        let seconds = |text: &str| retry_after(text, || Some(784_111_777)).map(|wait| wait.as_secs());
        assert_eq!(seconds("120"), Some(120));
        assert_eq!(seconds(" 0 "), Some(0));
        assert_eq!(seconds("99999999999999999999"), Some(86_400));
        assert_eq!(seconds("Sun, 06 Nov 1994 08:49:37 GMT"), Some(0));
        assert_eq!(seconds("Sun, 06 Nov 1994 08:50:07 GMT"), Some(30));
        assert_eq!(seconds("Sun, 06 Nov 1990 08:50:07 GMT"), Some(0));
        for bad in [
            "",
            "-1",
            "1.5",
            "soon",
            "Sun, 06 Nov 1994 08:49:37 CET",
            "Sun, 06 Nov 1994 25:49:37 GMT",
            "Sun, 6 Foo 1994 08:49:37 GMT",
        ] {
            assert_eq!(seconds(bad), None, "{bad}");
        }
    }

    #[test]
    fn seconds_need_no_clock() {
        assert_eq!(retry_after("7", || None).map(|wait| wait.as_secs()), Some(7));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", || None), None);
    }

    #[test]
    fn leap_days_count() {
        assert_eq!(seconds_of("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
        assert_eq!(seconds_of("Tue, 29 Feb 2000 00:00:00 GMT"), Some(951_782_400));
        assert_eq!(seconds_of("Fri, 01 Mar 2024 00:00:00 GMT"), Some(1_709_251_200));
    }
}
