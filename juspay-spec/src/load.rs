//! From files to the checked model.

use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Finding, Sink};
use crate::model::Api;
use crate::raw::Spec;
use crate::source::{FileId, Source, Sources, Span};
use crate::{raw, resolve, tree};

/// Larger files than this are refused.
const MAX_FILE: u64 = 64 << 20;

/// More than this is not read from one folder.
const MAX_TOTAL: u64 = 256 << 20;

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
    let (files, sink) = bytes_of(folder);
    if files.is_empty() && sink.errors_so_far() > 0 {
        return Loaded { sources: Sources::default(), findings: sink.into_sorted(), api: None };
    }
    load(files, sink)
}

/// The `*.yaml` files of a folder with their texts; the sink says which could not be read.
#[cfg(feature = "pages")]
pub(crate) fn files_of(folder: &Path) -> (Vec<(PathBuf, String)>, Sink) {
    let (files, mut sink) = bytes_of(folder);
    let mut texts = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        match String::from_utf8(bytes) {
            Ok(text) => texts.push((path, text)),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                let message = format!("{} is not UTF-8 text: byte {at}", path.display());
                sink.push(Finding::new(Code::NOT_UTF8, message).help("save the file as UTF-8"));
            }
        }
    }
    (texts, sink)
}

fn bytes_of(folder: &Path) -> (Vec<(PathBuf, Vec<u8>)>, Sink) {
    let mut sink = Sink::default();
    let paths = match list(folder) {
        Ok(paths) => paths,
        Err(error) => {
            let message = format!("cannot read the folder {}: {error}", folder.display());
            sink.push(Finding::new(Code::UNREADABLE, message).help("give the folder that holds the *.yaml files"));
            return (Vec::new(), sink);
        }
    };
    if paths.is_empty() {
        let message = format!("the folder {} holds no *.yaml file", folder.display());
        let help = "give the folder itself; names of files end in .yaml, not in .yml, and folders in it are not read";
        sink.push(Finding::new(Code::NO_FILES, message).help(help));
    }
    let mut files = Vec::new();
    let mut room = MAX_TOTAL;
    for path in paths {
        match read(&path, room) {
            Ok(bytes) => {
                room = room.saturating_sub(bytes.len() as u64);
                files.push((path, bytes));
            }
            Err(finding) => sink.push(*finding),
        }
    }
    (files, sink)
}

/// Loads files given as paths and texts; the paths are only for messages and module names.
pub fn load_files(files: Vec<(PathBuf, String)>) -> Loaded {
    load(files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect(), Sink::default())
}

fn load(mut files: Vec<(PathBuf, Vec<u8>)>, mut sink: Sink) -> Loaded {
    files.sort();
    let mut sources = Sources::default();
    let mut foreign = HashSet::new();
    for (path, bytes) in files {
        let text = String::from_utf8(bytes);
        let bad = text.as_ref().err().map(|error| error.utf8_error().valid_up_to());
        let text = text.unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
        let id = sources.add(path, text);
        if let (Some(at), Some(source)) = (bad, sources.get(id)) {
            sink.push(not_utf8(id, source, at));
            foreign.insert(id);
        }
    }
    let mut spec = Spec::default();
    let mut whole = sink.errors_so_far() == 0;
    for (id, source) in sources.iter().filter(|(id, _)| !foreign.contains(id)) {
        let before = sink.errors_so_far();
        match tree::parse(id, source, &mut sink) {
            Some(root) => raw::lower(&root, &mut spec, &mut sink),
            // Items of this file are unknown to the others: looking them up would make one mistake many.
            None if sink.errors_so_far() > before => whole = false,
            None => sink.push(empty(id, source)),
        }
    }
    let api = if whole { resolve::resolve(&spec, &sources, &mut sink) } else { None };
    let mut findings = sink.into_sorted();
    quieten(&mut findings, spec.incomplete);
    Loaded { sources, findings, api }
}

/// Findings about what is missing or unused may follow from another mistake, so they wait until that one is mended. So
/// do names that are not found where a whole section could not be read.
fn quieten(findings: &mut Vec<Finding>, incomplete: bool) {
    const MISSING: &[Code] = &[Code::MISSING_DOC, Code::UNUSED_TYPE, Code::UNUSED_GROUP, Code::UNUSED_CHANGE];
    const NOT_FOUND: &[Code] = &[
        Code::NO_API,
        Code::UNKNOWN_TYPE,
        Code::UNKNOWN_GROUP,
        Code::UNKNOWN_CHANGE,
        Code::UNKNOWN_AUTH,
        Code::UNKNOWN_PAGE,
        Code::UNKNOWN_QUESTION,
        Code::UNKNOWN_ITEM,
    ];
    if incomplete {
        findings.retain(|finding| !NOT_FOUND.contains(&finding.code));
    }
    if findings.iter().any(|finding| finding.is_error() && !MISSING.contains(&finding.code)) {
        findings.retain(|finding| !MISSING.contains(&finding.code));
    }
}

fn empty(id: FileId, source: &Source) -> Finding {
    let message = format!("{} says nothing", source.path.display());
    let start = Span { file: id, start: 0, end: 0 };
    Finding::new(Code::EMPTY_FILE, message).at(start, "no sections").help("delete the file or fill it")
}

/// `at` is the first byte that is no UTF-8; what stands before it is as it was.
fn not_utf8(id: FileId, source: &Source, at: usize) -> Finding {
    let message = format!("{} is not UTF-8 text", source.path.display());
    let mark = source.text.len().min(at.saturating_sub(source.skipped()));
    let start = u32::try_from(mark).unwrap_or(u32::MAX);
    let span = Span { file: id, start, end: start.saturating_add(3) };
    Finding::new(Code::NOT_UTF8, message).at(span, format!("byte {at} is no UTF-8")).help("save the file as UTF-8")
}

/// The paths, sorted.
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

/// The bytes of a file, if there are not too many.
fn read(path: &Path, room: u64) -> Result<Vec<u8>, Box<Finding>> {
    let unreadable = |problem: String| {
        let finding = Finding::new(Code::UNREADABLE, format!("cannot read {}: {problem}", path.display()));
        Box::new(finding.help("every *.yaml entry of the folder must be a readable file"))
    };
    let meta = std::fs::metadata(path).map_err(|error| unreadable(error.to_string()))?;
    if !meta.is_file() {
        return Err(unreadable("it is not a file".to_owned()));
    }
    let file = File::open(path).map_err(|error| unreadable(error.to_string()))?;
    let mut bytes = Vec::new();
    let limit = MAX_FILE.min(room);
    if meta.len() <= limit {
        // A file may grow while it is read.
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|error| unreadable(error.to_string()))?;
    }
    if meta.len() > limit || bytes.len() as u64 > limit {
        let message = if room < MAX_FILE {
            format!("with {} the files are larger than 256 MiB together", path.display())
        } else {
            format!("{} is larger than 64 MiB", path.display())
        };
        let help = "split the file, or check what was put there by accident";
        return Err(Box::new(Finding::new(Code::TOO_LARGE, message).help(help)));
    }
    Ok(bytes)
}
