// The API may send statuses that nobody knows yet, and the crate may learn them.

use juspay_client::orders::OrderStatus;

fn is_new(status: &OrderStatus) -> bool {
    match status {
        OrderStatus::Created | OrderStatus::New => true,
        OrderStatus::Unknown(_) => false,
    }
}

fn main() {}
