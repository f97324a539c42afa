// The bound is there, but reaches further back than the field.

use juspay_client::orders::Order;
use juspay_client::versions::V2018_07_16;
use juspay_runtime::AtLeast;

fn has_rewards<V: AtLeast<V2018_07_16>>(order: &Order<V>) -> bool {
    order.rewards_breakup().is_some()
}

fn main() {}
