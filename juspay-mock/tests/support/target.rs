//! Somebody on this machine who takes what the double posts.

use juspay_client::webhooks::Webhook;
use juspay_client::{ApiVersion, Dynamic, Secret};
use juspay_runtime::http::{BasicCredentials, HeaderMap, Received};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

/// User and password that the double is told to use.
pub const CREDENTIALS: (&str, &str) = ("shop", "s3cret:");

/// A post as it came.
#[derive(Clone, Debug)]
pub struct Post {
    pub path: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Post {
    /// The same as the client's receiver reads it.
    pub fn read(&self, version: ApiVersion) -> Received<Webhook<Dynamic>> {
        let credentials = BasicCredentials::new(CREDENTIALS.0, &Secret::from(CREDENTIALS.1));
        let received = Webhook::receive_at(&self.headers, self.body.as_bytes(), &credentials, version);
        received.unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }

    /// A text of the body.
    pub fn text(&self, name: &str) -> String {
        let body: serde_json::Value = serde_json::from_str(&self.body).expect("JSON");
        body.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    }
}

/// Somebody who takes posts; it lives as long as the process.
#[derive(Clone, Debug)]
pub struct Target {
    pub url: String,
    posts: Arc<Mutex<Vec<Post>>>,
}

/// How a post is answered: a status and further lines of the head.
pub type Reply = (u16, String);

impl Target {
    /// Takes everything.
    pub fn start() -> Self {
        Self::answering(Vec::new())
    }

    /// Answers like this, one after the other, and then with 200.
    pub fn answering(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let posts = Arc::new(Mutex::new(Vec::new()));
        let target = Self { url, posts: Arc::clone(&posts) };
        std::thread::spawn(move || {
            let mut replies = replies.into_iter();
            for stream in listener.incoming().flatten() {
                let (status, more) = replies.next().unwrap_or((200, String::new()));
                take(stream, status, &more, &posts);
            }
        });
        target
    }

    /// What came, the oldest first.
    pub fn posts(&self) -> Vec<Post> {
        self.posts.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The names of the events that came.
    pub fn events(&self) -> Vec<String> {
        self.posts().iter().map(|post| post.text("event_name")).collect()
    }
}

/// Reads a post, keeps it, and only then answers it: whoever has the answer finds the post among the others.
fn take(stream: TcpStream, status: u16, more: &str, posts: &Mutex<Vec<Post>>) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut headers = HeaderMap::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        headers.append(name.parse::<ureq::http::HeaderName>().ok()?, value.parse().ok()?);
    }
    let length = headers.get("content-length")?.to_str().ok()?.parse().ok()?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let post = Post { path, headers, body: String::from_utf8(body).ok()? };
    posts.lock().unwrap_or_else(PoisonError::into_inner).push(post);
    let answer = format!("HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: 0\r\n{more}\r\n");
    reader.get_mut().write_all(answer.as_bytes()).ok()
}
