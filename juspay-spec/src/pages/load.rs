//! From files of rules to [`Rules`].

use std::path::{Path, PathBuf};

use super::rules::{self, Rules};
use crate::diagnostic::{Finding, Sink};
use crate::source::Sources;
use crate::{load, tree};

macro_rules! files {
    ($($name:literal)*) => {
        /// The files with their texts; a test holds this list and the folder together.
        const FILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../pages/", $name))),)*];
    };
}

files! {
    "api-basics.yaml" "api-basics.lock.yaml" "create-order.yaml" "create-order.lock.yaml" "mandate-status.yaml"
    "mandate-status.lock.yaml" "order-status.yaml" "order-status.lock.yaml" "readers.yaml" "session.yaml"
    "session.lock.yaml" "waivers.yaml"
}

/// Rules after loading.
#[derive(Debug)]
pub struct LoadedRules {
    /// The files, for places in findings.
    pub sources: Sources,
    /// What is wrong with the rules.
    pub findings: Vec<Finding>,
    /// The rules, as far as they could be understood.
    pub rules: Rules,
}

/// The files of the rules for the pages of the embedded spec.
pub fn embedded_rules_files() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied()
}

/// Loads the rules for the pages of the embedded spec.
pub fn embedded_rules() -> LoadedRules {
    load_rules_files(embedded_rules_files().map(|(name, text)| (PathBuf::from(name), text.to_owned())).collect())
}

/// Loads every `*.yaml` file of a folder.
pub fn load_rules_dir(folder: &Path) -> LoadedRules {
    let (files, sink) = load::files_of(folder);
    load_rules(files, sink)
}

/// Loads files given as paths and texts.
pub fn load_rules_files(files: Vec<(PathBuf, String)>) -> LoadedRules {
    load_rules(files, Sink::default())
}

fn load_rules(mut files: Vec<(PathBuf, String)>, mut sink: Sink) -> LoadedRules {
    files.sort();
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(path, text);
    }
    let mut rules = Rules::default();
    for (id, source) in sources.iter() {
        if let Some(root) = tree::parse(id, source, &mut sink) {
            rules::lower(&root, &mut rules, &mut sink);
        }
    }
    for lock in std::mem::take(&mut rules.locks) {
        match rules.locks.iter_mut().find(|known| known.page == lock.page) {
            Some(known) => {
                known.texts.extend(lock.texts);
                known.rows.extend(lock.rows);
            }
            None => rules.locks.push(lock),
        }
    }
    LoadedRules { sources, findings: sink.into_sorted(), rules }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/pages");
        let names = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let there: BTreeSet<String> =
            names.filter(|name| Path::new(name).extension().is_some_and(|end| end == "yaml")).collect();
        let here: BTreeSet<String> = super::embedded_rules_files().map(|(name, _)| name.to_owned()).collect();
        assert_eq!(there, here);
        let loaded = super::embedded_rules();
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    }
}
