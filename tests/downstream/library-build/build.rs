//! Generates the client of the library.

fn main() -> Result<(), juspay_codegen::Error> {
    juspay_codegen::Builder::new().spec("../../specs/library").generate()
}
