//! Overrides: other names, other types and further derives, addressed by item.

use std::collections::BTreeMap;

use juspay_spec::model::{Api, Endpoint, Scalar, TypeDef, TypeId, TypeKind};
use proc_macro2::TokenStream;

use super::pattern::Pattern;
use super::{Problem, closest};
use crate::item::is_ident;
use crate::options::{Options, Pair};

/// What the options say about single items.
#[derive(Debug, Default)]
pub(super) struct Overrides {
    type_names: BTreeMap<TypeId, String>,
    /// Names of fields and of enum values, by their place in the type.
    member_names: BTreeMap<(TypeId, usize), String>,
    endpoint_names: BTreeMap<usize, String>,
    types: BTreeMap<TypeId, TokenStream>,
    fields: BTreeMap<(TypeId, usize), TokenStream>,
    scalars: BTreeMap<Scalar, TokenStream>,
    derives: BTreeMap<TypeId, Vec<TokenStream>>,
}

/// What an override is about.
enum Target {
    Type(TypeId),
    Member(TypeId, usize),
    Endpoint(usize),
    Scalar(Scalar),
}

impl Overrides {
    pub(super) fn read(api: &Api, options: &Options, problems: &mut Vec<Problem>) -> Self {
        let mut overrides = Self::default();
        for pair in &options.rename {
            overrides.rename(api, pair).unwrap_or_else(|problem| problems.push(problem));
        }
        for pair in &options.replace {
            overrides.replace(api, pair).unwrap_or_else(|problem| problems.push(problem));
        }
        for text in &options.derives {
            overrides.derive(api, text).unwrap_or_else(|problem| problems.push(problem));
        }
        overrides
    }

    fn rename(&mut self, api: &Api, Pair { item, by }: &Pair) -> Result<(), Problem> {
        if !is_ident(by) {
            let message = format!("`{by}`, which shall stand for `{item}`, is no name in Rust");
            return Err(Problem { option: "rename", message, help: None });
        }
        match find(api, "rename", item)? {
            Target::Type(id) => self.type_names.insert(id, by.clone()),
            Target::Member(id, place) => self.member_names.insert((id, place), by.clone()),
            Target::Endpoint(position) => self.endpoint_names.insert(position, by.clone()),
            Target::Scalar(scalar) => {
                let message = format!("`{}` is a scalar and has no name of its own", scalar.as_str());
                let help = Some(format!("write `replace` with `{item}` to use another type"));
                return Err(Problem { option: "rename", message, help });
            }
        };
        Ok(())
    }

    fn replace(&mut self, api: &Api, Pair { item, by }: &Pair) -> Result<(), Problem> {
        let target = find(api, "replace", item)?;
        let ty = rust(by, "replace", "type")?;
        match target {
            Target::Type(id) => self.types.insert(id, ty),
            Target::Scalar(scalar) => self.scalars.insert(scalar, ty),
            Target::Member(id, place) if api.ty(id).object().is_some() => self.fields.insert((id, place), ty),
            Target::Member(..) | Target::Endpoint(_) => {
                let message = format!("`{item}` has no type that could be replaced");
                return Err(Problem { option: "replace", message, help: None });
            }
        };
        Ok(())
    }

    fn derive(&mut self, api: &Api, text: &str) -> Result<(), Problem> {
        let (pattern, path) = text.split_once('=').unwrap_or(("*", text));
        let path = rust(path.trim(), "derives", "trait")?;
        let module = |def: &TypeDef| api.modules.get(def.module).map_or("", |module| module.rust.as_str());
        let pattern = Pattern(pattern.trim());
        let mut hit = false;
        for def in &api.types {
            if pattern.names(module(def), &def.name) || pattern.names(module(def), &def.rust) {
                hit = true;
                // What is there anyway, or was asked for twice, would not compile.
                let derives = self.derives.entry(def.id).or_default();
                let own = if def.as_enum().is_some() { ENUM_DERIVES } else { OBJECT_DERIVES };
                let name = path.to_string();
                if !own.contains(&name.as_str()) && derives.iter().all(|derive| derive.to_string() != name) {
                    derives.push(path.clone());
                }
            }
        }
        if hit { Ok(()) } else { Err(no_item(api, "derives", pattern.0)) }
    }

    pub(super) fn type_name<'a>(&'a self, def: &'a TypeDef) -> &'a str {
        self.type_names.get(&def.id).unwrap_or(&def.rust)
    }

    pub(super) fn member_name<'a>(&'a self, ty: TypeId, place: usize, derived: &'a str) -> &'a str {
        self.member_names.get(&(ty, place)).map_or(derived, String::as_str)
    }

    pub(super) fn endpoint_name<'a>(&'a self, position: usize, endpoint: &'a Endpoint) -> &'a str {
        self.endpoint_names.get(&position).unwrap_or(&endpoint.rust)
    }

