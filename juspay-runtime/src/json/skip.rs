//! Passing over a value: the whole grammar is checked, nothing is built.

use crate::error::{DecodeError, DecodeErrorKind};
use crate::json::Reader;
use crate::json::reader::MAX_DEPTH;
use crate::json::string::plain_end;

impl<'a> Reader<'a> {
    /// Passes over the next value.
    pub fn skip(&mut self) -> Result<(), DecodeError> {
        let floor = self.depth;
        // One bit per open container, the innermost lowest: 1 is an object.
        let mut kinds = 0_u128;
        loop {
            let opened = match self.peek() {
                b'"' => self.skip_string().map(|()| false),
                b'{' => self.open(&mut kinds, true),
                b'[' => self.open(&mut kinds, false),
                b't' => self.word("true").map(|()| false),
                b'f' => self.word("false").map(|()| false),
                b'n' => self.word("null").map(|()| false),
                b'-' | b'0'..=b'9' => self.number().map(|_| false),
                _ => Err(self.unexpected("a value")),
            }?;
            if opened {
                continue;
            }
            loop {
                if self.depth == floor {
                    return Ok(());
                }
                let object = kinds & 1 == 1;
                if self.more(if object { b'}' } else { b']' })? {
                    if object {
                        self.skip_key()?;
                    }
                    break;
                }
                self.depth -= 1;
                kinds >>= 1;
            }
        }
    }

    /// Enters a container; false if it is empty and already left.
    fn open(&mut self, kinds: &mut u128, object: bool) -> Result<bool, DecodeError> {
        if self.depth >= MAX_DEPTH {
            return Err(self.fail(DecodeErrorKind::TooDeep));
        }
        self.at += 1;
        if self.peek() == if object { b'}' } else { b']' } {
            self.at += 1;
            return Ok(false);
        }
        if object {
            self.skip_key()?;
        }
        self.depth += 1;
        *kinds = *kinds << 1 | u128::from(object);
        Ok(true)
    }

    fn skip_key(&mut self) -> Result<(), DecodeError> {
        if self.peek() != b'"' {
            return Err(self.unexpected("a key in quotes"));
        }
        self.skip_string()?;
        self.expect(b':', "`:`")
    }

    #[inline]
    fn skip_string(&mut self) -> Result<(), DecodeError> {
        self.at += 1;
        loop {
            self.at = plain_end(self.text.as_bytes(), self.at);
            match self.byte() {
                b'"' => {
                    self.at += 1;
                    return Ok(());
                }
                b'\\' => {
                    self.escape()?;
                }
                _ if self.at >= self.text.len() => return Err(self.fail(DecodeErrorKind::Truncated)),
                _ => return Err(self.fail(DecodeErrorKind::ControlCharacter)),
            }
        }
    }

    /// Passes over the next value and gives its text.
    pub(crate) fn raw(&mut self) -> Result<&'a str, DecodeError> {
        self.peek();
        let start = self.at;
        self.skip()?;
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }
}
