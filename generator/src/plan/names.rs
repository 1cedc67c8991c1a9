//! Every name of the crate: a function of the document's words and of the place, not of siblings.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::overrides::Overrides;
use crate::api::{Api, Component, Name, Operation, Owner, Parameter, Shape, Status, Step, Type, TypeId};
use crate::diagnostic::{Report, plan as mistakes};
use crate::rust::Ident;
use crate::rust::name::{Case, Claim, Claimed, Scope};
use crate::source::{On, Place, Pointer, SourceId};

/// Names that models must not take: the prelude's, and what files of models import.
const RESERVED_TYPES: &[&str] = &[
    "Base64", "Box", "Checker", "Clone", "Copy", "Date", "DateTime", "Debug", "Default", "Deserialize", "Deserializer",
    "Drop", "Eq", "Err", "Fn", "From", "FromStr", "Hash", "Infallible", "Into", "Iterator", "Map", "None", "Ok",
    "Option", "Ord", "PartialEq", "PartialOrd", "Pattern", "Presence", "Result", "Self", "Send", "Serialize",
    "Serializer", "Sized", "Some", "String", "Sync", "ToString", "UnknownValue", "Validate", "Value", "Vec",
    "Violations",
];

/// Names that types of operations must not take: those of models' files, and what files of operations import.
const RESERVED_OPERATIONS: &[&str] = &[
    "Bytes", "Call", "Client", "Customize", "Deref", "DocumentedError", "Duration", "Error", "Future", "IntoFuture",
    "Method", "Operation", "OperationFacts", "OperationResponse", "Pending", "RawReply", "Received", "RequestEncoder",
    "Requirement", "Response", "Violation",
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

/// A file of models.
#[derive(Clone, Debug)]
pub(super) struct ModelFile {
    /// Its name.
    pub(super) module: Ident,
    /// What it holds, the declared schema first, then its inline children in the order of the document.
    pub(super) types: Vec<TypeId>,
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
        let files = files(api, &types, namer.report);
        Self { types, required, files, operations }
    }
}

/// Whether a type is a key of `components/schemas`.
pub(super) fn is_declared(ty: &Type) -> bool {
    matches!(ty.name, Name::Declared(_))
}

/// A name was changed: says so at its place.
pub(super) fn note(report: &mut Report, claimed: &Claimed, wire: &str, at: &Pointer) {
    if let Some(wanted) = &claimed.wanted {
        let place = Place { source: SourceId::Document, pointer: at.clone(), on: On::Key };
        report.push(mistakes::renamed(place, wire, wanted, claimed.name.as_str()));
    }
}

/// Says of chosen names that they could not be given.
pub(super) fn refuse(overrides: &Overrides, claims: &[Claim], claimed: &[Claimed], report: &mut Report) {
    for (claim, claimed) in claims.iter().zip(claimed) {
        if let Some(chosen) = claim.chosen.as_ref().filter(|chosen| *chosen != claimed.name.as_str()) {
            overrides.refused(chosen, report);
        }
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
            .filter(|(_, ty)| !is_declared(ty) && matches!(ty.shape, Shape::Object(_) | Shape::Enumeration(_)))
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
                Shape::Object(object) => object.fields.iter().any(|field| field.required),
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
                let chosen = if companions { None } else { self.overrides.type_name(ty) };
                Claim::new(*wire, ty.at.as_str()).or_chosen(chosen)
            })
            .collect();
        let claimed = self.scope.claim(Case::Type, &claims);
        refuse(self.overrides, &claims, &claimed, self.report);
        ids.iter()
            .zip(claimed)
            .zip(wires)
            .map(|((id, claimed), wire)| {
                note(self.report, &claimed, wire, &self.api.types[*id].at);
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
        Step::Member(index) => format!("Member {}", index + 1),
        Step::Body(_) => "Body".to_owned(),
        Step::Reply(status) => format!("{} Reply", status_words(*status)),
        Step::Header(status, wire) => format!("{} {wire}", status_words(*status)),
    }
}

/// The words for a status: its reason phrase, or its number.
pub(super) fn status_words(status: Status) -> String {
    let phrase = match status {
        Status::Default => "Default",
        Status::Range(1) => "Informational",
        Status::Range(2) => "Success",
        Status::Range(3) => "Redirection",
        Status::Range(4) => "Client Error",
        Status::Range(5) => "Server Error",
        Status::Range(other) => return format!("Status {other}XX"),
        Status::Code(code) => return reason(code).map_or_else(|| format!("Status {code}"), str::to_owned),
    };
    phrase.to_owned()
}

