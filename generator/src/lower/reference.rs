//! References: what a `$ref` means.

use openapiv3::{Example, Header, OpenAPI, Parameter, PathItem, ReferenceOr, RequestBody, Response, SecurityScheme};

use super::context::Lowering;
use super::keywords::SchemaRef;
use super::walk::{self, Node, Step};
use crate::api::{Component, Name, Owner, TypeId};
use crate::diagnostic::reference as mistake;
use crate::source::Pointer;
use crate::spelling;

/// How many references may lead from one to the next. Those of a cycle are found before.
const LONGEST_CHAIN: usize = 100;

/// What can be put in the place of a reference.
pub(super) trait Referable: Sized {
    fn of(node: Node<'_>) -> Option<&ReferenceOr<Self>>;
}

macro_rules! referable {
    ($($ty:ident, $node:ident;)*) => {
        $(impl Referable for $ty {
            fn of(node: Node<'_>) -> Option<&ReferenceOr<Self>> {
                match node {
                    Node::$node(slot) => Some(slot),
                    _ => None,
                }
            }
        })*
    };
}

referable! {
    Parameter, Parameter;
    Header, Header;
    RequestBody, Body;
    Response, Response;
    Example, Example;
    SecurityScheme, Scheme;
    PathItem, PathItem;
}

/// Why a reference leads nowhere.
enum Lost {
    /// To another text.
    Outside,
    /// To nothing, or to something else.
    Nothing,
    /// Back to itself.
    Circle,
}

/// The pointer that a reference writes as the fragment of a URI.
pub(super) fn pointer_of(reference: &str) -> Option<Pointer> {
    let fragment = reference.strip_prefix('#')?;
    (fragment.is_empty() || fragment.starts_with('/')).then(|| Pointer::from_text(percent_decoded(fragment)))
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let decoded = match (byte, behind) {
            (b'%', [high, low, ..]) => std::str::from_utf8(&[*high, *low])
                .ok()
                .filter(|digits| !digits.starts_with('+'))
                .and_then(|digits| u8::from_str_radix(digits, 16).ok()),
            _ => None,
        };
        bytes.push(decoded.unwrap_or(byte));
        rest = if decoded.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The node that a reference means, be it a reference again, and where it stands. References on the way are followed.
fn find<'a>(openapi: &'a OpenAPI, reference: &str) -> Result<(Node<'a>, Pointer), Lost> {
    let mut pointer = pointer_of(reference).ok_or(Lost::Outside)?;
    for _ in 0..LONGEST_CHAIN {
        let tokens: Vec<String> = pointer.tokens().collect();
        match walk::walk(openapi, &tokens) {
            Step::Found(node) => return Ok((node, pointer)),
            Step::Missing => return Err(Lost::Nothing),
            Step::Through { reference, rest } => {
                let target = pointer_of(reference).ok_or(Lost::Outside)?;
                pointer = rest.iter().fold(target, |pointer, token| pointer.key(token));
            }
        }
    }
    Err(Lost::Circle)
}

/// The slot behind a chain of references, and where it stands.
fn follow<'a, T: Referable>(openapi: &'a OpenAPI, reference: &'a str) -> Result<(&'a T, Pointer), Lost> {
    let mut chain = vec![reference];
    loop {
        let (node, pointer) = find(openapi, chain.last().copied().unwrap_or(reference))?;
        match T::of(node).ok_or(Lost::Nothing)? {
            ReferenceOr::Item(item) => return Ok((item, pointer)),
            ReferenceOr::Reference { reference } => {
                let closes = chain.contains(&reference.as_str());
                chain.push(reference);
                if closes {
                    return Err(Lost::Circle);
                }
            }
        }
    }
}

/// What a schema-or-reference is behind its references. `None` where it leads nowhere, which is said elsewhere.
pub(super) fn schema_behind<'a>(openapi: &'a OpenAPI, schema: SchemaRef<'a>) -> Option<&'a openapiv3::Schema> {
    schema_target(openapi, schema, &Pointer::root()).map(|(item, _)| item)
}

