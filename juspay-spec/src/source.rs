//! The files of a spec, and places in them.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// One file of a spec, by its place in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

/// A range of bytes in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The bytes as a range.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as it was given, for messages.
    pub path: PathBuf,
    /// The text, without a byte order mark.
    pub text: String,
    /// Whether a byte order mark was taken away.
    bom: bool,
    line_starts: Vec<u32>,
    /// Whether every character is one byte, so that columns need no counting.
    ascii: bool,
}

/// The byte order mark.
const BOM: char = '\u{feff}';

impl Source {
    /// The file's name without its extension, which names a module.
    pub fn stem(&self) -> &str {
        self.path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
    }

    /// How many bytes of the file stand before the text.
    pub(crate) fn skipped(&self) -> usize {
        if self.bom { BOM.len_utf8() } else { 0 }
    }

    /// Line and column of a byte, both from 1; the column counts characters.
    pub fn line_column(&self, byte: u32) -> (usize, usize) {
        let line = self.line_starts.partition_point(|&start| start <= byte).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0) as usize;
        let column = if self.ascii {
            (byte as usize).saturating_sub(start)
        } else {
            self.text.get(start..byte as usize).map_or(0, |before| before.chars().count())
        };
        (line, column + 1)
    }

    /// Where the line of a byte begins and ends, without what ends it.
    pub(crate) fn line_range(&self, byte: u32) -> Range<usize> {
        let line = self.line_starts.partition_point(|&start| start <= byte).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0) as usize;
        let next = self.line_starts.get(line).map_or(self.text.len(), |&next| next as usize);
        let end = self.text.get(start..next).map_or(next, |line| start + line.trim_end_matches(['\r', '\n']).len());
        start..end
    }
}

/// Every file of one spec.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a file.
    pub fn add(&mut self, path: impl Into<PathBuf>, text: impl Into<String>) -> FileId {
        let text = text.into();
        let bom = text.starts_with(BOM);
        let text = text.strip_prefix(BOM).map(str::to_owned).unwrap_or(text);
        let mut line_starts = vec![0];
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        line_starts.extend(ends.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)));
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source { path: path.into(), ascii: text.is_ascii(), text, bom, line_starts });
        id
    }

    /// The files in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(&self.files)
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|source| source.path.as_path())
    }

    /// One file, if the id is of this set.
    pub fn get(&self, id: FileId) -> Option<&Source> {
        self.files.get(id.0 as usize)
    }

    /// The line in which a place begins.
    pub fn line(&self, span: Span) -> Option<&str> {
        let source = self.get(span.file)?;
        source.text.get(source.line_range(span.start))
    }

    /// How a place is written: `orders.yaml:12:7`.
    pub fn locate(&self, span: Span) -> Location<'_> {
        let Some(source) = self.get(span.file) else {
            return Location { path: Path::new(""), line: 1, column: 1 };
        };
        let (line, column) = source.line_column(span.start);
        Location { path: &source.path, line, column }
    }
}

/// A place for people: path, line and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location<'a> {
    /// The file's path as it was given.
    pub path: &'a Path,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Location<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path.display(), self.line, self.column)
    }
}
