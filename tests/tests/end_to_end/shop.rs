//! A shop: a client of some version, sending in some way, and the double that it calls.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use juspay_client::orders::{CreateOrder, Order};
use juspay_client::{Amount, ApiVersion, Client, ClientBuilder, Dynamic, Latest, Version};
use juspay_mock::{Fault, Mock, PaymentOutcome, Settings};
use juspay_runtime::Versioned;
use juspay_runtime::http::{Async, Blocking, Call, ConfigError, Error, Reply, Response, RetryPolicy};

use crate::recorded::{self, Recorded, Waits};

/// The merchant's id.
pub(crate) const MERCHANT: &str = "tea-shop";

/// A way of sending that can be awaited, whether it blocks or not.
pub(crate) trait Way: Clone {
    fn build<V: Version>(builder: ClientBuilder<V>) -> Result<Client<V, Self>, ConfigError>;

    /// A client that writes down its waits instead of waiting.
    fn recorded<V: Version>(builder: ClientBuilder<V>, waits: Waits) -> Result<Client<V, Self>, ConfigError>;

    async fn send<R: Reply, P>(call: Call<Self, R, P>) -> Result<Response<R>, Error>;
}

impl Way for Async {
    fn build<V: Version>(builder: ClientBuilder<V>) -> Result<Client<V, Self>, ConfigError> {
        builder.build()
    }

    fn recorded<V: Version>(builder: ClientBuilder<V>, waits: Waits) -> Result<Client<V, Self>, ConfigError> {
        builder.build_with(Recorded { inner: recorded::by_reqwest(), waits })
    }

    async fn send<R: Reply, P>(call: Call<Self, R, P>) -> Result<Response<R>, Error> {
        call.send().await
    }
}

impl Way for Blocking {
    fn build<V: Version>(builder: ClientBuilder<V>) -> Result<Client<V, Self>, ConfigError> {
        builder.build_blocking()
    }

    fn recorded<V: Version>(builder: ClientBuilder<V>, waits: Waits) -> Result<Client<V, Self>, ConfigError> {
        builder.build_blocking_with(Recorded { inner: recorded::by_ureq(), waits })
    }

    async fn send<R: Reply, P>(call: Call<Self, R, P>) -> Result<Response<R>, Error> {
        call.send()
    }
}

/// A client and the double that it calls.
pub(crate) struct Shop<V: Version, W> {
    pub(crate) mock: Mock,
    pub(crate) client: Client<V, W>,
    odd: Arc<Mutex<Vec<String>>>,
    waits: Waits,
}

/// A shop at the newest version.
pub(crate) type Newest<W> = Shop<Latest, W>;

impl<V: Version, W: Way> Shop<V, W> {
    /// A shop that calls a double with these settings.
    pub(crate) fn with(settings: Settings, told: impl FnOnce(ClientBuilder<V>) -> ClientBuilder<V>) -> Self {
        Self::of(settings, |builder, _| W::build(told(builder)))
    }

    /// The same with a client that does not wait between attempts, but writes down how long it was to wait.
    pub(crate) fn recorded(settings: Settings) -> Self {
        Self::of(settings, W::recorded)
    }

    fn of(
        settings: Settings,
        build: impl FnOnce(ClientBuilder<V>, Waits) -> Result<Client<V, W>, ConfigError>,
    ) -> Self {
        let mock = Mock::with(settings).expect("a port is free");
        let (odd, waits) = (Arc::new(Mutex::new(Vec::new())), Waits::default());
        let heard = Arc::clone(&odd);
        let builder = builder(mock.url()).on_anomalies(move |operation, anomalies| {
            let told = anomalies.iter().map(|anomaly| format!("{}: {anomaly}", operation.name));
            heard.lock().expect("nobody panicked").extend(told);
        });
        let client = build(builder, waits.clone()).expect("the settings are fine");
        Self { mock, client, odd, waits }
    }

    /// The version that the shop pinned or chose.
    pub(crate) fn version(&self) -> ApiVersion {
        self.client.version()
    }

    /// What was odd about answers so far.
    pub(crate) fn odd(&self) -> Vec<String> {
        self.odd.lock().expect("nobody panicked").clone()
    }

    /// How long the client was to wait before each further attempt; a recorded shop knows.
    pub(crate) fn waits(&self) -> Vec<Duration> {
        self.waits.all()
    }

    /// The answer to a call that is answered.
    pub(crate) async fn send<R: Reply, P>(&self, call: Call<W, R, P>) -> Response<R> {
        W::send(call).await.expect("the call is answered")
    }

    /// Why a call came to nothing.
    pub(crate) async fn fail<R: Reply, P>(&self, call: Call<W, R, P>) -> Error {
        match W::send(call).await {
            Ok(_) => panic!("the call was to come to nothing"),
            Err(error) => error,
        }
    }

