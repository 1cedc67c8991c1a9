//! Numbers that `openapiv3` and `serde_json` cannot hold.

use crate::diagnostic::fixup as mended;
use crate::parse::carried;
use crate::parse::node::{Members, Node, is_wide};
use crate::parse::pass::Pass;

const COUNTS: &[&str] = &["minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"];

/// `minLength: 5.0` is 5, and a count that no memory can reach bounds nothing.
pub(super) fn whole_counts(members: &mut Members, pass: &mut Pass<'_>) {
    for keyword in COUNTS {
        match members.get(keyword) {
            Some(Node::Float(value)) => {
                if let Some(whole) = whole(*value) {
                    members.put(keyword, Node::Integer(whole));
                }
            }
            Some(Node::Integer(value)) if *value > i128::from(u64::MAX) => {
                pass.say(mended::count_too_large(pass.value(keyword), keyword));
                members.take(keyword);
            }
            _ => {}
        }
    }
}

/// `minimum: 1.0` of an integer is 1, or else `openapiv3` would not take the schema for one of integers.
pub(super) fn whole_bounds(members: &mut Members, _pass: &mut Pass<'_>) {
    if members.text("type") != Some("integer") {
        return;
    }
    for (keyword, _) in carried::BOUNDS {
        if let Some(Node::Float(value)) = members.get(keyword)
            && let Some(whole) = whole(*value)
        {
            members.put(keyword, Node::Integer(whole));
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "only numbers within 32 bits are cast")]
fn whole(value: f64) -> Option<i128> {
    (value.fract() == 0.0 && value.abs() <= f64::from(u32::MAX)).then_some(value as i128)
}

/// Bounds that a 64-bit number would round travel as text: see [`carried`].
pub(super) fn exact_bounds(members: &mut Members, pass: &mut Pass<'_>) {
    for (keyword, carried) in carried::BOUNDS {
        let Some(Node::Integer(value)) = members.get(keyword) else {
            continue;
        };
        let value = *value;
        if i64::try_from(value).is_err() {
            carry(members, pass, keyword, carried, Node::Text(value.to_string()));
            members.take(keyword);
        } else if is_rounded(value) {
            carry(members, pass, keyword, carried, Node::Text(value.to_string()));
        }
    }
}

/// A `default` beyond 64 bits, and `default: null`, travel as JSON text: see [`carried`].
pub(super) fn exact_default(members: &mut Members, pass: &mut Pass<'_>) {
    exact_json(members, pass, "default", carried::DEFAULT);
}

/// An `example` beyond 64 bits, and `example: null`, travel as JSON text: see [`carried`].
pub(super) fn exact_example(members: &mut Members, pass: &mut Pass<'_>) {
    exact_json(members, pass, "example", carried::EXAMPLE);
}

/// The same for the `value` of an example object.
pub(super) fn exact_value(members: &mut Members, pass: &mut Pass<'_>) {
    exact_json(members, pass, "value", carried::EXAMPLE);
}

fn exact_json(members: &mut Members, pass: &mut Pass<'_>, keyword: &str, carried: &str) {
    let Some(value) = members.get(keyword) else {
        return;
    };
    if matches!(value, Node::Null) || value.holds_wide_integer() {
        let text = value.to_json();
        carry(members, pass, keyword, carried, Node::Text(text));
        members.take(keyword);
    }
}

/// An `enum` with an integer that would be rounded travels as JSON texts: see [`carried`].
pub(super) fn exact_enumeration(members: &mut Members, pass: &mut Pass<'_>) {
    let Some(values) = members.get("enum").and_then(Node::as_list) else {
        return;
    };
    let exact = |value: &Node| match value {
        Node::Integer(value) => i64::try_from(*value).is_ok() && !is_rounded(*value),
        other => !other.holds_wide_integer(),
    };
    if !values.iter().all(exact) {
        let texts = values.iter().map(|value| Node::Text(value.to_json())).collect();
        carry(members, pass, "enum", carried::ENUM, Node::List(texts));
        members.take("enum");
    }
}

/// Whether an integer changes on its way through an `f64`, which is where `openapiv3` keeps it at times.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "the loss is what is asked for")]
fn is_rounded(value: i128) -> bool {
    is_wide(value) || (value as f64) as i128 != value
}

fn carry(members: &mut Members, pass: &mut Pass<'_>, keyword: &str, carried: &str, value: Node) {
    pass.origins.moved(&pass.at().key(carried), &pass.at().key(keyword));
    members.put(carried, value);
}
