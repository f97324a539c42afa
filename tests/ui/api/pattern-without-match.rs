// No type and no endpoint is called that.

mod client {
    juspay_macros::api! {
        only = ["RefundStatuss"],
    }
}

fn main() {}
