//! From the raw spec to the checked model.
//!
//! Everything is looked up and every name is decided here, in one pass over the whole set; what is wrong is reported
//! and left out, so that one mistake is one error.

mod bodies;
mod changes;
mod choices;
mod conditions;
mod constraints;
mod defaults;
mod endpoints;
mod enums;
mod family;
mod fields;
mod flat;
mod matrix;
mod names;
mod objects;
mod provenance;
mod recursion;
mod safety;
mod type_expr;
mod usage;
mod walk;
mod wire_names;

pub use flat::{FlatField, flat_fields};

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{
    Api, AuthKind, AuthScheme, Change, ChangeKind, Environment, Life, Module, Page, TypeDef, TypeId, Unversioned,
};
use crate::raw::{self, Item, Spec};
use crate::source::{FileId, Sources, Span};
use crate::tree::Text;
use crate::version::{ApiVersion, VersionRange};

/// What is known while resolving.
pub(crate) struct Cx<'s> {
    pub(crate) sink: &'s mut Sink,
    pub(crate) types: HashMap<&'s str, TypeId>,
    pub(crate) enum_start: u32,
    pub(crate) groups: HashMap<&'s str, &'s Item<raw::Group>>,
    pub(crate) used_groups: HashSet<&'s str>,
    pub(crate) changes: Vec<Change>,
    pub(crate) change_index: HashMap<&'s str, usize>,
    pub(crate) pages: Vec<Page>,
    pub(crate) page_index: HashMap<&'s str, usize>,
    pub(crate) questions: HashMap<&'s str, Span>,
    pub(crate) modules: Vec<Module>,
    pub(crate) module_of: HashMap<FileId, usize>,
    /// The keys of items of which something could not be understood. What others expect of them is not checked: that
    /// would turn one mistake into several.
    pub(crate) doubtful: HashSet<Span>,
    /// Whether not everything in the section `api` could be read.
    pub(crate) api_broken: bool,
    /// How many more fields there may be; `None` once there were too many.
    pub(crate) fields_left: Option<usize>,
}

/// More fields than this are refused: families, and groups that many types include, multiply.
const MAX_FIELDS: usize = 500_000;

/// Checks a raw spec. `None` if it has no `api` section; the sink says so.
pub(crate) fn resolve(spec: &Spec, sources: &Sources, sink: &mut Sink) -> Option<Api> {
    let Some(raw_api) = &spec.api else {
        sink.push(
            Finding::new(Code::NO_API, "no file has the section `api`")
                .help("add `api:` with the API's `name` to one of the files"),
        );
        return None;
    };
    let mut cx = Cx::index(spec, sources, sink);
    let types = cx.types(spec);
    let mut api = cx.api(raw_api, types);
    recursion::check(&mut api, cx.sink);
    choices::check(&mut api, &cx.doubtful, cx.sink);
    flat::check(&mut api, cx.sink);
    wire_names::check(&mut api, &cx.doubtful, cx.sink);
    api.endpoints = endpoints::endpoints(&mut cx, &api, &spec.endpoints);
    api.webhooks = spec.webhooks.as_ref().and_then(|raw| endpoints::webhooks(&mut cx, raw));
    conditions::resolve(&mut cx, &mut api, spec);
    bodies::resolve(&mut cx, &mut api, spec);
    defaults::check(&mut cx, &mut api, spec);
    objects::check_pairs(&mut cx, &api, spec);
    api.requirements = matrix::requirements(&mut cx, &api, &spec.requirements);
    api.questions = provenance::questions(&mut cx, &spec.questions);
    api.readings = provenance::readings(&mut cx, &spec.readings);
    safety::check(&mut cx, &api);
    usage::check(&mut cx, &api, spec);
    api.versions = changes::versions(&cx.changes);
    api.changes = std::mem::take(&mut cx.changes);
    api.pages = std::mem::take(&mut cx.pages);
    api.modules = std::mem::take(&mut cx.modules);
    provenance::check_about(&api, spec, &cx.doubtful, cx.sink);
    Some(api)
}

