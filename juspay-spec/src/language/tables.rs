//! The tables of the language, from a file down to a question.

use super::{EVIDENCES, FORMS, GRADES, KINDS, Key, SCHEMES, Shape, Table, UNVERSIONED, key, must};

const DOC: Key = key("doc", Shape::Text, "What it is for, in your own words.");
const NOTE: Key = key("note", Shape::Text, "A remark for maintainers and readers.");
const AT: Key = key("at", Shape::Texts, "Where it comes from: page, page:line or page:first-last.");
const EVIDENCE: Key = key("evidence", Shape::Word(EVIDENCES), "How it is known, where that differs from its page's.");
const GATE: Key = key("gate", Shape::Text, "The change that brought it.");
const UNTIL: Key = key("until", Shape::Text, "The change that removed it.");
const RUST: Key = key("rust", Shape::Text, "Its name in Rust, where the derived one is taken or poor.");

/// A file.
pub static FILE: Table = Table {
    name: "file",
    short: None,
    keys: &[
        key("api", Shape::Table(&API), "The API itself; once in the whole folder."),
        key("pages", Shape::Map(&PAGE), "The pages that `at` may name."),
        key("changes", Shape::Map(&CHANGE), "Every dated change, once."),
        key("types", Shape::Map(&TYPE), "Objects."),
        key("enums", Shape::Map(&ENUM), "Named sets of string values."),
        key("groups", Shape::Map(&GROUP), "Fields shared by several types."),
        key("endpoints", Shape::Map(&ENDPOINT), "Operations."),
        key("webhooks", Shape::Table(&WEBHOOKS), "Events that the API posts."),
        key("requirements", Shape::Map(&REQUIREMENTS), "What parameters are to each column of a matrix."),
        key("questions", Shape::Map(&QUESTION), "What nobody knows yet."),
        key("readings", Shape::Map(&READING), "Oddities of the documentation and how they are read."),
    ],
};

/// The section `api`.
pub static API: Table = Table {
    name: "api",
    short: None,
    keys: &[
        must("name", Shape::Text, "The API's name, for people."),
        DOC,
        NOTE,
        AT,
        key("version-header", Shape::Text, "The header that carries the version."),
        key("unversioned", Shape::Word(UNVERSIONED), "What a call without a version gets."),
        key("environments", Shape::Map(&ENVIRONMENT), "Where the API runs."),
        key("auth", Shape::Map(&AUTH), "Ways to authenticate."),
        key("headers", Shape::Map(&FIELD), "Headers sent with every call."),
        key("request-id", Shape::Texts, "Headers of answers that name the call, the best one first."),
        key("failures", Shape::Map(&FAILURE), "Shapes of the bodies of failed calls; the first one that fits counts."),
    ],
};

/// A shape of the bodies of failed calls.
pub static FAILURE: Table = Table {
    name: "failure",
    short: None,
    keys: &[
        must("type", Shape::Text, "The type of the bodies, in which the paths lie."),
        DOC,
        NOTE,
        AT,
        EVIDENCE,
        key("has", Shape::Texts, "Paths at which something must be for the shape to fit."),
        key("code", Shape::Texts, "Where its code is, the best place first."),
        key("message", Shape::Texts, "Where its text for a developer is."),
        key("user-message", Shape::Texts, "Where its text for a customer is."),
        key("request-id", Shape::Texts, "Where the id is that names the call."),
    ],
};

/// An environment.
pub static ENVIRONMENT: Table = Table {
    name: "environment",
    short: Some("url"),
    keys: &[must("url", Shape::Text, "The base address, without a slash at its end."), DOC, NOTE, AT, EVIDENCE, RUST],
};

/// An authentication scheme.
pub static AUTH: Table = Table {
    name: "authentication scheme",
    short: None,
    keys: &[
        must("scheme", Shape::Word(SCHEMES), "How the credential is sent."),
        key("name", Shape::Text, "The header or parameter that carries it."),
        DOC,
        NOTE,
        AT,
        EVIDENCE,
    ],
};

