//! Accounts: who may call.

use super::{MOST, World, forget_oldest};
use crate::refusal::Refusal;
use juspay_client::Secret;

impl World {
    /// Refuses a key that is not the account's. Unless a key is set, the first one that comes for a merchant is its key
    /// from then on: so any key will do, and another one is a wrong one.
    pub(crate) fn let_in(&mut self, merchant: &str, key: &str) -> Result<(), Refusal> {
        let known = self.settings.key.as_ref().or_else(|| self.accounts.get(merchant));
        match known {
            Some(known) if known.expose() != key => Err(Refusal::unauthorized()),
            Some(_) => Ok(()),
            None => {
                self.accounts.insert(merchant.to_owned(), Secret::from(key));
                forget_oldest(&mut self.accounts, MOST);
                Ok(())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, World};
    use crate::settings::Settings;

    fn world() -> World {
        World::new(Settings::default(), String::new())
    }

    #[test]
    fn the_first_key_of_a_merchant_is_its_key() {
        let mut world = world();
        assert_eq!(world.let_in("shop", "one"), Ok(()));
        assert_eq!(world.let_in("shop", "one"), Ok(()));
        assert!(world.let_in("shop", "two").is_err_and(|refusal| refusal.status == 401));
        assert_eq!(world.let_in("other", "two"), Ok(()));
        world.reset();
        assert_eq!(world.let_in("shop", "two"), Ok(()));
    }

    #[test]
    fn a_key_that_is_set_is_the_only_one() {
        let mut world = world();
        world.settings.key = Some("one".into());
        assert!(world.let_in("shop", "two").is_err());
        assert_eq!(world.let_in("shop", "one"), Ok(()));
    }

    #[test]
    fn accounts_are_kept_within_bounds() {
        let mut world = world();
        for merchant in 0..=MOST {
            assert_eq!(world.let_in(&merchant.to_string(), "one"), Ok(()));
        }
        assert!(world.accounts.len() <= MOST);
        assert!(world.let_in(&MOST.to_string(), "two").is_err(), "the newest is kept");
    }
}