impl<'s> Cx<'s> {
    fn index(spec: &'s Spec, sources: &'s Sources, sink: &'s mut Sink) -> Self {
        let names = spec.types.iter().map(|item| &item.name).chain(spec.enums.iter().map(|item| &item.name));
        let types = unique(names, "type or enum", sink).into_iter().map(|(name, at)| (name, type_id(at))).collect();
        let group_names = unique(spec.groups.iter().map(|item| &item.name), "group", sink);
        let groups = group_names.into_iter().filter_map(|(name, at)| Some((name, spec.groups.get(at)?))).collect();
        let questions = unique(spec.questions.iter().map(|item| &item.name), "question", sink);
        let questions = questions.into_iter().filter_map(|(name, at)| Some((name, spec.questions.get(at)?.name.span)));
        let mut cx = Self {
            types,
            enum_start: u32::try_from(spec.types.len()).unwrap_or(u32::MAX),
            groups,
            used_groups: HashSet::new(),
            changes: Vec::new(),
            change_index: HashMap::new(),
            pages: Vec::new(),
            page_index: unique(spec.pages.iter().map(|item| &item.name), "page", sink),
            questions: questions.collect(),
            modules: Vec::new(),
            module_of: HashMap::new(),
            doubtful: HashSet::new(),
            api_broken: spec.api.as_ref().is_some_and(|api| api.broken),
            fields_left: Some(MAX_FIELDS),
            sink,
        };
        cx.pages = provenance::pages(cx.sink, &spec.pages);
        changes::changes(&mut cx, &spec.changes);
        names::modules(&mut cx, spec, sources);
        cx
    }

    fn types(&mut self, spec: &'s Spec) -> Vec<TypeDef> {
        let objects = spec.types.iter().zip(0..).map(|(item, at)| objects::object(self, TypeId(at), item));
        let mut types: Vec<TypeDef> = objects.collect();
        let enums = spec.enums.iter().zip(self.enum_start..);
        types.extend(enums.map(|(item, at)| enums::open_enum(self, TypeId(at), item)));
        names::types(&mut types, spec, self.sink);
        types
    }

    fn api(&mut self, raw: &'s raw::Api, types: Vec<TypeDef>) -> Api {
        let name = raw.name.as_ref().map(|name| name.text.clone()).unwrap_or_default();
        let doc = raw.meta.doc.as_ref().map(|doc| doc.text.clone()).unwrap_or_default();
        let header = raw.version_header.as_ref().map_or_else(|| "version".to_owned(), |text| text.text.clone());
        let newest = raw.unversioned.as_ref().is_some_and(|word| word.as_str() == "newest");
        let headers = fields::parameters(self, &raw.headers, "api");
        Api {
            name,
            doc,
            version_header: header,
            unversioned: if newest { Unversioned::Newest } else { Unversioned::Oldest },
            environments: self.environments(&raw.environments),
            auth: self.auth(&raw.auth),
            headers,
            request_ids: raw.request_id.iter().map(|name| name.text.clone()).collect(),
            failures: Vec::new(),
            pages: Vec::new(),
            versions: Vec::new(),
            changes: Vec::new(),
            types,
            endpoints: Vec::new(),
            webhooks: None,
            requirements: Vec::new(),
            questions: Vec::new(),
            readings: Vec::new(),
            modules: Vec::new(),
        }
    }

    fn environments(&mut self, raw: &'s [Item<raw::Environment>]) -> Vec<Environment> {
        let mut environments: Vec<Environment> = Vec::new();
        for item in raw {
            let url = item.value.url.as_ref();
            if let Some(url) = url {
                constraints::check_base_url(url, self.sink);
            }
            let rust = names::variant(&item.name, item.value.rust.as_ref(), self.sink);
            let meta = self.meta(&item.value.meta, item.name.span, Some(("environment", &item.name.text)));
            let (Some(rust), Some(url)) = (rust, url) else { continue };
            if let Some(first) = environments.iter().find(|other| other.rust == rust) {
                let finding = names::collision(&item.name, first.meta.origin, &rust);
                self.sink.push(finding);
                continue;
            }
            environments.push(Environment { name: item.name.text.clone(), rust, url: url.text.clone(), meta });
        }
        environments
    }

    fn auth(&mut self, raw: &'s [Item<raw::Auth>]) -> Vec<AuthScheme> {
        let mut schemes = Vec::new();
        for item in raw {
            let kind = match item.value.scheme.as_ref().map(Text::as_str) {
                Some("basic") => AuthKind::Basic,
                Some("bearer") => AuthKind::Bearer,
                Some("header") => AuthKind::Header,
                Some("parameter") => AuthKind::Parameter,
                _ => AuthKind::None,
            };
            let needs_name = matches!(kind, AuthKind::Header | AuthKind::Parameter);
            if needs_name && item.value.name.is_none() {
                let finding = Finding::new(Code::MISSING_KEY, "this authentication scheme has no `name`");
                let help = "add `name:`, the header or parameter that carries it";
                self.sink.push(finding.at(item.name.span, "without `name`").help(help));
            }
            schemes.push(AuthScheme {
                name: item.name.text.clone(),
                kind,
                parameter: item.value.name.as_ref().map(|name| name.text.clone()),
                meta: self.meta(&item.value.meta, item.name.span, Some(("authentication scheme", &item.name.text))),
            });
        }
        schemes
    }

