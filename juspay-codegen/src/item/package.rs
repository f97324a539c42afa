//! Everything that is written at once.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};

use super::{Api, Docs, Marker, Object, OpenEnum, Operation, Requirements, Webhooks, ident};

/// A crate, or a module that stands for one.
#[derive(Clone, Debug)]
pub struct Package {
    /// What it says on its first page.
    pub docs: Docs,
    /// Whether that is the `README.md` beside the source of a crate instead.
    pub readme: bool,
    /// What holds for the whole API.
    pub api: Api,
    /// The versions of the window.
    pub versions: Versions,
    /// Whether the client is part of it where it is no crate of its own; a crate always has it.
    pub client: bool,
    /// A module for each file of the spec that has anything left, sorted by name.
    pub modules: Vec<Module>,
    /// How names are spelled.
    pub spelling: Spelling,
}

/// The versions of a window, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Versions {
    /// The markers.
    pub markers: Vec<VersionMarker>,
}

impl Versions {
    /// The newest version.
    pub fn latest(&self) -> Option<&Marker> {
        self.markers.last().map(|version| &version.marker)
    }
}

/// A version with what came with it.
#[derive(Clone, Debug)]
pub struct VersionMarker {
    /// Its type and date.
    pub marker: Marker,
    /// What came with it.
    pub docs: Docs,
}

/// A module.
#[derive(Clone, Debug)]
pub struct Module {
    /// Its name.
    pub name: Ident,
    /// The name of its file.
    pub file: String,
    /// What it holds.
    pub docs: Docs,
    /// Its items, in order.
    pub items: Vec<Item>,
}

/// An item of a module.
#[derive(Clone, Debug)]
pub enum Item {
    /// An operation.
    Operation(Operation),
    /// A struct.
    Object(Object),
    /// An enum.
    Enum(OpenEnum),
    /// A matrix.
    Requirements(Requirements),
    /// Events.
    Webhooks(Webhooks),
}

impl Item {
    /// The name it takes in its module.
    pub fn name(&self) -> &Ident {
        match self {
            Self::Operation(operation) => &operation.name,
            Self::Object(object) => &object.name,
            Self::Enum(open) => &open.name,
            Self::Requirements(requirements) => &requirements.name,
            Self::Webhooks(webhooks) => &webhooks.name,
        }
    }
}

/// How names are spelled in the output.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// The path of the runtime crate.
    pub runtime: TokenStream,
    /// Names of the package's own types. A name of the runtime or the prelude that is among them is written with its
    /// whole path.
    pub taken: BTreeSet<String>,
    /// Type names that more than one module declares; they are never imported.
    pub ambiguous: BTreeSet<String>,
    /// The module of what holds for the whole API.
    pub api: Ident,
    /// The module of the versions.
    pub versions: Ident,
    /// The module of the client.
    pub client: Ident,
    /// Where the types of versions are, if they are no module of the package.
    pub markers: Option<TokenStream>,
    /// Whether every foreign name is written with its whole path and nothing is imported.
    pub full: bool,
}

impl Spelling {
    /// Whole paths everywhere, for code that lands among names nobody knows.
    pub fn full(runtime: TokenStream) -> Self {
        let (taken, ambiguous) = Default::default();
        Self {
            runtime,
            taken,
            ambiguous,
            api: ident("api"),
            versions: ident("versions"),
            client: ident("client"),
            markers: None,
            full: true,
        }
    }
}