/// The same, and where it stands: a schema that is written in place stands at `pointer`.
pub(super) fn schema_target<'a>(
    openapi: &'a OpenAPI,
    schema: SchemaRef<'a>,
    pointer: &Pointer,
) -> Option<(&'a openapiv3::Schema, Pointer)> {
    let (mut schema, mut pointer) = (schema, pointer.clone());
    for _ in 0..LONGEST_CHAIN {
        match schema {
            SchemaRef::Item(item) => return Some((item, pointer)),
            SchemaRef::Reference(reference) => match find(openapi, reference).ok()? {
                (Node::Schema(next), target) => (schema, pointer) = (next, target),
                _ => return None,
            },
        }
    }
    None
}

impl<'a> Lowering<'a> {
    /// What stands here or is referred to here, and where it stands. Says it where there is nothing.
    pub(super) fn resolve<T: Referable>(
        &mut self,
        slot: &'a ReferenceOr<T>,
        pointer: &Pointer,
    ) -> Option<(&'a T, Pointer)> {
        let reference = match slot {
            ReferenceOr::Item(item) => return Some((item, pointer.clone())),
            ReferenceOr::Reference { reference } => reference,
        };
        match follow(&self.document.openapi, reference) {
            Ok((item, target)) => {
                self.shared.used.insert(target.clone());
                Some((item, target))
            }
            Err(lost) => {
                self.lost(reference, &lost, pointer);
                None
            }
        }
    }

    /// The type that a reference means. Where there is none, it is said, and any JSON value stands in.
    pub(super) fn referred(&mut self, reference: &str, pointer: &Pointer, name: Name) -> TypeId {
        let mut chain = vec![reference.to_owned()];
        loop {
            let link = chain.last().map_or(reference, String::as_str);
            let lost = match find(&self.document.openapi, link) {
                Ok((_, target)) if self.known.contains_key(&target) => return self.known[&target],
                Ok((Node::Schema(SchemaRef::Item(_)), target)) => {
                    let id = self.placeholder(name.clone(), &target);
                    self.known.insert(target.clone(), id);
                    self.reserved.insert(target, name);
                    return id;
                }
                Ok((Node::Schema(SchemaRef::Reference(next)), _)) => {
                    let closes = chain.iter().any(|link| link == next);
                    chain.push(next.to_owned());
                    if !closes {
                        continue;
                    }
                    Lost::Circle
                }
                Ok(_) => Lost::Nothing,
                Err(reason) => reason,
            };
            self.lost(reference, &lost, pointer);
            return self.placeholder(name, pointer);
        }
    }

    fn lost(&mut self, reference: &str, lost: &Lost, pointer: &Pointer) {
        let place = self.value(&pointer.key("$ref"));
        let diagnostic = match lost {
            Lost::Outside => mistake::external(place, reference),
            Lost::Circle => mistake::circular(place, reference),
            Lost::Nothing => mistake::dangling(place, reference, self.similar(reference).as_deref()),
        };
        self.say(diagnostic);
    }

    /// A declared name of the same section that is spelled much like the one that is missing.
    fn similar(&self, reference: &str) -> Option<String> {
        let pointer = pointer_of(reference)?;
        let tokens: Vec<String> = pointer.tokens().collect();
        let [first, section, name] = tokens.as_slice() else { return None };
        let declared = self.document.openapi.components.as_ref().filter(|_| first == "components")?;
        let names: Vec<&str> = match section.as_str() {
            "schemas" => declared.schemas.keys().map(String::as_str).collect(),
            "parameters" => declared.parameters.keys().map(String::as_str).collect(),
            "headers" => declared.headers.keys().map(String::as_str).collect(),
            "requestBodies" => declared.request_bodies.keys().map(String::as_str).collect(),
            "responses" => declared.responses.keys().map(String::as_str).collect(),
            "examples" => declared.examples.keys().map(String::as_str).collect(),
            "securitySchemes" => declared.security_schemes.keys().map(String::as_str).collect(),
            _ => return None,
        };
        let similar = spelling::nearest(name, names)?;
        Some(format!("#/components/{section}/{similar}"))
    }
}

/// What a thing at `pointer` is written in: its component, where it is declared as one, or else `place`.
pub(super) fn owner(pointer: &Pointer, place: &Owner) -> Owner {
    let tokens: Vec<String> = pointer.tokens().collect();
    let [components, section, name] = tokens.as_slice() else { return place.clone() };
    let component = match section.as_str() {
        "parameters" => Component::Parameter,
        "headers" => Component::Header,
        "requestBodies" => Component::Body,
        "responses" => Component::Reply,
        _ => return place.clone(),
    };
    if components == "components" { Owner::Component(component, name.clone()) } else { place.clone() }
}
