//! The request signature of Oracle Cloud Infrastructure, version 1.

use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, DATE, HOST, TRANSFER_ENCODING};
use http::uri::Scheme;
use http::{HeaderMap, HeaderValue, Method, Request, Uri};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use ring::digest;

use super::credential::CredentialsError;
use super::signed_headers::{CONTENT_SHA256, DELEGATION_TOKEN, REQUEST_TARGET};
use super::signer::SigningKey;

/// Signs a request that is otherwise as it will be sent at this time: afterwards neither its method, its uri, its body
/// nor the headers named here may change. Whoever sends it must not encode its path or query again.
///
/// What is signed is what the [`SignedHeaders`](super::SignedHeaders) of the key say; unless stated otherwise:
///
/// - `date` is set to `now`, `host` to that of the uri where it is missing.
/// - POST, PUT and PATCH also get `content-length` and `x-content-sha256`, both made of the body, and where they have no
///   `content-type`, `application/json`, as the vendor's own clients do: the service wants one that is signed, even for an
///   empty body.
/// - The others (GET, HEAD, DELETE, and likewise OPTIONS and TRACE, of which the platform says nothing) are signed without
///   their body, should they have one.
/// - A delegation token of the key is written as `opc-obo-token`, which is signed wherever a request has it.
/// - `authorization` is written, and marked as sensitive.
///
/// # Errors
///
/// The request has an `authorization` already; its host, or another header that is to be signed, is missing or states
/// more than one value; it has a method that there is no rule for; the identifier of the key cannot stand in a header; or
/// the signer has no signature. The headers may have been changed then, but `authorization` is not written.
pub async fn sign<B: AsRef<[u8]>>(
    request: &mut Request<B>,
    key: &SigningKey,
    now: SystemTime,
) -> Result<(), CredentialsError> {
    sign_with(request, key, now, |body| {
        let body = body.as_ref();
        Some((body.len(), digest::digest(&digest::SHA256, body)))
    })
    .await
}

/// Signs a request whose body cannot be looked at, such as a stream, as [`sign`] does.
///
/// Where the key's rule signs what the content is, the request must state it already: `content-length` and
/// `x-content-sha256`, the base64 of the SHA-256 of the body. [`SignedHeaders::WITHOUT_CONTENT`](super::SignedHeaders)
/// asks for none of these.
///
/// # Errors
///
/// As [`sign`], and where what is signed of the content is not stated.
pub async fn sign_unread<B>(
    request: &mut Request<B>,
    key: &SigningKey,
    now: SystemTime,
) -> Result<(), CredentialsError> {
    sign_with(request, key, now, |_| None).await
}

/// Length and hash of a body, where it can be looked at.
type Content<B> = fn(&B) -> Option<(usize, digest::Digest)>;

async fn sign_with<B>(
    request: &mut Request<B>,
    key: &SigningKey,
    now: SystemTime,
    content: Content<B>,
) -> Result<(), CredentialsError> {
    delegate(request.headers_mut(), key)?;
    let headers = key.signed_headers().of(request.method(), request.headers())?;
    let id = key_id(key)?;
    let message = prepare(request, &headers, now, content)?;
    let signature = STANDARD.encode(key.signer().sign(&message).await?);
    let headers = headers.join(" ");
    let value = format!(
        "Signature version=\"1\",headers=\"{headers}\",keyId=\"{id}\",algorithm=\"rsa-sha256\",signature=\"{signature}\""
    );
    let mut value = HeaderValue::try_from(value).map_err(|_| CredentialsError::new(UNFIT_ID))?;
    value.set_sensitive(true);
    request.headers_mut().insert(AUTHORIZATION, value);
    Ok(())
}

/// Writes the delegation token of a key. A request that has another is not sent on behalf of either.
fn delegate(headers: &mut HeaderMap, key: &SigningKey) -> Result<(), CredentialsError> {
    let Some(token) = key.delegation_token() else { return Ok(()) };
    let mut value = HeaderValue::try_from(token.reveal())
        .ok()
        .filter(|value| !value.is_empty())
        .ok_or_else(|| CredentialsError::new("the delegation token is empty, or cannot stand in a header"))?;
    value.set_sensitive(true);
    if headers.insert(DELEGATION_TOKEN, value.clone()).is_some_and(|stated| stated != value) {
        let message = "the request has another opc-obo-token than its credentials, which carry a delegation token";
        return Err(CredentialsError::new(message));
    }
    Ok(())
}

const UNFIT_ID: &str = "the identifier of the signing key holds characters that cannot stand in a header, or is empty";

