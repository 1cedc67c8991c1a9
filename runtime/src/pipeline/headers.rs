//! The headers that go with every request of a client.

use http::header::{AUTHORIZATION, HOST, USER_AGENT};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::build_error::BuildError;
use crate::encode::{self, stated_header};
use crate::endpoint::Endpoint;
use crate::service::{ApiKeyIn, Security, SecurityKind, Service};

/// What signatures write, beside `authorization`: the time and the digest of one request (draft-cavage-http-signatures,
/// section 2.3, and the vendor's own `x-content-sha256`).
const OF_ONE_REQUEST: &[&str] = &["date", "x-date", "digest", "x-content-sha256", "(request-target)"];

/// The client's own: `host`, `user-agent`, and those that the service has for every request.
pub(super) fn of_service(
    service: &Service,
    endpoint: &Endpoint,
    user_agent: Option<&str>,
) -> Result<HeaderMap, BuildError> {
    let mut headers = HeaderMap::new();
    let own = format!("{}/{}", service.name, service.version);
    headers.insert(HOST, value("host", endpoint.authority.as_str())?);
    headers.insert(USER_AGENT, value("user-agent", user_agent.unwrap_or(&own))?);
    for (stated, text) in service.headers {
        headers.insert(name(stated)?, value(stated, text)?);
    }
    Ok(headers)
}

/// Those that the caller states, the last of each name, or the first that is not the caller's to state.
pub(super) fn stated(
    stated: &[(String, String)],
    service: &Service,
    has_credentials: bool,
) -> Result<HeaderMap, BuildError> {
    let mut headers = HeaderMap::with_capacity(stated.len());
    for (name, text) in stated {
        let refused = |reason: String| BuildError::Header { name: name.clone(), reason };
        if let Some(reason) = of_the_client(name, service, has_credentials) {
            return Err(refused(reason));
        }
        let (name, value) = stated_header(name, text).map_err(|rule| refused(rule.to_string()))?;
        headers.insert(name, value);
    }
    Ok(headers)
}

/// Why a header is written by the client for each request, where it is.
fn of_the_client(name: &str, service: &Service, has_credentials: bool) -> Option<String> {
    let is = |other: &str| name.eq_ignore_ascii_case(other);
    if OF_ONE_REQUEST.iter().any(|one| is(one)) {
        return Some("it is that of one request, and a signature writes it".to_owned());
    }
    if service.idempotency_key.is_some_and(is) {
        return Some(
            "each call has a key of its own; with one for all, the service would do the work of one".to_owned(),
        );
    }
    let (Security::Stated(schemes) | Security::Unstated(schemes)) = service.security;
    let writer = schemes.iter().find(|scheme| match scheme.kind {
        SecurityKind::Http(_) | SecurityKind::Token => is(AUTHORIZATION.as_str()),
        SecurityKind::ApiKey { location: ApiKeyIn::Header, name } => is(name),
        SecurityKind::ApiKey { .. } => false,
    });
    match writer {
        Some(scheme) => Some(format!("the security scheme {} writes it; state credentials for that", scheme.name)),
        None if has_credentials && is(AUTHORIZATION.as_str()) => {
            Some("the credentials of the client write it".to_owned())
        }
        None => None,
    }
}

pub(super) fn name(name: &str) -> Result<HeaderName, BuildError> {
    HeaderName::from_bytes(name.as_bytes())
        .map_err(|error| BuildError::Header { name: name.to_owned(), reason: error.to_string() })
}

fn value(name: &str, value: &str) -> Result<HeaderValue, BuildError> {
    encode::header_value(value).map_err(|rule| BuildError::Header { name: name.to_owned(), reason: rule.to_string() })
}
