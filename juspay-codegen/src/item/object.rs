//! Objects: structs, their fields, and the rows by which the wire knows them.

use proc_macro2::{Ident, TokenStream};

use super::Docs;

/// A struct that is read from and written to JSON objects; or an enum, where one of the fields is there.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its name.
    pub name: Ident,
    /// Its name in messages.
    pub label: String,
    /// What it is.
    pub docs: Docs,
    /// Traits to derive besides `Clone`, `Debug` and `PartialEq`.
    pub derives: Vec<TokenStream>,
    /// Whether it has a version parameter, because something in it, however deep, is gated.
    pub versioned: bool,
    /// The field that holds the version parameter.
    pub pin: Ident,
    /// The fields.
    pub fields: Vec<Field>,
    /// Whether the fields are the variants of an enum, of which one is there.
    pub choice: bool,
    /// The keys on the wire, in the order in which they are expected.
    pub rows: Vec<Row>,
    /// Ranges of indices that belong to optional flattened objects.
    pub flats: Vec<(u16, u16)>,
    /// Groups of indices of which at least one must be there.
    pub one_of: Vec<Vec<u16>>,
    /// Enum fields and the fields that hold their numeric ids.
    pub pairs: Vec<Pair>,
    /// What the values at an index must meet.
    pub rules: Vec<(u16, Vec<Rule>)>,
    /// The tests that must hold for an index to be there.
    pub when: Vec<(u16, Vec<Test>)>,
    /// Lists of which older versions left items out.
    pub hidden: Vec<Hidden>,
    /// Groups of indices that are one field under several types, the newest first.
    pub retyped: Vec<Vec<u16>>,
    /// Where the other keys of flattened objects go.
    pub rests: Vec<Rest>,
    /// Flattened objects whose rows only the compiler knows; the others' rows stand in `rows`.
    pub foreign: Vec<Foreign>,
}

/// What takes the other keys of a flattened object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// What stands before each key.
    pub prefix: String,
    /// The index that takes them.
    pub index: u16,
    /// The first version that has it; 0 for all.
    pub since: u32,
    /// The first version that no longer has it.
    pub until: Option<u32>,
}

/// The rows of a flattened object of somebody else's.
#[derive(Clone, Debug)]
pub struct Foreign {
    /// The row before which they stand.
    pub at: usize,
    /// What stands before each key.
    pub prefix: String,
    /// The index of the first.
    pub index: u16,
    /// The first version that has them; 0 for all.
    pub since: u32,
    /// The first version that no longer has them.
    pub until: Option<u32>,
    /// The type, with `Dynamic` for the version.
    pub ty: TokenStream,
}

impl Object {
    /// Whether it is sent, and has so many rows that it is worth saying at once which of them hold something.
    pub fn is_large_request(&self) -> bool {
        self.rows.len() >= 64 && self.fields.iter().any(|field| field.setter)
    }

    /// Fields that the constructor asks for.
    pub fn required(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.is_asked_for())
    }

    /// Whether a field must never be shown, so that `Debug` cannot be derived.
    pub fn is_sensitive(&self) -> bool {
        self.fields.iter().any(|field| field.sensitive)
    }
}

/// An enum field and the field that holds its numeric id, as indices of the table.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The enum field.
    pub code: u16,
    /// The field with the id.
    pub id: u16,
    /// The enum's table.
    pub table: EnumTable,
}

/// Where the table of an enum is.
#[derive(Clone, Debug)]
pub enum EnumTable {
    /// In a static of the package.
    Static(TableRef),
    /// Behind a function that yields it.
    Of(TokenStream),
}

/// A reference to the table of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRef {
    /// The module behind which it stands.
    pub module: Ident,
    /// Its name.
    pub name: Ident,
}

/// Items of a list that older versions left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// The index of the list.
    pub index: u16,
    /// The first version that lists them.
    pub until: u32,
    /// What the items meet.
    pub tests: Vec<Test>,
}

/// One test of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// Wire names that lead to the value.
    pub path: Vec<String>,
    /// What is asked of it.
    pub op: TestOp,
}

/// What a test asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TestOp {
    /// Something is there.
    There,
    /// It is one of these.
    In(Vec<String>),
    /// It is none of these.
    NotIn(Vec<String>),
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: Ident,
    /// Its first index in the table.
    pub index: u16,
    /// What it is for.
    pub docs: Docs,
    /// The type of its value, without the option.
    pub ty: Ty,
    /// Whether the value may be missing.
    pub shape: Shape,
    /// Whether the value is boxed.
    pub boxed: bool,
    /// The versions that have it, if not all of the window do.
    pub gate: Option<Gate>,
    /// How it takes part in the object on the wire.
    pub part: Part,
    /// Whether it is never shown.
    pub sensitive: bool,
    /// Whether it gets a `with_…` method although it is public.
    pub setter: bool,
    /// The attribute `deprecated`, for its methods.
    pub deprecated: TokenStream,
}

