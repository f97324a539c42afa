// The versions are no window.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        versions = "2020",
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
