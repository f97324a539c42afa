//! Ids and tokens, the same for the same seed.

use juspay_client::Secret;

/// Makes ids and tokens.
#[derive(Debug)]
pub(crate) struct Ids {
    random: fastrand::Rng,
}

impl Ids {
    pub(crate) fn new(seed: u64) -> Self {
        Self { random: fastrand::Rng::with_seed(seed) }
    }

    /// A prefix and 32 hexadecimal digits.
    pub(crate) fn id(&mut self, prefix: &str) -> String {
        format!("{prefix}{:032x}", self.random.u128(..))
    }

    /// So many decimal digits, the first of which is not zero.
    pub(crate) fn digits(&mut self, count: usize) -> String {
        let first = self.random.u8(b'1'..=b'9');
        let rest = (1..count).map(|_| self.random.digit(10));
        std::iter::once(char::from(first)).chain(rest).collect()
    }

    pub(crate) fn token(&mut self, prefix: &str) -> Secret {
        Secret::from(self.id(prefix))
    }
}
