//! The client over encryption: what is negotiated, who is trusted, and what is said of the others.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::convert::Infallible;
use std::future::ready;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use http::{Request, Response, Version};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use juspay_client::http::{Blocking, Bytes, Error, NotSentReason, RejectionKind, Reqwest, TransportErrorKind, Ureq};
use juspay_client::txns::CaptureTxn;
use juspay_client::versions::V2020_11_20;
use juspay_client::{Client, ClientBuilder};
use rcgen::{CertificateParams, KeyPair};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

const ORDER: &str = r#"{"order_id": "ord-1", "status": "CHARGED", "status_id": 21}"#;

/// What came so far.
#[derive(Debug, Default)]
struct Seen {
    connections: AtomicUsize,
    requests: Mutex<Vec<Version>>,
}

/// A server with a certificate of its own for one name.
struct Server {
    url: String,
    certificate: Vec<u8>,
    seen: Arc<Seen>,
}

impl Server {
    /// Serves on this machine, under a certificate for this name.
    async fn start(name: &str) -> Self {
        let key = KeyPair::generate().expect("a key");
        let certificate = CertificateParams::new([name.to_owned()]).expect("a name").self_signed(&key);
        let certificate = certificate.expect("a certificate").der().clone();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("the protocol has versions")
            .with_no_client_auth();
        let key = PrivateKeyDer::try_from(key.serialize_der()).expect("a key");
        let mut config = config.with_single_cert(vec![certificate.clone()], key).expect("they belong together");
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let url = format!("https://localhost:{}", listener.local_addr().expect("the port is known").port());
        let seen = Arc::new(Seen::default());
        tokio::spawn(accept(listener, TlsAcceptor::from(Arc::new(config)), Arc::clone(&seen)));
        Self { url, certificate: certificate.to_vec(), seen }
    }

    fn told(&self) -> ClientBuilder<V2020_11_20> {
        Client::builder().base_url(&self.url).api_key("key-1").merchant_id("shop")
    }

    /// Its certificate as a root that reqwest trusts.
    fn trusted(&self) -> reqwest::ClientBuilder {
        let root = reqwest::Certificate::from_der(&self.certificate).expect("a certificate");
        reqwest::Client::builder().tls_certs_only([root]).no_proxy()
    }

    /// Its certificate as a root that ureq trusts.
    fn trusting(&self) -> ureq::Agent {
        let root = ureq::tls::Certificate::from_der(&self.certificate).to_owned();
        let tls = ureq::tls::TlsConfig::builder().root_certs(ureq::tls::RootCerts::new_with_certs(&[root]));
        ureq::Agent::config_builder().tls_config(tls.build()).proxy(None).build().new_agent()
    }

    fn connections(&self) -> usize {
        self.seen.connections.load(Ordering::Relaxed)
    }

    fn requests(&self) -> Vec<Version> {
        self.seen.requests.lock().expect("nobody panicked").clone()
    }
}

