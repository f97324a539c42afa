// What not every version has is read with a method.

use juspay_client::orders::Order;

fn has_rewards(order: &Order) -> bool {
    order.rewards_breakup.is_some()
}

fn main() {}
