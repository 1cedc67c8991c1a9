//! Operations that send a body, one idempotent and one not.

use std::marker::PhantomData;

use trueform_runtime::{Call, Customize, Error, Method, Operation, OperationFacts, RawReply, RequestEncoder};

use crate::client::{Client, GetWork, GetWorkError, GetWorkResponse};

/// What makes the one of the other.
pub(crate) trait Verb: Send + Sync + 'static {
    const METHOD: Method;
}

#[derive(Debug)]
pub(crate) struct Put;

#[derive(Debug)]
pub(crate) struct Post;

impl Verb for Put {
    const METHOD: Method = Method::Put;
}

impl Verb for Post {
    const METHOD: Method = Method::Post;
}

#[derive(Debug)]
pub(crate) struct PutWork<V> {
    call: Call,
    verb: PhantomData<V>,
}

impl PutWork<Put> {
    pub(crate) fn put(client: &Client) -> Self {
        Self { call: client.pipeline.call(), verb: PhantomData }
    }
}

impl PutWork<Post> {
    pub(crate) fn post(client: &Client) -> Self {
        Self { call: client.pipeline.call(), verb: PhantomData }
    }
}

impl<V: Verb> PutWork<V> {
    pub(crate) fn customize(self) -> Customize<Self> {
        Customize::new(self)
    }

    pub(crate) async fn send(self) -> Result<GetWorkResponse, Error<GetWorkError>> {
        self.call.send(&self).await
    }
}

impl<V: Verb> Operation for PutWork<V> {
    type Response = GetWorkResponse;
    type Error = GetWorkError;

    const FACTS: OperationFacts = OperationFacts { id: "PutWork", method: V::METHOD, ..GetWork::FACTS };

    fn call(&self) -> &Call {
        &self.call
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.call
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/v1/work").json("application/json", Some(&serde_json::json!({ "a": 1 })));
    }

    fn decode(reply: RawReply) -> Result<GetWorkResponse, Error<GetWorkError>> {
        GetWork::decode(reply)
    }
}