    /// Looks a change up and notes that `item` uses it.
    pub(crate) fn use_change(&mut self, name: &Text, key: &str, kinds: &[ChangeKind], item: &str) -> Option<usize> {
        let Some(&at) = self.change_index.get(name.as_str()) else {
            let finding = Finding::new(Code::UNKNOWN_CHANGE, format!("no change is named `{}`", name.text))
                .at(name.span, "not declared");
            self.sink.push_meant(
                finding,
                &name.text,
                self.change_index.keys().copied(),
                "declare it under `changes`, with its version",
            );
            return None;
        };
        let change = self.changes.get_mut(at)?;
        change.uses.push(item.to_owned());
        if kinds.contains(&change.kind) || self.doubtful.contains(&change.meta.origin) {
            return Some(at);
        }
        let fitting: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
        let finding = Finding::new(
            Code::WRONG_CHANGE_KIND,
            format!("`{key}` cannot use `{}`, a change of kind `{}`", name.text, change.kind.as_str()),
        )
        .at(name.span, "used here")
        .see(change.meta.origin, format!("of kind `{}`", change.kind.as_str()))
        .help(format!("`{key}` here takes a change of kind {}", fitting.join(" or ")));
        self.sink.push(finding);
        None
    }

    /// The date of a change; the base if it is not known.
    pub(crate) fn date(&self, change: usize) -> ApiVersion {
        self.changes.get(change).map_or(ApiVersion::BASE, |change| change.version)
    }

    /// Resolves `gate` and `until` of the item whose key stands at `origin`.
    pub(crate) fn life(&mut self, raw: &raw::Life, kinds: &[ChangeKind], item: &str, origin: Span) -> Life {
        let gate = raw.gate.as_ref().and_then(|name| self.use_change(name, "gate", kinds, item));
        let until = raw.until.as_ref().and_then(|name| self.use_change(name, "until", &[ChangeKind::Removed], item));
        let since = gate.map_or(ApiVersion::BASE, |gate| self.date(gate));
        let end = until.map_or(ApiVersion::BASE, |until| self.date(until));
        if (raw.gate.is_some() && since.is_base()) || (raw.until.is_some() && end.is_base()) {
            self.doubtful.insert(origin);
            return Life { gate, until: None, range: VersionRange { since, until: None } };
        }
        let (Some(until), Some(name)) = (until, &raw.until) else {
            return Life { gate, until: None, range: VersionRange { since, until: None } };
        };
        if end <= since {
            let mut finding = Finding::new(Code::EMPTY_LIFE, "this ends before it begins")
                .at(name.span, format!("ends at {end}"))
                .help("the change in `until` must be later than the one in `gate`");
            if let Some(gate) = &raw.gate {
                finding = finding.see(gate.span, format!("begins at {since}"));
            }
            self.sink.push(finding);
            self.doubtful.insert(origin);
            return Life { gate, until: None, range: VersionRange { since, until: None } };
        }
        Life { gate, until: Some(until), range: VersionRange { since, until: Some(end) } }
    }
}

fn type_id(at: usize) -> TypeId {
    TypeId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// Places of names by name; a second one is an error.
pub(crate) fn unique<'s>(
    names: impl IntoIterator<Item = &'s Text>,
    kind: &str,
    sink: &mut Sink,
) -> HashMap<&'s str, usize> {
    let mut seen: HashMap<&'s str, (usize, Span)> = HashMap::new();
    for (at, name) in names.into_iter().enumerate() {
        if let Some((_, first)) = seen.get(name.as_str()) {
            let finding = Finding::new(Code::DUPLICATE_NAME, format!("the {kind} `{}` is declared twice", name.text))
                .at(name.span, "again here")
                .see(*first, "first here")
                .help("rename one of them");
            sink.push(finding);
        } else {
            seen.insert(name.as_str(), (at, name.span));
        }
    }
    seen.into_iter().map(|(name, (at, _))| (name, at)).collect()
}
