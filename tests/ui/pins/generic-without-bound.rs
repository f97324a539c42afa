// A function for every version asks for a field that not every version has.

use juspay_client::orders::Order;
use juspay_runtime::Version;

fn has_rewards<V: Version>(order: &Order<V>) -> bool {
    order.rewards_breakup().is_some()
}

fn main() {}
