//! Generates orders as the versions from 2018-10-25 to 2020-11-20 send them, and what they need.

fn main() -> Result<(), juspay_codegen::Error> {
    juspay_codegen::Builder::new().versions("2018-10-25"..="2020-11-20").only(["order_status", "Order"]).generate()
}
