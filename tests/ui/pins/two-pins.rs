// A refund of one version does not stand in an order of another.

use juspay_client::orders::Order;
use juspay_client::refunds::Refund;
use juspay_client::versions::{V2020_11_20, V2021_03_25};

fn add(order: &mut Order<V2020_11_20>, refund: Refund<V2021_03_25>) {
    order.refunds.push(refund);
}

fn main() {}
