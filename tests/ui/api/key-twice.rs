// A list takes several values; a key stands once.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        only = ["Refund"],
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
