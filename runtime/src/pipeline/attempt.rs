//! One attempt at a request: identify → authorise → send. What retries goes round this.

use std::pin::pin;

use bytes::{Bytes, BytesMut};
use http::response::Parts;
use http::{Request, StatusCode};

use super::deadline::Deadline;
use super::identify::Identifiers;
use super::prepare::Prepared;
use super::settings::Settings;
use crate::auth::{Chosen, Unauthorised, authorise, choose};
use crate::error::{Before, Refused, TransportFailure};
use crate::response::{Receipt, Received};
use crate::transport::{Body, TransportError, TransportErrorKind};

/// So much room is made for a body before it comes, in bytes; what is announced beyond that is believed when it is there.
const AT_ONCE: usize = 64 * 1024;

/// A body that comes in one piece of at least this many bytes is kept as it came. A smaller one is copied: the piece is a
/// part of the room that the transport reads into, some kilobytes at least, all of which it would hold on to.
const AS_IT_IS: usize = 8 * 1024;

/// What becomes of an attempt but a reply.
pub(super) enum Failure {
    Refused(Refused),
    Transport(TransportFailure),
}

impl Failure {
    /// The same, knowing what came of the attempt before.
    pub(super) fn after(self, before: Option<Before>) -> Self {
        let Some(before) = before else {
            return self;
        };
        match self {
            Self::Refused(refused) => Self::Refused(refused.after(before)),
            Self::Transport(failure) => Self::Transport(failure.after(before)),
        }
    }

    /// What came of it, for the attempt after it.
    pub(super) fn into_before(self) -> Option<Before> {
        match self {
            Self::Transport(failure) => Some(failure.into_before()),
            Self::Refused(refused) => refused.into_before(),
        }
    }
}

/// An attempt, beside the request itself.
pub(super) struct Attempt<'a> {
    pub(super) settings: &'a Settings,
    pub(super) prepared: &'a Prepared,
    /// How many times the request has been sent so far.
    pub(super) sent: u32,
    /// The credentials to send it with, where they need not be asked for.
    pub(super) credentials: Option<Chosen>,
}

/// What came of an attempt, and how far it got.
pub(super) struct Attempted {
    pub(super) result: Result<Received, Failure>,
    /// The credentials that it was sent with.
    pub(super) credentials: Chosen,
    pub(super) sent_request_id: Option<Box<str>>,
    /// How many times the request has been sent by now.
    pub(super) sent: u32,
}

impl Attempt<'_> {
    /// Sends the request once, and buffers the reply.
    pub(super) async fn make(mut self, identifiers: &mut Identifiers, deadline: &mut Deadline) -> Attempted {
        let mut sent_request_id = None;
        let mut credentials = self.credentials.take().unwrap_or_default();
        let result = self.send(identifiers, deadline, &mut credentials, &mut sent_request_id).await;
        Attempted { result, credentials, sent_request_id, sent: self.sent }
    }

    async fn send(
        &mut self,
        identifiers: &mut Identifiers,
        deadline: &mut Deadline,
        credentials: &mut Chosen,
        sent_request_id: &mut Option<Box<str>>,
    ) -> Result<Received, Failure> {
        let request = self.compose(identifiers, deadline, credentials, sent_request_id).await?;
        self.sent += 1;
        let Self { settings, prepared, sent: attempts, .. } = *self;
        let operation = prepared.facts.id;
        let sent = deadline.hold(settings.transport.send(request.map(Body::from))).await;
        let reply = sent.and_then(|sent| sent).map_err(|error| {
            let id = settings.service.request_id.zip(sent_request_id.clone());
            let failure = TransportFailure::before_reply(operation, error, id, attempts);
            Failure::Transport(failure.of_host(settings.endpoint.authority.host(), &settings.host_from))
        })?;
        let at = settings.clock.now();
        let (Parts { status, headers, .. }, body) = reply.into_parts();
        let (body, failed) = receive(settings, deadline, status, body).await;
        let sent_request_id = sent_request_id.clone();
        let receipt = Receipt { service: settings.service, operation, sent_request_id, attempts, at };
        let received = Received::new(status, headers, body, receipt);
        match failed {
            None => Ok(received),
            Some(error) => Err(Failure::Transport(TransportFailure::within_reply(error, received))),
        }
    }

    /// The request as it will be sent, identified and authorised.
    async fn compose(
        &self,
        identifiers: &mut Identifiers,
        deadline: &mut Deadline,
        credentials: &mut Chosen,
        sent_request_id: &mut Option<Box<str>>,
    ) -> Result<Request<Bytes>, Failure> {
        let Self { settings, prepared, sent, .. } = *self;
        let mut request = request(settings, prepared);
        let identified = identifiers.identify(settings, &mut request);
        *sent_request_id = identified.map_err(|found| Failure::Refused(Refused::violated(prepared.facts.id, found)))?;
        if !prepared.authorised {
            if credentials.is_empty() {
                *credentials = credentials_for(settings, prepared, deadline, sent, None).await?;
            }
            let written = pin!(authorise(&mut request, credentials, settings.clock.now()));
            let written = deadline.hold(written).await;
            written.map_err(|error| late(prepared, &error, sent))?.map_err(|reason| refused(prepared, reason))?;
        }
        Ok(request)
    }
}

