//! What calls and the owner of the double share.

use crate::world::World;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// What calls and the owner of the double share.
#[derive(Debug)]
pub(crate) struct House {
    world: Mutex<World>,
    /// There may be something to post.
    pub(crate) mail: Notify,
    /// Everything was posted.
    pub(crate) quiet: Notify,
}

impl House {
    pub(crate) fn new(world: World) -> Self {
        Self { world: Mutex::new(world), mail: Notify::new(), quiet: Notify::new() }
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something to the world at the present time, and has its events posted.
    pub(crate) fn act<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let mut world = self.world();
        world.catch_up();
        let done = act(&mut world);
        world.catch_up();
        let mail = !world.outbox.is_empty();
        drop(world);
        if mail {
            self.mail.notify_one();
        }
        done
    }
}
