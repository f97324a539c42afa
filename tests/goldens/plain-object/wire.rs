//! How the types of `spec` stand on the wire.

use super::{Everything, Inner};
use juspay_runtime::{DecodeError, Field, Fields, Reader, Record, Shape, Wire, Writer, blank, field, lookup};

impl Fields for Everything {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("text", 0).required(),
            field("whole", 1).required(),
            field("yes_no", 2).required(),
            field("sum", 3).required(),
            field("number", 4).required(),
            field("moment", 5).required(),
            field("day", 6).required(),
            field("page", 7).required(),
            field("raw", 8).required(),
            field("texts", 9).required(),
            field("names", 10).required(),
            field("inner", 11).required(),
            field("text_or_not", 12),
            field("whole_or_not", 13),
            field("sum_or_null", 14).required().nullable(),
            field("texts_or_not", 15),
            field("names_or_not", 16),
            field("inner_or_not", 17),
        ];
        static LOOKUP: [u16; 64] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Everything", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.text),
            1 => writer.write(&self.whole),
            2 => writer.write(&self.yes_no),
            3 => writer.write(&self.sum),
            4 => writer.write(&self.number),
            5 => writer.write(&self.moment),
            6 => writer.write(&self.day),
            7 => writer.write(&self.page),
            8 => writer.write(&self.raw),
            9 => writer.write(&self.texts),
            10 => writer.write(&self.names),
            11 => writer.write(&self.inner),
            12 => writer.write(&self.text_or_not),
            13 => writer.write(&self.whole_or_not),
            14 => writer.write(&self.sum_or_null),
            15 => writer.write(&self.texts_or_not),
            16 => writer.write(&self.names_or_not),
            17 => writer.write(&self.inner_or_not),
            _ => {}
        }
    }
}

impl Record for Everything {
    fn blank() -> Self {
        Self {
            text: blank(),
            whole: blank(),
            yes_no: blank(),
            sum: blank(),
            number: blank(),
            moment: blank(),
            day: blank(),
            page: blank(),
            raw: blank(),
            texts: blank(),
            names: blank(),
            inner: blank(),
            text_or_not: blank(),
            whole_or_not: blank(),
            sum_or_null: blank(),
            texts_or_not: blank(),
            names_or_not: blank(),
            inner_or_not: blank(),
        }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.text),
            1 => reader.read(&mut self.whole),
            2 => reader.read(&mut self.yes_no),
            3 => reader.read(&mut self.sum),
            4 => reader.read(&mut self.number),
            5 => reader.read(&mut self.moment),
            6 => reader.read(&mut self.day),
            7 => reader.read(&mut self.page),
            8 => reader.read(&mut self.raw),
            9 => reader.read(&mut self.texts),
            10 => reader.read(&mut self.names),
            11 => reader.read(&mut self.inner),
            12 => reader.read(&mut self.text_or_not),
            13 => reader.read(&mut self.whole_or_not),
            14 => reader.read(&mut self.sum_or_null),
            15 => reader.read(&mut self.texts_or_not),
            16 => reader.read(&mut self.names_or_not),
            17 => reader.read(&mut self.inner_or_not),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Everything);

impl Fields for Inner {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("label1", 0), field("label2", 1)];
        static LOOKUP: [u16; 4] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Inner", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.label1),
            1 => writer.write(&self.label2),
            _ => {}
        }
    }
}

impl Record for Inner {
    fn blank() -> Self {
        Self { label1: blank(), label2: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.label1),
            1 => reader.read(&mut self.label2),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Inner {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Inner);
