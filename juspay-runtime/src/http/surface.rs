//! What every generated client has besides the methods of its operations.

/// A client and its builder: emitted once for an API.
#[macro_export]
macro_rules! client {
    (
        $(#[$doc:meta])*
        $client:ident = $api:path,
        $builder:ident = $latest:path,
    ) => {
        $(#[$doc])*
        ///
        /// Cheap to clone; clones share connections and the budget for repeats.
        pub struct $client<V: $crate::Version = $latest, M = $crate::http::Async> {
            core: $crate::http::Core<M>,
            version: ::core::marker::PhantomData<V>,
        }

        impl<V: $crate::Version> $client<V> {
            /// A builder, at the version that is pinned.
            pub fn builder() -> $builder<V> {
                $builder { settings: $crate::http::Settings::new(&$api, V::PINNED), version: ::core::marker::PhantomData }
            }
        }

        impl<V: $crate::Version, M> $client<V, M> {
            fn of(core: $crate::http::Core<M>) -> Self {
                Self { core, version: ::core::marker::PhantomData }
            }

            /// The version that calls have.
            pub fn version(&self) -> $crate::ApiVersion {
                self.core.version()
            }

            /// Where the API is.
            pub fn base_url(&self) -> &$crate::http::BaseUrl {
                self.core.base_url()
            }
        }

        impl<V: $crate::Version, M: ::core::clone::Clone> ::core::clone::Clone for $client<V, M> {
            fn clone(&self) -> Self {
                Self::of(self.core.clone())
            }
        }

        impl<V: $crate::Version, M> ::core::fmt::Debug for $client<V, M> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.core, f)
            }
        }

        /// What a client is told before its first call.
        #[derive(Clone, Debug)]
        #[must_use]
        pub struct $builder<V: $crate::Version = $latest> {
            settings: $crate::http::Settings,
            version: ::core::marker::PhantomData<V>,
        }

        impl $builder<$crate::Dynamic> {
            /// The version that calls have.
            pub fn version(mut self, version: $crate::ApiVersion) -> Self {
                self.settings = self.settings.version(version);
                self
            }
        }

        impl<V: $crate::Version> $builder<V> {
            /// The key for a way to authenticate.
            pub fn credential(mut self, scheme: &'static $crate::Auth, key: &$crate::Secret) -> Self {
                self.settings = self.settings.credential(scheme, key);
                self
            }

            /// The key for a way to authenticate, as an environment variable holds it.
            pub fn credential_from_env(mut self, scheme: &'static $crate::Auth, variable: &str) -> Self {
                self.settings = self.settings.credential_from_env(scheme, variable);
                self
            }

            /// A header that every call has.
            pub fn header(mut self, name: &str, value: &str) -> Self {
                self.settings = self.settings.header(name, value);
                self
            }
        }

        $crate::__client_settings!($client, $builder);
    };
}

/// The settings that are the same for all APIs.
#[doc(hidden)]
#[macro_export]
macro_rules! __client_settings {
    ($client:ident, $builder:ident) => {
        impl<V: $crate::Version> $builder<V> {
            /// Where calls go, if not to one of the environments. Plain `http` is only for this very machine.
            pub fn base_url(mut self, url: &str) -> Self {
                self.settings = self.settings.base_url(url);
                self
            }

            /// The time for a whole call, with all its attempts; 60 s unless told otherwise.
            pub fn timeout(
                mut self,
                time: impl ::core::convert::Into<::core::option::Option<::core::time::Duration>>,
            ) -> Self {
                self.settings = self.settings.timeout(time.into());
                self
            }

            /// The time for making a connection; 10 s unless told otherwise, and never more than three quarters of
            /// that for a whole call.
            pub fn connect_timeout(
                mut self,
                time: impl ::core::convert::Into<::core::option::Option<::core::time::Duration>>,
            ) -> Self {
                self.settings = self.settings.connect_timeout(time.into());
                self
            }

            /// What is sent again, and when.
            pub fn retry(mut self, policy: $crate::http::RetryPolicy) -> Self {
                self.settings = self.settings.retry(policy);
                self
            }

            /// How the client calls itself.
            pub fn user_agent(mut self, name: &str) -> Self {
                self.settings = self.settings.user_agent(name);
                self
            }

            /// The most bytes of an answer's body; 16 MiB unless told otherwise.
            pub fn body_limit(mut self, bytes: usize) -> Self {
                self.settings = self.settings.body_limit(bytes);
                self
            }

            /// What is told of bodies that were odd and could be read all the same.
            pub fn on_anomalies(
                mut self,
                hook: impl Fn(&'static $crate::Operation, &[$crate::Anomaly]) + Send + Sync + 'static,
            ) -> Self {
                self.settings = self.settings.on_anomalies(hook);
                self
            }

            /// A client that sends in a way of your own.
            ///
            /// # Errors
            ///
            /// With everything that is wrong with the settings.
            pub fn build_with(
                self,
                transport: impl $crate::http::Transport,
            ) -> ::core::result::Result<$client<V>, $crate::http::ConfigError> {
                self.settings.build_with(transport).map($client::of)
            }

            /// A client that sends, and blocks, in a way of your own.
            ///
            /// # Errors
            ///
            /// With everything that is wrong with the settings.
            pub fn build_blocking_with(
                self,
                transport: impl $crate::http::BlockingTransport,
            ) -> ::core::result::Result<$client<V, $crate::http::Blocking>, $crate::http::ConfigError> {
                self.settings.build_blocking_with(transport).map($client::of)
            }

            /// A client that makes requests and reads answers, and leaves sending to you.
            ///
            /// # Errors
            ///
            /// With everything that is wrong with the settings.
            pub fn build_detached(
                self,
            ) -> ::core::result::Result<$client<V, $crate::http::Detached>, $crate::http::ConfigError> {
                self.settings.build_detached().map($client::of)
            }
        }

        $crate::__client_reqwest!($client, $builder);
        $crate::__client_ureq!($client, $builder);
    };
}

/// Nothing: the feature `reqwest` is off.
#[cfg(not(feature = "reqwest"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_reqwest {
    ($client:ident, $builder:ident) => {};
}

/// Sending with reqwest.
#[cfg(feature = "reqwest")]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_reqwest {
    ($client:ident, $builder:ident) => {
        impl<V: $crate::Version> $builder<V> {
            /// A client that sends with reqwest.
            ///
            /// # Errors
            ///
            /// With everything that is wrong with the settings.
            pub fn build(self) -> ::core::result::Result<$client<V>, $crate::http::ConfigError> {
                self.settings.build().map($client::of)
            }
        }
    };
}

/// Nothing: the feature `ureq` is off.
#[cfg(not(feature = "ureq"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_ureq {
    ($client:ident, $builder:ident) => {};
}

/// Sending with ureq.
#[cfg(feature = "ureq")]
#[doc(hidden)]
#[macro_export]
macro_rules! __client_ureq {
    ($client:ident, $builder:ident) => {
        impl<V: $crate::Version> $builder<V> {
            /// A client that sends with ureq, and blocks until the answer is there.
            ///
            /// # Errors
            ///
            /// With everything that is wrong with the settings.
            pub fn build_blocking(
                self,
            ) -> ::core::result::Result<$client<V, $crate::http::Blocking>, $crate::http::ConfigError> {
                self.settings.build_blocking().map($client::of)
            }
        }
    };
}
