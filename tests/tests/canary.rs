//! Nothing that is sensitive is ever shown: a word is put wherever the specification says so, and must not come out.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex, PoisonError};

use juspay_client::Client;
use juspay_client::orders::CreateOrder;
use juspay_client::session::CreateSession;
use juspay_client::versions::V2021_03_25;
use juspay_runtime::http::BasicCredentials;
use juspay_runtime::{Amount, ApiVersion, Secret};
use juspay_spec::flat_fields;
use juspay_spec::model::{Api, Object, Scalar, Type, TypeKind};
use juspay_tests::apis::{Entry, Generated, all};
use juspay_tests::server::{Server, Step};
use juspay_tests::tree::Tree;

const CANARY: &str = "CANARY7F3A";

/// A body with everything in it, and the canary wherever something is sensitive.
struct Cage<'a> {
    api: &'a Api,
    depth: u32,
    /// Whether sensitive values are of the wrong type, so that the body cannot be read.
    broken: bool,
}

impl Cage<'_> {
    fn object(&mut self, object: &Object) -> Tree {
        self.depth += 1;
        let mut entries = BTreeMap::new();
        for flat in flat_fields(self.api, object) {
            let mut leading = flat.through.iter().copied().chain([flat.field]);
            let sensitive = leading.any(|field| field.sensitive || is_secret(&field.ty));
            let required = flat.field.presence.is_required();
            if self.depth <= 3 || required {
                let value = if sensitive { self.canary(&flat.field.ty) } else { self.value(&flat.field.ty) };
                entries.insert(flat.wire.clone(), value);
            }
        }
        self.depth -= 1;
        Tree::Object(entries)
    }

    fn canary(&mut self, ty: &Type) -> Tree {
        let word = Tree::Text(CANARY.to_owned());
        if self.broken {
            return Tree::List(vec![Tree::List(vec![word])]);
        }
        match ty {
            Type::Scalar(Scalar::Json) => Tree::Object([("inner".to_owned(), word)].into()),
            Type::Scalar(_) => word,
            Type::List(inner) => Tree::List(vec![self.canary(inner)]),
            Type::Map(inner) => Tree::Object([("inner".to_owned(), self.canary(inner))].into()),
            Type::Named(id) => match &self.api.ty(*id).kind {
                TypeKind::Enum(_) => word,
                TypeKind::Object(object) => {
                    let fields = flat_fields(self.api, object);
                    Tree::Object(fields.iter().map(|flat| (flat.wire.clone(), self.canary(&flat.field.ty))).collect())
                }
            },
        }
    }

    fn value(&mut self, ty: &Type) -> Tree {
        match ty {
            Type::Scalar(Scalar::Int | Scalar::Amount | Scalar::Decimal) => Tree::Word("1".to_owned()),
            Type::Scalar(Scalar::Bool) => Tree::Word("true".to_owned()),
            Type::Scalar(Scalar::Json) => Tree::Object(BTreeMap::new()),
            Type::Scalar(_) => Tree::Text("plain".to_owned()),
            Type::List(inner) => Tree::List(vec![self.value(inner)]),
            Type::Map(inner) => Tree::Object([("key".to_owned(), self.value(inner))].into()),
            Type::Named(id) => match &self.api.ty(*id).kind {
                TypeKind::Enum(values) => {
                    Tree::Text(values.values.first().map_or_else(String::new, |it| it.wire.clone()))
                }
                TypeKind::Object(object) => self.object(object),
            },
        }
    }
}

fn is_secret(ty: &Type) -> bool {
    match ty {
        Type::Scalar(scalar) => matches!(scalar, Scalar::Secret | Scalar::Email),
        Type::List(inner) | Type::Map(inner) => is_secret(inner),
        Type::Named(_) => false,
    }
}

/// What is shown of a type's body, with the canary in it or, if that cannot be read, in its error.
fn cage(api: &Api, entry: &Entry, broken: bool) -> (String, String) {
    let def = api.find_type(entry.name).expect("the type is in the spec");
    let body = def.object().map(|object| Cage { api, depth: 0, broken }.object(object));
    let body = body.expect("an object").write(false);
    let shown = (entry.shown)(&body, ApiVersion::NEWEST);
    (body, shown)
}

#[test]
fn no_type_shows_what_is_sensitive() {
    let mut caged = 0;
    for Generated { name, api, types, .. } in all().expect("the specs hold") {
        for entry in types {
            for broken in [false, true] {
                let (body, shown) = cage(&api, entry, broken);
                caged += usize::from(body.contains(CANARY));
                assert!(!shown.contains(CANARY), "{name}: {}: {shown}", entry.name);
            }
        }
    }
    assert!(caged > 50, "only {caged} bodies have anything sensitive in them");
}

