//! One finding, one edit of the YAML.

mod gone;
mod matrix;
mod version;

use heck::{ToKebabCase, ToSnakeCase};

use self::matrix::Matrices;
use super::edits::Files;
use super::{Finding, Remedy};
use crate::model::{Api, Field, TypeDef};
use crate::pages::rules::Rules;
use crate::source::Sources;

/// The text of what a page has and nobody has described yet.
pub(crate) const NEW: &str = "New on the page; say in your own words what it is.";

/// Where in the YAML something was done, and what.
pub(crate) type Done = (Vec<String>, String);

/// Makes the edits.
pub(crate) struct Maker<'a> {
    api: &'a Api,
    rules: &'a Rules,
    pub(crate) files: Files<'a>,
    matrices: Matrices<'a>,
    added: Vec<String>,
    mark: usize,
}

impl<'a> Maker<'a> {
    pub(crate) fn new(api: &'a Api, rules: &'a Rules, sources: &'a Sources) -> Self {
        let files = Files::new(sources);
        Self { api, rules, files, matrices: Matrices::new(api), added: Vec::new(), mark: 0 }
    }

    /// Follows a finding, if it can be followed; the edits count once they are settled.
    pub(crate) fn follow(&mut self, finding: &Finding) -> Option<Done> {
        let place = format!("{}:{}", finding.page, finding.line);
        match &finding.remedy {
            Remedy::None | Remedy::Waiver => None,
            Remedy::Version { date, last, text } => self.version(finding, date, *last, text),
            Remedy::Endpoint { call } => self.endpoint(call, &finding.page, &place),
            Remedy::Gone(gone) => self.gone(gone, finding),
            Remedy::Cell { .. } | Remedy::Column { .. } | Remedy::Row { .. } => self.matrices.follow(&finding.remedy),
            remedy => self.item(remedy, &place).or_else(|| self.setting(remedy, &place)),
        }
    }

    /// Items of types, enums and changes: new ones, and what is said of them otherwise.
    fn item(&mut self, remedy: &Remedy, place: &str) -> Option<Done> {
        match remedy {
            Remedy::Field { ty, name, words, .. } => {
                let key = self.field(ty, name, &format!("type: {words}"), place)?;
                Some(done(&["types", ty, "fields", &key], "added"))
            }
            Remedy::Value { of, value, id } => {
                self.value(of, value, id.as_deref(), place).then_some(())?;
                Some(done(&["enums", of, "values", value], "added"))
            }
            Remedy::Id { of, value, id } => {
                let path = ["enums", of, "values", value];
                self.files.set(&path, "id", "doc", id).then_some(())?;
                Some(done(&path, "has another id"))
            }
            Remedy::Place { ty, name, value } => {
                let path = if *value {
                    ["enums", ty, "values", name].map(str::to_owned).to_vec()
                } else {
                    self.field_path(ty, name)?
                };
                self.files.add_place(&keys(&path), if *value { "doc" } else { "type" }, place).then_some(())?;
                Some(done(&keys(&path), "comes from this line, too"))
            }
            Remedy::Presence { ty, name, required } => {
                let plain = |old: &str| old.trim_end_matches('?').to_owned();
                let to = |old: &str| if *required { plain(old) } else { format!("{}?", plain(old)) };
                let path = self.retype(ty, name, to)?;
                Some(done(&keys(&path), if *required { "is required" } else { "is optional" }))
            }
            Remedy::Retype { ty, name, to } => {
                let path = self.retype(ty, name, |old| super::fields::write_type(Some(to), !old.ends_with('?')))?;
                Some(done(&keys(&path), "has another type"))
            }
            Remedy::Key { ty, name, key, value } => {
                let path = self.field_path(ty, name)?;
                self.files.set(&keys(&path), key, "type", value).then_some(())?;
                Some(done(&keys(&path), &format!("has another `{key}`")))
            }
            Remedy::Date { change, date } => {
                self.files.set(&["changes", change], "version", "version", date).then_some(())?;
                Some(done(&["changes", change], "has another date"))
            }
            _ => None,
        }
    }

    /// What holds for every call, and how an endpoint is called.
    fn setting(&mut self, remedy: &Remedy, place: &str) -> Option<Done> {
        match remedy {
            Remedy::Environment { name, url } => {
                let key = name.to_kebab_case();
                let entry = format!("{{url: {}, at: {place}, doc: {NEW}}}", scalar(url)?);
                (is_address(url) && !key.is_empty()).then_some(())?;
                self.files.append(&["api", "environments"], &key, &entry).then_some(())?;
                Some(done(&["api", "environments", &key], "added"))
            }
            Remedy::Url { name, url } => {
                let path = ["api", "environments", name];
                (is_address(url) && self.files.set(&path, "url", "url", &scalar(url)?)).then_some(())?;
                Some(done(&path, "has another address"))
            }
            Remedy::Header { name } => {
                let entry = format!("{{type: string?, at: {place}, doc: {NEW}}}");
                self.files.append(&["api", "headers"], &scalar(name)?, &entry).then_some(())?;
                Some(done(&["api", "headers", name], "added"))
            }
            Remedy::Call { endpoint, call } => {
                let path = ["endpoints", endpoint];
                self.files.set(&path, "call", "call", &self.call(endpoint, call)?).then_some(())?;
                Some(done(&path, "is called otherwise"))
            }
            _ => None,
        }
    }

    /// Keeps the edits since the last finding, or takes them back.
    pub(crate) fn settle(&mut self, keep: bool) {
        if !keep {
            self.files.back_to(self.mark);
        }
        self.matrices.settle(keep);
        self.mark = self.files.mark();
    }

