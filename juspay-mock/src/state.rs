//! What calls and the owner of the double share.

use crate::journal::Delivery;
use crate::webhook::Posting;
use crate::world::World;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;

/// What calls and the owner of the double share.
pub(crate) struct House {
    world: Mutex<World>,
    /// There may be something to post. It keeps one notice, so none is lost while a post is on its way.
    pub(crate) mail: Notify,
    /// Nothing waits to be posted. It goes with the world's lock, so nothing slips between a look and the wait.
    quiet: Condvar,
    /// Everything was forgotten.
    forgot: Notify,
}

impl House {
    pub(crate) fn new(world: World) -> Self {
        Self { world: Mutex::new(world), mail: Notify::new(), quiet: Condvar::new(), forgot: Notify::new() }
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something to the world at the present time, and has its events posted.
    pub(crate) fn act<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let mut world = self.world();
        let era = world.era;
        world.catch_up();
        let done = act(&mut world);
        world.catch_up();
        world.twice = false;
        if world.era != era {
            self.forgot.notify_waiters();
        }
        if world.outbox.is_quiet() {
            self.quiet.notify_all();
        } else {
            self.mail.notify_one();
        }
        done
    }

    /// The next event to post, and how.
    pub(crate) fn next_post(&self) -> Option<Posting> {
        let mut world = self.world();
        let webhooks = world.settings.webhooks.clone()?;
        let post = world.outbox.take()?;
        Some(Posting { post, webhooks, era: world.era })
    }

    /// Waits until the era is over.
    pub(crate) async fn forgotten(&self, era: u64) {
        loop {
            // Made before the look, so that it hears of a reset between the two.
            let forgot = self.forgot.notified();
            if self.world().era != era {
                return;
            }
            forgot.await;
        }
    }

    /// Writes down how a post went.
    pub(crate) fn posted(&self, era: u64, delivery: Delivery) {
        let mut world = self.world();
        if world.era != era {
            return;
        }
        world.journal.delivery(delivery);
        world.outbox.done();
        if world.outbox.is_quiet() {
            self.quiet.notify_all();
        }
    }

    /// Waits until nothing is left to post; false if that takes too long.
    pub(crate) fn delivered(&self, within: Duration) -> bool {
        let busy = |world: &mut World| !world.outbox.is_quiet();
        let waited = self.quiet.wait_timeout_while(self.world(), within, busy);
        let (world, _) = waited.unwrap_or_else(PoisonError::into_inner);
        world.outbox.is_quiet()
    }
}
