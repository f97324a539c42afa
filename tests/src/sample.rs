//! Made-up bodies: any type, at any version, with nothing odd about them.

use std::collections::BTreeMap;

use juspay_spec::model::{Api, Enum, Field, Object, Presence, Scalar, Type, TypeId, TypeKind, WireForm};
use juspay_spec::version::ApiVersion;
use juspay_spec::{FlatField, flat_fields};

use crate::conform::{flat_rests, holds, name_at};
use crate::tree::{Tree, quoted};

/// Objects nest at most this deep; below it, only what is required is there.
const DEPTH: u32 = 4;

/// A source of numbers that looks random and is the same for the same seed.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// A source; every seed gives another one.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`, or 0 if there is none.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let high = usize::try_from(self.0 >> 33).unwrap_or_default();
        high.checked_rem(end).unwrap_or_default()
    }

    /// Whether something of this likelihood in percent happens.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'t, T: ?Sized>(&mut self, of: &[&'t T]) -> Option<&'t T> {
        let at = self.below(of.len());
        of.get(at).copied()
    }
}

/// A maker of bodies as one version sends them.
#[derive(Debug)]
pub struct Sampler<'a> {
    api: &'a Api,
    version: ApiVersion,
    random: Random,
    depth: u32,
}

impl<'a> Sampler<'a> {
    /// A maker for a version; the same seed makes the same bodies.
    pub fn new(api: &'a Api, version: ApiVersion, seed: u64) -> Self {
        Self { api, version, random: Random::new(seed), depth: 0 }
    }

    /// A value of a named type.
    pub fn named(&mut self, ty: TypeId) -> Tree {
        match &self.api.ty(ty).kind {
            TypeKind::Object(object) => self.object(object),
            TypeKind::Enum(values) => Tree::Text(self.member(values)),
        }
    }

    fn object(&mut self, object: &Object) -> Tree {
        self.depth += 1;
        let flats = flat_fields(self.api, object);
        let live: Vec<_> = flats.iter().filter(|flat| flat.range.contains(self.version)).collect();
        // All of an optional flattened object or nothing: its required fields count only if any of it is there.
        let mut groups: BTreeMap<&str, bool> = BTreeMap::new();
        let mut entries = BTreeMap::new();
        let chosen = object.choice.then(|| self.random.below(live.len()));
        for (at, flat) in live.iter().enumerate() {
            let odds = if self.depth > DEPTH { 0 } else { 70 };
            let optional = flat.through.iter().any(|outer| outer.presence != Presence::Required);
            let group = optional.then(|| *groups.entry(&flat.prefix).or_insert_with(|| self.random.chance(odds)));
            let wanted = match (group, chosen.map_or_else(|| self.is_required(flat.field), |chosen| chosen == at)) {
                _ if chosen.is_some_and(|chosen| chosen != at) => false,
                (Some(false), _) => false,
                (_, true) => true,
                (_, false) => self.random.chance(odds),
            };
            if wanted {
                entries.insert(name_at(flat, self.version), self.field(flat.field));
            }
        }
        for (prefix, rest) in flat_rests(self.api, object, self.version) {
            // Of an object that may be absent, only if it is there.
            if groups.get(prefix.as_str()).copied().unwrap_or(true) {
                for at in 0..self.random.below(3) {
                    entries.insert(format!("{prefix}surplus {at}"), self.value(&rest.ty, WireForm::Plain));
                }
            }
        }
        let mut tree = Tree::Object(entries);
        self.settle_pairs(object, &mut tree);
        self.settle_conditions(&live, &mut tree);
        if let (Some(rest), Tree::Object(entries)) = (&object.rest, &mut tree) {
            for at in 0..self.random.below(3) {
                entries.insert(format!("surplus {at}"), self.value(&rest.ty, WireForm::Plain));
            }
        }
        self.depth -= 1;
        tree
    }

    fn is_required(&self, field: &Field) -> bool {
        match field.presence {
            Presence::Required | Presence::Nullable => true,
            Presence::Optional => false,
            Presence::RequiredSince(change) => {
                self.api.changes.get(change).is_some_and(|change| change.version <= self.version)
            }
        }
    }

    /// Makes ids agree with the values whose ids they are.
    fn settle_pairs(&self, object: &Object, tree: &mut Tree) {
        let Tree::Object(entries) = tree else { return };
        for pair in &object.pairs {
            let (Some(code), Some(id)) = (object.fields.get(pair.code), object.fields.get(pair.id)) else { continue };
            let values = code.ty.named().and_then(|ty| self.api.ty(ty).as_enum());
            let chosen = entries.get(code.wire_at(self.version)).and_then(Tree::scalar);
            let value = values.and_then(|values| values.values.iter().find(|value| Some(&*value.wire) == chosen));
            let number = value.and_then(|value| value.id);
            if let (Some(number), Some(id)) = (number, entries.get_mut(id.wire_at(self.version))) {
                *id = if let Tree::Text(_) = id {
                    Tree::Text(number.to_string())
                } else {
                    Tree::Word(number.to_string())
                };
            }
        }
    }

