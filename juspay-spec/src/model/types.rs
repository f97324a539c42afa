//! Objects, their fields, and the types of those.

use super::{Enum, Life, Meta};
use crate::version::VersionRange;

/// A type, by its place in [`Api::types`](super::Api::types).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub u32);

/// An object or an enum.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Its own id.
    pub id: TypeId,
    /// The name in YAML.
    pub name: String,
    /// The name in Rust.
    pub rust: String,
    /// The module (an index into [`Api::modules`](super::Api::modules)).
    pub module: usize,
    /// What it is.
    pub kind: TypeKind,
    /// From when to when it exists.
    pub life: Life,
    /// Whether an error in it was found: everything else still holds, and it is only a stand-in.
    pub stub: bool,
    /// Documentation and place.
    pub meta: Meta,
}

impl TypeDef {
    /// The object, if it is one.
    pub fn object(&self) -> Option<&Object> {
        match &self.kind {
            TypeKind::Object(object) => Some(object),
            TypeKind::Enum(_) => None,
        }
    }

    /// The enum, if it is one.
    pub fn as_enum(&self) -> Option<&Enum> {
        match &self.kind {
            TypeKind::Enum(values) => Some(values),
            TypeKind::Object(_) => None,
        }
    }
}

/// What a type is.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// Named fields.
    Object(Object),
    /// A set of string values.
    Enum(Enum),
}

/// Named fields.
#[derive(Clone, Debug, Default)]
pub struct Object {
    /// The fields, those of included groups among them.
    pub fields: Vec<Field>,
    /// Where keys go that no field has.
    pub rest: Option<Rest>,
    /// Groups (of indices into `fields`) of which at least one must be there.
    pub one_of: Vec<Vec<usize>>,
    /// Whether exactly one of the fields is there: an enum in Rust, with a variant for each.
    pub choice: bool,
    /// Enum fields and the fields that hold their numeric ids.
    pub pairs: Vec<Pair>,
}

/// A field for keys that no other field has.
#[derive(Clone, Debug)]
pub struct Rest {
    /// The name in Rust.
    pub rust: String,
    /// The type of each value.
    pub ty: Type,
    /// Documentation and place.
    pub meta: Meta,
}

/// An enum field and the field that holds its numeric id, as indices into `fields`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The enum field.
    pub code: usize,
    /// The field with the id.
    pub id: usize,
}

/// A field, parameter or header.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name in Rust, without `r#`.
    pub rust: String,
    /// The name on the wire; empty for a flattened object.
    pub wire: String,
    /// Names it had in former versions.
    pub former: Vec<FormerName>,
    /// Other spellings accepted when reading.
    pub aliases: Vec<String>,
    /// Its type.
    pub ty: Type,
    /// Whether it must be there.
    pub presence: Presence,
    /// Whether the type refers to the type that holds it, so that it must be boxed.
    pub boxed: bool,
    /// The prefix under which the object's fields stand in the parent.
    pub prefix: Option<String>,
    /// From when to when it exists.
    pub life: Life,
    /// The condition under which it exists.
    pub when: Option<Condition>,
    /// Items left out of the list in former versions.
    pub hidden: Option<Filter>,
    /// What its values must meet.
    pub constraints: Constraints,
    /// How it is written where that differs from its type.
    pub form: WireForm,
    /// Whether it is never shown.
    pub sensitive: bool,
    /// Whether `""` means absent.
    pub blank: bool,
    /// What the API assumes when it is absent.
    pub default: Option<String>,
    /// The type as the page states it, where the wire differs.
    pub documented: Option<String>,
    /// The group that it was included from.
    pub group: Option<String>,
    /// Documentation and place.
    pub meta: Meta,
}

impl Field {
    /// The wire name at a version of which it is known that the field exists there.
    pub fn wire_at(&self, version: crate::version::ApiVersion) -> &str {
        let former = self.former.iter().find(|former| former.range.contains(version));
        former.map_or(&self.wire, |former| &former.wire)
    }
}

