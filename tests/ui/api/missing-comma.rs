// Keys are divided by commas.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"]
        versions = "2020-11-20",
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
