//! Small specs with the output that is expected of them.
//!
//! A case is a folder of `tests/goldens`: its `*.yaml` files are the spec, and comments `# option: value` at the top of
//! them are the generator's options. The `*.rs` files are the expected output, those of it that are worth reading:
//! `spec.rs` for people, `wire.rs` for the machine, whatever else `# show: api` asks for and
//! without what `# hide: spec/wire` would rather not see. `# absent: a, b` names what
//! the whole output must not mention. `tests/goldens/api.yaml` stands beside every spec that has no `api`.

use std::fs;
use std::path::{Path, PathBuf};

use juspay_codegen::Builder;
use juspay_codegen::options::{Layout, Options};
use juspay_spec::load_files;

use crate::workspace;

/// A case.
#[derive(Debug)]
pub struct Golden {
    /// Its name, which is that of its folder.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// The files of its spec.
    pub files: Vec<(PathBuf, String)>,
    /// The options at its top.
    pub options: Options,
    /// The files of the output that are worth reading, without `.rs`.
    pub show: Vec<String>,
    /// What the output must not mention.
    pub absent: Vec<String>,
}

/// The folder of all cases.
pub fn folder() -> PathBuf {
    workspace::tests().join("goldens")
}

/// Every case, by name.
///
/// # Errors
///
/// If a file cannot be read, or an option at the top of a spec is none.
pub fn all() -> Result<Vec<Golden>, String> {
    let readable = |error: std::io::Error| error.to_string();
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder()).map_err(readable)? {
        let path = entry.map_err(readable)?.path();
        if path.is_dir() {
            cases.push(read(&path).map_err(|error| format!("{}: {error}", path.display()))?);
        }
    }
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(cases)
}

fn read(path: &Path) -> Result<Golden, String> {
    let mut files = Vec::new();
    let mut sources: Vec<PathBuf> =
        fs::read_dir(path).map_err(|error| error.to_string())?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    sources.retain(|source| source.extension().is_some_and(|extension| extension == "yaml"));
    sources.sort();
    for source in sources {
        let text = fs::read_to_string(&source).map_err(|error| error.to_string())?;
        files.push((PathBuf::from(source.file_name().unwrap_or_default()), text));
    }
    if !files.iter().any(|(_, text)| text.lines().any(|line| line == "api:")) {
        let shared = fs::read_to_string(folder().join("api.yaml")).map_err(|error| error.to_string())?;
        files.push((PathBuf::from("api.yaml"), shared));
    }
    let mut golden = Golden {
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        folder: path.to_path_buf(),
        files,
        options: Options { layout: Layout::Module, ..Options::default() },
        show: vec!["spec".to_owned(), "spec/wire".to_owned()],
        absent: Vec::new(),
    };
    for (key, value) in golden.files.iter().flat_map(|(_, text)| comments(text)) {
        let words = || value.split(',').map(|word| word.trim().to_owned());
        match key {
            "absent" => golden.absent.extend(words()),
            "show" => golden.show.extend(words()),
            "hide" => golden.show.retain(|shown| words().all(|hidden| hidden != *shown)),
            _ => golden.options.set(key, value)?,
        }
    }
    Ok(golden)
}

/// The comments at the top that look like `# key: value`.
fn comments(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let top = text.lines().map_while(|line| line.strip_prefix("# "));
    top.filter_map(|line| line.split_once(": ")).filter(|(key, _)| !key.contains(' '))
}

impl Golden {
    /// The name as a module.
    pub fn module(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The output by path.
    ///
    /// # Errors
    ///
    /// If the spec or an option is wrong.
    pub fn output(&self) -> Result<Vec<(PathBuf, String)>, String> {
        let builder = Builder::from_options(self.options.clone());
        let rendered = builder.render_loaded(&load_files(self.files.clone())).map_err(|error| error.to_string())?;
        Ok(rendered.files)
    }

    /// The part of the output that is worth reading, with the file that it is expected in. The first line is missing:
    /// its hash would change with every comment.
    ///
    /// # Errors
    ///
    /// If the spec or an option is wrong.
    pub fn shown(&self) -> Result<Vec<(PathBuf, String)>, String> {
        let single = self.options.layout == Layout::Single;
        let shown = |path: &Path| single || self.show.iter().any(|name| path.with_extension("") == Path::new(name));
        let files = self.output()?.into_iter().filter(|(path, _)| shown(path));
        let bare = |text: String| text.split_once('\n').map_or("", |(_, rest)| rest).trim_start().to_owned();
        Ok(files.map(|(path, text)| (self.folder.join(path.file_name().unwrap_or_default()), bare(text))).collect())
    }

    /// The files of the folder that hold expected output.
    pub fn expected(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten();
        let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "rs"));
        files.sort();
        files
    }
}
