// The key needs a value.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        versions,
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
