//! The first half of a call: arguments become a request that every attempt can be made from.

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH};
use http::{HeaderMap, HeaderValue, Uri};

use super::call::Call;
use super::operation::{Operation, OperationFacts};
use super::settings::Settings;
use crate::encode::{Encoded, RequestEncoder};
use crate::error::Refused;
use crate::validate::{Checker, Rule, Violation, Violations};

/// So many headers may come to those of the client and of the call: `accept`, `content-length`, the identifier, and what
/// authorises a request.
const ADDED: usize = 8;

/// A request without what each attempt adds: its identifier, and credentials.
pub(super) struct Prepared {
    pub(super) facts: OperationFacts,
    pub(super) uri: Uri,
    /// What goes beyond the headers of the client.
    headers: HeaderMap,
    pub(super) body: Option<Bytes>,
    /// Whether the call itself states what authorises it.
    pub(super) authorised: bool,
    /// Whether the request may be sent twice: its method is idempotent, or it carries a key that makes it so.
    pub(super) repeatable: bool,
}

impl Prepared {
    /// The client's own headers, under those that its caller states, under those of the operation, under those of the call.
    /// What the operation makes of its replies (`accept`) is the client's own.
    ///
    /// They are put together for each attempt, with room for what it adds: most calls have one, and to fill a map costs no
    /// more than to copy one.
    pub(super) fn all_headers(&self, settings: &Settings) -> HeaderMap {
        let mut headers = HeaderMap::with_capacity(
            settings.headers.len() + settings.stated_headers.len() + self.headers.len() + ADDED,
        );
        headers.extend(settings.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
        if !self.facts.accept.is_empty() {
            headers.insert(ACCEPT, HeaderValue::from_static(self.facts.accept));
        }
        if self.body.is_none() && self.facts.method.states_empty_body() {
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        for (name, value) in settings.stated_headers.iter().chain(&self.headers) {
            headers.insert(name, value.clone());
        }
        headers
    }
}

/// Checks and encodes a request; what cannot be sent is refused with all of its violations.
pub(super) fn prepare<O: Operation>(call: &Call, operation: &O) -> Result<Prepared, Refused> {
    let refused = |found| {
        // There is at least one: this is where they are found.
        Violations::from_found(found).map(|violations| Refused::violated(O::FACTS.id, violations))
    };
    let mut found = Vec::new();
    operation.check(&mut Checker::new(&mut found));
    let mut encoder = RequestEncoder::new(found);
    operation.encode(&mut encoder);
    for (name, value) in &call.options.headers {
        encoder.header_text(name, value);
    }
    let written = encoder.finish().and_then(|encoded| {
        let settings = &*call.pipeline.0;
        let uri = uri(settings, &encoded).map_err(|violation| vec![violation])?;
        Ok((uri, encoded.headers, encoded.body))
    });
    match written {
        Ok((uri, mut headers, body)) => {
            let settings = &*call.pipeline.0;
            let repeatable = O::FACTS.method.is_idempotent() || state_key(settings, &mut headers);
            let authorised = [&headers, &settings.headers, &settings.stated_headers]
                .iter()
                .any(|stated| stated.contains_key(AUTHORIZATION));
            Ok(Prepared { facts: O::FACTS, uri, headers, body, authorised, repeatable })
        }
        Err(found) => Err(refused(found).expect("a request that is not encoded has violations")),
    }
}

/// Gives the request an idempotency key, unless the caller has, where the service has such a thing.
fn state_key(settings: &Settings, headers: &mut HeaderMap) -> bool {
    let Some(header) = &settings.idempotency_header else {
        return false;
    };
    if !settings.headers.contains_key(header) {
        headers.entry(header).or_insert_with(|| {
            let key = format!("{:016x}{:016x}", settings.randomness.next(), settings.randomness.next());
            HeaderValue::try_from(key).expect("digits can stand in a header")
        });
    }
    true
}

fn uri(settings: &Settings, encoded: &Encoded) -> Result<Uri, Violation> {
    let endpoint = &settings.endpoint;
    let mut target = String::with_capacity(endpoint.base_path.len() + encoded.path.len() + encoded.query.len() + 2);
    target.push_str(&endpoint.base_path);
    target.push_str(&encoded.path);
    if !target.starts_with('/') {
        target.insert(0, '/');
    }
    if !encoded.query.is_empty() {
        target.push('?');
        target.push_str(&encoded.query);
    }
    Uri::builder()
        .scheme(endpoint.scheme.clone())
        .authority(endpoint.authority.clone())
        .path_and_query(target)
        .build()
        .map_err(|error| {
            let reason = format!("no url can be made of it: {error}");
            Violation::new("path".to_owned(), Rule::Unencodable { reason })
        })
}
