//! The `juspay-codegen` command.

fn main() -> std::process::ExitCode {
    juspay_codegen::cli::main()
}
