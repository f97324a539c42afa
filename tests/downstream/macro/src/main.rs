//! Reads a loan with types that a macro generates in place.

use juspay_runtime::Wire;

/// Loans, and what they need.
pub mod shelf {
    juspay_macros::api! { spec = "../../specs/library", versions = "2021-06-01..", only = ["get_loan"] }
}
use shelf::lending::Loan;

const BODY: &str = r#"{
    "loan_id": "l-1", "status": "RETURNED", "member_id": "m-1", "due": "2022-11-30",
    "book": {"isbn": "0000000000", "title": "On Shelves", "authors": []}
}"#;

fn main() -> Result<(), juspay_runtime::DecodeError> {
    let loan: Loan = Loan::from_json(BODY)?;
    println!("{} is over: {:?}", loan.loan_id, loan.status.is_over());
    Ok(())
}
