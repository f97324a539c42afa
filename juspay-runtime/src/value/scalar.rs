//! Strings, numbers and booleans, read as they are seen: what means the same exactly is taken and reported.

use crate::error::{DecodeError, DecodeErrorKind};
use crate::json::{Reader, Writer};
use crate::retype::Sort;
use crate::value::{Decode, Empty, Encode, fill};
use crate::{Amount, Date, Decimal, DecimalError, Json, Secret, Timestamp};
use std::borrow::Cow;

impl<'a> Reader<'a> {
    /// The text of a value that is documented as a string.
    #[inline]
    pub(crate) fn text(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if self.peek() == b'"' { self.string() } else { self.text_of_scalar() }
    }

    #[cold]
    fn text_of_scalar(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        let start = self.at;
        match self.peek() {
            b'-' | b'0'..=b'9' => {
                let text = self.number()?;
                self.repaired(start, "a number for a string");
                Ok(Cow::Borrowed(text))
            }
            b't' | b'f' => {
                let text = self.raw()?;
                self.repaired(start, "a boolean for a string");
                Ok(Cow::Borrowed(text))
            }
            _ => Err(self.mismatch("a string")),
        }
    }

    /// The text of a value that is documented as a number, or stands in a string.
    fn digits_of(&mut self, expected: &'static str) -> Result<Cow<'a, str>, DecodeError> {
        match self.peek() {
            b'-' | b'0'..=b'9' => self.number().map(Cow::Borrowed),
            b'"' => {
                let start = self.at;
                let text = self.string()?;
                self.repaired(start, "a string for a number");
                Ok(text)
            }
            _ => Err(self.mismatch(expected)),
        }
    }

    /// The digits that stand next, if they are an integer that ends there.
    #[inline]
    fn short_integer(&mut self) -> Option<i64> {
        let bytes = self.text.as_bytes().get(self.at..)?;
        let mut value = 0_i64;
        let mut length = 0;
        while let Some(digit) = bytes.get(length).map(|byte| byte.wrapping_sub(b'0')).filter(|&digit| digit < 10) {
            value = value.wrapping_mul(10).wrapping_add(i64::from(digit));
            length += 1;
        }
        let plain = matches!(bytes.get(length), Some(b',' | b'}' | b']'));
        let leading = length > 1 && bytes.first() == Some(&b'0');
        if !plain || leading || length == 0 || length > 18 {
            return None;
        }
        self.at += length;
        Some(value)
    }

    #[cold]
    fn integer(&mut self) -> Result<i64, DecodeError> {
        let start = self.at;
        let text = self.digits_of("an integer")?;
        if let Ok(value) = text.parse() {
            return Ok(value);
        }
        match text.parse::<Decimal>().map(Decimal::to_i64) {
            Ok(Some(value)) => {
                self.repaired(start, "an integer with a fraction or an exponent");
                Ok(value)
            }
            Err(DecimalError::NotANumber) => Err(self.no_number(start, "an integer")),
            _ => Err(self.fail_at(DecodeErrorKind::OutOfRange("an integer"), start)),
        }
    }

    fn boolean(&mut self) -> Result<bool, DecodeError> {
        match self.peek() {
            b't' => self.word("true").map(|()| true),
            b'f' => self.word("false").map(|()| false),
            b'"' => {
                let start = self.at;
                let text = self.string()?;
                let value = if text.eq_ignore_ascii_case("true") {
                    true
                } else if text.eq_ignore_ascii_case("false") {
                    false
                } else {
                    self.at = start;
                    return Err(self.mismatch("a boolean"));
                };
                self.repaired(start, "a string for a boolean");
                Ok(value)
            }
            _ => Err(self.mismatch("a boolean")),
        }
    }

    fn decimal(&mut self, name: &'static str) -> Result<Decimal, DecodeError> {
        self.peek();
        if let Some((value, length)) = self.text.as_bytes().get(self.at..).and_then(Decimal::prefix) {
            self.at += length;
            return Ok(value);
        }
        let start = self.at;
        let text = self.digits_of(name)?;
        match text.parse() {
            Ok(value) => Ok(value),
            Err(DecimalError::NotANumber) => Err(self.no_number(start, name)),
            Err(DecimalError::TooManyDigits) => Err(self.fail_at(DecodeErrorKind::OutOfRange(name), start)),
        }
    }

    /// The error of a string at a byte that holds no number.
    fn no_number(&self, start: usize, expected: &'static str) -> DecodeError {
        self.fail_at(DecodeErrorKind::Type { expected, found: "a string that is no number" }, start)
    }
}

impl Decode for String {
    const EMPTY: Empty = Empty::Object;

    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        fill(self, reader.text()?.into_owned());
        Ok(())
    }
}

impl Encode for String {
    const SORT: Sort = Sort::Text;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.string(self);
    }
}

impl Decode for i64 {
    const EMPTY: Empty = Empty::Both;
    const NUMERIC: bool = true;

    fn blank() -> Self {
        0
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.peek();
        *self = match reader.short_integer() {
            Some(value) => value,
            None => reader.integer()?,
        };
        Ok(())
    }
}

impl Encode for i64 {
    const SORT: Sort = Sort::Int;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.integer(*self);
    }
}

impl Decode for bool {
    const EMPTY: Empty = Empty::Both;
    const NUMERIC: bool = true;

    fn blank() -> Self {
        false
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = reader.boolean()?;
        Ok(())
    }
}

impl Encode for bool {
    const SORT: Sort = Sort::Bool;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.raw(if *self { "true" } else { "false" });
    }
}

impl Decode for Decimal {
    const EMPTY: Empty = Empty::Both;
    const NUMERIC: bool = true;

    fn blank() -> Self {
        Self::ZERO
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = reader.decimal("a decimal")?;
        Ok(())
    }
}

impl Encode for Decimal {
    const SORT: Sort = Sort::Number;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.decimal(*self);
    }
}

impl Decode for Amount {
    const EMPTY: Empty = Empty::Both;
    const NUMERIC: bool = true;

    fn blank() -> Self {
        Self::ZERO
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = Self::from(reader.decimal("an amount")?);
        Ok(())
    }
}

impl Encode for Amount {
    const SORT: Sort = Sort::Number;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.decimal(self.to_decimal());
    }
}

impl Decode for Timestamp {
    const EMPTY: Empty = Empty::Both;

    fn blank() -> Self {
        Self::from(String::new())
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        fill(self, Self::from(reader.text()?.into_owned()));
        Ok(())
    }
}

impl Encode for Timestamp {
    const SORT: Sort = Sort::Moment;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.string(self.as_str());
    }
}

impl Decode for Date {
    const EMPTY: Empty = Empty::Both;

    fn blank() -> Self {
        Self::from(String::new())
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        fill(self, Self::from(reader.text()?.into_owned()));
        Ok(())
    }
}

impl Encode for Date {
    const SORT: Sort = Sort::Day;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.string(self.as_str());
    }
}

impl Decode for Secret {
    const EMPTY: Empty = Empty::Object;

    fn blank() -> Self {
        Self::from(String::new())
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        fill(self, Self::from(reader.text()?.into_owned()));
        Ok(())
    }
}

impl Encode for Secret {
    const SORT: Sort = Sort::Text;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.secret(self.expose());
    }
}

impl Decode for Json {
    const NULL: bool = true;

    fn blank() -> Self {
        Self::null()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        fill(self, Self::trusted(reader.raw()?));
        Ok(())
    }
}

impl Encode for Json {
    const SORT: Sort = Sort::Json;

    fn write(&self, writer: &mut Writer<'_>) {
        writer.opaque(self.as_str());
    }
}
