//! References that `openapiv3` has no place for, and what stands in the way of reading a document into it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::reference as mistake;
use crate::parse::keywords::Kind;
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;
use crate::parse::reference::{Reference, resolve};
use crate::source::{On, Pointer};

/// How many copies references may ask for before they are taken for a circle.
const COPIES: usize = 10_000;

/// The tokens of a pointer that say nothing about what it leads to.
const STRUCTURE: &[&str] = &["components", "schemas", "paths", "properties", "content", "schema"];

/// A reference into the middle of something: its target moves to `components/schemas`, so that it has a name, and
/// where it stood a reference stands. What is no schema is copied to where it is referred to, and so is what OpenAPI
/// does not allow a reference to.
pub(in crate::parse) fn relocate_targets(tree: &mut Node, references: &[Reference], pass: &mut Pass<'_>) {
    let (schemas, others): (Vec<&Reference>, Vec<&Reference>) = references
        .iter()
        .filter(|reference| !reference.is_named())
        .partition(|reference| reference.kind == Kind::Schema);
    name_schemas(tree, &schemas, pass);
    copy_targets(tree, &others, pass);
}

fn name_schemas(tree: &mut Node, references: &[&Reference], pass: &mut Pass<'_>) {
    let targets: BTreeSet<Pointer> = references.iter().filter_map(|reference| reference.pointer()).collect();
    let mut names: BTreeMap<Pointer, String> = BTreeMap::new();
    for target in targets {
        let section: Vec<String> = target.tokens().take(3).collect();
        if let ["components", "schemas", name] = section.iter().map(String::as_str).collect::<Vec<_>>()[..]
            && target.tokens().count() == 3
        {
            // Spelled another way, as `#/components/schemas/A%20B`.
            names.insert(target.clone(), name.to_owned());
            continue;
        }
        let taken = |name: &str| {
            resolve(tree, &Pointer::root().key("components").key("schemas").key(name)).is_ok()
                || names.values().any(|there| there == name)
        };
        let mut name = name_of(&target);
        while taken(&name) {
            name.push('_');
        }
        names.insert(target, name);
    }
    for reference in references {
        let name = reference.pointer().and_then(|pointer| names.get(&pointer));
        if let (Some(name), Some(Node::Map(members))) = (name, find(tree, &reference.at)) {
            members.put("$ref", Node::Text(reference_to(name)));
        }
    }
    // The deepest first: then what moves later takes along only references to it.
    let mut moves: Vec<(Pointer, String)> = names.into_iter().collect();
    moves.sort_by_key(|(pointer, _)| std::cmp::Reverse(pointer.tokens().count()));
    for (target, name) in moves {
        let home = Pointer::root().key("components").key("schemas").key(&name);
        if home == target {
            continue;
        }
        let Some(there) = find(tree, &target) else {
            continue;
        };
        let schema = std::mem::replace(there, reference_node(&name));
        pass.origins.moved(&home, &target);
        put_schema(tree, &name, schema);
    }
}

fn find<'tree>(tree: &'tree mut Node, pointer: &Pointer) -> Option<&'tree mut Node> {
    pointer.tokens().try_fold(tree, |node, token| node.step_mut(&token))
}

fn put_schema(tree: &mut Node, name: &str, schema: Node) {
    let Some(root) = tree.as_map_mut() else {
        return;
    };
    for section in ["components", "schemas"] {
        if root.get(section).is_none() && section == "components" {
            root.put(section, Node::Map(Members::default()));
        }
    }
    let Some(components) = root.get_mut("components").and_then(Node::as_map_mut) else {
        return;
    };
    if !components.holds("schemas") {
        components.put("schemas", Node::Map(Members::default()));
    }
    if let Some(schemas) = components.get_mut("schemas").and_then(Node::as_map_mut) {
        schemas.put(name, schema);
    }
}

fn reference_to(name: &str) -> String {
    format!("#{}", Pointer::root().key("components").key("schemas").key(name))
}

fn reference_node(name: &str) -> Node {
    let mut members = Members::default();
    members.put("$ref", Node::Text(reference_to(name)));
    Node::Map(members)
}

/// A name that says where a schema stands: `/components/schemas/Pet/properties/owner` is `Pet_owner`.
fn name_of(target: &Pointer) -> String {
    let words: Vec<String> = target
        .tokens()
        .filter(|token| !STRUCTURE.contains(&token.as_str()))
        .map(|token| {
            let word: String =
                token.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '_' }).collect();
            word.trim_matches('_').to_owned()
        })
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() { "Schema".to_owned() } else { words.join("_") }
}

fn copy_targets(tree: &mut Node, references: &[&Reference], pass: &mut Pass<'_>) {
    let mut waiting: Vec<(Pointer, Pointer)> =
        references.iter().filter_map(|reference| Some((reference.at.clone(), reference.pointer()?))).collect();
    let targets: BTreeSet<String> = references.iter().map(|reference| reference.target.clone()).collect();
    let mut copies = 0;
    while let Some((at, target)) = waiting.pop() {
        copies += 1;
        if copies > COPIES || is_within(&at, &target) {
            let place = pass.place(&at.key("$ref"), On::Value);
            pass.say(mistake::circular(place, &format!("#{target}")));
            return;
        }
        let Ok(copy) = resolve(tree, &target).cloned() else {
            continue;
        };
        inner_references(&copy, &at, &targets, &mut waiting);
        pass.origins.moved(&at, &target);
        if let Some(there) = find(tree, &at) {
            *there = copy;
        }
    }
}

fn is_within(at: &Pointer, target: &Pointer) -> bool {
    at.as_str().strip_prefix(target.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The references inside a copy that wait for copies of their own.
fn inner_references(copy: &Node, at: &Pointer, targets: &BTreeSet<String>, waiting: &mut Vec<(Pointer, Pointer)>) {
    match copy {
        Node::Map(members) => {
            if let Some(target) = members.text("$ref").filter(|target| targets.contains(*target)) {
                let reference = Reference { kind: Kind::Document, at: at.clone(), target: target.to_owned() };
                waiting.extend(reference.pointer().map(|target| (at.clone(), target)));
            }
            for (key, value) in members.iter() {
                inner_references(value, &at.key(key), targets, waiting);
            }
        }
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                inner_references(item, &at.index(index), targets, waiting);
            }
        }
        _ => {}
    }
}

/// Takes out what is not honoured and was said to be, so that `openapiv3` cannot stumble over it.
pub(in crate::parse) fn set_aside(tree: &mut Node, members: &[Pointer]) {
    for pointer in members {
        let mut tokens: Vec<String> = pointer.tokens().collect();
        let Some(key) = tokens.pop() else { continue };
        let holder = tokens.iter().try_fold(&mut *tree, |node, token| node.step_mut(token));
        if let Some(Node::Map(members)) = holder {
            members.take(&key);
        }
    }
}
