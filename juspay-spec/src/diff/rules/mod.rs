//! What a difference is called and how grave it is: a table, and no code besides.
//!
//! A rule's steps say what becomes of a program built on the generated crate when it takes the next one. `send` counts
//! only where the item is sent, `read` only where it is read. What no program can notice is never major, so every major
//! rule can show a program that notices.

mod api;
mod enums;
mod fields;
mod operations;
mod types;

pub(super) use api::*;
pub(super) use enums::*;
pub(super) use fields::*;
pub(super) use operations::*;
pub(super) use types::*;

use super::step::Steps;

/// A kind of difference.
#[derive(Debug)]
pub struct Rule {
    /// Its stable name.
    pub name: &'static str,
    /// The kind of item that it is about.
    pub kind: Kind,
    /// What happened to the item.
    pub action: Action,
    /// The rule for the way back.
    pub inverse: &'static str,
    /// What happened, as the end of a sentence about the item; `{before}` and `{after}` stand for the two states.
    pub sentence: &'static str,
    /// Why it has the steps it has.
    pub why: &'static str,
    /// How grave it is, and to whom.
    pub steps: Steps,
}

/// Rules are told apart by their names.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// What holds for the whole API.
    Api,
    /// A dated version.
    Version,
    /// An environment.
    Environment,
    /// A way to authenticate.
    Auth,
    /// An operation.
    Endpoint,
    /// A parameter of path, query or headers.
    Parameter,
    /// What is answered with a status.
    Response,
    /// An object or enum as a whole.
    Type,
    /// A field of an object.
    Field,
    /// A value of an enum.
    Value,
    /// A question that an enum answers, or a method that it has.
    Answer,
    /// An event.
    Event,
    /// A matrix, its columns and rows.
    Requirement,
    /// What is recorded about the documentation: pages, questions, readings, changes without effect.
    Record,
}

impl Kind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Api,
        Self::Version,
        Self::Environment,
        Self::Auth,
        Self::Endpoint,
        Self::Parameter,
        Self::Response,
        Self::Type,
        Self::Field,
        Self::Value,
        Self::Answer,
        Self::Event,
        Self::Requirement,
        Self::Record,
    ];

    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::Version => "version",
            Self::Environment => "environment",
            Self::Auth => "auth",
            Self::Endpoint => "endpoint",
            Self::Parameter => "parameter",
            Self::Response => "response",
            Self::Type => "type",
            Self::Field => "field",
            Self::Value => "value",
            Self::Answer => "answer",
            Self::Event => "event",
            Self::Requirement => "requirement",
            Self::Record => "record",
        }
    }
}

/// What happened to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// It is there and was not.
    Added,
    /// It was there and is not.
    Removed,
    /// It is there in both and differs.
    Changed,
}

impl Action {
    /// The word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// One entry per rule:
///
/// ```text
/// FIELD_GATED = "field-gated" Field Changed, back "field-ungated";
///     send Major, read Major, rust Major, meaning None, docs None;
///     "is no longer in every version"; "Why that is so.";
/// ```
macro_rules! table {
    ($($id:ident = $name:literal $kind:ident $action:ident, back $inverse:literal;
        send $send:ident, read $read:ident, rust $rust:ident, meaning $meaning:ident, docs $docs:ident;
        $sentence:literal; $why:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`: ", $why)]
            pub(in crate::diff) static $id: $crate::diff::Rule = $crate::diff::Rule {
                name: $name,
                kind: $crate::diff::Kind::$kind,
                action: $crate::diff::Action::$action,
                inverse: $inverse,
                sentence: $sentence,
                why: $why,
                steps: $crate::diff::Steps {
                    send: $crate::diff::Step::$send,
                    read: $crate::diff::Step::$read,
                    rust: $crate::diff::Step::$rust,
                    meaning: $crate::diff::Step::$meaning,
                    docs: $crate::diff::Step::$docs,
                },
            };
        )*
        pub(in crate::diff) static TABLE: &[&$crate::diff::Rule] = &[$(&$id),*];
    };
}
use table;

/// Every rule: of the whole API first, then operations, types, fields and values.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [api::TABLE, operations::TABLE, types::TABLE, fields::TABLE, enums::TABLE].into_iter().flatten().copied()
}

/// A rule by its name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.name == name)
}
