//! Moves of values from one version to another.
//!
//! A generated type is read as what it is pinned to. A derived one is read in its dynamic form and moved from there, and so
//! is a value that somebody casts. A move goes by reference and field by field, and it names the drop of no whole type where
//! that can be helped: whatever moves whole values is compiled anew for every pin, with the drop of both forms and of every
//! half-moved value between them.

use crate::Version;
use crate::value::fill;

/// A type, or a container of types, whose version stands in it.
pub trait Versioned: Sized {
    /// The same at another version.
    type At<W: Version>: Versioned;

    /// A placeholder that is handed a value.
    #[doc(hidden)]
    fn blank() -> Self;

    /// Hands all that the value holds over to a placeholder of another version, and is left with placeholders itself.
    #[doc(hidden)]
    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>);

    /// Has compiled where it is called what reads the type, for a crate of types that spares its callers that.
    #[doc(hidden)]
    fn compile() {}

    /// Moves the value to another version. What that version lacks stays, out of reach.
    fn cast<W: Version>(mut self) -> Self::At<W> {
        let mut to = Self::At::<W>::blank();
        self.hand_over(&mut to);
        to
    }
}

/// Exchanges two fields. A call for each field costs a compiler less than the moves themselves, and the code behind it is
/// that of the crate which declares the type.
#[doc(hidden)]
#[inline(never)]
pub fn exchange<T>(one: &mut T, other: &mut T) {
    std::mem::swap(one, other);
}

impl<T: Versioned> Versioned for Option<T> {
    type At<W: Version> = Option<T::At<W>>;

    #[inline]
    fn blank() -> Self {
        None
    }

    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>) {
        if let Some(value) = self {
            fill(to, Some(Versioned::blank()));
            if let Some(to) = to {
                value.hand_over(to);
            }
        }
    }
}

impl<T: Versioned> Versioned for Box<T> {
    type At<W: Version> = Box<T::At<W>>;

    fn blank() -> Self {
        // `new` would drop the value where there is no room for it.
        Box::write(Self::new_uninit(), T::blank())
    }

    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>) {
        (**self).hand_over(to);
    }
}

impl<T: Versioned> Versioned for Vec<T> {
    type At<W: Version> = Vec<T::At<W>>;

    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    fn hand_over<W: Version>(&mut self, to: &mut Self::At<W>) {
        fill(to, Gather::<T, W>::gather(self));
    }
}

/// A list of one version out of a list of another.
///
/// It is a trait, and `Vec` has it, because the compiler keeps methods of a type together: so the drop of the items,
/// which growing a list needs and dropping it, is compiled once and not in two places.
pub(crate) trait Gather<T: Versioned, W: Version> {
    /// Hands all items over to a new list.
    fn gather(items: &mut [T]) -> Self;
}

impl<T: Versioned, W: Version> Gather<T, W> for Vec<T::At<W>> {
    fn gather(items: &mut [T]) -> Self {
        let mut to = Self::with_capacity(items.len());
        for item in items {
            to.push(Versioned::blank());
            if let Some(to) = to.last_mut() {
                item.hand_over(to);
            }
        }
        to
    }
}
