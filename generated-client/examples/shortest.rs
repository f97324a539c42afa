//! The shortest real program: what the README shows.

use juspay_client::orders::Order;
use juspay_client::{V2020_11_20, Wire};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let body = r#"{
        "order_id": "ord-1", "status": "CHARGED", "status_id": 21, "amount": 100.10,
        "refunds": [{"status": "PENDING", "amount": "0.10", "error_code": "U30"}]
    }"#;
    let order = Order::<V2020_11_20>::from_json(body)?;
    println!("{} is {}, paid: {:?}", order.order_id, order.status, order.status.is_paid());
    for refund in &order.refunds {
        println!("a refund: {}", refund.error_code().unwrap_or("no error"));
    }
    // order.rewards_breakup();
    // error: this is sent from API version `V2021_03_05` on, and `V2020_11_20` is pinned
    Ok(())
}