    /// Adds and removes fields until those with a condition are there exactly where it holds.
    fn settle_conditions(&mut self, live: &[&FlatField<'_>], tree: &mut Tree) {
        // One condition may be about a field that another one decides.
        for _ in 0..3 {
            for flat in live {
                let Some(condition) = &flat.field.when else { continue };
                let name = name_at(flat, self.version);
                let wanted = holds(condition, tree);
                let Tree::Object(entries) = tree else { return };
                if wanted && !entries.contains_key(&name) {
                    entries.insert(name, self.field(flat.field));
                } else if !wanted {
                    entries.remove(&name);
                }
            }
        }
    }

    fn field(&mut self, field: &Field) -> Tree {
        if field.presence == Presence::Nullable && self.random.chance(30) {
            return Tree::Word("null".to_owned());
        }
        let mut tree = self.value(&field.ty, field.form);
        if let (Some(filter), Tree::List(items)) = (&field.hidden, &mut tree) {
            let since = self.api.changes.get(filter.change).map(|change| change.version);
            if since.is_some_and(|since| self.version < since) {
                items.retain(|item| !holds(&filter.condition, item));
            }
        }
        match tree {
            Tree::Text(text) if field.blank && text.is_empty() => Tree::Text("not blank".to_owned()),
            other => other,
        }
    }

    fn value(&mut self, ty: &Type, form: WireForm) -> Tree {
        let plain = match ty {
            Type::Scalar(scalar) => self.scalar(*scalar),
            Type::Named(id) => self.named(*id),
            Type::List(inner) => {
                let length = if self.depth > DEPTH { 0 } else { self.random.below(4) };
                Tree::List((0..length).map(|_| self.value(inner, WireForm::Plain)).collect())
            }
            Type::Map(inner) => {
                let length = if self.depth > DEPTH { 0 } else { self.random.below(4) };
                let entries = (0..length).map(|at| (format!("key.{at} \"é\""), self.value(inner, WireForm::Plain)));
                Tree::Object(entries.collect())
            }
        };
        match (form, plain) {
            (WireForm::String, Tree::Word(word)) => Tree::Text(word),
            (WireForm::JsonString, plain) => Tree::Text(plain.write(false)),
            (_, plain) => plain,
        }
    }

    fn scalar(&mut self, scalar: Scalar) -> Tree {
        let words = ["0", "1", "-7", "1234567", "21", "9007199254740993"];
        let amounts = ["0", "1", "0.1", "149.5", "-3.25", "99999999999.99", "0.0000001", "12.50"];
        let texts = ["plain", "", "naïve 漢字 🦀", "quote \" back \\ slash /", "line\nbreak\ttab", "null", "0012", " "];
        let raws = ["true", "null", "[1,2.50,{}]", r#"{"a":{"b":[]},"c":"x"}"#, "\"text\"", "1e3"];
        let moments = ["2021-03-25T00:00:00Z", "1709164800", "29-02-2024 10:00", "2024-02-29"];
        let text = |text: Option<&str>| Tree::Text(text.unwrap_or_default().to_owned());
        let word = |text: Option<&str>| Tree::Word(text.unwrap_or("0").to_owned());
        match scalar {
            Scalar::String => text(self.random.pick(&texts)),
            Scalar::Url => text(self.random.pick(&["https://made-up.example/a?b=c", "https://made-up.example"])),
            Scalar::Email => text(self.random.pick(&["somebody@made-up.example"])),
            Scalar::Secret => text(self.random.pick(&["made-up-secret"])),
            Scalar::Timestamp | Scalar::Date => text(self.random.pick(&moments)),
            Scalar::Int => word(self.random.pick(&words)),
            Scalar::Amount | Scalar::Decimal => word(self.random.pick(&amounts)),
            Scalar::Bool => word(self.random.pick(&["true", "false"])),
            Scalar::Json => Tree::parse(self.random.pick(&raws).unwrap_or("{}")).unwrap_or(Tree::List(Vec::new())),
        }
    }

    /// A value that the version sends as itself.
    fn member(&mut self, values: &Enum) -> String {
        let sent = |value: &&juspay_spec::model::EnumValue| {
            let change = |change: usize| self.api.changes.get(change).map(|change| change.version);
            let former = value.was.iter().any(|former| change(former.change).is_some_and(|since| self.version < since));
            value.life.range.contains(self.version) && !former
        };
        let sent: Vec<&str> = values.values.iter().filter(sent).map(|value| value.wire.as_str()).collect();
        self.random.pick(&sent).unwrap_or("NO VALUE").to_owned()
    }
}

/// An object with further keys, all of them null.
pub fn with_nulls(tree: &Tree, keys: impl Iterator<Item = String>) -> String {
    let mut text = tree.write(false);
    text.pop();
    for key in keys {
        text.push_str(if text.len() == 1 { "" } else { "," });
        text.push_str(&quoted(&key));
        text.push_str(":null");
    }
    text.push('}');
    text
}
