//! Edits of the YAML that would follow the pages, for a person to review.

use heck::{ToKebabCase, ToSnakeCase};

use super::edits::{FileEdit, Files, first_entry, last_entry};
use super::{Finding, Moves, Remedy, Report};
use crate::model::{Api, TypeDef};
use crate::pages::rules::Rules;
use crate::pages::words::{Look, look, words};
use crate::pages::{LoadedRules, Page};
use crate::source::{Sources, Span};

const NEW: &str = "New on the page; say in your own words what it is.";

/// What would follow the pages.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// Files of the spec.
    pub spec: Vec<FileEdit>,
    /// Files of the rules: places that moved, and the pages as they are now.
    pub rules: Vec<FileEdit>,
    /// Findings that a person has to deal with.
    pub left: Vec<String>,
}

/// Writes what would follow the pages. Nothing is taken away: what a page no longer has is for a person to judge.
pub fn propose(api: &Api, sources: &Sources, rules: &LoadedRules, pages: &[Page], report: &Report) -> Proposal {
    let mut maker = Maker { api, rules: &rules.rules, files: Files::new(sources), added: Vec::new() };
    let mut left = Vec::new();
    for finding in report.open() {
        if !maker.follow(finding) && (finding.class.fails() || finding.class == super::Class::OpenQuestion) {
            left.push(format!("{}:{} {}: {}", finding.page, finding.line, finding.item, finding.message));
        }
    }
    for moves in &report.moves {
        maker.files.rewrite(|text| moved_places(text, moves));
    }
    let mut own = Files::new(&rules.sources);
    for moves in &report.moves {
        own.rewrite(|text| moved_places(text, moves));
        moved_lines(&mut own, moves);
    }
    let mut edits = own.finish();
    for page in pages {
        let lock = super::lock_page(api, &rules.rules, page);
        let name = format!("{}.lock.yaml", page.name);
        let old = rules.sources.iter().find(|(_, source)| source.path.ends_with(&name));
        if let Some((_, old)) = old.filter(|(_, old)| old.text != lock.yaml) {
            edits.retain(|edit| edit.path != old.path);
            edits.push(FileEdit { path: old.path.clone(), old: old.text.clone(), new: lock.yaml });
        }
    }
    Proposal { spec: maker.files.finish(), rules: edits, left }
}

struct Maker<'a> {
    api: &'a Api,
    rules: &'a Rules,
    files: Files<'a>,
    added: Vec<String>,
}

