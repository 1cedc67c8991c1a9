//! What to leave out because of an error.

use std::collections::BTreeMap;

use super::way::{Step, Way};
use super::{Instead, Omission, References};
use crate::parse::keywords::{Keyword, Kind, Presence, Value};
use crate::parse::node::{Members, Node};
use crate::parse::reference;
use crate::source::Pointer;

/// The smallest piece on the way to an error that can be left out and holds nothing that is left out `before`; for then
/// it was not enough. `chosen` is what other errors ask for besides.
pub(super) fn smallest(
    way: &Way<'_>,
    before: &BTreeMap<Pointer, Omission>,
    chosen: &BTreeMap<Pointer, Omission>,
    references: &References,
) -> Option<(Pointer, Option<Kind>, Instead)> {
    let enough = way.steps.iter().position(|step| before.contains_key(&step.at)).unwrap_or(way.steps.len());
    (1..enough).rev().find_map(|index| {
        let step = &way.steps[index];
        let instead = instead(way, index, chosen)?;
        let moves_others = instead == Instead::Nothing && is_referred_to_by_index(way, index, references);
        (!moves_others).then(|| (step.at.clone(), step.kind(), instead))
    })
}

/// What can take the place of the step `index`; `None` where what holds it is no use without it.
fn instead(way: &Way<'_>, index: usize, chosen: &BTreeMap<Pointer, Omission>) -> Option<Instead> {
    let step = &way.steps[index];
    if step.value.is_none() {
        return Some(Instead::Nothing);
    }
    let kind = step.kind();
    if kind == Some(Kind::Schema) {
        return Some(Instead::AnyValue);
    }
    if way.is_in_schema(index) {
        return None;
    }
    let Some(kind) = kind else {
        return can_do_without(way, index).then_some(Instead::Nothing);
    };
    let without = match kind {
        Kind::Response => return Some(Instead::UnknownReply),
        Kind::Responses => return Some(Instead::UnknownReplies),
        Kind::Parameter | Kind::RequestBody => way.is_component(index) || is_optional(way.tree, step.node),
        Kind::MediaType => is_one_of_several(way, index, chosen),
        Kind::Document
        | Kind::ServerVariable
        | Kind::Schema
        | Kind::Discriminator
        | Kind::OauthFlows
        | Kind::ImplicitFlow
        | Kind::TokenFlow
        | Kind::CodeFlow => false,
        Kind::Info
        | Kind::Contact
        | Kind::License
        | Kind::Server
        | Kind::Components
        | Kind::Paths
        | Kind::PathItem
        | Kind::Operation
        | Kind::ExternalDocumentation
        | Kind::Encoding
        | Kind::Callback
        | Kind::Example
        | Kind::Link
        | Kind::Header
        | Kind::Tag
        | Kind::Xml
        | Kind::SecurityScheme
        | Kind::SecurityRequirement => true,
    };
    without.then_some(Instead::Nothing)
}

/// Whether an object is what it is without a member that is no object: a remark, or what has something to stand in for it.
fn can_do_without(way: &Way<'_>, index: usize) -> bool {
    let (step, parent) = (&way.steps[index], &way.steps[index - 1]);
    let Some(kind) = parent.kind() else {
        return false;
    };
    let Some(keyword) = Keyword::of(kind, &step.key) else {
        return false;
    };
    let says_how = match kind {
        Kind::PathItem | Kind::Operation => step.key == "parameters",
        Kind::Response | Kind::RequestBody => step.key == "content",
        Kind::Parameter | Kind::Header => ["style", "explode", "allowReserved", "content"].contains(&step.key.as_str()),
        Kind::Server => step.key == "variables",
        Kind::ServerVariable => step.key == "enum",
        Kind::SecurityScheme => !["description", "bearerFormat"].contains(&step.key.as_str()),
        Kind::Encoding | Kind::Link => true,
        _ => false,
    };
    keyword.presence != Presence::Required && !says_how
}

/// Whether a parameter or a body may be absent, as far as is known.
fn is_optional(tree: &Node, node: &Node) -> bool {
    let mut node = node;
    // A chain that does not end says nothing of what it leads to.
    for _ in 0..100 {
        let Some(target) = node.as_map().and_then(|members| members.text("$ref")) else { break };
        let Some(fragment) = target.strip_prefix('#') else { return true };
        match reference::resolve(tree, &Pointer::from_text(fragment)) {
            Ok(next) => node = next,
            Err(_) => return true,
        }
    }
    node.step("required") != Some(&Node::Boolean(true)) && node.step("in").and_then(Node::as_text) != Some("path")
}

/// Whether a reply or a body has other media types.
fn is_one_of_several(way: &Way<'_>, index: usize, chosen: &BTreeMap<Pointer, Omission>) -> bool {
    if !matches!(way.holder(index), Some(Kind::Response | Kind::RequestBody)) {
        return false;
    }
    let map = &way.steps[index - 1];
    let keys = map.node.as_map().into_iter().flat_map(Members::keys);
    keys.filter(|key| *key != way.steps[index].key).any(|key| !chosen.contains_key(&map.at.key(key)))
}

/// Whether a reference would mean another thing once an item is no longer in its list.
fn is_referred_to_by_index(way: &Way<'_>, index: usize, references: &References) -> bool {
    let list: &Step<'_> = &way.steps[index - 1];
    if !matches!(list.value, Some(Value::List(_))) {
        return false;
    }
    let prefix = format!("#{}/", list.at);
    references.iter().any(|reference| reference.starts_with(&prefix))
}
