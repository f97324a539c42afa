//! Generates the client of the library API, and tables of all object types of both APIs.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use juspay_codegen::Builder;
use juspay_codegen::item::{Item, Package};

fn main() -> Result<(), Box<dyn Error>> {
    let library = Builder::new().spec("specs/library").client(true);
    library.generate()?;
    let out = std::env::var("OUT_DIR")?;
    let mut tables = table("LIBRARY", "super::library", &library.plan()?)?;
    tables.push_str(&table("JUSPAY", "juspay_client", &Builder::new().plan()?)?);
    std::fs::write(Path::new(&out).join("tables.rs"), tables)?;
    Ok(())
}

/// Every object of a package: how it is read at any version, and with each version as a type.
fn table(name: &str, home: &str, package: &Package) -> Result<String, std::fmt::Error> {
    let mut text = format!("/// Every object.\npub const {name}: &[Entry] = &[\n");
    for module in &package.modules {
        for item in &module.items {
            let Item::Object(object) = item else { continue };
            let path = format!("{home}::{}::{}", module.name, object.name);
            let any = if object.versioned { format!("{path}<{home}::versions::Dynamic>") } else { path.clone() };
            writeln!(
                text,
                "    Entry {{ name: {:?}, pass: pass::<{any}>, shown: shown::<{any}>, pins: &[",
                object.label
            )?;
            for version in package.versions.markers.iter().filter(|_| object.versioned) {
                let (marker, date) = (&version.marker.name, version.marker.date);
                writeln!(text, "        ({date}, pinned::<{path}<{home}::versions::{marker}>>),")?;
            }
            writeln!(text, "    ] }},")?;
        }
    }
    text.push_str("];\n");
    Ok(text)
}
