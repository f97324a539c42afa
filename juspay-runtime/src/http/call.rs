//! One call, from its parameters to its value.

use super::checked::{Body, Payload};
use super::client::{Async, Blocking, Core, Shared};
use super::error::{Error, NotSent, NotSentReason};
use super::reply::{Reply, receive};
use super::response::Response;
use super::{drive, encode, settings};
use crate::{Encode, Operation, Place};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

/// A call that has not been sent.
///
/// Generated methods make it; nothing happens until it is sent. `R` is what it is answered with, `P` the parameters that
/// may be added.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<M, R, P = ()> {
    core: Core<M>,
    draft: Draft,
    types: PhantomData<fn(P) -> R>,
}

/// What a call is made of; the same for all types.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) operation: &'static Operation,
    pub(crate) path: Vec<String>,
    pub(crate) query: Vec<(&'static str, String)>,
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    pub(crate) body: Option<Payload>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) problem: Option<NotSentReason>,
}

/// Parameters of one operation that need not be sent; emitted for every operation that has any.
pub trait Parameters {
    /// Adds those that are there to a call.
    fn add<M, R>(self, call: Call<M, R, Self>) -> Call<M, R, Self>
    where
        Self: Sized;
}

impl<M, R, P> Call<M, R, P> {
    pub(crate) fn new(core: Core<M>, operation: &'static Operation) -> Self {
        let (path, query, headers) = Default::default();
        let timeout = core.shared.timeout;
        let draft = Draft { operation, path, query, headers, body: None, timeout, problem: None };
        Self { core, draft, types: PhantomData }
    }

    /// The next parameter of the path, a text.
    #[doc(hidden)]
    pub fn path(mut self, value: impl Into<String>) -> Self {
        self.draft.path.push(value.into());
        self
    }

    /// The next parameter of the path, of another type.
    #[doc(hidden)]
    pub fn path_value(self, value: &impl Encode) -> Self {
        let text = encode::text(value, self.core.shared.version).unwrap_or_default();
        self.path(text)
    }

    /// A parameter of the query.
    #[doc(hidden)]
    pub fn query(mut self, name: &'static str, value: &impl Encode) -> Self {
        if let Some(text) = encode::text(value, self.core.shared.version)
            && self.knows(Place::Query, name)
        {
            self.draft.query.push((name, text));
        }
        self
    }

    /// A header that the operation has as a parameter.
    #[doc(hidden)]
    pub fn header_parameter(mut self, name: &'static str, value: &impl Encode) -> Self {
        match encode::text(value, self.core.shared.version) {
            Some(text) if self.knows(Place::Header, name) => self.header(name, &text),
            _ => self,
        }
    }

    /// Whether the version of the call has a parameter. That it lacks one which nobody had to give is an error when it is
    /// sent: whoever gave it wants something that would not be done.
    fn knows(&mut self, place: Place, name: &'static str) -> bool {
        let known = self.draft.operation.parameters.iter().find(|it| it.place == place && it.name == name);
        let Some(late) = known.filter(|it| !it.life.has(self.core.shared.version)) else { return true };
        if !late.required {
            let why = "is not there in the version of the call";
            self.draft.problem = Some(NotSentReason::Parameter { name: name.to_owned(), why });
        }
        false
    }

    /// The body.
    #[doc(hidden)]
    #[allow(clippy::needless_pass_by_value, reason = "whoever calls may hand over a request, and need not lend it")]
    pub fn body<T>(mut self, body: impl Body<T>) -> Self {
        let payload = Payload::new(body.lend(), self.draft.operation, self.core.shared.version);
        self.draft.body = Some(payload);
        self
    }

    /// Adds parameters that need not be sent.
    pub fn with(self, parameters: P) -> Self
    where
        P: Parameters,
    {
        parameters.add(self)
    }

    /// A header for this call; it wins over one of the client. What cannot stand in a header is an error when it is sent.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        match settings::header(self.core.shared.api, name, value) {
            Ok((name, value)) => {
                self.draft.headers.retain(|(other, _)| *other != name);
                self.draft.headers.push((name, value));
            }
            Err(why) => self.draft.problem = Some(NotSentReason::Parameter { name: settings::named(name), why }),
        }
        self
    }

    /// The time for this call, with all its attempts.
    pub fn timeout(mut self, time: Duration) -> Self {
        self.draft.timeout = Some(time);
        self
    }

    /// The operation.
    pub fn operation(&self) -> &'static Operation {
        self.draft.operation
    }

    /// The request as it will be sent, checked, and what reads its answer. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the request breaks a rule of the specification, or a parameter cannot be sent.
    pub fn prepare(self) -> Result<Prepared<R>, Error> {
        let Self { core, mut draft, .. } = self;
        let context = Context::new(core.shared, &draft);
        context.check(&mut draft)?;
        let request = context.request(&draft)?;
        Ok(Prepared { request, may_repeat: may_repeat(&draft), context, types: PhantomData })
    }
}

