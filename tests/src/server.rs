//! A server on this machine that answers as it was told, and remembers what it was sent.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What the server does with one request.
#[derive(Clone, Debug)]
pub enum Step {
    /// Answers: a status, further headers, a body.
    Answer(u16, Vec<(&'static str, String)>, String),
    /// Reads the request and closes the connection.
    Hang,
    /// Sends the head and half of the body, and closes the connection.
    Cut(String),
    /// Sends the head at once and the body after a while.
    Slow(Duration, String),
}

impl Step {
    /// An answer of JSON.
    pub fn json(status: u16, body: &str) -> Self {
        Self::Answer(status, vec![("content-type", "application/json".to_owned())], body.to_owned())
    }
}

/// A request as it came.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The method.
    pub method: String,
    /// The path and query.
    pub target: String,
    /// The headers, with their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Seen {
    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// The server; it lives as long as the process.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its address.
    pub url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    /// Starts a server that takes these steps, one for each request, and then the last one for ever.
    ///
    /// # Panics
    ///
    /// If there is no port.
    #[allow(clippy::expect_used, reason = "a test ends where it fails")]
    pub fn start(steps: Vec<Step>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let url = format!("http://{}", listener.local_addr().expect("the port is known"));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let server = Self { url, seen: Arc::clone(&seen) };
        let steps = Arc::new(steps);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (seen, steps) = (Arc::clone(&seen), Arc::clone(&steps));
                std::thread::spawn(move || serve(&stream, &seen, &steps));
            }
        });
        server
    }

    /// What came so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn serve(stream: &TcpStream, seen: &Mutex<Vec<Seen>>, steps: &[Step]) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    loop {
        let request = read(&mut reader)?;
        let number = {
            let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
            seen.push(request);
            seen.len() - 1
        };
        let mut out = stream;
        match steps.get(number).or(steps.last())? {
            Step::Answer(status, headers, body) => {
                let mut head = format!("HTTP/1.1 {status} X\r\ncontent-length: {}\r\n", body.len());
                for (name, value) in headers {
                    head.extend([*name, ": ", value, "\r\n"]);
                }
                write!(out, "{head}\r\n{body}").ok()?;
            }
            Step::Hang => return None,
            Step::Cut(body) => {
                let half = body.get(..body.len() / 2)?;
                write!(out, "HTTP/1.1 200 X\r\ncontent-length: {}\r\n\r\n{half}", body.len()).ok()?;
                return None;
            }
            Step::Slow(time, body) => {
                write!(out, "HTTP/1.1 200 X\r\ncontent-length: {}\r\n\r\n", body.len()).ok()?;
                std::thread::sleep(*time);
                write!(out, "{body}").ok()?;
            }
        }
    }
}

fn read(reader: &mut BufReader<TcpStream>) -> Option<Seen> {
    let mut line = || {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|bytes| *bytes > 0)?;
        Some(line.trim_end().to_owned())
    };
    let first = line()?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    while let Some((name, value)) = line()?.split_once(':') {
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut seen = Seen { method, target, headers, body: String::new() };
    let length = seen.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    seen.body = String::from_utf8(body).ok()?;
    Some(seen)
}
