//! What a gateway, or whatever else the columns are, needs of a request.

use super::{Meta, TypeId};

/// A matrix of parameters and columns.
#[derive(Clone, Debug)]
pub struct Requirements {
    /// The type whose fields the rows are.
    pub ty: TypeId,
    /// What the columns are: `gateway`.
    pub by: String,
    /// The columns as printed, with their variants in Rust.
    pub columns: Vec<(String, String)>,
    /// Rows by wire name, globs expanded.
    pub rows: Vec<RequirementRow>,
    /// Documentation and place.
    pub meta: Meta,
}

/// One row of a matrix.
#[derive(Clone, Debug)]
pub struct RequirementRow {
    /// The wire name of the parameter.
    pub wire: String,
    /// What it is to each column.
    pub needs: Vec<Need>,
}

/// What a parameter is to a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be sent.
    Yes,
    /// It is not needed.
    No,
    /// It may be sent.
    Optional,
}
