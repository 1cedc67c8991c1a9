//! The client, its builder, and the facts of the service.

use super::Context;
use super::documentation::{Paragraphs, code};
use super::types::runtime;
use crate::api::{Server, ServerVariable};
use crate::rust::body::ClientBody;
use crate::rust::name::{Case, Claim, Scope};
use crate::rust::{
    Body, Documentation, Field, Fields, Function, Ident, Impl, ImplItem, Import, Item, Receiver, Static, Struct, Type,
    Value, Visibility,
};

/// The setter of the credentials for one scheme.
const FOR_ONE_SCHEME: &str = "credentials_for";

/// A setter that the runtime's builder has under the same name.
struct Forwarded {
    name: &'static str,
    parameters: Vec<(&'static str, Type)>,
    docs: Documentation,
}

impl Context<'_> {
    /// The items of `client.rs`, and what they import beyond their types.
    pub(super) fn client(&self) -> (Vec<Item>, Vec<Import>) {
        let server = self.api.servers.first();
        let mut items = vec![Item::Static(self.service_static())];
        items.extend(self.client_items());
        items.push(Item::Struct(builder_struct()));
        let mut setters: Vec<Function> = server.map(|server| self.variable_setters(server)).unwrap_or_default();
        // Where there is no scheme, none can be named.
        let has_schemes = !self.api.schemes.is_empty();
        let of_use =
            forwarded(self.endpoint_docs()).into_iter().filter(|one| has_schemes || one.name != FOR_ONE_SCHEME);
        setters.extend(of_use.map(forward));
        setters.push(build());
        items.push(Item::Impl(Impl::inherent(
            Type::plain("ClientBuilder"),
            setters.into_iter().map(ImplItem::Function).collect(),
        )));
        let mut imports = vec![Import::new("trueform_runtime::Security")];
        if !self.service.security.schemes.is_empty() {
            imports.push(Import::new("crate::security"));
        }
        if server.is_some() {
            imports.push(Import::new("trueform_runtime::Server"));
        }
        if server.is_some_and(|server| !server.variables.is_empty()) {
            imports.push(Import::new("trueform_runtime::ServerVariable"));
        }
        if !self.service.retryable.is_empty() {
            imports.push(Import::new("trueform_runtime::RetryableCode"));
        }
        (items, imports)
    }

    fn service_static(&self) -> Static {
        Static {
            docs: Documentation::line("What the service is, and its conventions."),
            visibility: Visibility::Private,
            name: Ident::fixed("SERVICE"),
            ty: runtime("Service"),
            value: Value::Service(self.service.clone()),
        }
    }

    fn client_items(&self) -> Vec<Item> {
        let title = self.prose.phrase(&self.api.title);
        let pipeline = Field {
            docs: Documentation::default(),
            deprecated: false,
            visibility: Visibility::Crate,
            name: Ident::fixed("pipeline"),
            ty: runtime("Pipeline"),
            serde: Vec::new(),
            unread: self.api.operations.is_empty().then_some("the document has no operations"),
        };
        let mut docs = Paragraphs::default();
        docs.line(format!("A client of {title}."));
        docs.line("Cheap to clone; all clones share connections and settings.");
        let client = Struct {
            docs: docs.finish(),
            deprecated: false,
            derives: vec!["Clone", "Debug"],
            must_use: None,
            non_exhaustive: false,
            transparent: false,
            name: Ident::fixed("Client"),
            fields: Fields::Named(vec![pipeline]),
        };
        let builder = Function {
            docs: Documentation::line("A client to be set up."),
            must_use: false,
            visibility: Some(Visibility::Public),
            returns: Some(Type::plain("ClientBuilder")),
            ..Function::new(Ident::fixed("builder"), Body::Client(ClientBody::Builder))
        };
        vec![Item::Struct(client), Item::Impl(Impl::inherent(Type::plain("Client"), vec![ImplItem::Function(builder)]))]
    }

    fn variable_setters(&self, server: &Server) -> Vec<Function> {
        let claims: Vec<Claim> =
            server.variables.iter().map(|variable| Claim::new(variable.wire.clone(), variable.wire.clone())).collect();
        let reserved = forwarded(Documentation::default()).into_iter().map(|one| one.name).chain(["build", "clone"]);
        let claimed = Scope::reserving(reserved).claim(Case::Value, &claims);
        let setters = server.variables.iter().zip(claimed);
        setters.map(|(variable, claimed)| self.variable_setter(variable, claimed.name)).collect()
    }

    fn variable_setter(&self, variable: &ServerVariable, name: Ident) -> Function {
        let mut docs =
            self.words(&variable.docs, &format!("The variable {} of the server's url.", code(&variable.wire)));
        docs.line(format!("Default: {}.", code(&variable.default)));
        if !variable.values.is_empty() {
            let values: Vec<String> = variable.values.iter().map(|value| code(value)).collect();
            docs.line(format!("One of {}.", values.join(", ")));
        }
        let body = ClientBody::ServerVariable(variable.wire.clone(), name.clone());
        setter(name.clone(), vec![(name, Type::plain("String").into())], docs.finish(), body)
    }

    fn endpoint_docs(&self) -> Documentation {
        let mut docs = Paragraphs::default();
        docs.line("The url that all paths are appended to; it wins over the servers of the document.");
        if !self.api.servers.is_empty() {
            docs.line("The document knows, the first being the default:");
            docs.lines(self.api.servers.iter().map(|server| {
                let words = server.docs.description.as_deref().map(|text| self.prose.phrase(text));
                let words =
                    words.filter(|words| !words.is_empty()).map_or_else(String::new, |words| format!(": {words}"));
                format!("- {}{words}", code(&server.url))
            }));
        }
        docs.finish()
    }
}

