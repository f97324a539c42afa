//! Specs of any size, for measuring: endpoints with a request and an answer of twenty fields each, and a dozen versions
//! that gate a fifth of the fields.

use std::fmt::Write;
use std::path::PathBuf;

/// Endpoints in one file.
const PER_FILE: usize = 50;
const VERSIONS: usize = 12;
const FIELDS: usize = 20;
const KINDS: [&str; 10] =
    ["string", "int?", "amount?", "bool?", "string?", "timestamp?", "list<string>?", "State?", "url?", "json?"];

/// The files of a spec with this many endpoints and twice as many objects.
pub fn spec(endpoints: usize) -> Vec<(PathBuf, String)> {
    let mut files = vec![(PathBuf::from("api.yaml"), head(endpoints))];
    for (number, first) in (0..endpoints).step_by(PER_FILE).enumerate() {
        let file = module(first, PER_FILE.min(endpoints - first), endpoints);
        files.push((PathBuf::from(format!("part{number}.yaml")), file));
    }
    files
}

/// How many lines of YAML there are in all.
pub fn lines(files: &[(PathBuf, String)]) -> usize {
    files.iter().map(|(_, text)| text.lines().count()).sum()
}

fn head(endpoints: usize) -> String {
    let mut text = String::from(
        "api:\n  name: Synthetic\n  doc: As large as you like.\n  version-header: version\n  unversioned: oldest\n  \
         environments:\n    live: {url: https://synthetic.example, doc: Nowhere.}\n  \
         auth:\n    token: {scheme: bearer, doc: A token.}\nchanges:\n",
    );
    // A spec with few fields has no use for all changes.
    for version in 0..VERSIONS.min(endpoints * 8) {
        let line =
            format!("  c{version}: {{version: {}-06-01, kind: added, doc: Change {version}.}}\n", 2010 + version);
        text.push_str(&line);
    }
    text.push_str("enums:\n  State: {doc: A state., values: {NEW: Fresh., OLD: Not fresh., GONE: Not there.}}\n");
    text
}

fn module(first: usize, count: usize, endpoints: usize) -> String {
    let mut text = String::from("endpoints:\n");
    for at in first..first + count {
        let call = format!(
            "  call{at}:\n    call: POST /call{at}/{{id}}\n    doc: Call number {at}.\n    auth: token\n    json: Ask{at}\n    \
             responses: {{200: {{type: Tell{at}, doc: The answer.}}}}\n"
        );
        text.push_str(&call);
    }
    text.push_str("types:\n");
    for at in first..first + count {
        object(&mut text, &format!("Ask{at}"), at * 2, None);
        // Every answer but the last holds the next one, now and then.
        let next = (at % 3 == 0 && at + 1 < endpoints).then(|| format!("Tell{}", at + 1));
        object(&mut text, &format!("Tell{at}"), at * 2 + 1, next.as_deref());
    }
    text
}

fn object(text: &mut String, name: &str, seed: usize, next: Option<&str>) {
    let _ = writeln!(text, "  {name}:\n    doc: The object {name}.\n    fields:");
    for field in 0..FIELDS {
        let kind = KINDS.get((field + seed) % KINDS.len()).copied().unwrap_or("string?");
        let last = if field + 1 == FIELDS { next } else { None };
        let kind = last.map_or_else(|| kind.to_owned(), |next| format!("{next}?"));
        let gated = field % 5 == 4;
        let gate = if gated { format!(", gate: c{}", (seed * 4 + field / 5) % VERSIONS) } else { String::new() };
        let _ = writeln!(text, "      field_{field}: {{type: {kind}{gate}, doc: Field {field} of {name}.}}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specs_of_every_size_are_sound() {
        for endpoints in [1, 2, 7, 120] {
            let files = spec(endpoints);
            let loaded = juspay_spec::load_files(files);
            let findings: Vec<_> = loaded.findings.iter().map(|finding| &finding.message).collect();
            assert!(findings.is_empty(), "{endpoints}: {findings:?}");
            let api = loaded.api.as_ref().map(|api| (api.endpoints.len(), api.types.len()));
            assert_eq!(api, Some((endpoints, 2 * endpoints + 1)));
        }
    }
}
