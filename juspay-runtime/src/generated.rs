//! What is the same for every generated object, as a macro: a line for each field is all that is generated.

/// The impls of a generated object.
///
/// ```text
/// record! {
///     Parcel<V> version SHAPE;
///     plain: 0 id, 1 weight;
///     nested: 2 pieces;               // of a type with a version
///     flat: 3..9 receiver;            // flattened, always there
///     flat_option: 9..15 sender;      // flattened, perhaps absent; `nested_flat` and `nested_flat_option` with a version
///     rest: 15 extra;
/// }
/// ```
///
/// Numbers are indices of the table. An object without a version begins with `Address SHAPE;`, a large one that is sent
/// with `Order SHAPE large;`.
#[doc(hidden)]
#[macro_export]
macro_rules! record {
    ($name:ident<V> $pin:ident $shape:ident $($large:ident)?;
        $(plain: $($pi:literal $pn:ident),+;)?
        $(nested: $($ni:literal $nn:ident),+;)?
        $(flat: $($fs:literal..$fe:literal $fn:ident),+;)?
        $(flat_option: $($os:literal..$oe:literal $on:ident),+;)?
        $(nested_flat: $($gs:literal..$ge:literal $gn:ident),+;)?
        $(nested_flat_option: $($hs:literal..$he:literal $hn:ident),+;)?
        $(rest: $ri:literal $rn:ident;)?
    ) => {
        $crate::__fields! {
            [V: $crate::Version] $name<V>, $shape, [$($large)?]
            [$($($pi $pn)+)? $($($ni $nn)+)?] [$($($fs $fe $fn)+)? $($($gs $ge $gn)+)?]
            [$($($os $oe $on)+)? $($($hs $he $hn)+)?] [$($ri $rn)?]
        }
        $crate::__record! {
            [V: $crate::Version] $name<V>, [V::PINNED], [$crate::Versioned::blank()],
            [$($($pi $pn)+)? $($($ni $nn)+)?] [$($($fs $fe $fn)+)? $($($gs $ge $gn)+)?]
            [$($($os $oe $on)+)? $($($hs $he $hn)+)?] [$($ri $rn)?]
        }
        impl<V: $crate::Version> $crate::Versioned for $name<V> {
            type At<W: $crate::Version> = $name<W>;
            #[inline(never)]
            fn blank() -> Self {
                Self {
                    $($($pn: $crate::blank(),)+)?
                    $($($nn: $crate::Versioned::blank(),)+)?
                    $($($fn: $crate::blank(),)+)?
                    $($($on: $crate::blank(),)+)?
                    $($($gn: $crate::Versioned::blank(),)+)?
                    $($($hn: $crate::Versioned::blank(),)+)?
                    $($rn: $crate::blank(),)?
                    $pin: ::core::default::Default::default(),
                }
            }
            #[inline(never)]
            fn hand_over<W: $crate::Version>(&mut self, to: &mut $name<W>) {
                $($($crate::exchange(&mut self.$pn, &mut to.$pn);)+)?
                $($($crate::Versioned::hand_over(&mut self.$nn, &mut to.$nn);)+)?
                $($($crate::exchange(&mut self.$fn, &mut to.$fn);)+)?
                $($($crate::exchange(&mut self.$on, &mut to.$on);)+)?
                $($($crate::Versioned::hand_over(&mut self.$gn, &mut to.$gn);)+)?
                $($($crate::Versioned::hand_over(&mut self.$hn, &mut to.$hn);)+)?
                $($crate::exchange(&mut self.$rn, &mut to.$rn);)?
            }
            fn compile() {
                $crate::compiled::decoding::<Self>();
            }
        }
        $crate::wire!($name<V>);
    };
    ($name:ident $shape:ident $($large:ident)?;
        $(plain: $($pi:literal $pn:ident),+;)?
        $(flat: $($fs:literal..$fe:literal $fn:ident),+;)?
        $(flat_option: $($os:literal..$oe:literal $on:ident),+;)?
        $(rest: $ri:literal $rn:ident;)?
    ) => {
        $crate::__fields! {
            [] $name, $shape, [$($large)?]
            [$($($pi $pn)+)?] [$($($fs $fe $fn)+)?] [$($($os $oe $on)+)?] [$($ri $rn)?]
        }
        $crate::__decoded_here!($name);
        $crate::__record! {
            [] $name, [::core::option::Option::None], [Self {
                $($($pn: $crate::blank(),)+)?
                $($($fn: $crate::blank(),)+)?
                $($($on: $crate::blank(),)+)?
                $($rn: $crate::blank(),)?
            }],
            [$($($pi $pn)+)?] [$($($fs $fe $fn)+)?] [$($($os $oe $on)+)?] [$($ri $rn)?]
        }
        $crate::wire!($name);
    };
}