/// The identifier, which stands between quotes.
fn key_id(key: &SigningKey) -> Result<&str, CredentialsError> {
    let id = key.id().reveal();
    let fits = |byte: u8| byte == b' ' || byte.is_ascii_graphic() && byte != b'"' && byte != b'\\';
    if id.is_empty() || !id.bytes().all(fits) {
        return Err(CredentialsError::new(UNFIT_ID));
    }
    Ok(id)
}

/// Completes the headers of a request, and gives what is to be signed of it.
fn prepare<B>(
    request: &mut Request<B>,
    signed: &[&str],
    now: SystemTime,
    content: Content<B>,
) -> Result<Vec<u8>, CredentialsError> {
    let is_signed = |name: &str| signed.contains(&name);
    let is_looked_at = is_signed(CONTENT_LENGTH.as_str()) || is_signed(CONTENT_SHA256.as_str());
    let body = if is_looked_at { content(request.body()) } else { None };
    let host = host(request.uri());
    let headers = request.headers_mut();
    if headers.contains_key(AUTHORIZATION) {
        let message = "another scheme of the same call has written the header authorization already";
        return Err(CredentialsError::new(message));
    }
    headers.insert(DATE, date(now)?);
    if let (false, Some(host)) = (headers.contains_key(HOST), host) {
        headers.insert(HOST, host);
    }
    if is_signed(CONTENT_LENGTH.as_str()) && headers.contains_key(TRANSFER_ENCODING) {
        let message = "the request states a transfer-encoding, but what is signed is the length of its body";
        return Err(CredentialsError::new(message));
    }
    if let Some((length, hash)) = body {
        if is_signed(CONTENT_LENGTH.as_str()) {
            headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
        }
        if is_signed(CONTENT_SHA256.as_str()) {
            let hash = HeaderValue::try_from(STANDARD.encode(hash));
            headers.insert(CONTENT_SHA256, hash.expect("base64 can stand in a header"));
        }
    }
    if is_signed(CONTENT_TYPE.as_str()) && !headers.contains_key(CONTENT_TYPE) {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    message(request.method(), request.uri(), request.headers(), signed)
}

/// The signing string. It is made of bytes, since the values of headers are.
fn message(method: &Method, uri: &Uri, headers: &HeaderMap, signed: &[&str]) -> Result<Vec<u8>, CredentialsError> {
    let mut message = Vec::new();
    for name in signed {
        if !message.is_empty() {
            message.push(b'\n');
        }
        message.extend_from_slice(name.as_bytes());
        message.extend_from_slice(b": ");
        if *name == REQUEST_TARGET {
            message.extend_from_slice(method.as_str().to_ascii_lowercase().as_bytes());
            message.push(b' ');
            message.extend_from_slice(uri.path().as_bytes());
            if let Some(query) = uri.query() {
                message.push(b'?');
                message.extend_from_slice(query.as_bytes());
            }
            continue;
        }
        let mut values = headers.get_all(*name).into_iter();
        let (Some(value), None) = (values.next(), values.next()) else {
            let message = format!("the request must have one header {name}, which is signed, and has none or several");
            return Err(CredentialsError::new(message));
        };
        // RFC 9110, section 5.5: whoever receives the header does not see the space around its value.
        message.extend_from_slice(value.as_bytes().trim_ascii());
    }
    Ok(message)
}

/// RFC 9110, section 5.6.7: the preferred form of a date.
fn date(now: SystemTime) -> Result<HeaderValue, CredentialsError> {
    let unfit = "the clock shows a time that cannot stand in a header";
    let text = Timestamp::try_from(now)
        .and_then(|now| DateTimePrinter::new().timestamp_to_rfc9110_string(&now))
        .map_err(|error| CredentialsError::new(unfit).with_source(error))?;
    HeaderValue::try_from(text).map_err(|error| CredentialsError::new(unfit).with_source(error))
}

/// RFC 9110, section 7.2: host and port of the uri, the port only where it is not the scheme's own.
fn host(uri: &Uri) -> Option<HeaderValue> {
    let host = uri.host()?.to_ascii_lowercase();
    let usual = match uri.scheme() {
        Some(scheme) if *scheme == Scheme::HTTP => Some(80),
        Some(scheme) if *scheme == Scheme::HTTPS => Some(443),
        _ => None,
    };
    let port = uri.port_u16().filter(|port| Some(*port) != usual);
    let text = port.map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
    HeaderValue::try_from(text).ok().filter(|host| !host.is_empty())
}
