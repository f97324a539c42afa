//! How people and other languages tell the double what to do.

use crate::command::Command;
use crate::dump;
use crate::refusal::Refusal;
use crate::state::House;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use std::sync::Arc;

/// The page for people, what it asks, and the pages that answers link to.
pub(crate) fn router() -> Router<Arc<House>> {
    Router::new()
        .route("/", get(async || html(include_str!("page.html"))))
        .route("/mock/state", get(state))
        .route("/mock/command", post(command))
}

async fn state(State(house): State<Arc<House>>) -> Response {
    json(StatusCode::OK, house.act(|world| dump::dump(world)))
}

async fn command(State(house): State<Arc<House>>, body: Bytes) -> Response {
    let command: Command = match serde_json::from_slice(&body) {
        Ok(command) => command,
        Err(error) => return failed(&Refusal::invalid(error.to_string())),
    };
    match house.act(|world| world.perform(command)) {
        Ok(()) => json(StatusCode::OK, "{}".to_owned()),
        Err(refusal) => failed(&refusal),
    }
}

fn failed(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::BAD_REQUEST);
    json(status, serde_json::json!({"error": refusal.code, "message": refusal.message}).to_string())
}

fn json(status: StatusCode, body: String) -> Response {
    answer(status, "application/json", body)
}

fn html(body: &str) -> Response {
    answer(StatusCode::OK, "text/html; charset=utf-8", body.to_owned())
}

fn answer(status: StatusCode, kind: &'static str, body: String) -> Response {
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind));
    response
}
