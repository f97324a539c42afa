//! Text as JSON strings and as form parts.

use crate::json::string::plain_end;

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Appends what stands between the quotes of the JSON string that means `text`.
pub(crate) fn push_json(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut from = 0;
    loop {
        let end = plain_end(bytes, from);
        out.push_str(text.get(from..end).unwrap_or_default());
        let Some(&byte) = bytes.get(end) else { return };
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            _ => {
                out.push_str("\\u00");
                push_hex(out, byte, HEX);
            }
        }
        from = end + 1;
    }
}

/// What `application/x-www-form-urlencoded` leaves as it is.
const SAFE: [bool; 256] = {
    let mut table = [false; 256];
    let mut i = 0;
    while i < 128 {
        let byte = i as u8;
        table[i] = byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'-' | b'.' | b'_');
        i += 1;
    }
    table
};

/// Appends the form encoding of `text`, as WHATWG's URL standard writes it.
pub(crate) fn push_form(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(length) = bytes.get(from..).and_then(|rest| rest.iter().position(|&byte| !SAFE[usize::from(byte)])) {
        let end = from + length;
        // The run before is ASCII, and what follows is left out byte by byte, so slices stand at boundaries.
        if let Some(plain) = bytes.get(from..end).and_then(|run| std::str::from_utf8(run).ok()) {
            out.push_str(plain);
        }
        match bytes.get(end) {
            Some(b' ') => out.push('+'),
            Some(&byte) => {
                out.push('%');
                push_hex(out, byte, b"0123456789ABCDEF");
            }
            None => {}
        }
        from = end + 1;
    }
    out.push_str(text.get(from..).unwrap_or_default());
}

fn push_hex(out: &mut String, byte: u8, digits: &[u8; 16]) {
    out.push(digits[usize::from(byte >> 4)] as char);
    out.push(digits[usize::from(byte & 15)] as char);
}
