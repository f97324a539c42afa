//! From a spec and options to items: what is generated, under which names, for which versions.
//!
//! Whatever can be wrong with options is found here, all of it at once; what comes after cannot fail.

mod docs;
mod enums;
mod facts;
mod names;
mod object;
mod overrides;
mod pattern;
mod rows;
mod select;
mod window;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;

use juspay_spec::model::{Api, Enum, Scalar, Type, TypeDef, TypeId, TypeKind};
use juspay_spec::version::Window;

use crate::item::{self, Item, Module, Package, Ty, TypeRef, ident};
use crate::options::Options;
pub(crate) use juspay_spec::diagnostic::did_you_mean as closest;
use overrides::Overrides;
use window::View;

/// Something wrong with an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The option.
    pub option: &'static str,
    /// What is wrong, and with which value.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "option `{}`: {}", self.option, self.message)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

/// Plans the output for a spec.
///
/// # Errors
///
/// With everything that is wrong with the options.
pub fn plan(api: &Api, options: &Options) -> Result<Package, Vec<Problem>> {
    let mut problems = Vec::new();
    let window = options.versions.0.parse::<Window>().unwrap_or_else(|error| {
        let message = format!("`{}` is no window of versions: {error}", options.versions.0);
        problems.push(Problem { option: "versions", message, help: None });
        Window::ALL
    });
    let overrides = Overrides::read(api, options, &mut problems);
    let mut planner = Planner {
        api,
        view: View::new(api, window),
        overrides,
        chosen: select::Chosen::default(),
        versioned: Vec::new(),
    };
    planner.chosen = planner.choose(&options.only, &mut problems);
    planner.versioned = planner.find_versioned();
    let package = planner.package(options, &mut problems);
    names::check(&package, &mut problems);
    if problems.is_empty() { Ok(package) } else { Err(problems) }
}

/// Everything that planning looks at.
struct Planner<'a> {
    api: &'a Api,
    view: View,
    overrides: Overrides,
    chosen: select::Chosen,
    /// By type: whether it has a version parameter.
    versioned: Vec<bool>,
}

impl<'a> Planner<'a> {
    fn package(&self, options: &Options, problems: &mut Vec<Problem>) -> Package {
        let modules = self.modules(problems);
        let spelling = names::spelling(&modules, &options.runtime.0, problems);
        let (docs, api, versions) = (self.crate_docs(), self.api_facts(), self.versions());
        Package { docs, readme: false, api, versions, client: options.client, modules, spelling }
    }

    /// The modules by name, whatever the order of the files; items keep the order of their file.
    fn modules(&self, problems: &mut Vec<Problem>) -> Vec<Module> {
        let mut items: BTreeMap<(&str, u8, usize), Item> = BTreeMap::new();
        let module = |index: usize| self.api.modules.get(index).map_or("", |module| module.rust.as_str());
        for (position, endpoint) in self.api.endpoints.iter().enumerate() {
            if let Some(operation) = self.operation(position, endpoint) {
                items.insert((module(endpoint.module), 0, position), Item::Operation(operation));
            }
        }
        for (position, def) in self.api.types.iter().enumerate().filter(|(_, def)| self.is_planned(def.id)) {
            let item = match &def.kind {
                TypeKind::Object(object) => Item::Object(self.object(def, object, problems)),
                TypeKind::Enum(values) => Item::Enum(self.open_enum(def, values)),
            };
            items.insert((module(def.module), 1, position), item);
        }
        for (position, matrix) in self.api.requirements.iter().enumerate() {
            if self.is_planned(matrix.ty) {
                let home = module(self.api.ty(matrix.ty).module);
                items.insert((home, 2, position), Item::Requirements(self.requirements(matrix)));
            }
        }
        if let Some((home, webhooks)) = self.webhooks() {
            items.insert((module(home), 3, 0), Item::Webhooks(webhooks));
        }
        let mut modules: BTreeMap<&str, Vec<Item>> = BTreeMap::new();
        for ((module, _, _), item) in items {
            modules.entry(module).or_default().push(item);
        }
        modules.into_iter().map(|(name, items)| self.module(name, items)).collect()
    }

    fn module(&self, name: &str, items: Vec<Item>) -> Module {
        let file = self.api.modules.iter().find(|module| module.rust == name);
        let docs = docs::module(file.map_or(name, |module| &module.name), &items);
        Module { name: ident(name), file: name.to_owned(), docs, items }
    }

