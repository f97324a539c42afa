//! Options of the generator, each declared once.
//!
//! The one declaration below gives the methods of [`Builder`] with their docs, the flags of the command,
//! the keys of the macro and the table in the documentation.

mod value;

use std::path::PathBuf;

use crate::Builder;
pub use value::{IntoWindow, Kind, Layout, OptionValue, Pair, RuntimePath, WindowText};

/// One option, for front ends that offer it.
#[derive(Clone, Copy, Debug)]
pub struct OptionInfo {
    /// The key in the macro; the flag is the same behind two dashes.
    pub name: &'static str,
    /// How often it may be given, and what a value looks like.
    pub kind: Kind,
    /// What stands for a value in help texts.
    pub value: &'static str,
    /// What it is for, in Markdown.
    pub doc: &'static str,
    /// What holds without it, as text.
    pub default: fn() -> Vec<String>,
}

impl OptionInfo {
    /// The first sentence of the documentation, for a line of help.
    pub fn help(&self) -> &'static str {
        let doc = self.doc.trim();
        let end = doc.find(". ").or_else(|| doc.find(".\n"));
        doc.get(..end.unwrap_or(doc.len())).unwrap_or(doc).trim_end_matches('.')
    }
}

macro_rules! setter {
    (path, $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, $name: impl Into<PathBuf>) -> Self {
            self.options.$name = Some($name.into());
            self
        }
    };
    (window, $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, $name: impl IntoWindow) -> Self {
            self.options.$name = $name.into_window();
            self
        }
    };
    (list, $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, $name: impl IntoIterator<Item = impl Into<String>>) -> Self {
            self.options.$name.extend($name.into_iter().map(Into::into));
            self
        }
    };
    (pairs, $(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, item: impl Into<String>, by: impl Into<String>) -> Self {
            self.options.$name.push(Pair { item: item.into(), by: by.into() });
            self
        }
    };
    (value, $(#[$doc:meta])* $name:ident: $ty:ty) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, $name: impl Into<$ty>) -> Self {
            self.options.$name = $name.into();
            self
        }
    };
}

