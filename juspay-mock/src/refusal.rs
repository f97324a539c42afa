//! Answers that are not what the caller hoped for, in the API's own families.

use juspay_client::errors::{ErrorBody, ErrorCategory, ErrorCode, ErrorInfo, FieldError};
use juspay_client::{ApiVersion, Wire};

/// A call that is refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The code of old calls: free text.
    pub code: String,
    /// What is wrong, for a developer.
    pub message: String,
    /// The parameters at fault, each with the reason.
    pub fields: Vec<(String, String)>,
    detail: ErrorCode,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Refusal {}

impl Refusal {
    fn new(status: u16, code: &str, detail: ErrorCode, message: impl Into<String>) -> Self {
        Self { status, code: code.to_owned(), message: message.into(), fields: Vec::new(), detail }
    }

    /// 400: a value is not acceptable.
    pub(crate) fn invalid(message: impl Into<String>) -> Self {
        Self::new(400, "invalid_request", ErrorCode::InvalidInput, message)
    }

    /// 400: parameters are not acceptable; each with the reason.
    pub(crate) fn parameters(fields: Vec<(String, String)>) -> Self {
        let listed: Vec<String> = fields.iter().map(|(name, reason)| format!("{name}: {reason}")).collect();
        Self { fields, ..Self::invalid(listed.join("; ")) }
    }

    /// 400: a parameter is missing.
    pub(crate) fn missing(name: &str) -> Self {
        let fields = vec![(name.to_owned(), "is missing".to_owned())];
        let message = format!("Mandatory fields are missing: {name}");
        Self { fields, ..Self::new(400, "Mandatory fields are missing", ErrorCode::MissingMandatoryParameter, message) }
    }

    /// 400: the state does not allow it.
    pub(crate) fn state(code: &str, message: impl Into<String>) -> Self {
        Self::new(400, code, ErrorCode::InvalidAction, message)
    }

    /// 400: it is too late.
    pub(crate) fn expired(message: impl Into<String>) -> Self {
        Self::new(400, "invalid_request", ErrorCode::Expired, message)
    }

    /// 400: it is there already.
    pub(crate) fn exists(code: &str, message: impl Into<String>) -> Self {
        Self::new(400, code, ErrorCode::AlreadyExists, message)
    }

    /// 400: the same call came before.
    pub(crate) fn duplicate(message: impl Into<String>) -> Self {
        Self::new(400, "duplicate.call", ErrorCode::DuplicateRequest, message)
    }

    /// 405: the path knows other methods.
    pub(crate) fn method() -> Self {
        Self::new(405, "invalid_request", ErrorCode::InvalidRequest, "The path does not know this method.")
    }

    /// 413: the body is longer than is read.
    pub(crate) fn too_large() -> Self {
        Self::new(413, "invalid_request", ErrorCode::InvalidRequest, "The body is too long.")
    }

    /// 404.
    pub(crate) fn not_found(code: &str, message: impl Into<String>) -> Self {
        Self::new(404, code, ErrorCode::ResourceNotFound, message)
    }

    /// 401.
    pub(crate) fn unauthorized() -> Self {
        Self::new(
            401,
            "access_denied",
            ErrorCode::Unauthorized,
            "The API key is missing or not the one of the account.",
        )
    }

    /// Any status, as a script asks for it.
    pub(crate) fn scripted(status: u16) -> Self {
        let detail = match status {
            401 => ErrorCode::Unauthorized,
            403 => ErrorCode::AccessDenied,
            404 => ErrorCode::ResourceNotFound,
            400..500 => ErrorCode::InvalidRequest,
            _ => ErrorCode::InternalServerError,
        };
        let code = if status >= 500 { "internal_error" } else { "invalid_request" };
        Self::new(status, code, detail, format!("A fault was scripted: {status}."))
    }

    /// The body, as a version writes it.
    pub(crate) fn body(&self, version: ApiVersion, request_id: &str) -> String {
        let user_message = match self.status {
            401 | 403 => "Unauthorized.",
            404 => "Not found.",
            500.. => "Something went wrong.",
            _ => "Invalid request. Please verify your input.",
        };
        let mut info = ErrorInfo::new();
        info.code = Some(self.detail.clone());
        info.category = Some(match self.status {
            500.. => ErrorCategory::ServerError,
            _ => ErrorCategory::UserError,
        });
        info.request_id = Some(request_id.to_owned());
        info.href = Some("NA".to_owned());
        info.user_message = Some(user_message.to_owned());
        info.developer_message = Some(self.message.clone());
        if !self.fields.is_empty() {
            info.fields = self.fields.iter().map(|(name, reason)| field(name, reason)).collect();
        }
        let mut body = ErrorBody::new();
        body.status = Some("error".to_owned());
        body.error_code = Some(self.code.clone());
        // A wrong key is answered without this text.
        body.error_message = (self.status != 401).then(|| self.message.clone());
        body.error_info = Some(info);
        body.encode_at(version)
    }
}

fn field(name: &str, reason: &str) -> FieldError {
    let mut field = FieldError::new();
    field.field_name = Some(name.to_owned());
    field.reason = Some(reason.to_owned());
    field
}
