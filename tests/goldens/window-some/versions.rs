//! The dated versions as types, oldest first.

pub use juspay_runtime::{ApiVersion, AtLeast, Before, Dynamic, Version};

juspay_runtime::versions! {
    /// Parcels are weighed.
    V2020_01_01 = 2020-01-01,
    /// Parcels are measured.
    V2020_06_01 = 2020-06-01,
}

/// The newest version that is known here.
pub type Latest = V2020_06_01;
