//! What the API states and no function does: the constants that the runtime reads.

use super::Ident;

/// The facts of an operation.
#[derive(Clone, Debug)]
pub struct OperationFacts {
    /// Its id.
    pub id: String,
    /// Its method, as the runtime spells it, for example `Get`.
    pub method: &'static str,
    /// Its path template.
    pub path: String,
    /// What it accepts.
    pub accept: String,
    /// Its security: alternatives of statics and scopes.
    pub security: Vec<Vec<(Ident, Vec<String>)>>,
}

/// How the end of long-running work shows.
#[derive(Clone, Debug)]
pub struct WaiterFacts {
    /// Its name in the document.
    pub name: String,
    /// The JSON pointer of the state.
    pub state: String,
    /// The JSON pointer of the progress.
    pub progress: Option<String>,
    /// The header that says when to ask again.
    pub delay: Option<String>,
    /// The states that end a wait, each with the runtime's name of what it means.
    pub outcomes: Vec<(String, &'static str)>,
    /// All states that the document knows.
    pub states: Vec<String>,
}

/// The facts of the service.
#[derive(Clone, Debug, Default)]
pub struct ServiceFacts {
    /// The servers.
    pub servers: Vec<ServerFacts>,
    /// The header that carries a request id.
    pub request_id: Option<String>,
    /// The header of an idempotency key.
    pub idempotency_key: Option<String>,
    /// The JSON pointer of an error's code.
    pub error_code: Option<String>,
    /// The JSON pointer of an error's message.
    pub error_message: Option<String>,
    /// The headers that every request carries.
    pub headers: Vec<(String, String)>,
    /// The codes that make a status worth another try.
    pub retryable: Vec<(u16, Vec<String>)>,
    /// Where help on an error is found.
    pub help: Option<String>,
    /// What the document says of authorising calls as a whole.
    pub security: ServiceSecurity,
}

/// What the document says of authorising calls as a whole.
#[derive(Clone, Debug, Default)]
pub struct ServiceSecurity {
    /// Whether its operations say anything of it.
    pub is_stated: bool,
    /// The statics of the schemes that operations ask for; of all that are declared, where they say nothing.
    pub schemes: Vec<Ident>,
}

/// A server.
#[derive(Clone, Debug)]
pub struct ServerFacts {
    /// Its url template.
    pub url: String,
    /// Its variables: name, default, allowed values.
    pub variables: Vec<(String, String, Vec<String>)>,
}

/// A security scheme.
#[derive(Clone, Debug)]
pub struct SecurityFacts {
    /// Its name in the document.
    pub name: String,
    /// How it works.
    pub kind: SecurityKind,
}

/// How a security scheme works.
#[derive(Clone, Debug)]
pub enum SecurityKind {
    /// An HTTP authentication scheme.
    Http(String),
    /// An API key: the runtime's name of where it travels, and its name there.
    ApiKey(&'static str, String),
    /// A bearer token from elsewhere.
    Token,
}
