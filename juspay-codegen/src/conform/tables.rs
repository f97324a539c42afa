//! The runtime's tables of a planned package, made at run time.

use std::collections::HashMap;

use juspay_runtime::interpret::{Interpreted, Kind, Slot, keep};
use juspay_runtime::{
    Field, Flat, Hidden, Pair, Rest, Shape, Test, Value, Values, field, flat, hidden, pair, rest, value,
};

use crate::item::{self, EnumTable, Item, Object, OpenEnum, Package, Part, Row, RowForm, TestOp, Ty};

/// The tables of a spec, in the order of its objects.
#[derive(Debug)]
pub(super) struct Tables {
    pub(super) list: &'static [Interpreted],
    /// Places by the names of the spec.
    ids: HashMap<String, usize>,
}

impl Tables {
    pub(super) fn new(package: &Package) -> Self {
        let items = || package.modules.iter().flat_map(|module| module.items.iter().map(|item| (&module.name, item)));
        let mut maker = Maker::default();
        for (module, item) in items() {
            match item {
                Item::Object(object) => {
                    let place = maker.objects.len();
                    maker.places.insert((module.to_string(), object.name.to_string()), place);
                    maker.objects.push(object);
                }
                Item::Enum(open) => {
                    let table: &'static Values = keep(Box::new(values(open)));
                    maker.enums.insert((module.to_string(), open.name.to_string()), table);
                    maker.tables.insert((module.to_string(), open.table.to_string()), table);
                }
                Item::Operation(_) | Item::Requirements(_) | Item::Webhooks(_) => {}
            }
        }
        let list: Vec<Interpreted> = maker.objects.iter().map(|object| maker.object(object)).collect();
        let ids = maker.objects.iter().enumerate().map(|(at, object)| (object.label.clone(), at)).collect();
        Self { list: keep(list.into_boxed_slice()), ids }
    }

    /// The place of an object by its name in the spec.
    pub(super) fn id(&self, name: &str) -> Option<usize> {
        self.ids.get(name).copied()
    }
}

/// An item by its module and its name.
type Key = (String, String);

#[derive(Default)]
struct Maker<'a> {
    objects: Vec<&'a Object>,
    places: HashMap<Key, usize>,
    enums: HashMap<Key, &'static Values>,
    tables: HashMap<Key, &'static Values>,
}

impl Maker<'_> {
    fn object(&self, object: &Object) -> Interpreted {
        let rows: Vec<Field> = object.rows.iter().map(row).collect();
        let mut shape = Shape::new(text(&object.label), list(rows))
            .flats(list(object.flats.iter().map(|&(start, end)| flat(start, end)).collect::<Vec<Flat>>()))
            .pairs(list(object.pairs.iter().filter_map(|pair| self.pair(pair)).collect()))
            .hidden(list(object.hidden.iter().map(filter).collect()))
            .when(list(object.when.iter().map(|(index, all)| (*index, tests(all))).collect()))
            .rests(list(object.rests.iter().map(other_keys).collect()))
            .retyped(list(object.retyped.iter().map(|group| list(group.clone())).collect()));
        let rest = object.fields.iter().find(|field| matches!(field.part, Part::Rest));
        if let Some(rest) = rest {
            shape = shape.rest(rest.index);
        }
        if object.choice {
            shape = shape.choice();
        }
        Interpreted { shape: keep(Box::new(shape)), slots: self.slots(object) }
    }

    /// What stands at each index; fields of flattened objects have the indices behind that of the object.
    fn slots(&self, object: &Object) -> Vec<Slot> {
        let mut slots = Vec::new();
        self.add_slots(object, 0, &mut slots);
        slots
    }

    fn add_slots(&self, object: &Object, start: usize, slots: &mut Vec<Slot>) {
        for field in &object.fields {
            let at = start + usize::from(field.index);
            match (&field.part, &field.ty) {
                (Part::Flat(_), Ty::Spec(of)) => {
                    if let Some(child) = self.place(of).and_then(|place| self.objects.get(place)) {
                        self.add_slots(child, at, slots);
                    }
                }
                (Part::Rest, Ty::Map(inner)) => put(slots, at, Slot { kind: self.kind(inner), optional: false }),
                _ => put(slots, at, Slot { kind: self.kind(&field.ty), optional: field.is_optional() }),
            }
        }
    }

    fn kind(&self, ty: &Ty) -> Kind {
        match ty {
            Ty::String => Kind::String,
            Ty::Int => Kind::Int,
            Ty::Bool => Kind::Bool,
            Ty::Runtime("Amount") => Kind::Amount,
            Ty::Runtime("Decimal") => Kind::Decimal,
            Ty::Runtime("Timestamp") => Kind::Timestamp,
            Ty::Runtime("Date") => Kind::Date,
            Ty::Runtime("Secret") => Kind::Secret,
            Ty::List(inner) => Kind::List(Box::new(self.kind(inner))),
            Ty::Map(inner) => Kind::Map(Box::new(self.kind(inner))),
            Ty::Spec(of) => match (self.place(of), self.enums.get(&key(of))) {
                (Some(place), _) => Kind::Object(place),
                (None, Some(values)) => Kind::Enum(values),
                (None, None) => Kind::Json,
            },
            _ => Kind::Json,
        }
    }

    fn place(&self, of: &item::TypeRef) -> Option<usize> {
        self.places.get(&key(of)).copied()
    }

    fn pair(&self, of: &item::Pair) -> Option<Pair> {
        let EnumTable::Static(table) = &of.table else { return None };
        let table = self.tables.get(&(table.module.to_string(), table.name.to_string()))?;
        Some(pair(of.code, of.id, table))
    }
}

