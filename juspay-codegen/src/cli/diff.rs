//! `diff`: two specs, what changed, for whom, and the step it asks of the crate.

mod revision;

use std::path::{Path, PathBuf};

use clap::Args;
use juspay_spec::Loaded;
use juspay_spec::diagnostic::render;
use juspay_spec::diff::Step;

use super::Streams;
use super::args::{Cli, Format};
use super::outcome::{COULD_NOT_RUN, Outcome, Trouble, data};
use super::spec;
use crate::diff::{Comparison, Holds, rules_json, rules_markdown};

/// Flags of `diff`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  juspay-codegen diff HEAD~3 juspay-spec/spec             since three commits ago
  juspay-codegen diff v1.2 HEAD --fail-on major           exit with 1 if callers must change their code
  juspay-codegen diff main:api/spec feature --path api/spec
  juspay-codegen diff old/ new/ --markdown                for the changelog
  juspay-codegen diff --rules                             every rule, with the step on each axis
  juspay-codegen diff --first                             what a spec holds, for a first entry

OLD and NEW are folders of `*.yaml` files or git revisions; `REV:path` says where a
revision has its spec. A folder wins over a revision of the same name.
Exits with 1 if the step is at least that of `--fail-on`.")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(super) struct DiffArgs {
    /// The spec to start from: a folder, or a git revision
    #[arg(value_name = "OLD", required_unless_present_any = ["rules", "first"])]
    old: Option<String>,

    /// The spec to go to
    #[arg(value_name = "NEW", required_unless_present_any = ["rules", "first"])]
    new: Option<String>,

    /// Where revisions have the spec, from the top of the repository
    #[arg(long, value_name = "PATH", default_value = "juspay-spec/spec")]
    path: String,

    /// The repository that holds the revisions [default: that of the current folder]
    #[arg(long, value_name = "DIR", default_value = ".", hide_default_value = true)]
    repo: PathBuf,

    /// Exit with 1 if the crate has to take this step or a greater one: major, minor or patch
    #[arg(long, value_name = "STEP", value_parser = step)]
    fail_on: Option<Step>,

    /// Write Markdown, for a changelog or a review
    #[arg(long)]
    markdown: bool,

    /// Show what differs in texts and sources only, too
    #[arg(long)]
    texts: bool,

    /// List the rules instead
    #[arg(long, conflicts_with_all = ["old", "first"])]
    rules: bool,

    /// Say what the spec of `--spec` holds instead
    #[arg(long, conflicts_with = "old")]
    first: bool,
}

fn step(text: &str) -> Result<Step, String> {
    match text.parse() {
        Ok(Step::None) | Err(_) => Err("a step is one of major, minor and patch".to_owned()),
        Ok(step) => Ok(step),
    }
}

pub(super) fn run(cli: &Cli, args: &DiffArgs, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    if args.rules {
        return Ok(Outcome::fine(match cli.machine() {
            Some(format) => data(&rules_json(), format),
            None => rules_markdown(),
        }));
    }
    let (Some(old), Some(new)) = (&args.old, &args.new) else { return first(cli, streams) };
    let (before, after) = (load(old, args)?, load(new, args)?);
    for (name, loaded) in [(old, &before), (new, &after)] {
        if let Some(outcome) = broken(name, loaded, streams) {
            return Ok(outcome);
        }
    }
    let Some(comparison) = Comparison::of((old.clone(), before), (new.clone(), after)) else {
        return Err(Trouble::new("one of the specs has no model", "run `lint` on both"));
    };
    let text = match cli.format_or(Format::Text) {
        Format::Text if args.markdown => comparison.markdown(),
        Format::Text => comparison.text(streams.color, args.texts),
        format => data(&comparison.json(), format),
    };
    let reached = args.fail_on.is_some_and(|limit| comparison.diff.step() >= limit);
    Ok(Outcome::fine(text).found(reached))
}

fn first(cli: &Cli, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    let api = match spec::checked(cli, streams)? {
        Ok(api) => api,
        Err(outcome) => return Ok(outcome),
    };
    let holds = Holds::of(&api);
    Ok(Outcome::fine(match cli.machine() {
        Some(format) => data(&holds.json(), format),
        None => format!("{holds}\n"),
    }))
}

fn load(name: &str, args: &DiffArgs) -> Result<Loaded, Trouble> {
    if Path::new(name).is_dir() {
        return Ok(juspay_spec::load_dir(Path::new(name)));
    }
    revision::files(&args.repo, name, &args.path).map(juspay_spec::load_files)
}

/// What is wrong with a spec that cannot be compared.
fn broken(name: &str, loaded: &Loaded, streams: &Streams<'_>) -> Option<Outcome> {
    let errors: Vec<_> = loaded.findings.iter().filter(|finding| finding.is_error()).cloned().collect();
    if errors.is_empty() && loaded.api.is_some() {
        return None;
    }
    let drawn = render(&loaded.sources, &errors, spec::style(streams.color));
    let count = spec::count(errors.len(), "error");
    let notes = format!("{drawn}error: the spec `{name}` has {count} and cannot be compared\n");
    Some(Outcome { text: String::new(), notes, code: COULD_NOT_RUN })
}
