//! `generate`: writes the client; its flags are the options of the builder.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::builder::PossibleValuesParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::Streams;
use super::args::Cli;
use super::manifest;
use super::outcome::{Outcome, Trouble, data};
use super::spec::{self, count};
use crate::item::{Item, Package};
use crate::json::{Json, Object, object};
use crate::options::{Kind, Layout, OPTIONS, OptionInfo, Options};
use crate::output::{Drift, Rendered, Written};
use crate::plan::Problem;
use crate::{Builder, Error};

const EXAMPLES: &str = "\
Examples:
  juspay-codegen generate --out generated-client
  juspay-codegen generate --out generated-client --check
  juspay-codegen generate --out src/juspay --layout module --versions 2018-10-25..=2021-03-25
  juspay-codegen generate --out src --layout single --client --only 'orders.*' --only Refund

Files that are up to date are not touched, and files of a former run that are no
longer needed are removed. With `--check` nothing is written: a diff shows what
would change, and the command exits with 1 if there is any.";

/// Flags of `generate`: one for each option of the builder, declared there, and what only a command needs.
#[derive(Clone, Debug)]
pub(super) struct GenerateArgs {
    options: Vec<(&'static str, String)>,
    check: bool,
}

impl clap::Args for GenerateArgs {
    fn augment_args(command: Command) -> Command {
        let command = options().fold(command, |command, option| command.arg(flag(option)));
        let check = Arg::new("check").long("check").action(ArgAction::SetTrue);
        command
            .arg(check.help("Write nothing; show a diff and exit with 1 if the output is stale"))
            .after_help(EXAMPLES)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for GenerateArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut args = Self { options: Vec::new(), check: false };
        args.update_from_arg_matches(matches)?;
        Ok(args)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        for option in options() {
            let given = matches.value_source(option.name) == Some(ValueSource::CommandLine);
            let values = matches.get_many::<String>(option.name).filter(|_| given);
            self.options.extend(values.into_iter().flatten().map(|value| (option.name, value.clone())));
        }
        self.check |= matches.get_flag("check");
        Ok(())
    }
}

/// `--spec` is a flag of every command.
fn options() -> impl Iterator<Item = &'static OptionInfo> {
    OPTIONS.iter().filter(|option| option.name != "spec")
}

fn flag(option: &'static OptionInfo) -> Arg {
    let default = (option.default)().join(", ");
    let default = if default.is_empty() { String::new() } else { format!(" [default: {default}]") };
    let long = option.doc.split_whitespace().collect::<Vec<_>>().join(" ");
    let arg = Arg::new(option.name)
        .long(option.name)
        .value_name(option.value)
        .help(format!("{}{default}", option.help()))
        .long_help(format!("{long}{default}"));
    let arg = match option.kind {
        Kind::List | Kind::Pairs => arg.action(ArgAction::Append),
        Kind::Switch => arg.num_args(0..=1).require_equals(true).default_missing_value("true"),
        Kind::Path | Kind::Text | Kind::Choice(_) => arg.action(ArgAction::Set),
    };
    match option.kind {
        Kind::Choice(words) => arg.value_parser(PossibleValuesParser::new(words)).hide_possible_values(true),
        Kind::Path => arg.value_hint(clap::ValueHint::AnyPath).value_parser(taken(option.name)),
        _ => arg.value_parser(taken(option.name)),
    }
}

