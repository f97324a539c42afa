//! A running double.

use crate::command::Command;
use crate::dump;
use crate::fault::{Fault, check_operation};
use crate::journal::{Call, Delivery};
use crate::line::{Door, Open};
use crate::refusal::Refusal;
use crate::server;
use crate::settings::Settings;
use crate::state::House;
use crate::webhook::{NOT_LOCAL, is_local};
use crate::world::World;
use crate::world::outcome::{MandateOutcome, PaymentOutcome, RefundOutcome};
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;
use std::{fmt, io};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// A running double. It stops when it is dropped.
///
/// It has a thread of its own, so tests that block can use it as well as those that do not.
pub struct Mock {
    url: String,
    house: Arc<House>,
    open: Open,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Mock {
    /// Starts a double on a free port of the loopback address.
    ///
    /// # Errors
    ///
    /// If no port or no thread can be had.
    pub fn start() -> io::Result<Self> {
        Self::with(Settings::default())
    }

    /// Starts a double that behaves as the settings say.
    ///
    /// # Errors
    ///
    /// If the port is taken, if no thread can be had, or if events were to be posted to another machine.
    pub fn with(settings: Settings) -> io::Result<Self> {
        let port = settings.port;
        if settings.webhooks.as_ref().is_some_and(|webhooks| !is_local(&webhooks.url)) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("the address of webhooks {NOT_LOCAL}")));
        }
        let taken = |error: io::Error| io::Error::new(error.kind(), format!("port {port} of this machine: {error}"));
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(taken)?;
        listener.set_nonblocking(true)?;
        let url = format!("http://{}", listener.local_addr()?);
        let house = Arc::new(House::new(World::new(settings, url.clone())));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (stop, stopped) = oneshot::channel();
        let shared = Arc::clone(&house);
        let listener = {
            // Whoever starts a double may be inside a runtime already, where blocking on another one is not allowed.
            let _inside = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let open = Open::default();
        let door = Door { listener, open: open.clone() };
        let thread = std::thread::Builder::new()
            .name("juspay-mock".to_owned())
            .spawn(move || runtime.block_on(server::run(door, shared, stopped)))?;
        Ok(Self { url, house, open, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it answers: `http://127.0.0.1:40123`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Does what a command says, as of now.
    ///
    /// # Errors
    ///
    /// If there is no such order, or its state does not allow it.
    pub fn perform(&self, command: Command) -> Result<(), Refusal> {
        self.house.act(|world| world.perform(command))
    }

    /// The customer pays an order: an attempt begins, unless one is under way, and ends like this.
    ///
    /// # Errors
    ///
    /// If there is no such order, or it takes no payment.
    pub fn pay(&self, order_id: &str, outcome: PaymentOutcome) -> Result<(), Refusal> {
        self.perform(Command::Pay { order_id: order_id.to_owned(), outcome })
    }

    /// A refund under way ends, or is marked for a look.
    ///
    /// # Errors
    ///
    /// If there is no such refund, or it has ended.
    pub fn end_refund(&self, order_id: &str, unique_request_id: &str, outcome: RefundOutcome) -> Result<(), Refusal> {
        let (order_id, unique_request_id) = (order_id.to_owned(), unique_request_id.to_owned());
        self.perform(Command::EndRefund { order_id, unique_request_id, outcome })
    }

    /// A paid order is given back by itself.
    ///
    /// # Errors
    ///
    /// If there is no such order, or it is not paid.
    pub fn auto_refund(&self, order_id: &str) -> Result<(), Refusal> {
        self.perform(Command::AutoRefund { order_id: order_id.to_owned() })
    }

    /// A capture under way ends.
    ///
    /// # Errors
    ///
    /// If none is under way.
    pub fn end_capture(&self, order_id: &str, succeeds: bool) -> Result<(), Refusal> {
        self.perform(Command::EndCapture { order_id: order_id.to_owned(), succeeds })
    }

    /// A release under way ends.
    ///
    /// # Errors
    ///
    /// If none is under way.
    pub fn end_void(&self, order_id: &str, succeeds: bool) -> Result<(), Refusal> {
        self.perform(Command::EndVoid { order_id: order_id.to_owned(), succeeds })
    }

    /// A mandate that an order set up changes.
    ///
    /// # Errors
    ///
    /// If the order has none, or it has ended.
    pub fn change_mandate(&self, order_id: &str, outcome: MandateOutcome) -> Result<(), Refusal> {
        self.perform(Command::ChangeMandate { order_id: order_id.to_owned(), outcome })
    }

    /// Time passes, and what is due by then happens. Parts of a second do not count.
    pub fn advance(&self, time: Duration) {
        self.house.act(|world| world.advance(i64::try_from(time.as_secs()).unwrap_or(i64::MAX)));
    }

    /// Something goes wrong with the next calls.
    ///
    /// # Errors
    ///
    /// If the fault would never befall a call: no operation has the name, or it is to happen zero times.
    pub fn inject(&self, fault: Fault) -> Result<(), Refusal> {
        self.perform(Command::Inject(fault))
    }

    /// The newest 10,000 calls, the oldest of them first.
    pub fn calls(&self) -> Vec<Call> {
        self.house.world().journal.calls().iter().cloned().collect()
    }

    /// How often an operation was called: `create_order`.
    ///
    /// # Errors
    ///
    /// If no operation has the name.
    pub fn count(&self, operation: &str) -> Result<usize, Refusal> {
        check_operation(operation)?;
        Ok(self.house.world().journal.count(operation))
    }

    /// How many connections are open: of a pool, of calls under way.
    pub fn connections(&self) -> usize {
        self.open.count()
    }

    /// The newest 10,000 events that were posted by now, or tried to be.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.house.world().journal.deliveries().iter().cloned().collect()
    }

    /// Waits until every event was posted, or given up; false if that takes longer than this.
    ///
    /// It blocks the thread, so whoever takes the events needs another one; [`Mock::until_delivered`] does not.
    #[must_use = "it may have taken too long"]
    pub fn delivered(&self, within: Duration) -> bool {
        self.house.delivered(within)
    }

    /// Waits like [`Mock::delivered`], while other tasks of the thread go on: the one that takes the events, too.
    #[must_use = "it may have taken too long"]
    pub async fn until_delivered(&self, within: Duration) -> bool {
        let house = Arc::clone(&self.house);
        let (tell, told) = oneshot::channel();
        let waits = std::thread::Builder::new().name("juspay-mock-waits".to_owned());
        let waiting = waits.spawn(move || tell.send(house.delivered(within)));
        waiting.is_ok() && told.await.unwrap_or(false)
    }

    /// The state as JSON, in its newest form: time, orders with what can be said about them, customers, calls, posts,
    /// faults. Whatever is sensitive is left out of it.
    pub fn dump(&self) -> String {
        self.house.act(|world| dump::dump(world, None))
    }

    /// Forgets everything: orders, faults, calls, events that wait, the time that passed.
    pub fn reset(&self) {
        self.house.act(World::reset);
    }
}

impl fmt::Debug for Mock {
    /// Only where it answers: what it knows is in [`Mock::dump`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mock").field("url", &self.url).finish_non_exhaustive()
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