impl Maker<'_> {
    fn follow(&mut self, finding: &Finding) -> bool {
        let place = format!("{}:{}", finding.page, finding.line);
        match &finding.remedy {
            Remedy::Field { ty, name, words, .. } => self.field(ty, name, &format!("type: {words}"), &place),
            Remedy::Value { of, value, id } => self.value(of, value, id.as_deref(), &place),
            Remedy::Id { of, value, id } => self.files.set(&["enums", of, "values", value], "id", "doc", id),
            Remedy::Place { ty, name, value: true } => {
                self.files.add_place(&["enums", ty, "values", name], "doc", &place)
            }
            Remedy::Place { ty, name, value: false } => {
                self.with_field(ty, name, |files, path| files.add_place(path, "type", &place))
            }
            Remedy::Presence { ty, name, required } => self.retype(ty, name, |old| {
                let plain = old.trim_end_matches('?');
                if *required { plain.to_owned() } else { format!("{plain}?") }
            }),
            Remedy::Retype { ty, name, to } => self.retype(ty, name, |old| {
                let optional = old.ends_with('?');
                super::fields::write_type(Some(to), !optional)
            }),
            Remedy::Cell { of, row, column, need } => self.cell(of, row, column, need),
            Remedy::Column { of, name, cells } => self.column(of, name, cells),
            Remedy::Version { date, last, text } => self.version(finding, date, *last, text),
            Remedy::Date { change, date } => self.files.set(&["changes", change], "version", "version", date),
            // What is no single edit is left to the maintainer; the finding stands.
            _ => false,
        }
    }

    /// The key of a field in the YAML, in its type or in a group that the type includes.
    fn with_field(&mut self, ty: &str, wire: &str, edit: impl FnOnce(&mut Files<'_>, &[&str]) -> bool) -> bool {
        let field = self
            .api
            .find_type(ty)
            .and_then(TypeDef::object)
            .and_then(|object| object.fields.iter().find(|field| field.wire == wire));
        let Some(field) = field else { return false };
        let key = self.files.text(field.meta.origin).trim_matches('"').to_owned();
        match &field.group {
            Some(group) => edit(&mut self.files, &["groups", group, "fields", &key]),
            None => edit(&mut self.files, &["types", ty, "fields", &key]),
        }
    }

    fn retype(&mut self, ty: &str, name: &str, change: impl FnOnce(&str) -> String) -> bool {
        self.with_field(ty, name, |files, path| {
            let with: Vec<&str> = path.iter().copied().chain(["type"]).collect();
            let span = files.entry(&with).or_else(|| files.entry(path)).map(|(_, node)| node.span);
            let Some(span) = span else { return false };
            let old = files.text(span).to_owned();
            if old.starts_with('{') || old.contains('\n') {
                return false;
            }
            files.replace(span, change(&old));
            true
        })
    }

    /// Adds a field behind the last one of its type.
    fn field(&mut self, ty: &str, name: &str, keys: &str, place: &str) -> bool {
        let spans = self.files.entry(&["types", ty, "fields"]).and_then(|(_, node)| last_entry(node));
        let Some((key, value)) = spans else { return false };
        let plain = is_plain(name);
        let own = if plain { name.to_owned() } else { name.to_snake_case() };
        if own.is_empty() || name.contains(['"', '\\']) || self.is_added(&format!("{ty}.{own}")) {
            return false;
        }
        let wire = if plain { String::new() } else { format!("wire: \"{name}\", ") };
        self.files.insert_below(key, value, &[format!("{own}: {{{keys}, {wire}at: {place}, doc: {NEW}}}")]);
        true
    }

    fn value(&mut self, of: &str, value: &str, id: Option<&str>, place: &str) -> bool {
        let spans = self.files.entry(&["enums", of, "values"]).and_then(|(_, node)| last_entry(node));
        let Some((key, last)) = spans else { return false };
        if value.is_empty() || value.contains(['"', '\\', '\n']) || self.is_added(&format!("{of}.{value}")) {
            return false;
        }
        let name = if is_plain(value) { value.to_owned() } else { super::lock::quoted(value) };
        let id = id.filter(|id| id.parse::<i64>().is_ok()).map(|id| format!("id: {id}, ")).unwrap_or_default();
        self.files.insert_below(key, last, &[format!("{name}: {{{id}at: {place}, doc: {NEW}}}")]);
        true
    }

    /// Whether an item was added before; remembers it.
    fn is_added(&mut self, item: &str) -> bool {
        let known = self.added.iter().any(|known| known == item);
        self.added.push(item.to_owned());
        known
    }

    fn cell(&mut self, of: &str, row: &str, column: &str, need: &str) -> bool {
        let at = self.api.requirements.iter().find_map(|matrix| {
            let named = self.api.types.get(matrix.ty.0 as usize).is_some_and(|def| def.name == of);
            named.then(|| matrix.columns.iter().position(|(name, _)| name == column)).flatten()
        });
        let span = self.files.entry(&["requirements", of, "rows", row]).map(|(_, node)| node.span);
        let (Some(at), Some(span)) = (at, span) else { return false };
        let mut start = span.start;
        let text = self.files.text(span);
        for (index, word) in text.split(' ').enumerate() {
            let length = u32::try_from(word.len()).unwrap_or(0);
            if index == at {
                self.files.replace(Span { start, end: start + length, ..span }, need);
                return true;
            }
            start += length + 1;
        }
        false
    }

    fn column(&mut self, of: &str, name: &str, cells: &[(String, String)]) -> bool {
        let columns = self.files.entry(&["requirements", of, "columns"]).map(|(_, node)| node.span);
        let rows = self.files.entry(&["requirements", of, "rows"]).map(|(_, node)| node.clone());
        let (Some(columns), Some(rows)) = (columns, rows) else { return false };
        let crate::tree::Kind::Map(rows) = rows.kind else { return false };
        let mut ends = Vec::new();
        for (pattern, value) in &rows {
            let fits = |name: &str| match pattern.text.split_once('*') {
                Some((start, end)) => name.starts_with(start) && name.ends_with(end),
                None => name == pattern.text,
            };
            let mut needs: Vec<&str> =
                cells.iter().filter(|(row, _)| fits(row)).map(|(_, need)| need.as_str()).collect();
            needs.dedup();
            let [need] = needs.as_slice() else { return false };
            ends.push((Span { start: value.span.end, ..value.span }, format!(" {need}")));
        }
        if !self.files.text(columns).ends_with(']') {
            return false;
        }
        self.files.replace(Span { start: columns.end - 1, end: columns.end - 1, ..columns }, format!(", {name}"));
        for (span, text) in ends {
            self.files.replace(span, text);
        }
        true
    }

    /// A version: as fields behind a gate where the text names new fields of a known block, otherwise as a question.
    fn version(&mut self, finding: &Finding, date: &str, last: u32, text: &str) -> bool {
        let Some(first) = self.files.entry(&["changes"]).and_then(|(_, node)| first_entry(node)) else { return false };
        let lines = if last > finding.line { format!("{}-{last}", finding.line) } else { finding.line.to_string() };
        let place = format!("{}:{lines}", finding.page);
        let lower = text.to_lowercase();
        let blocks = &self.rules.words.blocks;
        let block = blocks.iter().find(|(_, names)| names.iter().any(|name| lower.contains(&name.to_lowercase())));
        let owner = block.and_then(|(ty, _)| self.api.find_type(ty));
        let names: Vec<&str> = owner.map(|owner| new_names(owner, text, blocks)).unwrap_or_default();
        let (Some(owner), Some(lead)) = (owner, names.first()) else {
            return self.unresolved(first, (date, &place));
        };
        let change = format!("{}-{}", owner.name, lead).to_kebab_case();
        if self.api.change(&change).is_some() || self.is_added(&change) {
            return self.unresolved(first, (date, &place));
        }
        let added = names
            .iter()
            .filter(|name| self.field(&owner.name, name, &format!("type: string?, gate: {change}"), &place));
        if added.count() == 0 {
            return self.unresolved(first, (date, &place));
        }
        let line = format!("  {{version: {date}, kind: added, at: {place}, doc: {NEW}}}");
        self.files.insert_above(first, &[format!("{change}:"), line]);
        true
    }

    fn unresolved(&mut self, first: Span, (date, place): (&str, &str)) -> bool {
        let name = format!("version-of-{date}");
        if self.is_added(&name) || self.api.change(&name).is_some() {
            return false;
        }
        let question = self.files.entry(&["questions"]).and_then(|(_, node)| first_entry(node));
        let ask = format!("{name}: {{ask: \"What does the version of {date} change?\", at: {place}}}");
        if let Some(question) = question {
            self.files.insert_above(question, &[ask]);
        } else {
            let Some(key) = self.files.entry(&["changes"]).map(|(key, _)| key.span) else { return false };
            self.files.insert_above(key, &["questions:".to_owned(), format!("  {ask}")]);
        }
        let line = format!("  {{version: {date}, kind: unresolved, question: {name}, at: {place}, doc: {NEW}}}");
        self.files.insert_above(first, &[format!("{name}:"), line]);
        true
    }
}

