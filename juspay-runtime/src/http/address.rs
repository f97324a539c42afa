//! Where an API is, and how paths are written.

use http::Uri;
use http::uri::Scheme;
use std::fmt;
use std::net::IpAddr;

/// The base address of an API: `https`, or `http` on this very machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    /// Without a slash at the end.
    text: String,
    loopback: bool,
}

/// Why a text is no base address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AddressError(pub(crate) &'static str);

impl BaseUrl {
    pub(crate) fn parse(text: &str) -> Result<Self, AddressError> {
        if text.contains('#') {
            return Err(AddressError("a base address has no fragment"));
        }
        if !text.bytes().all(is_of_addresses) {
            return Err(AddressError("a base address holds only characters that addresses have"));
        }
        let uri: Uri = text.parse().map_err(|_| AddressError("this is no absolute address"))?;
        let host = uri.host().filter(|host| !host.is_empty()).ok_or(AddressError("this is no absolute address"))?;
        if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
            return Err(AddressError("a base address holds no credentials"));
        }
        if uri.query().is_some() {
            return Err(AddressError("a base address has no query"));
        }
        if uri.path().split('/').any(is_dots) {
            return Err(AddressError("a base address has no segments that lead elsewhere"));
        }
        if uri.authority().is_some_and(|authority| authority.as_str().len() > host.len()) && uri.port_u16().is_none() {
            return Err(AddressError("there is no such port"));
        }
        let loopback = is_loopback(host);
        match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => {}
            Some(scheme) if *scheme == Scheme::HTTP && loopback => {}
            Some(scheme) if *scheme == Scheme::HTTP => {
                return Err(AddressError("plain http is only for this very machine: localhost, 127.0.0.0/8 or [::1]"));
            }
            _ => return Err(AddressError("a base address begins with https://")),
        }
        Ok(Self { text: text.trim_end_matches('/').to_owned(), loopback })
    }

    /// The address, without a slash at the end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is on this very machine.
    pub fn is_loopback(&self) -> bool {
        self.loopback
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Whether addresses have a byte. Some readers of addresses let others pass, and take a backslash for a slash.
fn is_of_addresses(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
}

/// Whether a segment of a path would be taken for a step to the same or the upper level.
fn is_dots(segment: &str) -> bool {
    matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..")
}

/// Whether a value can stand as one segment of a path, however it is escaped: readers of addresses take `.` and `..`, and
/// even their escaped forms, for steps, and an empty segment makes another call of it.
pub(crate) fn fits_a_segment(value: &str) -> bool {
    !matches!(value, "" | "." | "..")
}

/// Appends a value as one segment of a path, or as a part of a query.
pub(crate) fn push_escaped(out: &mut String, value: &str) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase();
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, push_escaped};

    #[test]
    fn plain_http_stays_on_this_machine() {
        for good in [
            "https://api.example",
            "https://api.example:8443/v1/",
            "http://localhost:80",
            "http://127.9.9.9",
            "http://[::1]:1",
        ] {
            assert!(BaseUrl::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "http://api.example",
            "http://localhost.evil.example",
            "http://128.0.0.1",
            "ftp://localhost",
            "api.example",
            "",
            "/orders",
            "https://user:pw@api.example",
            "https://api.example?x=1",
            "https://api.example/#a",
            "https:///x",
            "https://api.example/a/../b",
            "https://api.example/%2E%2e/b",
            "http://127.0.0.1@evil.example",
            "https://a b",
            "https://api.example:99999",
            "https://[::1]:",
            "https://api.example/v1\\..\\x",
            "https://api.example/{v}",
            "https://api.example/\u{e4}",
        ] {
            assert!(BaseUrl::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(
            BaseUrl::parse("https://a.example/v1//").map(|url| url.to_string()).as_deref(),
            Ok("https://a.example/v1")
        );
    }

    #[test]
    fn a_value_stays_one_segment() {
        let mut out = String::new();
        push_escaped(&mut out, "../x?y=%2e#é\r\n+ ~");
        assert_eq!(out, "..%2Fx%3Fy%3D%252e%23%C3%A9%0D%0A%2B%20~");
    }
}
