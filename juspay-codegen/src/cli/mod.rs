//! The command line.
//!
//! Commands compute their whole output first and it is written in one place: a closed pipe cannot disturb a command,
//! and tests call [`run`] without a process. Exit codes: 0 fine, 1 something was found, 2 it could not run.

mod args;
mod conform;
mod diff;
mod docs;
mod drift;
mod drift_text;
mod explain;
mod export;
mod generate;
mod inspect;
mod lint;
mod manifest;
mod outcome;
mod spec;
mod upgrade;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use clap::{CommandFactory, Parser};

use args::{Cli, Command, When};
use outcome::{Outcome, Trouble};

/// Where a command writes, and what it may assume about it.
pub struct Streams<'a> {
    /// For results.
    pub out: &'a mut dyn Write,
    /// For messages about the run.
    pub err: &'a mut dyn Write,
    /// The width of the terminal, if there is one.
    pub width: Option<usize>,
    /// Whether results may be coloured.
    pub color: bool,
}

/// What `main` does: the command of this process, on its own streams.
pub fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let wished = wished_color(&args);
    let (stdout, stderr) = (io::stdout(), io::stderr());
    let choice = if wished == ColorChoice::Auto { AutoStream::choice(&stdout) } else { wished };
    let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let mut streams = Streams {
        out: &mut AutoStream::new(stdout, wished),
        err: &mut AutoStream::new(stderr, wished),
        width: width.filter(|_| io::IsTerminal::is_terminal(&io::stdout())),
        color: choice != ColorChoice::Never,
    };
    ExitCode::from(run(args, &mut streams))
}

/// Runs a command line, the name of the program first, and returns its exit code.
pub fn run(args: impl IntoIterator<Item = impl Into<OsString> + Clone>, streams: &mut Streams<'_>) -> u8 {
    let outcome = match Cli::try_parse_from(args) {
        Ok(cli) => dispatch(&cli, streams).unwrap_or_else(Trouble::outcome),
        Err(error) => of_clap(&error),
    };
    let written = write(streams.err, &outcome.notes).and(write(streams.out, &outcome.text));
    match written {
        Ok(()) => outcome.code,
        Err(error) => {
            let trouble = Trouble::new(format!("the output could not be written: {error}"), "");
            // Nobody is left to tell if this fails too.
            let _ = write(streams.err, &trouble.outcome().notes);
            outcome::COULD_NOT_RUN
        }
    }
}

fn dispatch(cli: &Cli, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    match &cli.command {
        Command::Generate(args) => generate::run(cli, args, streams),
        Command::Lint(args) => lint::run(cli, args, streams),
        Command::Explain(args) => Ok(explain::run(cli, args, streams)),
        Command::Inspect(args) => inspect::run(cli, args, streams),
        Command::Openapi(args) => export::openapi(cli, args, streams),
        Command::Docs(args) => docs::run(cli, args, streams),
        Command::Schema => Ok(export::schema(cli)),
        Command::Conform(args) => conform::run(cli, args, streams),
        Command::Diff(args) => diff::run(cli, args, streams),
        Command::Drift(args) => drift::run(cli, args, streams),
        Command::Upgrade(args) => upgrade::run(cli, args, streams),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), env!("CARGO_PKG_NAME"), &mut script);
            Ok(Outcome::fine(String::from_utf8_lossy(&script).into_owned()))
        }
    }
}

/// Help and version are results; everything else that the parser says is about a command that could not run.
fn of_clap(error: &clap::Error) -> Outcome {
    let text = error.render().ansi().to_string();
    if error.use_stderr() {
        Outcome { text: String::new(), notes: text, code: outcome::COULD_NOT_RUN }
    } else {
        Outcome::fine(text)
    }
}

/// The parser writes before it knows the flag that says in which colours.
fn wished_color(args: &[OsString]) -> ColorChoice {
    let mut words = args.iter().filter_map(|arg| arg.to_str());
    while let Some(word) = words.next() {
        let value = match word.split_once('=') {
            Some(("--color", value)) => Some(value),
            None if word == "--color" => words.next(),
            _ => continue,
        };
        return match value.and_then(|value| <When as clap::ValueEnum>::from_str(value, false).ok()) {
            Some(When::Always) => ColorChoice::Always,
            Some(When::Never) => ColorChoice::Never,
            _ => ColorChoice::Auto,
        };
    }
    ColorChoice::Auto
}

/// A reader that has seen enough (`| head`) is no error.
fn write(stream: &mut dyn Write, text: &str) -> io::Result<()> {
    match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
