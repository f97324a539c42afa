// The field came with a version later than the pinned one.

use juspay_client::orders::Order;
use juspay_client::versions::V2020_11_20;

fn main() {
    let order: Order<V2020_11_20> = order();
    order.rewards_breakup();
}

fn order<T>() -> T {
    loop {}
}
