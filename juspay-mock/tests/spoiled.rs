//! What a fault sends, byte by byte, as somebody sees it who reads the connection.
#![allow(clippy::expect_used, reason = "a test ends where it fails")]

mod support;

use juspay_mock::{Fault, Mock};
use std::io::{Read, Write};
use std::net::TcpStream;
use support::{get, order};

/// Looks an order up and reads what there is, with what ended it.
fn look(mock: &Mock, more: &str) -> (String, Option<std::io::ErrorKind>) {
    let address = mock.url().strip_prefix("http://").expect("an address");
    let mut stream = TcpStream::connect(address).expect("it answers");
    let head = "GET /orders/ord-1 HTTP/1.1\r\nhost: double\r\nx-merchantid: shop\r\nauthorization: Basic a2V5Og==\r\n";
    stream.write_all(format!("{head}{more}\r\n").as_bytes()).expect("it listens");
    let mut seen = Vec::new();
    let end = stream.read_to_end(&mut seen).err().map(|error| error.kind());
    (String::from_utf8_lossy(&seen).into_owned(), end)
}

fn length(head: &str) -> Option<usize> {
    head.lines().find_map(|line| line.strip_prefix("content-length: "))?.parse().ok()
}

#[test]
fn a_body_that_breaks_off_has_begun() {
    let mock = Mock::start().expect("a port is free");
    order(&mock, "ord-1", "");
    let whole = get(&mock, "/orders/ord-1").body.len();
    for more in ["", "connection: close\r\n"] {
        mock.inject(Fault::truncated()).expect("a fault");
        let (seen, _) = look(&mock, more);
        let (head, body) = seen.split_once("\r\n\r\n").unwrap_or_default();
        assert!(head.starts_with("HTTP/1.1 200"), "{seen:?}");
        let promised = length(head).expect("it says how long it is");
        assert!(body.starts_with(r#"{"id":"#) && body.len() == promised / 2, "{promised} of {whole}: {body}");
    }
}

#[test]
fn a_reset_sends_nothing() {
    let mock = Mock::start().expect("a port is free");
    order(&mock, "ord-1", "");
    for fault in [Fault::reset_before(), Fault::reset_after()] {
        mock.inject(fault).expect("a fault");
        assert_eq!(look(&mock, ""), (String::new(), Some(std::io::ErrorKind::ConnectionReset)));
    }
}

#[test]
fn a_status_without_a_body_has_none() {
    let mock = Mock::start().expect("a port is free");
    for (status, promised) in [(204, None), (205, Some(0)), (304, None), (503, Some(317))] {
        mock.inject(Fault::status(status)).expect("a fault");
        let (seen, end) = look(&mock, "connection: close\r\n");
        let (head, body) = seen.split_once("\r\n\r\n").unwrap_or_default();
        assert!(head.starts_with(&format!("HTTP/1.1 {status}")), "{seen}");
        assert_eq!((length(head), body.len(), end), (promised, promised.unwrap_or(0), None), "{seen}");
    }
}
