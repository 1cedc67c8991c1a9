//! Which credentials go to which security scheme, and what can be of no use.

use std::marker::PhantomData;
use std::sync::Arc;

use trueform_runtime::testing::{ManualClock, RecordedRequest, ScriptedTransport};
use trueform_runtime::{
    ApiKey, AuthorizationHeader, BasicAuth, BearerToken, BoxFuture, BuildError, Call, Credential, CredentialRequest,
    Credentials, CredentialsError, Error, Operation, OperationFacts, Pipeline, PipelineBuilder, RawReply,
    RequestEncoder, Requirement, RetryPolicy, Security, SecurityScheme, Service,
};

use crate::client::{
    GetWork, GetWorkError, GetWorkResponse, HEADER_KEY, PASSWORD, QUERY_KEY, SERVICE, SERVICE_FACTS, TOKEN, work,
};

/// What an operation says of security.
trait Says: Send + Sync + 'static {
    const SECURITY: &'static [&'static [Requirement]];
}

struct Nothing;
struct NeedsNone;
struct TwoKeys;
struct KeyOrToken;

impl Says for Nothing {
    const SECURITY: &'static [&'static [Requirement]] = &[];
}

impl Says for NeedsNone {
    const SECURITY: &'static [&'static [Requirement]] = &[&[]];
}

impl Says for TwoKeys {
    const SECURITY: &'static [&'static [Requirement]] =
        &[&[Requirement::new(&HEADER_KEY, &[]), Requirement::new(&QUERY_KEY, &[])]];
}

impl Says for KeyOrToken {
    const SECURITY: &'static [&'static [Requirement]] =
        &[&[Requirement::new(&HEADER_KEY, &[])], &[Requirement::new(&TOKEN, &[])]];
}

struct Get<S>(Call, PhantomData<S>);

impl<S: Says> Operation for Get<S> {
    type Response = GetWorkResponse;
    type Error = GetWorkError;

    const FACTS: OperationFacts = OperationFacts { security: S::SECURITY, ..GetWork::FACTS };

    fn call(&self) -> &Call {
        &self.0
    }

    fn call_mut(&mut self) -> &mut Call {
        &mut self.0
    }

    fn encode(&self, request: &mut RequestEncoder) {
        request.path("/work");
    }

    fn decode(reply: RawReply) -> Result<GetWorkResponse, Error<GetWorkError>> {
        GetWork::decode(reply)
    }
}

static UNSTATED: Service = Service { security: Security::Unstated(&[]), ..SERVICE_FACTS };
static UNUSED: Service = Service { security: Security::Unstated(&[&HEADER_KEY, &TOKEN]), ..SERVICE_FACTS };
static NONE: Service = Service { security: Security::Stated(&[]), ..SERVICE_FACTS };
static BEARER: Service = Service { security: Security::Stated(&[&TOKEN]), ..SERVICE_FACTS };
static KEYS: Service = Service { security: Security::Stated(&[&HEADER_KEY, &QUERY_KEY, &TOKEN]), ..SERVICE_FACTS };

fn builder(service: &'static Service, transport: &ScriptedTransport) -> PipelineBuilder {
    Pipeline::builder(service).transport(transport.clone()).clock(ManualClock::automatic()).retry(RetryPolicy::never())
}

async fn sent<S: Says>(
    service: &'static Service,
    change: impl FnOnce(PipelineBuilder) -> PipelineBuilder,
) -> RecordedRequest {
    let transport = ScriptedTransport::new().json(200, &work(0));
    let pipeline = change(builder(service, &transport)).build().expect("sound settings");
    let request = Get::<S>(pipeline.call(), PhantomData);
    request.0.send(&request).await.expect("a reply");
    transport.requests().remove(0)
}

fn refusal(service: &'static Service, change: impl FnOnce(PipelineBuilder) -> PipelineBuilder) -> BuildError {
    change(builder(service, &ScriptedTransport::new())).build().expect_err("a refusal")
}

#[tokio::test]
async fn where_the_document_declares_no_security_credentials_go_with_every_call() {
    let request = sent::<Nothing>(&UNSTATED, |builder| builder.credentials(BearerToken::new("t"))).await;
    assert_eq!(request.header_text("authorization"), Some("Bearer t"));
    let request = sent::<Nothing>(&UNSTATED, |builder| builder.credentials(BasicAuth::new("a", "b"))).await;
    assert_eq!(request.header_text("authorization"), Some("Basic YTpi"));
    let request = sent::<Nothing>(&UNSTATED, |builder| builder.credentials(AuthorizationHeader::new("token t"))).await;
    assert_eq!(request.header_text("authorization"), Some("token t"));
    let shared: Arc<dyn Credentials> = Arc::new(BearerToken::new("t"));
    let request = sent::<Nothing>(&UNSTATED, |builder| builder.credentials(shared)).await;
    assert_eq!(request.header_text("authorization"), Some("Bearer t"));
    // What it declares and does not use says where they go.
    let request = sent::<Nothing>(&UNUSED, |builder| builder.credentials(ApiKey::new("k"))).await;
    assert_eq!((request.header_text("x-key"), request.header_text("authorization")), (Some("k"), None));
    let request = sent::<Nothing>(&UNUSED, |builder| builder.credentials(BearerToken::new("t"))).await;
    assert_eq!(request.header_text("authorization"), Some("Bearer t"));
}

