//! Forms of OpenAPI 3.1 that OpenAPI 3.0 can say in other words.

use crate::diagnostic::fixup as mended;
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;

const TYPES: &[&str] = &["array", "boolean", "integer", "null", "number", "object", "string"];

/// `type: [string, "null"]`: one type becomes that type, `null` becomes `nullable`, several become any value.
pub(super) fn type_list(members: &mut Members, pass: &mut Pass<'_>) {
    let Some(words) = members.get("type").and_then(Node::as_list) else {
        return;
    };
    let words: Option<Vec<&str>> = words.iter().map(Node::as_text).collect();
    let Some(words) = words.filter(|words| words.iter().all(|word| TYPES.contains(word))) else {
        return;
    };
    let nullable = words.contains(&"null");
    let others: Vec<String> = words.iter().filter(|word| **word != "null").map(|word| (*word).to_owned()).collect();
    let instead = match (others.as_slice(), nullable) {
        ([one], true) => format!("it is read as `type: {one}` with `nullable: true`"),
        ([one], false) => format!("it is read as `type: {one}`"),
        ([], _) | (_, false) => "any value is taken".to_owned(),
        (_, true) => "any value is taken, `null` too".to_owned(),
    };
    pass.say(mended::newer_form(pass.key("type"), "an array of types", &instead));
    match <[String; 1]>::try_from(others) {
        Ok([one]) => members.put("type", Node::Text(one)),
        Err(_) => drop(members.take("type")),
    }
    if nullable {
        make_nullable(members, pass);
    }
}

/// `type: "null"`: an enumeration of null alone.
pub(super) fn null_type(members: &mut Members, pass: &mut Pass<'_>) {
    if members.text("type") == Some("null") {
        pass.say(mended::newer_form(pass.value("type"), "the type `null`", "it is honoured"));
        members.take("type");
        if !members.holds("enum") {
            pass.origins.moved(&pass.at().key("enum"), &pass.at().key("type"));
            members.put("enum", Node::List(vec![Node::Null]));
        }
    }
}

fn make_nullable(members: &mut Members, pass: &mut Pass<'_>) {
    if !members.holds("nullable") {
        pass.origins.moved(&pass.at().key("nullable"), &pass.at().key("type"));
    }
    members.put("nullable", Node::Boolean(true));
}

/// `exclusiveMinimum: 0`: a `minimum` of 0 that is itself out of the range.
pub(super) fn exclusive_minimum(members: &mut Members, pass: &mut Pass<'_>) {
    exclusive_bound(members, pass, "exclusiveMinimum", "minimum", |bound, there| bound >= there);
}

/// `exclusiveMaximum: 100`: a `maximum` of 100 that is itself out of the range.
pub(super) fn exclusive_maximum(members: &mut Members, pass: &mut Pass<'_>) {
    exclusive_bound(members, pass, "exclusiveMaximum", "maximum", |bound, there| bound <= there);
}

fn exclusive_bound(
    members: &mut Members,
    pass: &mut Pass<'_>,
    exclusive: &str,
    inclusive: &str,
    is_tighter: fn(f64, f64) -> bool,
) {
    let Some(bound) = members.get(exclusive).and_then(magnitude) else {
        return;
    };
    pass.say(mended::newer_form(pass.key(exclusive), &format!("a number as `{exclusive}`"), "it is honoured"));
    let there = members.get(inclusive).and_then(magnitude);
    let Some(value) = members.take(exclusive) else {
        return;
    };
    if there.is_none_or(|there| is_tighter(bound, there)) {
        pass.origins.moved(&pass.at().key(inclusive), &pass.at().key(exclusive));
        members.put(inclusive, value);
        members.put(exclusive, Node::Boolean(true));
    }
}

#[expect(clippy::cast_precision_loss, reason = "only the order of two bounds is asked for")]
fn magnitude(node: &Node) -> Option<f64> {
    match node {
        Node::Integer(value) => Some(*value as f64),
        Node::Float(value) => Some(*value),
        _ => None,
    }
}
