// What stands behind the `=` is no type.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        replace = ["RefundStatus=}"],
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
