//! A limit on how often a value is read in vain.
//!
//! Each of several types may hold values of several types again. Where the types are alike, a value that is nested `n` deep
//! would be read 2ⁿ times, and a few hundred bytes from a server could keep a client busy for years. So the attempts on one
//! value are counted, with all that are made on what lies within it, and after many more than it has parts no more are made.

use std::cell::Cell;

use serde_json::Value;

/// How many attempts each part of a value is worth.
const FOR_EACH_PART: usize = 256;

/// How many attempts the smallest value is worth.
const AT_LEAST: usize = 4096;

thread_local! {
    /// How many attempts are left for the value that is being read; `None` where none is.
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Makes an attempt to read a value, unless too many have been made on the value that it is a part of.
pub(crate) fn attempt<T>(value: &Value, read: impl FnOnce() -> Option<T>) -> Option<T> {
    let left = LEFT.get();
    let allowed = left.unwrap_or_else(|| AT_LEAST + FOR_EACH_PART * parts(value));
    let remaining = allowed.checked_sub(1)?;
    // Also where reading panics, the next value starts anew.
    let _restored = left.is_none().then_some(Restored);
    LEFT.set(Some(remaining));
    read()
}

struct Restored;

impl Drop for Restored {
    fn drop(&mut self) {
        LEFT.set(None);
    }
}

/// How many values a value is made of, itself among them.
fn parts(value: &Value) -> usize {
    let mut count = 0;
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        count += 1;
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => open.extend(members.values()),
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Deserializer, Serialize};
    use serde_json::{Value, json};

    use crate::open_enum::UnknownValue;
    use crate::validate::{Checker, Validate};

    /// Two types that are alike but for the value of an enumeration.
    #[derive(Debug, Deserialize, Serialize)]
    struct Branch {
        #[serde(default)]
        child: Option<Box<Node>>,
    }

    impl Validate for Branch {
        fn check(&self, checker: &mut Checker<'_>) {
            // Of neither type for certain, so that both are read always.
            checker.unknown_value();
        }
    }

    #[derive(Debug, Serialize)]
    #[serde(untagged)]
    enum Node {
        One(Branch),
        Other(Branch),
        Unknown(UnknownValue<Value>),
    }

    impl<'de> Deserialize<'de> for Node {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let choice = crate::choice::read(deserializer)?;
            Ok(choice.or(Self::One).or(Self::Other).or_unknown(Self::Unknown))
        }
    }

    impl Validate for Node {
        fn check(&self, checker: &mut Checker<'_>) {
            match self {
                Self::One(value) | Self::Other(value) => value.check(checker),
                Self::Unknown(value) => value.check(checker),
            }
        }
    }

    fn nested(depth: usize) -> Value {
        (0..depth).fold(json!({}), |child, _| json!({"child": child}))
    }

    #[test]
    fn a_value_is_not_read_over_and_over() {
        // 2¹⁰⁰ attempts would not end.
        let node: Node = serde_json::from_value(nested(100)).expect("it can be read");
        assert!(matches!(node, Node::One(_)), "the first attempts are made");
        let mut deepest = &node;
        while let Node::One(Branch { child: Some(child) }) | Node::Other(Branch { child: Some(child) }) = deepest {
            deepest = child;
        }
        assert!(matches!(deepest, Node::One(_) | Node::Unknown(_)));
        // The next value is counted anew.
        let node: Node = serde_json::from_value(nested(3)).expect("it can be read");
        assert!(!format!("{node:?}").contains("Unknown"), "{node:?}");
    }
}