/// How an object is written.
#[doc(hidden)]
#[macro_export]
macro_rules! __fields {
    (
        [$($generics:tt)*] $name:ty, $shape:ident, $large:tt
        [$($pi:literal $pn:ident)*] [$($fs:literal $fe:literal $fn:ident)*] [$($os:literal $oe:literal $on:ident)*]
        [$($ri:literal $rn:ident)?]
    ) => {
        impl<$($generics)*> $crate::Fields for $name {
            fn shape(&self) -> &'static $crate::Shape {
                &$shape
            }
            fn put(&self, index: u16, writer: &mut $crate::Writer<'_>) {
                match index {
                    $($pi => writer.write(&self.$pn),)*
                    $($fs..$fe => writer.flat(&self.$fn, index - $fs),)*
                    $($os..$oe => writer.flat_option(self.$on.as_ref(), index - $os),)*
                    $($ri => writer.rest(&self.$rn),)?
                    _ => {
                        let _ = writer;
                    }
                }
            }
            $crate::__there! { $large [$($pi $pn)*] [$($fs $fe $fn)*] [$($os $oe $on)*] [$($ri $rn)?] }
        }
    };
}

/// Which fields of a large request hold something.
#[doc(hidden)]
#[macro_export]
macro_rules! __there {
    (
        [large] [$($pi:literal $pn:ident)*] [$($fs:literal $fe:literal $fn:ident)*]
        [$($os:literal $oe:literal $on:ident)*] [$($ri:literal $rn:ident)?]
    ) => {
        fn there(&self) -> ::core::option::Option<$crate::Indices> {
            let mut there = $crate::Indices::default();
            $(there.add($pi, &self.$pn);)*
            $(there.add_flat($fs, $fe, true);)*
            $(there.add_flat($os, $oe, self.$on.is_some());)*
            $(there.add_rest($ri, &self.$rn);)?
            ::core::option::Option::Some(there)
        }
    };
    ([] $($fields:tt)*) => {};
}

/// How an object is read.
#[doc(hidden)]
#[macro_export]
macro_rules! __record {
    (
        [$($generics:tt)*] $name:ty, [$pin:expr], [$blank:expr],
        [$($pi:literal $pn:ident)*] [$($fs:literal $fe:literal $fn:ident)*] [$($os:literal $oe:literal $on:ident)*]
        [$($ri:literal $rn:ident)?]
    ) => {
        impl<$($generics)*> $crate::Record for $name {
            #[inline]
            fn pin() -> ::core::option::Option<$crate::ApiVersion> {
                $pin
            }
            #[inline]
            fn blank() -> Self {
                $blank
            }
            fn set(
                &mut self,
                index: u16,
                reader: &mut $crate::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::DecodeError> {
                match index {
                    $($pi => reader.read(&mut self.$pn),)*
                    $($fs..$fe => reader.flat(&mut self.$fn, index - $fs),)*
                    $($os..$oe => reader.flat_option(&mut self.$on, index - $os),)*
                    $($ri => reader.rest(&mut self.$rn),)?
                    _ => reader.skip(),
                }
            }
        }
    };
}

/// Has the decoding of a type compiled with the type; a build that is not optimised shares such code anyhow.
#[doc(hidden)]
#[macro_export]
macro_rules! __decoded_here {
    ($name:ty) => {
        #[cfg(not(debug_assertions))]
        const _: () = {
            #[allow(dead_code)]
            static DECODED_HERE: fn() = $crate::compiled::decoding::<$name>;
        };
    };
}

/// The impls of a generated choice: an object of which one field is there, as an enum.
///
/// ```text
/// choice! {
///     Notice<V> SHAPE;
///     plain: 0 Closed;
///     nested: 1 Parcel;               // of a type with a version
///     never: Version;                 // holds the version where no alternative does
/// }
/// ```
///
/// Numbers are indices of the table. A choice without a version begins with `Notice SHAPE;`.
#[doc(hidden)]
#[macro_export]
macro_rules! choice {
    ($name:ident<V> $shape:ident;
        $(plain: $($pi:literal $pn:ident),+;)?
        $(nested: $($ni:literal $nn:ident),+;)?
        $(never: $vn:ident;)?
    ) => {
        $crate::__choice_fields! {
            [V: $crate::Version] $name<V>, $shape, [$($($pi $pn)+)? $($($ni $nn)+)?]
        }
        $crate::__choice_record! { [V: $crate::Version] $name<V>, V::PINNED, [$($($pi $pn)+)? $($($ni $nn)+)?] }
        impl<V: $crate::Version> $crate::Versioned for $name<V> {
            type At<W: $crate::Version> = $name<W>;
            #[inline]
            fn blank() -> Self {
                Self::Unknown
            }
            #[inline(never)]
            fn hand_over<W: $crate::Version>(&mut self, to: &mut $name<W>) {
                match self {
                    $($(Self::$pn(value) => {
                        $crate::fill(to, $name::$pn($crate::blank()));
                        if let $name::$pn(to) = to {
                            $crate::exchange(value, to);
                        }
                    })+)?
                    $($(Self::$nn(value) => {
                        $crate::fill(to, $name::$nn($crate::Versioned::blank()));
                        if let $name::$nn(to) = to {
                            $crate::Versioned::hand_over(value, to);
                        }
                    })+)?
                    $(Self::$vn(never, _) => match *never {},)?
                    Self::Unknown => {}
                }
            }
            fn compile() {
                $crate::compiled::decoding::<Self>();
            }
        }
        $crate::wire!($name<V>);
    };
    ($name:ident $shape:ident; $(plain: $($pi:literal $pn:ident),+;)?) => {
        $crate::__choice_fields! { [] $name, $shape, [$($($pi $pn)+)?] }
        $crate::__decoded_here!($name);
        $crate::__choice_record! { [] $name, ::core::option::Option::None, [$($($pi $pn)+)?] }
        $crate::wire!($name);
    };
}

/// How a choice is written.
#[doc(hidden)]
#[macro_export]
macro_rules! __choice_fields {
    ([$($generics:tt)*] $name:ty, $shape:ident, [$($index:literal $variant:ident)*]) => {
        impl<$($generics)*> $crate::Fields for $name {
            fn shape(&self) -> &'static $crate::Shape {
                &$shape
            }
            fn put(&self, index: u16, writer: &mut $crate::Writer<'_>) {
                match (index, self) {
                    $(($index, Self::$variant(value)) => writer.write(value),)*
                    _ => {
                        let _ = writer;
                    }
                }
            }
        }
    };
}

