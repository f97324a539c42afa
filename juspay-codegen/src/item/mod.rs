//! What is to be written, in the shape of Rust: objects, enums, tables of facts.
//!
//! Items know nothing of specs. A plan over a spec makes them, and so can a derive macro. Every name is decided and every
//! version is pruned when an item exists; [`emit`](crate::emit) only spells it out.

mod docs;
mod facts;
mod names;
mod object;
mod open_enum;
mod package;

pub use docs::{Docs, Piece};
pub use facts::{
    Api, Auth, AuthKind, BodyKind, Environment, Event, Failure, Header, Idempotency, Need, Operation, Parameter, Place,
    Requirements, Response, Webhooks,
};
pub use names::{ident, is_ident};
pub use object::{
    EnumTable, Field, Flat, Foreign, Gate, Hidden, Marker, Object, Pair, Part, Rest, Row, RowForm, Rule, Shape,
    TableRef, Test, TestOp, Ty, TypeRef,
};
pub use open_enum::{Answer, OpenEnum, Variant};
pub use package::{Item, Module, Package, Spelling, VersionMarker, Versions};
