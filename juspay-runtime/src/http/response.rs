//! Answers that say yes.

use super::failure::{as_id, request_id};
use crate::{Anomaly, Api, ApiVersion};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::ops::{Deref, DerefMut};

/// An answer that says yes: the value, and what came with it.
///
/// It is a pointer: values are large, and are handed on through many futures.
#[derive(Clone)]
pub struct Response<T>(Box<Whole<T>>);

#[derive(Clone)]
pub(crate) struct Whole<T> {
    pub(crate) value: T,
    pub(crate) version: ApiVersion,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) api: &'static Api,
    pub(crate) anomalies: Vec<Anomaly>,
    pub(crate) body: Bytes,
}

impl<T> From<Whole<T>> for Response<T> {
    fn from(whole: Whole<T>) -> Self {
        Self(Box::new(whole))
    }
}

impl<T> Response<T> {
    /// The value alone.
    pub fn into_inner(self) -> T {
        self.0.value
    }

    /// The version at which it was read.
    pub fn version(&self) -> ApiVersion {
        self.0.version
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// What names the call when one asks the API's makers about it.
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.0.api, &self.0.headers)
    }

    /// What was odd about the body, each with its JSON path.
    pub fn anomalies(&self) -> &[Anomaly] {
        &self.0.anomalies
    }

    /// The body as it came.
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Response");
        out.field("status", &self.0.status.as_u16()).field("value", &self.0.value).field("version", &self.0.version);
        out.field("request_id", &self.request_id().and_then(as_id)).field("anomalies", &self.0.anomalies);
        out.finish_non_exhaustive()
    }
}