/// Everything that is traced: spans, and events of whoever sends.
#[derive(Clone, Default)]
struct Log {
    spans: Arc<Mutex<String>>,
    events: Arc<Mutex<String>>,
}

fn add(to: &Mutex<String>, text: &str) {
    to.lock().unwrap_or_else(PoisonError::into_inner).push_str(text);
}

struct Fields<'a>(&'a mut String);

impl tracing::field::Visit for Fields<'_> {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

impl tracing::Subscriber for Log {
    fn enabled(&self, _metadata: &tracing::Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        let mut text = format!("\n{}:", span.metadata().name());
        span.record(&mut Fields(&mut text));
        add(&self.spans, &text);
        tracing::span::Id::from_u64(1)
    }

    fn record(&self, _span: &tracing::span::Id, values: &tracing::span::Record<'_>) {
        let mut text = String::new();
        values.record(&mut Fields(&mut text));
        add(&self.spans, &text);
    }

    fn record_follows_from(&self, _span: &tracing::span::Id, _follows: &tracing::span::Id) {}

    fn event(&self, event: &tracing::Event<'_>) {
        let mut text = "\nevent:".to_owned();
        event.record(&mut Fields(&mut text));
        add(&self.events, &text);
    }

    fn enter(&self, _span: &tracing::span::Id) {}

    fn exit(&self, _span: &tracing::span::Id) {}
}

#[test]
fn a_client_shows_neither_keys_nor_what_it_carries() {
    let log = Log::default();
    let shown = tracing::subscriber::with_default(log.clone(), || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(calls())
    });
    let text = |of: &Mutex<String>| of.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let (traced, events) = (text(&log.spans), text(&log.events));
    assert!(
        traced.contains("call: endpoint=\"create_order\" version=2021-03-25 attempt=1 status=500 duration_ms="),
        "{traced}"
    );
    assert!(traced.contains("attempt=2 status=500") && traced.contains("error=the connection broke"), "{traced}");
    let all = format!("{shown}{traced}{events}");
    for word in [CANARY, "Q0FOQVJZN0YzQ"] {
        assert!(!all.contains(word), "{all}");
    }
}

/// Calls that fail in every way, and everything that can be shown of them.
async fn calls() -> String {
    let echo = format!(
        r#"{{"status": "error", "error_message": "{CANARY}", "error_info": {{"developer_message": "{CANARY}"}}}}"#
    );
    let mut steps = vec![Step::json(500, &echo); 3];
    steps.extend([
        Step::json(401, &echo),
        Step::Answer(502, vec![], CANARY.to_owned()),
        Step::json(200, &format!(r#"{{"order_id": ["{CANARY}"]}}"#)),
        Step::Hang,
        Step::Hang,
        Step::Hang,
        Step::Answer(429, vec![("x-request-id", format!("{CANARY} {CANARY}"))], echo.clone()),
    ]);
    let server = Server::start(steps);
    let builder = Client::<V2021_03_25>::builder().base_url(&server.url).api_key(CANARY).client_auth_token(CANARY);
    let builder = builder.merchant_id("shop").routing_id(CANARY);
    let mut shown = format!("{builder:?}");
    let client = builder.build().expect("the settings are fine");
    let mut order = CreateOrder::new(CANARY, "1".parse::<Amount>().expect("an amount"));
    order.customer_email = Some(CANARY.to_owned());
    order.customer_phone = Some(CANARY.to_owned());
    order.return_url = Some(format!("https://{CANARY}.example/?{CANARY}"));
    let _ = write!(shown, "{:?}", client.create_order(order.clone()));
    let _ = write!(shown, "{:?}", client.create_order(order.clone()).send().await.map(|_| ()));
    order.return_url = None;
    let session = CreateSession::new(CANARY, "1".parse::<Amount>().expect("an amount"), "c", "p", "paymentPage".into());
    for step in 0..6 {
        let error = match step {
            0 => client.create_order(order.clone()).send().await.map(|_| ()),
            1 => client.order_status(CANARY).send().await.map(|_| ()),
            _ => client.create_session(session.clone()).send().await.map(|_| ()),
        };
        let error = error.expect_err("every call fails");
        let source = std::error::Error::source(&error);
        let _ = write!(shown, "\n{error} {error:?} {source:?} {:?}", source.map(ToString::to_string));
    }
    let _ = write!(shown, "{client:?} {:?}", BasicCredentials::new(CANARY, &Secret::from(CANARY)));
    let settings = Client::<V2021_03_25>::builder().api_key(format!("{CANARY} ")).base_url(&format!("http://{CANARY}"));
    let _ = write!(shown, "{:?}", settings.build().map(|_| ()));
    shown
}
