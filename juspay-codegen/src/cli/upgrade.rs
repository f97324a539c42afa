//! `upgrade`: what a caller gains, loses and must change between two versions.

use clap::Args;
use juspay_spec::version::ApiVersion;

use super::Streams;
use super::args::{Cli, Format};
use super::outcome::{Outcome, Trouble, data};
use super::spec;

/// Flags of `upgrade`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  juspay-codegen upgrade 2018-10-25 2021-03-25
  juspay-codegen upgrade base 2020-11-20 --markdown > upgrade.md
  juspay-codegen upgrade 2018-10-25 2021-03-25 --format json

A version is a date; `base` is the state before the first one. Dates between two known versions behave as the earlier.")]
pub(super) struct UpgradeArgs {
    /// The version pinned today
    #[arg(value_name = "FROM")]
    from: ApiVersion,

    /// The version to go to
    #[arg(value_name = "TO")]
    to: ApiVersion,

    /// Write Markdown, for a review or a changelog
    #[arg(long)]
    markdown: bool,
}

pub(super) fn run(cli: &Cli, args: &UpgradeArgs, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    if args.to < args.from {
        let message = format!("{} is older than {}", args.to, args.from);
        return Err(Trouble::new(message, "give the older version first"));
    }
    let api = match spec::checked(cli, streams)? {
        Ok(api) => api,
        Err(outcome) => return Ok(outcome),
    };
    let upgrade = crate::upgrade::upgrade(&api, args.from, args.to);
    let text = match cli.format_or(Format::Text) {
        Format::Text if args.markdown => upgrade.markdown(),
        Format::Text => upgrade.text(),
        format => data(&upgrade.json(), format),
    };
    Ok(Outcome::fine(text))
}
