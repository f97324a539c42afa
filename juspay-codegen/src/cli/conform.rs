//! `conform`: captured bodies against the spec.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::Args;
use juspay_runtime::{Anomaly, AnomalyKind};
use juspay_spec::version::ApiVersion;

use super::Streams;
use super::args::{Cli, Format};
use super::outcome::{Outcome, Trouble, data};
use super::spec::{self, count};
use crate::conform::{Conform, Report, Subject};
use crate::json::{Json, object};

/// Larger bodies than this are refused.
const MAX_BODY: u64 = 64 << 20;

/// Flags of `conform`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  juspay-codegen conform --version 2020-11-20 --endpoint order_status captured/*.json
  juspay-codegen conform --version 2021-03-25 --type Webhook hook.json
  juspay-codegen conform --version 2021-03-25 --format json captured/*.json

Without `--endpoint` or `--type` a body is read as the answer that fits it best.
Exits with 1 if anything was odd about a body, or one could not be read. Values are not printed,
but for unknown ones of an enum that look like a name.")]
pub(super) struct ConformArgs {
    /// The version that the call was made with
    #[arg(long, value_name = "V")]
    version: ApiVersion,

    /// The endpoint that answered
    #[arg(long, value_name = "E", conflicts_with = "type_name")]
    endpoint: Option<String>,

    /// The type of the bodies
    #[arg(long = "type", value_name = "T")]
    type_name: Option<String>,

    /// Files that hold one JSON body each
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

pub(super) fn run(cli: &Cli, args: &ConformArgs, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    let api = match spec::checked(cli, streams)? {
        Ok(api) => api,
        Err(outcome) => return Ok(outcome),
    };
    let conform = Conform::new(&api).map_err(|problems| {
        let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Trouble::new(all.join("; "), "mend the spec: `lint` says more")
    })?;
    let subject = match (&args.endpoint, &args.type_name) {
        (Some(endpoint), _) => Some(Subject::Endpoint(endpoint.clone())),
        (None, Some(name)) => Some(Subject::Type(name.clone())),
        (None, None) => None,
    };
    let (year, month, day) = args.version.parts();
    let version = juspay_runtime::ApiVersion::from_date(year, month, day).unwrap_or(juspay_runtime::ApiVersion::BASE);
    let mut reports = Vec::new();
    for path in &args.files {
        let body = read(path)?;
        let report = match &subject {
            Some(subject) => conform.read(subject, version, &body),
            None => conform.guess(version, &body),
        };
        let report = report.map_err(|message| Trouble::new(message, "`inspect` lists endpoints and types"))?;
        reports.push((path.as_path(), report));
    }
    let odd = reports.iter().any(|(_, report)| report.result.as_ref().map_or(true, |anomalies| !anomalies.is_empty()));
    let text = match cli.format_or(Format::Text) {
        Format::Text => text(&reports),
        format => data(&json(&reports), format),
    };
    Ok(Outcome::fine(text).found(odd))
}

fn read(path: &Path) -> Result<Vec<u8>, Trouble> {
    let help = "name a file that holds one JSON body";
    let mut body = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_BODY + 1).read_to_end(&mut body));
    read.map_err(|error| Trouble::new(format!("cannot read {}: {error}", path.display()), help))?;
    if body.len() as u64 > MAX_BODY {
        return Err(Trouble::new(format!("{} is larger than 64 MiB", path.display()), help));
    }
    Ok(body)
}

fn text(reports: &[(&Path, Report)]) -> String {
    let mut out = String::new();
    let mut odd = 0;
    for (path, report) in reports {
        match &report.result {
            Ok(anomalies) if anomalies.is_empty() => {
                let _ = writeln!(out, "{}: {}, nothing odd", path.display(), report.ty);
            }
            Ok(anomalies) => {
                odd += 1;
                let _ = writeln!(out, "{}: {}, {}", path.display(), report.ty, odd_things(anomalies.len()));
                for anomaly in anomalies {
                    let item = if anomaly.item.is_empty() { String::new() } else { format!("  [{}]", anomaly.item) };
                    let _ = writeln!(out, "  {anomaly}{item}");
                }
            }
            Err(error) => {
                odd += 1;
                let ty = if report.ty.is_empty() { String::new() } else { format!("{}, ", report.ty) };
                let _ = writeln!(out, "{}: {ty}cannot be read\n  {error}", path.display());
            }
        }
    }
    let fine = reports.len() - odd;
    let _ = writeln!(out, "{} read: {fine} fine, {odd} odd", count(reports.len(), "file"));
    out
}

fn odd_things(number: usize) -> String {
    if number == 1 { "1 anomaly".to_owned() } else { format!("{number} anomalies") }
}

/// A list of `{file, type, error, anomalies: [{path, kind, item, version, detail}]}`.
fn json(reports: &[(&Path, Report)]) -> Json {
    let anomaly = |anomaly: &Anomaly| {
        Json::from(object([
            ("path", anomaly.path.as_str().into()),
            ("kind", kind(anomaly.kind).into()),
            ("item", anomaly.item.as_str().into()),
            ("version", anomaly.version.to_string().as_str().into()),
            ("detail", anomaly.detail.as_ref().into()),
        ]))
    };
    let report = |(path, report): &(&Path, Report)| {
        let (error, anomalies) = match &report.result {
            Ok(anomalies) => (Json::Null, anomalies.iter().map(anomaly).collect()),
            Err(error) => (error.to_string().as_str().into(), Vec::new()),
        };
        Json::from(object([
            ("file", path.display().to_string().as_str().into()),
            ("type", if report.ty.is_empty() { Json::Null } else { report.ty.as_str().into() }),
            ("error", error),
            ("anomalies", Json::Array(anomalies)),
        ]))
    };
    Json::Array(reports.iter().map(report).collect())
}

/// The word for programs.
fn kind(kind: AnomalyKind) -> &'static str {
    match kind {
        AnomalyKind::UnknownField => "unknown-field",
        AnomalyKind::UnknownValue => "unknown-value",
        AnomalyKind::EarlyValue => "early-value",
        AnomalyKind::EarlyField => "early-field",
        AnomalyKind::LateField => "late-field",
        AnomalyKind::Repaired => "repaired",
        AnomalyKind::Dropped => "dropped",
        AnomalyKind::Contradiction => "contradiction",
        AnomalyKind::MissingConditional => "missing-conditional",
        AnomalyKind::Unexpected => "unexpected",
        AnomalyKind::NoAlternative => "no-alternative",
        AnomalyKind::NoForm => "no-form",
        AnomalyKind::More => "more",
        _ => "other",
    }
}
