//! How the types of `spec` stand on the wire.

use super::{Amount, Box, Dynamic, Latest, None, Option, Result, Some, String, V, Vec};
use juspay_runtime::{
    DecodeError, Field, Fields, OpenEnum, Reader, Record, Shape, UnknownValue, Values,
    Version, Versioned, Wire, Writer, blank, cast, field, lookup, value,
};
use std::marker::PhantomData;

impl<V: Version> Fields for Result<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("self", 0).required(),
            field("Self", 1),
            field("crate", 2),
            field("type", 3),
            field("async", 4).since(2021_12_31),
            field("2nd", 5),
            field("new", 6),
            field("version", 7),
            field("to_json", 8),
            field("shape", 9).since(2021_12_31),
            field("blank", 10),
            field("reader", 11),
            field("writer", 12),
            field("index", 13),
            field("value", 14).since(2021_12_31),
            field("é-accents", 15),
            field("a b\"c", 16),
            field("#{not}", 17),
        ];
        static LOOKUP: [u16; 64] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Result", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.self_),
            1 => writer.write(&self.self_type),
            2 => writer.write(&self.crate_),
            3 => writer.write(&self.r#type),
            4 => writer.write(&self.r#async),
            5 => writer.write(&self._2nd),
            6 => writer.write(&self.new_),
            7 => writer.write(&self.version),
            8 => writer.write(&self.to_json),
            9 => writer.write(&self.shape),
            10 => writer.write(&self.blank),
            11 => writer.write(&self.reader),
            12 => writer.write(&self.writer),
            13 => writer.write(&self.index),
            14 => writer.write(&self.value),
            15 => writer.write(&self.accents),
            16 => writer.write(&self.quoted),
            17 => writer.write(&self.not),
            _ => {}
        }
    }
}

impl Record for Result<juspay_runtime::Dynamic> {
    fn blank() -> Self {
        Self {
            self_: blank(),
            self_type: blank(),
            crate_: blank(),
            r#type: blank(),
            r#async: blank(),
            _2nd: blank(),
            new_: blank(),
            version: blank(),
            to_json: blank(),
            shape: blank(),
            blank: blank(),
            reader: blank(),
            writer: blank(),
            index: blank(),
            value: blank(),
            accents: blank(),
            quoted: blank(),
            not: blank(),
            pinned: PhantomData,
        }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.self_),
            1 => reader.read(&mut self.self_type),
            2 => reader.read(&mut self.crate_),
            3 => reader.read(&mut self.r#type),
            4 => reader.read(&mut self.r#async),
            5 => reader.read(&mut self._2nd),
            6 => reader.read(&mut self.new_),
            7 => reader.read(&mut self.version),
            8 => reader.read(&mut self.to_json),
            9 => reader.read(&mut self.shape),
            10 => reader.read(&mut self.blank),
            11 => reader.read(&mut self.reader),
            12 => reader.read(&mut self.writer),
            13 => reader.read(&mut self.index),
            14 => reader.read(&mut self.value),
            15 => reader.read(&mut self.accents),
            16 => reader.read(&mut self.quoted),
            17 => reader.read(&mut self.not),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> Versioned for Result<V> {
    type At<W: Version> = Result<W>;

    fn cast<W: Version>(self) -> Result<W> {
        Result {
            self_: self.self_,
            self_type: self.self_type,
            crate_: self.crate_,
            r#type: self.r#type,
            r#async: self.r#async,
            _2nd: self._2nd,
            new_: self.new_,
            version: self.version,
            to_json: self.to_json,
            shape: self.shape,
            blank: self.blank,
            reader: self.reader,
            writer: self.writer,
            index: self.index,
            value: cast(self.value),
            accents: self.accents,
            quoted: self.quoted,
            not: self.not,
            pinned: PhantomData,
        }
    }
}

juspay_runtime::wire!(Result<V>);

impl Fields for String {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("str", 0).required()];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("String", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.str),
            _ => {}
        }
    }
}

impl Record for String {
    fn blank() -> Self {
        Self { str: blank() }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.str),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(String);

impl Fields for Vec {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("vec", 0)];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Vec", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.vec),
            _ => {}
        }
    }
}

