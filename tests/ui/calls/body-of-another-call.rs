// The request of one call is given to another.
use juspay_client::http::Detached;
use juspay_client::orders::UpdateOrder;
use juspay_client::{Client, V2020_11_20};

fn change(client: &Client<V2020_11_20, Detached>) {
    let _ = client.create_order(UpdateOrder::new());
}

fn main() {}
