//! `drift`: saved documentation pages against the spec.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use juspay_spec::Loaded;
use juspay_spec::diagnostic::render;
use juspay_spec::drift::{Proposal, Report, compare, lock_page, propose, questions};
use juspay_spec::model::Api;
use juspay_spec::pages::{Format as PageFormat, LoadedRules, Page, embedded_rules, load_rules_dir, read_page};

use super::Streams;
use super::args::{Cli, Format};
use super::drift_text as text;
use super::outcome::{FOUND, Outcome, Trouble, data};
use super::spec::{self, count};
use crate::json::{Json, object};

/// Larger pages than this are refused.
const MAX_PAGE: u64 = 16 << 20;
/// Extensions of pages; other files of a folder are left out.
const EXTENSIONS: &[&str] = &["txt", "md", "markdown", "mdx", "html", "htm", "xhtml"];

/// Flags of `drift`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  juspay-codegen drift saved-pages/                    what changed, grouped by page
  juspay-codegen drift saved-pages/ --coverage         what accounts for every line
  juspay-codegen drift saved-pages/ --propose | git apply
  juspay-codegen drift saved-pages/ --questions        what to ask the API's makers
  juspay-codegen drift saved-pages/ --format github    annotations for a pull request

A page is named by its file: create-order.txt, create-order.md and create-order.html are the same
page. How pages are read, what is waived and how they were last reviewed is YAML too, beside the
spec in `pages/`. Exits with 1 if something was found that is not waived; changes of wording and
open questions do not count.")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(super) struct DriftArgs {
    /// Saved pages, or folders of them
    #[arg(value_name = "PAGE", required = true)]
    pages: Vec<PathBuf>,

    /// Folder with the rules for the pages [default: `pages` in the folder of the spec, or beside it]
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,

    /// The day that decides which waivers are over [default: today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<String>,

    /// Show waived findings too
    #[arg(long)]
    waived: bool,

    /// Show every line with what accounts for it
    #[arg(long, group = "output")]
    coverage: bool,

    /// Write a patch of the YAML that would follow the pages, to be reviewed
    #[arg(long, group = "output")]
    propose: bool,

    /// List what to ask the makers of the API
    #[arg(long, group = "output")]
    questions: bool,

    /// Write down the pages as reviewed, into the folder of the rules
    #[arg(long, group = "output")]
    lock: bool,
}

fn day(text: &str) -> Result<String, String> {
    let known: Result<juspay_spec::version::ApiVersion, _> = text.parse();
    known
        .ok()
        .filter(|day| !day.is_base())
        .map(|day| day.to_string())
        .ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
}

/// Everything that the command works on.
struct Input {
    loaded: Loaded,
    rules: LoadedRules,
    folder: Option<PathBuf>,
    pages: Vec<(PathBuf, Page)>,
    /// The pages as they are in their files, by name.
    raw: Vec<(String, String)>,
}

pub(super) fn run(cli: &Cli, args: &DriftArgs, streams: &Streams<'_>) -> Result<Outcome, Trouble> {
    let input = match load(cli, args, streams)? {
        Ok(input) => input,
        Err(outcome) => return Ok(outcome),
    };
    let Some(api) = &input.loaded.api else { return Err(Trouble::new("the spec could not be read", "")) };
    let pages: Vec<Page> = input.pages.iter().map(|(_, page)| page.clone()).collect();
    let today = args.today.clone().unwrap_or_else(today);
    let report = compare(api, &input.rules.rules, &pages, &today);
    if args.lock {
        return lock(&input, api, &pages, &report);
    }
    let found = report.failures().next().is_some();
    if args.coverage {
        return Ok(Outcome::fine(coverage(cli, &report)).found(uncovered(&report)));
    }
    if args.questions {
        return Ok(Outcome::fine(ask(cli, api, &report)));
    }
    if args.propose {
        let proposal = propose(api, &input.loaded.sources, &input.rules, &pages, &report, &today);
        return Ok(patch(cli, &input, &proposal));
    }
    let files: Vec<(String, PathBuf)> =
        input.pages.iter().map(|(path, page)| (page.name.clone(), path.clone())).collect();
    let text = match cli.format_or(Format::Text) {
        Format::Text => {
            let view = text::View {
                sources: &input.loaded.sources,
                raw: &input.raw,
                waived: args.waived,
                color: streams.color,
                width: streams.width.unwrap_or(text::WIDTH),
            };
            text::report(&report, &view)
        }
        Format::Github => text::annotations(&report, &files),
        format => data(&json(&report, args.waived), format),
    };
    Ok(Outcome::fine(text).found(found))
}

