//! Credentials that the service refuses, and those that never come.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use trueform_runtime::testing::ScriptedTransport;
use trueform_runtime::{BoxFuture, Credential, CredentialRequest, Credentials, CredentialsError, RetryPolicy};

use crate::client::{JSON, work};
use crate::retry::staged;

/// Hands out what is next each time it must, and counts how often it was asked.
#[derive(Debug, Default)]
struct Renewable {
    asked: Mutex<Vec<bool>>,
    fixed: bool,
    fails: bool,
}

impl Credentials for Renewable {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        let mut asked = self.asked.lock().unwrap();
        asked.push(request.is_after_refusal());
        let renewed = asked.iter().filter(|again| **again).count();
        let token = if self.fixed { "t0".to_owned() } else { format!("t{renewed}") };
        let answer = if self.fails && renewed > 0 {
            Err(CredentialsError::new("the token file is gone"))
        } else {
            Ok(Some(Credential::Bearer(token.into())))
        };
        Box::pin(std::future::ready(answer))
    }
}

const REFUSED: &str = r#"{"code": "NotAuthenticated", "message": "no"}"#;

#[tokio::test]
async fn a_401_asks_once_for_other_credentials() {
    let credentials = Arc::new(Renewable::default());
    let script = ScriptedTransport::new().reply(401, &[JSON], REFUSED).json(200, &work(0));
    let with = Arc::clone(&credentials);
    let stage = staged(script, |builder| builder.credentials(with).retry(RetryPolicy::never()));
    let reply = stage.call().await.unwrap();
    assert_eq!(reply.attempts(), 2);
    let requests = stage.transport.requests();
    assert_eq!(requests[0].header_text("authorization"), Some("Bearer t0"));
    assert_eq!(requests[1].header_text("authorization"), Some("Bearer t1"));
    assert_eq!(*credentials.asked.lock().unwrap(), [false, true]);
    assert_eq!(stage.clock.elapsed(), Duration::ZERO);
}

#[tokio::test]
async fn a_second_401_is_the_answer() {
    let script = (0..3).fold(ScriptedTransport::new(), |script, _| script.reply(401, &[JSON], REFUSED));
    let stage = staged(script, |builder| builder.credentials(Renewable::default()));
    let error = stage.call().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (401, 2));
}

#[tokio::test]
async fn credentials_that_stay_the_same_are_not_sent_again() {
    let script = (0..2).fold(ScriptedTransport::new(), |script, _| script.reply(401, &[JSON], REFUSED));
    let stage = staged(script, |builder| builder.credentials(Renewable { fixed: true, ..Renewable::default() }));
    let error = stage.call().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (401, 1));
    assert_eq!(stage.transport.requests().len(), 1);
}

#[tokio::test]
async fn credentials_that_cannot_be_renewed_say_so_and_what_came_before() {
    let script = ScriptedTransport::new().reply(401, &[JSON], r#"{"code": "NotAuthenticated", "message": "no"}"#);
    let stage = staged(script, |builder| builder.credentials(Renewable { fails: true, ..Renewable::default() }));
    let error = stage.call().await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "GetWork: not sent again: the credentials for token: the token file is gone (before: 401 Unauthorized, \
         NotAuthenticated: no)"
    );
    assert_eq!(error.attempts(), 1);
}

/// Never answers.
#[derive(Debug)]
struct Slow;

impl Credentials for Slow {
    fn credential<'a>(
        &'a self,
        _: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test]
async fn credentials_count_against_the_time() {
    let stage = staged(ScriptedTransport::new(), |builder| builder.credentials(Slow));
    let error = stage.call().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.attempts(), 7, "of eight attempts, the last was not sent either");
    assert!(stage.clock.elapsed() <= Duration::from_secs(600));
    assert!(stage.transport.requests().is_empty());
}