/// Asks for the credentials of a request that has been sent so many times.
pub(super) async fn credentials_for(
    settings: &Settings,
    prepared: &Prepared,
    deadline: &mut Deadline,
    sent: u32,
    refused_credentials: Option<&Chosen>,
) -> Result<Chosen, Failure> {
    let stated = prepared.facts.security;
    let chosen = pin!(async {
        if stated.is_empty() {
            choose(&settings.ways_for_all, &settings.credentials, refused_credentials).await
        } else {
            choose(stated, &settings.credentials, refused_credentials).await
        }
    });
    let chosen = deadline.hold(chosen).await.map_err(|error| late(prepared, &error, sent))?;
    chosen.map_err(|reason| refused(prepared, reason))
}

/// The time is over before the request could be sent.
fn late(prepared: &Prepared, error: &TransportError, sent: u32) -> Failure {
    let error = TransportError::new(TransportErrorKind::Timeout, format!("no credentials to send it with: {error}"));
    Failure::Transport(TransportFailure::before_reply(prepared.facts.id, error, None, sent))
}

fn refused(prepared: &Prepared, reason: Unauthorised) -> Failure {
    Failure::Refused(Refused::unauthorised(prepared.facts.id, reason))
}

fn request(settings: &Settings, prepared: &Prepared) -> Request<Bytes> {
    let mut request = Request::new(prepared.body.clone().unwrap_or_default());
    *request.method_mut() = prepared.facts.method.into();
    *request.uri_mut() = prepared.uri.clone();
    *request.headers_mut() = prepared.all_headers(settings);
    request
}

/// Buffers the body of a reply, up to the limit, while there is time; what came of it before something went wrong.
async fn receive(
    settings: &Settings,
    deadline: &mut Deadline,
    status: StatusCode,
    mut body: Body,
) -> (Bytes, Option<TransportError>) {
    if status.is_informational() {
        // Interim replies end at the transport; only this one is left to it, and ends the talk of HTTP.
        let message = "the client did not ask for another protocol";
        return (Bytes::new(), Some(TransportError::new(TransportErrorKind::Protocol, message)));
    }
    let limit = settings.body_limit;
    let announced = body.remaining().and_then(|length| usize::try_from(length).ok());
    if body.remaining().is_some() && announced.is_none_or(|length| length > limit) {
        return (Bytes::new(), Some(too_large(limit)));
    }
    let mut buffer = BytesMut::new();
    loop {
        let chunk = match deadline.hold(pin!(body.next_chunk())).await {
            Ok(None) => return (buffer.freeze(), None),
            Ok(Some(Ok(chunk))) => chunk,
            Ok(Some(Err(error))) | Err(error) => return (buffer.freeze(), Some(error)),
        };
        if chunk.len() > limit - buffer.len() {
            return (buffer.freeze(), Some(too_large(limit)));
        }
        if buffer.is_empty() {
            if chunk.len() >= AS_IT_IS && body.remaining() == Some(0) {
                return (chunk, None);
            }
            buffer.reserve(announced.unwrap_or_default().min(AT_ONCE).max(chunk.len()));
        }
        buffer.extend_from_slice(&chunk);
    }
}

fn too_large(limit: usize) -> TransportError {
    let message = format!("its body is longer than {limit} bytes, the limit of the client");
    TransportError::new(TransportErrorKind::BodyTooLarge, message)
}
