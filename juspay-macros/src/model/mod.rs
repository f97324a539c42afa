//! What the derive is asked for: the input, understood. Everything that is wrong is told on the way, and something that
//! stands for it is kept, so that what follows can go on.

mod condition;
mod container;
mod docs;
mod field;
mod open_enum;
mod record;
mod ty;

pub(crate) use condition::{Condition, first};
pub(crate) use container::{Container, plain};
pub(crate) use field::{Field, Name, Part, is_deprecated};
pub(crate) use open_enum::{OpenEnum, Variant};
pub(crate) use record::Record;
pub(crate) use ty::{FieldType, Wrapper, is_ident, list_item, mentions, replace};

use syn::{Data, DeriveInput};

use crate::attr::Place;
use crate::errors::Errors;

/// What the derive stands on.
pub(crate) enum Target {
    /// A struct with named fields.
    Record(Record),
    /// An enum.
    Enum(OpenEnum),
    /// Anything else, which has been told.
    Other,
}

/// Understands the input.
pub(crate) fn read(input: &DeriveInput, errors: &mut Errors) -> (Container, Target) {
    let place = if matches!(input.data, Data::Enum(_)) { Place::Enum } else { Place::Struct };
    let container = Container::read(input, place, errors);
    let target = match &input.data {
        Data::Struct(data) => match &data.fields {
            syn::Fields::Named(fields) => Target::Record(Record::read(&fields.named, &container, errors)),
            syn::Fields::Unnamed(fields) => {
                errors.on(fields, "a JSON object has named fields: write `struct Name { field: Type }`");
                Target::Other
            }
            syn::Fields::Unit => {
                errors.at(input.ident.span(), "a JSON object has named fields: write `struct Name {}`, be it empty");
                Target::Other
            }
        },
        Data::Enum(data) => Target::Enum(OpenEnum::read(data, &container, errors)),
        Data::Union(data) => {
            errors.at(data.union_token.span, "a union cannot be read from JSON: use a struct");
            Target::Other
        }
    };
    (container, target)
}
