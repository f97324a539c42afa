//! Names that meet in one place: what is taken, what is ambiguous, what clashes.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};

use super::Problem;
use crate::item::{Item, Module, Package, Spelling, ident};

/// How names are spelled, given the names of the package's own types.
pub(super) fn spelling(modules: &[Module], runtime: &str, problems: &mut Vec<Problem>) -> Spelling {
    let path = runtime.parse::<TokenStream>().ok();
    let fits = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == ':';
    let path = path.filter(|path| !path.is_empty() && runtime.chars().all(fits));
    let path = path.unwrap_or_else(|| {
        problems.push(Problem { option: "runtime", message: format!("`{runtime}` is no path in Rust"), help: None });
        TokenStream::new()
    });
    let (mut taken, mut ambiguous) = (BTreeSet::new(), BTreeSet::new());
    for module in modules {
        let types = module.items.iter().filter(|item| !matches!(item, Item::Operation(_) | Item::Webhooks(_)));
        for name in types.map(|item| item.name().to_string()) {
            if !taken.insert(name.clone()) {
                ambiguous.insert(name);
            }
        }
    }
    let free = |name: &str| {
        let taken = modules.iter().any(|module| module.file == name);
        ident(&if taken { format!("{name}_of_all") } else { name.to_owned() })
    };
    Spelling {
        runtime: path,
        taken,
        ambiguous,
        api: free("api"),
        versions: free("versions"),
        client: free("client"),
        markers: None,
        full: false,
    }
}

/// What a generated client, its builder or a derive has already.
const METHODS: &[&str] = &[
    "base_url",
    "body_limit",
    "build",
    "build_blocking",
    "build_blocking_with",
    "build_detached",
    "build_with",
    "builder",
    "clone",
    "connect_timeout",
    "credential",
    "credential_from_env",
    "environment",
    "fmt",
    "header",
    "of",
    "on_anomalies",
    "retry",
    "timeout",
    "user_agent",
    "version",
];

/// The method of a client that calls an operation.
pub(super) fn method(operation: &str) -> Ident {
    free(operation, "call")
}

/// The method of a client's builder that takes a header or a key.
pub(super) fn setter(name: &str) -> Ident {
    free(name, "of_calls")
}

fn free(name: &str, otherwise: &str) -> Ident {
    ident(&if METHODS.contains(&name) { format!("{name}_{otherwise}") } else { name.to_owned() })
}

/// Parameters of generated types and methods, behind which a type of the same name would be out of reach.
const PARAMETERS: &[&str] = &["V", "W"];

/// Reports names that stand twice in one place. The spec has none, so renaming brought them.
pub(super) fn check(package: &Package, problems: &mut Vec<Problem>) {
    let objects = || package.modules.iter().flat_map(|module| &module.items);
    if objects().any(|item| matches!(item, Item::Object(object) if object.versioned)) {
        for name in objects().map(Item::name).filter(|name| PARAMETERS.iter().any(|parameter| *name == parameter)) {
            let message = format!("a type called `{name}` cannot be told from the parameter for the version");
            let help = Some(format!("give it another name: `{name}=Other`"));
            problems.push(Problem { option: "rename", message, help });
        }
    }
    let mut clash = |what: String, name: &str| {
        let message = format!("{what} is called `{name}` twice");
        problems.push(Problem { option: "rename", message, help: Some("choose another name".to_owned()) });
    };
    for module in &package.modules {
        let mut seen = BTreeSet::new();
        for item in &module.items {
            let name = item.name().to_string();
            if !seen.insert(name.clone()) {
                clash(format!("something in module `{}`", module.name), &name);
            }
            let members: Vec<String> = match item {
                Item::Object(object) => object.fields.iter().map(|field| field.name.to_string()).collect(),
                Item::Enum(open) => open.variants.iter().map(|variant| variant.name.to_string()).collect(),
                Item::Operation(_) | Item::Requirements(_) | Item::Webhooks(_) => Vec::new(),
            };
            let mut seen = BTreeSet::new();
            for member in members {
                if !seen.insert(member.clone()) {
                    clash(format!("something in `{name}`"), &member);
                }
            }
        }
    }
}