/// A name a field had before it was renamed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerName {
    /// The name on the wire.
    pub wire: String,
    /// The versions that used it.
    pub range: VersionRange,
    /// The change that ended it, an index into [`Api::changes`](super::Api::changes).
    pub change: usize,
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must be there and hold a value.
    Required,
    /// It must be there and may be null.
    Nullable,
    /// It may be absent or null.
    Optional,
    /// It may be absent before a change (an index) and must be there from it on.
    RequiredSince(usize),
}

impl Presence {
    /// Whether the Rust type is plain, not an option.
    pub fn is_required(self) -> bool {
        self == Self::Required
    }
}

/// How a value is written on the wire.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WireForm {
    /// As its type says.
    #[default]
    Plain,
    /// A number or boolean, written as a string.
    String,
    /// JSON inside a string.
    JsonString,
}

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// A scalar.
    Scalar(Scalar),
    /// A named type.
    Named(TypeId),
    /// A list.
    List(Box<Type>),
    /// A map from strings.
    Map(Box<Type>),
}

impl Type {
    /// The named type at the bottom of lists and maps.
    pub fn named(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(*id),
            Self::List(inner) | Self::Map(inner) => inner.named(),
            Self::Scalar(_) => None,
        }
    }

    /// The scalar at the bottom of lists and maps.
    pub fn scalar(&self) -> Option<Scalar> {
        match self {
            Self::Scalar(scalar) => Some(*scalar),
            Self::List(inner) | Self::Map(inner) => inner.scalar(),
            Self::Named(_) => None,
        }
    }
}

/// A scalar of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scalar {
    /// Text.
    String,
    /// A whole number of 64 bits.
    Int,
    /// A truth value.
    Bool,
    /// An exact amount of money, in major units.
    Amount,
    /// An exact decimal number.
    Decimal,
    /// A point in time.
    Timestamp,
    /// A calendar day.
    Date,
    /// An address of the web.
    Url,
    /// An e-mail address; sensitive.
    Email,
    /// Any JSON, verbatim.
    Json,
    /// A credential; sensitive.
    Secret,
}

impl Scalar {
    /// Every scalar with its word in YAML.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("string", Self::String),
        ("int", Self::Int),
        ("bool", Self::Bool),
        ("amount", Self::Amount),
        ("decimal", Self::Decimal),
        ("timestamp", Self::Timestamp),
        ("date", Self::Date),
        ("url", Self::Url),
        ("email", Self::Email),
        ("json", Self::Json),
        ("secret", Self::Secret),
    ];

    /// The word in YAML.
    pub fn as_str(self) -> &'static str {
        Self::WORDS.iter().find(|(_, scalar)| *scalar == self).map_or("", |(word, _)| word)
    }
}

/// What the values of a field must meet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Constraints {
    /// The most characters.
    pub max_length: Option<u64>,
    /// The fewest characters.
    pub min_length: Option<u64>,
    /// The most characters that are advised; more is no error.
    pub suggested_length: Option<u64>,
    /// The most items of a list.
    pub max_items: Option<u64>,
    /// The most digits behind the decimal point.
    pub decimals: Option<u64>,
    /// The least number, as text.
    pub at_least: Option<String>,
    /// The greatest number, as text.
    pub at_most: Option<String>,
    /// The characters allowed, as a set such as `A-Za-z0-9`.
    pub chars: Option<String>,
    /// Whether a URL must have no query string.
    pub no_query: bool,
}

impl Constraints {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A condition: tests that must all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The condition as it is written.
    pub text: String,
    /// The tests.
    pub tests: Vec<Test>,
}

/// One test of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// Wire names from the object that holds the field; lists are walked through.
    pub path: Vec<String>,
    /// What is asked of the value there.
    pub comparison: Comparison,
}

/// What a test asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// It is there.
    Present,
    /// It is one of these.
    In(Vec<String>),
    /// It is none of these.
    NotIn(Vec<String>),
}

/// Items that a list lacked before a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The change from which on they are listed.
    pub change: usize,
    /// What the hidden items meet; paths start at the item.
    pub condition: Condition,
}
