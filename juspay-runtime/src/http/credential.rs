//! Keys and how they are sent.

use super::failure::as_word;
use super::settings::ConfigError;
use crate::{Auth, AuthKind, Secret};
use http::HeaderValue;
use zeroize::Zeroize;

/// A credential, ready to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Credential {
    pub(crate) scheme: &'static Auth,
    pub(crate) kind: Ready,
}

#[derive(Clone, Debug)]
pub(crate) enum Ready {
    /// The header `authorization`.
    Authorization(HeaderValue),
    /// Another header.
    Header(&'static str, HeaderValue),
    /// A parameter of the body or the query.
    Parameter(&'static str, Secret),
}

impl Credential {
    pub(crate) fn new(scheme: &'static Auth, key: &Secret) -> Result<Self, ConfigError> {
        let text = key.expose();
        if text.is_empty() {
            return Err(ConfigError::new(scheme.name, "is empty"));
        }
        if !text.bytes().all(|byte| (0x21..=0x7e).contains(&byte)) {
            return Err(ConfigError::new(scheme.name, "holds white space or other characters that keys do not have"));
        }
        let kind = match scheme.kind {
            // There it would end the name: the rest would be taken for a password.
            AuthKind::Basic if text.contains(':') => {
                return Err(ConfigError::new(scheme.name, "holds a colon; the one behind it is added when it is sent"));
            }
            AuthKind::Basic => {
                // The key is the user name, and the password is empty.
                Ready::Authorization(hidden(&basic(text, ""), scheme.name)?)
            }
            AuthKind::Bearer => Ready::Authorization(hidden(&Secret::from(format!("Bearer {text}")), scheme.name)?),
            AuthKind::Header(name) => Ready::Header(name, hidden(key, scheme.name)?),
            AuthKind::Parameter(name) => Ready::Parameter(name, key.clone()),
            AuthKind::None => return Err(ConfigError::new(scheme.name, "takes no key")),
        };
        Ok(Self { scheme, kind })
    }
}

/// A header's value that is never shown.
fn hidden(value: &Secret, what: &'static str) -> Result<HeaderValue, ConfigError> {
    let value = HeaderValue::from_str(value.expose());
    let mut value = value.map_err(|_| ConfigError::new(what, "cannot be sent in a header"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// The value of `authorization` for a user and a password.
pub(crate) fn basic(user: &str, password: &str) -> Secret {
    let mut pair = format!("{user}:{password}");
    let mut value = String::with_capacity("Basic ".len() + pair.len().div_ceil(3) * 4);
    value.push_str("Basic ");
    push_base64(&mut value, pair.as_bytes());
    pair.zeroize();
    Secret::from(value)
}

/// The key that an environment variable holds.
///
/// # Errors
///
/// If there is no such variable, or what it holds is no text. The error names the variable, never its value; nor a name
/// that looks like a value, as where the key itself was given in its place.
pub fn secret_from_env(variable: &str) -> Result<Secret, ConfigError> {
    let why = match std::env::var(variable) {
        Ok(value) => return Ok(Secret::from(value)),
        Err(std::env::VarError::NotPresent) => "is not set in the environment",
        Err(std::env::VarError::NotUnicode(_)) => "is no text",
    };
    Err(ConfigError::new(as_word(variable).unwrap_or("the variable of a key").to_owned(), why))
}

fn push_base64(out: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let group = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = DIGITS.get((group >> (18 - 6 * place) & 63) as usize).copied().unwrap_or(b'=');
            out.push(if place > chunk.len() { '=' } else { char::from(digit) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{basic, push_base64};

    #[test]
    fn base64_pads_as_it_should() {
        for (text, expected) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("\u{ff}\u{fe}", "w7/Dvg=="),
        ] {
            let mut out = String::new();
            push_base64(&mut out, text.as_bytes());
            assert_eq!(out, expected);
        }
        assert_eq!(basic("key", "").expose(), "Basic a2V5Og==");
    }
}
