//! One attempt at a request: identify → authorise → send. What retries goes round this.

use bytes::{Bytes, BytesMut};
use http::{Request, Response};

use super::deadline::Deadline;
use super::identify::Identifiers;
use super::prepare::Prepared;
use super::settings::Settings;
use crate::auth::{Chosen, Unauthorised, authorise, choose};
use crate::error::{Refused, TransportFailure};
use crate::response::{Receipt, Received};
use crate::transport::{Body, TransportError, TransportErrorKind};

/// So much room is made for a body before it comes, in bytes; what is announced beyond that is believed when it is there.
const AT_ONCE: usize = 64 * 1024;

/// What becomes of an attempt but a reply.
pub(super) enum Failure {
    Refused(Refused),
    Transport(TransportFailure),
}

impl Failure {
    /// The same, knowing what was replied to the attempt before.
    pub(super) fn after(self, before: Option<Received>) -> Self {
        let Some(before) = before else {
            return self;
        };
        match self {
            Self::Refused(refused) => Self::Refused(refused.after(before)),
            Self::Transport(failure) => Self::Transport(failure.after(before)),
        }
    }

    /// What had come before it failed; of the attempt before where nothing had.
    pub(super) fn into_received(self) -> Option<Received> {
        match self {
            Self::Transport(failure) => failure.into_received(),
            Self::Refused(_) => None,
        }
    }
}

/// An attempt, beside the request itself.
pub(super) struct Attempt<'a> {
    pub(super) settings: &'a Settings,
    pub(super) prepared: &'a Prepared,
    /// Its number, from 1.
    pub(super) number: u32,
    /// The credentials to send it with, where they need not be asked for.
    pub(super) credentials: Option<Chosen>,
}

/// What came of an attempt, and how far it got.
pub(super) struct Attempted {
    pub(super) result: Result<Received, Failure>,
    /// The credentials that it was sent with.
    pub(super) credentials: Chosen,
    pub(super) sent_request_id: Option<Box<str>>,
}

impl Attempt<'_> {
    /// Sends the request once, and buffers the reply.
    pub(super) async fn make(mut self, identifiers: &mut Identifiers, deadline: &mut Deadline) -> Attempted {
        let mut sent_request_id = None;
        let mut credentials = self.credentials.take().unwrap_or_default();
        let result = self.send(identifiers, deadline, &mut credentials, &mut sent_request_id).await;
        Attempted { result, credentials, sent_request_id }
    }

    async fn send(
        &self,
        identifiers: &mut Identifiers,
        deadline: &mut Deadline,
        credentials: &mut Chosen,
        sent_request_id: &mut Option<Box<str>>,
    ) -> Result<Received, Failure> {
        let Self { settings, prepared, number, .. } = *self;
        let operation = prepared.facts.id;
        let mut request = request(prepared);
        let identified = identifiers.identify(settings, &mut request);
        *sent_request_id = identified.map_err(|found| Failure::Refused(Refused::violated(operation, found)))?;
        if !prepared.authorised {
            // Nothing has been sent in this attempt when credentials take too long.
            let before = number.saturating_sub(1);
            if credentials.is_empty() {
                *credentials = credentials_for(settings, prepared, deadline, before, false).await?;
            }
            let written = authorise(&mut request, credentials, settings.clock.now());
            let written = deadline.hold(written).await;
            written.map_err(|error| late(prepared, error, before))?.map_err(|reason| refused(prepared, reason))?;
        }
        let sent = deadline.hold(settings.transport.send(request.map(Body::from))).await;
        let reply = sent.and_then(|sent| sent).map_err(|error| {
            let id = settings.service.request_id.zip(sent_request_id.clone());
            Failure::Transport(TransportFailure::before_reply(operation, error, id, number))
        })?;
        let receipt = Receipt {
            service: settings.service,
            operation,
            sent_request_id: sent_request_id.clone(),
            attempts: number,
            at: settings.clock.now(),
        };
        receive(settings, deadline, reply, receipt).await.map_err(Failure::Transport)
    }
}

/// Asks for the credentials of a request that has been sent `attempts` times so far.
pub(super) async fn credentials_for(
    settings: &Settings,
    prepared: &Prepared,
    deadline: &mut Deadline,
    attempts: u32,
    after_refusal: bool,
) -> Result<Chosen, Failure> {
    let chosen = choose(prepared.facts.security, &settings.credentials, after_refusal);
    let chosen = deadline.hold(chosen).await.map_err(|error| late(prepared, error, attempts))?;
    chosen.map_err(|reason| refused(prepared, reason))
}

fn late(prepared: &Prepared, error: TransportError, attempts: u32) -> Failure {
    Failure::Transport(TransportFailure::before_reply(prepared.facts.id, error, None, attempts))
}

fn refused(prepared: &Prepared, reason: Unauthorised) -> Failure {
    Failure::Refused(Refused::unauthorised(prepared.facts.id, reason))
}

fn request(prepared: &Prepared) -> Request<Bytes> {
    let mut request = Request::new(prepared.body.clone().unwrap_or_default());
    *request.method_mut() = prepared.facts.method.into();
    *request.uri_mut() = prepared.uri.clone();
    *request.headers_mut() = prepared.headers.clone();
    request
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
