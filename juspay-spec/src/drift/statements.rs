//! Calls, headers of samples and records against the spec.

use super::context::Cx;
use super::coverage::Account;
use super::log::Entry;
use super::{Class, Gone, Remedy};
use crate::model::{Endpoint, TypeDef};
use crate::pages::EditKind;
use crate::pages::prose::{self, Said};
use crate::pages::words::{is_date, words};

impl Cx<'_> {
    /// Compares what running text says in a form that can be read.
    pub(crate) fn statements(&mut self) {
        let said = prose::read(self.page, self.rules);
        let mut entries: Vec<Entry> = Vec::new();
        let mut members: Vec<(String, String)> = Vec::new();
        let is_own = |said: &Said| match said {
            Said::Call { method, url } => self.is_expected(method, url),
            _ => false,
        };
        let there = said.iter().any(|(_, said)| is_own(said));
        for (line, said) in said {
            if self.alignment.doubled.contains_key(&line) {
                self.edited(line, EditKind::Doubled);
                self.account(line, Account::Doubled);
                continue;
            }
            match said {
                Said::Call { method, url } => self.call(line, &method, &url, there),
                Said::Version { date, rest } => entries.push(Entry { line, date, rest }),
                Said::Sample { header, url } => self.sample(line, header, url.as_deref()),
                Said::Record(name) => self.record(line, &name),
                Said::Member { record, field } => {
                    self.member(line, &record, &field);
                    members.push((record, field));
                }
                Said::RecordEnd => self.account(line, Account::Layout("end of a record".to_owned())),
            }
        }
        self.log(&entries);
        self.lost_members(&members);
    }

    /// Whether a call is the one that the page is about.
    fn is_expected(&self, method: &str, url: &str) -> bool {
        let expected = self.rules.endpoint.as_deref().and_then(|name| self.api.endpoint(name));
        let path = self.known_path(url).unwrap_or(url);
        expected.is_some_and(|known| known.method == method && same_path(&known.path, path))
    }

    /// Compares a call. If the page has the one that it is about on another line, this is a further one.
    fn call(&mut self, line: usize, method: &str, url: &str, there: bool) {
        let path = self.path(line, url);
        let expected = self.rules.endpoint.as_deref().and_then(|name| self.api.endpoint(name));
        let expected = expected.filter(|_| !there || self.is_expected(method, url));
        let fits = |endpoint: &Endpoint| endpoint.method == method && same_path(&endpoint.path, &path);
        let known = self.api.endpoints.iter().find(|endpoint| fits(endpoint));
        // A page about one call may tell of others, too.
        let here = |known: &&Endpoint| known.meta.at.iter().any(|at| at.page == self.page.name);
        let expected = expected.filter(|expected| fits(expected) || !known.as_ref().is_some_and(here));
        match (expected, known) {
            (Some(expected), _) if fits(expected) => {
                self.account(line, Account::Claim(expected.name.clone()));
                if expected.path.contains('{') && !path.contains('{') {
                    let message = format!("the page has lost the parameter of {}", expected.path);
                    self.find(Class::Contradiction, line, &expected.name, message);
                    self.origin(expected.meta.origin);
                }
            }
            (Some(expected), _) => {
                let message = format!("the page has {method} {path}, the spec {} {}", expected.method, expected.path);
                let remedy = Remedy::Call { endpoint: expected.name.clone(), call: format!("{method} {path}") };
                self.find(Class::ChangedClaim, line, &expected.name, message).remedy = remedy;
                self.origin(expected.meta.origin);
            }
            (None, Some(known)) => self.account(line, Account::Claim(known.name.clone())),
            (None, None) => {
                let message = format!("the page has {method} {path}, and the spec has no such call");
                let call = format!("{method} {path}");
                let finding = self.find(Class::NewClaim, line, &call, message);
                finding.remedy = Remedy::Endpoint { call };
            }
        }
    }

    /// The path of an address; tells of an unknown host.
    fn path(&mut self, line: usize, url: &str) -> String {
        let Some((_, rest)) = url.split_once("://") else { return url.to_owned() };
        if let Some(path) = self.known_path(url) {
            return path.to_owned();
        }
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let message = format!("{host} is none of the environments");
        self.find(Class::ChangedClaim, line, &format!("environment {host}"), message);
        path.to_owned()
    }

    /// The path of an address in one of the environments.
    fn known_path<'u>(&self, url: &'u str) -> Option<&'u str> {
        let (_, rest) = url.split_once("://")?;
        let bases = self.api.environments.iter().map(|environment| environment.url.as_str());
        let bases = bases.map(|base| base.split_once("://").map_or(base, |(_, rest)| rest).trim_end_matches('/'));
        let mut paths = bases.filter_map(|base| rest.strip_prefix(base));
        paths.find(|path| path.is_empty() || path.starts_with('/'))
    }

    fn sample(&mut self, line: usize, header: Option<(String, String)>, url: Option<&str>) {
        if let Some(url) = url {
            let path = self.path(line, url);
            let known = self.api.endpoints.iter().any(|endpoint| same_path(&endpoint.path, &path));
            if !known {
                self.find(Class::Contradiction, line, &path, "a sample calls a path that the spec lacks");
            }
        }
        let Some((name, value)) = header else {
            self.account(line, Account::Ignored("a sample; keys in it are never copied".to_owned()));
            return;
        };
        let is = |known: &str| known.eq_ignore_ascii_case(&name);
        if is(&self.api.version_header) {
            self.sample_version(line, &value);
        } else if let Some(known) = self.api.headers.iter().find(|header| is(&header.wire)) {
            self.account(line, Account::Claim(format!("header {}", known.wire)));
        } else if self.words.headers.iter().any(|known| is(known)) {
            self.account(line, Account::Ignored("a sample; a header of every HTTP call".to_owned()));
        } else {
            let message = format!("a sample sends the header `{name}`, and the spec has not");
            let finding = self.find(Class::NewClaim, line, &format!("header {name}"), message);
            finding.remedy = Remedy::Header { name };
        }
    }

    fn sample_version(&mut self, line: usize, value: &str) {
        let item = format!("header {}", self.api.version_header);
        self.account(line, Account::Claim(item.clone()));
        let latest = self.api.latest().to_string();
        let known = self.api.versions.iter().any(|version| version.version.to_string() == value);
        if !known {
            self.find(Class::Contradiction, line, &item, format!("a sample sends the version {value}, which is none"));
        } else if value != latest {
            let message = format!("a sample sends the version {value}, and the latest is {latest}");
            self.find(Class::Contradiction, line, &item, message);
        }
    }

    fn record(&mut self, line: usize, name: &str) {
        match self.api.find_type(name) {
            Some(def) => self.account(line, Account::Claim(def.name.clone())),
            None => drop(self.find(Class::NewClaim, line, name, format!("the spec has no type `{name}`"))),
        }
    }

    fn member(&mut self, line: usize, record: &str, field: &str) {
        let Some(def) = self.api.find_type(record) else {
            self.account(line, Account::Claim(format!("{record}.{field}")));
            return;
        };
        let item = format!("{record}.{field}");
        if has(def, field) {
            self.account(line, Account::Claim(item));
            return;
        }
        let message = format!("the record has `{field}`, and the spec has not");
        self.find(Class::NewClaim, line, &item, message).remedy = Remedy::Field {
            ty: record.to_owned(),
            name: field.to_owned(),
            words: "string?".to_owned(),
            prefix: String::new(),
        };
        self.origin(def.meta.origin);
    }

    /// Fields of records that the page has no longer.
    fn lost_members(&mut self, members: &[(String, String)]) {
        let records: std::collections::BTreeSet<&str> = members.iter().map(|(record, _)| record.as_str()).collect();
        for def in records.into_iter().filter_map(|name| self.api.find_type(name)) {
            for field in def.object().map(|object| object.fields.as_slice()).unwrap_or_default() {
                let there = members.iter().any(|(record, name)| *record == def.name && *name == field.wire);
                let at = super::anchors::lines(&field.meta.at, &self.page.name).first().copied();
                if let (Some((old, _)), false) = (at, there) {
                    let item = format!("{}.{}", def.name, field.wire);
                    let remedy = Gone::Field { ty: def.name.clone(), name: field.wire.clone() };
                    self.find_gone(Class::GoneClaim, old, &item, "the record has it no longer").remedy =
                        Remedy::Gone(remedy);
                    self.origin(field.meta.origin);
                }
            }
        }
    }

    /// Text that names the newest version must name that of the log.
    pub(crate) fn stated_latest(&mut self, newest: &str) {
        for line in 0..self.page.lines.len() {
            let text = words(self.page.text(line));
            let says = |word: &&&str| self.words.latest.iter().any(|known| known.eq_ignore_ascii_case(word));
            let date = text.iter().find(|word| is_date(word));
            if let (Some(date), Some(_)) = (date, text.iter().find(says)) {
                self.account(line, Account::Claim("api".to_owned()));
                if *date != newest {
                    let message = format!("the text calls {date} the newest version, and the log has {newest}");
                    self.find(Class::Contradiction, line, "api", message);
                }
            }
        }
    }
}

fn has(def: &TypeDef, wire: &str) -> bool {
    def.object().is_some_and(|object| object.fields.iter().any(|field| field.wire == wire))
}

/// Whether a path of a page is that of an endpoint: its last parameter may be lost, and parameters may have any name.
fn same_path(known: &str, printed: &str) -> bool {
    let parts = |path: &str| path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (known, printed) = (parts(known), parts(printed.split('?').next().unwrap_or_default()));
    let parameter = |part: &str| part.starts_with(['{', ':', '<', '$']);
    let lost = known.len() == printed.len() + 1 && known.last().is_some_and(|part| parameter(part));
    let pairs = known.iter().zip(&printed);
    (known.len() == printed.len() || lost)
        && pairs.into_iter().all(|(known, printed)| known == printed || parameter(known))
}
