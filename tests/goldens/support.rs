//! A crate of nothing but goldens: what they need, and bodies for those whose meaning matters.

/// A type of somebody else's, which a golden uses in place of a generated one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label(String);

impl<T: Into<String>> From<T> for Label {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl juspay_runtime::Decode for Label {
    fn blank() -> Self {
        Self(String::new())
    }

    fn read(&mut self, reader: &mut juspay_runtime::Reader<'_>) -> Result<(), juspay_runtime::DecodeError> {
        reader.read(&mut self.0)
    }
}

impl juspay_runtime::Encode for Label {
    fn write(&self, writer: &mut juspay_runtime::Writer<'_>) {
        writer.write(&self.0);
    }
}
