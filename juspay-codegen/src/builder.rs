//! The generator as a library and in a build script.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};

use juspay_spec::Loaded;
use juspay_spec::diagnostic::{self, Style};

use crate::item::Package;
use crate::options::{Layout, Options};
use crate::output::{self, Drift, OutputError, Rendered, Written};
use crate::plan::{self, Problem};

/// Reads a spec and generates Rust from it.
///
/// ```no_run
/// # fn main() -> Result<(), juspay_codegen::Error> {
/// // build.rs
/// juspay_codegen::Builder::new().spec("spec").versions("2018-10-25..=2021-03-25").only(["orders.*"]).generate()
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Builder {
    pub(crate) options: Options,
}

/// Why nothing was generated. `Debug` prints the same text, so that it can be read where `main` returns it.
pub enum Error {
    /// The spec has errors; this is what is wrong, for people.
    Spec(String),
    /// Options are wrong; all of it.
    Options(Vec<Problem>),
    /// The output could not be made or written.
    Output(OutputError),
    /// There is no place to write to.
    NoPlace,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Spec(text) => f.write_str(text.trim_end()),
            Self::Options(problems) => {
                for (place, problem) in problems.iter().enumerate() {
                    write!(f, "{}{problem}", if place > 0 { "\n" } else { "" })?;
                }
                Ok(())
            }
            Self::Output(error) => error.fmt(f),
            Self::NoPlace => f.write_str("no folder to write to: name one with `out`, or run in a build script"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}

impl From<OutputError> for Error {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl Builder {
    /// A builder that generates everything, for every version.
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder with these options.
    pub fn from_options(options: Options) -> Self {
        Self { options }
    }

    /// The options so far.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Reads the spec.
    pub fn load(&self) -> Loaded {
        match &self.options.spec {
            Some(folder) => juspay_spec::load_dir(folder),
            None => juspay_spec::embedded(),
        }
    }

    /// Plans what is generated.
    ///
    /// # Errors
    ///
    /// If the spec or the options are wrong.
    pub fn plan(&self) -> Result<Package, Error> {
        self.plan_loaded(&self.load())
    }

    /// Plans what is generated from a spec that has been read.
    ///
    /// # Errors
    ///
    /// If the spec or the options are wrong.
    pub fn plan_loaded(&self, loaded: &Loaded) -> Result<Package, Error> {
        match &loaded.api {
            Some(api) if !loaded.has_errors() => plan::plan(api, &self.options).map_err(Error::Options),
            _ => Err(Error::Spec(diagnostic::render(&loaded.sources, &loaded.findings, Style::Plain))),
        }
    }

    /// Generates into memory.
    ///
    /// # Errors
    ///
    /// If the spec or the options are wrong.
    pub fn render(&self) -> Result<Rendered, Error> {
        self.render_loaded(&self.load())
    }

    /// Generates into memory, from a spec that has been read.
    ///
    /// # Errors
    ///
    /// If the spec or the options are wrong.
    pub fn render_loaded(&self, loaded: &Loaded) -> Result<Rendered, Error> {
        self.render_planned(loaded, &self.plan_loaded(loaded)?)
    }

    /// Generates into memory what was planned from a spec.
    ///
    /// # Errors
    ///
    /// If options brought something in that is no Rust.
    pub fn render_planned(&self, loaded: &Loaded, package: &Package) -> Result<Rendered, Error> {
        let mut parts = vec![env!("CARGO_PKG_VERSION").to_owned(), self.options.fingerprint()];
        for (_, source) in loaded.sources.iter() {
            parts.extend([source.stem().to_owned(), source.text.clone()]);
        }
        let hash = output::hash(parts.iter().map(String::as_str));
        Ok(Rendered::new(package, self.options.layout, hash)?)
    }

    /// Compares what is in the output folder with what would be generated.
    ///
    /// # Errors
    ///
    /// If the spec or the options are wrong.
    pub fn check(&self) -> Result<Vec<Drift>, Error> {
        let out = self.options.out.as_deref().ok_or(Error::NoPlace)?;
        Ok(self.render()?.check(out))
    }

    /// Generates into the output folder.
    ///
    /// # Errors
    ///
    /// If the spec or the options are wrong, or the disk refuses.
    pub fn write(&self) -> Result<Written, Error> {
        let out = self.options.out.as_deref().ok_or(Error::NoPlace)?;
        Ok(self.render()?.write(out)?)
    }

    /// Generates from a build script: into `OUT_DIR`, as one file, unless told otherwise.
    ///
    /// The file is called after the first word of the API's name, so the crate takes it in with
    /// `include!(concat!(env!("OUT_DIR"), "/juspay.rs"));`. Cargo is told which files to watch, and findings appear as
    /// its own errors and warnings. Outside of a build script it is [`write`](Self::write).
    ///
    /// # Errors
    ///
    /// If the spec or the options are wrong, or the disk refuses.
    pub fn generate(&self) -> Result<(), Error> {
        let variable = |name: &str| std::env::var_os(name);
        // Cargo sets all of these for build scripts and nothing else.
        let script = variable("TARGET").and(variable("HOST")).and(variable("OUT_DIR"));
        match script {
            Some(folder) => self.generate_for_cargo(Path::new(&folder), &mut std::io::stdout().lock()),
            None => self.write().map(drop),
        }
    }

