//! Lends a book over a socket, and reads the answer as all versions of the API send it.

use juspay_runtime::{Decoding, Wire};
use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;

/// Books, loans and members.
pub mod shelf {
    include!(concat!(env!("OUT_DIR"), "/shelf.rs"));
}
use shelf::Client;
use shelf::lending::{Loan, LoanPatch, LoanStatus, NewLoan};
use shelf::versions::{Dynamic, V2022_11_03, VERSIONS};

const BODY: &str = r#"{
    "loan_id": "l-1", "status": "LOST", "status_id": 4, "member_id": "m-1", "due": "2022-11-30", "fine": 19.9,
    "book": {"isbn": "0000000000", "title": "On Shelves", "authors": [{"name": "Bea Invented"}], "pages": 312}
}"#;

fn main() -> Result<(), Box<dyn Error>> {
    let room = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}/v1", room.local_addr()?);
    let desk = std::thread::spawn(move || answer(&room));
    let client = Client::<V2022_11_03>::builder().base_url(&url).token("t0k").build_blocking()?;

    let wrong = client.create_loan(NewLoan::new("m-1", "r-1").with_isbn("none")).send();
    println!("{}", wrong.expect_err("a number of a book is longer, and of other characters"));
    let loan = client.create_loan(NewLoan::new("m-1", "r-1").with_isbn("0000000000")).send()?;
    println!("answered {} at {}", loan.status(), loan.version());
    let loan: Loan<V2022_11_03> = loan.into_inner();
    println!("asked {}", desk.join().map_err(|_| "the desk fell over")??);

    println!("patches {}", LoanPatch::<V2022_11_03>::new().with_note("handle with care").to_json());
    println!("{:?}, {} pages, owes {:?}", loan.status, loan.book.pages().unwrap_or_default(), loan.fine());
    for version in VERSIONS {
        let older = Loan::<Dynamic>::decode(&loan.encode_at(*version), &Decoding::at(*version))?.value;
        let status = &older.status;
        println!("{version}: {status}, perhaps {:?}", status.could_mean(*version));
        assert!(
            *status == LoanStatus::Lost
                || status.could_mean(*version).contains(&LoanStatus::Overdue)
                || *status == LoanStatus::Overdue
        );
    }
    Ok(())
}

/// Answers one call, and gives its first line and its body.
fn answer(room: &TcpListener) -> std::io::Result<String> {
    let (mut stream, _) = room.accept()?;
    let mut lines = BufReader::new(stream.try_clone()?);
    let (mut first, mut length) = (String::new(), 0);
    lines.read_line(&mut first)?;
    loop {
        let mut line = String::new();
        lines.read_line(&mut line)?;
        match line.trim_end().to_ascii_lowercase().split_once(": ") {
            Some(("content-length", value)) => length = value.parse().unwrap_or(0),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = String::new();
    lines.take(length).read_to_string(&mut body)?;
    let size = BODY.len();
    write!(stream, "HTTP/1.1 201 Created\r\nconnection: close\r\ncontent-length: {size}\r\n\r\n{BODY}")?;
    Ok(format!("{} {body}", first.trim_end()))
}