/// The reason phrase of the HTTP status code registry.
pub(super) fn reason(code: u16) -> Option<&'static str> {
    Some(match code {
        100 => "Continue",
        101 => "Switching Protocols",
        102 => "Processing",
        103 => "Early Hints",
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "Non Authoritative Information",
        204 => "No Content",
        205 => "Reset Content",
        206 => "Partial Content",
        207 => "Multi Status",
        208 => "Already Reported",
        226 => "Im Used",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        305 => "Use Proxy",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "Uri Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "Http Version Not Supported",
        507 => "Insufficient Storage",
        508 => "Loop Detected",
        511 => "Network Authentication Required",
        _ => return None,
    })
}

/// The files of models: one for each declared schema, and one for each operation that has inline types.
fn files(api: &Api, types: &BTreeMap<TypeId, Ident>, report: &mut Report) -> Vec<ModelFile> {
    let mut homes: BTreeMap<Home, Vec<TypeId>> = BTreeMap::new();
    for (id, _) in api.types.iter().filter(|(id, _)| types.contains_key(id)) {
        homes.entry(Home::of(api, id)).or_default().push(id);
    }
    let claims: Vec<Claim> = homes
        .keys()
        .map(|home| Claim::new(home.wire(api, types), home.place(api)))
        .collect();
    let claimed = Scope::default().claim(Case::Module, &claims);
    let mut files: Vec<ModelFile> = homes
        .into_iter()
        .zip(claimed)
        .map(|((home, mut members), claimed)| {
            if let Home::Schema(declared) = home {
                members.sort_by_key(|id| (*id != declared, *id));
                note(report, &claimed, &home.wire(api, types), &api.types[declared].at);
            }
            ModelFile { module: claimed.name, types: members }
        })
        .collect();
    files.sort_by(|one, other| one.module.cmp(&other.module));
    files
}

/// What a file of models is named after.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Home {
    Schema(TypeId),
    Operation(String),
    Path(String),
    Component(Component, String),
}

impl Home {
    fn of(api: &Api, mut id: TypeId) -> Self {
        loop {
            match &api.types[id].name {
                Name::Declared(_) => return Self::Schema(id),
                Name::Inline { within: Owner::Type(owner), .. } => id = *owner,
                Name::Inline { within: Owner::Operation(operation), .. } => return Self::Operation(operation.clone()),
                Name::Inline { within: Owner::Path(template), .. } => return Self::Path(template.clone()),
                Name::Inline { within: Owner::Component(kind, name), .. } => {
                    return Self::Component(*kind, name.clone());
                }
            }
        }
    }

    fn wire(&self, api: &Api, types: &BTreeMap<TypeId, Ident>) -> String {
        match self {
            Self::Schema(id) => match (types.get(id), &api.types[*id].name) {
                (Some(name), _) => name.to_string(),
                (None, Name::Declared(wire)) => wire.clone(),
                (None, Name::Inline { .. }) => String::new(),
            },
            Self::Operation(id) => format!("{id} inline"),
            Self::Path(template) => format!("{template} shared"),
            Self::Component(_, name) => format!("{name} inline"),
        }
    }

    fn place(&self, api: &Api) -> String {
        match self {
            Self::Schema(id) => api.types[*id].at.to_string(),
            Self::Operation(text) | Self::Path(text) => text.clone(),
            Self::Component(kind, name) => format!("{kind:?} {name}"),
        }
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
        note(report, &request, &operation.id, &operation.at);
        note(report, &method, &operation.id, &operation.at);
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

/// The names of an operation's parameters, and of its body: the fields, setters and arguments.
pub(super) fn parameters(
    operation: &Operation,
    overrides: &Overrides,
    report: &mut Report,
) -> (Vec<Ident>, Option<Ident>) {
    let mut scope = Scope::reserving(["call", "send", "customize", "into_future", "check", "encode", "decode", "call_mut"]);
    let claim = |parameter: &Parameter| {
        Claim::new(parameter.wire.as_str(), parameter.at.as_str()).or_chosen(overrides.name(&parameter.at))
    };
    let claims: Vec<Claim> = operation.parameters.iter().map(claim).collect();
    let claimed = scope.claim(Case::Value, &claims);
    refuse(overrides, &claims, &claimed, report);
    for (parameter, claimed) in operation.parameters.iter().zip(&claimed) {
        note(report, claimed, &parameter.wire, &parameter.at);
    }
    let body = operation.body.as_ref().map(|body| scope.claim_one(Case::Value, "body", body.at.as_str()));
    (claimed.into_iter().map(|claimed| claimed.name).collect(), body)
}
