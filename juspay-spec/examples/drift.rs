//! Compares a folder of saved pages with the embedded spec: `drift FOLDER [--coverage]`.
use juspay_spec::pages::{Format, embedded_rules, load_rules_dir, read_page};

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| args.iter().any(|arg| arg == flag);
    let loaded = juspay_spec::embedded();
    let rules = match args.get(1).filter(|arg| !arg.starts_with("--")) {
        Some(folder) => load_rules_dir(folder.as_ref()),
        None => embedded_rules(),
    };
    for finding in &rules.findings {
        println!("{}", juspay_spec::diagnostic::one_line(&rules.sources, finding));
    }
    let Some(api) = &loaded.api else { return Ok(()) };
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(args.first().map_or(".", String::as_str))? {
        let path = entry?.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        pages.push(read_page(&stem, &std::fs::read_to_string(&path)?, Format::Text, &rules.rules));
    }
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    if has("--lock") {
        for page in &pages {
            let lock = juspay_spec::drift::lock_page(api, &rules.rules, page);
            std::fs::write(format!("juspay-spec/pages/{}.lock.yaml", lock.page), lock.yaml)?;
        }
        return Ok(());
    }
    let start = std::time::Instant::now();
    let report = juspay_spec::drift::compare(api, &rules.rules, &pages, "2026-01-01");
    for finding in report.open() {
        let (page, line, item) = (&finding.page, finding.line, &finding.item);
        println!("{} {page}:{line} [{item}] {} #{}", finding.class.as_str(), finding.message, finding.print);
    }
    for coverage in &report.coverage {
        println!("{} {:?}", coverage.page, coverage.counts());
        for (line, account) in coverage.lines.iter().filter(|_| has("--coverage")) {
            println!("  {line} {:?}", account);
        }
    }
    println!("{} findings, {} fail, {:?}", report.findings.len(), report.failures().count(), start.elapsed());
    Ok(())
}