    pub(super) fn type_replaced(&self, id: TypeId) -> Option<&TokenStream> {
        self.types.get(&id)
    }

    pub(super) fn field_replaced(&self, ty: TypeId, place: usize) -> Option<&TokenStream> {
        self.fields.get(&(ty, place))
    }

    pub(super) fn scalar(&self, scalar: Scalar) -> Option<&TokenStream> {
        self.scalars.get(&scalar)
    }

    pub(super) fn derives(&self, id: TypeId) -> Vec<TokenStream> {
        self.derives.get(&id).cloned().unwrap_or_default()
    }
}

/// What every object has, derived or written out.
const OBJECT_DERIVES: &[&str] = &["Clone", "Debug", "PartialEq"];

/// What every enum derives.
const ENUM_DERIVES: &[&str] = &["Clone", "Debug", "PartialEq", "Eq", "Hash"];

/// The item of an override, `Type`, `Type.member`, an endpoint or a scalar, each perhaps behind its module.
fn find(api: &Api, option: &'static str, item: &str) -> Result<Target, Problem> {
    if let Some(target) = find_item(api, item) {
        return Ok(target);
    }
    let module = |name: &str| api.modules.iter().any(|module| module.rust == name);
    if let Some((first, rest)) = item.split_once('.') {
        if let Some(target) = module(first).then(|| find_item(api, rest)).flatten() {
            return Ok(target);
        }
        let (of, member) = if module(first) { rest.split_once('.').unwrap_or((rest, "")) } else { (first, rest) };
        if let Some(def) = find_type(api, of) {
            let close = closest(member, members(def).map(|(_, wire, rust)| if rust.is_empty() { wire } else { rust }));
            return Err(Problem {
                option,
                message: format!("`{of}` has no `{member}`"),
                help: close.map(|close| format!("did you mean `{}.{close}`?", def.name)),
            });
        }
    }
    Err(no_item(api, option, item))
}

fn find_item(api: &Api, item: &str) -> Option<Target> {
    if let Some(def) = find_type(api, item) {
        return Some(Target::Type(def.id));
    }
    let scalar = |scalar: &&(&str, Scalar)| scalar.0.eq_ignore_ascii_case(item);
    if let Some((_, scalar)) = Scalar::WORDS.iter().find(scalar) {
        return Some(Target::Scalar(*scalar));
    }
    if let Some(position) = api.endpoints.iter().position(|endpoint| endpoint.name == item || endpoint.rust == item) {
        return Some(Target::Endpoint(position));
    }
    // A name on the wire may hold further dots.
    let (of, member) = item.split_once('.')?;
    let def = find_type(api, of)?;
    let by_rust = members(def).find(|(_, _, rust)| *rust == member);
    let found = by_rust.or_else(|| members(def).find(|(_, wire, _)| *wire == member));
    found.map(|(place, _, _)| Target::Member(def.id, place))
}

fn find_type<'a>(api: &'a Api, name: &str) -> Option<&'a TypeDef> {
    api.find_type(name).or_else(|| api.types.iter().find(|def| def.rust == name))
}

/// Fields or values with their names on the wire and in Rust.
fn members(def: &TypeDef) -> Box<dyn Iterator<Item = (usize, &str, &str)> + '_> {
    match &def.kind {
        TypeKind::Object(object) => {
            let fields = object.fields.iter().enumerate();
            Box::new(fields.map(|(place, field)| (place, field.wire.as_str(), field.rust.as_str())))
        }
        TypeKind::Enum(values) => {
            let values = values.values.iter().enumerate();
            Box::new(values.map(|(place, value)| (place, value.wire.as_str(), value.rust.as_str())))
        }
    }
}

fn no_item(api: &Api, option: &'static str, item: &str) -> Problem {
    let types = api.types.iter().map(|def| def.name.as_str());
    let endpoints = api.endpoints.iter().map(|endpoint| endpoint.name.as_str());
    let (first, rest) = item.split_once('.').unwrap_or((item, ""));
    let close = closest(first, types.chain(endpoints));
    let tail = if rest.is_empty() { String::new() } else { format!(".{rest}") };
    Problem {
        option,
        message: format!("`{item}` matches nothing in the spec"),
        help: close.map(|close| format!("did you mean `{close}{tail}`?")),
    }
}

/// A path or type in Rust.
fn rust(text: &str, option: &'static str, what: &str) -> Result<TokenStream, Problem> {
    let fits = |char: char| char.is_ascii_alphanumeric() || "_:<>, ()[];&'".contains(char);
    let tokens = text.parse::<TokenStream>().ok().filter(|tokens| !tokens.is_empty() && text.chars().all(fits));
    tokens.ok_or_else(|| Problem { option, message: format!("`{text}` is no {what} in Rust"), help: None })
}
