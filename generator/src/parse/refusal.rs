//! Finding what `openapiv3` stumbled over, once it has.

use serde::de::DeserializeOwned;

use super::deserialize::Refusal;
use super::keywords::{Kind, Value};
use super::node::Node;
use super::pass::Pass;
use crate::diagnostic::parse as mistake;

/// Reports every smallest piece that cannot be read by itself, or the whole where each piece can.
pub(super) fn report(tree: &Node, refusal: &Refusal, pass: &mut Pass<'_>) {
    if !blame(Kind::Document, tree, pass) {
        pass.say(mistake::refused(pass.here(), Kind::Document.what(), &refusal.to_string()));
    }
}

/// Whether this piece, or one in it, is bad; all that are have been reported then.
fn blame(kind: Kind, node: &Node, pass: &mut Pass<'_>) -> bool {
    let Some(members) = node.as_map().filter(|members| !members.holds("$ref")) else {
        return false;
    };
    let mut bad = false;
    for (key, value) in members.iter() {
        if let Some(expected) = kind.value_of(key) {
            let before = pass.enter(key);
            bad |= blame_value(expected, value, pass);
            pass.leave(before);
        }
    }
    if bad {
        return true;
    }
    let Some(refusal) = refusal_of(kind, node) else {
        return false;
    };
    pass.say(mistake::refused(pass.here(), kind.what(), &refusal.to_string()));
    true
}

fn blame_value(value: &Value, node: &Node, pass: &mut Pass<'_>) -> bool {
    let mut bad = false;
    match (value, node) {
        (Value::Object(kind) | Value::Referable(kind), node) => bad = blame(*kind, node, pass),
        (Value::BooleanOrSchema, node) => bad = blame(Kind::Schema, node, pass),
        (Value::List(item), Node::List(nodes)) => {
            for (index, node) in nodes.iter().enumerate() {
                let before = pass.enter(&index.to_string());
                bad |= blame_value(item, node, pass);
                pass.leave(before);
            }
        }
        (Value::Map(member), Node::Map(members)) => {
            for (key, node) in members.iter() {
                let before = pass.enter(key);
                bad |= blame_value(member, node, pass);
                pass.leave(before);
            }
        }
        _ => {}
    }
    bad
}

fn refusal_of(kind: Kind, node: &Node) -> Option<Refusal> {
    fn of<T: DeserializeOwned>(node: &Node) -> Option<Refusal> {
        T::deserialize(node).err()
    }
    match kind {
        Kind::Info => of::<openapiv3::Info>(node),
        Kind::Server => of::<openapiv3::Server>(node),
        Kind::ServerVariable => of::<openapiv3::ServerVariable>(node),
        Kind::Components => of::<openapiv3::Components>(node),
        Kind::Paths => of::<openapiv3::Paths>(node),
        Kind::PathItem => of::<openapiv3::PathItem>(node),
        Kind::Operation => of::<openapiv3::Operation>(node),
        Kind::ExternalDocumentation => of::<openapiv3::ExternalDocumentation>(node),
        Kind::Parameter => of::<openapiv3::Parameter>(node),
        Kind::RequestBody => of::<openapiv3::RequestBody>(node),
        Kind::MediaType => of::<openapiv3::MediaType>(node),
        Kind::Responses => of::<openapiv3::Responses>(node),
        Kind::Response => of::<openapiv3::Response>(node),
        Kind::Example => of::<openapiv3::Example>(node),
        Kind::Header => of::<openapiv3::Header>(node),
        Kind::Tag => of::<openapiv3::Tag>(node),
        Kind::Schema => of::<openapiv3::Schema>(node),
        Kind::Discriminator => of::<openapiv3::Discriminator>(node),
        Kind::SecurityScheme => of::<openapiv3::SecurityScheme>(node),
        Kind::OauthFlows => of::<openapiv3::OAuth2Flows>(node),
        Kind::SecurityRequirement => of::<openapiv3::SecurityRequirement>(node),
        // Read as a part of what holds them.
        Kind::Document
        | Kind::Contact
        | Kind::License
        | Kind::Encoding
        | Kind::Callback
        | Kind::Link
        | Kind::Xml
        | Kind::ImplicitFlow
        | Kind::TokenFlow
        | Kind::CodeFlow => None,
    }
}
