//! What holds for the whole API: environments, authentication, operations.

use juspay_runtime::{Api, Auth, AuthKind};

/// \*/ fn evil() {} /\* and #!\[feature(evil)\] and "# and \`unbalanced
pub static API: Api = Api::new("Golden */ \"quoted\" {}", "golden-version")
    .headers(&[])
    .operations(&[]);

/// Where the API runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// \<script>alert(1)\</script>
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

/// \[link\](https://evil.example)
pub static OPEN: Auth = Auth::new("open", AuthKind::None);