#[tokio::test]
async fn an_operation_that_needs_none_stays_without() {
    let request = sent::<NeedsNone>(&UNSTATED, |builder| builder.credentials(BearerToken::new("t"))).await;
    assert_eq!(request.header_text("authorization"), None);
    let request = sent::<NeedsNone>(&SERVICE, |builder| builder.credentials(BearerToken::new("t"))).await;
    assert_eq!(request.header_text("authorization"), None);
    // Where others ask, saying nothing is needing none.
    let request = sent::<Nothing>(&SERVICE, |builder| builder.credentials(BearerToken::new("t"))).await;
    assert_eq!(request.header_text("authorization"), None);
}

#[tokio::test]
async fn each_scheme_gets_its_own_credentials() {
    let request = sent::<TwoKeys>(&KEYS, |builder| {
        let builder = builder.credentials_for(&QUERY_KEY, ApiKey::new("two"));
        builder.credentials_for(&HEADER_KEY, ApiKey::new("one"))
    });
    let request = request.await;
    assert_eq!((request.header_text("x-key"), request.target()), (Some("one"), "/work?api%20key=two"));
    // One that is for a scheme by its name comes before those that are for any.
    let request = sent::<TwoKeys>(&KEYS, |builder| {
        let builder = builder.credentials(ApiKey::new("any"));
        builder.credentials(ApiKey::new("two").for_scheme("queryKey"))
    });
    let request = request.await;
    assert_eq!((request.header_text("x-key"), request.target()), (Some("any"), "/work?api%20key=two"));
    let request = sent::<KeyOrToken>(&KEYS, |builder| builder.credentials_for(&TOKEN, BearerToken::new("t"))).await;
    assert_eq!((request.header_text("x-key"), request.header_text("authorization")), (None, Some("Bearer t")));
}

#[test]
fn a_scheme_that_there_is_not_is_an_error_that_lists_those_that_there_are() {
    let error = refusal(&KEYS, |builder| builder.credentials(ApiKey::new("s3cret").for_scheme("headerkey")));
    assert_eq!(
        error.to_string(),
        "the credentials ApiKey are for the security scheme \"headerkey\", which no operation asks for; there are: \
         headerKey (an API key in the header x-key), queryKey (an API key in the query parameter api key), token (bearer)"
    );
    let BuildError::Credentials { schemes, .. } = &error else { panic!("{error:?}") };
    assert_eq!(schemes, &["headerKey", "queryKey", "token"]);
    assert!(!format!("{error:?}").contains("s3cret"));
    let error = refusal(&BEARER, |builder| builder.credentials_for(&PASSWORD, BasicAuth::new("a", "b")));
    assert!(error.to_string().contains("BasicAuth are for the security scheme \"password\", which no"), "{error}");
    let error = refusal(&UNSTATED, |builder| builder.credentials(BearerToken::new("t").for_scheme("token")));
    assert!(error.to_string().contains("\"token\", but the document declares none"), "{error}");
}

#[test]
fn what_no_operation_could_use_is_an_error() {
    let error = refusal(&BEARER, |builder| builder.credentials(ApiKey::new("k")));
    assert_eq!(
        error.to_string(),
        "the credentials ApiKey are of another kind than the security schemes that operations ask for: token (bearer)"
    );
    let error = refusal(&BEARER, |builder| builder.credentials_for(&TOKEN, ApiKey::new("k")));
    assert!(error.to_string().contains("of another kind than the security scheme token (bearer)"), "{error}");
    let error = refusal(&UNSTATED, |builder| builder.credentials(ApiKey::new("k")));
    assert!(error.to_string().contains("it does not say where they go"), "{error}");
    let shared: Arc<dyn Credentials> = Arc::new(BasicAuth::new("a", "b"));
    assert!(matches!(refusal(&BEARER, |builder| builder.credentials(shared)), BuildError::Credentials { .. }));
    let error = refusal(&NONE, |builder| builder.credentials(BearerToken::new("t")));
    assert_eq!(
        error.to_string(),
        "the credentials BearerToken are of no use: no operation of the document asks for any"
    );
}

/// Credentials of somebody else, who says nothing of schemes.
#[derive(Debug)]
struct Own;

impl Credentials for Own {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        let is_token = request.scheme() == &TOKEN || request.scheme().name == "bearer";
        Box::pin(async move { Ok(is_token.then(|| Credential::Bearer("own".into()))) })
    }
}

/// The same, for those who say it.
#[derive(Debug)]
struct Narrow;

impl Credentials for Narrow {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        Own.credential(request)
    }

    fn answers(&self, scheme: &SecurityScheme) -> bool {
        scheme == &TOKEN
    }
}

#[tokio::test]
async fn credentials_of_ones_own_may_answer_any_scheme_unless_they_say_which() {
    for service in [&KEYS, &UNSTATED, &BEARER] {
        let pipeline = builder(service, &ScriptedTransport::new()).credentials(Own).build();
        assert!(pipeline.is_ok(), "{pipeline:?}");
    }
    let request = sent::<KeyOrToken>(&KEYS, |builder| builder.credentials(Own)).await;
    assert_eq!(request.header_text("authorization"), Some("Bearer own"));
    let request = sent::<Nothing>(&UNSTATED, |builder| builder.credentials(Own)).await;
    assert_eq!(request.header_text("authorization"), Some("Bearer own"));
    assert!(matches!(refusal(&NONE, |builder| builder.credentials(Own)), BuildError::Credentials { .. }));
    assert!(builder(&KEYS, &ScriptedTransport::new()).credentials(Narrow).build().is_ok());
    assert!(matches!(refusal(&UNSTATED, |builder| builder.credentials(Narrow)), BuildError::Credentials { .. }));
}
