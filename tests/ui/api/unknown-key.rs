// A letter is wrong; what uses the client compiles.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        verions = "2020-11-20",
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
