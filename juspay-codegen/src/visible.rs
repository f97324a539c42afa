//! What a version has.

use std::collections::BTreeSet;

use juspay_spec::model::{Api, Enum, EnumValue, Event, Field, Object, Presence};
use juspay_spec::version::ApiVersion;

/// Every field and enum value that a version has, as `Type.field` and `Enum.VALUE`.
///
/// A field of a flattened object counts once, under the object that declares it; a field carries the name it has in
/// that version.
pub fn visible_fields(api: &Api, version: ApiVersion) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for def in api.types.iter().filter(|def| def.life.range.contains(version)) {
        if let Some(object) = def.object() {
            let fields = object.fields.iter().filter(|found| field(api, found, version));
            names.extend(fields.map(|field| format!("{}.{}", def.name, label(field, version))));
        }
        if let Some(values) = def.as_enum() {
            let sent = values.values.iter().filter(|value| enum_value(api, value, version));
            names.extend(sent.map(|value| format!("{}.{}", def.name, value.wire)));
        }
    }
    names
}

/// What a field is called: its wire name, or the name of its object if that is flattened.
fn label(field: &Field, version: ApiVersion) -> &str {
    match field.wire_at(version) {
        "" => &field.rust,
        wire => wire,
    }
}

/// Whether the version has the field; a field goes with its type.
pub(crate) fn field(api: &Api, field: &Field, version: ApiVersion) -> bool {
    let typed = field.ty.named().is_none_or(|id| api.ty(id).life.range.contains(version));
    typed && field.life.range.contains(version)
}

/// The fields that the version has.
pub(crate) fn fields<'a>(api: &'a Api, object: &'a Object, version: ApiVersion) -> impl Iterator<Item = &'a Field> {
    object.fields.iter().filter(move |found| field(api, found, version))
}

/// Whether the version sends the value itself, and not what was sent in its place.
pub(crate) fn enum_value(api: &Api, value: &EnumValue, version: ApiVersion) -> bool {
    value.life.range.contains(version) && stand_in(api, value, version).is_none()
}

/// The value (by its place) that the version sends instead. What stood in for a value may have had a stand-in itself.
pub(crate) fn former_value(api: &Api, values: &Enum, value: &EnumValue, version: ApiVersion) -> Option<usize> {
    let mut sent = stand_in(api, value, version)?;
    // The checker lets no value stand in for itself; the bound makes sure of an end all the same.
    for _ in 0..values.values.len() {
        match values.values.get(sent).and_then(|value| stand_in(api, value, version)) {
            Some(earlier) => sent = earlier,
            None => break,
        }
    }
    Some(sent)
}

fn stand_in(api: &Api, value: &EnumValue, version: ApiVersion) -> Option<usize> {
    let later = |change: usize| api.changes.get(change).is_some_and(|change| version < change.version);
    // Newest change first: the last one that is still to come is the one in force.
    value.was.iter().rev().find(|former| later(former.change)).map(|former| former.value)
}

/// Whether the version requires the field.
pub(crate) fn required(api: &Api, field: &Field, version: ApiVersion) -> bool {
    match field.presence {
        Presence::Required | Presence::Nullable => true,
        Presence::Optional => false,
        Presence::RequiredSince(change) => api.changes.get(change).is_some_and(|change| change.version <= version),
    }
}

/// Whether the event is posted in the version.
pub(crate) fn event(event: &Event, version: ApiVersion) -> bool {
    event.life.range.contains(version)
}
