// The key takes one value.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        versions = ["2020-11-20", "2021-03-05"],
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
