//! Faults that a test scripts: what a network, a proxy or the API itself may do to a call.

use crate::command::Command;
use crate::refusal::Refusal;
use juspay_client::API;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Something that goes wrong with the next calls.
///
/// ```
/// use juspay_mock::Fault;
/// let lost = Fault::reset_after().on("create_order");
/// let busy = Fault::status(429).retry_after(1).times(2);
/// ```
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    #[serde(rename = "fault")]
    pub(crate) kind: FaultKind,
    /// The operation that it befalls; every one if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) on: Option<String>,
    /// How many calls it befalls.
    #[serde(default = "once")]
    pub(crate) times: u32,
    /// Whether it was told when to try again, without an answer that could say so.
    #[serde(skip)]
    late: bool,
}

fn once() -> u32 {
    1
}

/// What goes wrong. The braces have unknown keys refused where there are no known ones.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum FaultKind {
    /// Answers with a status, and does nothing.
    Status {
        status: u16,
        #[serde(default)]
        retry_after: Option<u32>,
    },
    /// Answers late.
    Latency { millis: u64 },
    /// Resets the connection, and does nothing.
    ResetBefore {},
    /// Does what was asked, and resets the connection without an answer.
    ResetAfter {},
    /// Does what was asked, and breaks off in the middle of the body.
    Truncated {},
    /// Does what was asked, and answers a few bytes at a time.
    SlowBody { millis: u64 },
    /// Answers with a status of an order, a payment or a refund that nobody knows.
    UnknownStatus { status: String },
    /// Answers with a field that nobody knows.
    UnknownField { name: String, value: Value },
    /// Posts each event twice that the call, or what the owner says, causes.
    DuplicateWebhook {},
}

impl Fault {
    fn new(kind: FaultKind) -> Self {
        Self { kind, on: None, times: 1, late: false }
    }

    /// Answers with an HTTP status and an error body; what was asked is not done.
    pub fn status(status: u16) -> Self {
        Self::new(FaultKind::Status { status, retry_after: None })
    }

    /// Answers late.
    pub fn latency(delay: std::time::Duration) -> Self {
        Self::new(FaultKind::Latency { millis: millis(delay) })
    }

    /// Resets the connection; what was asked is not done.
    pub fn reset_before() -> Self {
        Self::new(FaultKind::ResetBefore {})
    }

    /// Does what was asked, and resets the connection: the caller cannot know that it was done.
    pub fn reset_after() -> Self {
        Self::new(FaultKind::ResetAfter {})
    }

    /// Does what was asked, and breaks off in the middle of the body.
    pub fn truncated() -> Self {
        Self::new(FaultKind::Truncated {})
    }

    /// Does what was asked, and answers a few bytes at a time, with a pause between them.
    pub fn slow_body(pause: std::time::Duration) -> Self {
        Self::new(FaultKind::SlowBody { millis: millis(pause) })
    }

    /// Answers with a status of an order, a payment or a refund that nobody knows.
    pub fn unknown_status(status: impl Into<String>) -> Self {
        Self::new(FaultKind::UnknownStatus { status: status.into() })
    }

    /// Answers with a field that nobody knows.
    pub fn unknown_field(name: impl Into<String>, value: impl Into<Value>) -> Self {
        Self::new(FaultKind::UnknownField { name: name.into(), value: value.into() })
    }

    /// Posts each event twice, with one id, as the API does now and then. It befalls the next call, or the next thing
    /// that the owner says, whichever comes first: `.on("pay")` waits for a payment that [`Mock::pay`](crate::Mock::pay)
    /// ends.
    pub fn duplicate_webhook() -> Self {
        Self::new(FaultKind::DuplicateWebhook {})
    }

    /// Only calls of this operation: `create_order`.
    #[must_use]
    pub fn on(mut self, operation: impl Into<String>) -> Self {
        self.on = Some(operation.into());
        self
    }

    /// So many calls; one, unless said.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    /// With the header `retry-after`, for [`Fault::status`].
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        if let FaultKind::Status { retry_after, .. } = &mut self.kind {
            *retry_after = Some(seconds);
        } else {
            self.late = true;
        }
        self
    }
}

