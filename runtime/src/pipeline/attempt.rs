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
    /// The service has refused these very credentials before, so that nothing was sent.
    SameCredentials,
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
            Self::SameCredentials => self,
        }
    }

    /// What had come before it failed; of the attempt before where nothing had.
    pub(super) fn into_received(self) -> Option<Received> {
        match self {
            Self::Transport(failure) => failure.into_received(),
            Self::Refused(_) | Self::SameCredentials => None,
        }
    }
}

/// An attempt, beside the request itself.
pub(super) struct Attempt<'a> {
    pub(super) settings: &'a Settings,
    pub(super) prepared: &'a Prepared,
    /// Its number, from 1.
    pub(super) number: u32,
    /// The credentials that the service has just refused.
    pub(super) refused: Option<Chosen>,
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
    pub(super) async fn make(self, identifiers: &mut Identifiers, deadline: &mut Deadline) -> Attempted {
        let mut attempted =
            Attempted { result: Err(Failure::SameCredentials), credentials: Chosen::new(), sent_request_id: None };
        attempted.result = self.send(identifiers, deadline, &mut attempted).await;
        attempted
    }

    async fn send(
        &self,
        identifiers: &mut Identifiers,
        deadline: &mut Deadline,
        attempted: &mut Attempted,
    ) -> Result<Received, Failure> {
        let Self { settings, prepared, number, .. } = *self;
        let operation = prepared.facts.id;
        let mut request = request(prepared);
        let identified = identifiers.identify(settings, &mut request);
        attempted.sent_request_id =
            identified.map_err(|found| Failure::Refused(Refused::violated(operation, found)))?;
        if !prepared.authorised {
            attempted.credentials = self.authorise(&mut request, deadline).await?;
        }
        let sent = deadline.hold(settings.transport.send(request.map(Body::from))).await;
        let request_id = &attempted.sent_request_id;
        let reply = sent.and_then(|sent| sent).map_err(|error| {
            let id = settings.service.request_id.zip(request_id.clone());
            Failure::Transport(TransportFailure::before_reply(operation, error, id, number))
        })?;
        let receipt = Receipt {
            service: settings.service,
            operation,
            sent_request_id: request_id.clone(),
            attempts: number,
            at: settings.clock.now(),
        };
        receive(settings, deadline, reply, receipt).await.map_err(Failure::Transport)
    }

    /// Asks for credentials, and writes them into the request, which is otherwise as it will be sent.
    async fn authorise(&self, request: &mut Request<Bytes>, deadline: &mut Deadline) -> Result<Chosen, Failure> {
        let Self { settings, prepared, .. } = *self;
        let operation = prepared.facts.id;
        // Nothing has been sent in this attempt when credentials take too long.
        let before = self.number.saturating_sub(1);
        let late = |error| Failure::Transport(TransportFailure::before_reply(operation, error, None, before));
        let refused = |reason: Unauthorised| Failure::Refused(Refused::unauthorised(operation, reason));
        let chosen = choose(prepared.facts.security, &settings.credentials, self.refused.is_some());
        let chosen = deadline.hold(chosen).await.map_err(late)?.map_err(refused)?;
        if self.refused.as_ref() == Some(&chosen) {
            return Err(Failure::SameCredentials);
        }
        let written = authorise(request, &chosen, settings.clock.now());
        deadline.hold(written).await.map_err(late)?.map_err(refused)?;
        Ok(chosen)
    }
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
