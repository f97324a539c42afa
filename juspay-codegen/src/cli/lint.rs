//! `lint`: every finding at once.

use juspay_spec::Loaded;
use juspay_spec::diagnostic::{Finding, Label, render};
use juspay_spec::source::Sources;

use super::Streams;
use super::args::{Cli, LintArgs};
use super::outcome::{Outcome, Trouble, data};
use super::spec::{self, count};
use crate::json::{Json, Object, object};

pub(super) fn run(cli: &Cli, args: &LintArgs, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    let loaded = spec::load(cli)?;
    let (errors, warnings) = loaded.counts();
    let found = errors > 0 || (warnings > 0 && (args.deny.is_some() || args.deny_warnings));
    let text = match cli.machine() {
        Some(format) => data(&to_json(&loaded), format),
        None => to_text(&loaded, errors, warnings, streams),
    };
    Ok(Outcome::fine(text).found(found))
}

fn to_text(loaded: &Loaded, errors: usize, warnings: usize, streams: &Streams<'_>) -> String {
    let mut text = render(&loaded.sources, &loaded.findings, spec::style(streams.color));
    let files = count(loaded.sources.iter().count(), "file");
    let summary = match &loaded.api {
        Some(api) if loaded.findings.is_empty() => format!(
            "No findings in {files}: {}, {}, {}, {}.\n",
            count(api.endpoints.len(), "endpoint"),
            count(api.types.len(), "type"),
            count(api.versions.len(), "version"),
            count(api.changes.len(), "change"),
        ),
        _ => format!("{} and {} in {files}.\n", count(errors, "error"), count(warnings, "warning")),
    };
    text.push_str(&summary);
    if let Some(finding) = loaded.findings.first() {
        text.push_str("For more about a finding: juspay-codegen explain ");
        text.push_str(finding.code.name());
        text.push('\n');
    }
    text
}

fn to_json(loaded: &Loaded) -> Json {
    loaded.findings.iter().map(|finding| finding_json(&loaded.sources, finding)).collect()
}

fn finding_json(sources: &Sources, finding: &Finding) -> Object {
    let mut entry = object([
        ("code", finding.code.name().into()),
        ("severity", finding.severity.as_str().into()),
        ("path", Json::Null),
        ("line", Json::Null),
        ("column", Json::Null),
        ("message", finding.message.as_str().into()),
        ("help", finding.help.clone().into()),
    ]);
    if let Some(label) = &finding.primary {
        place(&mut entry, sources, label);
    }
    let labels = finding.primary.iter().chain(&finding.secondary).map(|label| {
        let mut entry = Object::new();
        place(&mut entry, sources, label);
        entry.set("message", label.message.as_str());
        entry
    });
    entry.set("labels", labels.collect::<Json>());
    entry
}

fn place(entry: &mut Object, sources: &Sources, label: &Label) {
    let location = sources.locate(label.span);
    entry.set("path", location.path.display().to_string()).set("line", location.line).set("column", location.column);
}
