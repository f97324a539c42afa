//! Facts about the API that are no types.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use juspay_spec::model::{
    AuthKind, AuthScheme, Encoding, Endpoint, Field, Idempotent, Need, Requirements, Unversioned,
};
use proc_macro2::Ident;

use super::window::Clip;
use super::{Planner, docs, names, rows};
use crate::item::{self, BodyKind, Docs, Idempotency, Operation, Parameter, Piece, Place, TypeRef, ident};

impl Planner<'_> {
    pub(super) fn crate_docs(&self) -> Docs {
        let mut docs = Docs::default();
        docs.add(vec![
            Piece::Words(self.api.name.clone()),
            Piece::Plain("as types, for every version of it.".to_owned()),
        ]);
        docs.paragraphs.extend(Docs::words(&self.api.doc).paragraphs);
        docs
    }

    pub(super) fn versions(&self) -> item::Versions {
        let known = self.api.versions.iter().filter(|version| self.view.contains(version.version));
        let markers = known.map(|version| {
            let words = version.changes.iter().filter_map(|change| self.api.changes.get(*change));
            let words = words.map(|change| Piece::Words(change.meta.doc.clone())).collect();
            item::VersionMarker {
                marker: self.marker(version.version.packed()),
                docs: Docs { paragraphs: vec![words] },
            }
        });
        item::Versions { markers: markers.collect() }
    }

    pub(super) fn api_facts(&self) -> item::Api {
        let environments = self.api.environments.iter().map(|environment| item::Environment {
            name: ident(&environment.rust),
            label: environment.name.clone(),
            url: environment.url.clone(),
            docs: docs::meta(&environment.meta, "An environment."),
        });
        let headers = self.api.headers.iter().filter(|header| self.alive(header).is_some());
        let headers = headers.map(|header| item::Header {
            name: header.wire.clone(),
            setter: names::setter(&header.rust),
            required: header.presence.is_required(),
            docs: docs::meta(&header.meta, "A header."),
        });
        item::Api {
            name: self.api.name.clone(),
            docs: Docs::words(&self.api.doc),
            version_header: self.api.version_header.clone(),
            newest_by_default: self.api.unversioned == Unversioned::Newest,
            environments: environments.collect(),
            auth: self.api.auth.iter().map(auth).collect(),
            headers: headers.collect(),
            request_ids: self.api.request_ids.clone(),
            failures: self.api.failures.iter().map(failure).collect(),
        }
    }

    pub(super) fn operation(&self, position: usize, endpoint: &Endpoint) -> Option<Operation> {
        let clip = self.view.life(&endpoint.life).filter(|_| self.chosen.has_endpoint(position))?;
        let name = self.overrides.endpoint_name(position, endpoint);
        let mut parameters = self.parameters(Place::Path, &endpoint.path_params);
        parameters.extend(self.parameters(Place::Query, &endpoint.query));
        parameters.extend(self.parameters(Place::Header, &endpoint.headers));
        let kind = |encoding| match encoding {
            Encoding::Form => BodyKind::Form,
            Encoding::Json => BodyKind::Json,
        };
        Some(Operation {
            name: ident(&name.to_shouty_snake_case()),
            method_name: names::method(name),
            parameters_name: self.parameters_name(name),
            label: name.to_owned(),
            docs: self.endpoint_docs(endpoint, clip),
            method: endpoint.method.clone(),
            path: endpoint.path.clone(),
            auth: endpoint.auth.clone(),
            parameters,
            body: endpoint.body.map(|body| (kind(body.encoding), self.type_ref(body.ty))),
            responses: self.responses(endpoint),
            idempotency: idempotency(endpoint),
            since: clip.since,
            until: clip.until,
        })
    }

    fn endpoint_docs(&self, endpoint: &Endpoint, clip: Clip) -> Docs {
        let mut docs = docs::meta(&endpoint.meta, "An operation.");
        if let Some(first) = docs.paragraphs.first_mut() {
            first.extend(docs::life(clip));
        }
        let call = vec![Piece::Code(format!("{} {}", endpoint.method, endpoint.path), ""), self.exchange(endpoint)];
        docs.paragraphs.insert(1.min(docs.paragraphs.len()), call);
        docs
    }

    /// What goes to an endpoint and what comes back, with links.
    fn exchange(&self, endpoint: &Endpoint) -> Piece {
        let link = |id| {
            let TypeRef { module, name, .. } = self.type_ref(id);
            // rustdoc refuses a path where the name alone leads there.
            let near = self.api.ty(id).module == endpoint.module;
            if near { format!("[`{name}`]") } else { format!("[`{name}`](super::{module}::{name})") }
        };
        let takes = endpoint.body.filter(|body| self.is_planned(body.ty)).map(|body| {
            let form = if body.encoding == Encoding::Form { "a form" } else { "JSON" };
            format!("takes {} as {form}", link(body.ty))
        });
        let answer = endpoint.responses.iter().find(|it| (200..300).contains(&it.status));
        let body = answer.and_then(|answer| answer.body.as_ref()?.named()).filter(|id| self.is_planned(*id));
        let answers = body.map(|id| format!("answers {}", link(id)));
        let parts: Vec<String> = takes.into_iter().chain(answers).collect();
        Piece::Plain(if parts.is_empty() { String::new() } else { format!("{}.", parts.join(" and ")) })
    }

    fn parameters(&self, place: Place, fields: &[Field]) -> Vec<Parameter> {
        let mut parameters = Vec::new();
        for field in fields {
            if let Some(clip) = self.alive(field).and_then(|range| self.view.clip(range)) {
                let Clip { since, until } = clip;
                let required = self.need(field.presence) == Some(0);
                parameters.push(Parameter {
                    name: ident(&field.rust),
                    docs: docs::meta(&field.meta, "A parameter."),
                    ty: self.ty(&field.ty),
                    wire: field.wire.clone(),
                    place,
                    required,
                    since,
                    until,
                });
            }
        }
        parameters
    }

    fn responses(&self, endpoint: &Endpoint) -> Vec<item::Response> {
        let alive = endpoint.responses.iter().filter_map(|response| {
            let clip = self.view.life(&response.life)?;
            let body = response.body.as_ref().map(|body| self.ty(body));
            let means = response.means.iter().map(|(status, condition)| (*status, rows::tests(condition, "")));
            let means = means.collect();
            Some(item::Response { status: response.status, body, means, since: clip.since, until: clip.until })
        });
        alive.collect()
    }

    pub(super) fn requirements(&self, matrix: &Requirements) -> item::Requirements {
        let of = self.type_ref(matrix.ty);
        let name = format!("{}{}", of.name, matrix.by.to_upper_camel_case());
        let taken = self.api.types.iter().any(|def| self.overrides.type_name(def) == name);
        let name = if taken { format!("{name}Column") } else { name };
        let need = |need: &Need| match need {
            Need::Yes => item::Need::Yes,
            Need::No => item::Need::No,
            Need::Optional => item::Need::Optional,
        };
        let rows = matrix.rows.iter().map(|row| (row.wire.clone(), row.needs.iter().map(need).collect()));
        let columns = matrix.columns.iter().map(|(printed, rust)| (ident(rust), printed.clone()));
        item::Requirements {
            name: ident(&name),
            by: matrix.by.clone(),
            method: ident(&format!("for_{}", matrix.by.to_snake_case())),
            docs: docs::meta(&matrix.meta, "What each column asks for."),
            of,
            columns: columns.collect(),
            rows: rows.collect(),
        }
    }

    /// The events, and the module that they stand in: that of the posted body.
    pub(super) fn webhooks(&self) -> Option<(usize, item::Webhooks)> {
        let webhooks = self.api.webhooks.as_ref().filter(|_| self.chosen.webhooks)?;
        let events = webhooks.events.iter().filter_map(|event| {
            let clip = self.view.life(&event.life)?;
            let content = event.content.filter(|id| self.is_planned(*id)).map(|id| self.type_ref(id));
            Some(item::Event { name: event.name.clone(), content, since: clip.since, until: clip.until })
        });
        let docs = docs::meta(&webhooks.meta, "Events that the API posts.");
        let webhooks_item = item::Webhooks {
            name: ident("EVENTS"),
            docs,
            envelope: self.type_ref(webhooks.envelope),
            events: events.collect(),
        };
        Some((self.api.ty(webhooks.envelope).module, webhooks_item))
    }
}

