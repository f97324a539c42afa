//! The `Cargo.toml` of a crate that is generated for the first time. It is written once and is its owner's from then on.

use std::path::Path;

use super::outcome::Trouble;

/// Where the runtime stands beside this crate's own source, in a checkout of the project.
const RUNTIME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../juspay-runtime");

/// Writes a manifest for a crate of this name, unless the folder has one.
pub(super) fn write_once(out: &Path, api: &str) -> Result<bool, Trouble> {
    let path = out.join("Cargo.toml");
    if path.exists() {
        return Ok(false);
    }
    let written = fs_err::write(&path, manifest(api, runtime().as_deref()));
    written.map_err(|error| Trouble::new(error.to_string(), "name a folder that can be written with `--out`"))?;
    Ok(true)
}

/// The folder of the runtime, where the tool runs from a checkout.
fn runtime() -> Option<String> {
    let folder = fs_err::canonicalize(RUNTIME).ok()?;
    folder.to_str().map(str::to_owned)
}

fn manifest(api: &str, runtime: Option<&str>) -> String {
    let words = api.split(|c: char| !c.is_ascii_alphanumeric()).map(str::to_ascii_lowercase);
    let usable = |word: &String| word.starts_with(|c: char| c.is_ascii_alphabetic());
    let name = words.into_iter().find(usable).unwrap_or_else(|| "api".to_owned());
    let place = runtime.map_or(String::new(), |path| format!(", path = {path:?}"));
    let version = env!("CARGO_PKG_VERSION");
    format!(
        r#"# Written once by juspay-codegen {version}; yours from here on.
[package]
name = "{name}-client"
version = "0.1.0"
edition = "2024"

# A crate of its own, wherever it stands.
[workspace]

[features]
## The client, without a way of sending: for one of your own.
client = ["juspay-runtime/http"]
## Sending with reqwest, asynchronously, over TLS by rustls.
reqwest = ["client", "juspay-runtime/reqwest-rustls"]
## Sending with ureq, blocking, over TLS by rustls.
blocking = ["client", "juspay-runtime/ureq-rustls"]
## Sending with any `tower::Service`.
tower = ["client", "juspay-runtime/tower"]
## A span for every attempt.
tracing = ["client", "juspay-runtime/tracing"]
## `Serialize` and `Deserialize` for every type, as JSON.
serde = ["juspay-runtime/serde"]

[dependencies]
juspay-runtime = {{ version = "{version}"{place} }}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_written_once() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(write_once(folder.path(), "Parcel API").ok(), Some(true));
        let path = folder.path().join("Cargo.toml");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("name = \"parcel-client\"") && text.contains("juspay-runtime = {"), "{text}");
        std::fs::write(&path, "# mine").unwrap();
        assert_eq!(write_once(folder.path(), "Parcel API").ok(), Some(false));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "# mine");
    }
}
