//! Prints what became of an order, at a version that is chosen when the program runs.

use juspay_client::orders::Order;
use juspay_client::{ApiVersion, Decoding, Dynamic, VersionError, Wire};

const BODY: &str =
    r#"{"order_id": "tea-1", "status": "STEEPING", "amount": "12.50", "rewards_breakup": {"brewed": true}}"#;

/// What the first argument says.
fn version() -> Result<ApiVersion, VersionError> {
    std::env::args().nth(1).unwrap_or_else(|| "2020-11-20".to_owned()).parse()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let decoded = Order::<Dynamic>::decode(BODY, &Decoding::at(version()?).anomalies(true))?;
    println!("{} is {}", decoded.value.order_id, decoded.value.status);
    println!("paid: {:?}", decoded.value.status.is_paid());
    for anomaly in decoded.anomalies {
        println!("{anomaly}");
    }
    Ok(())
}
