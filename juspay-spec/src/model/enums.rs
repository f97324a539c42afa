//! Enums: named sets of string values.

use super::{Life, Meta};

/// A set of string values; unknown ones survive whatever its grade.
#[derive(Clone, Debug)]
pub struct Enum {
    /// How sure the page is of the list.
    pub grade: Grade,
    /// The values, in the order of the file.
    pub values: Vec<EnumValue>,
    /// Questions a caller may ask of a value.
    pub answers: Vec<Answers>,
}

/// How sure the documentation is of a list of values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// It claims to name all.
    Complete,
    /// It names the values known today.
    Known,
    /// It names examples.
    Examples,
}

impl Grade {
    /// Every grade with its word in YAML.
    pub const WORDS: &'static [(&'static str, Self)] =
        &[("complete", Self::Complete), ("known", Self::Known), ("examples", Self::Examples)];
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The text on the wire.
    pub wire: String,
    /// The variant in Rust.
    pub rust: String,
    /// Its numeric id.
    pub id: Option<i64>,
    /// From when to when it is sent.
    pub life: Life,
    /// What was sent in its place before changes, newest change first.
    pub was: Vec<Former>,
    /// Documentation and place.
    pub meta: Meta,
}

/// What was sent in place of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Former {
    /// The change from which on the value itself is sent.
    pub change: usize,
    /// The value that was sent before, an index into `values`.
    pub value: usize,
}

/// A three-valued question about values.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The method in Rust.
    pub rust: String,
    /// Values for which the answer is yes, as indices.
    pub yes: Vec<usize>,
    /// Values for which it is no.
    pub no: Vec<usize>,
    /// Documentation and place.
    pub meta: Meta,
}
