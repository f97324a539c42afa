//! `api!`: a client generated where it is called.

mod keys;

use std::path::{Path, PathBuf};

use juspay_codegen::emit;
use juspay_codegen::options::Options;
use juspay_codegen::plan::{self, Problem};
use juspay_codegen::{Builder, item::Package};
use juspay_spec::Loaded;
use juspay_spec::diagnostic::{self, Style};
use juspay_spec::model::Api;
use proc_macro2::TokenStream;
use quote::quote;

use keys::Keys;

/// More findings than this are counted and not shown.
const MOST: usize = 20;

/// The modules of a client, or everything that is wrong beside what could be made of the rest.
pub(crate) fn api(input: TokenStream) -> TokenStream {
    let mut keys: Keys = match syn::parse2(input) {
        Ok(keys) => keys,
        Err(error) => return error.to_compile_error(),
    };
    let folder = keys.options.spec.clone().map(|spec| root().join(spec));
    keys.options.spec.clone_from(&folder);
    let loaded = Builder::from_options(keys.options.clone()).load();
    findings(&loaded, &mut keys);
    let package = loaded.api.as_ref().and_then(|api| package(api, &mut keys));
    let items = package.iter().flat_map(emit::single);
    let watched = folder.iter().flat_map(|_| loaded.sources.paths().filter_map(watch));
    let errors = std::mem::take(&mut keys.errors).into_tokens();
    quote!(#errors #(#watched)* #(#items)*)
}

/// The folder of the crate that is compiled.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default()
}

/// ```text
/// const _: &[u8] = include_bytes!("/home/me/shop/spec/orders.yaml");
/// ```
///
/// Without it, cargo would not compile the crate again when the file changes.
fn watch(path: &Path) -> Option<TokenStream> {
    let path = path.to_str()?;
    Some(quote!(
        const _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
    ))
}

/// Tells of everything that is wrong with the spec.
fn findings(loaded: &Loaded, keys: &mut Keys) {
    let place = keys.place("spec");
    let errors: Vec<_> = loaded.findings.iter().filter(|finding| finding.is_error()).collect();
    for finding in errors.iter().take(MOST) {
        let text = diagnostic::render(&loaded.sources, std::slice::from_ref(*finding), Style::Plain);
        keys.errors.at(place, message(&text, &root()));
    }
    if errors.len() > MOST {
        keys.errors.at(
            place,
            format!("the spec has {} more errors: `juspay-codegen lint` shows them all", errors.len() - MOST),
        );
    }
}

/// A finding as the compiler's own: its code behind the message, and paths as the caller knows them.
fn message(text: &str, root: &Path) -> String {
    let text = text.trim_end().replace(&format!("{}/", root.display()), "");
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let code = first.strip_prefix("error[").and_then(|first| first.split_once("]: "));
    let first = code.map_or_else(|| first.to_owned(), |(code, message)| format!("{message} [{code}]"));
    if rest.is_empty() { first } else { format!("{first}\n{rest}") }
}

/// Plans what is generated. With options that are wrong, it is planned without them, so that they are the only errors.
fn package(api: &Api, keys: &mut Keys) -> Option<Package> {
    let problems = match plan::plan(api, &keys.options) {
        Ok(package) => return Some(package),
        Err(problems) => problems,
    };
    for Problem { option, message, help } in &problems {
        let help = help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        keys.errors.at(keys.place(option), format!("{message}{help}"));
    }
    let mut rest = Options::default();
    for name in ["versions", "only", "derives", "replace", "rename", "client", "runtime"] {
        if !problems.iter().any(|problem| problem.option == name) {
            for text in keys.options.get(name) {
                let _ = rest.set(name, &text);
            }
        }
    }
    plan::plan(api, &rest).ok()
}

#[cfg(test)]
mod tests {
    use juspay_codegen::options::OPTIONS;

    use super::*;

    #[test]
    fn every_finding_of_a_spec_is_an_error_and_what_is_left_is_generated() {
        let tokens = api(quote!(spec = "tests/broken")).to_string();
        assert_eq!(tokens.matches("compile_error").count(), 2, "{tokens}");
        for there in [
            "unknown type `strin`",
            "--> tests/broken/parcels.yaml:16:",
            "did you mean `Address`?",
            "include_bytes",
            "pub struct Parcel",
        ] {
            assert!(tokens.contains(there), "{there}\n{tokens}");
        }
    }

    #[test]
    fn every_option_is_a_key_and_documented() {
        let docs = include_str!("../lib.rs");
        for option in OPTIONS {
            let name = option.name;
            let key = juspay_codegen::item::ident(name);
            let value = match name {
                "versions" => quote!(".."),
                "client" => quote!(true),
                _ => quote!("a=b"),
            };
            let keys: syn::Result<Keys> = syn::parse2(quote!(#key = #value));
            let told = keys.map(|keys| keys.errors.into_tokens().to_string()).unwrap_or_default();
            if ["layout", "out"].contains(&name) {
                assert!(told.contains("a macro writes none"), "{name}: {told}");
            } else {
                assert_eq!(told, "", "{name}");
                assert!(docs.contains(&format!("/// | `{name} = ")), "{name} is not documented");
            }
        }
    }
}
