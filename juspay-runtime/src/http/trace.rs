//! A span for every attempt: endpoint, version, number, status and duration, and never a value.

#[cfg(feature = "tracing")]
pub(crate) use on::Trace;

#[cfg(feature = "tracing")]
mod on {
    use super::super::call::Context;
    use super::super::clock;
    use super::super::transport::TransportError;
    use http::StatusCode;
    use std::time::Instant;
    use tracing::field::{Empty, display};
    use tracing::{Instrument, Span, info_span};

    /// The span of an attempt.
    pub(crate) struct Trace {
        span: Span,
        /// Where somebody may listen, and there is a clock.
        start: Option<Instant>,
    }

    impl Trace {
        pub(crate) fn new(context: &Context, attempt: u32) -> Self {
            let span = info_span!(
                "call",
                endpoint = context.operation.name,
                version = %context.shared.version,
                attempt,
                status = Empty,
                error = Empty,
                duration_ms = Empty,
            );
            let start = if span.is_none() { None } else { clock::now() };
            Self { span, start }
        }

        pub(crate) fn around<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F> {
            future.instrument(self.span.clone())
        }

        pub(crate) fn inside<T>(&self, work: impl FnOnce() -> T) -> T {
            self.span.in_scope(work)
        }

        pub(crate) fn end(&self, answer: Result<StatusCode, &TransportError>) {
            if self.span.is_none() {
                return;
            }
            match answer {
                Ok(status) => self.span.record("status", status.as_u16()),
                Err(error) => self.span.record("error", display(error)),
            };
            if let Some(start) = self.start {
                let millis = u64::try_from(start.elapsed().as_millis()).unwrap_or(u64::MAX);
                self.span.record("duration_ms", millis);
            }
        }
    }
}

#[cfg(not(feature = "tracing"))]
pub(crate) use off::Trace;

#[cfg(not(feature = "tracing"))]
mod off {
    use super::super::call::Context;
    use super::super::transport::TransportError;
    use http::StatusCode;

    /// Nothing.
    pub(crate) struct Trace;

    #[allow(clippy::unused_self, reason = "the same face as with the feature")]
    impl Trace {
        pub(crate) fn new(_context: &Context, _attempt: u32) -> Self {
            Self
        }

        pub(crate) fn around<F: Future>(&self, future: F) -> F {
            future
        }

        pub(crate) fn inside<T>(&self, work: impl FnOnce() -> T) -> T {
            work()
        }

        pub(crate) fn end(&self, _answer: Result<StatusCode, &TransportError>) {}
    }
}
