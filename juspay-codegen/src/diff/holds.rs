//! What a spec holds, in numbers: what the first entry of a changelog can say.

use std::fmt;

use juspay_spec::model::Api;

/// What a spec holds, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holds {
    /// Operations.
    pub endpoints: usize,
    /// Objects.
    pub objects: usize,
    /// Fields of objects, those of included groups in each.
    pub fields: usize,
    /// Enums.
    pub enums: usize,
    /// Values of enums.
    pub values: usize,
    /// Events.
    pub events: usize,
    /// Dated versions.
    pub versions: usize,
    /// Dated changes.
    pub changes: usize,
}

impl Holds {
    /// Counts.
    pub fn of(api: &Api) -> Self {
        let objects = || api.types.iter().filter_map(|def| def.object());
        let enums = || api.types.iter().filter_map(|def| def.as_enum());
        Self {
            endpoints: api.endpoints.len(),
            objects: objects().count(),
            fields: objects().map(|object| object.fields.len()).sum(),
            enums: enums().count(),
            values: enums().map(|values| values.values.len()).sum(),
            events: api.webhooks.as_ref().map_or(0, |hooks| hooks.events.len()),
            versions: api.versions.len(),
            changes: api.changes.len(),
        }
    }
}

/// One sentence.
impl fmt::Display for Holds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { endpoints, objects, fields, enums, values, events, versions, changes } = self;
        write!(
            f,
            "{endpoints} endpoints, {objects} objects with {fields} fields, {enums} enums with {values} values, \
             {events} webhook events, {versions} dated versions with {changes} changes."
        )
    }
}
