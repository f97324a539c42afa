//! Identifiers.

use proc_macro2::{Ident, Span};

/// Words that are identifiers only with `r#`, in every edition up to 2024.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Words that are never identifiers of one's own, not even with `r#`.
const RESERVED: &[&str] = &["_", "crate", "self", "Self", "super"];

/// Whether a text is an identifier, perhaps with `r#`.
pub fn is_ident(text: &str) -> bool {
    let starts = text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    starts && text.chars().all(|char| char.is_ascii_alphanumeric() || char == '_') && !RESERVED.contains(&text)
}

/// An identifier for a checked name; keywords get their `r#`.
///
/// A name that is none after all is made into one, so that this never fails.
pub fn ident(text: &str) -> Ident {
    if KEYWORDS.binary_search(&text).is_ok() {
        return Ident::new_raw(text, Span::call_site());
    }
    if is_ident(text) {
        return Ident::new(text, Span::call_site());
    }
    let clean = |char: char| if char.is_ascii_alphanumeric() { char } else { '_' };
    let mended: String = std::iter::once('_').chain(text.chars().map(clean)).chain(std::iter::once('_')).collect();
    Ident::new(&mended, Span::call_site())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_sorted_for_the_search() {
        assert!(KEYWORDS.is_sorted());
    }

    #[test]
    fn any_text_becomes_an_identifier() {
        for (text, expected) in
            [("order", "order"), ("type", "r#type"), ("gen", "r#gen"), ("self", "_self_"), ("", "__"), ("a-b", "_a_b_")]
        {
            assert_eq!(ident(text).to_string(), expected);
        }
        assert_eq!(ident("naïve }").to_string(), "_na_ve___");
    }
}
