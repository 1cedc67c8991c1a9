//! The three states of a property that may be left out and may be `null`.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A property that may be left out, may be `null`, and may hold a value: three states, kept apart.
///
/// Generated models use it only where the document lets all three occur. The field carries
/// `#[serde(default, skip_serializing_if = "Presence::is_absent")]`; without it, absence is an error on the way in and
/// `null` on the way out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence<T> {
    /// The property is not there.
    #[default]
    Absent,
    /// The property is there and `null`.
    Null,
    /// The property is there with a value.
    Present(T),
}

impl<T> Presence<T> {
    /// The same state over a reference to the value.
    pub fn as_ref(&self) -> Presence<&T> {
        match self {
            Self::Absent => Presence::Absent,
            Self::Null => Presence::Null,
            Self::Present(value) => Presence::Present(value),
        }
    }

    /// The value, if there is one; absence and `null` are not told apart.
    pub fn as_option(&self) -> Option<&T> {
        self.as_ref().into_option()
    }

    /// The value itself, if there is one; absence and `null` are not told apart.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Absent | Self::Null => None,
            Self::Present(value) => Some(value),
        }
    }

    /// Whether the property is not there.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the property is there and `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether the property is there with a value.
    pub fn is_present(&self) -> bool {
        matches!(self, Self::Present(_))
    }

    /// The same state with the value put through `convert`.
    pub fn map<U>(self, convert: impl FnOnce(T) -> U) -> Presence<U> {
        match self {
            Self::Absent => Presence::Absent,
            Self::Null => Presence::Null,
            Self::Present(value) => Presence::Present(convert(value)),
        }
    }
}

impl<T> From<T> for Presence<T> {
    fn from(value: T) -> Self {
        Self::Present(value)
    }
}

/// `None` is `null`: who wants the property left out says [`Presence::Absent`].
impl<T> From<Option<T>> for Presence<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Present)
    }
}

impl<T: Serialize> Serialize for Presence<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent | Self::Null => serializer.serialize_none(),
            Self::Present(value) => serializer.serialize_some(value),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Presence<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<T>::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::Presence;

    #[test]
    fn null_and_a_value_are_told_apart() {
        let read = |text| serde_json::from_str::<Presence<u8>>(text).ok();
        assert_eq!(read("null"), Some(Presence::Null));
        assert_eq!(read("7"), Some(Presence::Present(7)));
        assert_eq!(read("\"7\""), None);
        assert_eq!(serde_json::to_string(&Presence::Present(7)).ok().as_deref(), Some("7"));
        assert_eq!(serde_json::to_string(&Presence::<u8>::Null).ok().as_deref(), Some("null"));
        assert!(Presence::<u8>::default().is_absent());
    }
}
