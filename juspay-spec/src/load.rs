//! From files to the checked model.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Finding, Sink};
use crate::model::Api;
use crate::raw::Spec;
use crate::source::{Source, Sources};
use crate::{raw, resolve, tree};

/// Larger files than this are refused.
const MAX_FILE: u64 = 64 << 20;

/// A spec after loading: its files, what is wrong with it, and the model if there is one.
#[derive(Debug)]
pub struct Loaded {
    /// The files, for places in findings.
    pub sources: Sources,
    /// What is wrong, by file and place.
    pub findings: Vec<Finding>,
    /// The model. With errors in the findings it still holds whatever could be understood, broken types as stubs; it is
    /// `None` if a file is not YAML or no file has the section `api`.
    pub api: Option<Api>,
}

impl Loaded {
    /// Whether there is an error among the findings.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(Finding::is_error)
    }

    /// How many errors and warnings there are.
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.findings.iter().filter(|finding| finding.is_error()).count();
        (errors, self.findings.len() - errors)
    }
}

/// Loads every `*.yaml` file of a folder.
pub fn load_dir(folder: &Path) -> Loaded {
    let mut sink = Sink::default();
    let paths = match list(folder) {
        Ok(paths) => paths,
        Err(error) => {
            let message = format!("cannot read the folder {}: {error}", folder.display());
            sink.push(Finding::new(Code::UNREADABLE, message).help("give the folder that holds the *.yaml files"));
            return Loaded { sources: Sources::default(), findings: sink.into_sorted(), api: None };
        }
    };
    if paths.is_empty() {
        let message = format!("the folder {} holds no *.yaml file", folder.display());
        sink.push(Finding::new(Code::NO_FILES, message).help("give the folder that holds the *.yaml files"));
        return Loaded { sources: Sources::default(), findings: sink.into_sorted(), api: None };
    }
    let files = paths.into_iter().filter_map(|path| {
        let text = read(&path).map_err(|finding| sink.push(*finding)).ok()?;
        Some((path, text))
    });
    let files = files.collect();
    load(files, sink)
}

/// Loads files given as paths and texts; the paths are only for messages and module names.
pub fn load_files(files: Vec<(PathBuf, String)>) -> Loaded {
    load(files, Sink::default())
}

fn load(mut files: Vec<(PathBuf, String)>, mut sink: Sink) -> Loaded {
    files.sort();
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(path, text);
    }
    let mut spec = Spec::default();
    let mut whole = sink.errors_so_far() == 0;
    for (id, source) in sources.iter() {
        let before = sink.errors_so_far();
        match tree::parse(id, source, &mut sink) {
            Some(root) => raw::lower(&root, &mut spec, &mut sink),
            // Items of this file are unknown to the others: looking them up would make one mistake many.
            None if sink.errors_so_far() > before => whole = false,
            None => warn_empty(source, &mut sink),
        }
    }
    let api = if whole { resolve::resolve(&spec, &sources, &mut sink) } else { None };
    let mut findings = sink.into_sorted();
    quieten(&mut findings);
    Loaded { sources, findings, api }
}

/// Findings about what is missing or unused may follow from another mistake, so they wait until that one is mended.
fn quieten(findings: &mut Vec<Finding>) {
    let follows = [Code::MISSING_DOC, Code::UNUSED_TYPE, Code::UNUSED_GROUP, Code::UNUSED_CHANGE];
    if findings.iter().any(|finding| finding.is_error() && !follows.contains(&finding.code)) {
        findings.retain(|finding| !follows.contains(&finding.code));
    }
}

fn warn_empty(source: &Source, sink: &mut Sink) {
    let message = format!("{} says nothing", source.path.display());
    sink.push(Finding::new(Code::EMPTY_FILE, message).help("delete the file or fill it"));
}

fn list(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let hidden = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with('.'));
        if path.extension().is_some_and(|extension| extension == "yaml") && !hidden {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<String, Box<Finding>> {
    let unreadable = |problem: String| {
        let finding = Finding::new(Code::UNREADABLE, format!("cannot read {}: {problem}", path.display()));
        Box::new(finding.help("every *.yaml entry of the folder must be a readable file"))
    };
    let meta = std::fs::metadata(path).map_err(|error| unreadable(error.to_string()))?;
    if !meta.is_file() {
        return Err(unreadable("it is not a file".to_owned()));
    }
    if meta.len() > MAX_FILE {
        let message = format!("{} is larger than 64 MiB", path.display());
        return Err(Box::new(Finding::new(Code::TOO_LARGE, message).help("split the file")));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(at).filter(|&&byte| byte == b'\n').count() + 1;
        let message = format!("{} is not UTF-8: line {line}, byte {at}", path.display());
        Box::new(Finding::new(Code::NOT_UTF8, message).help("save the file as UTF-8"))
    })
}
