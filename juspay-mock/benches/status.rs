//! What a lookup of an order costs the double, against a bare axum handler that returns the same bytes.
//!
//! `cargo bench -p juspay-mock --bench status -- 10` takes the number of rounds. Both servers have a thread of their own and
//! stand in turn before the same load: 32 connections, a request on each, and then all the answers. The ratio of the
//! rates is what counts where the machine does nothing else; the processor time of the servers' threads, which comes
//! from `/proc`, tells more on a busy one.
#![allow(clippy::print_stdout, clippy::expect_used, reason = "a report is printed, and ends where it fails")]

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::{HeaderName, header};
use axum::routing::get;
use juspay_mock::{Mock, PaymentOutcome, RefundOutcome};

const CONNECTIONS: usize = 32;
const ROUND: Duration = Duration::from_millis(500);

const HEADERS: &str = "host: localhost\r\nversion: 2021-03-25\r\nx-merchantid: shop\r\nauthorization: Basic a2V5Og==\r\n\
    user-agent: bench\r\naccept: */*\r\n";

/// A server and its load.
struct Target {
    /// The name of its thread.
    thread: &'static str,
    connections: Vec<TcpStream>,
    /// Bytes of an answer, head and body.
    length: usize,
}

/// What a round came to.
#[derive(Clone, Copy)]
struct Round {
    /// Calls per second.
    rate: f64,
    /// Microseconds of the server's thread per call.
    processor: f64,
}

impl Target {
    fn new(thread: &'static str, url: &str) -> Self {
        let address = url.trim_start_matches("http://");
        let mut connections: Vec<_> =
            (0..CONNECTIONS).map(|_| TcpStream::connect(address).expect("the server is there")).collect();
        for stream in &connections {
            stream.set_nodelay(true).expect("a socket");
        }
        let length = connections.iter_mut().map(|stream| exchange(stream, &status()).len()).max();
        Self { thread, connections, length: length.expect("there are connections") }
    }

    fn round(&mut self) -> Round {
        let request = status();
        let mut answer = vec![0; self.length];
        let (start, before, mut calls) = (Instant::now(), processor_time(self.thread), 0_u32);
        while start.elapsed() < ROUND {
            for stream in &mut self.connections {
                stream.write_all(request.as_bytes()).expect("it is sent");
            }
            for stream in &mut self.connections {
                stream.read_exact(&mut answer).expect("it is answered");
            }
            calls += u32::try_from(CONNECTIONS).expect("a few");
        }
        let spent = processor_time(self.thread).saturating_sub(before);
        Round {
            rate: f64::from(calls) / start.elapsed().as_secs_f64(),
            processor: spent.as_secs_f64() * 1e6 / f64::from(calls),
        }
    }
}

fn status() -> String {
    format!("GET /orders/ord-1 HTTP/1.1\r\n{HEADERS}\r\n")
}

/// Sends a request and reads the answer.
fn exchange(stream: &mut TcpStream, request: &str) -> Vec<u8> {
    stream.write_all(request.as_bytes()).expect("it is sent");
    let (mut answer, mut piece) = (Vec::new(), [0; 4096]);
    loop {
        let read = stream.read(&mut piece).expect("it is answered");
        answer.extend_from_slice(piece.get(..read).unwrap_or_default());
        let text = String::from_utf8_lossy(&answer);
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        assert!(head.starts_with("HTTP/1.1 200"), "{text}");
        let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
        if body.len() >= length.parse().expect("a number") {
            return answer;
        }
    }
}

/// How long the processor was with a thread, or nothing where there is no `/proc`.
fn processor_time(thread: &str) -> Duration {
    let tasks = fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    let nanoseconds = tasks.filter_map(|task| {
        let name = fs::read_to_string(task.path().join("comm")).ok()?;
        let spent = fs::read_to_string(task.path().join("schedstat")).ok()?;
        (name.trim() == thread).then(|| spent.split(' ').next()?.parse::<u64>().ok()).flatten()
    });
    Duration::from_nanos(nanoseconds.sum())
}

/// The double with an order that was paid, and of which two refunds were asked for.
fn double() -> Mock {
    let mock = Mock::start().expect("a port is free");
    let mut stream = TcpStream::connect(mock.url().trim_start_matches("http://")).expect("the double is there");
    let mut post = |path: &str, form: &str| {
        let kind = "content-type: application/x-www-form-urlencoded";
        let length = form.len();
        exchange(
            &mut stream,
            &format!("POST {path} HTTP/1.1\r\n{HEADERS}{kind}\r\ncontent-length: {length}\r\n\r\n{form}"),
        );
    };
    post(
        "/orders",
        "order_id=ord-1&amount=149.50&customer_id=cust-1&udf1=tea&metadata.webhook_url=http%3A%2F%2Flocalhost",
    );
    mock.pay("ord-1", PaymentOutcome::Charged).expect("it can be paid");
    post("/orders/ord-1/refunds", "unique_request_id=rfd-1&amount=10");
    post("/orders/ord-1/refunds", "unique_request_id=rfd-2&amount=20.25");
    mock.end_refund("ord-1", "rfd-1", RefundOutcome::Success).expect("it is under way");
    mock
}

/// A handler that returns these bytes, with the headers that the double sends.
fn bare(body: Vec<u8>) -> String {
    let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    listener.set_nonblocking(true).expect("a socket");
    let url = format!("http://{}", listener.local_addr().expect("it has one"));
    let body = axum::body::Bytes::from(body);
    let id = HeaderName::from_static("x-response-id");
    let headers = [(header::CONTENT_TYPE, "application/json"), (id, "0123456789abcdef0123456789abcdef")];
    let router = Router::new().route("/orders/{order_id}", get(async move || (headers, body)));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let serve = move || {
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("a socket");
            let _ = axum::serve(
                axum::serve::ListenerExt::tap_io(listener, |io| {
                    let _ = io.set_nodelay(true);
                }),
                router,
            )
            .await;
        });
    };
    std::thread::Builder::new().name("bare-axum".to_owned()).spawn(serve).expect("a thread");
    url
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn main() {
    let rounds = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(20);
    let mock = double();
    let mut stream = TcpStream::connect(mock.url().trim_start_matches("http://")).expect("the double is there");
    let answer = exchange(&mut stream, &status());
    let text = String::from_utf8(answer).expect("it is text");
    let (_, body) = text.split_once("\r\n\r\n").expect("it has a head");
    let url = bare(body.as_bytes().to_vec());

    let mut double = Target::new("juspay-mock", mock.url());
    let mut axum = Target::new("bare-axum", &url);
    println!("an order of {} bytes, {rounds} rounds of {ROUND:?} each, medians", body.len());
    // The first round of each warms up.
    double.round();
    axum.round();
    let pairs: Vec<(Round, Round)> = (0..rounds).map(|_| (double.round(), axum.round())).collect();
    let row = |name: &str, of: &dyn Fn(&(Round, Round)) -> Round| {
        let (rate, processor) =
            (median(pairs.iter().map(|pair| of(pair).rate)), median(pairs.iter().map(|pair| of(pair).processor)));
        println!("{name:>12} {rate:>8.0} calls/s {processor:>6.1} µs of its thread per call");
    };
    row("the double", &|pair| pair.0);
    row("bare axum", &|pair| pair.1);
    let rate = median(pairs.iter().map(|(double, axum)| double.rate / axum.rate));
    let processor = median(pairs.iter().map(|(double, axum)| axum.processor / double.processor));
    println!("{:>12} {rate:>8.2} by rate {processor:>6.2} by processor time; at least 0.5 is promised", "ratio");
}