    /// Whether a type is written: chosen, and not replaced by somebody else's.
    fn is_planned(&self, id: TypeId) -> bool {
        self.chosen.has_type(id) && self.overrides.type_replaced(id).is_none()
    }

    fn is_versioned(&self, id: TypeId) -> bool {
        let object = self.api.ty(id).object().is_some();
        object && self.versioned.get(id.0 as usize).copied().unwrap_or_default()
    }

    /// A reference to a type of the spec.
    fn type_ref(&self, id: TypeId) -> TypeRef {
        let def = self.api.ty(id);
        let module = self.api.modules.get(def.module).map_or("", |module| module.rust.as_str());
        let name = self.overrides.type_name(def);
        TypeRef { module: ident(module), name: ident(name), versioned: self.is_versioned(id) }
    }

    /// A type in Rust.
    fn ty(&self, ty: &Type) -> Ty {
        match ty {
            Type::Scalar(scalar) => {
                self.overrides.scalar(*scalar).cloned().map_or_else(|| scalar_ty(*scalar), Ty::Path)
            }
            Type::Named(id) => match self.overrides.type_replaced(*id) {
                Some(path) => Ty::Path(path.clone()),
                None => Ty::Spec(self.type_ref(*id)),
            },
            Type::List(inner) => Ty::List(Box::new(self.ty(inner))),
            Type::Map(inner) => Ty::Map(Box::new(self.ty(inner))),
        }
    }

    /// Types with a gate in them, however deep.
    fn find_versioned(&self) -> Vec<bool> {
        let count = self.api.types.len();
        let mut versioned = vec![false; count];
        let mut users: Vec<Vec<TypeId>> = vec![Vec::new(); count];
        let mut open = Vec::new();
        for def in self.api.types.iter().filter(|def| self.is_planned(def.id)) {
            for id in self.references(def) {
                if let Some(users) = users.get_mut(id.0 as usize) {
                    users.push(def.id);
                }
            }
            match &def.kind {
                TypeKind::Object(object) if self.has_gate(object) => open.push(def.id),
                // An enum has no parameter; what holds it needs one, so that it is read as the pinned version sends it.
                TypeKind::Enum(values) if enums::is_gated(self, values) => open.push(def.id),
                TypeKind::Object(_) | TypeKind::Enum(_) => {}
            }
        }
        while let Some(id) = open.pop() {
            let Some(flag) = versioned.get_mut(id.0 as usize) else { continue };
            if !std::mem::replace(flag, true) {
                open.extend(users.get(id.0 as usize).into_iter().flatten());
            }
        }
        versioned
    }

    /// The enum behind a type, if it is one.
    fn enum_of(&self, ty: &Type) -> Option<(&'a TypeDef, &'a Enum)> {
        let Type::Named(id) = ty else { return None };
        let def = self.api.ty(*id);
        def.as_enum().map(|values| (def, values))
    }

    /// The type that stands for a version.
    fn marker(&self, date: u32) -> item::Marker {
        let version = self.api.versions.iter().find(|version| version.version.packed() == date);
        let name = version.map_or_else(
            || format!("V{:04}_{:02}_{:02}", date / 10_000, date / 100 % 100, date % 100),
            |version| version.rust.clone(),
        );
        item::Marker { name: ident(&name), date }
    }

    fn gate(&self, clip: window::Clip) -> Option<item::Gate> {
        let since = (clip.since > 0).then(|| self.marker(clip.since));
        let until = clip.until.map(|until| self.marker(until));
        clip.is_gated().then_some(item::Gate { since, until })
    }
}

fn scalar_ty(scalar: Scalar) -> Ty {
    match scalar {
        Scalar::String | Scalar::Url | Scalar::Email => Ty::String,
        Scalar::Int => Ty::Int,
        Scalar::Bool => Ty::Bool,
        Scalar::Amount => Ty::Runtime("Amount"),
        Scalar::Decimal => Ty::Runtime("Decimal"),
        Scalar::Timestamp => Ty::Runtime("Timestamp"),
        Scalar::Date => Ty::Runtime("Date"),
        Scalar::Json => Ty::Runtime("Json"),
        Scalar::Secret => Ty::Runtime("Secret"),
    }
}
