//! Commands, flags and their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use juspay_spec::version::ApiVersion;

use super::conform::ConformArgs;
use super::diff::DiffArgs;
use super::drift::DriftArgs;
use super::generate::GenerateArgs;
use super::upgrade::UpgradeArgs;

const STYLES: clap::builder::Styles = {
    use clap::builder::styling::{AnsiColor, Style};
    let bold = Style::new().bold();
    clap::builder::Styles::styled()
        .header(bold)
        .usage(bold)
        .literal(AnsiColor::Cyan.on_default())
        .placeholder(Style::new().dimmed())
};

const EXAMPLES: &str = "\
Examples:
  juspay-codegen generate --out generated-client       write the whole client
  juspay-codegen lint --spec my-api/                   check a spec of your own
  juspay-codegen inspect Order.refunds                 where a field comes from, and since when
  juspay-codegen openapi --version 2021-03-25          the API as that version sees it

Exit codes:
  0  fine
  1  something was found: an error in the spec, stale output, no item of that name
  2  the command could not run: a wrong flag, a folder that is not there";

const GLOBAL: &str = "Options of every command";
const ABOUT: &str = "Turns a spec of a dated HTTP API into a Rust client, OpenAPI and more.";
const LONG_ABOUT: &str = "\
Turns a spec of a dated HTTP API into a Rust client, OpenAPI and more.

Every command reads the spec that is built in, unless `--spec` names another folder.";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "juspay-codegen", version, about = ABOUT, long_about = LONG_ABOUT)]
#[command(styles = STYLES, after_help = EXAMPLES, max_term_width = 100)]
pub(super) struct Cli {
    /// Folder with the `*.yaml` files of a spec [default: the spec that is built in]
    #[arg(long, global = true, value_name = "DIR", help_heading = GLOBAL)]
    pub(super) spec: Option<PathBuf>,

    /// How to write the result [default: text; json for exports]
    #[arg(long, global = true, value_enum, value_name = "FORMAT", help_heading = GLOBAL)]
    pub(super) format: Option<Format>,

    /// When to use colours
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = When::Auto, help_heading = GLOBAL)]
    pub(super) color: When,

    #[command(subcommand)]
    pub(super) command: Command,
}

impl Cli {
    /// The format asked for, or the command's own.
    pub(super) fn format_or(&self, default: Format) -> Format {
        self.format.unwrap_or(default)
    }

    /// The format, if it is one for machines.
    pub(super) fn machine(&self) -> Option<Format> {
        self.format.filter(|format| *format != Format::Text)
    }
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// For programs and people
    Yaml,
    /// Annotations of GitHub; what has none writes JSON
    Github,
}

/// When colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Even into a file
    Always,
    /// Not at all
    Never,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the Rust client
    Generate(GenerateArgs),
    /// Check the spec and show every finding at once
    Lint(LintArgs),
    /// Explain a finding, or list all of them
    Explain(ExplainArgs),
    /// Look at the spec: what there is, since when, and from which page
    Inspect(InspectArgs),
    #[command(about = "Export OpenAPI 3.1 as one version sees the API")]
    Openapi(OpenapiArgs),
    #[command(about = "Write the reference as static HTML, with a selector of versions")]
    Docs(DocsArgs),
    /// Check captured bodies against the spec
    Conform(ConformArgs),
    /// Show what differs between two specs, for whom, and the step it asks of the crate
    Diff(DiffArgs),
    /// Compare saved documentation pages with the spec
    Drift(DriftArgs),
    /// Show what a caller gains, loses and must change between two versions
    Upgrade(UpgradeArgs),
    /// Print the JSON Schema of the spec language, for editors
    #[command(after_help = "\
Examples:
  juspay-codegen schema > spec/schema.json

An editor with the YAML language server completes and checks a file that begins with
  # yaml-language-server: $schema=schema.json")]
    Schema,
    /// Print a completion script for a shell
    #[command(after_help = "\
Examples:
  juspay-codegen completions bash > ~/.local/share/bash-completion/completions/juspay-codegen
  juspay-codegen completions zsh > ~/.zfunc/_juspay-codegen
  juspay-codegen completions fish > ~/.config/fish/completions/juspay-codegen.fish")]
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

/// Flags of `lint`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  juspay-codegen lint
  juspay-codegen lint --spec my-api/ --deny warnings
  juspay-codegen lint --format json | jq '.[].code'

Exits with 1 if there are errors; warnings count with `--deny warnings`.
`juspay-codegen explain CODE` tells more about a finding.")]
pub(super) struct LintArgs {
    /// Exit with 1 for warnings too
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(super) deny: Option<Deny>,

    /// The same in one word
    #[arg(long, hide = true)]
    pub(super) deny_warnings: bool,
}

/// What else counts as an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    /// Findings that are most likely mistakes
    Warnings,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  juspay-codegen explain
  juspay-codegen explain unknown-type")]
pub(super) struct ExplainArgs {
    /// The code of a finding; without it, every code is listed
    pub(super) code: Option<String>,
}

/// Arguments of `inspect`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  juspay-codegen inspect                            endpoints, types and changes
  juspay-codegen inspect Order --version 2018-10-25 a type as that version has it
  juspay-codegen inspect Order.refunds              one field
  juspay-codegen inspect OrderStatus.CHARGED        one value
  juspay-codegen inspect 2020-11-20                 what a version changed
  juspay-codegen inspect page:create-order          what comes from a page
  juspay-codegen inspect --open-questions --format yaml

An item is a type, Type.field, Enum.VALUE, endpoint, endpoint.parameter, change,
version, event, module, page, question or reading; `kind:name` says which.
Exits with 1 if nothing has the name.")]
pub(super) struct InspectArgs {
    /// What to look at; without it, an overview
    pub(super) item: Option<String>,

    /// Show only what this version has, as it was called then
    #[arg(id = "api-version", long = "version", value_name = "DATE", value_parser = version)]
    pub(super) version: Option<ApiVersion>,

    /// List what nobody knows yet
    #[arg(long, conflicts_with_all = ["item", "readings"])]
    pub(super) open_questions: bool,

    /// List the oddities of the documentation and how each is read
    #[arg(long, conflicts_with = "item")]
    pub(super) readings: bool,
}

/// Flags of `openapi`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  juspay-codegen openapi --version 2021-03-25 > openapi.json
  juspay-codegen openapi --version base --format yaml
  juspay-codegen openapi --all --out exports/

`base` is the state before the first dated version. Any other date is a version
too: it sees what the last version before it saw.")]
pub(super) struct OpenapiArgs {
    /// The version that sees the API: a date, or `base`
    #[arg(id = "api-version", long = "version", value_name = "DATE", value_parser = version)]
    #[arg(required_unless_present = "all")]
    pub(super) version: Option<ApiVersion>,

    /// Export every version and the state before the first
    #[arg(long, conflicts_with = "api-version", requires = "out")]
    pub(super) all: bool,

    /// File to write instead of standard output; with `--all`, the folder
    #[arg(long, value_name = "PATH")]
    pub(super) out: Option<PathBuf>,
}

/// Flags of `docs`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  juspay-codegen docs --out target/reference
  juspay-codegen docs --spec my-api/ --out public/

Open index.html in a browser: nothing has to be served. Files in the folder that
somebody else wrote are left alone.")]
pub(super) struct DocsArgs {
    /// Folder to write to
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
}

fn version(text: &str) -> Result<ApiVersion, String> {
    text.parse().map_err(|error: juspay_spec::version::NotAVersion| error.to_string())
}