/// A documentation page.
pub static PAGE: Table = Table {
    name: "page",
    short: Some("title"),
    keys: &[
        must("title", Shape::Text, "Its title."),
        key("url", Shape::Text, "Its address."),
        key("evidence", Shape::Word(EVIDENCES), "How items that come from it are known."),
    ],
};

/// A change.
pub static CHANGE: Table = Table {
    name: "change",
    short: None,
    keys: &[
        must("version", Shape::Text, "The date from which it holds."),
        must("kind", Shape::Word(KINDS), "What kind of change it is."),
        key("question", Shape::Text, "The question that keeps it unresolved."),
        DOC,
        NOTE,
        AT,
        EVIDENCE,
    ],
};

/// An object type.
pub static TYPE: Table = Table {
    name: "type",
    short: None,
    keys: &[
        DOC,
        NOTE,
        AT,
        EVIDENCE,
        GATE,
        UNTIL,
        RUST,
        key("include", Shape::List, "Groups whose fields it has too."),
        key("fields", Shape::Map(&FIELD), "Its fields by their names on the wire."),
        key("rest", Shape::Table(&REST), "Where keys go that no field has."),
        key("one-of", Shape::Lists, "Groups of fields of which at least one must be there."),
        key("choice", Shape::Bool, "Exactly one of its fields is there: an enum in Rust."),
        key("pairs", Shape::TextMap, "Enum fields and the fields that hold their numeric ids."),
    ],
};

/// The rest of an object.
pub static REST: Table = Table {
    name: "rest",
    short: None,
    keys: &[
        must("name", Shape::Text, "Its name in Rust."),
        must("type", Shape::TypeExpr, "The type of each value."),
        DOC,
        NOTE,
        AT,
        EVIDENCE,
    ],
};

/// A group of fields.
pub static GROUP: Table =
    Table { name: "group", short: None, keys: &[DOC, NOTE, must("fields", Shape::Map(&FIELD), "The shared fields.")] };

/// A field, parameter or header.
pub static FIELD: Table = Table {
    name: "field",
    short: Some("type"),
    keys: &[
        must("type", Shape::TypeExpr, "Its type; `?` behind it makes it optional, `|null` nullable."),
        DOC,
        NOTE,
        AT,
        EVIDENCE,
        key("documented", Shape::Text, "The type as the page states it, where the wire differs."),
        key("wire", Shape::Text, "Its name on the wire, where the key would be awkward."),
        RUST,
        key("aliases", Shape::List, "Other spellings that are accepted when reading."),
        key("prefix", Shape::Text, "Flattens the object's fields into the parent, each with this prefix."),
        GATE,
        UNTIL,
        key("renamed", Shape::TextMap, "Former names by the change that ended them."),
        key("retyped", Shape::TextMap, "Former types by the change that ended them."),
        key("required", Shape::Text, "The change from which on an optional field must be there."),
        key("hidden", Shape::TextMap, "Conditions of items left out before a change."),
        key("when", Shape::Text, "The condition under which it is there."),
        key("as", Shape::Word(FORMS), "How a value is written where that differs from its type."),
        key("sensitive", Shape::Bool, "Never shown in debug output, errors or traces."),
        key("blank", Shape::Bool, "An empty text on the wire means absent."),
        key("default", Shape::Text, "What the API assumes when it is absent."),
        key("max-length", Shape::Number, "The most characters."),
        key("min-length", Shape::Number, "The fewest characters."),
        key("suggested-length", Shape::Number, "The most characters that are advised."),
        key("max-items", Shape::Number, "The most items."),
        key("decimals", Shape::Number, "The most digits behind the decimal point."),
        key("at-least", Shape::Text, "The least number."),
        key("at-most", Shape::Text, "The greatest number."),
        key("chars", Shape::Text, "The characters allowed, as a set such as A-Za-z0-9."),
        key("no-query", Shape::Bool, "A URL without a query string."),
    ],
};

