//! `inspect`: the spec to look at.

use super::Streams;
use super::args::{Cli, InspectArgs};
use super::outcome::{Outcome, Trouble, data};
use super::spec;
use crate::inspect::{self, Layout, Report};
use crate::plan::closest;

pub(super) fn run(cli: &Cli, args: &InspectArgs, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    let api = match spec::checked(cli, streams)? {
        Ok(api) => api,
        Err(outcome) => return Ok(outcome),
    };
    let report = match &args.item {
        _ if args.open_questions => inspect::open_questions(&api),
        _ if args.readings => inspect::readings(&api),
        None => inspect::overview(&api, args.version),
        Some(name) => match inspect::item(&api, name, args.version) {
            Some(report) => report,
            None => return Ok(unknown(name, args, &inspect::names(&api))),
        },
    };
    Ok(print(cli, &report, streams))
}

fn print(cli: &Cli, report: &Report, streams: &Streams<'_>) -> Outcome {
    let text = match cli.machine() {
        Some(format) => data(&report.to_json(), format),
        None => report.render(Layout { width: streams.width, color: streams.color }),
    };
    Outcome::fine(text)
}

fn unknown(name: &str, args: &InspectArgs, names: &[String]) -> Outcome {
    let at = args.version.map(|version| format!(" at {version}")).unwrap_or_default();
    let help = match closest(name, names.iter().map(String::as_str)) {
        Some(close) if close == name => "it exists in other versions; leave `--version` out".to_owned(),
        Some(close) => format!("did you mean `{close}`?"),
        None => "`juspay-codegen inspect` shows what there is".to_owned(),
    };
    Outcome::nothing(format!("nothing is called `{name}`{at}\n  help: {help}\n"))
}
