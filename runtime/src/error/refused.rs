//! Requests that are not sent.

use std::error::Error as StdError;
use std::fmt;

use super::transport_failure::Before;
use crate::auth::{CredentialsError, Unauthorised};
#[cfg(feature = "blocking")]
use crate::blocking::NoBlocking;
use crate::one_line::OneLine;
use crate::response::Received;
use crate::validate::{Violation, Violations};

/// A request that was not sent, or not again, and why: all of its violations at once, or its credentials.
#[derive(Debug)]
pub struct Refused(Box<Parts>);

#[derive(Debug)]
struct Parts {
    operation: &'static str,
    reason: Reason,
    before: Option<Before>,
}

#[derive(Debug)]
enum Reason {
    Violations(Violations),
    NothingFits(Vec<&'static str>),
    Credentials(&'static str, CredentialsError),
    #[cfg(feature = "blocking")]
    Unblockable(NoBlocking),
}

impl Refused {
    pub(crate) fn violated(operation: &'static str, violations: Violations) -> Self {
        Self(Box::new(Parts { operation, reason: Reason::Violations(violations), before: None }))
    }

    pub(crate) fn unauthorised(operation: &'static str, reason: Unauthorised) -> Self {
        let reason = match reason {
            Unauthorised::NothingFits(schemes) => Reason::NothingFits(schemes),
            Unauthorised::Credentials(scheme, error) => Reason::Credentials(scheme, error),
        };
        Self(Box::new(Parts { operation, reason, before: None }))
    }

    #[cfg(feature = "blocking")]
    pub(crate) fn unblockable(operation: &'static str, reason: NoBlocking) -> Self {
        Self(Box::new(Parts { operation, reason: Reason::Unblockable(reason), before: None }))
    }

    /// The same, knowing what came of the attempt before.
    pub(crate) fn after(mut self, before: Before) -> Self {
        self.0.before = Some(before);
        self
    }

    /// What came of the attempt before, for the one after.
    pub(crate) fn into_before(self) -> Option<Before> {
        self.0.before
    }

    /// What was replied to an attempt before this one, which was no success.
    pub fn before(&self) -> Option<&Received> {
        self.0.before.as_ref()?.received()
    }

    /// How many times the request was sent before this: an attempt was refused, and not the first one.
    pub fn attempts(&self) -> u32 {
        self.0.before.as_ref().map_or(0, Before::attempts)
    }

    /// Whether the same request may succeed later: its credentials could not be had, and that may pass.
    pub(crate) fn is_retryable(&self) -> bool {
        matches!(&self.0.reason, Reason::Credentials(_, error) if error.may_pass())
    }

    /// What is wrong with the request; empty where it is the credentials.
    pub fn violations(&self) -> &[Violation] {
        match &self.0.reason {
            Reason::Violations(violations) => violations,
            Reason::NothingFits(_) | Reason::Credentials(..) => &[],
            #[cfg(feature = "blocking")]
            Reason::Unblockable(_) => &[],
        }
    }

    /// The security schemes that the call accepts, where no credentials fit, or the one whose credentials failed; empty
    /// where it is not the credentials.
    pub fn schemes(&self) -> &[&'static str] {
        match &self.0.reason {
            Reason::NothingFits(schemes) => schemes,
            Reason::Credentials(scheme, _) => std::slice::from_ref(scheme),
            Reason::Violations(_) => &[],
            #[cfg(feature = "blocking")]
            Reason::Unblockable(_) => &[],
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let again = if self.0.before.is_some() { " again" } else { "" };
        write!(formatter, "{}: not sent{again}: ", self.0.operation)?;
        match &self.0.reason {
            Reason::Violations(violations) => violations.fmt(formatter),
            Reason::NothingFits(schemes) => write!(
                formatter,
                "the credentials of the client are not those of any way to authorise the call, which has the security schemes {}",
                schemes.join(", ")
            ),
            Reason::Credentials(scheme, error) => {
                write!(formatter, "the credentials for {scheme}: {}", OneLine(&error.to_string()))
            }
            #[cfg(feature = "blocking")]
            Reason::Unblockable(reason) => reason.fmt(formatter),
        }?;
        match &self.0.before {
            Some(before) => write!(formatter, " (before: {before})"),
            None => Ok(()),
        }
    }
}

impl StdError for Refused {
    /// What it comes from; also the error of credentials, of which the message tells, so that a program can look at it.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.reason {
            Reason::Credentials(_, error) => Some(error),
            #[cfg(feature = "blocking")]
            Reason::Unblockable(reason) => reason.source(),
            Reason::Violations(_) | Reason::NothingFits(_) => None,
        }
    }
}
