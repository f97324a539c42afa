//! From tokens to text for reading.

use proc_macro2::TokenStream;

/// A file with a header and formatted tokens.
///
/// # Errors
///
/// If the tokens are no Rust.
#[cfg(feature = "pretty")]
pub(super) fn file(header: &str, tokens: TokenStream) -> Result<String, String> {
    let file: syn::File = syn::parse2(tokens).map_err(|error| error.to_string())?;
    Ok(format!("{header}{}", apart(&prettyplease::unparse(&file))))
}

/// A file with a header and tokens.
#[cfg(not(feature = "pretty"))]
#[expect(clippy::unnecessary_wraps, reason = "formatting can fail")]
pub(super) fn file(header: &str, tokens: TokenStream) -> Result<String, String> {
    Ok(format!("{header}{tokens}\n"))
}

/// Sets items apart by blank lines, as people do.
#[cfg(feature = "pretty")]
fn apart(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 20);
    let mut last = "";
    for line in text.lines() {
        if belongs_apart(last, line) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
        last = line;
    }
    out
}

#[cfg(feature = "pretty")]
fn belongs_apart(last: &str, next: &str) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let (before, after) = (last.trim_start(), next.trim_start());
    if before.starts_with("//!") {
        return !after.starts_with("//!");
    }
    let comment = before.starts_with("//");
    let ends = before == "}" || (before.ends_with(';') && !comment && indent(last) % 4 == 0);
    let statement = ["let ", "self.", "return ", "Ok(", "&"].iter().any(|start| after.starts_with(start));
    let lines = |text: &str| text.starts_with("use ") || text.starts_with("pub use ") || text.starts_with("pub mod ");
    let closes = after.starts_with('}') || after.starts_with(')') || after.starts_with('.') || after.starts_with(';');
    let table = ["const ", "static "].iter().any(|start| before.starts_with(start) && indent(last) > 0);
    ends && indent(last) == indent(next) && !statement && !closes && !table && !(lines(before) && lines(after))
}

#[cfg(all(test, feature = "pretty"))]
mod tests {
    use super::*;

    #[test]
    fn items_stand_apart() {
        let text = "//! Docs.\nuse a;\nuse b;\npub struct A {\n    a: u8,\n}\nimpl A {\n    fn a() {\n        a;\n    }\n    fn b() {}\n}\n";
        let expected =
            "//! Docs.\n\nuse a;\nuse b;\n\npub struct A {\n    a: u8,\n}\n\nimpl A {\n    fn a() {\n        a;\n    }\n\n    fn b() {}\n}\n";
        assert_eq!(apart(text), expected);
    }
}
