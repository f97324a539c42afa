//! From the checked model to the generator's items, whose emitters do the rest.

use juspay_codegen::item::{
    self, Docs, EnumTable, Foreign, Gate, Hidden, Marker, Pair, Piece, Row, RowForm, Shape, Ty,
};
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use crate::attr::{Date, Key};
use crate::check;
use crate::model::{self, Container, Field, FieldType, Part, Record, Wrapper, mentions, replace};

/// How many indices a flattened object takes, as the runtime has it in `Rows::MOST`.
const FLAT: u16 = 64;

/// The item of a struct.
pub(super) fn object(record: &Record, container: &Container) -> item::Object {
    let pin = record.pin.clone();
    let mut object = item::Object {
        name: container.ident.clone(),
        label: container.label.clone(),
        docs: Docs::default(),
        derives: Vec::new(),
        // What the emitters ask here is whether there is a pin to write; heads of impls are ours.
        versioned: pin.is_some(),
        pin: pin.unwrap_or_else(|| item::ident("version")),
        fields: Vec::new(),
        rows: Vec::new(),
        flats: Vec::new(),
        choice: false,
        one_of: Vec::new(),
        pairs: Vec::new(),
        rules: Vec::new(),
        when: Vec::new(),
        hidden: Vec::new(),
        retyped: Vec::new(),
        rests: Vec::new(),
        foreign: Vec::new(),
    };
    // Flattened objects take the indices behind all others, for their true number is not known.
    let own = record.fields.iter().filter(|field| !matches!(field.part, Part::Flat(_))).count();
    let (mut next, mut next_flat) = (0_u16, u16::try_from(own).unwrap_or(u16::MAX));
    for field in &record.fields {
        if let Part::Flat(prefix) = &field.part {
            flat(field, prefix, next_flat, container, &mut object);
            next_flat = next_flat.saturating_add(FLAT);
        } else {
            if matches!(field.part, Part::Plain) {
                object.rows.extend(rows(field, next));
                conditions(field, next, record, &mut object);
            }
            let part = if matches!(field.part, Part::Rest) { item::Part::Rest } else { item::Part::Plain };
            object.fields.push(self::field(field, next, part, container));
            next = next.saturating_add(1);
        }
    }
    object.retyped = retyped(record, &object.fields);
    relations(record, container, &mut object);
    object
}

/// What a field says of its values: when it is there, which items are left out, and what they must be like.
fn conditions(field: &Field, index: u16, record: &Record, object: &mut item::Object) {
    if let Some(condition) = &field.when {
        object.when.push((index, condition.tests(&record.fields)));
    }
    if let Some((until, condition)) = &field.hidden {
        object.hidden.push(Hidden { index, until: until.packed, tests: condition.tests(&[]) });
    }
    let rules = check::rules(field);
    if !rules.is_empty() {
        object.rules.push((index, rules));
    }
}

