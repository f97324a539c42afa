//! Derives version-conditional decoding for hand-written types