macro_rules! options {
    ($($(#[doc = $doc:literal])+ $kind:ident $name:ident: $ty:ty, $value:literal;)*) => {
        /// Every option with its value.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Options {
            $($(#[doc = $doc])+ pub $name: $ty,)*
        }

        /// Every option, in the order in which they are documented.
        pub const OPTIONS: &[OptionInfo] = &[$(OptionInfo {
            name: stringify!($name),
            kind: <$ty as OptionValue>::KIND,
            value: $value,
            doc: concat!($($doc, "\n"),+),
            default: || <$ty as Default>::default().texts(),
        }),*];

        impl Options {
            /// Gives an option a value, or adds one where it takes several.
            ///
            /// # Errors
            ///
            /// If there is no such option, or the text is no value of it.
            pub fn set(&mut self, name: &str, text: &str) -> Result<(), String> {
                match name {
                    $(stringify!($name) => self.$name.add(text),)*
                    _ => Err(unknown(name)),
                }
            }

            /// The values of an option, as [`set`](Self::set) takes them.
            pub fn get(&self, name: &str) -> Vec<String> {
                match name {
                    $(stringify!($name) => self.$name.texts(),)*
                    _ => Vec::new(),
                }
            }
        }

        /// One method for each option.
        impl Builder {
            $(options!(@setter $kind $(#[doc = $doc])+ $name: $ty);)*
        }
    };
    (@setter value $(#[$doc:meta])+ $name:ident: $ty:ty) => { setter!(value, $(#[$doc])+ $name: $ty); };
    (@setter $kind:ident $(#[$doc:meta])+ $name:ident: $ty:ty) => { setter!($kind, $(#[$doc])+ $name); };
}

options! {
    /// The folder that holds the spec. Without it, the spec that comes with the generator is read.
    path spec: Option<PathBuf>, "DIR";

    /// The versions that the output serves. Written `A..=B`, `A..`, `..=B` or `A`; what begins before the first one is
    /// always there, and what begins after the last one is left out. One version alone leaves no version parameter.
    window versions: WindowText, "A..=B";

    /// Items to generate, with every type that they need. Patterns such as `orders.*`, `Order` or `order_status` name
    /// types and endpoints, with or without their module; `webhooks` names the events. Without it, everything is.
    list only: Vec<String>, "PATTERN";

    /// Traits to derive on top of the usual ones. `Eq` stands for all types, `OrderStatus=strum::EnumIter` for those that
    /// match the pattern.
    list derives: Vec<String>, "[PATTERN=]TRAIT";

    /// Types to use instead of the generated ones. `Order.metadata=my::Metadata` is for one field, `Order=my::Order` for
    /// every use of a type, `amount=my::Money` for every use of a scalar. They must be readable by the runtime.
    pairs replace: Vec<Pair>, "ITEM=TYPE";

    /// Names to use in Rust instead of the derived ones. `Order=PaymentOrder` is for a type or endpoint, `Order.udf1=tag`
    /// for a field, `OrderStatus.NEW=Fresh` for a value. Names on the wire stay.
    pairs rename: Vec<Pair>, "ITEM=NAME";

    /// How the output is laid out. `crate` is the `src` of a crate, `module` a folder with a `mod.rs`, and `single` one
    /// file for `include!`.
    value layout: Layout, "crate|module|single";

    /// Adds the client: a method for each operation, and what takes webhooks. The runtime then needs its feature `http`,
    /// and `reqwest-rustls` or `ureq-rustls` for a way of sending. A crate always has it, behind its own feature `client`.
    value client: bool, "true|false";

    /// The path of the runtime crate as the output sees it.
    value runtime: RuntimePath, "PATH";

    /// The folder to write to. In a build script it is `OUT_DIR`.
    path out: Option<PathBuf>, "DIR";
}

fn unknown(name: &str) -> String {
    let names = OPTIONS.iter().map(|option| option.name);
    match crate::plan::closest(name, names.clone()) {
        Some(close) => format!("there is no option `{name}`; did you mean `{close}`?"),
        None => format!("there is no option `{name}`; there are {}", names.collect::<Vec<_>>().join(", ")),
    }
}

impl Options {
    /// Everything that shapes the output, as text: what a hash of the inputs covers.
    pub fn fingerprint(&self) -> String {
        let mut text = String::new();
        for option in OPTIONS.iter().filter(|option| !matches!(option.name, "spec" | "out")) {
            for value in self.get(option.name) {
                text.push_str(option.name);
                text.push('=');
                text.push_str(&value);
                text.push('\n');
            }
        }
        text
    }
}

/// The options as a Markdown table.
pub fn markdown() -> String {
    let mut table = "| method and key | flag | what it is for |\n|---|---|---|\n".to_owned();
    for OptionInfo { name, kind, value, doc, .. } in OPTIONS {
        let doc: Vec<&str> = doc.split_whitespace().collect();
        // A bar in a cell would end it, even inside of code.
        let value = if *kind == Kind::Switch { String::new() } else { format!(" {}", value.replace('|', r"\|")) };
        let row = format!("| `{name}` | `--{name}{value}` | {} |\n", doc.join(" "));
        table.push_str(&row);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text that each option takes.
    fn sample(name: &str) -> &'static str {
        match name {
            "versions" => "2018-10-25..=2021-03-25",
            "replace" | "rename" => "Order=Other",
            "layout" => "single",
            "client" => "true",
            _ => "sample",
        }
    }

    #[test]
    fn builder_flags_keys_and_docs_agree() {
        let built = Builder::new()
            .spec("sample")
            .versions("2018-10-25"..="2021-03-25")
            .only(["sample"])
            .derives(["sample"])
            .replace("Order", "Other")
            .rename("Order", "Other")
            .layout(Layout::Single)
            .client(true)
            .runtime("sample")
            .out("sample");
        let mut set = Options::default();
        for option in OPTIONS {
            assert_eq!(set.set(option.name, sample(option.name)), Ok(()), "{}", option.name);
            assert_eq!(set.get(option.name), [sample(option.name)], "{}", option.name);
            assert!(!option.help().is_empty() && !option.help().contains('\n'), "{}", option.name);
            assert!(markdown().contains(&format!("| `{0}` | `--{0}", option.name)));
        }
        assert_eq!(set, built.options);
        assert_eq!(markdown().lines().count(), OPTIONS.len() + 2);
    }

    #[test]
    fn the_page_about_the_generator_has_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/generator.md");
        let page = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
        assert!(page.contains(&markdown()), "docs/generator.md should have:\n\n{}", markdown());
    }

    #[test]
    fn texts_bring_every_value_back() {
        let mut first = Options::default();
        for option in OPTIONS {
            let _ = first.set(option.name, sample(option.name));
        }
        let mut second = Options::default();
        for option in OPTIONS {
            for text in first.get(option.name) {
                assert_eq!(second.set(option.name, &text), Ok(()));
            }
        }
        assert_eq!(first, second);
    }

    #[test]
    fn mistakes_are_told() {
        let mut options = Options::default();
        for (name, text, message) in [
            ("version", "..", "there is no option `version`; did you mean `versions`?"),
            ("layout", "create", "`create` is no layout; did you mean `crate`?"),
            ("client", "yes", "`yes` is neither `true` nor `false`"),
            ("rename", "Order", "`Order` lacks its `=`: write `ITEM=NAME`"),
            ("spec", "", "the path is empty"),
        ] {
            assert_eq!(options.set(name, text), Err(message.to_owned()));
        }
    }
}
