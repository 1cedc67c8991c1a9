//! Every name of the crate: a function of the document's words and of the place, not of siblings.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::home::{self, ModelFile};
use super::overrides::Overrides;
use super::rename;
use super::status;
use crate::api::{Api, Name, Operation, Owner, Parameter, Shape, Step, TypeId};
use crate::diagnostic::Report;
use crate::rust::Ident;
use crate::rust::name::{Case, Claim, Scope};

/// Names that models must not take: the prelude's, and what files of models import.
const RESERVED_TYPES: &[&str] = &[
    "Base64",
    "Box",
    "Checker",
    "Clone",
    "Copy",
    "Date",
    "DateTime",
    "Debug",
    "Default",
    "Deserialize",
    "Deserializer",
    "Drop",
    "Eq",
    "Err",
    "Fn",
    "From",
    "FromStr",
    "Hash",
    "Infallible",
    "Into",
    "Iterator",
    "Map",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Pattern",
    "Presence",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Serializer",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToString",
    "UnknownValue",
    "Validate",
    "Value",
    "Vec",
    "Violations",
];

/// Names that types of operations must not take: those of models' files, and what files of operations import.
const RESERVED_OPERATIONS: &[&str] = &[
    "Bytes",
    "Call",
    "Client",
    "Customize",
    "Deref",
    "DocumentedError",
    "Duration",
    "Error",
    "Future",
    "IntoFuture",
    "Method",
    "Operation",
    "OperationFacts",
    "OperationResponse",
    "Pending",
    "RawReply",
    "Received",
    "RequestEncoder",
    "Requirement",
    "Response",
    "Violation",
];

/// The names of one operation.
#[derive(Clone, Debug)]
pub(super) struct OperationNames {
    /// Its file.
    pub(super) module: Ident,
    /// The method on the client.
    pub(super) method: Ident,
    /// The request.
    pub(super) request: Ident,
    /// The reply.
    pub(super) reply: Ident,
    /// The body of the reply, where there are several.
    pub(super) body: Ident,
    /// The documented errors.
    pub(super) error: Ident,
}

/// All names.
#[derive(Debug)]
pub(super) struct Names {
    /// The types that have an item of their own.
    pub(super) types: BTreeMap<TypeId, Ident>,
    /// The structs that hold the required fields of a type that a caller builds.
    pub(super) required: BTreeMap<TypeId, Ident>,
    /// The files of models, sorted.
    pub(super) files: Vec<ModelFile>,
    /// The operations, in the order of the document.
    pub(super) operations: Vec<OperationNames>,
}

impl Names {
    pub(super) fn of(api: &Api, facts: &Facts, overrides: &Overrides, report: &mut Report) -> Self {
        let mut operation_scope = Scope::reserving(RESERVED_TYPES.iter().chain(RESERVED_OPERATIONS).copied());
        let operations = operations(api, &mut operation_scope, overrides, report);
        let mut namer = TypeNamer { api, overrides, report, scope: Scope::reserving(RESERVED_TYPES.iter().copied()) };
        let mut types = namer.declared();
        namer.inline(&mut types, &operations);
        let required = namer.required(&types, facts);
        let files = home::files(api, &types, namer.report);
        Self { types, required, files, operations }
    }
}

struct TypeNamer<'a> {
    api: &'a Api,
    overrides: &'a Overrides<'a>,
    report: &'a mut Report,
    scope: Scope,
}

