//! Objects as structs.

use std::collections::BTreeSet;

use juspay_spec::model::{Field, Object, Presence, Rest, TypeDef};
use proc_macro2::TokenStream;

use super::docs::Family;
use super::rows::{Place, Table, is_sensitive};
use super::{Planner, Problem, docs};
use crate::item::{self, Flat, Part, Shape, Ty, ident};

impl Planner<'_> {
    pub(super) fn object(&self, def: &TypeDef, object: &Object, problems: &mut Vec<Problem>) -> item::Object {
        let mut table = Table::default();
        let indices = self.lay(def.id, object, Place::TOP, &mut table);
        let mut fields = Vec::with_capacity(indices.len());
        let mut family = Family::default();
        for (position, (field, index)) in object.fields.iter().zip(&indices).enumerate() {
            if let Some(index) = *index {
                let next = indices.iter().skip(position + 1).copied().flatten().next();
                let planned = self.field(def, position, field, index, next.unwrap_or(table.next));
                fields.push(family.said(field, planned));
            }
        }
        if let Some(rest) = &object.rest {
            fields.push(self.rest(rest, table.index()));
        }
        if table.full {
            let message = format!("`{}` has more fields than a table can hold", def.name);
            problems.push(Problem { option: "only", message, help: Some("leave the type out".to_owned()) });
        }
        table.finish();
        item::Object {
            name: ident(self.overrides.type_name(def)),
            label: def.name.clone(),
            docs: self.type_docs(def),
            derives: self.overrides.derives(def.id),
            versioned: self.is_versioned(def.id),
            pin: pin(&fields),
            one_of: table.one_of,
            fields,
            choice: object.choice,
            rows: table.rows,
            flats: table.flats,
            pairs: table.pairs,
            rules: table.rules,
            when: table.when,
            hidden: table.hidden,
            retyped: table.retyped,
            rests: table.rests,
            foreign: Vec::new(),
        }
    }

    fn field(&self, def: &TypeDef, position: usize, field: &Field, index: u16, end: u16) -> item::Field {
        let replaced = self.overrides.field_replaced(def.id, position);
        let clip = self.alive(field).and_then(|range| self.view.clip(range)).unwrap_or_default();
        let part = match (&field.prefix, self.flattened(def.id, position, field)) {
            (Some(prefix), Some(_)) => Part::Flat(Flat { prefix: prefix.clone(), end }),
            _ => Part::Plain,
        };
        item::Field {
            name: ident(self.overrides.member_name(def.id, position, &field.rust)),
            index,
            docs: self.field_docs(field, clip),
            ty: replaced.cloned().map_or_else(|| self.ty(&field.ty), Ty::Path),
            shape: self.shape(field.presence),
            boxed: field.boxed && replaced.is_none(),
            gate: self.gate(clip),
            part,
            sensitive: is_sensitive(field),
            setter: self.chosen.is_request(def.id),
            deprecated: TokenStream::new(),
        }
    }

    fn shape(&self, presence: Presence) -> Shape {
        match presence {
            Presence::Nullable => Shape::Nullable,
            presence if self.need(presence) == Some(0) => Shape::Required,
            _ => Shape::Optional,
        }
    }

    fn rest(&self, rest: &Rest, index: u16) -> item::Field {
        item::Field {
            name: ident(&rest.rust),
            index,
            docs: docs::meta(&rest.meta, "Every key that no other field has."),
            ty: Ty::Map(Box::new(self.ty(&rest.ty))),
            shape: Shape::Required,
            boxed: false,
            gate: None,
            part: Part::Rest,
            sensitive: false,
            setter: false,
            deprecated: TokenStream::new(),
        }
    }
}

/// The field that holds the version parameter; it is private, so its name matters to nobody.
fn pin(fields: &[item::Field]) -> proc_macro2::Ident {
    let taken: BTreeSet<String> = fields.iter().map(|field| field.name.to_string()).collect();
    let free = ["version", "pinned", "version_"].into_iter().find(|name| !taken.contains(*name));
    ident(free.unwrap_or("__version"))
}
