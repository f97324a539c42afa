//! The dated versions as types, oldest first.

pub use juspay_runtime::{ApiVersion, AtLeast, Before, Dynamic, Version};

juspay_runtime::versions! {
    /// Later: `code` and `fences` rust panic!() \`
    V2021_12_31 = 2021-12-31,
}

/// The newest version that is known here.
pub type Latest = V2021_12_31;
