//! Nothing that is sensitive is ever shown: a word is put wherever the specification says so, and must not come out.
#![allow(clippy::expect_used, clippy::panic, reason = "a test ends where it fails")]

use std::collections::BTreeMap;
use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use juspay_client::orders::CreateOrder;
use juspay_client::session::CreateSession;
use juspay_client::versions::V2021_03_25;
use juspay_client::{API, Client};
use juspay_mock::{Mock, PaymentOutcome, Settings, Webhooks};
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
    let (mut caged, mut dynamic) = (0, 0);
    for Generated { name, api, types, .. } in all().expect("the specs hold") {
        for entry in types {
            for broken in [false, true] {
                let (body, shown) = cage(&api, entry, broken);
                caged += usize::from(body.contains(CANARY));
                assert!(!shown.contains(CANARY), "{name}: {}: {shown}", entry.name);
                assert!(!shown.contains("PhantomData"), "{name}: {}: {shown}", entry.name);
                dynamic += usize::from(shown.contains("version: dynamic }"));
            }
        }
    }
    assert!(dynamic > 10, "only {dynamic} types show that their version is chosen at run time");
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

/// Asks the double as a merchant whose key is the canary.
fn ask(mock: &Mock, method: &str, path: &str, kind: &str, body: &str) -> (u16, String) {
    let config = ureq::Agent::config_builder().http_status_as_error(false).build();
    let request = http::Request::builder()
        .method(method)
        .uri(format!("{}{path}", mock.url()))
        .header("authorization", "Basic Q0FOQVJZN0YzQTo=")
        .header("x-merchantid", "shop")
        .header("version", "2021-03-25")
        .header("x-routing-id", CANARY)
        .header("content-type", kind);
    let request = request.body(body.to_owned()).expect("a request");
    let mut answer = ureq::Agent::new_with_config(config).run(request).expect("an answer");
    (answer.status().as_u16(), answer.body_mut().read_to_string().expect("a body"))
}

/// Sends every body there is, with the canary wherever something is sensitive. Returns the refusals.
fn fill(mock: &Mock, api: &Api) -> String {
    let mut refusals = String::new();
    for broken in [false, true] {
        for operation in API.operations {
            let Some((_, name)) = operation.body else { continue };
            let body = api.find_type(name).and_then(|def| def.object());
            let body = body.map(|object| Cage { api, depth: 0, broken }.object(object)).expect("an object");
            let path: Vec<&str> =
                operation.path.split('/').map(|part| if part.starts_with('{') { "plain" } else { part }).collect();
            let answer = ask(mock, operation.method, &path.join("/"), "application/json", &body.write(false));
            if answer.0 != 200 {
                refusals.push_str(&answer.1);
            }
        }
    }
    refusals
}

#[test]
fn a_double_shows_neither_keys_nor_what_it_was_sent() {
    let generated = all().expect("the specs hold");
    let api = &generated.iter().find(|it| it.name == "juspay").expect("the client's own spec").api;
    let mut settings = Settings::default();
    settings.key = Some(Secret::from(CANARY));
    let url = format!("http://{CANARY}:{CANARY}@127.0.0.1:9/hook?key={CANARY}");
    settings.webhooks = Some(Webhooks::new(&url, ApiVersion::NEWEST).credentials(CANARY, CANARY));
    let mut shown = format!("{settings:?}");
    let mock = Mock::with(settings).expect("a double");
    let refusals = fill(&mock, api);
    assert!(refusals.contains("developer_message"), "{refusals}");
    shown.push_str(&refusals);

    let form = "application/x-www-form-urlencoded";
    let order = format!(
        "order_id=ord-1&amount=9&customer_email={CANARY}@shop.example&billing_address_first_name={CANARY}\
         &metadata.note={CANARY}&metadata.webhook_url={url}&options.create_mandate=REQUIRED"
    );
    assert_eq!(ask(&mock, "POST", "/orders", form, &order).0, 200);
    let pay = format!(
        "order_id=ord-1&merchant_id=shop&payment_method_type=UPI&payment_method=UPI&upi_vpa={CANARY}&format=json"
    );
    assert_eq!(ask(&mock, "POST", "/txns", form, &pay).0, 200);
    mock.pay("ord-1", PaymentOutcome::Charged).expect("it can be paid");
    let refund = format!("unique_request_id=r-1&amount=1&webhook_url={url}");
    assert_eq!(ask(&mock, "POST", "/orders/ord-1/refunds", form, &refund).0, 200);
    let customer = format!("object_reference_id=customer-1&mobile_number=1000000000&first_name={CANARY}");
    assert_eq!(ask(&mock, "POST", "/customers", form, &customer).0, 200);
    assert!(ask(&mock, "GET", "/orders/ord-1", form, "").1.contains(CANARY), "nothing is kept of what is looked for");
    assert!(mock.delivered(Duration::from_secs(30)), "{:?}", mock.deliveries());

    let dump = mock.dump();
    for there in
        ["\"order_id\":\"ord-1\"", "\"customer_email\":\"<redacted>\"", "customer-1", "http://127.0.0.1:9/hook"]
    {
        assert!(dump.contains(there), "{there}: {dump}");
    }
    let refused = mock.pay("ord-1", PaymentOutcome::Charged).expect_err("it is paid");
    let _ = write!(shown, "{dump} {mock:?} {:?} {:?} {refused} {refused:?}", mock.calls(), mock.deliveries());
    assert!(!shown.contains(CANARY) && !shown.contains("Q0FOQVJZN0YzQ"), "{shown}");
}
