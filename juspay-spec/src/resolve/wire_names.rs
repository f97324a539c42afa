//! No two fields of an object may have one name on the wire in one version.

use std::collections::{HashMap, HashSet};

use super::flat::{FlatField, FlatRest, flat_fields, flat_rests};
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::{Api, Object, TypeDef};
use crate::source::Span;
use crate::version::VersionRange;

/// Checks every object; those with a mistake become stubs.
pub(super) fn check(api: &mut Api, doubtful: &HashSet<Span>, sink: &mut Sink) {
    let mut broken = Vec::new();
    for (def, at) in api.types.iter().zip(0_usize..) {
        let before = sink.errors_so_far();
        if let Some(object) = def.object() {
            Names { def, taken: HashMap::new(), doubtful, sink }.object(api, object);
        }
        if sink.errors_so_far() > before {
            broken.push(at);
        }
    }
    for at in broken {
        if let Some(def) = api.types.get_mut(at) {
            def.stub = true;
        }
    }
}

/// The names of one object that are taken, from when to when and where.
struct Names<'a> {
    def: &'a TypeDef,
    taken: HashMap<String, Vec<(VersionRange, Span)>>,
    doubtful: &'a HashSet<Span>,
    sink: &'a mut Sink,
}

impl Names<'_> {
    fn object(&mut self, api: &Api, object: &Object) {
        let flat = flat_fields(api, object);
        let known: Vec<&FlatField<'_>> = flat
            .iter()
            .filter(|flat| !flat.through.iter().chain([&flat.field]).any(|f| self.doubtful.contains(&f.meta.origin)))
            .collect();
        for flat in &known {
            self.name(flat);
        }
        for flat in &known {
            self.former_names(flat);
        }
        for flat in &known {
            self.aliases(flat);
        }
        self.rests(api, object);
    }

    /// Of two that take the other keys with one prefix, one would never get any.
    fn rests(&mut self, api: &Api, object: &Object) {
        let mut seen: Vec<FlatRest> = Vec::new();
        for rest in flat_rests(api, object) {
            let same =
                |other: &&FlatRest| other.prefix == rest.prefix && other.range.intersection(rest.range).is_some();
            if let Some(first) = seen.iter().find(same) {
                let keys =
                    if rest.prefix.is_empty() { String::new() } else { format!(" that begin with `{}`", rest.prefix) };
                let message = format!("`{}` has two fields for the other keys{keys}", self.def.name);
                let finding = Finding::new(Code::DUPLICATE_FIELD, message)
                    .at(rest.origin, "again here")
                    .see(first.origin, "first here")
                    .help("remove one `rest`, give the objects different prefixes, or gate them apart");
                self.sink.push(finding);
            } else {
                seen.push(rest);
            }
        }
    }

    /// The place where something takes the name in one of these versions.
    fn taken(&self, wire: &str, range: VersionRange) -> Option<Span> {
        let others = self.taken.get(wire)?;
        others.iter().find(|(other, _)| other.intersection(range).is_some()).map(|(_, span)| *span)
    }

    fn take(&mut self, wire: String, range: VersionRange, origin: Span) {
        self.taken.entry(wire).or_default().push((range, origin));
    }

    fn name(&mut self, flat: &FlatField<'_>) {
        let origin = origin(flat);
        let renamed = flat.field.former.last().and_then(|last| last.range.until);
        let range = VersionRange { since: renamed.unwrap_or(flat.range.since).max(flat.range.since), ..flat.range };
        let Some(range) = range.intersection(VersionRange::ALL) else { return };
        if let Some(first) = self.taken(&flat.wire, range) {
            let message = format!("`{}` has two fields named `{}` in one version", self.def.name, flat.wire);
            let finding = Finding::new(Code::DUPLICATE_FIELD, message).at(origin, "again here");
            let finding = if first == origin { finding } else { finding.see(first, "first here") };
            self.sink.push(finding.help("remove one of them, give it another `wire` name, or gate them apart"));
        } else {
            self.take(flat.wire.clone(), range, origin);
        }
    }

    fn former_names(&mut self, flat: &FlatField<'_>) {
        let origin = origin(flat);
        for former in &flat.field.former {
            let Some(range) = former.range.intersection(flat.range) else { continue };
            let wire = format!("{}{}", flat.prefix, former.wire);
            let Some(other) = self.taken(&wire, range) else {
                self.take(wire, range, origin);
                continue;
            };
            let message = format!("the former name `{wire}` is taken by another field");
            let until = range.until.map_or_else(|| "now".to_owned(), |until| until.to_string());
            let finding = Finding::new(Code::RENAMED_ONTO_TAKEN, message)
                .at(origin, format!("was called `{wire}` until {until}"))
                .see(other, format!("is called `{wire}` in some of these versions"))
                .help("check the former name, and the gates of the other field");
            self.sink.push(finding);
        }
    }

    fn aliases(&mut self, flat: &FlatField<'_>) {
        let origin = origin(flat);
        for alias in &flat.field.aliases {
            let wire = format!("{}{alias}", flat.prefix);
            let Some(other) = self.taken(&wire, flat.range) else {
                self.take(wire, flat.range, origin);
                continue;
            };
            let message = format!("the alias `{wire}` of `{}` is taken in the same versions", flat.wire);
            let finding = Finding::new(Code::DUPLICATE_FIELD, message).at(origin, "accepts it too");
            let finding = if other == origin { finding } else { finding.see(other, "takes it") };
            self.sink.push(finding.help("remove the alias, or the other name"));
        }
    }
}

/// The key in the object itself, of what is flattened into it too.
fn origin(flat: &FlatField<'_>) -> Span {
    flat.through.first().map_or(flat.field.meta.origin, |outer| outer.meta.origin)
}