    /// Generates for cargo, which reads what is printed.
    fn generate_for_cargo(&self, folder: &Path, cargo: &mut dyn Write) -> Result<(), Error> {
        let mut here = self.clone();
        let out = here.options.out.clone().unwrap_or_else(|| folder.to_path_buf());
        if here.options.out.is_none() && here.options.layout == Layout::Crate {
            here.options.layout = Layout::Single;
        }
        let loaded = here.load();
        announce(&here.watched(&loaded), &loaded, cargo);
        let done = here.render_loaded(&loaded).and_then(|rendered| Ok(rendered.write(&out)?));
        match done {
            Ok(_) => Ok(()),
            Err(error) => {
                // What is wrong with the spec has been told already.
                if !matches!(error, Error::Spec(_)) {
                    tell(cargo, "error", &error.to_string());
                }
                Err(error)
            }
        }
    }

    /// What cargo watches: the folder, for files that come and go, and every file that was read.
    fn watched(&self, loaded: &Loaded) -> Vec<PathBuf> {
        let folder = self.options.spec.iter().cloned();
        let files = self.options.spec.iter().flat_map(|_| loaded.sources.paths().map(Path::to_path_buf));
        let script = PathBuf::from("build.rs");
        std::iter::once(script).chain(folder).chain(files).collect()
    }
}

fn announce(watched: &[PathBuf], loaded: &Loaded, cargo: &mut dyn Write) {
    for path in watched {
        let _ = writeln!(cargo, "cargo::rerun-if-changed={}", path.display());
    }
    for finding in &loaded.findings {
        let level = if finding.is_error() { "error" } else { "warning" };
        tell(cargo, level, &diagnostic::one_line(&loaded.sources, finding));
    }
}

/// One message is one line for cargo.
fn tell(cargo: &mut dyn Write, level: &str, text: &str) {
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let _ = writeln!(cargo, "cargo::{level}={line}");
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    const SPEC: &str = "
api:
  name: Parcel Post
  doc: Ships parcels.
  version-header: parcel-version
  unversioned: oldest
pages:
  p: {title: Parcels}
types:
  Parcel:
    doc: A parcel.
    at: p:10
    fields:
      id: {type: string, at: p:11, doc: Its id.}
endpoints:
  get_parcel:
    call: GET /parcels/{parcel_id}
    doc: A parcel.
    at: p:12
    auth: none
    responses: {200: Parcel}
";

    /// What a build script with this spec prints, what it returns, and what it writes.
    fn run(spec: &str, change: impl Fn(Builder) -> Builder) -> (String, Result<(), Error>, String) {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
        let path = folder.path().join("parcels.yaml");
        fs::write(&path, spec).unwrap_or_else(|error| panic!("{error}"));
        let mut printed = Vec::new();
        let out = folder.path().join("out");
        let done = change(Builder::new().spec(folder.path())).generate_for_cargo(&out, &mut printed);
        let printed = String::from_utf8_lossy(&printed).replace(&*folder.path().to_string_lossy(), "DIR");
        (printed.replace('\\', "/"), done, fs::read_to_string(out.join("parcel.rs")).unwrap_or_default())
    }

    #[test]
    fn a_build_script_says_what_it_read_and_writes_one_file() {
        let (printed, done, text) = run(SPEC, |builder| builder);
        assert!(done.is_ok(), "{done:?}");
        let watched =
            "cargo::rerun-if-changed=build.rs\ncargo::rerun-if-changed=DIR\ncargo::rerun-if-changed=DIR/parcels.yaml\n";
        assert!(printed.starts_with(watched), "{printed}");
        assert!(text.contains("pub mod parcels {") && text.contains("mod wire {"), "{text}");
        assert!(!text.contains("//!") && !text.contains("#!["), "an included file has no inner attributes\n{text}");
    }

    #[test]
    fn mistakes_in_the_spec_are_lines_for_cargo() {
        let (printed, done, text) = run(&SPEC.replace("type: string", "type: Strang"), |builder| builder);
        assert!(matches!(done, Err(Error::Spec(_))));
        let error = printed.lines().find(|line| line.starts_with("cargo::error=")).unwrap_or_default();
        assert!(error.contains("parcels.yaml:14:18: error["), "{printed}");
        assert!(text.is_empty());
    }

    #[test]
    fn mistakes_in_options_are_lines_for_cargo() {
        let (printed, done, _) = run(SPEC, |builder| builder.only(["Parcle", "x.*"]).replace("Parcel", "}"));
        let lines: Vec<&str> = printed.lines().filter(|line| line.starts_with("cargo::error=")).collect();
        assert_eq!(lines.len(), 3, "{printed}");
        assert_eq!(lines[0], "cargo::error=option `replace`: `}` is no type in Rust");
        assert_eq!(done.map_err(|error| format!("{error:?}").lines().count()), Err(3));
    }

    #[test]
    fn a_type_that_is_no_rust_is_an_error() {
        let (_, done, _) = run(SPEC, |builder| builder.replace("Parcel.id", "my::<>::"));
        let error = done.map_err(|error| error.to_string());
        assert!(matches!(&error, Err(text) if text.contains("would be no Rust")), "{error:?}");
    }
}
