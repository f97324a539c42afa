//! How people and other languages tell the double what to do: its page, the state as JSON, and commands.

use crate::command::Command;
use crate::dump;
use crate::form;
use crate::pages;
use crate::refusal::Refusal;
use crate::state::House;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{get, post};
use std::sync::Arc;

/// The page for people, what it asks, and the pages that answers link to.
pub(crate) fn router() -> Router<Arc<House>> {
    Router::new()
        .route("/", get(async || pages::html(include_str!("page.html"), false)))
        .route("/mock/state", get(state))
        .route("/mock/command", post(command))
        .merge(pages::router())
        .layer(from_fn(from_here))
}

/// Lets only those in who call this machine by a name of its own. A page from elsewhere can have its name looked up as
/// this machine, and a browser then takes the double for a part of that page.
async fn from_here(request: Request, next: Next) -> Response {
    // HTTP/2 has no header for it, and where there are both, the header does not count.
    let named = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let host = request.uri().authority().map(Authority::as_str).or(named);
    let message = if !host.is_some_and(is_here) {
        "This is for this machine only: call it by localhost or 127.0.0.1."
    } else if is_foreign_post(&request) {
        "A page of another site changes nothing here."
    } else {
        return next.run(request).await;
    };
    failed(StatusCode::FORBIDDEN, "forbidden", message)
}

/// Whether a browser sends a form of another site's page. Links may be guessed, for seeds decide them.
fn is_foreign_post(request: &Request) -> bool {
    request.method() == Method::POST && request.headers().get("sec-fetch-site").is_some_and(|site| site == "cross-site")
}

fn is_here(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port),
        _ => (host, "0"),
    };
    let name = name.to_ascii_lowercase();
    matches!(name.as_str(), "localhost" | "127.0.0.1" | "[::1]") && port.parse::<u16>().is_ok()
}

async fn state(State(house): State<Arc<House>>, uri: Uri) -> Response {
    match newest(uri.query().unwrap_or_default()) {
        Ok(newest) => json(StatusCode::OK, house.act(|world| dump::dump(world, newest))),
        Err(refusal) => refused(&refusal),
    }
}

/// How much of each list the state shall have.
fn newest(query: &str) -> Result<Option<usize>, Refusal> {
    let mut newest = None;
    for (name, value) in form::parse(query)? {
        let known = Some(value).filter(|_| name == "newest" && newest.is_none()).and_then(|value| value.parse().ok());
        newest =
            Some(known.ok_or_else(|| Refusal::invalid("The query of the state is newest=100, or another number."))?);
    }
    Ok(newest)
}

async fn command(State(house): State<Arc<House>>, headers: HeaderMap, body: Bytes) -> Response {
    // A form of another page can send anything but this type without asking first.
    if !is_json(&headers) {
        let message = "A command is JSON, and the header content-type says so: application/json.";
        return failed(StatusCode::UNSUPPORTED_MEDIA_TYPE, "invalid_request", message);
    }
    let command: Command = match serde_json::from_slice(&body) {
        Ok(command) => command,
        Err(error) => return failed(StatusCode::BAD_REQUEST, "invalid_request", &error.to_string()),
    };
    match house.act(|world| world.perform(command)) {
        Ok(()) => json(StatusCode::OK, "{}".to_owned()),
        Err(refusal) => refused(&refusal),
    }
}

/// Whether the header says that the body is JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// What cannot be done, and why.
pub(crate) fn refused(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::BAD_REQUEST);
    failed(status, &refusal.code, &refusal.message)
}

fn failed(status: StatusCode, code: &str, message: &str) -> Response {
    json(status, serde_json::json!({"error": code, "message": message}).to_string())
}

pub(crate) fn json(status: StatusCode, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn this_machine_has_few_names() {
        for here in ["localhost:8080", "LocalHost", "127.0.0.1:1", "127.0.0.1", "[::1]:80", "[::1]"] {
            assert!(is_here(here), "{here}");
        }
        for other in [
            "",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:80",
            "localhost:80@evil",
            "[::1",
            "0:1",
        ] {
            assert!(!is_here(other), "{other}");
        }
    }
}
