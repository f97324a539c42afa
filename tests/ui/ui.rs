//! What the compiler says about mistakes: each file in the folders here holds one, with the whole answer beside it.
//!
//! How to add one, and how to update the answers, is told in `README.md`.

#[test]
fn mistakes_are_told_in_words() {
    // One run for all of them, so that cargo builds them at once.
    trybuild::TestCases::new().compile_fail("*/*.rs");
}