fn load(cli: &Cli, args: &DriftArgs, streams: &Streams<'_>) -> Result<Result<Input, Outcome>, Trouble> {
    let loaded = spec::load(cli)?;
    let errors: Vec<_> = loaded.findings.iter().filter(|finding| finding.is_error()).cloned().collect();
    if loaded.api.is_none() || !errors.is_empty() {
        let drawn = render(&loaded.sources, &errors, spec::style(streams.color));
        let notes = format!("{drawn}error: the spec has {}\n", count(errors.len(), "error"));
        return Ok(Err(Outcome { text: String::new(), notes, code: FOUND }));
    }
    let folder = args.rules.clone().or_else(|| cli.spec.as_deref().map(rules_of));
    if let Some(folder) = folder.as_ref().filter(|folder| !folder.is_dir()) {
        let message = format!("the rules `{}` are no folder", folder.display());
        return Err(Trouble::new(message, "name the folder of the rules with `--rules`"));
    }
    let rules = folder.as_deref().map_or_else(embedded_rules, load_rules_dir);
    let mut wrong = rules.findings.clone();
    if let Some(api) = &loaded.api {
        wrong.extend(juspay_spec::drift::check_rules(api, &rules));
    }
    if wrong.iter().any(juspay_spec::diagnostic::Finding::is_error) {
        let drawn = render(&rules.sources, &wrong, spec::style(streams.color));
        let notes = format!("{drawn}error: the rules have {}\n", count(wrong.len(), "error"));
        return Ok(Err(Outcome { text: String::new(), notes, code: FOUND }));
    }
    let (pages, raw) = read_pages(&args.pages, &rules)?;
    Ok(Ok(Input { loaded, rules, folder, pages, raw }))
}

/// The rules that belong to a spec: `pages` in its folder, or beside it.
fn rules_of(spec: &Path) -> PathBuf {
    let beside = spec.join("../pages");
    let tidy = spec.parent().filter(|_| spec.file_name().is_some()).map(|parent| parent.join("pages"));
    let inside = spec.join("pages");
    if inside.is_dir() { inside } else { tidy.unwrap_or(beside) }
}

/// Pages with their files, and their texts by name.
type Pages = (Vec<(PathBuf, Page)>, Vec<(String, String)>);

fn read_pages(paths: &[PathBuf], rules: &LoadedRules) -> Result<Pages, Trouble> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(folder(path)?);
        } else {
            files.push(path.clone());
        }
    }
    let mut pages: Vec<(PathBuf, Page)> = Vec::new();
    let mut raw = Vec::new();
    for path in files {
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        if let Some((other, _)) = pages.iter().find(|(_, page)| page.name == name) {
            let message = format!("{} and {} are the same page", other.display(), path.display());
            return Err(Trouble::new(message, "a page is named by its file without the extension; give one of them"));
        }
        let text = read(&path)?;
        let extension = path.extension().map(|extension| extension.to_string_lossy().into_owned()).unwrap_or_default();
        let page = read_page(&name, &text, PageFormat::guess(&extension, &text), &rules.rules);
        pages.push((path, page));
        raw.push((name, text));
    }
    Ok((pages, raw))
}

