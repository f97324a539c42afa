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
    Ok(pretty::touch_up(header, &prettyplease::unparse(&file)))
}

/// A file with a header and tokens.
#[cfg(not(feature = "pretty"))]
#[expect(clippy::unnecessary_wraps, clippy::needless_pass_by_value, reason = "as with formatting")]
pub(super) fn file(header: &str, tokens: TokenStream) -> Result<String, String> {
    Ok(format!("{header}{tokens}\n"))
}

/// What the formatter leaves to be done: blank lines, and the inside of macros.
#[cfg(feature = "pretty")]
mod pretty {
    use std::fmt::Write;

    use proc_macro2::{TokenStream, TokenTree};

    /// The width of a line, as the formatter has it.
    const WIDTH: usize = 89;

    pub(super) fn touch_up(header: &str, text: &str) -> String {
        let mut out = String::with_capacity(header.len() + text.len() + text.len() / 16);
        out.push_str(header);
        let mut last = "";
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if belong_apart(last, line) {
                out.push('\n');
            }
            out.push_str(line);
            out.push('\n');
            last = line;
            let inside: Option<fn(&str, usize) -> String> = match line.rsplit("::").next() {
                Some("versions! {" | "client! {") => Some(versions),
                Some("record! {" | "choice! {") => Some(record),
                Some("setters! {") => Some(setters),
                _ => None,
            };
            if let Some(inside) = inside {
                let indent = indent(line);
                let body: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != "}").collect();
                out.push_str(&inside(&body.join("\n"), indent + 4));
                out.push_str(&" ".repeat(indent));
                out.push_str("}\n");
                last = "}";
            }
        }
        out
    }

    fn indent(line: &str) -> usize {
        line.len() - line.trim_start().len()
    }

    /// Whether people would leave a line free between two lines.
    fn belong_apart(last: &str, next: &str) -> bool {
        let (before, after) = (last.trim_start(), next.trim_start());
        if before.starts_with("//!") {
            return !after.starts_with("//!");
        }
        let starts = |text: &str, words: &[&str]| words.iter().any(|word| text.starts_with(word));
        let comment = before.starts_with("//") || before.starts_with("#[");
        let ends = !comment && (before == "}" || before.ends_with(';') || before.starts_with("#!["));
        // Lists of imports and modules stand together, and so do rows and the static made of them.
        let mut lists =
            [&["use ", "pub use ", "} from"][..], &["pub mod ", "#[rustfmt::skip]", "#[allow("]].into_iter();
        let together = lists.any(|list| (starts(before, list) || before == "};") && starts(after, list));
        let begins = ["///", "#[", "pub ", "pub(", "mod ", "use ", "impl", "fn ", "type ", "static ", "const "];
        ends && starts(after, &begins) && !together && !after.starts_with("static SHAPE") || ends && is_call(after)
    }

    /// Whether a line is a call of a macro that makes items.
    fn is_call(line: &str) -> bool {
        let path = line.split_once("! {").or_else(|| line.split_once("!(")).map(|(path, _)| path);
        path.is_some_and(|path| {
            ["::open_enum", "::versions", "::client", "::setters"].iter().any(|name| path.ends_with(name))
        })
    }

    /// The inside of `record!`, a line for each group of fields, or some. It is made of names, numbers and punctuation.
    fn record(body: &str, indent: usize) -> String {
        let mut out = String::new();
        let text = body.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = text.replace(" : ", ": ").replace(" .. ", "..").replace(" < V >", "<V>").replace("V >", "V>");
        for group in text.split(';').map(str::trim).filter(|group| !group.is_empty()) {
            let mut line = " ".repeat(indent);
            for (place, entry) in group.split(", ").enumerate() {
                if place > 0 {
                    line.push(',');
                    if line.len() + entry.len() + 2 > WIDTH {
                        let _ = writeln!(out, "{line}");
                        line = " ".repeat(indent + 3);
                    }
                    line.push(' ');
                }
                line.push_str(entry);
            }
            let _ = writeln!(out, "{line};");
        }
        out
    }

    /// The inside of `setters!`, one on each line.
    fn setters(body: &str, indent: usize) -> String {
        let margin = " ".repeat(indent);
        let text = body.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = [(" :: ", "::"), (" < ", "<"), (" > ", "> "), (" >", ">"), ("> )", ">)"), (" (", "(")]
            .iter()
            .fold(text, |text, (from, to)| text.replace(from, to));
        let lines = text.split_terminator(',').map(|line| format!("{margin}{},\n", line.trim()));
        lines.collect()
    }

    /// The inside of `versions!`, a version on each line behind its docs.
    fn versions(body: &str, indent: usize) -> String {
        let mut out = String::new();
        let mut tokens = body.parse::<TokenStream>().unwrap_or_default().into_iter();
        let margin = " ".repeat(indent);
        let mut line = String::new();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(hash) if hash.as_char() == '#' => {
                    let doc = tokens.next().and_then(|group| doc_of(&group)).unwrap_or_default();
                    let _ = writeln!(out, "{margin}///{doc}");
                }
                TokenTree::Punct(comma) if comma.as_char() == ',' => {
                    let _ = writeln!(out, "{margin}{line},");
                    line.clear();
                }
                TokenTree::Punct(equals) if equals.as_char() == '=' => line.push_str(" = "),
                other => line.push_str(&other.to_string()),
            }
        }
        if !line.is_empty() {
            let _ = writeln!(out, "{margin}{line},");
        }
        out
    }

    /// The text of `[doc = "…"]`.
    fn doc_of(group: &TokenTree) -> Option<String> {
        let TokenTree::Group(group) = group else { return None };
        let literal: syn::LitStr = syn::parse2(group.stream().into_iter().nth(2)?.into()).ok()?;
        Some(literal.value())
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn items_stand_apart_and_lists_do_not() {
            let text = "//! Docs.\nuse a::{\n    b,\n};\nuse c;\npub mod d;\npub mod e;\npub struct A {\n    pub a: u8,\n}\nimpl A {\n    fn a() {\n        a;\n        self\n    }\n    fn b() {}\n}\n";
            let expected = "//! Docs.\n\nuse a::{\n    b,\n};\nuse c;\n\npub mod d;\npub mod e;\n\npub struct A {\n    pub a: u8,\n}\n\nimpl A {\n    fn a() {\n        a;\n        self\n    }\n\n    fn b() {}\n}\n";
            assert_eq!(touch_up("", text), expected);
        }

        #[test]
        fn versions_stand_below_each_other() {
            let text = "rt::versions! {\n    #[doc = \" One \\\"quoted\\\".\"] V2021_03_05 = 2021 - 03\n    - 05,\n}\npub type Latest = V2021_03_05;\n";
            let expected = "rt::versions! {\n    /// One \"quoted\".\n    V2021_03_05 = 2021-03-05,\n}\n\npub type Latest = V2021_03_05;\n";
            assert_eq!(touch_up("", text), expected);
        }

        #[test]
        fn setters_stand_below_each_other() {
            let text = "impl A {\n    fn new() {\n    }\n    rt::setters! {\n        with_a(into String) => a, with_b(list\n        List < Piece < V > >) => b,\n    }\n    fn c() {}\n}\n";
            let expected = "impl A {\n    fn new() {\n    }\n\n    rt::setters! {\n        with_a(into String) => a,\n        with_b(list List<Piece<V>>) => b,\n    }\n\n    fn c() {}\n}\n";
            assert_eq!(touch_up("", text), expected);
        }

        #[test]
        fn fields_stand_in_groups() {
            let text =
                "rt::record! {\n    Order < V > version SHAPE; plain : 0 id, 1\n    r#type; flat : 2 .. 4 payee;\n}\n";
            let expected =
                "rt::record! {\n    Order<V> version SHAPE;\n    plain: 0 id, 1 r#type;\n    flat: 2..4 payee;\n}\n";
            assert_eq!(touch_up("", text), expected);
        }
    }
}
