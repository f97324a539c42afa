//! What the client costs over a bare reqwest or ureq with serde's derive, for the same calls to a server on this machine.
//!
//! `cargo bench -p juspay-tests --bench client` prints the processor time of the calling thread, which does everything but
//! the server's work, as a ratio: the two take turns, and the median over all turns counts. `-- 400` makes 400 turns, and
//! `-- 400 ours reqwest` only our half of some of them, for a profiler.
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::cast_precision_loss,
    reason = "a report is printed, and ends where it fails"
)]
#![allow(
    dead_code,
    clippy::struct_field_names,
    clippy::struct_excessive_bools,
    reason = "the fields of the twin are those of the body, and are read by nobody else"
)]

mod twin;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use juspay_client::orders::CreateOrder;
use juspay_client::versions::V2021_03_25;
use juspay_client::{Amount, Client, ClientBuilder};
use rustix::time::{ClockId, clock_gettime};
use tokio::runtime::Runtime;

const BODY: &str = include_str!("order.json");
/// Calls of one turn.
const CALLS: u32 = 50;

fn main() {
    let turns = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(300);
    let url = serve();
    println!("a body of {} bytes, {turns} turns of {CALLS} calls each", BODY.trim_end().len());
    asynchronous(&url, turns);
    blocking(&url, turns);
}

/// A server on this machine that answers every request with the order.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let url = format!("http://{}", listener.local_addr().expect("the port is known"));
    // A profiler tells threads by their names.
    let named = |work: Box<dyn FnOnce() + Send>| std::thread::Builder::new().name("server".to_owned()).spawn(work);
    let accept = move || {
        for stream in listener.incoming().flatten() {
            named(Box::new(move || drop(while_it_lasts(&stream)))).expect("there is room for a thread");
        }
    };
    named(Box::new(accept)).expect("there is room for a thread");
    url
}

fn while_it_lasts(mut stream: &TcpStream) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let body = BODY.trim_end();
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-response-id: r-1";
    let answer = format!("{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    loop {
        let mut length = 0;
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            match line.trim_end().to_ascii_lowercase().split_once(": ") {
                Some(("content-length", value)) => length = value.parse().unwrap_or(0),
                _ if line.trim_end().is_empty() => break,
                _ => {}
            }
        }
        reader.read_exact(&mut vec![0; length])?;
        stream.write_all(answer.as_bytes())?;
    }
}

/// Processor time of this thread.
fn now() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    let (seconds, nanoseconds) = (u64::try_from(now.tv_sec), u32::try_from(now.tv_nsec));
    Duration::new(seconds.unwrap_or_default(), nanoseconds.unwrap_or_default())
}

fn since(start: Duration) -> Duration {
    now().saturating_sub(start)
}

/// What a turn costs.
fn cost(run: &mut dyn FnMut()) -> f64 {
    let start = now();
    (0..CALLS).for_each(|_| run());
    since(start).as_secs_f64()
}

/// One half alone, if a profiler wants it; whether it did.
fn alone<'a>(name: &str, turns: usize, theirs: &'a mut dyn FnMut(), ours: &'a mut dyn FnMut()) -> bool {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked = |word: &str| words.iter().any(|other| other == word);
    let half = match (asked("ours"), asked("theirs")) {
        (true, _) => ours,
        (false, true) => theirs,
        (false, false) => return false,
    };
    if words.iter().any(|word| name.contains(word.as_str())) {
        let micros: f64 = (0..turns).map(|_| cost(half) * 1e6 / f64::from(CALLS)).sum();
        println!("{name:24} {:.1} µs a call", micros / turns as f64);
    }
    true
}