fn key(of: &item::TypeRef) -> Key {
    (of.module.to_string(), of.name.to_string())
}

fn put(slots: &mut Vec<Slot>, at: usize, slot: Slot) {
    while slots.len() <= at {
        slots.push(Slot { kind: Kind::Json, optional: true });
    }
    if let Some(place) = slots.get_mut(at) {
        *place = slot;
    }
}

fn text(text: &str) -> &'static str {
    keep(text.to_owned().into_boxed_str())
}

fn list<T>(items: Vec<T>) -> &'static [T] {
    keep(items.into_boxed_slice())
}

/// Whether a flag is up, and what it makes of a row.
type Flag = (bool, fn(Field) -> Field);

fn row(row: &Row) -> Field {
    let mut made = field(text(&row.wire), row.index);
    made = match row.required {
        Some(0) => made.required(),
        Some(since) => made.required_since(since),
        None => made,
    };
    if row.since > 0 {
        made = made.since(row.since);
    }
    if let Some(until) = row.until {
        made = made.until(until);
    }
    let flags: [Flag; 6] = [
        (row.nullable, Field::nullable),
        (row.blank, Field::blank),
        (row.sensitive, Field::sensitive),
        (row.form == RowForm::Text, Field::as_string),
        (row.form == RowForm::JsonText, Field::json_string),
        (row.alias, Field::alias),
    ];
    flags.into_iter().filter(|(set, _)| *set).fold(made, |made, (_, flag)| flag(made))
}

fn other_keys(of: &item::Rest) -> Rest {
    let made = rest(text(&of.prefix), of.index).since(of.since);
    of.until.map_or(made, |until| made.until(until))
}

fn filter(of: &item::Hidden) -> Hidden {
    hidden(of.index, of.until, tests(&of.tests))
}

fn tests(all: &[item::Test]) -> &'static [Test] {
    let words = |words: &[String]| -> &'static [&'static str] { list(words.iter().map(|word| text(word)).collect()) };
    let test = |test: &item::Test| match &test.op {
        TestOp::There => Test::there(words(&test.path)),
        TestOp::In(values) => Test::is(words(&test.path), words(values)),
        TestOp::NotIn(values) => Test::is_not(words(&test.path), words(values)),
    };
    list(all.iter().map(test).collect())
}

fn values(open: &OpenEnum) -> Values {
    let rows = open.variants.iter().map(|variant| {
        let mut row = value(text(&variant.wire));
        if let Some(id) = variant.id {
            row = row.id(id);
        }
        if variant.since > 0 {
            row = row.since(variant.since);
        }
        if let Some(until) = variant.until {
            row = row.until(until);
        }
        let former = variant.former.iter().filter_map(|&(until, at)| Some((until, u16::try_from(at).ok()?)));
        row.was(list(former.collect()))
    });
    Values::new(text(&open.label), list(rows.collect::<Vec<Value>>()))
}
