//! What generated code says about an operation.

use super::call::Call;
use crate::encode::RequestEncoder;
use crate::error::{DocumentedError, Error};
use crate::method::Method;
use crate::response::{OperationResponse, RawReply};
use crate::service::Requirement;
use crate::validate::Checker;

/// A request of one operation: what it sends, and what its replies mean. Generated code implements it.
pub trait Operation: Send + Sync + 'static {
    /// The reply where all is well.
    type Response: OperationResponse;

    /// The errors that the document states.
    type Error: DocumentedError<Success = Self::Response>;

    /// What is the same for every request of the operation.
    const FACTS: OperationFacts;

    /// The call that sends this request.
    fn call(&self) -> &Call;

    /// The call that sends this request, to be changed.
    fn call_mut(&mut self) -> &mut Call;

    /// Holds the arguments against the bounds of the document.
    fn check(&self, checker: &mut Checker<'_>) {
        let _ = checker;
    }

    /// Writes the request.
    fn encode(&self, request: &mut RequestEncoder);

    /// Reads a reply.
    ///
    /// # Errors
    ///
    /// The reply is an error of the service, or cannot be read.
    fn decode(reply: RawReply) -> Result<Self::Response, Error<Self::Error>>;
}

/// What is the same for every request of an operation.
#[derive(Clone, Copy, Debug)]
pub struct OperationFacts {
    /// The identifier in the document.
    pub id: &'static str,
    /// The method.
    pub method: Method,
    /// The path, with `{name}` where a parameter stands.
    pub path: &'static str,
    /// The media types of the replies, for the header `accept`; empty where replies have no body.
    pub accept: &'static str,
    /// The ways to authorise a call, each with the schemes that it needs together. An empty one needs none; where there are
    /// no ways, the document says nothing of this operation, and [`Security`](crate::Security) what becomes of that.
    pub security: &'static [&'static [Requirement]],
}