/// The option itself says whether it takes a text, so that the flag refuses what the builder would refuse.
fn taken(name: &'static str) -> impl Fn(&str) -> Result<String, String> + Clone + Send + Sync + 'static {
    move |text| Options::default().set(name, text).map(|()| text.to_owned())
}

pub(super) fn run(cli: &Cli, args: &GenerateArgs, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    let start = Instant::now();
    let loaded = spec::load(cli)?;
    if let Some(outcome) = spec::errors(&loaded, streams) {
        return Ok(outcome);
    }
    let options = args.options()?;
    let out = options.out.clone().ok_or_else(|| {
        Trouble::new("there is no folder to write to", "name one: `juspay-codegen generate --out generated-client`")
    })?;
    let layout = options.layout;
    let builder = Builder::from_options(options);
    let mut package = builder.plan_loaded(&loaded).map_err(trouble)?;
    // A crate whose owner wrote a page about it shows that page.
    package.readme = layout == Layout::Crate && out.join("README.md").is_file();
    let rendered = builder.render_planned(&loaded, &package).map_err(trouble)?;
    let mut summary = Summary::of(&package, &rendered);
    if args.check {
        let drifts = rendered.check(&out);
        return Ok(checked(cli, &out, &drifts, rendered.files.len()));
    }
    let done = rendered.write(&out).map_err(|error| trouble(error.into()))?;
    summary.done = done;
    if layout == Layout::Crate {
        manifest::write_once(&out, &package.api.name)?;
    }
    summary.milliseconds = start.elapsed().as_millis();
    let text = match cli.machine() {
        Some(format) => data(&summary.to_json(&out), format),
        None => summary.to_text(&package.api.name, &out),
    };
    Ok(Outcome::fine(text))
}

impl GenerateArgs {
    fn options(&self) -> Result<Options, Trouble> {
        let mut options = Options::default();
        for (name, value) in &self.options {
            let set = options.set(name, value);
            set.map_err(|error| Trouble::new(format!("--{name}: {error}"), "see `juspay-codegen generate --help`"))?;
        }
        Ok(options)
    }
}

/// Options that do not fit the spec, or an output that could not be made.
fn trouble(error: Error) -> Trouble {
    match error {
        Error::Options(problems) => {
            let line = |problem: &Problem| {
                let help = problem.help.as_ref().map(|help| format!("\n  help: {help}")).unwrap_or_default();
                format!("--{}: {}{help}", problem.option, problem.message)
            };
            Trouble::new(problems.iter().map(line).collect::<Vec<_>>().join("\nerror: "), "")
        }
        other => Trouble::new(other.to_string(), ""),
    }
}

/// What `--check` found: a diff of each file, and how many there are.
fn checked(cli: &Cli, out: &Path, drifts: &[Drift], files: usize) -> Outcome {
    if let Some(format) = cli.machine() {
        let list = drifts.iter().map(|drift| {
            object([
                ("path", drift.path.display().to_string().into()),
                ("state", drift.kind.as_str().into()),
                ("diff", drift.diff.as_str().into()),
            ])
        });
        return Outcome::fine(data(&list.collect(), format)).found(!drifts.is_empty());
    }
    let diffs: String = drifts.iter().map(ToString::to_string).collect();
    let out = out.display();
    let verdict = match drifts.len() {
        0 => format!("{} in {out} are up to date.\n", count(files, "file")),
        stale => format!("{stale} of {files} in {out} would change; run the command without `--check`.\n"),
    };
    let text = diffs + &verdict;
    Outcome::fine(text).found(!drifts.is_empty())
}

/// What was generated.
struct Summary {
    counts: [(&'static str, usize); 6],
    files: usize,
    done: Written,
    milliseconds: u128,
}

impl Summary {
    fn of(package: &Package, rendered: &Rendered) -> Self {
        let items = || package.modules.iter().flat_map(|module| &module.items);
        let objects = || items().filter_map(|item| if let Item::Object(object) = item { Some(object) } else { None });
        let fields = || objects().flat_map(|object| &object.fields);
        let counts = [
            ("endpoints", rendered.summary.operations),
            ("types", rendered.summary.types),
            ("fields", fields().count()),
            ("gated_fields", fields().filter(|field| field.gate.is_some()).count()),
            ("versions", rendered.summary.versions),
            ("lines", rendered.summary.lines),
        ];
        Self { counts, files: rendered.files.len(), done: Written::default(), milliseconds: 0 }
    }

    fn to_json(&self, out: &Path) -> Json {
        let paths = |paths: &[PathBuf]| paths.iter().map(|path| path.display().to_string()).collect::<Json>();
        let mut json = Object::new();
        json.set("out", out.display().to_string());
        for (key, number) in self.counts {
            json.set(key, number);
        }
        json.set("files", self.files);
        json.set("written", paths(&self.done.written));
        json.set("unchanged", self.done.unchanged);
        json.set("removed", paths(&self.done.removed));
        json.set("milliseconds", Json::Number(self.milliseconds.to_string()));
        json.into()
    }

    fn to_text(&self, api: &str, out: &Path) -> String {
        let number = |key: &str| self.counts.iter().find(|(known, _)| *known == key).map_or(0, |(_, number)| *number);
        let (written, removed) = (self.done.written.len(), self.done.removed.len());
        let fields = format!("{}, {} of them gated", grouped(number("fields")), grouped(number("gated_fields")));
        let files = format!("{}: {written} written, {} unchanged, {removed} removed", self.files, self.done.unchanged);
        let lines = [
            ("endpoints", grouped(number("endpoints"))),
            ("types", grouped(number("types"))),
            ("fields", fields),
            ("versions", grouped(number("versions"))),
            ("files", files),
            ("lines", grouped(number("lines"))),
            ("time", format!("{} ms", self.milliseconds)),
        ];
        let head = format!("Generated the client of {api} in {}\n", out.display());
        lines.iter().fold(head, |text, (key, value)| text + &format!("  {key:<10} {value}\n"))
    }
}

/// A number with a comma every three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn digits_are_grouped_from_the_right() {
        let numbers = [0, 12, 123, 1234, 123_456, 1_234_567].map(grouped);
        assert_eq!(numbers, ["0", "12", "123", "1,234", "123,456", "1,234,567"]);
    }
}