fn folder(path: &Path) -> Result<Vec<PathBuf>, Trouble> {
    let unreadable = |error: std::io::Error| Trouble::new(format!("cannot read {}: {error}", path.display()), "");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).map_err(unreadable)? {
        let file = entry.map_err(unreadable)?.path();
        let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_lowercase();
        if file.is_file() && EXTENSIONS.contains(&extension.as_str()) {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() {
        let help = format!("pages end with {}", EXTENSIONS.join(", "));
        return Err(Trouble::new(format!("{} holds no page", path.display()), help));
    }
    Ok(files)
}

/// A page that is no UTF-8 is read all the same; what is broken shows as a replacement character.
fn read(path: &Path) -> Result<String, Trouble> {
    let unreadable = |error: std::io::Error| Trouble::new(format!("cannot read {}: {error}", path.display()), "");
    let meta = std::fs::metadata(path).map_err(unreadable)?;
    if meta.len() > MAX_PAGE {
        return Err(Trouble::new(format!("{} is larger than 16 MiB", path.display()), "save one page in one file"));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn lock(input: &Input, api: &Api, pages: &[Page], report: &Report) -> Result<Outcome, Trouble> {
    let Some(folder) = &input.folder else {
        return Err(Trouble::new("the built-in rules cannot be written", "name a folder with `--rules` or `--spec`"));
    };
    let moved: Vec<&str> = report.moved().collect();
    if !moved.is_empty() {
        let message = format!("lines of {} have moved since the last review", moved.join(", "));
        let help = "apply `--propose` first: it moves the places of the spec that name them along";
        return Err(Trouble::new(message, help));
    }
    let mut written = 0;
    for page in pages {
        let lock = lock_page(api, &input.rules.rules, page);
        let path = folder.join(format!("{}.lock.yaml", lock.page));
        std::fs::write(&path, lock.yaml)
            .map_err(|error| Trouble::new(format!("cannot write {}: {error}", path.display()), ""))?;
        written += 1;
    }
    Ok(Outcome::fine(format!("{} written to {}\n", count(written, "lock"), folder.display())))
}

fn uncovered(report: &Report) -> bool {
    report.coverage.iter().any(|coverage| coverage.counts().0 < coverage.counts().1)
}

fn json(report: &Report, waived: bool) -> Json {
    let told = report.findings.iter().filter(|finding| waived || finding.waived.is_none());
    told.map(|finding| {
        let mut entry = object([
            ("class", finding.class.as_str().into()),
            ("page", finding.page.as_str().into()),
            ("line", Json::from(u64::from(finding.line))),
            ("item", finding.item.as_str().into()),
            ("message", finding.message.as_str().into()),
        ]);
        if let Some(reason) = &finding.waived {
            entry.set("waived", reason.as_str());
        }
        entry
    })
    .collect()
}

fn coverage(cli: &Cli, report: &Report) -> String {
    let Some(format) = cli.machine() else { return text::coverage(report) };
    let lines = report.coverage.iter().flat_map(|coverage| {
        coverage.lines.iter().map(|(line, account)| {
            object([
                ("page", coverage.page.as_str().into()),
                ("line", Json::from(u64::from(*line))),
                ("account", account.as_ref().map(juspay_spec::drift::Account::kind).into()),
                ("what", account.as_ref().map(juspay_spec::drift::Account::what).into()),
            ])
        })
    });
    data(&lines.collect(), format)
}

fn ask(cli: &Cli, api: &Api, report: &Report) -> String {
    let asks = questions(api, report);
    match cli.machine() {
        Some(format) => {
            let entry = |ask: &juspay_spec::drift::Ask| {
                object([
                    ("at", ask.at.as_str().into()),
                    ("item", ask.item.as_str().into()),
                    ("ask", ask.ask.as_str().into()),
                ])
            };
            data(&asks.iter().map(entry).collect(), format)
        }
        None => asks.iter().fold(String::new(), |mut text, ask| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}  {}\n    {}", ask.at, ask.item, ask.ask);
            text
        }),
    }
}

fn patch(cli: &Cli, input: &Input, proposal: &Proposal) -> Outcome {
    let spec = if cli.spec.is_none() { Path::new("juspay-spec/spec") } else { Path::new("") };
    let rules = if input.folder.is_none() { Path::new("juspay-spec/pages") } else { Path::new("") };
    let part = |title: &str, edits: &mut dyn Iterator<Item = (PathBuf, &str, &str)>| -> String {
        let files: String = edits.map(|(path, old, new)| text::unified(&here(&path), old, new)).collect();
        if files.is_empty() { files } else { format!("{title}\n\n{files}\n") }
    };
    let meaning = proposal.meaning.iter().map(|edit| (spec.join(&edit.path), edit.old.as_str(), edit.new.as_str()));
    let moved = proposal.spec.iter().map(|edit| {
        let before =
            proposal.meaning.iter().find(|known| known.path == edit.path).map_or(&edit.old, |known| &known.new);
        (spec.join(&edit.path), before.as_str(), edit.new.as_str())
    });
    let own = proposal.rules.iter().map(|edit| (rules.join(&edit.path), edit.old.as_str(), edit.new.as_str()));
    let patch = part(text::MEANING, &mut meaning.into_iter()) + &part(text::MOVED, &mut moved.chain(own));
    Outcome { notes: text::steps(proposal, spec, patch.is_empty()), text: patch, code: 0 }
}

/// A path as patches name files: from the top of the repository that holds it, or else from the working folder.
fn here(path: &Path) -> PathBuf {
    let working = std::env::current_dir().unwrap_or_default();
    let inner = path.strip_prefix(".").unwrap_or(path);
    let whole = working.join(inner);
    let top = whole.ancestors().skip(1).find(|folder| folder.join(".git").exists());
    whole.strip_prefix(top.unwrap_or(&working)).unwrap_or(inner).to_owned()
}

/// The day by the clock of the system, in UTC.
fn today() -> String {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    let days = since.as_secs() / 86_400;
    // Days since 0000-03-01, in cycles of 400 years, as the civil calendar counts them.
    let shifted = days + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}
