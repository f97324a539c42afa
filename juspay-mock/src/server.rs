//! From an HTTP request to an HTTP response: routes, faults, errors.

use crate::control::{self, is_json};
use crate::fault::FaultKind;
use crate::journal::Call;
use crate::line::{Cutter, Door};
use crate::refusal::Refusal;
use crate::request::Request;
use crate::routes::{self, Handler};
use crate::sent::Sent;
use crate::settings::{Clock, Settings};
use crate::spoil;
use crate::state::House;
use axum::body::{Body, Bytes};
use axum::extract::rejection::{BytesRejection, FailedToBufferBody, RawPathParamsRejection};
use axum::extract::{ConnectInfo, FromRequest, RawPathParams, State};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use axum::routing::{MethodFilter, MethodRouter, on};
use axum::{Router, serve};
use juspay_client::{API, ApiVersion};
use juspay_runtime::Operation;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

/// Serves until told to stop.
pub(crate) async fn run(door: Door, house: Arc<House>, stop: oneshot::Receiver<()>) {
    let post = tokio::spawn(crate::webhook::deliver(Arc::clone(&house)));
    let clock = tokio::spawn(keep_time(Arc::clone(&house)));
    let service = router(house).into_make_service_with_connect_info::<Cutter>();
    tokio::select! {
        _ = serve(door, service) => {}
        _ = stop => {}
    }
    post.abort();
    clock.abort();
}

/// Has what is due happen in time where somebody waits for its events; whoever asks finds it done anyway.
async fn keep_time(house: Arc<House>) {
    let waits = |settings: &Settings| settings.clock == Clock::Running && settings.webhooks.is_some();
    if !waits(&house.world().settings) {
        return;
    }
    let mut second = tokio::time::interval(Duration::from_secs(1));
    loop {
        second.tick().await;
        house.act(|_| ());
    }
}

fn router(house: Arc<House>) -> Router {
    let mut router = Router::new();
    for operation in API.operations {
        if let (Some(handler), Some(method)) = (routes::handler(operation.name), method(operation)) {
            router = router.route(operation.path, route(operation, method, handler));
        }
    }
    router
        .merge(control::router())
        .method_not_allowed_fallback(|State(house): State<Arc<House>>| async move {
            refuse(&house, &Refusal::method(), ApiVersion::NEWEST)
        })
        .fallback(|State(house): State<Arc<House>>| async move {
            refuse(&house, &Refusal::not_found("not_found", "There is no such call."), ApiVersion::NEWEST)
        })
        .with_state(house)
}

fn method(operation: &Operation) -> Option<MethodFilter> {
    MethodFilter::try_from(Method::from_bytes(operation.method.as_bytes()).ok()?).ok()
}

fn route(operation: &'static Operation, method: MethodFilter, handler: Handler) -> MethodRouter<Arc<House>> {
    on(
        method,
        move |State(house): State<Arc<House>>,
              ConnectInfo(cutter): ConnectInfo<Cutter>,
              parameters: Result<RawPathParams, RawPathParamsRejection>,
              request: axum::extract::Request| async move {
            let (head, body) = request.into_parts();
            let body = read(body).await;
            let fault = house.world().faults.befall(operation.name);
            let whole = body.and_then(|body| Ok((id(parameters)?, body)));
            Incoming { operation, handler, whole, head }.answer(&house, fault, &cutter).await
        },
    )
}

/// Reads a body of at most two megabytes, which is where axum stops unless it is told otherwise.
async fn read(body: Body) -> Result<Bytes, Refusal> {
    let whole = Bytes::from_request(axum::extract::Request::new(body), &()).await;
    whole.map_err(|rejection| match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => Refusal::too_large(),
        _ => Refusal::invalid("The body ends in the middle."),
    })
}

/// What stands in the path's place of a parameter; no path has two.
fn id(parameters: Result<RawPathParams, RawPathParamsRejection>) -> Result<String, Refusal> {
    let parameters = parameters.map_err(|_| Refusal::invalid("The path is not UTF-8."))?;
    Ok(parameters.iter().next().map(|(_, value)| value.to_owned()).unwrap_or_default())
}

/// A call on its way in.
struct Incoming {
    operation: &'static Operation,
    handler: Handler,
    /// The path's parameter and the body.
    whole: Result<(String, Bytes), Refusal>,
    head: Parts,
}

impl Incoming {
    async fn answer(self, house: &House, fault: Option<FaultKind>, cutter: &Cutter) -> Response {
        match &fault {
            Some(FaultKind::ResetBefore {}) => {
                cutter.cut();
                self.record(house, None);
                return Response::default();
            }
            Some(FaultKind::Status { status, retry_after }) => {
                self.record(house, Some(*status));
                let mut response = match status {
                    // What these statuses mean has no body.
                    204 | 205 | 304 => respond(house, *status, String::new()),
                    _ => refuse(house, &Refusal::scripted(*status), ApiVersion::NEWEST),
                };
                if let Some(seconds) = retry_after {
                    response.headers_mut().insert(header::RETRY_AFTER, (*seconds).into());
                }
                return response;
            }
            Some(FaultKind::Latency { millis }) => tokio::time::sleep(Duration::from_millis(*millis)).await,
            _ => {}
        }
        let twice = matches!(fault, Some(FaultKind::DuplicateWebhook {}));
        let (status, body) = self.carry_out(house, twice);
        self.record(house, Some(status));
        let response = respond(house, status, String::new());
        match fault {
            Some(FaultKind::ResetAfter {}) => {
                cutter.cut();
                response
            }
            Some(kind) => spoil::spoil(response, body, &kind),
            None => response.map(|_| body.into()),
        }
    }

    /// Does what the call asks for, and gives the answer.
    fn carry_out(&self, house: &House, twice: bool) -> (u16, String) {
        let query = self.head.uri.query().unwrap_or_default();
        house.act(|world| {
            let request = self.whole.as_ref().map_err(Refusal::clone).and_then(|(id, body)| {
                Request::read(self.operation, id.clone(), query, &self.head.headers, body, world)
            });
            world.twice = twice;
            let version = request.as_ref().map_or(ApiVersion::NEWEST, |request| request.version);
            match request.and_then(|request| (self.handler)(world, &request)) {
                Ok(body) => (200, body),
                Err(refusal) => (refusal.status, refusal.body(version, &world.ids.id("req_"))),
            }
        })
    }

    fn record(&self, house: &House, status: Option<u16>) {
        let named = self.head.headers.get(API.version_header).and_then(|value| value.to_str().ok());
        // What is no version may be anything, and is not written down.
        let version = named.filter(|text| text.parse::<ApiVersion>().is_ok()).map(str::to_owned);
        let body = self.whole.as_ref().map(|(_, body)| &**body).unwrap_or_default();
        let sent = Sent::new(self.head.uri.query().unwrap_or_default(), body, is_json(&self.head.headers));
        let path = self.head.uri.path().to_owned();
        house.world().record(Call { operation: self.operation.name, path, version, status, sent });
    }
}

fn refuse(house: &House, refusal: &Refusal, version: ApiVersion) -> Response {
    let request_id = house.world().ids.id("req_");
    respond(house, refusal.status, refusal.body(version, &request_id))
}

fn respond(house: &House, status: u16, body: String) -> Response {
    let id = house.world().ids.id("");
    let mut response = Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    if let Ok(id) = header::HeaderValue::from_str(&id) {
        headers.insert("x-response-id", id);
    }
    response
}
