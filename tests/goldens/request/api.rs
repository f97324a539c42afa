//! What holds for the whole API: environments, authentication, operations.

use juspay_runtime::{Api, Auth, AuthKind};

/// An API with one thing in it.
pub static API: Api = Api::new("Golden", "golden-version")
    .headers(&[])
    .operations(&[&super::spec::CREATE_PARCEL]);

/// Where the API runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// The only one.
    Live,
}

impl Environment {
    /// Every environment.
    pub const ALL: &'static [Self] = &[Self::Live];

    /// The base address, without a slash at the end.
    pub const fn url(self) -> &'static str {
        match self {
            Self::Live => "https://golden.example",
        }
    }

    /// The name in the specification.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Live => "live",
        }
    }
}

/// Nothing is asked for.
pub static OPEN: Auth = Auth::new("open", AuthKind::None);
