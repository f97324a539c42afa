//! The time of the double, and what is due at a later one.

use crate::settings::Clock;
use juspay_client::Timestamp;
use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

/// The time of the double.
#[derive(Debug)]
pub(crate) struct Now {
    clock: Clock,
    ahead: i64,
    /// When what is being carried out was due.
    due: Option<i64>,
}

impl Now {
    pub(crate) fn new(clock: Clock) -> Self {
        Self { clock, ahead: 0, due: None }
    }

    /// Seconds since 1970.
    pub(crate) fn seconds(&self) -> i64 {
        if let Some(due) = self.due {
            return due;
        }
        let base = match self.clock {
            Clock::Standing(at) => at,
            Clock::Running => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |passed| i64::try_from(passed.as_secs()).unwrap_or(i64::MAX)),
        };
        base.saturating_add(self.ahead)
    }

    pub(crate) fn advance(&mut self, seconds: i64) {
        self.ahead = self.ahead.saturating_add(seconds.max(0));
    }

    /// While something is carried out, it is the time at which it was due, however late somebody looks.
    pub(crate) fn at(&mut self, due: Option<i64>) {
        self.due = due;
    }

    pub(crate) fn stamp(&self) -> Timestamp {
        stamp(self.seconds())
    }

    /// The time in so many seconds.
    pub(crate) fn stamp_in(&self, seconds: i64) -> Timestamp {
        stamp(self.seconds().saturating_add(seconds))
    }
}

/// A point in time as the API writes it; the last one that can be written for any after it.
fn stamp(seconds: i64) -> Timestamp {
    let written = seconds.clamp(jiff::Timestamp::MIN.as_second(), jiff::Timestamp::MAX.as_second());
    Timestamp::from(jiff::Timestamp::from_second(written).unwrap_or_default().to_string())
}

/// What happens at a later time, in the order of times and then of arrival.
#[derive(Debug)]
pub(crate) struct Agenda<T> {
    entries: BTreeMap<(i64, u64), T>,
    next: u64,
}

impl<T> Default for Agenda<T> {
    fn default() -> Self {
        Self { entries: BTreeMap::new(), next: 0 }
    }
}

impl<T> Agenda<T> {
    pub(crate) fn add(&mut self, at: i64, what: T) {
        self.entries.insert((at, self.next), what);
        self.next += 1;
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Forgets what no longer concerns anybody.
    pub(crate) fn retain(&mut self, concerns: impl Fn(&T) -> bool) {
        self.entries.retain(|_, what| concerns(what));
    }

    /// The next thing that is due, and since when.
    pub(crate) fn due(&mut self, now: i64) -> Option<(i64, T)> {
        let first = self.entries.first_entry()?;
        let at = first.key().0;
        (at <= now).then(|| (at, first.remove()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Agenda, Now, stamp};
    use crate::settings::Clock;

    #[test]
    fn a_standing_clock_moves_only_when_told_and_never_back() {
        let mut now = Now::new(Clock::Standing(100));
        now.advance(20);
        now.advance(-50);
        assert_eq!(now.seconds(), 120);
        assert_eq!(stamp(1_767_225_600).as_str(), "2026-01-01T00:00:00Z");
    }

    #[test]
    fn every_time_can_be_written() {
        for (seconds, text) in [(i64::MAX, "9999-12-30T22:00:00Z"), (-1, "1969-12-31T23:59:59Z")] {
            assert_eq!(stamp(seconds).as_str(), text);
        }
    }

    #[test]
    fn what_is_due_comes_in_the_order_of_time_and_then_of_arrival() {
        let mut agenda = Agenda::default();
        for (at, what) in [(5, 'c'), (1, 'a'), (1, 'b'), (9, 'd')] {
            agenda.add(at, what);
        }
        let mut seen = String::new();
        let mut times = Vec::new();
        while let Some((at, what)) = agenda.due(5) {
            seen.push(what);
            times.push(at);
        }
        assert_eq!((seen.as_str(), times), ("abc", vec![1, 1, 5]));
    }
}
