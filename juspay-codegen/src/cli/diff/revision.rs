//! The files of a spec as a git revision has them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::super::outcome::Trouble;

const NAMES: &str = "name a folder of `*.yaml` files, or a revision such as `HEAD~3`, `v1.2` or `main:api/spec`";

/// The `*.yaml` files of `REV` at `path`, or of `REV:path`, with the repository that holds `folder`.
pub(super) fn files(folder: &Path, name: &str, path: &str) -> Result<Vec<(PathBuf, String)>, Trouble> {
    let (revision, path) = name.split_once(':').unwrap_or((name, path));
    let path = path.trim_matches('/');
    let path = if path == "." { "" } else { path };
    let commit = commit(folder, name, revision)?;
    let tree = format!("{commit}:{path}");
    let listed = git(folder, ["ls-tree", "-z", "--end-of-options", tree.as_str()])?;
    let Ok(listed) = listed else {
        let message = format!("the revision `{revision}` has no folder `{path}`");
        return Err(Trouble::new(message, "say where it has its spec: `--path api/spec`, or `REV:api/spec`"));
    };
    let mut files = Vec::new();
    for entry in listed.split('\0').filter_map(Entry::read).filter(Entry::is_spec) {
        let text = git(folder, ["cat-file", "blob", "--end-of-options", entry.object])?;
        let text = text.map_err(|error| unreadable(revision, path, entry.name, &error))?;
        let place = if path.is_empty() { "." } else { path };
        files.push((PathBuf::from(format!("{revision}:{place}/{}", entry.name)), text));
    }
    if files.is_empty() {
        let message = format!("the revision `{revision}` has no *.yaml file in `{path}`");
        return Err(Trouble::new(message, "say where it has its spec: `--path api/spec`, or `REV:api/spec`"));
    }
    Ok(files)
}

/// The commit that a revision names.
fn commit(folder: &Path, name: &str, revision: &str) -> Result<String, Trouble> {
    let wanted = format!("{revision}^{{commit}}");
    let arguments = ["rev-parse", "--verify", "--quiet", "--end-of-options", wanted.as_str()];
    match git(folder, arguments)? {
        Ok(commit) if !revision.is_empty() => Ok(commit.trim().to_owned()),
        _ => {
            let inside = git(folder, ["rev-parse", "--is-inside-work-tree"])?.is_ok();
            let why = if inside { "no revision of this repository" } else { "this is no git repository" };
            Err(Trouble::new(format!("`{name}` is neither a folder nor a revision: {why}"), NAMES))
        }
    }
}

fn unreadable(revision: &str, path: &str, name: &str, error: &str) -> Trouble {
    let message = format!("cannot read {revision}:{path}/{name}: {error}");
    Trouble::new(message, "every *.yaml entry of the folder must be a file of UTF-8 text")
}

/// One line of `git ls-tree`.
struct Entry<'a> {
    object: &'a str,
    name: &'a str,
}

impl<'a> Entry<'a> {
    /// `100644 blob 0123abcd<tab>orders.yaml`; nothing for folders and modules.
    fn read(line: &'a str) -> Option<Self> {
        let (meta, name) = line.split_once('\t')?;
        let mut words = meta.split(' ').skip(1);
        let (kind, object) = (words.next()?, words.next()?);
        (kind == "blob").then_some(Self { object, name })
    }

    /// Whether a folder of this name would be read.
    fn is_spec(&self) -> bool {
        let yaml = Path::new(self.name).extension() == Some(OsStr::new("yaml"));
        yaml && !self.name.starts_with('.')
    }
}

/// What git says, or its complaint.
fn git<'a>(folder: &Path, arguments: impl IntoIterator<Item = &'a str>) -> Result<Result<String, String>, Trouble> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments).env("LC_ALL", "C");
    let output = command.output().map_err(|error| {
        let message = format!("git could not be started: {error}");
        Trouble::new(message, "install git, or name folders instead of revisions")
    })?;
    if !output.status.success() {
        return Ok(Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()));
    }
    Ok(String::from_utf8(output.stdout).map_err(|error| error.to_string()))
}