    /// Writes what is made of whole matrices.
    pub(crate) fn finish(&mut self) {
        self.matrices.write(&mut self.files);
    }

    fn known_field(&self, ty: &str, wire: &str) -> Option<&'a Field> {
        let object = self.api.find_type(ty).and_then(TypeDef::object)?;
        object.fields.iter().find(|field| field.wire == wire)
    }

    /// The keys that lead to a field in the YAML, in its type or in a group that the type includes.
    fn field_path(&self, ty: &str, wire: &str) -> Option<Vec<String>> {
        let field = self.known_field(ty, wire)?;
        let key = self.files.text(field.meta.origin).trim_matches('"').to_owned();
        let path = match &field.group {
            Some(group) => ["groups".to_owned(), group.clone(), "fields".to_owned(), key],
            None => ["types".to_owned(), ty.to_owned(), "fields".to_owned(), key],
        };
        Some(path.to_vec())
    }

    fn retype(&mut self, ty: &str, name: &str, change: impl FnOnce(&str) -> String) -> Option<Vec<String>> {
        let path = self.field_path(ty, name)?;
        let with: Vec<&str> = keys(&path).into_iter().chain(["type"]).collect();
        let entry = self.files.entry(&with).or_else(|| self.files.entry(&keys(&path)));
        let span = entry.map(|(_, node)| node.span)?;
        let old = self.files.text(span).to_owned();
        if old.starts_with('{') || old.contains('\n') {
            return None;
        }
        self.files.replace(span, change(&old));
        Some(path)
    }

    /// Adds a field behind the last one of its type and gives its key.
    fn field(&mut self, ty: &str, name: &str, rest: &str, place: &str) -> Option<String> {
        let plain = is_plain(name);
        let own = if plain { name.to_owned() } else { name.to_snake_case() };
        if own.is_empty() || name.contains(['"', '\\']) || self.is_added(&format!("{ty}.{own}")) {
            return None;
        }
        let wire = if plain { String::new() } else { format!("wire: \"{name}\", ") };
        let entry = format!("{{{rest}, {wire}at: {place}, doc: {NEW}}}");
        self.files.append(&["types", ty, "fields"], &own, &entry).then_some(own)
    }

    fn value(&mut self, of: &str, value: &str, id: Option<&str>, place: &str) -> bool {
        let Some(name) = scalar(value) else { return false };
        if self.is_added(&format!("{of}.{value}")) {
            return false;
        }
        let id = id.filter(|id| id.parse::<i64>().is_ok()).map(|id| format!("id: {id}, ")).unwrap_or_default();
        self.files.append(&["enums", of, "values"], &name, &format!("{{{id}at: {place}, doc: {NEW}}}"))
    }

    /// Whether an item was added before; remembers it.
    fn is_added(&mut self, item: &str) -> bool {
        let known = self.added.iter().any(|known| known == item);
        self.added.push(item.to_owned());
        known
    }

    /// The call of an endpoint as a page has it; a parameter at the end that the page lost is put back.
    fn call(&self, endpoint: &str, call: &str) -> Option<String> {
        let known = self.api.endpoint(endpoint)?;
        let (method, path) = call.split_once(' ')?;
        let path = path.trim_end_matches('/');
        let parameters = |path: &str| path.split('/').filter(|part| part.starts_with('{')).count();
        let last = known.path.rsplit('/').next().filter(|part| part.starts_with('{'));
        let path = match last {
            Some(last) if parameters(path) + 1 == parameters(&known.path) => format!("{path}/{last}"),
            _ => path.to_owned(),
        };
        (path.starts_with('/') && !path.contains([' ', '#', ','])).then(|| format!("{method} {path}"))
    }

    /// A new endpoint, of which the page says how it is called and a person has to say the rest.
    fn endpoint(&mut self, call: &str, page: &str, place: &str) -> Option<Done> {
        let (method, path) = call.split_once(' ')?;
        let name = format!("{method} {}", path.replace(['{', '}'], "")).to_snake_case();
        let path = path.trim_end_matches('/');
        if path.contains([' ', '#', ',']) || self.api.endpoint(&name).is_some() || self.is_added(&name) {
            return None;
        }
        let auth = self.api.auth.first().map(|scheme| format!("auth: {}, ", scheme.name)).unwrap_or_default();
        let entry = format!("{{call: \"{method} {path}\", doc: {NEW}, at: {place}, {auth}responses: {{200: none}}}}");
        // Where the calls of the same page stand.
        let known = self.api.endpoints.iter().find(|known| known.meta.at.iter().any(|at| at.page == page));
        let known = known.or(self.api.endpoints.first())?;
        self.files.append_beside(&["endpoints", &known.name], &name, &entry).then_some(())?;
        Some((vec!["endpoints".to_owned(), name], "added; say what it takes and answers".to_owned()))
    }
}

fn done(path: &[&str], what: &str) -> Done {
    (path.iter().map(|key| (*key).to_owned()).collect(), what.to_owned())
}

fn keys(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}

fn is_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://")) && !url.contains([' ', ',', '#', '}', '"'])
}

/// A text as a scalar of YAML, if it is one line.
fn scalar(text: &str) -> Option<String> {
    let address = is_address(text) || text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let fine = !text.is_empty() && !text.chars().any(char::is_control);
    fine.then(|| if address { text.to_owned() } else { super::lock::quoted(text) })
}

/// Whether a name may be a key of YAML as it is.
fn is_plain(name: &str) -> bool {
    let first = name.chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    first && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
