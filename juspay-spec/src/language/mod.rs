//! The keys of the language, declared once: the reader checks them, and the JSON Schema for editors is made of them.

mod tables;

pub use tables::*;

/// What a value of a key looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Any text.
    Text,
    /// One word of a set.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Number,
    /// A type expression.
    TypeExpr,
    /// One text or a list of texts.
    Texts,
    /// A list of texts.
    List,
    /// A list of lists of texts.
    Lists,
    /// A mapping from names to texts.
    TextMap,
    /// A mapping with fixed keys.
    Table(&'static Table),
    /// A mapping from names to tables.
    Map(&'static Table),
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, for the editor.
    pub doc: &'static str,
}

/// A mapping with fixed keys.
#[derive(Debug)]
pub struct Table {
    /// What the mapping describes: `field`, `type`.
    pub name: &'static str,
    /// The key a bare text stands for, if it may be written short.
    pub short: Option<&'static str>,
    /// The keys.
    pub keys: &'static [Key],
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Table {}

pub(crate) const fn key(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, shape, required: false, doc }
}

pub(crate) const fn must(name: &'static str, shape: Shape, doc: &'static str) -> Key {
    Key { name, shape, required: true, doc }
}

/// Words of `evidence`.
pub const EVIDENCES: &[&str] = &["documented", "observed", "inferred", "unresolved"];
/// Words of a change's `kind`.
pub const KINDS: &[&str] = &[
    "added",
    "removed",
    "renamed",
    "retyped",
    "required",
    "value",
    "remap",
    "filter",
    "condition",
    "delivery",
    "doc",
    "unresolved",
];
/// Words of an enum's `list`.
pub const GRADES: &[&str] = &["complete", "known", "examples"];
/// Words of a field's `as`.
pub const FORMS: &[&str] = &["string", "json-string"];
/// Words of an authentication scheme's `scheme`.
pub const SCHEMES: &[&str] = &["basic", "bearer", "header", "parameter", "none"];
/// Words of `unversioned`.
pub const UNVERSIONED: &[&str] = &["oldest", "newest"];
