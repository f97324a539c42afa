/// What holds for the whole API: environments, authentication, operations.
#[allow(
    clippy::doc_markdown,
    clippy::inconsistent_digit_grouping,
    clippy::must_use_candidate,
    clippy::pub_underscore_fields,
    clippy::should_implement_trait,
    clippy::single_match,
    clippy::struct_field_names,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    clippy::zero_prefixed_literal
)]
pub mod api {
    use juspay_runtime::{Api, Auth, AuthKind};

    /// An API with one thing in it.
    pub static API: Api = Api::new("Golden", "golden-version")
        .headers(&[])
        .operations(&[]);

    /// Where the API runs.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum Environment {
        /// The only one.
        Live,
    }

    impl Environment {
        /// Every environment.
        pub const ALL: &'static [Self] = &[Self::Live];

        /// The base address, without a slash at the end.
        pub const fn url(self) -> &'static str {
            match self {
                Self::Live => "https://golden.example",
            }
        }

        /// The name in the specification.
        pub const fn name(self) -> &'static str {
            match self {
                Self::Live => "live",
            }
        }
    }

    /// Nothing is asked for.
    pub static OPEN: Auth = Auth::new("open", AuthKind::None);
}

/// The dated versions as types, oldest first.
#[allow(
    clippy::doc_markdown,
    clippy::inconsistent_digit_grouping,
    clippy::must_use_candidate,
    clippy::pub_underscore_fields,
    clippy::should_implement_trait,
    clippy::single_match,
    clippy::struct_field_names,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    clippy::zero_prefixed_literal
)]
pub mod versions {
    pub use juspay_runtime::{ApiVersion, AtLeast, Before, Dynamic, Version};

    juspay_runtime::versions! {
        /// Lost parcels are posted.
        V2020_10_10 = 2020-10-10,
    }

    /// The newest version that is known here.
    pub type Latest = V2020_10_10;
}

/// `spec.yaml`: 2 types.
#[allow(
    clippy::doc_markdown,
    clippy::inconsistent_digit_grouping,
    clippy::must_use_candidate,
    clippy::pub_underscore_fields,
    clippy::should_implement_trait,
    clippy::single_match,
    clippy::struct_field_names,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    clippy::zero_prefixed_literal
)]
pub mod spec {
    use juspay_runtime::{Need, Record};

    mod wire {
        use super::{Event, Parcel};
        use juspay_runtime::{Field, Record, Shape, field};

        const _: () = {
            const FIELDS: &[Field] = &[field("name", 0).required(), field("parcel", 1)];
            static SHAPE: Shape = Shape::new("Event", FIELDS);
            juspay_runtime::record! {
                Event SHAPE;
                plain: 0 name, 1 parcel;
            }
        };

        impl ::core::default::Default for Parcel {
            fn default() -> Self {
                Record::blank()
            }
        }

        const _: () = {
            const FIELDS: &[Field] = &[field("weight", 0)];
            static SHAPE: Shape = Shape::new("Parcel", FIELDS);
            juspay_runtime::record! {
                Parcel SHAPE;
                plain: 0 weight;
            }
        };
    }

    /// What is posted.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Event {
        /// What happened.
        pub name: String,
        /// What it happened to.
        pub parcel: Option<Parcel>,
    }

    impl Event {
        /// With what must be there; everything else is absent.
        pub fn new(name: impl Into<String>) -> Self {
            let mut new: Self = Record::blank();
            new.name = name.into();
            new
        }
    }

    /// A parcel.
    #[derive(Clone, Debug, PartialEq)]
    #[non_exhaustive]
    pub struct Parcel {
        /// What it weighs.
        pub weight: Option<i64>,
    }

    impl Parcel {
        /// With nothing in it.
        pub fn new() -> Self {
            Self::default()
        }
    }

    /// What each carrier asks for.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum ParcelCarrier {
        /// `Air`.
        Air,
        /// `Sea Mail`.
        SeaMail,
    }

    impl ParcelCarrier {
        /// Every column.
        pub const ALL: &'static [Self] = &[Self::Air, Self::SeaMail];

        /// The name as it is printed.
        pub const fn name(self) -> &'static str {
            match self {
                Self::Air => "Air",
                Self::SeaMail => "Sea Mail",
            }
        }

        /// The fields that must be sent for this column, by their names on the wire.
        pub fn required(self) -> impl Iterator<Item = &'static str> {
            Need::Yes.rows(Self::ROWS, self as usize)
        }

        /// What a parameter, by its name on the wire, is to this column; `None` if the matrix does not have it.
        pub fn need(self, parameter: &str) -> Option<Need> {
            Need::lookup(Self::ROWS, parameter, self as usize)
        }

        const ROWS: &'static [(&'static str, &'static str)] = &[("weight", "yo")];
    }

    /// Posted somewhere.
    pub static EVENTS: &[juspay_runtime::Event] = &[
        juspay_runtime::Event::of("PARCEL_LOST", "Parcel").since(2020_10_10),
        juspay_runtime::Event::bare("CLOSED"),
    ];
}

/// The client: a method for each operation, and what takes webhooks.
#[allow(
    clippy::doc_markdown,
    clippy::inconsistent_digit_grouping,
    clippy::must_use_candidate,
    clippy::pub_underscore_fields,
    clippy::should_implement_trait,
    clippy::single_match,
    clippy::struct_field_names,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    clippy::zero_prefixed_literal
)]
pub mod client {
    use super::spec::{Event, Parcel, ParcelCarrier};
    use juspay_runtime::Decoding;
    pub use juspay_runtime::http;

    impl Parcel {
        /// The same, sent only with everything that this carrier needs.
        pub fn for_carrier(self, column: ParcelCarrier) -> http::Checked<Self> {
            http::Checked::new(self, column.name(), column.required())
        }
    }

    impl Event {
        /// Takes what was posted: checks the credentials, in a time that does not tell how much of them is right,
        /// and reads the body at the pinned version, which is set where the posts are ordered, not by any call.
        ///
        /// # Errors
        ///
        /// If the credentials are wrong, or the body cannot be read.
        pub fn receive(
            headers: &http::HeaderMap,
            body: &[u8],
            credentials: &http::BasicCredentials,
        ) -> Result<http::Received<Self>, http::WebhookError> {
            http::receive(headers, body, credentials, &Decoding::new())
        }
    }
}

pub use client::http;

pub use api::{API, Environment};
