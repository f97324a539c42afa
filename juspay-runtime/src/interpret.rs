//! Reading by tables that are made at run time: the same loop, the same anomalies, without generated types.
//!
//! Tools that look at captured bodies of any specification use this; a client has types. Tables live as long as the
//! process, for everything that reads by them expects so: make them once.

use crate::decode::{Decoding, fill, utf8};
use crate::json::{Reader, Writer};
use crate::open::read_known;
use crate::record::{Fields, Target};
use crate::value::{Decode, Empty, twice};
use crate::{
    Amount, Anomaly, ApiVersion, Date, Decimal, DecodeError, DecodeErrorKind, Json, Map, Secret, Shape, Timestamp,
    Values, inner, object,
};

/// What a value is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Text.
    String,
    /// A whole number.
    Int,
    /// A truth value.
    Bool,
    /// An amount of money.
    Amount,
    /// An exact number.
    Decimal,
    /// A point in time.
    Timestamp,
    /// A day.
    Date,
    /// Any JSON.
    Json,
    /// A credential.
    Secret,
    /// A value of an enum.
    Enum(&'static Values),
    /// An object, by its place among the tables.
    Object(usize),
    /// A list.
    List(Box<Kind>),
    /// A map from strings.
    Map(Box<Kind>),
}

/// What stands at one index of an object.
#[derive(Clone, Debug)]
pub struct Slot {
    /// What the value is.
    pub kind: Kind,
    /// Whether it may be absent.
    pub optional: bool,
}

/// An object.
#[derive(Debug)]
pub struct Interpreted {
    /// Its table.
    pub shape: &'static Shape,
    /// What stands at each index.
    pub slots: Vec<Slot>,
}

/// Keeps something for the rest of the process, as tables have to be.
pub fn keep<T: ?Sized>(value: Box<T>) -> &'static T {
    Box::leak(value)
}

/// What is odd about a body that should be the object at `id`.
pub fn anomalies(
    tables: &'static [Interpreted],
    id: usize,
    body: &[u8],
    options: &Decoding,
) -> Result<Vec<Anomaly>, DecodeError> {
    let mut object = Object::new(tables, id);
    fill(&mut object, utf8(body)?, *options)
}

/// How many keys a body has, and how many of them the object at `id` does not have; nothing for a body that is no object.
pub fn keys(tables: &'static [Interpreted], id: usize, body: &[u8], version: ApiVersion) -> Option<(usize, usize)> {
    let shape = tables.get(id)?.shape;
    let mut reader = Reader::new(utf8(body).ok()?, version, false);
    reader.begin();
    let mut keys: Map<Json> = Map::blank();
    keys.read(&mut reader).ok()?;
    let unknown = |key: &str| shape.find(key, version).is_none() && inner::rest_of(shape, version, key).is_none();
    Some((keys.len(), keys.iter().filter(|(key, _)| unknown(key)).count()))
}

/// An object that is being read: the JSON text of each value, for conditions that look at it.
struct Object {
    tables: &'static [Interpreted],
    id: usize,
    texts: Vec<String>,
}

impl Object {
    fn new(tables: &'static [Interpreted], id: usize) -> Self {
        let slots = tables.get(id).map_or(0, |table| table.slots.len());
        Self { tables, id, texts: vec![String::new(); slots] }
    }
}

static NOTHING: Shape = Shape::new("", &[]);

impl Fields for Object {
    fn shape(&self) -> &'static Shape {
        self.tables.get(self.id).map_or(&NOTHING, |table| table.shape)
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match self.texts.get(usize::from(index)) {
            Some(text) if !text.is_empty() => writer.raw(text),
            _ => writer.raw("null"),
        }
    }
}

impl Target for Object {
    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        // The key of a rest is consumed by whoever reads its value.
        reader.key = None;
        let tables = self.tables;
        let Some(slot) = tables.get(self.id).and_then(|table| table.slots.get(usize::from(index))) else {
            return reader.skip();
        };
        let byte = reader.peek();
        let (start, notes) = (reader.at, reader.notes.len());
        if slot.optional && reader.absent(byte, empty(&slot.kind))? {
            return Ok(());
        }
        let numeric = matches!(slot.kind, Kind::Int | Kind::Bool | Kind::Amount | Kind::Decimal);
        match value(tables, &slot.kind, reader) {
            Err(error) if slot.optional && numeric && byte == b'"' => return reader.censored(start, notes, error),
            read => read?,
        }
        if self.shape().choice && self.texts.iter().any(|text| !text.is_empty()) {
            return Err(reader.fail_at(DecodeErrorKind::Several, start));
        }
        if let (Some(text), Some(read)) = (self.texts.get_mut(usize::from(index)), reader.text.get(start..reader.at)) {
            read.clone_into(text);
        }
        Ok(())
    }
}

/// Which empty forms of an optional value stand for its absence.
fn empty(kind: &Kind) -> Empty {
    match kind {
        Kind::String => <String as Decode>::EMPTY,
        Kind::Int => <i64 as Decode>::EMPTY,
        Kind::Bool => <bool as Decode>::EMPTY,
        Kind::Amount => <Amount as Decode>::EMPTY,
        Kind::Decimal => <Decimal as Decode>::EMPTY,
        Kind::Timestamp => <Timestamp as Decode>::EMPTY,
        Kind::Date => <Date as Decode>::EMPTY,
        Kind::Json => <Json as Decode>::EMPTY,
        Kind::Secret => <Secret as Decode>::EMPTY,
        Kind::Enum(_) | Kind::List(_) => Empty::Both,
        Kind::Object(_) | Kind::Map(_) => Empty::Text,
    }
}

fn value(tables: &'static [Interpreted], kind: &Kind, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    match kind {
        Kind::String => scalar::<String>(reader),
        Kind::Int => scalar::<i64>(reader),
        Kind::Bool => scalar::<bool>(reader),
        Kind::Amount => scalar::<Amount>(reader),
        Kind::Decimal => scalar::<Decimal>(reader),
        Kind::Timestamp => scalar::<Timestamp>(reader),
        Kind::Date => scalar::<Date>(reader),
        Kind::Json => scalar::<Json>(reader),
        Kind::Secret => scalar::<Secret>(reader),
        Kind::Enum(values) => read_known(values, reader).map(|_| ()),
        Kind::Object(id) => object::read(&mut Object::new(tables, *id), reader),
        Kind::List(item) => reader.items(|reader| {
            if !matches!(**item, Kind::Json) && reader.null_item()? {
                return Ok(());
            }
            value(tables, item, reader)
        }),
        Kind::Map(item) => map(tables, item, reader),
    }
}

fn scalar<T: Decode>(reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    T::blank().read(reader)
}

fn map(tables: &'static [Interpreted], item: &Kind, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let start = reader.at;
    let mut keys: Vec<String> = Vec::new();
    reader.entries(|key, reader| {
        if !matches!(item, Kind::Json) && reader.peek() == b'n' {
            return reader.word("null");
        }
        keys.push(key.into_owned());
        value(tables, item, reader)
    })?;
    match twice(keys.iter().map(String::as_str)) {
        Some(name) => Err(reader.twice(start, name)),
        None => Ok(()),
    }
}
