//! Answers that say yes.

use super::failure::{as_id, request_id};
use crate::{Anomaly, Api, ApiVersion};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use std::fmt;
use std::ops::{Deref, DerefMut};

/// An answer that says yes: the value, and what came with it.
///
/// It is two pointers: values are large, and are handed on through many futures.
#[derive(Clone)]
pub struct Response<T> {
    pub(crate) value: Box<T>,
    pub(crate) around: Box<Around>,
}

/// What came with a value.
#[derive(Clone)]
pub(crate) struct Around {
    pub(crate) version: ApiVersion,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) api: &'static Api,
    pub(crate) anomalies: Vec<Anomaly>,
    pub(crate) body: Bytes,
}

impl<T> Response<T> {
    /// The value alone.
    pub fn into_inner(self) -> T {
        *self.value
    }

    /// The version at which it was read.
    pub fn version(&self) -> ApiVersion {
        self.around.version
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.around.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.around.headers
    }

    /// What names the call when one asks the API's makers about it.
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.around.api, &self.around.headers)
    }

    /// What was odd about the body, each with its JSON path.
    pub fn anomalies(&self) -> &[Anomaly] {
        &self.around.anomalies
    }

    /// The body as it came.
    pub fn body(&self) -> &Bytes {
        &self.around.body
    }
}

impl<T> Deref for Response<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Response<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}

impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Response");
        out.field("status", &self.around.status.as_u16())
            .field("value", &self.value)
            .field("version", &self.around.version);
        out.field("request_id", &self.request_id().and_then(as_id)).field("anomalies", &self.around.anomalies);
        out.finish_non_exhaustive()
    }
}
