//! What went wrong while encryption was agreed on.

use std::error::Error as StdError;

/// Whether an error, or what caused it, is that the server's certificate is not trusted. Nothing was sent then.
#[cfg(any(feature = "reqwest-rustls", feature = "ureq-rustls"))]
pub(crate) fn is_untrusted(error: &(dyn StdError + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(rustls::Error::InvalidCertificate(_)) = error.downcast_ref() {
            return true;
        }
        // What an error of input or output holds is not its source.
        let held = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        next = held.map_or_else(|| error.source(), |held| Some(held));
    }
    false
}

/// With another way to encrypt, which errors it has is not known.
#[cfg(not(any(feature = "reqwest-rustls", feature = "ureq-rustls")))]
pub(crate) fn is_untrusted(_error: &(dyn StdError + 'static)) -> bool {
    false
}