impl Field {
    /// Whether a caller gives it to the constructor. What only some versions have cannot be asked for.
    pub fn is_asked_for(&self) -> bool {
        self.shape == Shape::Required && self.gate.is_none() && !matches!(self.part, Part::Rest)
    }

    /// Whether the Rust type is wrapped: an `Option`, or a `List` for a list.
    pub fn is_optional(&self) -> bool {
        self.shape != Shape::Required || self.gate.is_some()
    }
}

/// Whether a value may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// It must be there and hold a value.
    Required,
    /// It may be absent or null.
    Optional,
    /// It must be there and may be null.
    Nullable,
}

/// How a field takes part in the object on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A key of its own.
    Plain,
    /// An object whose keys stand in the parent.
    Flat(Flat),
    /// Every key that no other field has.
    Rest,
}

/// A flattened object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flat {
    /// What stands before each key.
    pub prefix: String,
    /// The index after its last.
    pub end: u16,
}

/// Versions that have a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    /// The first version that has it.
    pub since: Option<Marker>,
    /// The first version that no longer has it.
    pub until: Option<Marker>,
}

/// A version with the type that stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// The type.
    pub name: Ident,
    /// The date, `20210325`.
    pub date: u32,
}

/// A row of an object's table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Row {
    /// The name on the wire.
    pub wire: String,
    /// The index of the field.
    pub index: u16,
    /// The first version that has it; 0 for all.
    pub since: u32,
    /// The first version that no longer has it.
    pub until: Option<u32>,
    /// From which version on it must be there; 0 for all.
    pub required: Option<u32>,
    /// Whether null is a value although it must be there.
    pub nullable: bool,
    /// Whether it is another spelling, accepted and never written.
    pub alias: bool,
    /// Whether `""` means absent.
    pub blank: bool,
    /// Whether its value is never shown.
    pub sensitive: bool,
    /// How the value is written where that differs from its type.
    pub form: RowForm,
}

impl Row {
    /// A row for a key that every version may have.
    pub fn new(wire: impl Into<String>, index: u16) -> Self {
        Self {
            wire: wire.into(),
            index,
            since: 0,
            until: None,
            required: None,
            nullable: false,
            alias: false,
            blank: false,
            sensitive: false,
            form: RowForm::Plain,
        }
    }
}

/// How a value is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowForm {
    /// As its type says.
    #[default]
    Plain,
    /// A number or boolean, written as a string.
    Text,
    /// JSON inside a string.
    JsonText,
}

/// What a value must meet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The most characters.
    MaxLength(u64),
    /// The fewest characters.
    MinLength(u64),
    /// The most characters that are advised.
    SuggestedLength(u64),
    /// The most items of a list.
    MaxItems(u64),
    /// The most digits behind the decimal point.
    Decimals(u64),
    /// The least number.
    AtLeast(String),
    /// The greatest number.
    AtMost(String),
    /// The characters allowed.
    Chars(String),
    /// A URL without a query string.
    NoQuery,
}

/// The type of a value.
#[derive(Clone, Debug)]
pub enum Ty {
    /// Text.
    String,
    /// A whole number.
    Int,
    /// A truth value.
    Bool,
    /// A type of the runtime, such as `Amount`.
    Runtime(&'static str),
    /// An object or enum of the same package.
    Spec(TypeRef),
    /// A list.
    List(Box<Ty>),
    /// A map from strings.
    Map(Box<Ty>),
    /// A type of somebody else's.
    Path(TokenStream),
    /// A type of somebody else's that names the version parameter.
    Versioned(TokenStream),
}

impl Ty {
    /// Whether a type at the bottom has a version parameter.
    pub fn is_versioned(&self) -> bool {
        match self {
            Self::Spec(spec) => spec.versioned,
            Self::List(inner) | Self::Map(inner) => inner.is_versioned(),
            Self::Versioned(_) => true,
            Self::String | Self::Int | Self::Bool | Self::Runtime(_) | Self::Path(_) => false,
        }
    }
}

/// A reference to a type of the same package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeRef {
    /// The module that declares it.
    pub module: Ident,
    /// The type.
    pub name: Ident,
    /// Whether it has a version parameter.
    pub versioned: bool,
}
