//! Choosing among the ways to authorise a call, and writing the credentials of the chosen one into the request.

use std::sync::Arc;
use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderName, HeaderValue, Request, Uri};

use super::credential::{Credential, CredentialRequest, Credentials, CredentialsError, Secret};
#[cfg(feature = "oci")]
use super::signature;
use crate::encode::encoded;
use crate::service::{ApiKeyIn, Requirement, SecurityKind, SecurityScheme};

/// The credentials of one way to authorise a call, each with its scheme.
pub(crate) type Chosen = Vec<(&'static SecurityScheme, Credential)>;

/// Why a call goes unauthorised.
#[derive(Debug)]
pub(crate) enum Unauthorised {
    /// There are credentials, but for no alternative of these schemes all that it needs.
    NothingFits(Vec<&'static str>),
    /// The credentials for this scheme could not be had, or cannot be sent.
    Credentials(&'static str, CredentialsError),
}

/// The credentials of the first alternative whose schemes are all answered. One that asks for nothing is taken last.
///
/// Without any credentials configured, the call goes without: the service says what it thinks of that.
pub(crate) async fn choose(
    alternatives: &[impl AsRef<[Requirement]>],
    credentials: &[Arc<dyn Credentials>],
    refused: Option<&Chosen>,
) -> Result<Chosen, Unauthorised> {
    if credentials.is_empty() || alternatives.is_empty() {
        return Ok(Vec::new());
    }
    let alternatives = || alternatives.iter().map(AsRef::as_ref);
    let mut unanswered: Vec<&'static str> = Vec::new();
    for alternative in alternatives().filter(|stated| !stated.is_empty()) {
        let mut chosen = Vec::with_capacity(alternative.len());
        for requirement in alternative {
            let scheme = requirement.scheme;
            if unanswered.contains(&scheme.name) {
                break;
            }
            let Some(credential) = ask(scheme, credentials, refused).await? else {
                // Asking for the others of this alternative might fetch tokens that nobody needs.
                unanswered.push(scheme.name);
                break;
            };
            chosen.push((scheme, credential));
        }
        if chosen.len() == alternative.len() {
            return Ok(chosen);
        }
    }
    if alternatives().any(<[Requirement]>::is_empty) {
        return Ok(Vec::new());
    }
    let asked_for = alternatives().flatten();
    Err(Unauthorised::NothingFits(asked_for.map(|requirement| requirement.scheme.name).collect()))
}

async fn ask(
    scheme: &'static SecurityScheme,
    credentials: &[Arc<dyn Credentials>],
    refused: Option<&Chosen>,
) -> Result<Option<Credential>, Unauthorised> {
    let mut request = CredentialRequest::new(scheme);
    if let Some(refused) = refused {
        let credential = refused.iter().find(|(refused, _)| refused.name == scheme.name);
        request = credential.map_or(request.after_refusal(), |(_, refused)| request.after_refusal_of(refused));
    }
    for source in credentials {
        let answer = source.credential(request).await;
        if let Some(credential) = answer.map_err(|error| Unauthorised::Credentials(scheme.name, error))? {
            return Ok(Some(credential));
        }
    }
    Ok(None)
}

/// Writes credentials into a request that is otherwise as it will be sent at this time.
pub(crate) async fn authorise(
    request: &mut Request<Bytes>,
    chosen: &Chosen,
    now: SystemTime,
) -> Result<(), Unauthorised> {
    for (scheme, credential) in chosen {
        write(request, scheme, credential)
            .map_err(|reason| Unauthorised::Credentials(scheme.name, CredentialsError::new(reason)))?;
    }
    // What is signed must not change afterwards.
    #[cfg(feature = "oci")]
    for (scheme, credential) in chosen {
        if let Credential::Signature(key) = credential {
            let signed = signature::sign(request, key, now).await;
            signed.map_err(|error| Unauthorised::Credentials(scheme.name, error))?;
        }
    }
    #[cfg(not(feature = "oci"))]
    let _ = now;
    Ok(())
}

fn write(request: &mut Request<Bytes>, scheme: &SecurityScheme, credential: &Credential) -> Result<(), &'static str> {
    match (credential, scheme.kind) {
        // It is made when all else stands.
        #[cfg(feature = "oci")]
        (Credential::Signature(_), _) => Ok(()),
        (Credential::ApiKey(key), SecurityKind::ApiKey { location, name }) => write_key(request, location, name, key),
        (Credential::ApiKey(_), _) => Err("an API key was handed out, but the scheme is none"),
        (_, SecurityKind::ApiKey { .. }) => Err("the scheme asks for an API key, something else was handed out"),
        (Credential::Bearer(token), _) => authorization(request, &format!("Bearer {}", token.reveal())),
        (Credential::Basic { user, .. }, _) if user.contains(':') => {
            Err("the name of the user holds a colon, which ends it")
        }
        (Credential::Basic { user, password }, _) => {
            let pair = STANDARD.encode(format!("{user}:{}", password.reveal()));
            authorization(request, &format!("Basic {pair}"))
        }
        (Credential::Authorization(value), _) => authorization(request, value.reveal()),
    }
}

fn authorization(request: &mut Request<Bytes>, value: &str) -> Result<(), &'static str> {
    let value = secret_value(value)?;
    if request.headers_mut().insert(AUTHORIZATION, value).is_some() {
        return Err("another scheme of the same call has written the header authorization already");
    }
    Ok(())
}

fn write_key(request: &mut Request<Bytes>, location: ApiKeyIn, name: &str, key: &Secret) -> Result<(), &'static str> {
    match location {
        ApiKeyIn::Header => {
            let name = HeaderName::from_bytes(name.as_bytes())
                .map_err(|_| "the name that the document gives the key cannot be that of a header")?;
            // What the call itself states stays.
            let value = secret_value(key.reveal())?;
            request.headers_mut().entry(name).or_insert(value);
        }
        ApiKeyIn::Query => {
            let uri = request.uri();
            let target = uri.path_and_query().map_or("/", |target| target.as_str());
            let sign = if uri.query().is_some() { '&' } else { '?' };
            let mut target = format!("{target}{sign}");
            target.extend(encoded(name));
            target.push('=');
            target.extend(encoded(key.reveal()));
            let mut parts = uri.clone().into_parts();
            // What is wrong is not told: the text holds the key.
            let unfit = "the key makes a url that is too long";
            parts.path_and_query = Some(target.parse().map_err(|_| unfit)?);
            *request.uri_mut() = Uri::from_parts(parts).map_err(|_| unfit)?;
        }
        ApiKeyIn::Cookie => {
            if !key.reveal().bytes().all(is_cookie_octet) {
                return Err("the key holds characters that cannot stand in a cookie");
            }
            let before = request.headers().get(COOKIE).and_then(|value| value.to_str().ok());
            let before = before.map(|before| format!("{before}; ")).unwrap_or_default();
            let value = secret_value(&format!("{before}{name}={}", key.reveal()))?;
            request.headers_mut().insert(COOKIE, value);
        }
    }
    Ok(())
}

fn secret_value(text: &str) -> Result<HeaderValue, &'static str> {
    let unfit = "it holds characters that cannot stand in a header; is there a line break at its end?";
    if text.trim() != text || !text.is_ascii() {
        return Err(unfit);
    }
    let mut value = HeaderValue::from_str(text).map_err(|_| unfit)?;
    value.set_sensitive(true);
    Ok(value)
}

/// RFC 6265, `cookie-octet`.
fn is_cookie_octet(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'"' | b',' | b';' | b'\\')
}
