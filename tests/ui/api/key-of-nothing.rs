// No known key is near.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        colour = "red",
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