impl Record for Vec {
    fn blank() -> Self {
        Self { vec: blank() }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.vec),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Vec {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Vec);

impl Fields for Box {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("inner", 0), field("with_inner", 1)];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Box", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.inner),
            1 => writer.write(&self.with_inner),
            _ => {}
        }
    }
}

impl Record for Box {
    fn blank() -> Self {
        Self {
            inner: blank(),
            with_inner: blank(),
        }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.inner),
            1 => reader.read(&mut self.with_inner),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Box {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Box);

impl Fields for Some {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("none", 0)];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Some", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.none),
            _ => {}
        }
    }
}

impl Record for Some {
    fn blank() -> Self {
        Self { none: blank() }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.none),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Some {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Some);

impl Fields for None {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("ok", 0)];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("None", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.ok),
            _ => {}
        }
    }
}

impl Record for None {
    fn blank() -> Self {
        Self { ok: blank() }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.ok),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for None {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(None);

impl<V: Version> Fields for Dynamic<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("latest", 0).since(2021_12_31)];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Dynamic", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.latest),
            _ => {}
        }
    }
}

impl Record for Dynamic<juspay_runtime::Dynamic> {
    fn blank() -> Self {
        Self {
            latest: blank(),
            version: PhantomData,
        }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.latest),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> ::core::default::Default for Dynamic<V> {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

impl<V: Version> Versioned for Dynamic<V> {
    type At<W: Version> = Dynamic<W>;

    fn cast<W: Version>(self) -> Dynamic<W> {
        Dynamic {
            latest: self.latest,
            version: PhantomData,
        }
    }
}

juspay_runtime::wire!(Dynamic<V>);

impl Fields for Latest {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("amount", 0)];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Latest", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.amount),
            _ => {}
        }
    }
}

impl Record for Latest {
    fn blank() -> Self {
        Self { amount: blank() }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.amount),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Latest {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Latest);

impl Fields for Amount {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("i64", 0)];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Amount", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.i64),
            _ => {}
        }
    }
}

impl Record for Amount {
    fn blank() -> Self {
        Self { i64: blank() }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.i64),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Amount {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Amount);

impl<V: Version> Fields for V<V> {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("v", 0).since(2021_12_31), field("amount", 1)];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("V", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.v),
            1 => writer.write(&self.amount),
            _ => {}
        }
    }
}

impl Record for V<juspay_runtime::Dynamic> {
    fn blank() -> Self {
        Self {
            v: blank(),
            amount: blank(),
            version: PhantomData,
        }
    }

    fn set(
        &mut self,
        index: u16,
        reader: &mut Reader<'_>,
    ) -> ::core::result::Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.v),
            1 => reader.read(&mut self.amount),
            _ => reader.skip(),
        }
    }
}

impl<V: Version> ::core::default::Default for V<V> {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

impl<V: Version> Versioned for V<V> {
    type At<W: Version> = V<W>;

    fn cast<W: Version>(self) -> V<W> {
        V {
            v: cast(self.v),
            amount: self.amount,
            version: PhantomData,
        }
    }
}

juspay_runtime::wire!(V<V>);

pub(crate) static OPTION: Values = Values::new(
    "Option",
    &[
        value("self"),
        value("Unknown"),
        value("1"),
        value(""),
        value("String"),
        value("a\"b\\c"),
    ],
);

impl OpenEnum for Option {
    fn values() -> &'static Values {
        &OPTION
    }

    fn known(index: u16) -> Self {
        match index {
            0 => Self::Self_,
            1 => Self::Unknown_,
            2 => Self::_1,
            3 => Self::Nothing,
            4 => Self::String,
            5 => Self::ABC,
            _ => Self::Unknown(UnknownValue::default()),
        }
    }

    fn unknown(value: UnknownValue) -> Self {
        Self::Unknown(value)
    }

    fn index(&self) -> ::core::result::Result<u16, &UnknownValue> {
        Ok(
            match self {
                Self::Self_ => 0,
                Self::Unknown_ => 1,
                Self::_1 => 2,
                Self::Nothing => 3,
                Self::String => 4,
                Self::ABC => 5,
                Self::Unknown(value) => return Err(value),
            },
        )
    }
}

juspay_runtime::open_enum!(Option);