impl TypeNamer<'_> {
    fn declared(&mut self) -> BTreeMap<TypeId, Ident> {
        let declared: Vec<(TypeId, &String)> = self
            .api
            .types
            .iter()
            .filter(|(_, ty)| self.overrides.rust_type(ty).is_none())
            .filter_map(|(id, ty)| match &ty.name {
                Name::Declared(wire) => Some((id, wire)),
                Name::Inline { .. } => None,
            })
            .collect();
        let wires: Vec<&str> = declared.iter().map(|(_, wire)| wire.as_str()).collect();
        let ids: Vec<TypeId> = declared.iter().map(|(id, _)| *id).collect();
        self.claim(&ids, &wires, false)
    }

    /// Inline objects and enumerations; their words are those of what they stand in.
    fn inline(&mut self, types: &mut BTreeMap<TypeId, Ident>, operations: &[OperationNames]) {
        let inline: Vec<(TypeId, String)> = self
            .api
            .types
            .iter()
            .filter(|(_, ty)| self.overrides.rust_type(ty).is_none())
            .filter(|(_, ty)| !ty.is_declared() && ty.shape.has_parts())
            .map(|(id, _)| (id, inline_words(self.api, id, types, operations)))
            .collect();
        let wires: Vec<&str> = inline.iter().map(|(_, words)| words.as_str()).collect();
        let ids: Vec<TypeId> = inline.iter().map(|(id, _)| *id).collect();
        types.extend(self.claim(&ids, &wires, false));
    }

    /// The companions of types that a caller builds and that have required fields.
    fn required(&mut self, types: &BTreeMap<TypeId, Ident>, facts: &Facts) -> BTreeMap<TypeId, Ident> {
        let built: Vec<(TypeId, String)> = types
            .iter()
            .filter(|(id, _)| facts.sent.contains(id))
            .filter(|(id, _)| match &self.api.types[**id].shape {
                Shape::Object(object) => {
                    object.fields.iter().any(|field| field.required && facts.travels_always(**id, field.access))
                }
                _ => false,
            })
            .map(|(id, name)| (*id, format!("{name}Required")))
            .collect();
        let wires: Vec<&str> = built.iter().map(|(_, words)| words.as_str()).collect();
        let ids: Vec<TypeId> = built.iter().map(|(id, _)| *id).collect();
        self.claim(&ids, &wires, true)
    }

    fn claim(&mut self, ids: &[TypeId], wires: &[&str], companions: bool) -> BTreeMap<TypeId, Ident> {
        let claims: Vec<Claim> = ids
            .iter()
            .zip(wires)
            .map(|(id, wire)| {
                let ty = &self.api.types[*id];
                // A name chosen for an inline schema is its property's: its type is called after where it stands.
                let own = ty.is_declared() && !companions;
                let chosen = own.then(|| self.overrides.type_name(ty)).flatten();
                Claim::new(*wire, ty.at.as_str()).or_chosen(chosen)
            })
            .collect();
        let claimed = self.scope.claim(Case::Type, &claims);
        rename::refuse(self.overrides, &claims, &claimed, self.report);
        ids.iter()
            .zip(claimed)
            .zip(wires)
            .map(|((id, claimed), wire)| {
                rename::note(self.report, &claimed, wire, &self.api.types[*id].at);
                (*id, claimed.name)
            })
            .collect()
    }
}

/// The words of an inline type, from the outermost owner inwards.
fn inline_words(api: &Api, id: TypeId, named: &BTreeMap<TypeId, Ident>, operations: &[OperationNames]) -> String {
    let mut words = Vec::new();
    let mut at = id;
    loop {
        match (&api.types[at].name, named.get(&at)) {
            (Name::Declared(_), Some(name)) => words.push(name.as_str().to_owned()),
            (Name::Declared(wire), None) => words.push(wire.clone()),
            (Name::Inline { within, step }, _) => {
                words.push(step_words(step));
                match within {
                    Owner::Type(owner) => {
                        at = *owner;
                        continue;
                    }
                    Owner::Operation(id) => words.push(operation_words(api, id, operations)),
                    Owner::Path(template) => words.push(template.clone()),
                    Owner::Component(_, wire) => words.push(wire.clone()),
                }
            }
        }
        words.reverse();
        return words.join(" ").trim().to_owned();
    }
}

fn operation_words(api: &Api, id: &str, operations: &[OperationNames]) -> String {
    let index = api.operations.iter().position(|operation| operation.id == id);
    index.and_then(|index| operations.get(index)).map_or_else(|| id.to_owned(), |names| names.request.to_string())
}