/// An enum.
pub static ENUM: Table = Table {
    name: "enum",
    short: None,
    keys: &[
        DOC,
        NOTE,
        AT,
        EVIDENCE,
        GATE,
        UNTIL,
        RUST,
        key("list", Shape::Word(GRADES), "How sure the page is of the list."),
        must("values", Shape::Map(&VALUE), "The values by their text on the wire."),
        key("answers", Shape::Map(&ANSWER), "Three-valued questions a caller may ask of a value."),
    ],
};

/// A value of an enum.
pub static VALUE: Table = Table {
    name: "value",
    short: Some("doc"),
    keys: &[
        DOC,
        NOTE,
        AT,
        EVIDENCE,
        GATE,
        UNTIL,
        RUST,
        key("id", Shape::Number, "Its numeric id."),
        key("was", Shape::TextMap, "What was sent in its place before a change."),
    ],
};

/// A question a caller may ask of a value.
pub static ANSWER: Table = Table {
    name: "answer",
    short: None,
    keys: &[
        DOC,
        NOTE,
        AT,
        key("yes", Shape::List, "Values for which the answer is yes."),
        key("no", Shape::List, "Values for which it is no."),
    ],
};

/// An endpoint.
pub static ENDPOINT: Table = Table {
    name: "endpoint",
    short: None,
    keys: &[
        must("call", Shape::Text, "Method and path: GET /orders/{order_id}."),
        DOC,
        NOTE,
        AT,
        EVIDENCE,
        GATE,
        UNTIL,
        RUST,
        key("auth", Shape::Texts, "The schemes it takes; any one of them is enough."),
        key("path", Shape::Map(&FIELD), "Parameters of the path."),
        key("query", Shape::Map(&FIELD), "Parameters of the query."),
        key("headers", Shape::Map(&FIELD), "Headers besides those of the API."),
        key("form", Shape::Text, "The type of a form-encoded body."),
        key("json", Shape::Text, "The type of a JSON body."),
        key("responses", Shape::Map(&RESPONSE), "Responses by HTTP status."),
        key("idempotent", Shape::Text, "What makes a repeat safe: read, no, or by FIELD."),
    ],
};

/// A response.
pub static RESPONSE: Table = Table {
    name: "response",
    short: Some("type"),
    keys: &[
        must("type", Shape::TypeExpr, "Its body, or `none`."),
        DOC,
        NOTE,
        AT,
        EVIDENCE,
        GATE,
        UNTIL,
        key("means", Shape::TextMap, "Statuses that a body stands for in truth, each with a condition on the body."),
    ],
};

/// The section `webhooks`.
pub static WEBHOOKS: Table = Table {
    name: "webhooks",
    short: None,
    keys: &[
        must("envelope", Shape::Text, "The type of the posted body."),
        DOC,
        NOTE,
        AT,
        EVIDENCE,
        key("events", Shape::Map(&EVENT), "The events by their names on the wire."),
    ],
};

/// An event.
pub static EVENT: Table = Table {
    name: "event",
    short: Some("doc"),
    keys: &[DOC, NOTE, AT, EVIDENCE, GATE, key("content", Shape::Text, "The type it tells about.")],
};

/// A matrix of requirements.
pub static REQUIREMENTS: Table = Table {
    name: "requirements",
    short: None,
    keys: &[
        must("by", Shape::Text, "What the columns are: gateway."),
        DOC,
        NOTE,
        AT,
        EVIDENCE,
        must("columns", Shape::List, "The columns as printed."),
        must("rows", Shape::TextMap, "Cells (yes, no, optional) by wire name; `*` matches any characters."),
    ],
};

/// A question.
pub static QUESTION: Table = Table {
    name: "question",
    short: Some("ask"),
    keys: &[
        must("ask", Shape::Text, "The question, as one would ask the API's makers."),
        key("about", Shape::Text, "The item it is about."),
        AT,
    ],
};

/// A reading.
pub static READING: Table = Table {
    name: "reading",
    short: None,
    keys: &[
        key("reading", Shape::Text, "How the spec reads the oddity."),
        key("why", Shape::Text, "Why it is read so."),
        key("question", Shape::Text, "The open question it is."),
        key("waived", Shape::Text, "Why nothing depends on it."),
        key("about", Shape::Text, "The item it is about."),
        AT,
    ],
};
