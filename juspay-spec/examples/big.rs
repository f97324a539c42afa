//! Writes a spec of any size into a folder, to measure how long checking takes:
//! `cargo run --example big DIR TYPES FIELDS ENDPOINTS`, then `cargo run --release --example lint DIR`.
use std::fmt::Write;

fn main() -> std::io::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().unwrap_or_else(|| "big".to_owned());
    let mut number = |default: usize| args.next().and_then(|text| text.parse().ok()).unwrap_or(default);
    let (types, fields, endpoints) = (number(2000), number(20), number(1000));
    std::fs::create_dir_all(&folder)?;
    std::fs::write(format!("{folder}/api.yaml"), api(types))?;
    // Types refer to types of other files, so that everything is looked up over the whole set.
    let mut files: Vec<String> = (0..20).map(|_| "types:\n".to_owned()).collect();
    for at in 0..types {
        let file = at % files.len();
        if let Some(text) = files.get_mut(file) {
            object(text, at, types, fields);
        }
    }
    for (text, at) in files.iter().zip(0..) {
        std::fs::write(format!("{folder}/module{at}.yaml"), text)?;
    }
    std::fs::write(format!("{folder}/calls.yaml"), calls(types, endpoints))
}

fn api(types: usize) -> String {
    let mut text = "api: {name: Big, doc: A big one.}\npages:\n".to_owned();
    for page in 0..200 {
        let _ = writeln!(text, "  page{page}: {{title: Page {page}}}");
    }
    text.push_str("changes:\n");
    for at in 0..types {
        let (year, month, day) = (2000 + at % 20, 1 + at / 20 % 12, 1 + at / 240 % 28);
        let _ = writeln!(text, "  change{at}: {{version: {year}-{month:02}-{day:02}, kind: added, doc: Change {at}.}}");
    }
    text.push_str("enums:\n");
    for at in 0..100 {
        let _ = writeln!(text, "  Kind{at}:\n    doc: A kind.\n    values:");
        for value in 0..50 {
            let _ = writeln!(text, "      VALUE_{value}: {{id: {value}, doc: Value {value}.}}");
        }
    }
    text.push_str("groups:\n");
    for at in 0..100 {
        let _ = writeln!(text, "  Shared{at}:\n    fields:\n      shared_{at}: {{type: string?, doc: Shared.}}");
    }
    text
}

fn object(text: &mut String, at: usize, types: usize, fields: usize) {
    let _ = writeln!(text, "  Type{at}:\n    doc: Type {at}.\n    include: [Shared{}]\n    fields:", at % 100);
    let _ = writeln!(text, "      kind: {{type: Kind{}, at: page{}:12, doc: Its kind.}}", at % 100, at % 200);
    let _ = writeln!(text, "      next: {{type: Type{}?, doc: The next one.}}", (at + 1) % types);
    let _ = writeln!(text, "      gated: {{type: string?, gate: change{at}, when: kind == VALUE_7, doc: Gated.}}");
    for field in 3..fields {
        let _ = writeln!(
            text,
            "      field_{field}: {{type: string?, at: page{}:{field}, max-length: 20, doc: \"Field {field}, plain.\"}}",
            field % 200
        );
    }
}

fn calls(types: usize, endpoints: usize) -> String {
    let mut text = "endpoints:\n".to_owned();
    for at in 0..endpoints {
        let _ = writeln!(
            text,
            "  call_{at}:\n    call: POST /things{at}/{{id}}\n    doc: Call {at}.\n    json: Type{}\n    responses: {{200: Type{}}}",
            at % types,
            at * 2 % types
        );
    }
    text
}
