// The folder of the spec is not there.

mod client {
    juspay_macros::api! {
        spec = "no/such/folder",
    }
}

fn main() {}
