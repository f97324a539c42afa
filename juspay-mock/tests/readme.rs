//! What the README shows is run as it stands, and it shows everything there is.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test ends where it fails")]

mod support;

use juspay_mock::Mock;
use serde_json::{Value, json};
use std::process::Command;
use support::{command, order, post};

const README: &str = include_str!("../README.md");

/// The lines of the `sh` blocks.
fn commands() -> Vec<&'static str> {
    let blocks = README.split("```sh\n").skip(1);
    blocks.flat_map(|block| block.split("```").next().unwrap_or_default().lines()).collect()
}

/// The JSON in the first column of the table under a heading.
fn rows(heading: &str) -> Vec<Value> {
    let section = README.split(&format!("## {heading}\n")).nth(1).and_then(|rest| rest.split("\n## ").next());
    let lines = section.expect("the heading is there").lines().filter_map(|line| line.strip_prefix("| `"));
    let json = lines.filter_map(|line| line.split('`').next());
    json.map(|json| serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))).collect()
}

/// The words that a message says are expected.
fn expected(mock: &Mock, wrong: &str) -> Vec<String> {
    let message = command(mock, wrong).at("/message").as_str().expect("a message").to_owned();
    let list = message.split("expected one of ").nth(1).unwrap_or_else(|| panic!("{message}"));
    let mut words: Vec<String> = list.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    words.sort_unstable();
    words
}

fn names(rows: &[Value], key: &str) -> Vec<String> {
    let mut names: Vec<_> = rows.iter().filter_map(|row| row.get(key)?.as_str().map(str::to_owned)).collect();
    names.sort_unstable();
    names
}

#[test]
fn the_lines_of_the_shell_work() {
    let mock = Mock::start().expect("a double");
    let lines = commands();
    let (start, calls) = lines.split_first().expect("lines");
    assert_eq!((*start, calls.len()), ("cargo run -p juspay-mock -- --port 8080", 3));
    let answers: Vec<String> = calls
        .iter()
        .map(|line| {
            let line = line.replace("http://127.0.0.1:8080", mock.url());
            let output = Command::new("sh").args(["-c", &line]).output().expect("a shell");
            assert!(output.status.success(), "{line}: {output:?}");
            String::from_utf8(output.stdout).expect("text")
        })
        .collect();
    let shown: Vec<&str> = answers.iter().map(String::as_str).collect();
    assert!(
        matches!(shown.as_slice(), [created, "{}", paid]
            if created.contains(r#""status":"CREATED""#) && paid.contains(r#""status":"CHARGED""#)),
        "{shown:?}"
    );
}

#[test]
fn every_command_is_there_and_is_understood() {
    let mock = Mock::start().expect("a double");
    let rows = rows("Commands");
    assert_eq!(names(&rows, "do"), expected(&mock, r#"{"do": "?"}"#));
    for row in &rows {
        let mock = Mock::start().expect("a double");
        order(&mock, "ord-1", if row["do"] == "change_mandate" { "&options.create_mandate=REQUIRED" } else { "" });
        if row["do"] != "pay" {
            command(&mock, r#"{"do": "pay", "order_id": "ord-1", "outcome": "charged"}"#).ok();
            post(&mock, "/orders/ord-1/refunds", "unique_request_id=r-1&amount=1").ok();
        }
        let answer = command(&mock, &row.to_string());
        // Nothing was captured or released here; that is all that is wrong with these.
        let refused = row["do"] == "end_capture" || row["do"] == "end_void";
        assert_eq!(answer.status, if refused { 400 } else { 200 }, "{row}: {}", answer.body);
        assert!(!refused || answer.body.contains("is under way"), "{row}: {}", answer.body);
    }
}

#[test]
fn every_fault_is_there_and_is_understood() {
    let mock = Mock::start().expect("a double");
    let rows = rows("Faults");
    assert_eq!(names(&rows, "kind"), expected(&mock, r#"{"do": "inject", "fault": {"kind": "?"}}"#));
    for row in rows {
        command(&mock, &json!({"do": "inject", "fault": row}).to_string()).ok();
    }
}

#[test]
fn every_outcome_is_named() {
    let mock = Mock::start().expect("a double");
    for name in ["pay", "end_refund", "change_mandate"] {
        let mut wrong = json!({"do": name, "order_id": "o", "outcome": "?"});
        if name == "end_refund" {
            wrong["unique_request_id"] = "r".into();
        }
        let row = README.lines().find(|line| line.starts_with(&format!("| `{{\"do\": \"{name}\""))).expect("a row");
        for outcome in expected(&mock, &wrong.to_string()) {
            assert!(row.contains(&format!("`{outcome}`")), "{outcome}: {row}");
        }
    }
}
