//! Generates the types of the library and its client.

fn main() -> Result<(), juspay_codegen::Error> {
    juspay_codegen::Builder::new().spec("../../specs/library").client(true).generate()
}
