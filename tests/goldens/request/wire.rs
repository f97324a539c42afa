//! How the types of `spec` stand on the wire.

use super::{Item, NewParcel, Place, Receipt};
use juspay_runtime::{DecodeError, Field, Fields, Reader, Record, Rule, Shape, Wire, Writer, blank, field, flat, lookup};

impl Fields for NewParcel {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[
            field("to", 0).required(),
            field("weight", 1),
            field("express", 2).as_string(),
            field("items", 3).json_string(),
            field("from.town", 4).required(),
            field("page", 5),
        ];
        static LOOKUP: [u16; 16] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("NewParcel", FIELDS, &LOOKUP)
            .flats(&[flat(4, 5)])
            .rules(&[
                (0, &[Rule::MaxLength(40), Rule::Chars("A-Za-z ")]),
                (1, &[Rule::Decimals(2), Rule::AtLeast("0.1"), Rule::AtMost("31.5")]),
                (3, &[Rule::MaxItems(3)]),
                (5, &[Rule::NoQuery]),
            ])
            .one_of(&[&[1, 3]]);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.to),
            1 => writer.write(&self.weight),
            2 => writer.write(&self.express),
            3 => writer.write(&self.items),
            4..5 => writer.flat_option(self.from.as_ref(), index - 4),
            5 => writer.write(&self.page),
            _ => {}
        }
    }
}

impl Record for NewParcel {
    fn blank() -> Self {
        Self { to: blank(), weight: blank(), express: blank(), items: blank(), from: blank(), page: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.to),
            1 => reader.read(&mut self.weight),
            2 => reader.read(&mut self.express),
            3 => reader.read(&mut self.items),
            4..5 => reader.flat_option(&mut self.from, index - 4),
            5 => reader.read(&mut self.page),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(NewParcel);

impl Fields for Item {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("name", 0).required()];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Item", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.name),
            _ => {}
        }
    }
}

impl Record for Item {
    fn blank() -> Self {
        Self { name: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.name),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Item);

impl Fields for Place {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("town", 0).required()];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Place", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.town),
            _ => {}
        }
    }
}

impl Record for Place {
    fn blank() -> Self {
        Self { town: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.town),
            _ => reader.skip(),
        }
    }
}

juspay_runtime::wire!(Place);

impl Fields for Receipt {
    fn shape(&self) -> &'static Shape {
        const FIELDS: &[Field] = &[field("number", 0)];
        static LOOKUP: [u16; 2] = lookup(FIELDS);
        static SHAPE: Shape = Shape::new("Receipt", FIELDS, &LOOKUP);
        &SHAPE
    }

    fn put(&self, index: u16, writer: &mut Writer<'_>) {
        match index {
            0 => writer.write(&self.number),
            _ => {}
        }
    }
}

impl Record for Receipt {
    fn blank() -> Self {
        Self { number: blank() }
    }

    fn set(&mut self, index: u16, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        match index {
            0 => reader.read(&mut self.number),
            _ => reader.skip(),
        }
    }
}

impl ::core::default::Default for Receipt {
    fn default() -> Self {
        Wire::cast_from(Record::blank())
    }
}

juspay_runtime::wire!(Receipt);
