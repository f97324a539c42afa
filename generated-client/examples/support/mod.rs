//! A stand-in for the API on this machine, so that the examples need neither a network nor a key.

#![allow(dead_code, reason = "no example needs all of it")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

/// Starts the stand-in, which answers each request with what `answer` makes of its first line and body.
pub(crate) fn start(answer: impl Fn(&str, &str) -> String + Send + 'static) -> std::io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}", listener.local_addr()?);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A connection that breaks is the caller's affair.
            let _ = serve(&stream, &answer);
        }
    });
    Ok(url)
}

fn serve(mut stream: &TcpStream, answer: &impl Fn(&str, &str) -> String) -> std::io::Result<()> {
    let (line, _, body) = request(stream)?;
    let json = answer(&line, &body);
    let length = json.len();
    write!(stream, "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{json}")
}

/// The first line of a request, its headers and its body.
type Request = (String, Vec<(String, String)>, String);

/// Reads a request.
pub(crate) fn request(stream: &TcpStream) -> std::io::Result<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let (mut headers, mut length) = (Vec::new(), 0);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header)?;
        let Some((name, value)) = header.trim_end().split_once(": ") else { break };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.parse().unwrap_or(0);
        }
        headers.push((name.to_owned(), value.to_owned()));
    }
    let mut body = String::new();
    reader.take(length).read_to_string(&mut body)?;
    Ok((line.trim_end().to_owned(), headers, body))
}
