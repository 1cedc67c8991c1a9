//! Clients that can be built, and those that cannot.

use trueform_runtime::testing::ScriptedTransport;
use trueform_runtime::{BuildError, Error, Pipeline, PipelineBuilder, Security, Service};

use crate::client::{Client, GetWork, GetWorkError, SERVICE, builder};

fn refusal(change: impl FnOnce(PipelineBuilder) -> PipelineBuilder) -> String {
    change(builder(&ScriptedTransport::new())).build().expect_err("a refusal").to_string()
}

#[test]
fn a_client_with_the_default_transport_is_built_without_a_network() {
    let pipeline = Pipeline::builder(&SERVICE).build().unwrap();
    assert!(format!("{pipeline:?}").contains("https://shelf.us-chicago-1.example.com"));
}

#[test]
fn settings_that_lead_elsewhere_are_refused_with_the_reason() {
    assert_eq!(
        refusal(|builder| builder.server_variable("region", "us-chicago-1@evil.com/")),
        "the server variable region has '@' in it; it is part of the host, where letters, digits, '.' and '-' are allowed"
    );
    assert_eq!(
        refusal(|builder| builder.endpoint("https://me:s3cret@example.com")),
        "the endpoint \"https://…@example.com\" has user information before an @; credentials are stated apart from it"
    );
    assert_eq!(
        refusal(|builder| builder.endpoint("http://example.com")),
        "the endpoint \"http://example.com\" is plain http to another machine; use https, or allow plain http explicitly"
    );
    assert_eq!(
        refusal(|builder| builder.user_agent("a\nb")),
        "the header user-agent: the control character '\\n' cannot be sent here"
    );
    // An endpoint wins over the server and its variables.
    let builder = builder(&ScriptedTransport::new()).server_variable("region", "@").endpoint("https://example.com");
    assert!(builder.build().is_ok());
}

static NOWHERE: Service = Service {
    name: "nowhere",
    version: "0",
    servers: &[],
    request_id: None,
    idempotency_key: None,
    error_code: None,
    error_message: None,
    headers: &[],
    retryable: &[],
    help: None,
    security: Security::Unstated(&[]),
};

#[test]
fn a_service_without_a_server_needs_an_endpoint() {
    assert_eq!(Pipeline::builder(&NOWHERE).build().unwrap_err(), BuildError::NoEndpoint);
    assert!(Pipeline::builder(&NOWHERE).endpoint("https://example.com").build().is_ok());
}

#[test]
fn errors_are_small_and_everything_crosses_threads() {
    fn crosses<T: Send + Sync + 'static>() {}
    fn awaited_anywhere<T: Send>(_: T) {}
    crosses::<Client>();
    crosses::<GetWork>();
    crosses::<PipelineBuilder>();
    crosses::<Error<GetWorkError>>();
    const { assert!(size_of::<Error<GetWorkError>>() < 128) };
    let pipeline = builder(&ScriptedTransport::new()).build().unwrap();
    awaited_anywhere(Client { pipeline }.get_work("w").send());
}
