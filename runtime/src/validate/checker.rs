//! The walk over a value, and where it stands.

use std::fmt;

use super::violation::{Rule, Violation, Violations};
use crate::map::Map;

/// A value that can be held against every bound that the document states for it.
pub trait Validate {
    /// Reports what is broken in this value and below it to `checker`, which stands at the value's own place.
    fn check(&self, checker: &mut Checker<'_>);
}

/// Holds a value against every bound that the document states, and reports all that is broken.
pub fn validate<T: Validate + ?Sized>(value: &T) -> Result<(), Violations> {
    let mut found = Vec::new();
    value.check(&mut Checker::new(&mut found));
    Violations::from_found(found).map_or(Ok(()), Err)
}

/// Whether a value breaks no bound, and holds no value that the document does not know.
pub(crate) fn fits<T: Validate + ?Sized>(value: &T) -> bool {
    let (found, unknown) = judge(value);
    found.is_empty() && !unknown
}

/// The bounds that a value breaks, and whether it holds a value that the document does not know.
pub(crate) fn judge<T: Validate + ?Sized>(value: &T) -> (Vec<Violation>, bool) {
    let (mut found, mut unknown) = (Vec::new(), false);
    value.check(&mut Checker { location: Location::Body, found: &mut found, unknown: Some(&mut unknown) });
    (found, unknown)
}

/// The walk over one value: knows where it stands and collects what is broken there.
///
/// The place is a chain on the stack; its text is made only when something is broken, so that checking a sound value
/// allocates nothing.
pub struct Checker<'p> {
    location: Location<'p>,
    found: &'p mut Vec<Violation>,
    /// Whether a value was met that the document does not know, where that is asked.
    unknown: Option<&'p mut bool>,
}

#[derive(Clone, Copy)]
enum Location<'p> {
    Body,
    Parameter { place: &'static str, name: &'static str },
    Property { parent: &'p Location<'p>, name: &'static str },
    Entry { parent: &'p Location<'p>, name: &'p dyn fmt::Display },
    Key { parent: &'p Location<'p>, name: &'p dyn fmt::Display },
    Item { parent: &'p Location<'p>, index: usize },
}

impl<'p> Checker<'p> {
    pub(crate) fn new(found: &'p mut Vec<Violation>) -> Self {
        Self { location: Location::Body, found, unknown: None }
    }

    /// Checks the property `name` of the object at this place, and hands it on for its bounds.
    pub fn property<'v, T: Validate>(&mut self, name: &'static str, value: &'v T) -> Checked<'_, 'v, T> {
        Checked::new(self.at_property(name).below(value), value)
    }

    /// The value at this place itself, for its bounds. What lies below it is not checked: that is up to the caller,
    /// who stands in the middle of it.
    pub fn value<'v, T: ?Sized>(&mut self, value: &'v T) -> Checked<'_, 'v, T> {
        Checked::new(self.here(), value)
    }

    /// Checks the properties that stand beside the named ones, each at its key, and hands them on for their bounds.
    pub fn rest<'v, K, V>(&mut self, rest: &'v Map<K, V>) -> Checked<'_, 'v, Map<K, V>>
    where
        Map<K, V>: Validate,
    {
        Checked::new(self.here().below(rest), rest)
    }

    /// Hands the number of an object's properties on for its bounds: that of the named ones which are there, and of all
    /// others.
    pub fn properties(&mut self, found: usize) -> Counted<'_> {
        Counted { checker: self.here(), found }
    }

    /// Checks a path parameter, and hands it on for its bounds.
    pub fn path_parameter<'v, T: Validate>(&mut self, name: &'static str, value: &'v T) -> Checked<'_, 'v, T> {
        Checked::new(self.at(Location::Parameter { place: "path", name }).below(value), value)
    }

    /// Checks a query parameter, and hands it on for its bounds.
    pub fn query<'v, T: Validate>(&mut self, name: &'static str, value: &'v T) -> Checked<'_, 'v, T> {
        Checked::new(self.at(Location::Parameter { place: "query", name }).below(value), value)
    }

    /// Checks a header, and hands it on for its bounds.
    pub fn header<'v, T: Validate>(&mut self, name: &'static str, value: &'v T) -> Checked<'_, 'v, T> {
        Checked::new(self.at(Location::Parameter { place: "header", name }).below(value), value)
    }

    /// Checks the body of a request, and hands it on for its bounds. Pointers below it start with `/`.
    pub fn body<'v, T: Validate>(&mut self, value: &'v T) -> Checked<'_, 'v, T> {
        Checked::new(self.at(Location::Body).below(value), value)
    }

    /// Reports that the value at this place breaks a rule.
    pub fn report(&mut self, rule: Rule) {
        let mut pointer = String::new();
        self.location.write(&mut pointer);
        let rule =
            if matches!(self.location, Location::Key { .. }) { Rule::PropertyName(Box::new(rule)) } else { rule };
        self.found.push(Violation::new(pointer, rule));
    }

    /// Says that the value at this place is none that the document knows. That breaks no rule: values may be added.
    pub fn unknown_value(&mut self) {
        if let Some(unknown) = &mut self.unknown {
            **unknown = true;
        }
    }

    /// Reports that the value at this place is of none of the types that the document allows there.
    pub fn no_alternative(&mut self) {
        self.unknown_value();
        self.report(Rule::Alternative);
    }

    /// Says of a value that was taken for none of several types whether its tag is only one that the document does not know:
    /// that breaks no rule. What has no tag is of none of the types.
    pub fn unknown_tag(&mut self, tag: &str, value: &serde_json::Value) {
        if value.get(tag).is_some_and(serde_json::Value::is_string) {
            self.unknown_value();
        } else {
            self.no_alternative();
        }
    }

    /// Reports where a value is of none of several types: where nothing of them is there, or only what fits none.
    pub fn any_of(&mut self, found: &[bool], unknown: bool) {
        if unknown || !found.contains(&true) {
            self.no_alternative();
        }
    }

    /// Reports the properties that the document forbids beside the named ones.
    pub fn undeclared<V>(&mut self, undeclared: &Map<String, V>) {
        for name in undeclared.keys() {
            self.at_entry(name).report(Rule::Undeclared);
        }
    }

    /// The same place again, for as long as `self` is lent.
    pub(super) fn here(&mut self) -> Checker<'_> {
        Checker { location: self.location, found: self.found, unknown: self.unknown.as_deref_mut() }
    }

    pub(super) fn at_item(&mut self, index: usize) -> Checker<'_> {
        Checker {
            location: Location::Item { parent: &self.location, index },
            found: self.found,
            unknown: self.unknown.as_deref_mut(),
        }
    }

    pub(super) fn at_entry<'c>(&'c mut self, name: &'c dyn fmt::Display) -> Checker<'c> {
        Checker {
            location: Location::Entry { parent: &self.location, name },
            found: self.found,
            unknown: self.unknown.as_deref_mut(),
        }
    }

    pub(super) fn at_key<'c>(&'c mut self, name: &'c dyn fmt::Display) -> Checker<'c> {
        Checker {
            location: Location::Key { parent: &self.location, name },
            found: self.found,
            unknown: self.unknown.as_deref_mut(),
        }
    }

    fn at_property(&mut self, name: &'static str) -> Checker<'_> {
        Checker {
            location: Location::Property { parent: &self.location, name },
            found: self.found,
            unknown: self.unknown.as_deref_mut(),
        }
    }

    fn at<'c>(&'c mut self, location: Location<'c>) -> Checker<'c> {
        Checker { location, found: self.found, unknown: self.unknown.as_deref_mut() }
    }

    fn below<T: Validate + ?Sized>(mut self, value: &T) -> Self {
        value.check(&mut self);
        self
    }
}

