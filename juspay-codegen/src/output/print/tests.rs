use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::file;

fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// Tokens one behind the other, without the commas that make no difference.
fn flat(tokens: TokenStream, out: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                // Bounds may end in one.
                if open == "{" && out.last().is_some_and(|last| last == ",") {
                    out.pop();
                }
                out.push(open.to_owned());
                flat(group.stream(), out);
                if out.last().is_some_and(|last| last == ",") {
                    out.pop();
                }
                out.push(close.to_owned());
            }
            // A raw text and a plain one are the same documentation.
            other => out.push(other.to_string().trim_start_matches("r\"").trim_start_matches('"').to_owned()),
        }
    }
}

fn same(tokens: TokenStream) {
    let printed = file("", tokens.clone());
    let (mut before, mut after) = (Vec::new(), Vec::new());
    flat(tokens, &mut before);
    flat(self::tokens(&printed), &mut after);
    let at = before.iter().zip(&after).position(|(before, after)| before != after);
    let around = at.map(|at| (before.get(at.saturating_sub(8)..at + 3), after.get(at.saturating_sub(8)..at + 3)));
    assert!(before == after, "{around:?}\n{printed}");
}

#[test]
fn printing_changes_no_token() {
    let loaded = juspay_spec::embedded();
    let api = loaded.api.unwrap_or_else(|| panic!("{:?}", loaded.findings));
    for versions in ["..", "2018-10-25..=2020-11-20", "2021-03-25"] {
        let mut options = crate::options::Options::default();
        options.versions.0 = versions.to_owned();
        let package = crate::plan::plan(&api, &options).unwrap_or_else(|problems| panic!("{problems:?}"));
        crate::emit::modules(&package).for_each(|(_, tokens)| same(tokens));
        crate::emit::single(&package).for_each(same);
        same(crate::emit::root(&package));
        same(crate::emit::folder(&package));
    }
}

#[test]
fn what_the_generator_writes_is_laid_out_as_people_do() {
    for text in [
        "use super::versions::{Latest, V2018_09_20};\nuse std::marker::PhantomData;\n\npub(super) mod wire;\n",
        "//! Docs.\n//! More.\n\n#![allow(clippy::doc_markdown)]\n\n#[rustfmt::skip]\npub mod api;\n#[rustfmt::skip]\npub mod versions;\n\npub use api::{API, Environment};\n",
        "/// A refund.\n#[derive(Clone, PartialEq)]\n#[non_exhaustive]\npub struct Refund<V: Version = Latest> {\n    /// Its \"id\" \\ path.\n    pub id: Option<String>,\n    parts: List<::my::Part<V>>,\n    version: PhantomData<V>,\n}\n",
        "impl<V: Version> Refund<V> {\n    /// Since.\n    pub fn code(&self) -> Option<&str>\n    where\n        V: AtLeast<V2019_03_12> + Before<V2021_03_25>,\n    {\n        self.code.as_deref()\n    }\n\n    pub fn new() -> Self {\n        Self { id: id.into(), ..Wire::cast_from(Record::blank()) }\n    }\n}\n",
        "impl Fields for Refund {\n    fn shape(&self) -> &'static Shape {\n        const FIELDS: &[Field] = &[field(\"id\", 0).since(2019_03_12)];\n        static LOOKUP: [u16; 2] = lookup(FIELDS);\n        &SHAPE\n    }\n\n    fn put(&self, index: u16, writer: &mut Writer<'_>) {\n        match index {\n            0 => writer.write(&self.id),\n            1..3 => writer.flat(&self.a, index - 1),\n            _ => {}\n        }\n    }\n}\n",
        "impl Status {\n    fn index(&self) -> Result<u16, &UnknownValue> {\n        Ok(match self {\n            Self::New => 0,\n            Self::Unknown(value) => return Err(value),\n        })\n    }\n\n    pub fn could_mean(&self, version: ApiVersion) -> &'static [Self] {\n        match self {\n            Self::New if version < ApiVersion::literal(2017, 3, 16) => &[Self::Old],\n            _ => &[],\n        }\n    }\n}\n",
        "juspay_runtime::versions! {\n    /// One.\n    V2021_03_05 = 2021-03-05,\n}\n\njuspay_runtime::wire!(Refund<V>);\n\npub type Latest = V2021_03_05;\n",
        "static VALUES: Values = Values::new(\"S\", &[value(\"A\").id(-1).was(&[(2015_01_09, 1)])]);\n",
        "impl<V: Version> ::core::default::Default for Refund<V> {\n    fn default() -> Self {\n        Self::default()\n    }\n}\n",
    ] {
        assert_eq!(file("", tokens(text)), text);
    }
}

#[test]
fn long_lines_are_broken() {
    let many: Vec<String> = (0..12).map(|number| format!("item_number_{number:02}(1, 2)")).collect();
    let text = format!(
        "pub static A: T = T::new(\"a\").list(&[{}]).names(&[Self::A, Self::B]); impl X {{ fn f(a: A) {{ match a {{ {} => Answer::Yes, _ => N }} }} }} use a::{{{}}};",
        many.join(", "),
        (0..12).map(|number| format!("Self::Variant{number}")).collect::<Vec<_>>().join(" | "),
        (0..30).map(|number| format!("Name{number}")).collect::<Vec<_>>().join(", "),
    );
    let printed = file("", tokens(&text));
    assert!(printed.lines().all(|line| line.len() <= 120), "{printed}");
    assert!(
        printed.starts_with("pub static A: T = T::new(\"a\")\n    .list(&[\n        item_number_00(1, 2),\n"),
        "{printed}"
    );
    assert!(printed.contains("        item_number_11(1, 2),\n    ])\n    .names(&[Self::A, Self::B]);\n"), "{printed}");
    assert!(printed.contains("            Self::Variant0\n            | Self::Variant1\n"), "{printed}");
    assert!(printed.contains("            | Self::Variant11 => Answer::Yes,\n            _ => N,\n"), "{printed}");
    assert!(printed.contains("use a::{\n    Name0, Name1, Name2,"), "{printed}");
    same(tokens(&text));
}
