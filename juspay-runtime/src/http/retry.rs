//! What is sent again, and when.

use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Decides whether a call is sent again, and after which wait. It has no clock and no random number of its own.
///
/// Only calls that do no harm when repeated are: those that read, and those that a field of the request identifies. Of
/// these, the ones that found no connection or lost it, that were throttled, and that the server failed to carry out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct RetryPolicy {
    attempts: u32,
    base: Duration,
    longest: Duration,
    longest_asked: Duration,
    budget: u32,
}

impl RetryPolicy {
    /// Three attempts, waits up to 200 ms, 400 ms, … and at most 5 s; at most 60 s where the server asks for it; a budget of
    /// 100 repeats per client, which ten answered calls refill by one.
    pub const DEFAULT: Self = Self {
        attempts: 3,
        base: Duration::from_millis(200),
        longest: Duration::from_secs(5),
        longest_asked: Duration::from_secs(60),
        budget: 100,
    };

    /// Nothing is ever sent again.
    pub const fn never() -> Self {
        Self { attempts: 1, ..Self::DEFAULT }
    }

    /// At most this many attempts, the first one counted.
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The longest first wait; each further one may take twice as long, up to `longest`.
    pub const fn waits(mut self, base: Duration, longest: Duration) -> Self {
        self.base = base;
        self.longest = longest;
        self
    }

    /// Where a server asks for a longer wait than this, the call is given up.
    pub const fn longest_asked(mut self, longest: Duration) -> Self {
        self.longest_asked = longest;
        self
    }

    /// At most this many repeats before calls are answered again; ten answered calls refill one.
    pub const fn budget(mut self, budget: u32) -> Self {
        self.budget = budget;
        self
    }

    /// How long to wait before the next attempt; `None` to give up.
    pub fn next(&self, attempt: &Attempt) -> Option<Duration> {
        if !attempt.may_repeat || attempt.number >= self.attempts {
            return None;
        }
        let asked = match attempt.outcome {
            Outcome::NoConnection | Outcome::Lost => None,
            // What the server does not know how to do, it will not know the next time.
            Outcome::Answered { status: 501 | 505, .. } => return None,
            Outcome::Throttled { after } | Outcome::Answered { status: 500..=599, after } => after,
            Outcome::Untrusted | Outcome::TimedOut | Outcome::Answered { .. } => return None,
        };
        if asked.is_some_and(|asked| asked > self.longest_asked) {
            return None;
        }
        Some(asked.unwrap_or_default() + self.jittered(attempt))
    }

    /// Anything from nothing to the whole wait, so that callers who failed together do not come back together.
    fn jittered(&self, attempt: &Attempt) -> Duration {
        let doublings = attempt.number.saturating_sub(1).min(16);
        let whole = self.base.saturating_mul(1 << doublings).min(self.longest);
        let micros = u64::try_from(whole.as_micros()).unwrap_or(u64::MAX);
        let share = (u128::from(micros) * u128::from(attempt.random)) >> 64;
        Duration::from_micros(u64::try_from(share).unwrap_or(micros))
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// An attempt that came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// Its number, from 1.
    pub number: u32,
    /// What came of it.
    pub outcome: Outcome,
    /// Whether the call does no harm when it is repeated.
    pub may_repeat: bool,
    /// A random number, for the share of the wait.
    pub random: u64,
}

/// What came of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// There was no connection: nothing was sent.
    NoConnection,
    /// The server is not trusted, and will not be the next time: nothing was sent.
    Untrusted,
    /// The connection was lost, perhaps after the request was carried out.
    Lost,
    /// The time for the call ran out.
    TimedOut,
    /// The server wants fewer calls.
    Throttled {
        /// When it wants the next one.
        after: Option<Duration>,
    },
    /// The server answered with another status that is no success.
    Answered {
        /// The status.
        status: u16,
        /// When the server wants the next call.
        after: Option<Duration>,
    },
}

