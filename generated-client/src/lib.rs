//! Types of the Juspay Express Checkout API, for every dated version of it