fn step_words(step: &Step) -> String {
    match step {
        Step::Property(wire) | Step::Parameter(wire) => wire.clone(),
        Step::Items => "Item".to_owned(),
        Step::Values => "Value".to_owned(),
        Step::Keys => "Key".to_owned(),
        Step::Nullable | Step::Reference => String::new(),
        Step::Member(_, Some(label)) => label.clone(),
        Step::Member(index, None) => format!("Member {}", index + 1),
        Step::Together => "Object".to_owned(),
        Step::Base => "Base".to_owned(),
        Step::Input => "Input".to_owned(),
        Step::Body(_) => "Body".to_owned(),
        Step::Reply(status) => format!("{} Reply", status::words(*status)),
        Step::Header(status, wire) => format!("{} {wire}", status::words(*status)),
    }
}

fn operations(api: &Api, scope: &mut Scope, overrides: &Overrides, report: &mut Report) -> Vec<OperationNames> {
    let claims: Vec<Claim> = api
        .operations
        .iter()
        .map(|operation| {
            // A chosen name, in whichever case it is spelled, takes the place of the words.
            let chosen = overrides.name(&operation.at);
            Claim::new(chosen.unwrap_or_else(|| operation.id.clone()), operation.at.as_str())
        })
        .collect();
    let requests = scope.claim(Case::Type, &claims);
    let modules = Scope::default().claim(Case::Module, &claims);
    let methods = Scope::reserving(["builder", "clone", "fmt"]).claim(Case::Value, &claims);
    let mut companions = |suffix: &str| {
        let claims: Vec<Claim> = requests
            .iter()
            .zip(&claims)
            .map(|(request, claim)| Claim::new(format!("{}{suffix}", request.name), format!("{}{suffix}", claim.place)))
            .collect();
        scope.claim(Case::Type, &claims)
    };
    let [replies, bodies, errors] = [companions("Response"), companions("Body"), companions("Error")];
    let mut all = Vec::with_capacity(requests.len());
    let rows = requests.into_iter().zip(modules).zip(methods).zip(replies).zip(bodies).zip(errors);
    for (operation, (((((request, module), method), reply), body), error)) in api.operations.iter().zip(rows) {
        rename::note(report, &request, &operation.id, &operation.at);
        rename::note(report, &method, &operation.id, &operation.at);
        all.push(OperationNames {
            module: module.name,
            method: method.name,
            request: request.name,
            reply: reply.name,
            body: body.name,
            error: error.name,
        });
    }
    all
}

/// What an operation can be asked for beside its parameters; whether a waiter makes one of them, no parameter takes its name.
const OPERATION_FUNCTIONS: [&str; 11] = [
    "call",
    "send",
    "send_blocking",
    "customize",
    "into_future",
    "check",
    "encode",
    "decode",
    "call_mut",
    "wait",
    "snapshots",
];

/// The names of an operation's parameters, and of its body: the fields, setters and arguments.
pub(super) fn parameters(
    operation: &Operation,
    overrides: &Overrides,
    report: &mut Report,
) -> (Vec<Ident>, Option<Ident>) {
    let mut scope = Scope::reserving(OPERATION_FUNCTIONS);
    let claim = |parameter: &Parameter| {
        Claim::new(parameter.wire.as_str(), parameter.at.as_str()).or_chosen(overrides.name(&parameter.at))
    };
    let claims: Vec<Claim> = operation.parameters.iter().map(claim).collect();
    let claimed = scope.claim(Case::Value, &claims);
    rename::refuse(overrides, &claims, &claimed, report);
    for (parameter, claimed) in operation.parameters.iter().zip(&claimed) {
        rename::note(report, claimed, &parameter.wire, &parameter.at);
    }
    let body = operation.body.as_ref().map(|body| scope.claim_one(Case::Value, "body", body.at.as_str()));
    (claimed.into_iter().map(|claimed| claimed.name).collect(), body)
}
