//! Values that are of all the types that they fit.

use serde::de::{DeserializeOwned, Deserializer};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Value;

use crate::attempt::attempt;
use crate::open_enum::UnknownValue;
use crate::strict::from_deserializer;
use crate::validate::{Validate, fits};

/// A value on its way to the types that it fits.
///
/// For generated code alone. All types that the value fits are taken. Where there is none, all that it can be read as are.
#[doc(hidden)]
#[derive(Debug)]
pub struct AnyOf {
    value: Value,
    /// Whether it fits one of them.
    fits: bool,
    /// Whether it was taken for one of them.
    taken: bool,
}

/// What a value is as one type.
#[doc(hidden)]
#[derive(Debug)]
pub struct Candidate<T> {
    value: Option<T>,
    fits: bool,
}

/// A value whose types are not known yet.
#[doc(hidden)]
pub fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<AnyOf, D::Error> {
    Ok(AnyOf { value: from_deserializer(deserializer)?, fits: false, taken: false })
}

impl AnyOf {
    /// The value as one type, if it can be read so.
    pub fn candidate<T: DeserializeOwned + Validate>(&mut self) -> Candidate<T> {
        let value: Option<T> = attempt(&self.value, || from_deserializer(&self.value).ok());
        let fits = value.as_ref().is_some_and(fits);
        self.fits |= fits;
        Candidate { value, fits }
    }

    /// The value as one type, if that is to be taken.
    pub fn keep<T>(&mut self, candidate: Candidate<T>) -> Option<T> {
        let kept = candidate.value.filter(|_| candidate.fits || !self.fits);
        self.taken |= kept.is_some();
        kept
    }

    /// The value as it came, where it was taken for nothing.
    pub fn unknown(self) -> Option<UnknownValue<Value>> {
        (!self.taken).then(|| UnknownValue::of(self.value))
    }
}

/// A type that a value may be of.
#[doc(hidden)]
pub trait Member {
    /// The value as JSON, where it is of the type.
    fn json(&self) -> Option<Result<Value, serde_json::Error>>;
}

impl<T: Serialize> Member for Option<T> {
    fn json(&self) -> Option<Result<Value, serde_json::Error>> {
        self.as_ref().map(serde_json::to_value)
    }
}

/// Writes the types that a value is of as one object.
#[doc(hidden)]
pub fn write<S: Serializer>(serializer: S, members: &[&dyn Member]) -> Result<S::Ok, S::Error> {
    let mut whole: Option<Value> = None;
    for member in members.iter().filter_map(|member| member.json()) {
        let member = member.map_err(S::Error::custom)?;
        match (&mut whole, member) {
            (None, member) => whole = Some(member),
            (Some(Value::Object(there)), Value::Object(more)) => {
                for (key, value) in more {
                    if there.get(&key).is_some_and(|before| *before != value) {
                        return Err(S::Error::custom(format_args!("two of the types differ in the property `{key}`")));
                    }
                    there.insert(key, value);
                }
            }
            (Some(there), member) if *there == member => {}
            (Some(_), _) => return Err(S::Error::custom("two of the types are not objects both")),
        }
    }
    whole.unwrap_or_else(|| Value::Object(serde_json::Map::new())).serialize(serializer)
}
