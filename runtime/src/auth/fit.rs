//! Whether the credentials of a client are of any use to the operations of its service.

use std::any::type_name;
use std::sync::Arc;

use super::credential::Credentials;
use super::for_scheme::ForScheme;
use crate::pipeline::BuildError;
use crate::service::{ApiKeyIn, Requirement, Security, SecurityKind, SecurityScheme};

/// What stands in the header `authorization` is all that can be sent where the document declares no scheme: where a key
/// would go, nobody knows.
static UNDECLARED: [SecurityScheme; 3] = [
    SecurityScheme { name: "bearer", kind: SecurityKind::Http("bearer") },
    SecurityScheme { name: "basic", kind: SecurityKind::Http("basic") },
    SecurityScheme { name: "signature", kind: SecurityKind::Http("signature") },
];

/// Credentials as the caller has given them, with the name of their type for messages.
#[derive(Clone)]
pub(crate) struct Given {
    credentials: Arc<dyn Credentials>,
    name: &'static str,
}

impl Given {
    pub(crate) fn new<C: Credentials>(credentials: C) -> Self {
        Self { name: short_name::<C>(), credentials: Arc::new(credentials) }
    }

    /// The same, for one scheme alone.
    pub(crate) fn new_for<C: Credentials>(scheme: &'static SecurityScheme, credentials: C) -> Self {
        Self { name: short_name::<C>(), credentials: Arc::new(ForScheme::new(scheme, credentials)) }
    }
}

/// The name of a type without the modules that it stands in.
fn short_name<T>() -> &'static str {
    let name = type_name::<T>();
    let name = name.split('<').next().unwrap_or(name);
    name.rsplit("::").next().unwrap_or(name)
}

/// What authorises a call of an operation that says nothing of it, each by itself; none where other operations do.
pub(crate) fn ways_for_all(security: &Security) -> Vec<[Requirement; 1]> {
    let one = |scheme| [Requirement::new(scheme, &[])];
    match security {
        Security::Stated(_) => Vec::new(),
        Security::Unstated([]) => UNDECLARED.iter().map(one).collect(),
        Security::Unstated(declared) => declared.iter().copied().map(one).collect(),
    }
}

/// All credentials in the order in which they are to be asked; or the first that no operation could use, and why.
pub(crate) fn held_against(given: &[Given], security: &Security) -> Result<Vec<Arc<dyn Credentials>>, BuildError> {
    let (Security::Stated(schemes) | Security::Unstated(schemes)) = *security;
    for one in given {
        let of_use = match security {
            Security::Unstated([]) => UNDECLARED.iter().any(|scheme| one.credentials.answers(scheme)),
            _ => schemes.iter().any(|scheme| one.credentials.answers(scheme)),
        };
        if !of_use {
            return Err(BuildError::Credentials {
                credentials: one.name,
                reason: reason(&*one.credentials, security, schemes),
                schemes: schemes.iter().map(|scheme| scheme.name).collect(),
            });
        }
    }
    let (named, others): (Vec<&Given>, Vec<&Given>) = given.iter().partition(|one| one.credentials.scheme().is_some());
    Ok(named.into_iter().chain(others).map(|one| Arc::clone(&one.credentials)).collect())
}

/// Completes "the credentials NAME …".
fn reason(credentials: &dyn Credentials, security: &Security, schemes: &[&SecurityScheme]) -> String {
    let list: Vec<String> = schemes.iter().map(|scheme| told(scheme)).collect();
    let list = list.join(", ");
    match (credentials.scheme(), security) {
        (_, Security::Stated([])) => "are of no use: no operation of the document asks for any".to_owned(),
        (Some(name), Security::Unstated([])) => {
            format!("are for the security scheme {name:?}, but the document declares none")
        }
        (None, Security::Unstated([])) => {
            "cannot be sent: the document declares no security scheme, so that it does not say where they go; what goes \
             in the header authorization can be sent (BearerToken, BasicAuth, AuthorizationHeader), and any other header \
             can be stated for all calls"
                .to_owned()
        }
        (Some(name), _) => match schemes.iter().find(|scheme| scheme.name == name) {
            Some(scheme) => format!("are of another kind than the security scheme {}; there are: {list}", told(scheme)),
            None => format!("are for the security scheme {name:?}, which no operation asks for; there are: {list}"),
        },
        (None, _) => format!("are of another kind than the security schemes that operations ask for: {list}"),
    }
}

/// A scheme, and what it sends: `key (an API key in the header x-key)`.
fn told(scheme: &SecurityScheme) -> String {
    let name = scheme.name;
    match scheme.kind {
        SecurityKind::Http(word) => format!("{name} ({word})"),
        SecurityKind::Token => format!("{name} (a token)"),
        SecurityKind::ApiKey { location, name: place } => {
            let location = match location {
                ApiKeyIn::Header => "header",
                ApiKeyIn::Query => "query parameter",
                ApiKeyIn::Cookie => "cookie",
            };
            format!("{name} (an API key in the {location} {place})")
        }
    }
}
