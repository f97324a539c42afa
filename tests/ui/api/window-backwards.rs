// The window ends before it begins.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        versions = "2021-03-05..=2020-11-20",
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
