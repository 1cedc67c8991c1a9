//! Credentials that the service refuses, and those that never come.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use trueform_runtime::testing::{Fault, ScriptedTransport};
use trueform_runtime::{BoxFuture, Credential, CredentialRequest, Credentials, CredentialsError, RetryPolicy};

use crate::client::{JSON, work};
use crate::credentials::Slow;
use crate::retry::staged;

/// Hands out what is next each time it must, and counts how often it was asked.
#[derive(Debug, Default)]
struct Renewable {
    asked: Mutex<Vec<bool>>,
    /// Which credential each request said was refused.
    refused: Mutex<Vec<Option<Credential>>>,
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
        self.refused.lock().unwrap().push(request.refused_credential().cloned());
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
    // They are told which one it was: somebody else's call may have renewed it meanwhile.
    assert_eq!(*credentials.refused.lock().unwrap(), [None, Some(Credential::Bearer("t0".into()))]);
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
         NotAuthenticated: no (see https://help.example.com/errors#401_notauthenticated))"
    );
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn credentials_count_against_the_time() {
    let stage = staged(ScriptedTransport::new(), |builder| builder.credentials(Slow));
    let error = stage.call().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.attempts(), 0, "of eight attempts, none was sent");
    assert!(error.to_string().starts_with("GetWork: no credentials to send it with: not done within 60s"), "{error}");
    assert!(stage.clock.elapsed() <= Duration::from_secs(600));
    assert!(stage.transport.requests().is_empty());
}

/// Fails as often as it is told, and says whether that may pass.
#[derive(Debug)]
struct Failing {
    times: Mutex<u32>,
    may_pass: bool,
}

impl Credentials for Failing {
    fn credential<'a>(
        &'a self,
        _: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        let mut times = self.times.lock().unwrap();
        let error = CredentialsError::new("vault\nis away");
        let answer = match *times {
            0 => Ok(Some(Credential::Bearer("t".into()))),
            _ if self.may_pass => Err(error.passing()),
            _ => Err(error),
        };
        *times = times.saturating_sub(1);
        Box::pin(std::future::ready(answer))
    }
}

#[tokio::test]
async fn credentials_that_may_come_are_asked_for_again() {
    let script = ScriptedTransport::new().json(200, &work(0));
    let stage = staged(script, |builder| builder.credentials(Failing { times: Mutex::new(2), may_pass: true }));
    assert_eq!(stage.call().await.unwrap().attempts(), 1, "it was sent once");
    let script = ScriptedTransport::new().json(200, &work(0));
    let stage = staged(script, |builder| builder.credentials(Failing { times: Mutex::new(1), may_pass: false }));
    let error = stage.call().await.unwrap_err();
    assert_eq!(error.to_string(), "GetWork: not sent: the credentials for token: vault is away", "on one line");
    let source = std::error::Error::source(&error).unwrap();
    assert!(source.downcast_ref::<CredentialsError>().is_some());
}

/// Is fine once, and never again.
#[derive(Debug, Default)]
struct FineOnce(Mutex<bool>);

impl Credentials for FineOnce {
    fn credential<'a>(
        &'a self,
        _: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        let was = std::mem::replace(&mut *self.0.lock().unwrap(), true);
        let answer =
            if was { Err(CredentialsError::new("it is gone")) } else { Ok(Some(Credential::Bearer("t".into()))) };
        Box::pin(std::future::ready(answer))
    }
}

#[tokio::test]
async fn what_was_sent_before_the_credentials_went_is_told() {
    let script = ScriptedTransport::new().fault(Fault::ResetBeforeHeaders);
    let stage = staged(script, |builder| builder.credentials(FineOnce::default()));
    let error = stage.call().await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    let message = error.to_string();
    assert!(
        message.starts_with("GetWork: not sent again: the credentials for token: it is gone (before: "),
        "{message}"
    );
    assert!(message.contains("reset"), "{message}");

    let headers = [JSON, ("opc-request-id", "srv/9"), ("date", "Thu, 01 Jan 2026 01:00:00 GMT")];
    let script = ScriptedTransport::new().reply(401, &headers, REFUSED);
    let stage = staged(script, |builder| builder.credentials(FineOnce::default()));
    let error = stage.call().await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.request_id()), (401, Some("srv/9")));
    let message = error.to_string();
    assert!(message.contains("srv/9") && message.contains("differ by 60 minutes"), "{message}");
}
