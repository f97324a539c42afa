//! The client: a method for each operation, and what takes webhooks.

use super::spec::Parcel;
use super::versions::Latest;
use juspay_runtime::Version;
pub use juspay_runtime::http;

juspay_runtime::client! {
    /// Calls Golden at a version.
    ///
    /// An API with one thing in it.
    Client = super::api::API,
    ClientBuilder = Latest,
}

impl<V: Version> ClientBuilder<V> {
    /// Where calls go.
    pub fn environment(self, environment: super::api::Environment) -> Self {
        self.base_url(environment.url())
    }
}

impl<V: Version, M: Clone> Client<V, M> {
    /// A parcel.
    ///
    /// `GET /parcels/{parcel_id}`
    pub fn get_parcel(&self, parcel_id: &str) -> http::Call<M, Parcel> {
        self.core.call(&super::spec::GET_PARCEL).path(parcel_id)
    }

    /// A parcel on the scales.
    ///
    /// `POST /scales`
    pub fn weigh(&self, body: impl http::Body<Parcel>) -> http::Call<M, Parcel> {
        self.core.call(&super::spec::WEIGH).body(body)
    }
}
