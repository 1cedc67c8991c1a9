//! The request signature of Oracle Cloud Infrastructure, version 1.

use std::time::SystemTime;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, DATE, HOST, TRANSFER_ENCODING};
use http::uri::Scheme;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use ring::digest;

use super::credential::CredentialsError;
use super::signer::SigningKey;

const CONTENT_SHA256: HeaderName = HeaderName::from_static("x-content-sha256");
/// The method and the target, which are no header.
const REQUEST_TARGET: &str = "(request-target)";

/// Signs a request that is otherwise as it will be sent at this time: afterwards neither its method, its uri, its body nor
/// the headers named here may change. Whoever sends it must not encode its path or query again.
///
/// - `date` is set to `now`, `host` to that of the uri where it is missing.
/// - POST, PUT and PATCH also get `content-length` and `x-content-sha256`, both made of the body, and where they have no
///   `content-type`, `application/json`, as the vendor's own clients do: the service wants one that is signed, even for an
///   empty body.
/// - The others (GET, HEAD, DELETE, and likewise OPTIONS and TRACE, of which the platform says nothing) are signed without
///   their body, should they have one.
/// - `authorization` is written, and marked as sensitive.
///
/// # Errors
///
/// The request has an `authorization` already; its host, or another header that is to be signed, is missing or states more
/// than one value; it has a method that there is no rule for; the identifier of the key cannot stand in a header; or the
/// signer has no signature. The headers may have been changed then, but `authorization` is not written.
pub async fn sign<B: AsRef<[u8]>>(
    request: &mut Request<B>,
    key: &SigningKey,
    now: SystemTime,
) -> Result<(), CredentialsError> {
    let headers = signed_headers(request.method())?;
    let id = key_id(key)?;
    let message = prepare(request, headers, now)?;
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

/// What is signed, in this order.
fn signed_headers(method: &Method) -> Result<&'static [&'static str], CredentialsError> {
    match *method {
        Method::POST | Method::PUT | Method::PATCH => {
            Ok(&["date", REQUEST_TARGET, "host", "content-length", "content-type", "x-content-sha256"])
        }
        Method::GET | Method::HEAD | Method::DELETE | Method::OPTIONS | Method::TRACE => {
            Ok(&["date", REQUEST_TARGET, "host"])
        }
        _ => Err(CredentialsError::new(format!("there is no rule how to sign a request with the method {method}"))),
    }
}

/// Completes the headers of a request, and gives what is to be signed of it.
fn prepare<B: AsRef<[u8]>>(
    request: &mut Request<B>,
    signed: &[&str],
    now: SystemTime,
) -> Result<Vec<u8>, CredentialsError> {
    let body = request.body().as_ref();
    let length = HeaderValue::from(body.len());
    let hash = signed.contains(&CONTENT_SHA256.as_str()).then(|| digest::digest(&digest::SHA256, body));
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
    if let Some(hash) = hash {
        if headers.contains_key(TRANSFER_ENCODING) {
            let message = "the request states a transfer-encoding, but what is signed is the length of its body";
            return Err(CredentialsError::new(message));
        }
        headers.insert(CONTENT_LENGTH, length);
        let hash = HeaderValue::try_from(STANDARD.encode(hash));
        headers.insert(CONTENT_SHA256, hash.expect("base64 can stand in a header"));
        if !headers.contains_key(CONTENT_TYPE) {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
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