fn builder_struct() -> Struct {
    let pipeline = Field {
        docs: Documentation::default(),
        deprecated: false,
        visibility: Visibility::Private,
        name: Ident::fixed("pipeline"),
        ty: runtime("PipelineBuilder"),
        serde: Vec::new(),
        unread: None,
    };
    Struct {
        docs: Documentation::line("A [`Client`] that is being set up."),
        deprecated: false,
        derives: vec!["Clone", "Debug"],
        must_use: Some("a builder does nothing until `build` is called"),
        non_exhaustive: false,
        transparent: false,
        name: Ident::fixed("ClientBuilder"),
        fields: Fields::Named(vec![pipeline]),
    }
}

fn forwarded(endpoint: Documentation) -> Vec<Forwarded> {
    let taking = |name, parameters, docs: &[&str]| Forwarded {
        name,
        parameters,
        docs: Documentation(docs.iter().map(|line| (*line).to_owned()).collect()),
    };
    let plain = |name, parameter, docs: &[&str]| taking(name, vec![(name, parameter)], docs);
    let duration = || Type::imported("std::time::Duration");
    let any = |name| Type::Impl(Box::new(runtime(name)));
    vec![
        Forwarded { name: "endpoint", parameters: vec![("endpoint", Type::plain("String").into())], docs: endpoint },
        plain(
            "credentials",
            any("Credentials"),
            &[
                "What authorises calls. Without any, calls are sent without.",
                "",
                "May be called several times: the first of all that are given that has an answer to a security scheme is taken, those for one scheme before all others.",
            ],
        ),
        taking(
            FOR_ONE_SCHEME,
            vec![("scheme", runtime("SecurityScheme").statically()), ("credentials", any("Credentials"))],
            &[
                "What authorises calls under one security scheme of the document, and under no other.",
                "",
                "The schemes are the constants of [`security`](crate::security).",
            ],
        ),
        taking(
            "header",
            vec![("name", Type::plain("String").into()), ("value", Type::plain("String").into())],
            &[
                "A header for every call; it replaces one of the same name. A parameter of an operation wins over it, and so does `customize().header`.",
                "",
                "Refused are those that the client or its credentials write.",
            ],
        ),
        plain(
            "transport",
            any("Transport"),
            &["What carries requests, in place of HTTP over the network: for tests, for example."],
        ),
        plain(
            "clock",
            any("Clock"),
            &["What time it is, and how waits pass, in place of the system's clock: for tests, for example."],
        ),
        plain(
            "user_agent",
            Type::plain("String").into(),
            &["What `user-agent` says; the name and the version of this crate unless stated."],
        ),
        plain(
            "request_ids",
            any("RequestIds"),
            &["What identifies requests that the caller does not identify: for tests, for example."],
        ),
        plain(
            "randomness",
            any("Randomness"),
            &["Where delays and idempotency keys are drawn from: for tests, for example."],
        ),
        plain(
            "retry",
            runtime("RetryPolicy"),
            &["When a request is sent again; at most seven times, where that is safe and may help, unless stated."],
        ),
        plain("observer", any("Observer"), &["Who is told what happens in calls and waits: metrics, for example."]),
        plain(
            "deadline",
            duration(),
            &["How long a call may take in all, its attempts and the delays between them; 600 seconds unless stated."],
        ),
        plain("attempt_timeout", duration(), &["How long one attempt may take; 60 seconds unless stated."]),
        plain("connect_timeout", duration(), &["How long a connection may take to open; 10 seconds unless stated."]),
        plain(
            "body_limit",
            Type::plain("usize"),
            &["How many bytes of a reply's body are read at most; 16 MiB unless stated."],
        ),
        plain(
            "response_checks",
            runtime("ResponseChecks"),
            &["What becomes of a reply that breaks a bound of the document; it is reported unless stated otherwise."],
        ),
        plain(
            "allow_plain_http",
            Type::plain("bool"),
            &["Whether requests may travel unencrypted to other machines than this one; they may not unless stated."],
        ),
    ]
}

fn forward(one: Forwarded) -> Function {
    let name = Ident::fixed(one.name);
    let parameters: Vec<(Ident, Type)> =
        one.parameters.into_iter().map(|(name, ty)| (Ident::fixed(name), ty)).collect();
    let handed_on = parameters.iter().map(|(name, _)| name.clone()).collect();
    setter(name.clone(), parameters, one.docs, ClientBody::Forward(name, handed_on))
}

fn setter(name: Ident, parameters: Vec<(Ident, Type)>, docs: Documentation, body: ClientBody) -> Function {
    Function {
        docs,
        visibility: Some(Visibility::Public),
        receiver: Receiver::MutValue,
        parameters,
        returns: Some(Type::this()),
        ..Function::new(name, Body::Client(body))
    }
}

fn build() -> Function {
    Function {
        docs: Documentation(
            [
                "The client. Nothing is sent, and nothing is looked up.",
                "",
                "# Errors",
                "",
                "The endpoint, a server variable or a header cannot be used, or there are credentials that no operation could use.",
            ]
            .map(str::to_owned)
            .to_vec(),
        ),
        visibility: Some(Visibility::Public),
        receiver: Receiver::Value,
        returns: Some(Type::plain("Result").of([Type::plain("Client"), runtime("BuildError")])),
        ..Function::new(Ident::fixed("build"), Body::Client(ClientBody::Build))
    }
}
