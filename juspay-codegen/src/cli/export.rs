//! `openapi` and `schema`: documents for other tools.

use std::path::Path;

use super::Streams;
use super::args::{Cli, Format, OpenapiArgs};
use super::outcome::{Outcome, Trouble, data};
use super::spec::{self, count};

pub(super) fn openapi(cli: &Cli, args: &OpenapiArgs, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    let api = match spec::checked(cli, streams)? {
        Ok(api) => api,
        Err(outcome) => return Ok(outcome),
    };
    let format = cli.format_or(Format::Json);
    let version = args.version.unwrap_or_else(|| api.latest());
    match &args.out {
        Some(folder) if args.all => {
            make(folder)?;
            let extension = if format == Format::Yaml { "yaml" } else { "json" };
            let mut written = 0;
            for version in api.all_versions() {
                let path = folder.join(format!("{version}.{extension}"));
                save(&path, &data(&crate::openapi::export(&api, version), format))?;
                written += 1;
            }
            Ok(Outcome::fine(format!("{} written to {}\n", count(written, "export"), folder.display())))
        }
        Some(path) => {
            save(path, &data(&crate::openapi::export(&api, version), format))?;
            Ok(Outcome::fine(format!("{version} written to {}\n", path.display())))
        }
        None => Ok(Outcome::fine(data(&crate::openapi::export(&api, version), format))),
    }
}

pub(super) fn schema(cli: &Cli) -> Outcome {
    Outcome::fine(data(&crate::schema::schema(), cli.format_or(Format::Json)))
}

fn make(folder: &Path) -> Result<(), Trouble> {
    let made = fs_err::create_dir_all(folder);
    made.map_err(|error| Trouble::new(error.to_string(), "name a folder that can be written with `--out`"))
}

fn save(path: &Path, text: &str) -> Result<(), Trouble> {
    let saved = fs_err::write(path, text);
    saved.map_err(|error| Trouble::new(error.to_string(), "name a place that can be written with `--out`"))
}
