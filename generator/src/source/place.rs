//! The texts of a run, and how a place in one of them is said.

use std::fmt;

/// All texts of one run: the document, and the settings that go with it.
#[derive(Clone, Debug)]
pub struct Sources {
    /// The OpenAPI document.
    pub document: Source,
    /// The settings (`spec/*.toml`), where there are any.
    pub settings: Option<Source>,
}

/// One text, and the name that diagnostics call it by.
#[derive(Clone, Debug)]
pub struct Source {
    /// The path as the user wrote it, or any other name.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// Which of the [`Sources`] a place is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceId {
    /// [`Sources::document`].
    Document,
    /// [`Sources::settings`].
    Settings,
}

/// A JSON pointer (RFC 6901) into a text, for example `/paths/~1pets/get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The pointer to the whole text.
    pub fn root() -> Self {
        Self::default()
    }

    /// The member `key` of what `self` points at.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut text = String::with_capacity(self.0.len() + key.len() + 1);
        text.push_str(&self.0);
        text.push('/');
        for character in key.chars() {
            match character {
                '~' => text.push_str("~0"),
                '/' => text.push_str("~1"),
                other => text.push(other),
            }
        }
        Self(text)
    }

    /// The item `index` of what `self` points at.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(format!("{}/{index}", self.0))
    }

    /// What `within` points at in what `self` points at.
    #[must_use]
    pub fn join(&self, within: &Self) -> Self {
        Self(format!("{}{}", self.0, within.0))
    }

    /// What holds what `self` points at; nothing holds the whole text.
    pub(crate) fn parent(&self) -> Option<Self> {
        self.0.rfind('/').map(|end| Self(self.0[..end].to_owned()))
    }

    /// Whether this is `other`, or points at something in it.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        self.0.strip_prefix(&other.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// A pointer as written, for example the fragment of a `$ref`. Its text must be a JSON pointer already.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text of the pointer.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The unescaped tokens of the pointer, from the outermost inwards.
    pub fn tokens(&self) -> impl Iterator<Item = String> + '_ {
        self.0.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~"))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What of a member a place means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum On {
    /// The key of the member.
    Key,
    /// The value.
    Value,
    /// This byte of the text: where the text could not be read, or what a pointer cannot tell from its twin (the second
    /// of two equal keys).
    Byte(usize),
}

/// A place in one of the texts, always in terms of the text as the user wrote it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Which text.
    pub source: SourceId,
    /// Where in it.
    pub pointer: Pointer,
    /// The key or the value.
    pub on: On,
}
