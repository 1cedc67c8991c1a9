//! The tolerant tree: what a text says, before anything is known about OpenAPI.

use crate::source::Pointer;

/// A value of the text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// `null`, or nothing at all.
    Null,
    /// A truth value.
    Boolean(bool),
    /// A whole number.
    Integer(i128),
    /// Any other number.
    Float(f64),
    /// A text.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping.
    Map(Members),
}

impl Node {
    /// What JSON calls this kind of value, with its article.
    pub(crate) fn what(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Float(_) => "a number",
            Self::Text(_) => "a string",
            Self::List(_) => "an array",
            Self::Map(_) => "an object",
        }
    }

    pub(crate) fn as_map(&self) -> Option<&Members> {
        if let Self::Map(members) = self { Some(members) } else { None }
    }

    pub(crate) fn as_map_mut(&mut self) -> Option<&mut Members> {
        if let Self::Map(members) = self { Some(members) } else { None }
    }

    pub(crate) fn as_list(&self) -> Option<&[Node]> {
        if let Self::List(items) = self { Some(items) } else { None }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The part that one token of a JSON pointer leads to.
    pub(crate) fn step(&self, token: &str) -> Option<&Node> {
        match self {
            Self::Map(members) => members.get(token),
            Self::List(items) => items.get(token.parse::<usize>().ok()?),
            _ => None,
        }
    }

    /// The part that a whole JSON pointer leads to.
    pub(crate) fn at(&self, pointer: &Pointer) -> Option<&Node> {
        pointer.tokens().try_fold(self, |node, token| node.step(&token))
    }

    /// [`step`](Self::step), to change what is there.
    pub(crate) fn step_mut(&mut self, token: &str) -> Option<&mut Node> {
        match self {
            Self::Map(members) => members.get_mut(token),
            Self::List(items) => items.get_mut(token.parse::<usize>().ok()?),
            _ => None,
        }
    }

    /// The value as JSON text, with every digit of its integers. What is no JSON number is `null`.
    pub(crate) fn to_json(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Boolean(value) => value.to_string(),
            Self::Integer(value) => value.to_string(),
            Self::Float(value) => {
                serde_json::Number::from_f64(*value).map_or_else(|| "null".to_owned(), |value| value.to_string())
            }
            Self::Text(value) => quoted(value),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::to_json).collect();
                format!("[{}]", items.join(","))
            }
            Self::Map(members) => {
                let members: Vec<String> =
                    members.iter().map(|(key, value)| format!("{}:{}", quoted(key), value.to_json())).collect();
                format!("{{{}}}", members.join(","))
            }
        }
    }

    /// Whether an integer in it is beyond what 64 bits hold.
    pub(crate) fn holds_wide_integer(&self) -> bool {
        match self {
            Self::Integer(value) => is_wide(*value),
            Self::List(items) => items.iter().any(Self::holds_wide_integer),
            Self::Map(members) => members.iter().any(|(_, value)| value.holds_wide_integer()),
            _ => false,
        }
    }
}

/// Whether an integer is neither an `i64` nor a `u64`.
pub(crate) fn is_wide(value: i128) -> bool {
    i64::try_from(value).is_err() && u64::try_from(value).is_err()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The members of a mapping, in the order of the text, each key once.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Members(Vec<(String, Node)>);

impl Members {
    /// Takes the members as they were read; of equal keys the first stays. Says which key there was twice, if any.
    pub(crate) fn from_read(mut members: Vec<(String, Node)>) -> (Self, Option<String>) {
        let mut keys: Vec<&str> = members.iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        let twin = keys.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned());
        if twin.is_some() {
            let mut seen = std::collections::BTreeSet::new();
            members.retain(|(key, _)| seen.insert(key.clone()));
        }
        (Self(members), twin)
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.0.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn holds(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Node::as_text)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&str, &mut Node)> {
        self.0.iter_mut().map(|(key, value)| (key.as_str(), value))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(key, _)| key.as_str())
    }

    /// Puts a value, in the place of the one that is there or at the end.
    pub(crate) fn put(&mut self, key: &str, value: Node) {
        match self.get_mut(key) {
            Some(there) => *there = value,
            None => self.0.push((key.to_owned(), value)),
        }
    }

    pub(crate) fn take(&mut self, key: &str) -> Option<Node> {
        let at = self.0.iter().position(|(name, _)| name == key)?;
        Some(self.0.remove(at).1)
    }

    /// Gives a member another key, in its place.
    pub(crate) fn rename(&mut self, key: &str, new: &str) {
        if let Some((name, _)) = self.0.iter_mut().find(|(name, _)| name == key) {
            new.clone_into(name);
        }
    }
}
