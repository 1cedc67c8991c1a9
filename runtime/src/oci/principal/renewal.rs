//! One key for many callers, renewed in time.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use super::token::Issued;
use crate::auth::{Credential, CredentialRequest, CredentialsError, SigningKey};
use crate::clock::Clock;
use crate::transport::BoxFuture;

/// After a renewal ahead of time that failed, this long passes before the next.
const PAUSE: Duration = Duration::from_secs(30);

/// Who makes keys and has tokens issued for them.
pub(super) trait Issuer: Send + Sync {
    fn issue(&self) -> BoxFuture<'_, Result<Issued, CredentialsError>>;
}

/// What an issuer has made last, and its renewal.
///
/// A key is handed out as long as it is good. Shortly before its end, one of those who ask renews it while the others go
/// on with the old one; where that fails, they all do. Where there is none that is good, or it was refused, all wait for
/// one renewal, and share what comes of it. When the one who renews is dropped, another takes over.
pub(super) struct Renewal {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
    turn: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct State {
    held: Option<Held>,
    /// How many renewals have ended, and how the last one did.
    ended: u64,
    failed: Option<(String, bool)>,
}

#[derive(Clone)]
struct Held {
    key: SigningKey,
    /// On the clock that never jumps.
    renew_at: Duration,
    end: Duration,
    /// On the clock that goes on while the machine sleeps.
    date: Option<SystemTime>,
}

/// What is known of a key that the service has refused.
#[derive(Clone, Copy)]
enum Refused<'a> {
    None,
    One(&'a SigningKey),
    /// The one that there is, whichever that is.
    Current,
}

impl<'a> Refused<'a> {
    fn of(request: CredentialRequest<'a>) -> Self {
        match request.refused_credential() {
            Some(Credential::Signature(key)) => Self::One(key),
            _ if request.is_after_refusal() => Self::Current,
            _ => Self::None,
        }
    }
}

impl Renewal {
    pub(super) fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, state: Mutex::default(), turn: tokio::sync::Mutex::new(()) }
    }

    /// A key that is good now, and is not the one that was refused.
    pub(super) async fn key(
        &self,
        issuer: &dyn Issuer,
        request: CredentialRequest<'_>,
    ) -> Result<SigningKey, CredentialsError> {
        let refused = Refused::of(request);
        let begun = self.lock().ended;
        if let Some(held) = self.good(refused) {
            if self.clock.elapsed() < held.renew_at {
                return Ok(held.key);
            }
            let Ok(_turn) = self.turn.try_lock() else { return Ok(held.key) };
            return Ok(self.renew(issuer).await.unwrap_or(held.key));
        }
        let _turn = self.turn.lock().await;
        // Somebody else may have renewed it meanwhile, or tried to.
        let shared = {
            let state = self.lock();
            (state.ended != begun).then(|| state.failed.clone())
        };
        match (shared, refused) {
            (Some(Some((message, may_pass))), _) => {
                let error = CredentialsError::new(message);
                Err(if may_pass { error.passing() } else { error })
            }
            // What was current when it was refused is so no more.
            (Some(None), Refused::Current) => self.good_or_renewed(issuer, Refused::None).await,
            (_, refused) => self.good_or_renewed(issuer, refused).await,
        }
    }

    async fn good_or_renewed(&self, issuer: &dyn Issuer, refused: Refused<'_>) -> Result<SigningKey, CredentialsError> {
        match self.good(refused) {
            Some(held) => Ok(held.key),
            None => self.renew(issuer).await,
        }
    }

    /// What is held, if it may be handed out.
    fn good(&self, refused: Refused<'_>) -> Option<Held> {
        let held = self.lock().held.clone()?;
        let is_refused = match refused {
            Refused::None => false,
            // The rule of what is signed, and a delegation token, may have been added to it since.
            Refused::One(key) => key.id() == held.key.id(),
            Refused::Current => true,
        };
        let is_over = self.clock.elapsed() >= held.end || held.date.is_some_and(|date| self.clock.now() >= date);
        (!is_refused && !is_over).then_some(held)
    }

    /// Renews it; whoever calls this has the turn.
    async fn renew(&self, issuer: &dyn Issuer) -> Result<SigningKey, CredentialsError> {
        let outcome = issuer.issue().await;
        let now = self.clock.elapsed();
        let mut state = self.lock();
        state.ended += 1;
        match outcome {
            Ok(Issued { key, lifetime, renew_after }) => {
                let date = self.clock.now().checked_add(lifetime);
                let (renew_at, end) = (now.saturating_add(renew_after), now.saturating_add(lifetime));
                state.held = Some(Held { key: key.clone(), renew_at, end, date });
                state.failed = None;
                Ok(key)
            }
            Err(error) => {
                state.failed = Some((error.to_string(), error.may_pass()));
                if let Some(held) = &mut state.held {
                    held.renew_at = now.saturating_add(PAUSE);
                }
                Err(error)
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
