//! Folders of the workspace, and commands run in them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of this package.
pub fn tests() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the workspace.
pub fn root() -> &'static Path {
    tests().parent().unwrap_or(tests())
}

/// A folder for the output of builds that tests start, kept from run to run so that dependencies are built once.
pub fn target(name: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let target = if target.is_absolute() { target } else { root().join(target) };
    target.join("tests").join(name)
}

/// Cargo, the same that runs the tests, in a folder, offline and without the flags of the outer run.
pub fn cargo(folder: &Path, target: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).env("CARGO_TARGET_DIR", target).env("CARGO_TERM_COLOR", "never");
    for variable in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS", "CARGO_MAKEFLAGS", "MAKEFLAGS", "RUSTC_WORKSPACE_WRAPPER"]
    {
        command.env_remove(variable);
    }
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" {
            command.env_remove(name);
        }
    }
    command.arg("--offline");
    command
}

/// What a command wrote, or why it did not succeed.
///
/// # Errors
///
/// If it could not be started or failed; with everything that it wrote.
pub fn run(command: &mut Command) -> Result<String, String> {
    match command.output() {
        Ok(output) if output.status.success() => Ok(texts(&output)),
        Ok(output) => Err(format!("{command:?} failed\n{}", texts(&output))),
        Err(error) => Err(format!("{command:?} could not be started: {error}")),
    }
}

/// Everything that a command wrote, to either side.
pub fn texts(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
