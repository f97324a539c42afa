//! Reading the spec that a command works on.

use juspay_spec::Loaded;
use juspay_spec::diagnostic::{Code, Style, render};
use juspay_spec::model::Api;

use super::Streams;
use super::args::Cli;
use super::outcome::{FOUND, Outcome, Trouble};

/// The spec with whatever is wrong with it.
pub(super) fn load(cli: &Cli) -> Result<Loaded, Trouble> {
    let Some(dir) = &cli.spec else { return Ok(juspay_spec::embedded()) };
    if !dir.is_dir() {
        let what = if dir.exists() { "is not a folder" } else { "does not exist" };
        let message = format!("the spec `{}` {what}", dir.display());
        return Err(Trouble::new(
            message,
            "name a folder of `*.yaml` files, or leave `--spec` out for the built-in spec",
        ));
    }
    let loaded = juspay_spec::load_dir(dir);
    // A folder or file that cannot be read is no finding about a spec.
    let unread = loaded.findings.iter().find(|finding| [Code::UNREADABLE, Code::NO_FILES].contains(&finding.code));
    match unread {
        Some(finding) => Err(Trouble::new(finding.message.clone(), finding.help.clone().unwrap_or_default())),
        None => Ok(loaded),
    }
}

/// The checked API, or the outcome of a command that cannot do without it.
pub(super) fn checked(cli: &Cli, streams: &Streams<'_>) -> Result<Result<Api, Outcome>, Trouble> {
    let loaded = load(cli)?;
    if let Some(outcome) = errors(&loaded, streams) {
        return Ok(Err(outcome));
    }
    let remedy = "`juspay-codegen lint` tells what is wrong";
    loaded.api.map(Ok).ok_or_else(|| Trouble::new("the spec says nothing", remedy))
}

/// What is wrong with a spec, as the outcome of a command that needs it to be right.
pub(super) fn errors(loaded: &Loaded, streams: &Streams<'_>) -> Option<Outcome> {
    let errors: Vec<_> = loaded.findings.iter().filter(|finding| finding.is_error()).cloned().collect();
    if errors.is_empty() {
        return None;
    }
    let drawn = render(&loaded.sources, &errors, style(streams.color));
    let notes = format!("{drawn}error: the spec has {}\n", count(errors.len(), "error"));
    Some(Outcome { text: String::new(), notes, code: FOUND })
}

/// How findings are drawn.
pub(super) fn style(color: bool) -> Style {
    if color { Style::Terminal } else { Style::Plain }
}

/// `1 error`, `2 errors`.
pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
