//! Requests that are not sent.

use std::error::Error as StdError;
use std::fmt;

use crate::auth::{CredentialsError, Unauthorised};
#[cfg(feature = "blocking")]
use crate::blocking::NoBlocking;
use crate::response::{Received, Replied};
use crate::validate::{Violation, Violations};

/// A request that never reached the network, and why: all of its violations at once, or its credentials.
#[derive(Debug)]
pub struct Refused(Box<Parts>);

#[derive(Debug)]
struct Parts {
    operation: &'static str,
    reason: Reason,
    before: Option<Received>,
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

    /// The same, knowing what was replied to the attempt before.
    pub(crate) fn after(mut self, before: Received) -> Self {
        self.0.before = Some(before);
        self
    }

    /// What was replied to an attempt before this one, which was no success; `None` where nothing was ever sent.
    pub fn before(&self) -> Option<&Received> {
        self.0.before.as_ref()
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
                write!(formatter, "the credentials for {scheme}: {error}")
            }
            #[cfg(feature = "blocking")]
            Reason::Unblockable(reason) => reason.fmt(formatter),
        }?;
        match &self.0.before {
            Some(before) => write!(formatter, " (before: {})", Replied(before)),
            None => Ok(()),
        }
    }
}

impl StdError for Refused {
    /// What the message does not tell already.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.reason {
            Reason::Credentials(_, error) => error.source(),
            #[cfg(feature = "blocking")]
            Reason::Unblockable(reason) => reason.source(),
            Reason::Violations(_) | Reason::NothingFits(_) => None,
        }
    }
}
