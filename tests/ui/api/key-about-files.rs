// A macro writes no files.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        out = "src",
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
