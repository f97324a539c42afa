//! No two fields of an object may have one name on the wire in one version.

use std::collections::HashMap;

use super::flat::flat_fields;
use crate::diagnostic::{Code, Finding, Sink};
use crate::model::Api;
use crate::source::Span;
use crate::version::VersionRange;

/// Checks every object.
pub(super) fn check(api: &Api, sink: &mut Sink) {
    for def in &api.types {
        let Some(object) = def.object() else { continue };
        let mut taken: HashMap<String, Vec<(VersionRange, Span)>> = HashMap::new();
        let mut former = Vec::new();
        for flat in flat_fields(api, object) {
            let origin = flat.through.first().map_or(flat.field.meta.origin, |outer| outer.meta.origin);
            let since = flat.field.former.last().and_then(|last| last.range.until).unwrap_or(flat.range.since);
            let range = VersionRange { since, ..flat.range };
            let others = taken.entry(flat.wire.clone()).or_default();
            if let Some((_, first)) = others.iter().find(|(other, _)| other.intersection(range).is_some()) {
                let message = format!("`{}` has two fields named `{}` in one version", def.name, flat.wire);
                let finding = Finding::new(Code::DUPLICATE_FIELD, message).at(origin, "again here");
                let finding = if *first == origin { finding } else { finding.see(*first, "first here") };
                sink.push(finding.help("remove one of them, give it another `wire` name, or gate them apart"));
                continue;
            }
            others.push((range, origin));
            former.extend(
                flat.field.former.iter().map(|name| (format!("{}{}", flat.prefix, name.wire), name.range, origin)),
            );
        }
        for (wire, range, origin) in former {
            let other = taken
                .get(&wire)
                .and_then(|others| others.iter().find(|(other, _)| other.intersection(range).is_some()));
            if let Some((_, first)) = other {
                let finding = Finding::new(
                    Code::RENAMED_ONTO_TAKEN,
                    format!("the former name `{wire}` is taken by another field"),
                )
                .at(origin, format!("was called `{wire}` until {}", range.until.unwrap_or(range.since)))
                .see(*first, format!("is called `{wire}` in some of these versions"))
                .help("check the former name, and the gates of the other field");
                sink.push(finding);
            }
        }
    }
}
