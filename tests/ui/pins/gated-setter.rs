// The field cannot be set where the pinned version does not have it.

use juspay_client::refunds::Refund;
use juspay_client::versions::V2020_10_31;

fn main() {
    let _ = Refund::<V2020_10_31>::new().with_error_code("E1");
}
