//! From items to tokens.
//!
//! One file for each shape of output; above each function stands what it expands to. Nothing here fails, decides a name
//! or knows of specs: a derive macro may build an [`Object`](crate::item::Object) or an
//! [`OpenEnum`](crate::item::OpenEnum) of its own and emit its impls from [`bodies`] and [`open_enum_impls`].

mod api;
mod choice;
mod client;
mod debug;
mod docs;
mod module;
mod object;
mod open_enum;
mod operations;
mod record;
mod requirements;
mod root;
mod scope;
mod table;
mod versions;
mod webhooks;

pub use api::api;
pub use choice::choice;
pub use client::client;
pub use debug::{debug, debug_body};
pub use docs::{docs, inner_docs};
pub use module::{people, wire};
pub use object::{accessors, object};
pub use open_enum::{open_enum, open_enum_impls, open_enum_methods};
pub use operations::operation;
pub use record::{Bodies, bodies, record};
pub use requirements::requirements;
pub use root::{Part, client_file, folder, modules, root, single};
pub use scope::Scope;
pub use versions::{compiled_here, versions};
pub use webhooks::webhooks;
