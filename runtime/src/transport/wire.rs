//! Making a request what HTTP/1.1 wants on the wire.

use http::header::{CONTENT_LENGTH, HOST, PROXY_AUTHORIZATION, TRANSFER_ENCODING};
use http::uri::{PathAndQuery, Scheme};
use http::{HeaderValue, Method, Request, Uri};
use http_body::Body as _;

use super::route::Route;
use super::{Body, TransportError, TransportErrorKind};

/// Puts the server into a header, and out of the target, where no proxy has to read it.
pub(super) fn prepare(request: &mut Request<Body>, route: &Route) -> Result<(), TransportError> {
    if !request.headers().contains_key(HOST) {
        let host = HeaderValue::try_from(route.origin.to_string())
            .map_err(|error| unsendable("the host of the request cannot stand in a header", error.into()))?;
        request.headers_mut().insert(HOST, host);
    }
    // RFC 9110, section 8.6: some servers want to be told that there is nothing to wait for. hyper leaves it out.
    let headers = request.headers();
    if matches!(*request.method(), Method::POST | Method::PUT | Method::PATCH)
        && request.body().is_end_stream()
        && !headers.contains_key(CONTENT_LENGTH)
        && !headers.contains_key(TRANSFER_ENCODING)
    {
        request.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let target = request.uri().path_and_query().cloned().unwrap_or_else(|| PathAndQuery::from_static("/"));
    let Some(proxy) = route.reading_proxy() else {
        *request.uri_mut() = Uri::from(target);
        return Ok(());
    };
    // RFC 9112, section 3.2.2. The user information that the uri may have had stays here.
    *request.uri_mut() = Uri::builder()
        .scheme(Scheme::HTTP)
        .authority(route.origin.to_string())
        .path_and_query(target)
        .build()
        .map_err(|error| unsendable("the uri of the request cannot be sent to a proxy", error))?;
    if let Some(authorization) = &proxy.authorization {
        request.headers_mut().insert(PROXY_AUTHORIZATION, authorization.clone());
    }
    Ok(())
}

fn unsendable(message: &str, error: http::Error) -> TransportError {
    TransportError::new(TransportErrorKind::Other, message).with_source(error)
}
