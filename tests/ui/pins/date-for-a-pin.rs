// A pin is a type, one for each version.

use juspay_client::orders::Order;

fn amount(order: &Order<String>) {
    let _ = &order.amount;
}

fn main() {}
