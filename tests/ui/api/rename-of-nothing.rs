// There is no such item.

mod client {
    juspay_macros::api! {
        only = ["RefundStatus"],
        rename = ["RefundStat=State"],
    }
}

fn state(value: client::refunds::RefundStatus) -> String {
    value.to_string()
}

fn main() {}
