//! What was odd about a body that could be decoded all the same.

use crate::json::path;
use crate::{ApiVersion, error};
use std::borrow::Cow;
use std::fmt;

/// Something odd about a body that could be decoded all the same, or about a value that is encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Anomaly {
    /// Where in the body, as `refunds[0].amount`.
    pub path: String,
    /// What is odd.
    pub kind: AnomalyKind,
    /// The version at which the body was decoded or encoded.
    pub version: ApiVersion,
    /// What of the specification it is about: `Parcel.weight`, or `ParcelStatus.LOST` for a value.
    pub item: String,
    /// More about it; never a value that may be secret.
    pub detail: Cow<'static, str>,
}

/// What can be odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AnomalyKind {
    /// A field that the specification does not have.
    UnknownField,
    /// A value that the enum does not have.
    UnknownValue,
    /// A value that the version does not send yet, or no longer.
    EarlyValue,
    /// A field that the version does not send yet.
    EarlyField,
    /// A field that the version no longer sends.
    LateField,
    /// The value came in another form than the documented one, with the same meaning.
    Repaired,
    /// The value is none that the field may have, and was left out.
    Dropped,
    /// An enum field and the field with its number disagree.
    Contradiction,
    /// A field's condition holds, but the field is absent.
    MissingConditional,
    /// A field is there although its condition does not hold.
    Unexpected,
    /// None of several alternatives is there.
    NoAlternative,
    /// A value that the version has no form for, because the field has another type there.
    NoForm,
    /// There were more; the first ones are kept.
    More,
}

impl fmt::Display for AnomalyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownField => "unknown field",
            Self::UnknownValue => "unknown value",
            Self::EarlyValue => "value of another version",
            Self::EarlyField => "field of a later version",
            Self::LateField => "field of an earlier version",
            Self::Repaired => "another form of the value",
            Self::Dropped => "no value of the field",
            Self::Contradiction => "contradiction",
            Self::MissingConditional => "absent although its condition holds",
            Self::Unexpected => "there although its condition does not hold",
            Self::NoAlternative => "none of its alternatives is there",
            Self::NoForm => "no form at the version",
            Self::More => "more anomalies than are kept",
        })
    }
}

impl fmt::Display for Anomaly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "{}", self.kind)?;
        if !self.detail.is_empty() {
            write!(f, " ({})", self.detail)?;
        }
        Ok(())
    }
}

/// More than this many are not kept: a hostile body shall not fill the memory.
const MOST: usize = 1000;

/// An anomaly whose path is not worked out yet. Where it stands is a byte, so that noticing costs the reader nothing
/// on the way; paths are found by a second walk over the text, only if there is something to report.
#[derive(Debug)]
pub(crate) struct Note {
    pub(crate) kind: AnomalyKind,
    pub(crate) offset: usize,
    /// The rest of the path, behind what stands at `offset`.
    pub(crate) suffix: String,
    pub(crate) item: String,
    pub(crate) detail: Cow<'static, str>,
}

/// The anomalies noticed so far.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(crate) on: bool,
    list: Vec<Note>,
}

impl Notes {
    pub(crate) fn new(on: bool) -> Self {
        Self { on, list: Vec::new() }
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    #[cold]
    pub(crate) fn push(&mut self, note: Note) {
        if self.on && self.list.len() < MOST {
            self.list.push(note);
        } else if self.on && self.list.len() == MOST {
            let Note { offset, .. } = note;
            let detail = Cow::Borrowed("");
            self.list.push(Note {
                kind: AnomalyKind::More,
                offset,
                suffix: String::new(),
                item: String::new(),
                detail,
            });
        }
    }

    /// Those noticed since there were `from`.
    pub(crate) fn since(&mut self, from: usize) -> &mut [Note] {
        self.list.get_mut(from..).unwrap_or_default()
    }

    /// Forgets those noticed since there were `from`.
    pub(crate) fn forget(&mut self, from: usize) {
        self.list.truncate(from);
    }

    /// Forgets repairs of the value at `offset` noticed since there were `from`.
    pub(crate) fn forget_repair(&mut self, from: usize, offset: usize) {
        let repaired = |note: &Note| note.kind == AnomalyKind::Repaired && note.offset == offset;
        if self.list.get(from).is_some_and(repaired) {
            self.list.remove(from);
        }
    }

    /// Takes over the notes about a document that stands as a string at `offset` of this one.
    pub(crate) fn adopt(&mut self, inner: Self, text: &str, offset: usize) {
        for found in inner.finish(text, ApiVersion::BASE) {
            let Anomaly { path, kind, item, detail, .. } = found;
            self.push(Note { kind, offset, suffix: path, item, detail });
        }
    }

    /// The anomalies with their paths in `text`.
    pub(crate) fn finish(mut self, text: &str, version: ApiVersion) -> Vec<Anomaly> {
        if self.list.is_empty() {
            return Vec::new();
        }
        self.list.sort_by_key(|note| note.offset);
        let paths = path::of_all(text, self.list.iter().map(|note| note.offset));
        let located = self.list.into_iter().zip(paths);
        located
            .map(|(note, path)| Anomaly {
                path: error::join(&path, &note.suffix),
                kind: note.kind,
                version,
                item: note.item,
                detail: note.detail,
            })
            .collect()
    }
}
