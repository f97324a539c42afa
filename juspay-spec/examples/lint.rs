//! Loads a folder (the embedded spec without one) and prints what is wrong with it.
use juspay_spec::diagnostic::{Style, render};

fn main() {
    let start = std::time::Instant::now();
    let loaded = std::env::args().nth(1).map_or_else(juspay_spec::embedded, |dir| juspay_spec::load_dir(dir.as_ref()));
    print!("{}", render(&loaded.sources, &loaded.findings, Style::Plain));
    if let Some(api) = &loaded.api {
        println!("{} types {} endpoints {} versions", api.types.len(), api.endpoints.len(), api.versions.len());
    }
    println!("{:?} errors and warnings in {:?}", loaded.counts(), start.elapsed());
}
