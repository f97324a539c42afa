// The list holds texts.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        derives = ["Eq", 3],
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