/// How a choice is read. A second alternative is an error: nobody can know which of them is meant.
#[doc(hidden)]
#[macro_export]
macro_rules! __choice_record {
    ([$($generics:tt)*] $name:ty, $pin:expr, [$($index:literal $variant:ident)*]) => {
        impl<$($generics)*> $crate::Record for $name {
            #[inline]
            fn pin() -> ::core::option::Option<$crate::ApiVersion> {
                $pin
            }
            fn blank() -> Self {
                Self::Unknown
            }
            fn set(
                &mut self,
                index: u16,
                reader: &mut $crate::Reader<'_>,
            ) -> ::core::result::Result<(), $crate::DecodeError> {
                let known = !::core::matches!(self, Self::Unknown);
                let _ = known;
                match index {
                    $($index => {
                        if let ::core::option::Option::Some(value) = reader.alternative(known)? {
                            *self = Self::$variant(value);
                        }
                        ::core::result::Result::Ok(())
                    })*
                    _ => reader.skip(),
                }
            }
        }
    };
}

/// Setters of fields that may be absent, a line for each.
///
/// ```text
/// setters! {
///     with_kind(Kind) => kind,                // takes the type itself
///     with_note(into String) => note,         // takes what becomes it
///     with_pieces(list List<Piece>) => pieces,
///     with_parent(boxed Parcel) => parent,
/// }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! setters {
    ($($method:ident($($ty:tt)+) => $field:ident,)+) => {
        $($crate::__setter!($method $field $($ty)+);)+
    };
}

/// One setter.
#[doc(hidden)]
#[macro_export]
macro_rules! __setter {
    ($method:ident $field:ident into $ty:ty) => {
        $crate::__setter!($method $field, impl ::core::convert::Into<$ty>, value => ::core::option::Option::Some(value.into()));
    };
    ($method:ident $field:ident list $ty:ty) => {
        $crate::__setter!($method $field, impl ::core::convert::Into<$ty>, value => value.into());
    };
    ($method:ident $field:ident boxed $ty:ty) => {
        $crate::__setter!($method $field, $ty, value => ::core::option::Option::Some(::std::boxed::Box::new(value)));
    };
    ($method:ident $field:ident $ty:ty) => {
        $crate::__setter!($method $field, $ty, value => ::core::option::Option::Some(value));
    };
    ($method:ident $field:ident, $ty:ty, $value:ident => $set:expr) => {
        #[doc = ::core::concat!("Sets `", ::core::stringify!($field), "`.")]
        #[must_use]
        #[inline]
        pub fn $method(mut self, $value: $ty) -> Self {
            self.$field = $set;
            self
        }
    };
}
