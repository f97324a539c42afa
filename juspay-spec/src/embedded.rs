//! The spec of Juspay's Express Checkout API, as part of this crate.

use std::path::PathBuf;

use crate::load::{Loaded, load_files};

macro_rules! files {
    ($($name:literal)*) => {
        /// The files with their texts; a test holds this list and the folder together.
        const FILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../spec/", $name))),)*];
    };
}

files! {
    "api.yaml" "customers.yaml" "errors.yaml" "gateways.yaml" "mandates.yaml" "offers.yaml" "orders.yaml" "payments.yaml"
    "questions.yaml" "readings.yaml" "refunds.yaml" "session.yaml" "txns.yaml" "versions.yaml" "webhooks.yaml"
}

/// The files of the embedded spec.
pub fn embedded_files() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied()
}

/// Loads the embedded spec.
pub fn embedded() -> Loaded {
    load_files(embedded_files().map(|(name, text)| (PathBuf::from(name), text.to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_file_of_the_folder_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/spec");
        let names = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let there: BTreeSet<String> = names
            .filter(|name| std::path::Path::new(name).extension().is_some_and(|extension| extension == "yaml"))
            .collect();
        let here: BTreeSet<String> = super::embedded_files().map(|(name, _)| name.to_owned()).collect();
        assert_eq!(there, here);
        assert!(!here.is_empty());
    }
}
