//! What generated clients of dated APIs call: versions, decoding, amounts, secrets
