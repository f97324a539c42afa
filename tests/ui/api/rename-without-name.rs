// The item stands before a `=`, and its name behind it.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        rename = ["RefundStatus"],
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
