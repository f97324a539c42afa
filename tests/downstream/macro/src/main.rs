//! Asks for a loan with a client that a macro generates in place, and that leaves sending to its caller.

use juspay_runtime::http::{Bytes, Error};

/// Loans, their client, and what they need.
pub mod shelf {
    juspay_macros::api! { spec = "../../specs/library", versions = "2021-06-01..", only = ["get_loan"], client = true }
}
use shelf::{Client, Environment};

const BODY: &str = r#"{
    "loan_id": "l-1", "status": "RETURNED", "member_id": "m-1", "due": "2022-11-30",
    "book": {"isbn": "0000000000", "title": "On Shelves", "authors": []}
}"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::<shelf::versions::Latest>::builder();
    let client = client.environment(Environment::Practice).token("t0k").build_detached()?;
    let call = client.get_loan("l/1").prepare()?;
    println!("{} {}", call.request().method(), call.request().uri());

    let loan = call.receive(http::Response::new(Bytes::from_static(BODY.as_bytes())))?;
    println!("{} is over: {:?}", loan.loan_id, loan.status.is_over());
    let none = http::Response::builder().status(404).body(Bytes::from_static(b"{}"))?;
    println!("none: {}", call.receive(none).is_err_and(|error: Error| error.is_not_found()));
    Ok(())
}
