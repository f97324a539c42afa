//! `spec.yaml`: 2 types.

use super::versions::Latest;
use juspay_runtime::{
    Answer, ApiVersion, OpenEnum, Pinned, Record, UnknownValue, Version,
};

pub(super) mod wire;

/// A parcel.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Parcel<V: Version = Latest> {
    /// Where it is.
    pub status: Status,
    /// The same as a number.
    pub status_id: Option<i64>,
    version: Pinned<V>,
}

impl<V: Version> Parcel<V> {
    /// With what must be there; everything else is absent.
    pub fn new(status: Status) -> Self {
        let mut new: Self = Record::blank();
        new.status = status;
        new
    }
}

/// Where a parcel is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// It moves. Id 1. Before 2019-01-01 also sent for `WAITING`.
    OnItsWay,
    /// It does not move. Id 2. Before 2019-01-01 sent as `ON_ITS_WAY`.
    Waiting,
    /// Nobody knows. Id 3. Since 2018-01-01.
    Lost,
    /// There are two of them.
    DeliveredTwice,
    /// A value that is unknown, or that its version does not have; the text is kept.
    Unknown(UnknownValue),
}

impl Status {
    /// The numeric id of the value, where it has one.
    pub fn id(&self) -> Option<i64> {
        OpenEnum::number(self)
    }

    /// The version from which on the value is sent; nobody knows for an unknown one.
    pub fn since(&self) -> Option<ApiVersion> {
        OpenEnum::first_version(self)
    }

    /// Other values that a version sends as this one.
    pub fn could_mean(&self, version: ApiVersion) -> &'static [Self] {
        match self {
            Self::OnItsWay if version < ApiVersion::literal(2019, 1, 1) => {
                &[Self::Waiting]
            }
            _ => &[],
        }
    }

    /// Whether that is the end.
    pub fn is_final(&self) -> Answer {
        match self {
            Self::Lost => Answer::Yes,
            Self::OnItsWay | Self::Waiting => Answer::No,
            _ => Answer::Unknown,
        }
    }

    /// The same of a value that came at a version: [`Answer::Unknown`] where it may stand for another one, of which
    /// the answer is another.
    pub fn is_final_at(&self, version: ApiVersion) -> Answer {
        self.could_mean(version)
            .iter()
            .fold(self.is_final(), |answer, other| answer.agree(other.is_final()))
    }
}
