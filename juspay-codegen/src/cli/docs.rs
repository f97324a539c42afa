//! `docs`: the reference as static HTML.

use std::path::{Path, PathBuf};

use super::Streams;
use super::args::{Cli, DocsArgs};
use super::outcome::{Outcome, Trouble, data};
use super::spec::{self, count};
use crate::json::{Json, object};
use crate::reference::{self, File, MARK};

pub(super) fn run(cli: &Cli, args: &DocsArgs, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    let api = match spec::checked(cli, streams)? {
        Ok(api) => api,
        Err(outcome) => return Ok(outcome),
    };
    let files =
        reference::render(&api).map_err(|error| Trouble::new(format!("a template is broken: {error:#}"), ""))?;
    fs_err::create_dir_all(&args.out).map_err(|error| trouble(&error))?;
    if let Some(path) = foreign(&args.out, &files) {
        let message = format!("`{}` was not written by this command", path.display());
        return Err(Trouble::new(message, "name another folder with `--out`, or remove the file"));
    }
    for file in &files {
        fs_err::write(args.out.join(&file.name), &file.text).map_err(|error| trouble(&error))?;
    }
    let text = match cli.machine() {
        Some(format) => {
            let names: Json = files.iter().map(|file| file.name.as_str()).collect();
            data(&object([("out", args.out.display().to_string().into()), ("files", names)]).into(), format)
        }
        None => format!(
            "{} written to {}; open {}\n",
            count(files.len(), "file"),
            args.out.display(),
            args.out.join("index.html").display()
        ),
    };
    Ok(Outcome::fine(text))
}

/// A file in the way that somebody else wrote.
fn foreign(out: &Path, files: &[File]) -> Option<PathBuf> {
    let mark = MARK.trim_start_matches("<!-- ");
    files.iter().map(|file| out.join(&file.name)).find(|path| {
        let ours = |text: String| text.lines().next().is_some_and(|line| line.contains(mark));
        path.exists() && !fs_err::read_to_string(path).is_ok_and(ours)
    })
}

fn trouble(error: &std::io::Error) -> Trouble {
    Trouble::new(error.to_string(), "name a folder that can be written with `--out`")
}
