// Fields may be added to generated types, so they are made with `new`.

use juspay_client::versions::V2020_11_20;
use juspay_client::refunds::Refund;

fn main() {
    let _ = Refund::<V2020_11_20> { id: None };
}
