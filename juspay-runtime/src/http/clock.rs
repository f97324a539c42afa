//! The clocks, which not every machine has.

use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// WebAssembly without a system around it, as in a browser: the standard library panics there when it is asked for a time.
const MISSING: bool = cfg!(all(target_family = "wasm", target_os = "unknown"));

/// This moment, where there is a clock.
pub(crate) fn now() -> Option<Instant> {
    (!MISSING).then(Instant::now)
}

/// Seconds since 1970, where there is a clock.
pub(crate) fn since_1970() -> Option<u64> {
    let now = (!MISSING).then(SystemTime::now)?;
    Some(now.duration_since(UNIX_EPOCH).ok()?.as_secs())
}
