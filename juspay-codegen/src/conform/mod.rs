//! Captured bodies against a spec: what is odd about them, path by path, at a version.
//!
//! The spec is planned as for Rust, and the runtime's own loop reads the body by the planned tables: what this finds is
//! what a client would find.

mod tables;

use juspay_runtime::{Anomaly, AnomalyKind, ApiVersion, DecodeError, Decoding, interpret};
use juspay_spec::model::{Api, Type, TypeId};

use crate::options::Options;
use crate::plan::{Problem, plan};
use tables::Tables;

/// Reads bodies by a spec.
#[derive(Debug)]
pub struct Conform<'a> {
    api: &'a Api,
    tables: Tables,
}

/// What a body is said to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The answer of an endpoint; the type is that of its first success.
    Endpoint(String),
    /// A type of the spec.
    Type(String),
}

/// What came of a body.
#[derive(Debug)]
pub struct Report {
    /// The type that it was read as; empty where it could be any.
    pub ty: String,
    /// What was odd, or why it could not be read at all.
    pub result: Result<Vec<Anomaly>, DecodeError>,
}

/// How badly a type fits a body, the weightiest first: keys that it does not have, fields anywhere that it does not have,
/// and all that is odd. A field of another version speaks for a type, and so does a wrong value.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Oddness(usize, usize, usize);

impl Oddness {
    fn of((keys, unknown): (usize, usize), report: &Report) -> Self {
        // What cannot be read is as odd as a quarter of the keys unknown: most likely, one value is wrong.
        let Ok(odd) = &report.result else { return Self(unknown + keys / 4 + 1, usize::MAX, 0) };
        let fields = odd.iter().filter(|odd| odd.kind == AnomalyKind::UnknownField).count();
        Self(unknown, fields, odd.len())
    }
}

impl<'a> Conform<'a> {
    /// Makes the tables of a spec. They stay in memory until the process ends.
    ///
    /// # Errors
    ///
    /// If the spec cannot be planned.
    pub fn new(api: &'a Api) -> Result<Self, Vec<Problem>> {
        let package = plan(api, &Options::default())?;
        Ok(Self { api, tables: Tables::new(&package) })
    }

    /// Reads a body as the subject says, at a version.
    ///
    /// # Errors
    ///
    /// With a sentence, if the spec has no such subject or it answers no object.
    pub fn read(&self, subject: &Subject, version: ApiVersion, body: &[u8]) -> Result<Report, String> {
        let name = match subject {
            Subject::Type(name) => name.clone(),
            Subject::Endpoint(name) => self.answer(name)?,
        };
        self.read_type(&name, version, body)
    }

    /// Reads a body of which nothing is known but the spec: as the answer that fits it best.
    ///
    /// # Errors
    ///
    /// With a sentence, if no endpoint of the spec answers an object.
    pub fn guess(&self, version: ApiVersion, body: &[u8]) -> Result<Report, String> {
        let mut best: Option<(Oddness, Report)> = None;
        for name in self.answers() {
            let mut report = self.read_type(&name, version, body)?;
            let keys = self.tables.id(&name).and_then(|id| interpret::keys(self.tables.list, id, body, version));
            if keys.is_none() {
                report.ty = String::new();
            }
            let oddness = Oddness::of(keys.unwrap_or_default(), &report);
            if best.as_ref().is_none_or(|(least, _)| oddness < *least) {
                best = Some((oddness, report));
            }
        }
        best.map(|(_, report)| report).ok_or_else(|| "no endpoint of the spec answers an object".to_owned())
    }

    fn read_type(&self, name: &str, version: ApiVersion, body: &[u8]) -> Result<Report, String> {
        let known = self.api.types.iter().filter(|def| def.object().is_some()).map(|def| def.name.as_str());
        let Some(id) = self.tables.id(name) else {
            let close = crate::plan::closest(name, known);
            let hint = close.map_or(String::new(), |close| format!("; did you mean `{close}`?"));
            return Err(format!("the spec has no object `{name}`{hint}"));
        };
        let options = Decoding::at(version).anomalies(true);
        let result = interpret::anomalies(self.tables.list, id, body, &options);
        Ok(Report { ty: name.to_owned(), result })
    }

    /// The type of an endpoint's first success.
    fn answer(&self, name: &str) -> Result<String, String> {
        let Some(endpoint) = self.api.endpoint(name) else {
            let close = crate::plan::closest(name, self.api.endpoints.iter().map(|endpoint| endpoint.name.as_str()));
            let hint = close.map_or(String::new(), |close| format!("; did you mean `{close}`?"));
            return Err(format!("the spec has no endpoint `{name}`{hint}"));
        };
        let success = endpoint.responses.iter().find(|response| (200..300).contains(&response.status));
        match success.and_then(|response| response.body.as_ref()) {
            Some(Type::Named(id)) => Ok(self.api.ty(*id).name.clone()),
            _ => Err(format!("the endpoint `{name}` answers no object; name a type with `--type`")),
        }
    }

    /// The objects that endpoints answer and webhooks post, each once; successes first.
    fn answers(&self) -> Vec<String> {
        let mut ids: Vec<TypeId> = Vec::new();
        let responses = || self.api.endpoints.iter().flat_map(|endpoint| &endpoint.responses);
        let of = |success: bool| responses().filter(move |response| (response.status < 300) == success);
        let bodies = of(true).chain(of(false)).filter_map(|response| response.body.as_ref());
        let envelope = self.api.webhooks.iter().map(|hooks| hooks.envelope);
        for id in bodies.filter_map(Type::named).chain(envelope) {
            if !ids.contains(&id) && self.api.ty(id).object().is_some() {
                ids.push(id);
            }
        }
        ids.into_iter().map(|id| self.api.ty(id).name.clone()).collect()
    }
}