impl fmt::Debug for Checker<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pointer = String::new();
        self.location.write(&mut pointer);
        formatter.debug_struct("Checker").field("pointer", &pointer).field("found", &self.found).finish()
    }
}

impl Location<'_> {
    fn write(&self, pointer: &mut String) {
        match self {
            Self::Body => {}
            Self::Parameter { place, name } => {
                pointer.push_str(place);
                pointer.push(':');
                pointer.push_str(name);
            }
            Self::Property { parent, name } => {
                parent.write(pointer);
                push_token(pointer, name);
            }
            Self::Entry { parent, name } | Self::Key { parent, name } => {
                parent.write(pointer);
                push_token(pointer, &name.to_string());
            }
            Self::Item { parent, index } => {
                parent.write(pointer);
                push_token(pointer, &index.to_string());
            }
        }
    }
}

/// Adds one reference token to a JSON pointer (RFC 6901, section 3).
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    pointer.push_str(&token.replace('~', "~0").replace('/', "~1"));
}

/// How many properties an object has, on which bounds are held one after the other.
#[derive(Debug)]
pub struct Counted<'c> {
    pub(super) checker: Checker<'c>,
    pub(super) found: usize,
}

/// A value at its place, on which bounds are held one after the other: `.min_items(1).max_items(32)`.
///
/// Bounds reach through `Option`, [`Box`] and [`Presence`](crate::Presence); where there is no value they hold.
pub struct Checked<'c, 'v, T: ?Sized> {
    pub(super) checker: Checker<'c>,
    pub(super) value: &'v T,
}

impl<'c, 'v, T: ?Sized> Checked<'c, 'v, T> {
    pub(super) fn new(checker: Checker<'c>, value: &'v T) -> Self {
        Self { checker, value }
    }
}

impl<T: ?Sized> fmt::Debug for Checked<'_, '_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Checked").field(&self.checker).finish()
    }
}