async fn accept(listener: TcpListener, acceptor: TlsAcceptor, seen: Arc<Seen>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, seen) = (acceptor.clone(), Arc::clone(&seen));
        seen.connections.fetch_add(1, Ordering::Relaxed);
        tokio::spawn(async move {
            let Ok(stream) = acceptor.accept(stream).await else { return };
            let service = service_fn(|request| ready(Ok::<_, Infallible>(answer(&request, &seen))));
            let server = auto::Builder::new(TokioExecutor::new());
            // A connection that breaks is the caller's affair.
            let _ = server.serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

/// Answers with an order, and sends whoever captures elsewhere.
fn answer(request: &Request<Incoming>, seen: &Seen) -> Response<Full<Bytes>> {
    seen.requests.lock().expect("nobody panicked").push(request.version());
    let elsewhere = request.uri().path().ends_with("/capture");
    let builder = if elsewhere { Response::builder().status(307).header("location", "/") } else { Response::builder() };
    builder.body(Full::from(ORDER)).expect("an answer")
}

/// What became of a call that must not have been sent.
fn refused<T>(answer: Result<T, Error>) -> (TransportErrorKind, String) {
    let Err(error) = answer else { panic!("it was answered") };
    assert!(!error.may_have_happened(), "{error}");
    let Error::NotSent(not_sent) = &error else { panic!("{error}") };
    let NotSentReason::Connection(cause) = &not_sent.reason else { panic!("{error}") };
    (cause.kind(), error.to_string())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_calls_share_one_connection_of_http_2() {
    let server = Server::start("localhost").await;
    let transport = Reqwest::from_builder(server.trusted()).expect("a root certificate");
    let client = server.told().build_with(transport).expect("the settings are fine");
    client.order_status("first").send().await.expect("it is answered");
    let calls: Vec<_> = (0..50)
        .map(|n| {
            let client = client.clone();
            tokio::spawn(async move { client.order_status(&format!("o-{n}")).send().await.map(|_| ()) })
        })
        .collect();
    for call in calls {
        call.await.expect("it does not panic").expect("it is answered");
    }
    assert_eq!((server.connections(), server.requests()), (1, vec![Version::HTTP_2; 51]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn blocking_calls_are_encrypted_and_keep_their_connection() {
    let server = Server::start("localhost").await;
    let client: Client<_, Blocking> =
        server.told().build_blocking_with(Ureq::from(server.trusting())).expect("the settings are fine");
    let call = move || {
        client.order_status("o").send().expect("it is answered");
        client.order_status("o").send().expect("it is answered").order_id.clone()
    };
    assert_eq!(tokio::task::spawn_blocking(call).await.expect("it does not panic"), "ord-1");
    assert_eq!((server.connections(), server.requests()), (1, vec![Version::HTTP_11; 2]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_not_trusted_is_sent_nothing() {
    let expected = "order_status: not sent: the server's certificate is not trusted";
    // Nobody vouches for the first; the second has a certificate for another name.
    let (unknown, other) = (Server::start("localhost").await, Server::start("elsewhere.example").await);
    let vouched = Reqwest::from_builder(other.trusted()).expect("a root certificate");
    let clients = [
        unknown.told().build().expect("the settings are fine"),
        other.told().build_with(vouched).expect("the settings are fine"),
    ];
    for client in &clients {
        let told = refused(client.order_status("o").send().await);
        assert_eq!(told, (TransportErrorKind::Untrusted, expected.to_owned()));
        assert_eq!(refused(client.capture_txn("t", CaptureTxn::new()).send().await).0, TransportErrorKind::Untrusted);
    }
    let clients = [
        unknown.told().build_blocking().expect("the settings are fine"),
        other.told().build_blocking_with(Ureq::from(other.trusting())).expect("the settings are fine"),
    ];
    let told = tokio::task::spawn_blocking(move || clients.map(|client| refused(client.order_status("o").send())));
    for told in told.await.expect("it does not panic") {
        assert_eq!(told, (TransportErrorKind::Untrusted, expected.to_owned()));
    }
    for server in [unknown, other] {
        assert_eq!(server.requests(), []);
        // One connection for each call: what is not trusted now is not trusted a moment later.
        assert_eq!(server.connections(), 3);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn settings_of_ones_own_bring_no_redirects_back() {
    let server = Server::start("localhost").await;
    let eager = reqwest::redirect::Policy::limited(10);
    let transport = Reqwest::from_builder(server.trusted().redirect(eager)).expect("a root certificate");
    let client = server.told().build_with(transport).expect("the settings are fine");
    let blocking = server.told().build_blocking_with(Ureq::from(server.trusting())).expect("the settings are fine");
    let answer = client.capture_txn("t", CaptureTxn::new()).send().await;
    let other = tokio::task::spawn_blocking(move || blocking.capture_txn("t", CaptureTxn::new()).send());
    for answer in [answer, other.await.expect("it does not panic")] {
        let Err(Error::Rejected(rejection)) = answer else { panic!("a redirect is no success") };
        assert_eq!((rejection.kind(), rejection.status().as_u16()), (RejectionKind::Other, 307));
    }
    assert_eq!(server.requests().len(), 2);
}
