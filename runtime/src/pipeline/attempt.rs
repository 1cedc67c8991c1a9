//! One attempt at a request: identify → authorise → send. What retries goes round this.

use bytes::{Bytes, BytesMut};
use http::{HeaderValue, Request, Response};

use super::deadline::Deadline;
use super::prepare::Prepared;
use super::settings::Settings;
use crate::auth::{Unauthorised, authorise, choose};
use crate::encode::forbidden_in_header;
use crate::error::{Refused, TransportFailure};
use crate::response::{Receipt, Received};
use crate::transport::{Body, TransportError, TransportErrorKind};
use crate::validate::{Rule, Violation, Violations};

/// So much room is made for a body before it comes, in bytes; what is announced beyond that is believed when it is there.
const AT_ONCE: usize = 64 * 1024;

/// What becomes of an attempt but a reply.
pub(super) enum Failure {
    Refused(Refused),
    Transport(TransportFailure),
}

/// Sends a request once, for the `number`th time, and buffers the reply.
pub(super) async fn attempt(
    settings: &Settings,
    prepared: &Prepared,
    deadline: &mut Deadline,
    number: u32,
) -> Result<Received, Failure> {
    let operation = prepared.facts.id;
    let mut request = request(prepared);
    let request_id = identify(settings, operation, &mut request)?;
    if !prepared.authorised {
        let chosen = choose(prepared.facts.security, &settings.credentials, false);
        // Nothing has been sent in this attempt when credentials take too long.
        let chosen = deadline.hold(chosen).await.map_err(|error| {
            let before = number.saturating_sub(1);
            Failure::Transport(TransportFailure::before_reply(operation, error, None, before))
        })?;
        let refused = |reason: Unauthorised| Failure::Refused(Refused::unauthorised(operation, reason));
        authorise(&mut request, &chosen.map_err(refused)?, settings.clock.now()).await.map_err(refused)?;
    }
    let sent = deadline.hold(settings.transport.send(request.map(Body::from))).await;
    let reply = sent.and_then(|sent| sent).map_err(|error| {
        let id = settings.service.request_id.zip(request_id.clone());
        Failure::Transport(TransportFailure::before_reply(operation, error, id, number))
    })?;
    let receipt = Receipt {
        service: settings.service,
        operation,
        sent_request_id: request_id,
        attempts: number,
        at: settings.clock.now(),
    };
    receive(settings, deadline, reply, receipt).await.map_err(Failure::Transport)
}

fn request(prepared: &Prepared) -> Request<Bytes> {
    let mut request = Request::new(prepared.body.clone().unwrap_or_default());
    *request.method_mut() = prepared.facts.method.into();
    *request.uri_mut() = prepared.uri.clone();
    *request.headers_mut() = prepared.headers.clone();
    request
}

/// Gives the request an identifier, unless the caller has; answers with the one that it has.
fn identify(
    settings: &Settings,
    operation: &'static str,
    request: &mut Request<Bytes>,
) -> Result<Option<Box<str>>, Failure> {
    let Some(header) = &settings.request_id_header else {
        return Ok(None);
    };
    if let Some(stated) = request.headers().get(header) {
        return Ok(stated.to_str().ok().map(Into::into));
    }
    let id = settings.request_ids.next();
    let rule = match (forbidden_in_header(&id), HeaderValue::from_str(&id)) {
        (None, Ok(value)) => {
            request.headers_mut().insert(header, value);
            return Ok(Some(id.into()));
        }
        (Some(rule), _) => rule,
        (None, Err(error)) => Rule::Unencodable { reason: error.to_string() },
    };
    let violation = Violation::new(format!("header:{header}"), rule);
    let violations = Violations::from_found(vec![violation]);
    let violations = violations.expect("a list of one is not empty");
    Err(Failure::Refused(Refused::violated(operation, violations)))
}

/// Buffers the body of a reply, up to the limit, while there is time.
async fn receive(
    settings: &Settings,
    deadline: &mut Deadline,
    reply: Response<Body>,
    receipt: Receipt,
) -> Result<Received, TransportFailure> {
    let (head, mut body) = reply.into_parts();
    let limit = settings.body_limit;
    let too_large = || {
        let message = format!("its body is longer than {limit} bytes, the limit of the client");
        TransportError::new(TransportErrorKind::BodyTooLarge, message)
    };
    let announced = body.remaining().and_then(|length| usize::try_from(length).ok());
    let mut buffer = BytesMut::with_capacity(announced.unwrap_or_default().min(AT_ONCE));
    let failed = if head.status.is_informational() {
        // Interim replies end at the transport; only this one is left to it, and ends the talk of HTTP.
        let message = "the client did not ask for another protocol";
        Some(TransportError::new(TransportErrorKind::Protocol, message))
    } else if body.remaining().is_some() && announced.is_none_or(|length| length > limit) {
        Some(too_large())
    } else {
        loop {
            match deadline.hold(body.next_chunk()).await {
                Ok(None) => break None,
                Ok(Some(Ok(chunk))) if chunk.len() > limit - buffer.len() => {
                    break Some(too_large());
                }
                Ok(Some(Ok(chunk))) => buffer.extend_from_slice(&chunk),
                Ok(Some(Err(error))) | Err(error) => break Some(error),
            }
        }
    };
    let received = Received::new(head.status, head.headers, buffer.freeze(), receipt);
    match failed {
        None => Ok(received),
        Some(error) => Err(TransportFailure::within_reply(error, received)),
    }
}
