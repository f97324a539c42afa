//! The versions of interest, and what is left of a range of versions within them.

use juspay_spec::model::{Api, Life};
use juspay_spec::version::{ApiVersion, VersionRange, Window};

/// A window between versions that the spec knows.
///
/// A date between two of them behaves as the earlier, so both ends are moved there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct View {
    first: ApiVersion,
    last: ApiVersion,
}

/// What is left of a range: never empty, and only ends that lie within the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clip {
    /// The first version that has it; 0 for all.
    pub(crate) since: u32,
    /// The first version that no longer has it.
    pub(crate) until: Option<u32>,
}

impl Clip {
    /// Whether some versions of the window have it and some have not.
    pub(crate) fn is_gated(self) -> bool {
        self.since > 0 || self.until.is_some()
    }
}

impl View {
    pub(crate) fn new(api: &Api, window: Window) -> Self {
        let known = |wanted: ApiVersion| api.all_versions().filter(|version| *version <= wanted).last();
        let first = known(window.first).unwrap_or(ApiVersion::BASE);
        let last = window.last.and_then(known).unwrap_or_else(|| api.latest());
        Self { first, last: last.max(first) }
    }

    /// Whether the window holds a version.
    pub(crate) fn contains(self, version: ApiVersion) -> bool {
        self.first <= version && version <= self.last
    }

    /// Whether a change that takes place on a version parts the window.
    pub(crate) fn splits_at(self, version: ApiVersion) -> bool {
        self.first < version && version <= self.last
    }

    /// Whether what begins at a version has begun by the end of the window.
    pub(crate) fn reaches(self, version: ApiVersion) -> bool {
        version <= self.last
    }

    /// What is left of a range; nothing if no version of the window has it.
    pub(crate) fn clip(self, range: VersionRange) -> Option<Clip> {
        let alive = range.since <= self.last && range.until.is_none_or(|until| self.first < until);
        alive.then(|| Clip {
            since: if range.since <= self.first { 0 } else { range.since.packed() },
            until: range.until.filter(|until| *until <= self.last).map(ApiVersion::packed),
        })
    }

    /// What is left of a life.
    pub(crate) fn life(self, life: &Life) -> Option<Clip> {
        self.clip(life.range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> ApiVersion {
        text.parse().unwrap_or(ApiVersion::BASE)
    }

    fn view(first: &str, last: &str) -> View {
        View { first: version(first), last: version(last) }
    }

    fn range(since: &str, until: Option<&str>) -> VersionRange {
        VersionRange { since: version(since), until: until.map(version) }
    }

    #[test]
    fn ends_outside_of_the_window_vanish() {
        let view = view("2018-01-01", "2020-01-01");
        for (range, expected) in [
            (range("base", None), Some((0, None))),
            (range("2018-01-01", None), Some((0, None))),
            (range("2019-01-01", None), Some((20_190_101, None))),
            (range("2020-01-01", None), Some((20_200_101, None))),
            (range("2020-01-02", None), None),
            (range("base", Some("2018-01-01")), None),
            (range("base", Some("2019-01-01")), Some((0, Some(20_190_101)))),
            (range("base", Some("2020-01-02")), Some((0, None))),
        ] {
            let clip = view.clip(range).map(|clip| (clip.since, clip.until));
            assert_eq!(clip, expected, "{range:?}");
        }
    }

    #[test]
    fn one_version_leaves_no_gate() {
        let view = view("2019-01-01", "2019-01-01");
        for range in [range("base", None), range("2019-01-01", Some("2020-01-01"))] {
            assert!(view.clip(range).is_some_and(|clip| !clip.is_gated()));
        }
    }
}
