use std::fs;
use std::path::{Path, PathBuf};

use super::{DriftKind, MARK, OutputError, Rendered, Summary, hash};

fn rendered(files: &[(&str, &str)]) -> Rendered {
    let file = |(path, text): &(&str, &str)| (PathBuf::from(path), format!("{MARK} 0\n{text}\n"));
    let files = files.iter().map(file).collect();
    Rendered { files, summary: Summary::default(), owned: Some(PathBuf::from("src")) }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

fn write(path: &Path, text: &str) {
    let _ = path.parent().map(fs::create_dir_all);
    fs::write(path, text).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn only_what_changed_is_written() {
    let out = folder();
    let first = rendered(&[("src/lib.rs", "mod a;"), ("src/a.rs", "struct A;")]);
    let done = first.write(out.path()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((done.written.len(), done.unchanged), (2, 0));
    let second = rendered(&[("src/lib.rs", "mod a;"), ("src/a.rs", "struct B;")]);
    let done = second.write(out.path()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(done.written, [out.path().join("src/a.rs")]);
    assert_eq!(done.unchanged, 1);
    assert!(read(&out.path().join("src/a.rs")).contains("struct B;"));
    let left: Vec<_> = fs::read_dir(out.path().join("src")).into_iter().flatten().flatten().collect();
    assert_eq!(left.len(), 2, "no temporary file stays");
}

#[test]
fn line_ends_of_a_checkout_do_not_count() {
    let out = folder();
    let rendered = rendered(&[("src/lib.rs", "mod a;\nmod b;")]);
    let path = out.path().join("src/lib.rs");
    write(&path, &rendered.files[0].1.replace('\n', "\r\n"));
    assert_eq!(rendered.check(out.path()), []);
    assert_eq!(rendered.write(out.path()).map(|done| done.unchanged).ok(), Some(1));
}

#[test]
fn generated_files_that_nothing_generates_go_and_others_stay() {
    let out = folder();
    let ours = out.path().join("src/old/wire.rs");
    let theirs = out.path().join("src/theirs.rs");
    let outside = out.path().join("tests/generated.rs");
    write(&ours, &format!("{MARK} 0\n"));
    write(&theirs, "// By hand.\n");
    write(&outside, &format!("{MARK} 0\n"));
    let rendered = rendered(&[("src/lib.rs", "")]);
    let drifts: Vec<_> = rendered.check(out.path()).into_iter().map(|drift| (drift.path, drift.kind)).collect();
    assert_eq!(drifts, [(out.path().join("src/lib.rs"), DriftKind::Missing), (ours.clone(), DriftKind::Left)]);
    let done = rendered.write(out.path()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(done.removed, std::slice::from_ref(&ours));
    assert!(!ours.exists() && theirs.exists() && outside.exists());
}

#[test]
fn a_file_of_somebody_else_is_never_overwritten() {
    let out = folder();
    let theirs = out.path().join("src/lib.rs");
    write(&theirs, "// By hand.\n");
    let rendered = rendered(&[("src/a.rs", ""), ("src/lib.rs", "")]);
    let error = rendered.write(out.path()).err();
    assert!(matches!(error, Some(OutputError::Foreign(path)) if path == theirs));
    assert_eq!(read(&theirs), "// By hand.\n");
    assert!(!out.path().join("src/a.rs").exists(), "nothing is written by halves");
}

#[test]
fn drift_is_shown_as_a_diff() {
    let out = folder();
    write(&out.path().join("src/lib.rs"), &format!("{MARK} 0\nstruct Old;\n"));
    let drift = rendered(&[("src/lib.rs", "struct New;")]).check(out.path());
    let [drift] = drift.as_slice() else { panic!("{drift:?}") };
    assert_eq!(drift.kind, DriftKind::Stale);
    assert!(drift.diff.contains("-struct Old;\n+struct New;\n"), "{}", drift.diff);
}

#[test]
fn the_hash_tells_parts_apart() {
    assert_eq!(hash([""; 0]), 0xcbf2_9ce4_8422_2325);
    assert_ne!(hash(["ab", "c"]), hash(["a", "bc"]));
    assert_eq!(hash(["a\r\nb"]), hash(["a\nb"]));
}