fn millis(time: std::time::Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

impl Fault {
    /// Refuses a fault that would never befall anything, or cannot be carried out.
    pub(crate) fn check(&self) -> Result<(), Refusal> {
        let doubles = matches!(self.kind, FaultKind::DuplicateWebhook {});
        let command = |on: &&str| doubles && Command::NAMES.contains(on);
        if let Some(on) = self.on.as_deref().filter(|on| !command(on)) {
            check_operation(on).map_err(|refusal| Refusal::invalid(format!("on: {}", refusal.message)))?;
        }
        match self.kind {
            _ if self.late => Err(Refusal::invalid("retry_after: belongs to a fault with a status")),
            FaultKind::Status { status, .. } if !(200..600).contains(&status) => {
                Err(Refusal::invalid(format!("status: {status} is no status of an answer; they go from 200 to 599")))
            }
            FaultKind::UnknownStatus { ref status } if status.is_empty() => {
                Err(Refusal::invalid("status: an empty one is as good as none"))
            }
            FaultKind::UnknownField { ref name, .. } if name.is_empty() => {
                Err(Refusal::invalid("name: a field has one"))
            }
            _ if self.times == 0 => Err(Refusal::invalid("times: is 1 or more")),
            _ => Ok(()),
        }
    }
}

/// Refuses a name that no operation has, and says which there are.
pub(crate) fn check_operation(name: &str) -> Result<(), Refusal> {
    let names: Vec<&str> = API.operations.iter().map(|operation| operation.name).collect();
    if names.contains(&name) {
        return Ok(());
    }
    Err(Refusal::invalid(format!("{name} is no operation; there are {}", names.join(", "))))
}

/// The faults that are to come, the oldest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        if fault.times > 0 {
            self.0.push(fault);
        }
    }

    /// What befalls a call of an operation; it counts as having happened.
    pub(crate) fn befall(&mut self, operation: &str) -> Option<FaultKind> {
        self.take(operation, |_| true)
    }

    /// Whether events of a command are posted twice; it counts as having happened.
    pub(crate) fn doubles(&mut self, command: &str) -> bool {
        self.take(command, |kind| matches!(kind, FaultKind::DuplicateWebhook {})).is_some()
    }

    fn take(&mut self, name: &str, kind: impl Fn(&FaultKind) -> bool) -> Option<FaultKind> {
        let fits = |fault: &Fault| kind(&fault.kind) && fault.on.as_deref().is_none_or(|on| on == name);
        let at = self.0.iter().position(fits)?;
        let fault = self.0.get_mut(at)?;
        let kind = fault.kind.clone();
        fault.times = fault.times.saturating_sub(1);
        if fault.times == 0 {
            self.0.remove(at);
        }
        Some(kind)
    }

    pub(crate) fn list(&self) -> &[Fault] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, FaultKind, Faults};

    #[test]
    fn a_fault_befalls_its_operation_so_often_and_no_more() {
        let mut faults = Faults::default();
        faults.add(Fault::status(503).on("create_order").times(2));
        assert!(faults.befall("order_status").is_none());
        assert!(matches!(faults.befall("create_order"), Some(FaultKind::Status { status: 503, .. })));
        assert!(faults.befall("create_order").is_some());
        assert!(faults.befall("create_order").is_none());
    }

    #[test]
    fn a_fault_is_read_from_json() -> serde_json::Result<()> {
        let fault: Fault = serde_json::from_str(
            r#"{"fault": {"kind": "unknown_status", "status": "ON_HOLD"}, "on": "order_status"}"#,
        )?;
        assert!(matches!(fault.kind, FaultKind::UnknownStatus { ref status } if status == "ON_HOLD"));
        assert_eq!((fault.on.as_deref(), fault.times), (Some("order_status"), 1));
        for wrong in [
            r#"{"fault": {"kind": "gremlin"}}"#,
            r#"{"fault": {"kind": "reset_after"}, "tims": 2}"#,
            r#"{"fault": {"kind": "reset_after", "times": 2}}"#,
            r#"{"fault": {"kind": "status", "status": 503, "after": 1}}"#,
        ] {
            assert!(serde_json::from_str::<Fault>(wrong).is_err(), "{wrong}");
        }
        Ok(())
    }
}
