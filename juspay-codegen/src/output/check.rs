//! Whether what is on the disk is what would be generated.

use std::fmt;
use std::path::{Path, PathBuf};

use fs_err as fs;
use similar::TextDiff;

use super::Rendered;
use super::write::{is_ours, same};

/// A file that is not as it would be generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// The file.
    pub path: PathBuf,
    /// What is the matter with it.
    pub kind: DriftKind,
    /// A unified diff from what is there to what would be generated.
    pub diff: String,
}

/// What is the matter with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriftKind {
    /// It is not there.
    Missing,
    /// It differs.
    Stale,
    /// It was generated once and is no longer.
    Left,
    /// It stands in the way and was not generated.
    Foreign,
}

impl DriftKind {
    /// The word for people and for JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Left => "left over",
            Self::Foreign => "not generated",
        }
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n{}", self.path.display(), self.kind.as_str(), self.diff)
    }
}

impl Rendered {
    /// Every file that is not as it would be generated. Nothing is written.
    pub fn check(&self, out: &Path) -> Vec<Drift> {
        let current = self.files.iter().filter_map(|(path, text)| drift(out, path, text));
        let left = self.stale(out).into_iter().map(|path| {
            let old = fs::read_to_string(&path).unwrap_or_default();
            let diff = diff(&path, &old, "");
            Drift { path, kind: DriftKind::Left, diff }
        });
        current.chain(left).collect()
    }
}

fn drift(out: &Path, path: &Path, text: &str) -> Option<Drift> {
    let path = out.join(path);
    let Ok(old) = fs::read_to_string(&path) else {
        let kind = if path.exists() { DriftKind::Foreign } else { DriftKind::Missing };
        let diff = diff(&path, "", text);
        return Some(Drift { path, kind, diff });
    };
    if same(&old, text) {
        return None;
    }
    let kind = if is_ours(&path) { DriftKind::Stale } else { DriftKind::Foreign };
    let diff = diff(&path, &old.replace("\r\n", "\n"), text);
    Some(Drift { path, kind, diff })
}

fn diff(path: &Path, old: &str, new: &str) -> String {
    let name = path.display().to_string();
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff().context_radius(3).header(&name, "generated").to_string()
}
