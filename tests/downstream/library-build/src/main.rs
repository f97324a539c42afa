//! Lends a book, and reads the answer as three versions of the API send it.

use juspay_runtime::{Decoding, Wire};

/// Books, loans and members.
pub mod shelf {
    include!(concat!(env!("OUT_DIR"), "/shelf.rs"));
}
use shelf::lending::{Loan, LoanPatch, LoanStatus, NewLoan};
use shelf::versions::{Dynamic, V2022_11_03, VERSIONS};

const BODY: &str = r#"{
    "loan_id": "l-1", "status": "LOST", "status_id": 4, "member_id": "m-1", "due": "2022-11-30", "fine": 19.9,
    "book": {"isbn": "0000000000", "title": "On Shelves", "authors": [{"name": "Bea Invented"}], "pages": 312}
}"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let request = NewLoan::new("m-1", "r-1").with_isbn("0000000000");
    assert!(request.check().is_empty());
    println!("asks {}", request.to_json());
    println!("patches {}", LoanPatch::new().with_note("handle with care").to_json());

    let loan = Loan::<V2022_11_03>::from_json(BODY)?;
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
