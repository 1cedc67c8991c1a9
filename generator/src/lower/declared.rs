//! What `components` declares, and the API as a whole.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{Components, Contact, Info, License, OpenAPI, ReferenceOr};

use super::context::Lowering;
use super::docs;
use super::keywords::SchemaRef;
use super::walk::{self, Node, Step};
use crate::api::{Api, Docs, Name, Operation, SecurityScheme, Server, Shape, TypeId};
use crate::diagnostic::lower::document as mistake;
use crate::diagnostic::lower::schema as schema_mistake;
use crate::diagnostic::reference as reference_mistake;
use crate::source::Pointer;

impl<'a> Lowering<'a> {
    /// Every schema of `components`, in the order of the document. All have their place before the first is lowered, so
    /// that they can refer to each other.
    pub(super) fn declared_schemas(&mut self) {
        let Some(components) = &self.document.openapi.components else { return };
        let section = Pointer::root().key("components").key("schemas");
        for name in components.schemas.keys() {
            let pointer = section.key(name);
            let id = self.placeholder(Name::Declared(name.clone()), &pointer);
            self.known.insert(pointer, id);
        }
        self.unfilled = components.schemas.keys().map(|name| section.key(name)).collect();
        for name in components.schemas.keys() {
            self.declared(name);
        }
    }

    /// One schema of `components`, unless it is filled already, or about to be.
    pub(super) fn declared(&mut self, name: &str) {
        let pointer = Pointer::root().key("components").key("schemas").key(name);
        if !self.unfilled.remove(&pointer) {
            return;
        }
        let components = self.document.openapi.components.as_ref();
        let schema = components.and_then(|components| components.schemas.get(name));
        let declared = Name::Declared(name.to_owned());
        let id = self.known[&pointer];
        match schema {
            Some(ReferenceOr::Item(schema)) => self.fill(id, schema, &pointer, declared),
            Some(ReferenceOr::Reference { reference }) => {
                let target = self.referred(reference, &pointer, declared.clone());
                let alias = self.bare(declared, Shape::Alias(target), &pointer);
                self.types.replace(id, alias);
            }
            None => {}
        }
    }

    /// The schemas that something refers to, but that stand where nothing has led: under their references.
    pub(super) fn referred_schemas(&mut self) {
        while let Some((pointer, name)) = self.reserved.pop_first() {
            let id = self.known[&pointer];
            let tokens: Vec<String> = pointer.tokens().collect();
            if let Step::Found(Node::Schema(SchemaRef::Item(schema))) = walk::walk(&self.document.openapi, &tokens) {
                self.fill(id, schema, &pointer, name);
            }
        }
        self.check_circles();
    }

    /// A type that is nothing but another name for itself.
    fn check_circles(&mut self) {
        let ids: Vec<TypeId> = self.types.iter().map(|(id, _)| id).collect();
        // Where a chain has come by already: each type is looked at once.
        let mut settled: BTreeSet<TypeId> = BTreeSet::new();
        for start in ids {
            let mut chain = vec![start];
            let mut positions = BTreeMap::from([(start, 0)]);
            let mut id = start;
            while let Shape::Alias(next) | Shape::Nullable(next) = self.types[id].shape {
                if settled.contains(&id) {
                    break;
                }
                if let Some(&position) = positions.get(&next) {
                    let circle = &chain[position..];
                    let mut names: Vec<String> = circle.iter().map(|&link| self.types[link].at.to_string()).collect();
                    names.push(names[0].clone());
                    let at = self.types[next].at.clone();
                    let place = crate::source::Place { pointer: at, ..self.key(&Pointer::root()) };
                    self.say(reference_mistake::circular_names(place, &names));
                    break;
                }
                positions.insert(next, chain.len());
                chain.push(next);
                id = next;
            }
            settled.extend(chain);
        }
    }

    /// Reports which way a declared schema travels, where no property is of it.
    pub(super) fn ways_of_no_property(&mut self) {
        let Some(components) = &self.document.openapi.components else { return };
        for (name, schema) in &components.schemas {
            let pointer = Pointer::root().key("components").key("schemas").key(name);
            let Some(data) = schema.as_item().map(|schema| &schema.schema_data) else { continue };
            if self.travelling.contains(&pointer) {
                continue;
            }
            for (keyword, stated) in [("readOnly", data.read_only), ("writeOnly", data.write_only)] {
                if stated {
                    let place = self.key(&pointer.key(keyword));
                    self.say(schema_mistake::access_outside_property(place, keyword));
                }
            }
        }
    }

    /// Notes what `components` declares without anything that refers to it.
    pub(super) fn unused_components(&mut self) {
        let Some(components) = &self.document.openapi.components else { return };
        let Components {
            schemas: _, // lowered, used or not
            responses,
            parameters,
            examples,
            request_bodies,
            headers,
            security_schemes: _, // lowered, used or not
            links: _,            // reported where the document is read
            callbacks: _,        // likewise
            extensions: _,
        } = components;
        self.unused("responses", responses.keys());
        self.unused("parameters", parameters.keys());
        self.unused("examples", examples.keys());
        self.unused("requestBodies", request_bodies.keys());
        self.unused("headers", headers.keys());
    }

    fn unused(&mut self, section: &str, names: impl Iterator<Item = &'a String>) {
        let section_pointer = Pointer::root().key("components").key(section);
        for name in names {
            let pointer = section_pointer.key(name);
            if !self.shared.used.contains(&pointer) {
                let place = self.key(&pointer);
                self.say(mistake::unused_component(place, section, name));
            }
        }
    }

    /// The API, from its parts.
    pub(super) fn finish(self, schemes: Vec<SecurityScheme>, operations: Vec<Operation>, servers: Vec<Server>) -> Api {
        let OpenAPI {
            openapi: _, // checked where the document is read
            info,
            servers: _, // in the arguments, as are the next three
            paths: _,
            components: _,
            security: _,
            tags: _,
            external_docs,
            extensions: _,
        } = &self.document.openapi;
        let Info { title, description, terms_of_service, contact, license, version, extensions: _ } = info;
        let docs =
            Docs { external: external_docs.as_ref().map(docs::external), ..docs::described(description.as_ref()) };
        let tags = self.tags();
        Api {
            title: title.clone(),
            version: version.clone(),
            docs,
            about: about(contact.as_ref(), license.as_ref(), terms_of_service.as_ref()),
            servers,
            schemes,
            tags,
            types: self.types,
            operations,
            names: self.names,
        }
    }
}

fn about(contact: Option<&Contact>, license: Option<&License>, terms: Option<&String>) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    if let Some(Contact { name, url, email, extensions: _ }) = contact {
        let words: Vec<&str> = [name, email, url].into_iter().flatten().map(String::as_str).collect();
        if !words.is_empty() {
            lines.push(("Contact".to_owned(), words.join(", ")));
        }
    }
    if let Some(License { name, url, extensions: _ }) = license {
        let words: Vec<&str> = [Some(name), url.as_ref()].into_iter().flatten().map(String::as_str).collect();
        lines.push(("License".to_owned(), words.join(", ")));
    }
    if let Some(terms) = terms {
        lines.push(("Terms of service".to_owned(), terms.clone()));
    }
    lines
}