/// Whether a repeat does no harm: the call reads, or the field that identifies it is there.
pub(crate) fn may_repeat(draft: &Draft) -> bool {
    match draft.operation.idempotency {
        crate::Idempotency::None => false,
        crate::Idempotency::Read => true,
        crate::Idempotency::By(key) => {
            let in_path = draft.operation.path.split(['{', '}']).skip(1).step_by(2).any(|name| name == key);
            in_path || draft.body.as_ref().is_some_and(|body| body.keyed)
        }
    }
}

impl<R: Reply, P> Call<Async, R, P> {
    /// Sends the call, again if that does no harm and has a chance, and reads the answer.
    ///
    /// Dropping the future gives the call up; what was sent stays sent.
    ///
    /// # Errors
    ///
    /// With what came in the way; [`Error`] says whether anything may have happened.
    pub async fn send(self) -> Result<Response<R>, Error> {
        let Self { core: Core { shared, mode }, mut draft, .. } = self;
        let context = Context::new(shared, &draft);
        context.check(&mut draft)?;
        let answer = drive::send(&*mode.0, &context, &draft).await?;
        receive(&context, answer)
    }
}

impl<R: Reply, P> Call<Blocking, R, P> {
    /// Sends the call, again if that does no harm and has a chance, and reads the answer.
    ///
    /// # Errors
    ///
    /// With what came in the way; [`Error`] says whether anything may have happened.
    pub fn send(self) -> Result<Response<R>, Error> {
        let Self { core: Core { shared, mode }, mut draft, .. } = self;
        let context = Context::new(shared, &draft);
        context.check(&mut draft)?;
        let answer = drive::send_blocking(&*mode.0, &context, &draft)?;
        receive(&context, answer)
    }
}

impl<M, R, P> fmt::Debug for Call<M, R, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("operation", &self.draft.operation.name).finish_non_exhaustive()
    }
}

/// A request, ready to be sent, and what reads its answer.
pub struct Prepared<R> {
    request: Request<Bytes>,
    may_repeat: bool,
    context: Context,
    types: PhantomData<fn() -> R>,
}

/// What must be known of a call while it is under way.
pub(crate) struct Context {
    pub(crate) operation: &'static Operation,
    pub(crate) shared: Arc<Shared>,
    pub(crate) timeout: Option<Duration>,
}

impl Context {
    fn new(shared: Arc<Shared>, draft: &Draft) -> Self {
        Self { operation: draft.operation, shared, timeout: draft.timeout }
    }

    /// Whether the call may be sent.
    fn check(&self, draft: &mut Draft) -> Result<(), Error> {
        encode::check(&self.shared, draft).map_err(|reason| self.not_sent(reason))
    }

    /// The request of the call, which is the same whenever it is asked for.
    pub(crate) fn request(&self, draft: &Draft) -> Result<Request<Bytes>, Error> {
        encode::request(&self.shared, draft).map_err(|reason| self.not_sent(reason))
    }

    fn not_sent(&self, reason: NotSentReason) -> Error {
        Error::NotSent(Box::new(NotSent { operation: self.operation, reason }))
    }
}

impl<R> Prepared<R> {
    /// The request. Its own `Debug` hides the key and shows the body: keep it out of logs.
    pub fn request(&self) -> &Request<Bytes> {
        &self.request
    }

    /// Whether sending it twice does no harm.
    pub fn may_repeat(&self) -> bool {
        self.may_repeat
    }
}

impl<R: Reply> Prepared<R> {
    /// What an answer means: a value, or an error.
    ///
    /// # Errors
    ///
    /// If the answer says no, or cannot be read.
    pub fn receive(&self, answer: http::Response<Bytes>) -> Result<Response<R>, Error> {
        receive(&self.context, answer)
    }
}

impl<R> fmt::Debug for Prepared<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared").field("operation", &self.context.operation.name).finish_non_exhaustive()
    }
}
