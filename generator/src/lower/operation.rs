//! Operations.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{PathItem, Paths};

use super::context::Lowering;
use super::docs;
use super::parameter::is_same;
use super::path::{self, Part};
use crate::api::{Docs, Operation, Owner, Parameter, ParameterIn, SecurityScheme, Segment, Verb};
use crate::diagnostic::lower::operation as mistake;
use crate::source::Pointer;

/// An operation that has its id, and nothing else yet.
struct Met<'a> {
    id: String,
    verb: Verb,
    template: &'a str,
    item: &'a PathItem,
    /// The path item: where a reference leads, if it is one.
    item_pointer: Pointer,
    operation: &'a openapiv3::Operation,
    pointer: Pointer,
}

impl<'a> Lowering<'a> {
    /// Every operation, in the order of the document.
    pub(super) fn operations(&mut self, schemes: &[SecurityScheme]) -> Vec<Operation> {
        let met = self.meet();
        let global = self.security(self.document.openapi.security.as_deref(), &Pointer::root(), schemes);
        let mut templates: BTreeMap<&str, (Vec<Part>, Vec<Parameter>)> = BTreeMap::new();
        let mut operations = Vec::with_capacity(met.len());
        for one in met {
            let (parts, shared) = if let Some(known) = templates.get(one.template) {
                known.clone()
            } else {
                let at = Pointer::root().key("paths").key(one.template);
                let owner = Owner::Path(one.template.to_owned());
                let parts = self.template(one.template, &at);
                let shared = self.parameters(&one.item.parameters, &one.item_pointer.key("parameters"), &owner);
                templates.entry(one.template).or_insert((parts, shared)).clone()
            };
            let stated = one.operation.security.is_some();
            let own = self.security(one.operation.security.as_deref(), &one.pointer, schemes);
            let security = if stated { own } else { global.clone() };
            operations.push(self.operation(&one, &parts, &shared, security));
        }
        self.undeclared_schemes(schemes);
        operations
    }

