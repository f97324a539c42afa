//! Edits of files.

/// A file before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileEdit {
    /// The path.
    pub path: std::path::PathBuf,
    /// The text before.
    pub old: String,
    /// The text after.
    pub new: String,
}
