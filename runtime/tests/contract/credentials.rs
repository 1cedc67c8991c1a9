//! How calls are authorised.

use trueform_runtime::testing::{RecordedRequest, ScriptedTransport};
use trueform_runtime::{
    ApiKey, AuthorizationHeader, BasicAuth, BearerToken, BoxFuture, Credential, CredentialRequest, Credentials,
    CredentialsError, Error, PipelineBuilder,
};

use crate::client::{Client, GetWorkError, builder, work};

async fn call(
    change: impl FnOnce(PipelineBuilder) -> PipelineBuilder,
) -> (Result<RecordedRequest, Error<GetWorkError>>, usize) {
    let transport = ScriptedTransport::new().json(200, &work(0));
    let pipeline = change(builder(&transport)).build().expect("sound settings");
    let shown = format!("{pipeline:?}");
    assert!(!shown.contains("s3cret"), "{shown}");
    let result = Client { pipeline }.get_work("w").await;
    let mut requests = transport.requests();
    let count = requests.len();
    (result.map(|_| requests.remove(0)), count)
}

async fn sent(change: impl FnOnce(PipelineBuilder) -> PipelineBuilder) -> RecordedRequest {
    call(change).await.0.expect("a reply")
}

async fn refused(change: impl FnOnce(PipelineBuilder) -> PipelineBuilder) -> Error<GetWorkError> {
    let (result, count) = call(change).await;
    assert_eq!(count, 0);
    let error = result.expect_err("a refusal");
    assert!(!format!("{error} {error:?}").contains("s3cret"));
    error
}

#[tokio::test]
async fn without_credentials_calls_go_without() {
    assert_eq!(sent(|builder| builder).await.header_text("authorization"), None);
}

#[tokio::test]
async fn the_first_alternative_that_is_answered_whole_is_taken() {
    let request = sent(|builder| builder.credentials(BearerToken::new("s3cret"))).await;
    assert_eq!(request.header_text("authorization"), Some("Bearer s3cret"));

    let request =
        sent(|builder| builder.credentials(BasicAuth::new("me", "s3cret")).credentials(ApiKey::new("key s3cret")));
    let request = request.await;
    assert_eq!(request.header_text("authorization"), Some("Basic bWU6czNjcmV0"));
    assert_eq!(request.header_text("x-key"), Some("key s3cret"));

    let request = sent(|builder| builder.credentials(ApiKey::new("a+/="))).await;
    assert_eq!(request.target(), "/v1/work/w?api%20key=a%2B%2F%3D");
    assert_eq!(request.header_text("cookie"), Some("session=a+/="));
    assert_eq!(request.header_text("x-key"), None);

    let request = sent(|builder| builder.credentials(AuthorizationHeader::new("Own s3cret"))).await;
    assert_eq!(request.header_text("authorization"), Some("Own s3cret"));
}

#[tokio::test]
async fn credentials_that_fit_nothing_refuse_the_call() {
    let error = refused(|builder| builder.credentials(BasicAuth::new("me", "s3cret"))).await;
    assert_eq!(
        error.to_string(),
        "GetWork: not sent: the credentials of the client are not those of any way to authorise the call, which has the \
         security schemes token, password, headerKey, queryKey, cookieKey"
    );
    let Error::Refused(refusal) = &error else { panic!("{error:?}") };
    assert_eq!(refusal.schemes(), ["token", "password", "headerKey", "queryKey", "cookieKey"]);
    assert_eq!(error.attempts(), 0);
}

#[tokio::test]
async fn what_cannot_be_sent_is_refused_without_being_shown() {
    for credentials in ["s3cret\n", "s3cr\u{e9}t s3cret"] {
        let error = refused(|builder| builder.credentials(BearerToken::new(credentials))).await;
        assert!(error.to_string().contains("the credentials for token: "), "{error}");
    }
    let error = refused(|builder| builder.credentials(ApiKey::new("s3cret;"))).await;
    assert!(error.to_string().contains("cannot stand in a cookie"), "{error}");
}

#[derive(Debug)]
struct Expired;

impl Credentials for Expired {
    fn credential<'a>(
        &'a self,
        _: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        Box::pin(async { Err(CredentialsError::new("the session is over; log in again")) })
    }
}

/// Never answers.
#[derive(Debug)]
pub(crate) struct Slow;

impl Credentials for Slow {
    fn credential<'a>(
        &'a self,
        _: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn credentials_that_fail_or_take_too_long_end_the_call() {
    let error = refused(|builder| builder.credentials(Expired)).await;
    assert_eq!(error.to_string(), "GetWork: not sent: the credentials for token: the session is over; log in again");
    let source = std::error::Error::source(&error).expect("for programs that look");
    assert!(source.is::<CredentialsError>() && source.source().is_none());
    let error = refused(|builder| builder.credentials(Slow)).await;
    assert!(error.is_timeout());
    assert_eq!(error.attempts(), 0);
}

#[tokio::test]
async fn an_authorization_of_the_call_itself_is_enough() {
    let transport = ScriptedTransport::new().json(200, &work(0));
    let pipeline = builder(&transport).credentials(Expired).build().unwrap();
    let request = Client { pipeline }.get_work("w").customize().header("Authorization", "Own s3cret");
    assert!(!format!("{request:?}").contains("s3cret"));
    request.await.unwrap();
    assert_eq!(transport.requests()[0].header_text("authorization"), Some("Own s3cret"));
}

#[tokio::test]
async fn plain_http_carries_credentials_only_where_it_is_allowed() {
    let transport = ScriptedTransport::new();
    let with = || builder(&transport).credentials(BearerToken::new("s3cret")).endpoint("http://example.com");
    assert!(with().build().is_err());
    for allowed in ["http://example.com", "http://localhost:1"] {
        let request = sent(|builder| {
            let builder = builder.credentials(BearerToken::new("s3cret")).endpoint(allowed);
            builder.allow_plain_http(allowed.contains("example"))
        });
        assert_eq!(request.await.header_text("authorization"), Some("Bearer s3cret"));
    }
}

#[test]
fn secrets_do_not_show() {
    let shown = format!(
        "{:?} {:?} {:?} {:?}",
        BearerToken::new("s3cret"),
        BasicAuth::new("me", "s3cret"),
        ApiKey::new("s3cret"),
        AuthorizationHeader::new("s3cret")
    );
    assert!(!shown.contains("s3cret"), "{shown}");
    let builder = builder(&ScriptedTransport::new()).credentials(BearerToken::new("s3cret"));
    let shown = format!("{:?}", builder.endpoint("https://me:s3cret@example.com"));
    assert!(!shown.contains("s3cret"), "{shown}");
}
