//! Tokens of sessions, and how long they may be used.

use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::auth::{Secret, SigningKey};
use crate::oci::private_key::PrivateKey;

/// So long before its end no request is signed with a token any more: it must last until the service has seen it.
const MARGIN: Duration = Duration::from_secs(60);

/// So long before its end a token is renewed, unless half of its time is less.
const AHEAD: Duration = Duration::from_secs(5 * 60);

/// A token in the form of a JSON web token (RFC 7519), which is not verified here: it is for the service.
pub(super) struct SessionToken {
    text: Secret,
    /// Seconds since 1970, as the service counts them.
    issued: Option<u64>,
    expires: u64,
}

/// A key that may be used for some time, counted on [`Clock::elapsed`](crate::Clock::elapsed).
pub(super) struct Issued {
    pub(super) key: SigningKey,
    /// How long it is good for, from now on.
    pub(super) lifetime: Duration,
    /// After how long there should be another, from now on.
    pub(super) renew_after: Duration,
}

impl SessionToken {
    /// The error completes the sentence "the token … ".
    pub(super) fn parse(text: Secret) -> Result<Self, &'static str> {
        let fits = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\');
        if !text.reveal().bytes().all(fits) {
            return Err("has characters that none has");
        }
        let mut parts = text.reveal().split('.');
        let (Some(_), Some(claims), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err("is no JSON web token: it has not three parts");
        };
        let claims =
            URL_SAFE_NO_PAD.decode(claims.trim_end_matches('=')).map_err(|_| "has claims that are not base64")?;
        let claims: Value = serde_json::from_slice(&claims).map_err(|_| "has claims that are not JSON")?;
        let expires = seconds(&claims, "exp").ok_or("does not say when it expires (`exp`)")?;
        Ok(Self { issued: seconds(&claims, "iat"), expires, text })
    }

    /// The key that the token was made for, for as long as the token is good. `said` is what time it is for whoever
    /// issued it; without that, the token was issued just now.
    pub(super) fn into_key(
        self,
        key: PrivateKey,
        said: Option<SystemTime>,
        now: SystemTime,
    ) -> Result<Issued, &'static str> {
        let since = |time: SystemTime| time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let issued = self.issued.map(Duration::from_secs);
        let now = said.map(since).or(issued).unwrap_or_else(|| since(now));
        let left = Duration::from_secs(self.expires).saturating_sub(now);
        // A service that says nothing of its time has at least issued the token for some.
        let lifetime = left.saturating_sub(MARGIN.min(left / 2));
        if lifetime.is_zero() {
            return Err("has expired already");
        }
        let renew_after = left.saturating_sub(AHEAD.min(left / 2)).min(lifetime);
        Ok(Issued { key: key.into_session_key(&self.text), lifetime, renew_after })
    }
}

fn seconds(claims: &Value, name: &str) -> Option<u64> {
    let claim = claims.get(name)?;
    // Some write a number of seconds with a fraction.
    claim.as_u64().or_else(|| {
        claim.as_f64().filter(|seconds| *seconds >= 0.0).map(|seconds| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a time that is too far away is the last"
            )]
            let whole = seconds as u64;
            whole
        })
    })
}
