//! Enums that survive values nobody knew.

use heck::ToShoutySnakeCase;
use juspay_spec::model::{Answers, Enum, EnumValue, Former, TypeDef};

use super::window::Clip;
use super::{Planner, docs};
use crate::item::{self, Docs, OpenEnum, Piece, Variant, ident};

impl Planner<'_> {
    pub(super) fn open_enum(&self, def: &TypeDef, values: &Enum) -> OpenEnum {
        let alive: Vec<bool> = values.values.iter().map(|value| self.value_lives(value)).collect();
        // Places among the values that are left.
        let mut count = 0;
        let places: Vec<Option<usize>> = alive
            .iter()
            .map(|alive| {
                count += usize::from(*alive);
                alive.then(|| count - 1)
            })
            .collect();
        let place = |old: usize| places.get(old).copied().flatten();
        let live = values.values.iter().enumerate().filter(|(old, _)| place(*old).is_some());
        let variants: Vec<Variant> = live.map(|(old, value)| self.variant(def, old, value, &place)).collect();
        let answers = values.answers.iter().map(|answers| answer(answers, &place));
        let mut open = OpenEnum {
            name: ident(self.overrides.type_name(def)),
            label: def.name.clone(),
            docs: self.type_docs(def),
            derives: self.overrides.derives(def.id),
            table: self.table(def),
            unknown: unknown(&variants),
            answers: answers.collect(),
            variants,
        };
        let live = values.values.iter().filter(|value| self.value_lives(value));
        let docs: Vec<_> = live
            .enumerate()
            .map(|(place, value)| {
                let clip = self.view.life(&value.life).unwrap_or_default();
                docs::value(value, clip, moves(&open, place))
            })
            .collect();
        for (variant, docs) in open.variants.iter_mut().zip(docs) {
            variant.docs = docs;
        }
        open
    }

    /// The static that holds an enum's table. Two enums of a module may differ in case only.
    pub(super) fn table(&self, def: &TypeDef) -> proc_macro2::Ident {
        let shouty = |def: &TypeDef| self.overrides.type_name(def).to_shouty_snake_case();
        let name = shouty(def);
        let others = self.api.types.iter().filter(|other| other.module == def.module && other.id < def.id);
        let taken = others.filter(|other| other.as_enum().is_some() && shouty(other) == name).count();
        if taken == 0 { ident(&name) } else { ident(&format!("{name}_{}", taken + 1)) }
    }

    /// Whether any version of interest sends a value as itself.
    fn value_lives(&self, value: &EnumValue) -> bool {
        let sent = value.was.iter().all(|former| self.view.reaches(self.change_version(former.change)));
        sent && self.view.life(&value.life).is_some()
    }

    fn variant(&self, def: &TypeDef, old: usize, value: &EnumValue, place: &dyn Fn(usize) -> Option<usize>) -> Variant {
        let clip = self.view.life(&value.life).unwrap_or_default();
        // Newest first in the spec, earliest first in the table.
        let formers = value.was.iter().rev().filter_map(|former| {
            let version = self.change_version(former.change);
            let place = place(former.value)?;
            self.view.splits_at(version).then(|| (version.packed(), place))
        });
        Variant {
            name: ident(self.overrides.member_name(def.id, old, &value.rust)),
            wire: value.wire.clone(),
            docs: Docs::default(),
            id: value.id,
            since: clip.since,
            until: clip.until,
            former: formers.collect(),
        }
    }
}

/// What older versions sent for a value, and for what they sent it.
fn moves(open: &OpenEnum, place: usize) -> Vec<Piece> {
    let wire = |place: usize| open.variants.get(place).map_or("", |variant| variant.wire.as_str());
    let mut pieces = Vec::new();
    for (until, former) in open.variants.get(place).iter().flat_map(|variant| &variant.former) {
        pieces.push(Piece::Plain(format!("Before {} sent as", docs::date(*until))));
        pieces.push(Piece::Code(wire(*former).to_owned(), "."));
    }
    for (since, until, others) in open.stand_ins(place) {
        let span = match since {
            0 => format!("Before {}", docs::date(until)),
            since => format!("From {} on, before {},", docs::date(since), docs::date(until)),
        };
        if let Some((last, first)) = others.split_last() {
            pieces.push(Piece::Plain(format!("{span} also sent for")));
            pieces.extend(first.iter().map(|other| Piece::Code(wire(*other).to_owned(), ",")));
            pieces.push(Piece::Code(wire(*last).to_owned(), "."));
        }
    }
    pieces
}

/// Whether versions of interest differ in the values they send.
pub(super) fn is_gated(planner: &Planner<'_>, values: &Enum) -> bool {
    let view = planner.view;
    values.values.iter().filter(|value| planner.value_lives(value)).any(|value| {
        let split = |former: &Former| view.splits_at(planner.change_version(former.change));
        value.was.iter().any(split) || view.life(&value.life).is_some_and(Clip::is_gated)
    })
}

fn answer(answers: &Answers, place: &dyn Fn(usize) -> Option<usize>) -> item::Answer {
    let places = |values: &[usize]| values.iter().filter_map(|value| place(*value)).collect();
    item::Answer {
        name: ident(&answers.rust),
        docs: docs::meta(&answers.meta, "A question about the value."),
        yes: places(&answers.yes),
        no: places(&answers.no),
    }
}

/// The variant for unknown values, beside values that may be called the same.
fn unknown(variants: &[Variant]) -> proc_macro2::Ident {
    let free = |name: &&str| !variants.iter().any(|variant| variant.name == **name);
    ident(["Unknown", "Unrecognized", "Unknown_"].into_iter().find(free).unwrap_or("__Unknown"))
}