/// Names in a text that a type does not have yet.
fn new_names<'t>(owner: &TypeDef, text: &'t str, blocks: &[(String, Vec<String>)]) -> Vec<&'t str> {
    let fields = owner.object().map(|object| object.fields.as_slice()).unwrap_or_default();
    let in_block = |word: &str| blocks.iter().flat_map(|(_, names)| names).any(|name| name.contains(word));
    let is_new = |word: &&str| {
        look(word) == Look::Name
            && is_plain(word)
            && !in_block(word)
            && !fields.iter().any(|field| field.wire == **word)
    };
    words(text).into_iter().filter(is_new).collect()
}

/// Whether a name may be a key of YAML as it is.
fn is_plain(name: &str) -> bool {
    let first = name.chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '_');
    first && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Places on a page (`page:3`, `page:3-5`) whose lines moved, as edits of a text.
fn moved_places(text: &str, moves: &Moves) -> Vec<(usize, usize, String)> {
    let mut edits = Vec::new();
    let mark = format!("{}:", moves.page);
    for (at, _) in text.match_indices(&mark) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.')) {
            continue;
        }
        let start = at + mark.len();
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(rest.len());
        let lines = rest.get(..length).unwrap_or_default().trim_end_matches('-');
        if let Some(new) = moved(lines, moves) {
            edits.push((start, start + lines.len(), new));
        }
    }
    edits
}

/// A line or range at its new place, if that differs.
fn moved(lines: &str, moves: &Moves) -> Option<String> {
    let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
    let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    // Ends that nobody followed (the head of a table) are as far from the next line as before.
    let inside = || moves.lines.iter().filter(|(old, _)| (first..=last).contains(old));
    let (start, end) = (inside().min()?, inside().max()?);
    let start = start.1.saturating_sub(start.0 - first).max(1);
    let end = (end.1 + (last - end.0)).max(start);
    let new = if lines.contains('-') { format!("{start}-{end}") } else { start.to_string() };
    (new != lines).then_some(new)
}

/// Lines that rules name without their page.
fn moved_lines(files: &mut Files<'_>, moves: &Moves) {
    use crate::tree::Kind;
    let mut spans = Vec::new();
    for part in ["ignore", "descriptions"] {
        let Some((_, node)) = files.entry(&["pages", &moves.page, part]) else { continue };
        let Kind::Map(entries) = &node.kind else { continue };
        for (_, entry) in entries {
            let Kind::Map(keys) = &entry.kind else { continue };
            for (_, lines) in keys.iter().filter(|(key, _)| key.text == "lines") {
                match &lines.kind {
                    Kind::Seq(items) => spans.extend(items.iter().map(|item| item.span)),
                    _ => spans.push(lines.span),
                }
            }
        }
    }
    for span in spans {
        if let Some(new) = moved(files.text(span), moves) {
            files.replace(span, new);
        }
    }
}