    /// Creates an order.
    pub(crate) async fn create(&self, order_id: &str, amount: &str) -> Response<Order<V>> {
        self.send(self.client.create_order(CreateOrder::new(order_id, rupees(amount)))).await
    }

    /// Creates an order and lets the customer pay it.
    pub(crate) async fn paid(&self, order_id: &str, amount: &str) {
        self.create(order_id, amount).await;
        self.pay(order_id, PaymentOutcome::Charged);
    }

    /// The customer tries to pay an order.
    pub(crate) fn pay(&self, order_id: &str, outcome: PaymentOutcome) {
        self.mock.pay(order_id, outcome).expect("the order can be paid");
    }

    /// Something goes wrong with the next calls.
    pub(crate) fn inject(&self, fault: Fault) {
        self.mock.inject(fault).expect("the fault can befall a call");
    }

    /// How often an operation was called.
    pub(crate) fn count(&self, operation: &str) -> usize {
        self.mock.count(operation).expect("there is such an operation")
    }

    /// An order as the shop's version shows it, in the form that has every getter.
    pub(crate) async fn order(&self, order_id: &str) -> Order<Dynamic> {
        all(self.send(self.client.order_status(order_id)).await)
    }
}

/// The same with every getter; what the version did not show is not there.
pub(crate) fn all<V: Version>(order: Response<Order<V>>) -> Order<Dynamic> {
    order.into_inner().cast()
}

/// A client's settings for a double.
fn builder<V: Version>(url: &str) -> ClientBuilder<V> {
    let policy = RetryPolicy::DEFAULT.waits(Duration::from_millis(1), Duration::from_millis(5));
    Client::<V>::builder().base_url(url).merchant_id(MERCHANT).api_key("key-of-a-test").retry(policy)
}

/// An amount, written as a person does.
pub(crate) fn rupees(text: &str) -> Amount {
    text.parse().expect("an amount")
}

/// The version of a date.
pub(crate) const fn date(year: u32, month: u32, day: u32) -> ApiVersion {
    ApiVersion::literal(year, month, day)
}

/// Waits for a future on this thread; calls that block may block it.
pub(crate) fn wait(future: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(future);
}

/// Tests of scenarios: at five versions and at all of them chosen at run time, each without blocking and blocking.
///
/// No answer on the way may be odd.
macro_rules! everywhere {
    ($($scenario:ident),+ $(,)?) => {
        $(everywhere!(@ $scenario: base VBase, from_2017_03_16 V2017_03_16, from_2018_10_25 V2018_10_25,
            from_2020_10_31 V2020_10_31, from_2021_03_25 V2021_03_25);)+
    };
    (@ $scenario:ident: $($name:ident $version:ident),+) => {
        mod $scenario {
            use crate::shop::{Shop, Way, date, wait};
            use juspay_client::versions::*;
            use juspay_runtime::http::{Async, Blocking};

            async fn pinned<V: Version, W: Way>() {
                let shop = Shop::<V, W>::with(juspay_mock::Settings::default(), |builder| builder);
                super::$scenario(&shop).await;
                assert_eq!(shop.odd(), [""; 0], "at {}", shop.version());
            }

            async fn chosen<W: Way>() {
                // Every version there is, and one between two.
                for date in VERSIONS.iter().copied().chain([date(2020, 1, 1)]) {
                    let settings = juspay_mock::Settings::default();
                    let shop = Shop::<Dynamic, W>::with(settings, |builder| builder.version(date));
                    super::$scenario(&shop).await;
                    assert_eq!(shop.odd(), [""; 0], "at {date}");
                }
            }

            $(mod $name {
                #[test]
                fn without_blocking() {
                    super::wait(super::pinned::<super::$version, super::Async>());
                }

                #[test]
                fn blocking() {
                    super::wait(super::pinned::<super::$version, super::Blocking>());
                }
            })+

            #[test]
            fn dynamic_without_blocking() {
                wait(chosen::<Async>());
            }

            #[test]
            fn dynamic_blocking() {
                wait(chosen::<Blocking>());
            }
        }
    };
}

/// Tests of scenarios at the newest version, each without blocking and blocking, with a client that records its waits.
macro_rules! both_ways {
    ($($scenario:ident),+ $(,)?) => {
        $(mod $scenario {
            use crate::shop::{Newest, wait};
            use juspay_mock::Settings;
            use juspay_runtime::http::{Async, Blocking};

            #[test]
            fn without_blocking() {
                wait(async { super::$scenario(&Newest::<Async>::recorded(Settings::default())).await });
            }

            #[test]
            fn blocking() {
                wait(async { super::$scenario(&Newest::<Blocking>::recorded(Settings::default())).await });
            }
        })+
    };
}
