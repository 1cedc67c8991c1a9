//! What the documents of Kubernetes, and of those who extend it, say in a way of their own.

use crate::parse::keywords::INT_OR_STRING;
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;

/// The keywords that are about one kind of values, and go with the alternative of that kind.
const OF_INTEGERS: &[&str] = &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
const OF_STRINGS: &[&str] = &["minLength", "maxLength", "pattern"];

/// `format: int-or-string` of a string, `x-kubernetes-int-or-string: true`: one of an integer and a string, whatever `type` says.
pub(super) fn int_or_string(members: &mut Members, pass: &mut Pass<'_>) {
    let is_format = members.text("format") == Some("int-or-string") && members.text("type") == Some("string");
    let is_extension = members.get(INT_OR_STRING) == Some(&Node::Boolean(true));
    let states_values = ["oneOf", "anyOf", "allOf", "enum", "$ref"].iter().any(|keyword| members.holds(keyword));
    if !(is_format || is_extension) || states_values {
        return;
    }
    let stated = if is_format { "format" } else { INT_OR_STRING };
    members.take("type");
    members.take("format");
    let alternatives = [("integer", OF_INTEGERS), ("string", OF_STRINGS)];
    let of = pass.at().key("oneOf");
    pass.origins.moved(&of, &pass.at().key(stated));
    let alternatives = alternatives.into_iter().enumerate().map(|(index, (ty, keywords))| {
        let mut alternative = Members::default();
        alternative.put("type", Node::Text(ty.to_owned()));
        for keyword in keywords {
            if let Some(bound) = members.take(keyword) {
                pass.origins.moved(&of.index(index).key(keyword), &pass.at().key(keyword));
                alternative.put(keyword, bound);
            }
        }
        Node::Map(alternative)
    });
    let alternatives = alternatives.collect();
    members.put("oneOf", Node::List(alternatives));
}
