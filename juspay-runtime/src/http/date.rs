//! `retry-after`, which is a number of seconds or a date.

use std::time::{Duration, UNIX_EPOCH};

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

/// Seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`, or in one of the two older forms.
pub(crate) fn seconds_of(text: &str) -> Option<u64> {
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(UNIX_EPOCH).ok()?.as_secs())
}

#[cfg(test)]
mod tests {
    use super::retry_after;

    #[test]
    fn seconds_and_dates_are_read() {
        let seconds = |text: &str| retry_after(text, || Some(784_111_777)).map(|wait| wait.as_secs());
        assert_eq!(seconds("120"), Some(120));
        assert_eq!(seconds(" 0 "), Some(0));
        assert_eq!(seconds("99999999999999999999"), Some(86_400));
        for later in ["Sun, 06 Nov 1994 08:50:07 GMT", "Sunday, 06-Nov-94 08:50:07 GMT", "Sun Nov  6 08:50:07 1994"] {
            assert_eq!(seconds(later), Some(30), "{later}");
        }
        assert_eq!(seconds("Sun, 06 Nov 1994 08:49:37 GMT"), Some(0));
        assert_eq!(seconds("Tue, 06 Nov 1990 08:50:07 GMT"), Some(0));
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
}
