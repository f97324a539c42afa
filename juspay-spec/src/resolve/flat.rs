//! The fields of an object as they stand on the wire: flattened objects opened up, each with its prefix.

use crate::model::{Api, Field, Object};
use crate::version::VersionRange;

/// Flattened objects nest at most this deep.
const MAX_DEPTH: usize = 8;

/// A field as it stands on the wire.
#[derive(Clone, Debug)]
pub struct FlatField<'a> {
    /// The name with every prefix.
    pub wire: String,
    /// The prefix alone.
    pub prefix: String,
    /// The field.
    pub field: &'a Field,
    /// The flattened fields that lead to it, outermost first.
    pub through: Vec<&'a Field>,
    /// The versions in which it and everything that leads to it exist.
    pub range: VersionRange,
}

/// The fields of an object as they stand on the wire. Those that live in no version are left out.
pub fn flat_fields<'a>(api: &'a Api, object: &'a Object) -> Vec<FlatField<'a>> {
    let mut flat = Vec::new();
    open(api, object, "", &mut Vec::new(), VersionRange::ALL, &mut flat);
    flat
}

fn open<'a>(
    api: &'a Api,
    object: &'a Object,
    prefix: &str,
    through: &mut Vec<&'a Field>,
    outer: VersionRange,
    flat: &mut Vec<FlatField<'a>>,
) {
    for field in &object.fields {
        let Some(range) = field.life.range.intersection(outer) else { continue };
        let Some(own_prefix) = &field.prefix else {
            let wire = format!("{prefix}{}", field.wire);
            flat.push(FlatField { wire, prefix: prefix.to_owned(), field, through: through.clone(), range });
            continue;
        };
        let inner = field.ty.named().and_then(|id| api.types.get(id.0 as usize)).and_then(|def| def.object());
        if let Some(inner) = inner
            && through.len() < MAX_DEPTH
        {
            through.push(field);
            open(api, inner, &format!("{prefix}{own_prefix}"), through, range, flat);
            through.pop();
        }
    }
}
