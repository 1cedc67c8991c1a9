//! Who asks, and what answers.

use std::sync::atomic::{AtomicUsize, Ordering};

use cdexhub::Client;
use cdexhub::runtime::testing::{FixedRandomness, ManualClock, ScriptedTransport};
use cdexhub::runtime::{BoxFuture, Credential, CredentialRequest, Credentials, CredentialsError};
use serde_json::json;

use super::trouble::Trouble;

/// How often something goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Times {
    Once,
    Always,
}

/// Enough for a wait of twenty minutes.
const ALWAYS: usize = 100;

pub(super) struct Stage {
    pub(super) client: Client,
    pub(super) clock: ManualClock,
    pub(super) transport: ScriptedTransport,
}

impl Times {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Once => "once",
            Self::Always => "always",
        }
    }

    fn number(self) -> usize {
        match self {
            Self::Once => 1,
            Self::Always => ALWAYS,
        }
    }
}

impl Stage {
    /// A call: it goes wrong, and then there is a reply.
    pub(super) fn of_a_call(trouble: &Trouble, times: Times) -> Self {
        Self::new(ScriptedTransport::new(), trouble, times)
    }

    /// A wait: the work is seen once, then it goes wrong, and then the work is done.
    pub(super) fn of_a_wait(trouble: &Trouble, times: Times) -> Self {
        Self::new(sound(ScriptedTransport::new(), "IN_PROGRESS"), trouble, times)
    }

    fn new(script: ScriptedTransport, trouble: &Trouble, times: Times) -> Self {
        let script = (0..times.number()).fold(script, |script, _| trouble.add(script, "SUCCEEDED"));
        let transport = sound(script, "SUCCEEDED");
        let clock = ManualClock::automatic();
        let client = Client::builder()
            .transport(transport.clone())
            .clock(clock.clone())
            .randomness(FixedRandomness::longest())
            .credentials(Renewable::default())
            .body_limit(1 << 20)
            .build()
            .expect("the settings are sound");
        Self { client, clock, transport }
    }
}

/// Credentials that are others each time they have been refused.
#[derive(Debug, Default)]
struct Renewable {
    refusals: AtomicUsize,
}

impl Credentials for Renewable {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        let refusals = self.refusals.fetch_add(usize::from(request.is_after_refusal()), Ordering::Relaxed);
        let value = format!("Signature s3cret-{refusals}-{}", request.is_after_refusal());
        Box::pin(std::future::ready(Ok(Some(Credential::Authorization(value.into())))))
    }
}

fn sound(script: ScriptedTransport, state: &str) -> ScriptedTransport {
    script.reply(200, &[("content-type", "application/json")], body(state))
}

pub(super) fn body(state: &str) -> String {
    let work = json!({
        "compartmentId": "c", "id": "w", "operationType": "CREATE_PAYER", "percentComplete": 50, "resources": [],
        "status": state, "timeAccepted": "2026-01-01T00:00:00Z",
    });
    work.to_string()
}