/// The median over turns of what `ours` costs for each second that `theirs` does.
fn compare(name: &str, turns: usize, mut theirs: impl FnMut(), mut ours: impl FnMut()) {
    if alone(name, turns, &mut theirs, &mut ours) {
        return;
    }
    for _ in 0..4 {
        cost(&mut theirs);
        cost(&mut ours);
    }
    let (mut ratios, mut bare) = (Vec::with_capacity(turns), Vec::with_capacity(turns));
    for turn in 0..turns {
        // Whoever comes second finds the caches as the first left them, so they change places.
        let (one, other) = if turn % 2 == 0 {
            let one = cost(&mut theirs);
            (one, cost(&mut ours))
        } else {
            let other = cost(&mut ours);
            (cost(&mut theirs), other)
        };
        ratios.push(other / one);
        bare.push(one);
    }
    ratios.sort_by(f64::total_cmp);
    bare.sort_by(f64::total_cmp);
    let at = |list: &[f64], part: usize| list.get(list.len() * part / 4).copied().unwrap_or_default();
    let micros = at(&bare, 2) / f64::from(CALLS) * 1e6;
    println!(
        "{name:24} {:.3} (quartiles {:.3} to {:.3}); bare: {micros:.1} µs a call",
        at(&ratios, 2),
        at(&ratios, 1),
        at(&ratios, 3)
    );
}

fn told(url: &str) -> ClientBuilder<V2021_03_25> {
    Client::builder().base_url(url).api_key("key-1").merchant_id("teashop")
}

/// What every call has, as somebody without a client would write it.
fn headers() -> reqwest::header::HeaderMap {
    let all = [
        ("accept", "application/json"),
        ("authorization", "Basic a2V5LTE6"),
        ("user-agent", "teashop/1.0"),
        ("version", "2021-03-25"),
        ("x-merchantid", "teashop"),
    ];
    all.into_iter().map(|(name, value)| (name.parse().expect("a name"), value.parse().expect("a value"))).collect()
}

fn asynchronous(url: &str, turns: usize) {
    // One thread for everything, so that its processor time is that of the client.
    let runtime: Runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let _guard = runtime.enter();
    let client = told(url).build().expect("the settings are fine");
    let bare = reqwest::Client::builder().no_proxy().default_headers(headers()).timeout(Duration::from_secs(60));
    let bare = bare.build().expect("the settings are fine");

    let status = format!("{url}/orders/tea-2");
    let theirs = || {
        let order: twin::Order = runtime.block_on(async {
            let answer = bare.get(&status).send().await.expect("it is answered");
            let answer = answer.error_for_status().expect("it says yes");
            serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("an order")
        });
        assert_eq!(order.order_id, "tea-2");
    };
    let ours = || {
        let order = runtime.block_on(client.order_status("tea-2").send()).expect("it is answered");
        assert_eq!(order.order_id, "tea-2");
    };
    compare("order_status / reqwest", turns, theirs, ours);

    let (create, amount) = (format!("{url}/orders"), "149.50".parse::<Amount>().expect("an amount"));
    let theirs = || {
        let form = [("order_id", "tea-2"), ("amount", "149.50"), ("customer_id", "guest-7"), ("currency", "INR")];
        let form = serde_urlencoded::to_string(&form[..]).expect("it is pairs");
        let order: twin::Order = runtime.block_on(async {
            let call = bare.post(&create).header("content-type", "application/x-www-form-urlencoded").body(form);
            let answer = call.send().await.expect("it is answered").error_for_status().expect("it says yes");
            serde_json::from_slice(&answer.bytes().await.expect("a body")).expect("an order")
        });
        assert_eq!(order.order_id, "tea-2");
    };
    let ours = || {
        let new = CreateOrder::new("tea-2", amount).with_customer_id("guest-7").with_currency("INR");
        let order = runtime.block_on(client.create_order(new).send()).expect("it is answered");
        assert_eq!(order.order_id, "tea-2");
    };
    compare("create_order / reqwest", turns, theirs, ours);
}

fn blocking(url: &str, turns: usize) {
    let client = told(url).build_blocking().expect("the settings are fine");
    let bare = ureq::Agent::config_builder().proxy(None).timeout_global(Some(Duration::from_secs(60)));
    let bare = bare.build().new_agent();
    let (status, headers) = (format!("{url}/orders/tea-2"), headers());
    let theirs = || {
        let call = headers.iter().fold(bare.get(&status), |call, (name, value)| call.header(name, value));
        let body = call.call().expect("it is answered").body_mut().read_to_vec().expect("a body");
        let order: twin::Order = serde_json::from_slice(&body).expect("an order");
        assert_eq!(order.order_id, "tea-2");
    };
    let ours = || {
        let order = client.order_status("tea-2").send().expect("it is answered");
        assert_eq!(order.order_id, "tea-2");
    };
    compare("order_status / ureq", turns, theirs, ours);
}
