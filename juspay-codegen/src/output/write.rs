//! Writing: whole files or nothing, and only what changed.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use fs_err as fs;

use super::{MARK, OutputError, Rendered};

/// Folders within folders end at this depth.
const DEEPEST: usize = 16;

/// What writing did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were written.
    pub written: Vec<PathBuf>,
    /// How many files were as they should be already.
    pub unchanged: usize,
    /// Generated files that nothing generates any more.
    pub removed: Vec<PathBuf>,
}

impl Rendered {
    /// Writes what changed and removes generated files that are no longer generated. Files of somebody else are never
    /// touched.
    ///
    /// # Errors
    ///
    /// If a file of somebody else stands in the way, before anything is written; or if the disk refuses.
    pub fn write(&self, out: &Path) -> Result<Written, OutputError> {
        for (path, _) in &self.files {
            let path = out.join(path);
            if path.exists() && !is_ours(&path) {
                return Err(OutputError::Foreign(path));
            }
        }
        let mut done = Written::default();
        for (path, text) in &self.files {
            let path = out.join(path);
            if fs::read_to_string(&path).is_ok_and(|old| same(&old, text)) {
                done.unchanged += 1;
            } else {
                replace(&path, text)?;
                done.written.push(path);
            }
        }
        for path in self.stale(out) {
            fs::remove_file(&path)?;
            done.removed.push(path);
        }
        Ok(done)
    }

    /// Generated files in the output folder that nothing generates any more.
    pub(super) fn stale(&self, out: &Path) -> Vec<PathBuf> {
        let Some(owned) = &self.owned else { return Vec::new() };
        let current: BTreeSet<PathBuf> = self.files.iter().map(|(path, _)| out.join(path)).collect();
        let mut stale = Vec::new();
        walk(&out.join(owned), 0, &mut stale);
        stale.retain(|path| !current.contains(path) && is_ours(path));
        stale.sort();
        stale
    }
}

/// Whether two texts are the same but for line ends.
pub(super) fn same(old: &str, new: &str) -> bool {
    old == new || (old.contains('\r') && old.replace("\r\n", "\n") == new)
}

/// Whether a file carries the mark of the generator.
pub(super) fn is_ours(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.starts_with(MARK))
}

/// Rust files below a folder, links not followed.
fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && depth < DEEPEST => walk(&path, depth + 1, found),
            Ok(kind) if kind.is_file() && path.extension().is_some_and(|extension| extension == "rs") => {
                found.push(path);
            }
            _ => {}
        }
    }
}

/// Writes a file beside its place and moves it there, so that nobody ever sees half of it.
fn replace(path: &Path, text: &str) -> Result<(), OutputError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(name);
    let written = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    Ok(written?)
}