/// Repeats that a client has left, in tenths.
#[derive(Debug)]
pub(crate) struct Budget {
    tenths: AtomicU32,
    full: u32,
}

impl Budget {
    pub(crate) fn new(policy: &RetryPolicy) -> Self {
        let full = policy.budget.saturating_mul(10);
        Self { tenths: AtomicU32::new(full), full }
    }

    /// Takes one repeat, if there is one.
    pub(crate) fn take(&self) -> bool {
        self.tenths.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(10)).is_ok()
    }

    /// A call was answered.
    pub(crate) fn refill(&self) {
        let more = |left: u32| (left < self.full).then(|| left + 1);
        let _ = self.tenths.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
    }
}

/// A number that nobody can foresee; not one for secrets.
pub(crate) fn random() -> u64 {
    RandomState::new().hash_one(0_u8)
}

#[cfg(test)]
mod tests {
    use super::{Attempt, Budget, Outcome, RetryPolicy};
    use std::time::Duration;

    fn attempt(number: u32, outcome: Outcome) -> Attempt {
        Attempt { number, outcome, may_repeat: true, random: u64::MAX }
    }

    const LOST: [Outcome; 4] = [
        Outcome::NoConnection,
        Outcome::Lost,
        Outcome::Throttled { after: None },
        Outcome::Answered { status: 503, after: None },
    ];

    #[test]
    fn waits_double_up_to_the_longest() {
        let policy = RetryPolicy::DEFAULT.attempts(10).waits(Duration::from_millis(100), Duration::from_millis(350));
        for outcome in LOST {
            let waits: Vec<_> =
                (1..6).map(|n| policy.next(&attempt(n, outcome)).unwrap_or_default().as_micros()).collect();
            assert_eq!(waits, [99_999, 199_999, 349_999, 349_999, 349_999]);
        }
        let none = Attempt { random: 0, ..attempt(3, Outcome::Lost) };
        assert_eq!(policy.next(&none), Some(Duration::ZERO));
    }

    #[test]
    fn what_may_not_be_repeated_never_is() {
        for outcome in LOST {
            let policy = RetryPolicy::DEFAULT;
            assert_eq!(policy.next(&Attempt { may_repeat: false, ..attempt(1, outcome) }), None);
            assert_eq!(policy.next(&attempt(3, outcome)), None);
            assert_eq!(RetryPolicy::never().next(&attempt(1, outcome)), None);
        }
        for status in [200, 301, 400, 401, 404, 409, 501, 505, 600] {
            assert_eq!(RetryPolicy::DEFAULT.next(&attempt(1, Outcome::Answered { status, after: None })), None);
        }
        for outcome in [Outcome::TimedOut, Outcome::Untrusted] {
            assert_eq!(RetryPolicy::DEFAULT.next(&attempt(1, outcome)), None);
        }
    }

    #[test]
    fn whatever_the_server_failed_at_is_asked_again() {
        for status in [500, 502, 503, 504, 507, 520, 599] {
            let failed = attempt(1, Outcome::Answered { status, after: None });
            assert!(RetryPolicy::DEFAULT.next(&failed).is_some(), "{status}");
        }
    }

    #[test]
    fn a_server_is_heard_but_not_for_ever() {
        let next = |seconds| {
            let after = Some(Duration::from_secs(seconds));
            RetryPolicy::DEFAULT.next(&Attempt { random: 0, ..attempt(1, Outcome::Throttled { after }) })
        };
        assert_eq!(next(7), Some(Duration::from_secs(7)));
        assert_eq!(next(61), None);
    }

    #[test]
    fn a_budget_runs_out_and_refills() {
        let budget = Budget::new(&RetryPolicy::DEFAULT.budget(2));
        assert!(budget.take() && budget.take() && !budget.take());
        (0..10).for_each(|_| budget.refill());
        assert!(budget.take() && !budget.take());
        (0..1000).for_each(|_| budget.refill());
        assert!(budget.take() && budget.take() && !budget.take());
    }
}
