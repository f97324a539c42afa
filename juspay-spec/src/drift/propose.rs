//! Proposals.

use super::FileEdit;

/// A proposal.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// The files to change.
    pub files: Vec<FileEdit>,
}

/// Proposes.
pub fn propose() -> Proposal {
    Proposal::default()
}
