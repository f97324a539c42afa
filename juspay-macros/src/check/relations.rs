//! What a struct says of several of its fields.

use proc_macro2::Ident;

use crate::errors::Errors;
use crate::model::{Container, Field, Part, Record, Wrapper, plain};
use crate::suggest::closest;

pub(super) fn check(record: &Record, container: &Container, errors: &mut Errors) {
    for group in &container.one_of {
        one_of(group, &record.fields, errors);
    }
    for (value, id) in &container.pairs {
        pair(value, id, &record.fields, errors);
    }
}

/// The field of a name, which stands in the struct under that name.
fn find<'r>(name: &Ident, fields: &'r [Field], errors: &mut Errors) -> Option<&'r Field> {
    let found = fields.iter().find(|field| field.ident == *name);
    match found {
        None => {
            let names: Vec<String> = fields.iter().map(|field| plain(&field.ident)).collect();
            let meant = closest(&name.to_string(), names.iter().map(String::as_str));
            let remedy = meant.map_or_else(String::new, |close| format!("; did you mean `{close}`?"));
            errors.at(name.span(), format!("the struct has no field `{name}`{remedy}"));
        }
        Some(field) if !matches!(field.part, Part::Plain) => {
            errors.at(name.span(), format!("`{name}` has no key of its own"));
            return None;
        }
        Some(_) => {}
    }
    found
}

/// A group asks for one of several fields, each of which may be missing.
fn one_of(group: &[Ident], fields: &[Field], errors: &mut Errors) {
    for (place, name) in group.iter().enumerate() {
        if group.iter().take(place).any(|earlier| earlier == name) {
            errors.at(name.span(), format!("`{name}` stands in the group already"));
            continue;
        }
        let Some(field) = find(name, fields, errors) else { continue };
        if field.ty.wrapper == Wrapper::None {
            errors.at(name.span(), format!("`{name}` is always there, so one of the group always is"));
        }
    }
    if let [only] = group {
        errors.at(only.span(), format!("a group has several fields; if `{only}` must be there, it is no `Option`"));
    }
}

/// Types that are no enums of values.
const NO_ENUMS: &[&str] =
    &["String", "i64", "bool", "Amount", "Decimal", "Timestamp", "Date", "Secret", "Json", "Vec", "List", "Map"];

/// A pair joins an enum and the number of its value.
fn pair(value: &Ident, id: &Ident, fields: &[Field], errors: &mut Errors) {
    let wrong = |field: &Field| field.ty.name().filter(|name| NO_ENUMS.contains(&name.as_str()));
    if let Some(name) = find(value, fields, errors).and_then(wrong) {
        errors.at(value.span(), format!("a pair begins with an enum of values, and `{value}` is of type `{name}`"));
    }
    if find(id, fields, errors).is_some_and(|field| field.ty.name().as_deref() != Some("i64")) {
        errors.at(id.span(), format!("a pair ends with the number of the value: make `{id}` an `i64`"));
    }
}
