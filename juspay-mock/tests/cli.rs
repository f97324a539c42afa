//! The command: what it prints, how it ends, and what it says to what is wrong.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test ends where it fails")]

mod support;

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::Duration;
use support::{Answer, call, send};

const BINARY: &str = env!("CARGO_BIN_EXE_juspay-mock");

/// A running command; it is killed if a test forgets it.
struct Running {
    child: Child,
    url: String,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        let mut child =
            Command::new(BINARY).args(arguments).stdout(Stdio::piped()).spawn().expect("the command can be started");
        // A pipe is no terminal: the line comes at once all the same.
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        Self { child, url: line.trim_end().to_owned() }
    }

    fn port(&self) -> String {
        self.url.rsplit(':').next().unwrap_or_default().to_owned()
    }

    fn signal(&mut self, name: &str) -> ExitStatus {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().expect("kill can be run").success());
        for _ in 0..1000 {
            if let Some(status) = self.child.try_wait().expect("it can be asked") {
                return status;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("{name} does not end it")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs the command to its end.
fn run(arguments: &[&str]) -> Output {
    Command::new(BINARY).args(arguments).output().expect("the command can be run")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("text")
}

#[test]
fn the_first_line_is_where_it_answers() {
    let running = Running::start(&["--port", "0"]);
    assert!(running.url.starts_with("http://127.0.0.1:"), "{}", running.url);
    let page = call("GET", &format!("{}/", running.url), "text/plain", "");
    assert_eq!((page.status, page.headers["content-type"].as_bytes()), (200, b"text/html; charset=utf-8".as_slice()));
}

#[cfg(unix)]
#[test]
fn it_ends_when_it_is_interrupted_or_terminated() {
    for signal in ["-INT", "-TERM"] {
        let mut running = Running::start(&["--port", "0"]);
        let port = running.port();
        assert_eq!(running.signal(signal).code(), Some(0), "{signal}");
        // The port is free again at once.
        let again = Running::start(&["--port", &port]);
        assert_eq!(again.port(), port);
    }
}

#[test]
fn a_port_that_is_taken_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").and_then(|listener| Ok((listener.local_addr()?.port(), listener)));
    let (port, _listener) = taken.expect("a port");
    let output = run(&["--port", &port.to_string()]);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
    let said = text(&output.stderr);
    assert!(said.starts_with(&format!("juspay-mock: port {port} of this machine: ")), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn what_is_wrong_is_said() {
    let cases: [(&[&str], &str); 11] = [
        (&["--port", "http"], "invalid value 'http' for '--port"),
        (&["--prot", "1"], "unexpected argument '--prot'"),
        (&["--webhook-url", "http://127.0.0.1/"], "--webhook-version"),
        (&["--webhook-url", "http://127.0.0.1/", "--webhook-version", "yesterday"], "--webhook-version yesterday"),
        (&["--webhook-url", "https://shop.example/", "--webhook-version", "2021-03-25"], "posts nowhere else"),
        (&["--webhook-user", "shop"], "--webhook-password"),
        (&["--clock", "noon"], "invalid value 'noon' for '--clock"),
        (&["--repeat", "maybe"], "invalid value 'maybe' for '--repeat"),
        (&["--unknown-order", "found"], "possible values: not-found, ok"),
        (&["--key", ""], "a value is required for '--key"),
        (&["--merchant-id="], "a value is required for '--merchant-id"),
    ];
    for (arguments, why) in cases {
        let port: &[&str] = if arguments.contains(&"--port") { &[] } else { &["--port", "0"] };
        let output = run(&[port, arguments].concat());
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""), "{arguments:?}");
        assert!(text(&output.stderr).contains(why), "{arguments:?}: {}", text(&output.stderr));
    }
}

#[test]
fn help_tells_every_flag_and_no_secret() {
    let output =
        Command::new(BINARY).arg("--help").env("JUSPAY_MOCK_KEY", "CANARY").output().expect("the command runs");
    let help = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0));
    for flag in [
        "port",
        "strict",
        "colon",
        "seed",
        "clock",
        "key",
        "merchant-id",
        "repeat",
        "unknown-order",
        "outcomes",
        "webhook-url",
        "webhook-version",
        "webhook-user",
        "webhook-password",
    ] {
        assert!(help.contains(&format!("--{flag}")), "{flag}: {help}");
    }
    assert!(help.contains("It moves no money") && !help.contains("CANARY"), "{help}");
    assert!(text(&run(&["--version"]).stdout).starts_with("juspay-mock "));
}

/// What a shop does in a short time.
fn calls(url: &str) -> Vec<Answer> {
    let form = "application/x-www-form-urlencoded";
    let mut answers = Vec::new();
    let mut ask = |method: &str, path: &str, kind: &str, body: &str| {
        let answer = call(method, &format!("{url}{path}"), kind, body);
        answers.push(answer.clone());
        answer
    };
    ask("POST", "/orders", form, "order_id=ord-1&amount=10.50&options.get_client_auth_token=true");
    ask("POST", "/mock/command", "application/json", r#"{"do":"pay","order_id":"ord-1","outcome":"charged"}"#);
    ask("POST", "/mock/command", "application/json", r#"{"do":"advance","seconds":90}"#);
    ask("POST", "/orders/ord-1/refunds", form, "unique_request_id=r-1&amount=0.50");
    ask("GET", "/orders/ord-1", form, "");
    ask("GET", "/orders/ord-2", form, "");
    ask("POST", "/customers", form, "object_reference_id=cust-1&mobile_number=0000000000");
    ask("GET", "/mock/state", form, "");
    for answer in &mut answers {
        // This is the machine's own time.
        answer.headers.remove("date");
    }
    answers
}

#[test]
fn the_same_seed_and_calls_give_the_same_answers_byte_by_byte() {
    let first = Running::start(&["--port", "0", "--seed", "7", "--clock", "2026-01-01T00:00:00Z"]);
    let port = first.port();
    let expected = calls(&first.url);
    assert!(expected[7].body.contains(r#""now":"2026-01-01T00:01:30Z""#), "{}", expected[7].body);
    drop(first);
    let again = Running::start(&["--port", &port, "--seed", "7", "--clock", "2026-01-01T00:00:00Z"]);
    assert_eq!(calls(&again.url), expected);
    drop(again);
    let other = Running::start(&["--port", &port, "--seed", "8", "--clock", "2026-01-01T00:00:00Z"]);
    assert_ne!(calls(&other.url)[0], expected[0]);
}

#[test]
fn flags_reach_the_double() {
    let arguments =
        ["--port", "0", "--strict", "--colon", "--key", "secret", "--merchant-id", "shop", "--unknown-order", "ok"];
    let running = Running::start(&arguments);
    let ask = |credential: &str, merchant: &str, version: Option<&str>| {
        let mut request = ureq::http::Request::get(format!("{}/orders/none", running.url))
            .header("authorization", credential)
            .header("x-merchantid", merchant);
        if let Some(version) = version {
            request = request.header("version", version);
        }
        send(request.body(String::new()).expect("a request")).status
    };
    let version = Some("2021-03-25");
    assert_eq!(ask("Basic c2VjcmV0Og==", "shop", version), 200);
    assert_eq!(ask("Basic c2VjcmV0", "shop", version), 401);
    assert_eq!(ask("Basic b3RoZXI6", "shop", version), 401);
    assert_eq!(ask("Basic c2VjcmV0Og==", "stall", version), 401);
    assert_eq!(ask("Basic c2VjcmV0Og==", "shop", None), 400);
}
