//! `generate`: writes the client; its flags are the options of the builder.

use clap::builder::PossibleValuesParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::Streams;
use super::args::Cli;
use super::outcome::{Outcome, Trouble};
use crate::options::{Kind, OPTIONS, OptionInfo, Options};

const EXAMPLES: &str = "\
Examples:
  juspay-codegen generate --out generated-client/src
  juspay-codegen generate --out src/juspay --layout module --versions 2018-10-25..=2021-03-25
  juspay-codegen generate --out src/juspay.rs --layout single --only 'orders.*' --only Refund
  juspay-codegen generate --out generated-client/src --check

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

pub(super) fn run(_cli: &Cli, args: &GenerateArgs, _streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    Ok(Outcome::fine(format!("{args:?}")))
}
