//! `spec.yaml`: one type.

use super::versions::{Latest, V2020_02_29};
use juspay_runtime::{AtLeast, Before, Pinned, Version};

mod wire;

/// A ticket.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Ticket<V: Version = Latest> {
    seat: Option<i64>,
    seat_before_2020_02_29: Option<String>,
    /// Where the seat is.
    pub row: Option<String>,
    version: Pinned<V>,
}

impl<V: Version> Ticket<V> {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Where to sit. Since 2020-02-29.
    pub fn seat(&self) -> Option<i64>
    where
        V: AtLeast<V2020_02_29>,
    {
        self.seat
    }

    /// Sets `seat`.
    #[must_use]
    pub fn with_seat(mut self, value: i64) -> Self
    where
        V: AtLeast<V2020_02_29>,
    {
        self.seat = Some(value);
        self
    }

    /// Where to sit. Before 2020-02-29.
    pub fn seat_before_2020_02_29(&self) -> Option<&str>
    where
        V: Before<V2020_02_29>,
    {
        self.seat_before_2020_02_29.as_deref()
    }

    /// Sets `seat_before_2020_02_29`.
    #[must_use]
    pub fn with_seat_before_2020_02_29(mut self, value: impl Into<String>) -> Self
    where
        V: Before<V2020_02_29>,
    {
        self.seat_before_2020_02_29 = Some(value.into());
        self
    }
}
