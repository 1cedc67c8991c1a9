//! References: whether they lead anywhere, and to what.

use std::collections::{BTreeMap, BTreeSet};

use super::keywords::{Kind, Value};
use super::node::{Members, Node};
use super::pass::Pass;
use crate::diagnostic::reference as mistake;
use crate::source::{On, Pointer};
use crate::spelling::nearest;

/// A `$ref`.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    /// What is expected there.
    pub(super) kind: Kind,
    /// The object that holds the `$ref`, in the tree.
    pub(super) at: Pointer,
    /// The text of the `$ref`.
    pub(super) target: String,
}

impl Reference {
    /// What the reference means within the document; `None` where it leaves it.
    pub(super) fn pointer(&self) -> Option<Pointer> {
        self.target.strip_prefix('#').map(|fragment| Pointer::from_text(percent_decoded(fragment)))
    }

    /// Whether `openapiv3` and `lower` can follow it: a name of the section of `components` for such objects.
    pub(super) fn is_named(&self) -> bool {
        let Some(section) = self.kind.section() else {
            return false;
        };
        self.pointer().is_some_and(|pointer| {
            let mut tokens = pointer.tokens();
            tokens.next().as_deref() == Some("components")
                && tokens.next().as_deref() == Some(section)
                && tokens.next().is_some()
                && tokens.next().is_none()
                && self.target.starts_with("#/components/")
        })
    }
}

/// Reports every reference that leads nowhere, out of the document, in circles, or to another kind of object.
pub(super) fn check(tree: &Node, references: &[Reference], pass: &mut Pass<'_>) {
    // Most references of a document go to the same few places.
    let mut sound: BTreeSet<(Kind, &str)> = BTreeSet::new();
    let mut chains = Chains { declared: Declared::of(tree), ending: BTreeSet::new() };
    for reference in references {
        if sound.contains(&(reference.kind, reference.target.as_str())) {
            continue;
        }
        let place = pass.place(&reference.at.key("$ref"), On::Value);
        let Some(pointer) = reference.pointer() else {
            pass.say(mistake::external(place, &reference.target));
            continue;
        };
        if let Err(near) = chains.declared.resolve(&pointer) {
            pass.say(mistake::dangling(place, &reference.target, near.as_deref()));
            continue;
        }
        if !chains.ends(pointer.clone()) {
            pass.say(mistake::circular(place, &reference.target));
            continue;
        }
        match kind_at(&pointer) {
            Some(kind) if kind != reference.kind => {
                let (expected, found) = (reference.kind.what(), kind.what());
                pass.say(mistake::wrong(place, &reference.target, expected, found));
            }
            _ => {
                sound.insert((reference.kind, &reference.target));
            }
        }
    }
}

/// What a pointer leads to, or else a reference that may have been meant.
pub(super) fn resolve<'tree>(tree: &'tree Node, pointer: &Pointer) -> Result<&'tree Node, Option<String>> {
    if !pointer.as_str().is_empty() && !pointer.as_str().starts_with('/') {
        let slashed = Pointer::from_text(format!("/{}", pointer.as_str()));
        return Err(resolve(tree, &slashed).is_ok().then(|| format!("#{slashed}")));
    }
    let mut found = tree;
    let mut way = Pointer::root();
    for token in pointer.tokens() {
        match found.step(&token) {
            Some(next) => found = next,
            None => return Err(meant(tree, found, &way, pointer, &token)),
        }
        way = way.key(&token);
    }
    Ok(found)
}

/// The same pointer with the token that leads nowhere spelled as a key that is there.
fn meant(tree: &Node, found: &Node, way: &Pointer, pointer: &Pointer, token: &str) -> Option<String> {
    let near = nearest(token, found.as_map()?.keys())?;
    let rest = pointer.tokens().skip(way.tokens().count() + 1);
    let meant = rest.fold(way.key(near), |pointer, token| pointer.key(&token));
    resolve(tree, &meant).is_ok().then(|| format!("#{meant}"))
}

/// What `components` declares, by section and name: a search through thousands of members for each of thousands of
/// references would take time in their product.
struct Declared<'tree> {
    tree: &'tree Node,
    sections: BTreeMap<(&'tree str, &'tree str), &'tree Node>,
}

impl<'tree> Declared<'tree> {
    fn of(tree: &'tree Node) -> Self {
        let components = tree.step("components").and_then(Node::as_map);
        let sections = components.into_iter().flat_map(|components| {
            components.iter().flat_map(|(section, members)| {
                let members = members.as_map().into_iter().flat_map(Members::iter);
                members.map(move |(name, node)| ((section, name), node))
            })
        });
        Self { tree, sections: sections.collect() }
    }

    /// As [`resolve`] does it.
    fn resolve(&self, pointer: &Pointer) -> Result<&'tree Node, Option<String>> {
        let tokens: Vec<String> = pointer.tokens().take(4).collect();
        let found = match tokens.as_slice() {
            [first, section, name] if first == "components" && pointer.as_str().starts_with('/') => {
                self.sections.get(&(section.as_str(), name.as_str()))
            }
            _ => None,
        };
        found.map_or_else(|| resolve(self.tree, pointer), |node| Ok(*node))
    }
}

/// Chains of references.
struct Chains<'tree> {
    declared: Declared<'tree>,
    /// The places from which a chain is known to end.
    ending: BTreeSet<Pointer>,
}

impl Chains<'_> {
    /// Whether the references from here on end at something.
    fn ends(&mut self, from: Pointer) -> bool {
        let mut passed = BTreeSet::new();
        let mut at = from;
        while !self.ending.contains(&at) {
            let target =
                self.declared.resolve(&at).ok().and_then(Node::as_map).and_then(|members| members.text("$ref"));
            let Some(fragment) = target.and_then(|target| target.strip_prefix('#')) else { break };
            let next = Pointer::from_text(percent_decoded(fragment));
            if !passed.insert(std::mem::replace(&mut at, next)) {
                return false;
            }
        }
        self.ending.extend(passed);
        true
    }
}

/// What the table expects where a pointer leads; `None` where it says nothing, as below an extension.
fn kind_at(pointer: &Pointer) -> Option<Kind> {
    let mut value = &Value::Object(Kind::Document);
    for token in pointer.tokens() {
        value = match value {
            Value::Object(kind) | Value::Referable(kind) => kind.value_of(&token)?,
            Value::BooleanOrSchema => Kind::Schema.value_of(&token)?,
            Value::List(item) | Value::Map(item) => item,
            _ => return None,
        };
    }
    match value {
        Value::Object(kind) | Value::Referable(kind) => Some(*kind),
        Value::BooleanOrSchema => Some(Kind::Schema),
        _ => None,
    }
}

/// The fragment of a URI as the text that it spells (RFC 3986, section 2.1).
fn percent_decoded(fragment: &str) -> String {
    if !fragment.contains('%') {
        return fragment.to_owned();
    }
    let bytes = fragment.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = fragment.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        if let Some(byte) = pair.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            decoded.push(byte);
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| fragment.to_owned())
}