    /// Every operation with its id: the one that the document states, if no operation before has it, or else one made
    /// of verb and path.
    fn meet(&mut self) -> Vec<Met<'a>> {
        let Paths { paths, extensions: _ } = &self.document.openapi.paths;
        let mut met = Vec::new();
        let mut wires: BTreeMap<String, &String> = BTreeMap::new();
        for (template, slot) in paths {
            let pointer = Pointer::root().key("paths").key(template);
            let Some((item, item_pointer)) = self.resolve(slot, &pointer) else { continue };
            if template.contains('{') {
                match wires.entry(path::without_names(template)) {
                    Entry::Vacant(entry) => drop(entry.insert(template)),
                    Entry::Occupied(entry) => self.say(mistake::same_path(self.key(&pointer), entry.get())),
                }
            }
            for (verb, operation) in verbs(item) {
                let pointer = item_pointer.key(&verb.as_str().to_ascii_lowercase());
                let item_pointer = item_pointer.clone();
                met.push(Met { id: String::new(), verb, template, item, item_pointer, operation, pointer });
            }
        }
        let mut taken = BTreeSet::new();
        for one in &mut met {
            if let Some(stated) = &one.operation.operation_id
                && !stated.is_empty()
                && taken.insert(stated.clone())
            {
                one.id.clone_from(stated);
            }
        }
        for one in met.iter_mut().filter(|one| one.id.is_empty()) {
            let verb = one.verb.as_str().to_ascii_lowercase();
            let mut id = path::operation_id(&verb, one.template);
            if !taken.insert(id.clone()) {
                // Paths that differ in punctuation alone: what is sure to be there once.
                id = format!("{verb} {}", one.template);
                taken.insert(id.clone());
            }
            let diagnostic = match &one.operation.operation_id {
                Some(stated) if !stated.is_empty() => {
                    mistake::operation_id_twice(self.value(&one.pointer.key("operationId")), stated, &id)
                }
                Some(_) => mistake::empty_operation_id(self.value(&one.pointer.key("operationId")), &id),
                None => mistake::no_operation_id(self.key(&one.pointer), &id),
            };
            self.say(diagnostic);
            one.id = id;
        }
        met
    }

    fn operation(
        &mut self,
        met: &Met<'a>,
        parts: &[Part],
        shared: &[Parameter],
        security: Vec<Vec<crate::api::Requirement>>,
    ) -> Operation {
        let openapiv3::Operation {
            tags,
            summary,
            description,
            external_docs,
            operation_id: _, // read above
            parameters,
            request_body,
            responses,
            callbacks: _, // reported where the document is read
            deprecated,
            security: _, // in the arguments
            servers: _,  // reported where the document is read
            extensions,
        } = met.operation;
        self.asked_name(extensions.iter(), &met.pointer);
        let owner = Owner::Operation(met.id.clone());
        let mut own = self.parameters(parameters, &met.pointer.key("parameters"), &owner);
        let inherited: Vec<Parameter> =
            shared.iter().filter(|shared| !own.iter().any(|own| is_same(own, shared))).cloned().collect();
        own.extend(inherited);
        let (path, parameters) = self.segments(parts, own, met, &owner);
        let body = request_body.as_ref().and_then(|body| self.body(body, &met.pointer.key("requestBody"), &owner));
        let replies = self.replies(met.verb, responses, &met.pointer.key("responses"), &owner);
        let polling = self.polling(extensions.iter(), &met.pointer, &replies);
        let (first, second) = match summary {
            Some(_) => (summary, met.item.summary.as_ref()),
            None => (&met.item.summary, None),
        };
        let docs = Docs {
            summary: docs::said(first.as_ref()),
            description: docs::joined(
                docs::joined(docs::said(description.as_ref()), second),
                met.item.description.as_ref(),
            ),
            external: external_docs.as_ref().map(docs::external),
            examples: Vec::new(),
        };
        Operation {
            id: met.id.clone(),
            verb: met.verb,
            template: met.template.to_owned(),
            path,
            parameters,
            body,
            replies,
            security,
            tags: tags.clone(),
            docs,
            deprecated: *deprecated,
            polling,
            at: self.at(&met.pointer),
        }
    }

    /// The parts of the path with their parameters. A variable that no parameter declares gets one; a parameter that no
    /// part of the path asks for cannot be sent.
    fn segments(
        &mut self,
        parts: &[Part],
        mut parameters: Vec<Parameter>,
        met: &Met<'a>,
        owner: &Owner,
    ) -> (Vec<Segment>, Vec<Parameter>) {
        let meant = self.meant_variables(parts, &parameters, met.template);
        let wire = |variable: &str| meant.get(variable).cloned().unwrap_or_else(|| variable.to_owned());
        let is_variable =
            |name: &str| parts.iter().any(|part| matches!(part, Part::Variable(variable) if wire(variable) == name));
        let mut unused = Vec::new();
        parameters.retain(|parameter| {
            let used = parameter.location != ParameterIn::Path || is_variable(&parameter.wire);
            if !used {
                unused.push((parameter.wire.clone(), parameter.at.clone()));
            }
            used
        });
        for (name, at) in unused {
            let place = crate::source::Place { pointer: at, ..self.value(&Pointer::root()) };
            self.say(mistake::unused_variable(place, &name, met.template));
        }
        let mut path = Vec::with_capacity(parts.len());
        for part in parts {
            let name = match part {
                Part::Literal(text) => {
                    path.push(Segment::Literal(text.clone()));
                    continue;
                }
                Part::Variable(variable) => wire(variable),
            };
            let declared = |parameter: &Parameter| parameter.location == ParameterIn::Path && parameter.wire == name;
            let index = parameters.iter().position(declared).unwrap_or(parameters.len());
            if index == parameters.len() {
                let at = Pointer::root().key("paths").key(met.template);
                parameters.push(self.undeclared(&name, &at, owner));
            }
            path.push(Segment::Parameter(index));
        }
        (path, parameters)
    }
}

fn verbs(item: &PathItem) -> impl Iterator<Item = (Verb, &openapiv3::Operation)> {
    let PathItem {
        summary: _, // in the docs of each operation, as is the next
        description: _,
        get,
        put,
        post,
        delete,
        options,
        head,
        patch,
        trace,
        servers: _,    // reported where the document is read
        parameters: _, // lowered once for all
        extensions: _,
    } = item;
    [
        (Verb::Get, get),
        (Verb::Put, put),
        (Verb::Post, post),
        (Verb::Delete, delete),
        (Verb::Options, options),
        (Verb::Head, head),
        (Verb::Patch, patch),
        (Verb::Trace, trace),
    ]
    .into_iter()
    .filter_map(|(verb, operation)| operation.as_ref().map(|operation| (verb, operation)))
}
