//! Names that stand beside each other.

use crate::attr::Key;
use crate::errors::Errors;
use crate::model::{Container, Field, Part, Record};

/// One field takes every other key.
pub(super) fn one_rest(fields: &[Field], errors: &mut Errors) {
    let mut rests = fields.iter().filter_map(|field| Some((&field.ident, field.flag(Key::Rest)?)));
    let Some((first, _)) = rests.next() else { return };
    for (_, span) in rests {
        errors.at(span, format!("`{first}` takes every other key already"));
    }
}

/// What only some versions have is read by a method of its name and set by `with_` that name.
pub(super) fn methods(record: &Record, container: &Container, errors: &mut Errors) {
    if container.version.is_none() {
        return;
    }
    for getter in &record.fields {
        if let Some(set) = record.set_by(getter) {
            let message = format!(
                "the method `{}` sets the field `{}`: give this one another name, and its key with `rename = \"…\"`",
                getter.ident, set.ident
            );
            errors.at(getter.ident.span(), message);
        }
    }
}

/// No version uses a name for two fields.
pub(super) fn distinct(fields: &[Field], errors: &mut Errors) {
    let keyed = || fields.iter().filter(|field| matches!(field.part, Part::Plain));
    for (place, field) in keyed().enumerate() {
        let names = field.names();
        for (at, name) in names.iter().enumerate() {
            let own = names.iter().take(at).any(|other| other.text.text == name.text.text && other.meets(name));
            if own {
                errors.at(name.text.span, format!("the field is called `{}` already", name.text.text));
                continue;
            }
            let taken = |other: &&Field| {
                other.names().iter().any(|other| other.text.text == name.text.text && other.meets(name))
            };
            if let Some(other) = keyed().take(place).find(taken) {
                errors.at(
                    name.text.span,
                    format!(
                        "the field `{}` has the key `{}` at the same versions; where its type changed, one has `until` and the other `since`",
                        other.ident, name.text.text
                    ),
                );
            }
        }
    }
}
