//! Parameters: what a value that serde can write becomes in a path, a query or a header.

use serde::Serialize;
use serde_json::Value;

/// How lists and objects are written into a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// One parameter, its items behind commas: `tag=a,b`; an object as `name,value` in turn (`form`, not exploded).
    Commas,
    /// A parameter for each item: `tag=a&tag=b`; an object as one for each entry, by its name (`form`, exploded).
    Repeated,
}

/// A value, flattened as far as parameters go.
#[derive(Debug, PartialEq)]
pub(super) enum Parameter {
    /// `None`, null: not sent.
    Absent,
    /// One text.
    Scalar(String),
    /// The items that are not null.
    List(Vec<String>),
    /// The entries that are not null.
    Object(Vec<(String, String)>),
}

impl Parameter {
    /// Reads a value; the error says why it has no place in a parameter.
    pub(super) fn of<T: Serialize + ?Sized>(value: &T) -> Result<Self, String> {
        match serde_json::to_value(value).map_err(|error| error.to_string())? {
            Value::Null => Ok(Self::Absent),
            Value::Array(items) => {
                items.into_iter().filter_map(|item| scalar(item).transpose()).collect::<Result<_, _>>().map(Self::List)
            }
            Value::Object(entries) => entries
                .into_iter()
                .filter_map(|(name, value)| Some(scalar(value).transpose()?.map(|text| (name, text))))
                .collect::<Result<_, _>>()
                .map(Self::Object),
            value => Ok(scalar(value)?.map_or(Self::Absent, Self::Scalar)),
        }
    }

    /// The texts in the order in which the `simple` style writes them behind commas; `None` where nothing is sent.
    pub(super) fn texts(&self) -> Option<Vec<&str>> {
        match self {
            Self::Absent => None,
            Self::Scalar(text) => Some(vec![text]),
            Self::List(items) if items.is_empty() => None,
            Self::List(items) => Some(items.iter().map(String::as_str).collect()),
            Self::Object(entries) if entries.is_empty() => None,
            Self::Object(entries) => {
                Some(entries.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]).collect())
            }
        }
    }
}

fn scalar(value: Value) -> Result<Option<String>, String> {
    match value {
        Value::Null => Ok(None),
        Value::Bool(value) => Ok(Some(value.to_string())),
        Value::Number(number) => Ok(Some(number.to_string())),
        Value::String(text) => Ok(Some(text)),
        Value::Array(_) => Err("a list within a list or an object has no form here".to_owned()),
        Value::Object(_) => Err("an object within a list or an object has no form here".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Parameter;

    #[test]
    fn values_are_flattened_and_nulls_left_out() {
        assert_eq!(Parameter::of(&None::<String>), Ok(Parameter::Absent));
        assert_eq!(Parameter::of(&1.5), Ok(Parameter::Scalar("1.5".to_owned())));
        assert_eq!(Parameter::of(&Some(true)), Ok(Parameter::Scalar("true".to_owned())));
        assert_eq!(Parameter::of(&json!(["a", null, 2])), Ok(Parameter::List(vec!["a".to_owned(), "2".to_owned()])));
        assert_eq!(
            Parameter::of(&json!({"b": 1, "a": null})),
            Ok(Parameter::Object(vec![("b".to_owned(), "1".to_owned())]))
        );
        assert!(Parameter::of(&json!([[1]])).unwrap_err().contains("list"));
        assert!(Parameter::of(&json!({"a": {}})).unwrap_err().contains("object"));
    }
}