impl Planner<'_> {
    /// The struct of parameters that an operation may have, beside types that may be called the same.
    fn parameters_name(&self, operation: &str) -> Ident {
        let name = format!("{}Parameters", operation.to_upper_camel_case());
        let taken = self.api.types.iter().any(|def| self.overrides.type_name(def) == name);
        ident(&if taken { format!("{name}OfCall") } else { name })
    }
}

fn failure(failure: &juspay_spec::model::Failure) -> item::Failure {
    item::Failure {
        label: failure.name.clone(),
        has: failure.has.clone(),
        code: failure.code.clone(),
        message: failure.message.clone(),
        user_message: failure.user_message.clone(),
        request_id: failure.request_id.clone(),
    }
}

fn auth(scheme: &AuthScheme) -> item::Auth {
    let parameter = || scheme.parameter.clone().unwrap_or_default();
    let snake = scheme.name.to_snake_case();
    let kind = match scheme.kind {
        AuthKind::Basic => item::AuthKind::Basic,
        AuthKind::Bearer => item::AuthKind::Bearer,
        AuthKind::Header => item::AuthKind::Header(parameter()),
        AuthKind::Parameter => item::AuthKind::Parameter(parameter()),
        AuthKind::None => item::AuthKind::None,
    };
    item::Auth {
        name: ident(&scheme.name.to_shouty_snake_case()),
        label: scheme.name.clone(),
        setters: [names::setter(&snake), ident(&format!("{snake}_from_env"))],
        kind,
        docs: docs::meta(&scheme.meta, "A way to authenticate."),
    }
}

fn idempotency(endpoint: &Endpoint) -> Idempotency {
    match &endpoint.idempotent {
        Idempotent::No => Idempotency::None,
        Idempotent::Read => Idempotency::Read,
        Idempotent::By(field) => Idempotency::By(field.clone()),
    }
}
