//! What each type is used for, over all versions: a type has one schema, and which one must not depend on the version.

use juspay_spec::model::{Api, Encoding, Object, Type, TypeId};

/// Where values of a type travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Form,
    Request,
    Response,
}

/// The places where values of one type travel.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    form: bool,
    request: bool,
    response: bool,
}

/// How the schema of a type is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mode {
    /// Every scalar is text, since it stands in a form.
    pub(super) strings: bool,
    /// The API sends it, perhaps blank; otherwise it only reads it.
    pub(super) sent: bool,
    /// An optional field may be null: the API sends it so, and in JSON that it reads null is the same as nothing.
    pub(super) nulls: bool,
}

impl Mode {
    /// For parameters in paths, queries and headers.
    pub(super) const PARAMETER: Self = Self { strings: false, sent: false, nulls: false };
    /// For bodies of responses.
    pub(super) const RESPONSE: Self = Self { strings: false, sent: true, nulls: true };

    /// The same for a value that is JSON inside a string.
    pub(super) fn json(self) -> Self {
        Self { strings: false, ..self }
    }
}

/// What every type of an API is used for.
pub(super) struct Usage {
    types: Vec<Uses>,
}

impl Usage {
    /// Follows every body of the API.
    pub(super) fn of(api: &Api) -> Self {
        let mut usage = Self { types: vec![Uses::default(); api.types.len()] };
        for endpoint in &api.endpoints {
            if let Some(body) = endpoint.body {
                let way = if body.encoding == Encoding::Form { Use::Form } else { Use::Request };
                usage.mark(api, body.ty, way);
            }
            for body in endpoint.responses.iter().filter_map(|response| response.body.as_ref()) {
                usage.mark_type(api, body, Use::Response);
            }
        }
        if let Some(hooks) = &api.webhooks {
            let contents = hooks.events.iter().filter_map(|event| event.content);
            for id in std::iter::once(hooks.envelope).chain(contents) {
                usage.mark(api, id, Use::Response);
            }
        }
        usage
    }

    /// How the schema of a type is written; a type that travels both ways takes what either needs.
    pub(super) fn mode(&self, id: TypeId) -> Mode {
        let uses = self.types.get(id.0 as usize).copied().unwrap_or_default();
        Mode {
            strings: uses.form && !uses.request && !uses.response,
            sent: uses.response,
            nulls: uses.request || uses.response,
        }
    }

    fn mark_type(&mut self, api: &Api, ty: &Type, way: Use) {
        if let Some(id) = ty.named() {
            self.mark(api, id, way);
        }
    }

    fn mark(&mut self, api: &Api, id: TypeId, way: Use) {
        let Some(uses) = self.types.get_mut(id.0 as usize) else { return };
        let flag = match way {
            Use::Form => &mut uses.form,
            Use::Request => &mut uses.request,
            Use::Response => &mut uses.response,
        };
        let seen = std::mem::replace(flag, true);
        if let Some(object) = api.ty(id).object().filter(|_| !seen) {
            self.mark_fields(api, object, way, 0);
        }
    }

    fn mark_fields(&mut self, api: &Api, object: &Object, way: Use, depth: usize) {
        for field in &object.fields {
            let flattened = field.prefix.as_ref().and_then(|_| api.ty(field.ty.named()?).object());
            match flattened {
                // Flattened fields are written into this very schema; their own type gains no use by it.
                Some(inner) if depth < super::schemas::DEEPEST => self.mark_fields(api, inner, way, depth + 1),
                // Whatever is not flattened into a form travels in it as JSON.
                _ if way == Use::Form => self.mark_type(api, &field.ty, Use::Request),
                _ => self.mark_type(api, &field.ty, way),
            }
        }
        if let Some(rest) = &object.rest {
            self.mark_type(api, &rest.ty, way);
        }
    }
}