/// What the struct says of several fields.
fn relations(record: &Record, container: &Container, object: &mut item::Object) {
    let fields: Vec<_> = record.fields.iter().zip(&object.fields).map(|(field, item)| (field, item.index)).collect();
    let find = |name: &Ident| fields.iter().find(|(field, _)| field.ident == *name);
    let group = |group: &Vec<Ident>| group.iter().filter_map(|name| Some(find(name)?.1)).collect();
    object.one_of = container.one_of.iter().map(group).collect();
    let runtime = &container.runtime;
    for ((value, code), id) in container.pairs.iter().filter_map(|(value, id)| Some((find(value)?, find(id)?.1))) {
        let core = &value.ty.core;
        let table = EnumTable::Of(quote!(<#core as #runtime::OpenEnum>::values));
        let same = object.retyped.iter().find(|group| group.contains(&id));
        let ids = same.cloned().unwrap_or_else(|| vec![id]);
        object.pairs.extend(ids.into_iter().map(|id| Pair { code: *code, id, table: table.clone() }));
    }
}

/// Fields that are one under several types, the newest first: each begins where another one of its name ends.
fn retyped(record: &Record, items: &[item::Field]) -> Vec<Vec<u16>> {
    let plain: Vec<_> = record.fields.iter().zip(items).filter(|(it, _)| matches!(it.part, Part::Plain)).collect();
    let former = |field: &Field| {
        let (since, names) = (field.since?.packed, field.names());
        let first = names.first()?;
        plain.iter().position(|(other, _)| {
            let ends = other.until.is_some_and(|until| until.packed == since);
            ends && other.names().iter().any(|name| name.until == Some(since) && name.text.text == first.text.text)
        })
    };
    let formers: Vec<Option<usize>> = plain.iter().map(|(field, _)| former(field)).collect();
    let mut groups = Vec::new();
    for (place, (_, newest)) in plain.iter().enumerate().filter(|(place, _)| !formers.contains(&Some(*place))) {
        let mut group = vec![newest.index];
        let mut at = formers.get(place).copied().flatten();
        while let Some((_, item)) = at.and_then(|at| plain.get(at)) {
            group.push(item.index);
            at = at.and_then(|at| formers.get(at).copied().flatten());
        }
        groups.push(group);
    }
    groups.retain(|group| group.len() > 1);
    groups
}

fn flat(field: &Field, prefix: &str, start: u16, container: &Container, object: &mut item::Object) {
    let end = start.saturating_add(FLAT);
    let runtime = &container.runtime;
    let core = &field.ty.core;
    let ty = match &container.version {
        Some(version) => replace(core, version, &quote!(#runtime::Dynamic)),
        None => core.to_token_stream(),
    };
    object.foreign.push(Foreign {
        at: object.rows.len(),
        prefix: prefix.to_owned(),
        index: start,
        since: field.since.map_or(0, |date| date.packed),
        until: field.until.map(|date| date.packed),
        ty,
    });
    if field.ty.wrapper == Wrapper::Option {
        object.flats.push((start, end));
    }
    let part = item::Part::Flat(item::Flat { prefix: prefix.to_owned(), end });
    object.fields.push(self::field(field, start, part, container));
}

fn field(field: &Field, index: u16, part: item::Part, container: &Container) -> item::Field {
    item::Field {
        name: field.ident.clone(),
        index,
        docs: docs(field),
        ty: ty(&field.ty, container),
        shape: if field.ty.wrapper == Wrapper::None { Shape::Required } else { Shape::Optional },
        boxed: field.ty.boxed,
        gate: field.is_gated().then(|| Gate { since: field.since.map(marker), until: field.until.map(marker) }),
        part,
        sensitive: field.flag(Key::Sensitive).is_some(),
        setter: false,
        deprecated: field.deprecated.to_token_stream(),
    }
}

fn marker(date: Date) -> Marker {
    Marker { name: date.marker(), date: date.packed }
}

/// The field's own words, and when it is there.
fn docs(field: &Field) -> Docs {
    let mut docs = Docs::default();
    for paragraph in field.docs.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        docs.add(vec![Piece::Plain(paragraph.to_owned())]);
    }
    let since = field.since.map(|date| format!("Since {date}."));
    let until = field.until.map(|date| format!("Before {date}."));
    for life in since.into_iter().chain(until) {
        docs.say(Piece::Plain(life));
    }
    if let Some(condition) = &field.when {
        docs.say(Piece::Plain("Only if".to_owned()));
        docs.say(Piece::Code(condition.text.text.clone(), "."));
    }
    if let Some((date, condition)) = &field.hidden {
        docs.say(Piece::Plain(format!("Before {date}, without items with")));
        docs.say(Piece::Code(condition.text.text.clone(), "."));
    }
    docs
}

/// The type of a value, as far as methods treat it in a way of its own.
fn ty(ty: &FieldType, container: &Container) -> Ty {
    let core = &ty.core;
    let versioned = match &container.version {
        Some(version) => mentions(core, version),
        None => container.type_params().any(|param| mentions(core, &param.ident)),
    };
    if ty.wrapper == Wrapper::List {
        // Only its getter and setter look at it, and they take it as a whole.
        return list(&ty.whole, versioned);
    }
    if versioned {
        return Ty::Versioned(core.to_token_stream());
    }
    match ty.name().as_deref() {
        Some("String") => Ty::String,
        Some("i64") => Ty::Int,
        Some("bool") => Ty::Bool,
        Some(name) => match RUNTIME.iter().find(|known| **known == name) {
            Some(known) => Ty::Runtime(known),
            None => Ty::Path(core.to_token_stream()),
        },
        None => Ty::Path(core.to_token_stream()),
    }
}

/// Types of the runtime whose methods take what becomes one.
const RUNTIME: &[&str] = &["Amount", "Decimal", "Timestamp", "Date", "Secret", "Json"];

fn list(whole: &syn::Type, versioned: bool) -> Ty {
    let inner: TokenStream = match model::list_item(whole) {
        Some(inner) => inner.to_token_stream(),
        None => whole.to_token_stream(),
    };
    Ty::List(Box::new(if versioned { Ty::Versioned(inner) } else { Ty::Path(inner) }))
}

/// The keys of a field, in the order of time, aliases last.
fn rows(field: &Field, index: u16) -> Vec<Row> {
    let has = |key| field.flag(key).is_some();
    let required = match (field.ty.wrapper, field.required_since) {
        (Wrapper::None, _) => Some(0),
        (_, Some(date)) => Some(date.packed),
        _ => has(Key::Nullable).then_some(0),
    };
    let form = match (has(Key::AsString), has(Key::JsonString)) {
        (true, _) => RowForm::Text,
        (_, true) => RowForm::JsonText,
        _ => RowForm::Plain,
    };
    let row = |name: &model::Name<'_>| Row {
        since: name.since,
        until: name.until,
        required: required.filter(|_| !name.alias),
        nullable: has(Key::Nullable),
        alias: name.alias,
        blank: has(Key::Blank),
        sensitive: has(Key::Sensitive) || field.ty.name().as_deref() == Some("Secret"),
        form,
        ..Row::new(&name.text.text, index)
    };
    field.names().iter().map(row).collect()
}

/// The item of an enum; none without a variant for what is not known.
pub(super) fn open_enum(open: &model::OpenEnum, container: &Container) -> Option<item::OpenEnum> {
    let place = |text: &str| open.variants.iter().position(|variant| variant.wire.text == text);
    let variant = |variant: &model::Variant| item::Variant {
        name: variant.ident.clone(),
        wire: variant.wire.text.clone(),
        docs: Docs::default(),
        id: variant.id,
        since: variant.since.map_or(0, |date| date.packed),
        until: variant.until.map(|date| date.packed),
        former: variant.former.iter().filter_map(|(date, text)| Some((date.packed, place(&text.text)?))).collect(),
    };
    Some(item::OpenEnum {
        name: container.ident.clone(),
        label: container.label.clone(),
        docs: Docs::default(),
        derives: Vec::new(),
        table: item::ident("VALUES"),
        variants: open.variants.iter().map(variant).collect(),
        unknown: open.unknown.clone()?,
        answers: Vec::new(),
    })
}
