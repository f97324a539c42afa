// The function asks for a later version than its caller has pinned.

use juspay_client::refunds::Refund;
use juspay_client::versions::{V2020_10_31, V2020_11_20};
use juspay_runtime::AtLeast;

fn code<V: AtLeast<V2020_11_20>>(refund: &Refund<V>) -> Option<&str> {
    refund.error_code()
}

fn main() {
    code(&Refund::<V2020_10_31>::new());
}
