//! References out of the document.

use crate::diagnostic::fixup as mended;
use crate::parse::keywords::{Kind, Value};
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;

/// `{$ref: 'pets.yaml#/Pet'}`: what is referred to is not here. Where something can stand in, it does.
pub(in crate::parse) fn outside(value: &Value, node: &mut Node, pass: &mut Pass<'_>) {
    let members = node.as_map();
    let Some(target) = members.and_then(|members| members.text("$ref")).filter(|target| !target.starts_with('#'))
    else {
        return;
    };
    let Some((instead, stand_in)) = stand_in(value) else {
        return;
    };
    pass.say(mended::outside(pass.value("$ref"), target, instead));
    if let (Value::Referable(Kind::Schema) | Value::BooleanOrSchema, Node::Map(members)) = (value, &mut *node) {
        // What stands beside a reference is meant, see `sibling`.
        members.take("$ref");
    } else {
        *node = stand_in;
    }
}

/// What stands in for such an object that is not here.
fn stand_in(value: &Value) -> Option<(&'static str, Node)> {
    let nothing = || Node::Map(Members::default());
    let empty = || Node::Text(String::new());
    Some(match value {
        Value::Text => ("it is left out of the docs", empty()),
        Value::Referable(Kind::Example) => ("it is left out of the docs", nothing()),
        Value::Referable(Kind::Schema) | Value::BooleanOrSchema => ("any value is taken", nothing()),
        Value::Referable(Kind::Header) => {
            let schema = holding("type", Node::Text("string".to_owned()));
            ("it is taken as a string", holding("schema", schema))
        }
        Value::Referable(Kind::Response) => {
            let mut members = Members::default();
            members.put("description", empty());
            members.put("content", holding("*/*", nothing()));
            ("its body is taken as bytes", Node::Map(members))
        }
        Value::Referable(Kind::RequestBody) => {
            ("the body is taken as bytes", holding("content", holding("*/*", nothing())))
        }
        Value::Referable(Kind::Link | Kind::Callback) => ("nothing is generated for it", nothing()),
        _ => return None,
    })
}

fn holding(key: &str, value: Node) -> Node {
    let mut members = Members::default();
    members.put(key, value);
    Node::Map(members)
}
