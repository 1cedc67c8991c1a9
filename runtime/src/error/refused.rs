//! Requests that are not sent.

use std::error::Error as StdError;
use std::fmt;

use crate::auth::{CredentialsError, Unauthorised};
use crate::validate::{Violation, Violations};

/// A request that never reached the network, and why: all of its violations at once, or its credentials.
#[derive(Debug)]
pub struct Refused(Box<Parts>);

#[derive(Debug)]
struct Parts {
    operation: &'static str,
    reason: Reason,
}

#[derive(Debug)]
enum Reason {
    Violations(Violations),
    NothingFits(Vec<&'static str>),
    Credentials(&'static str, CredentialsError),
}

impl Refused {
    pub(crate) fn violated(operation: &'static str, violations: Violations) -> Self {
        Self(Box::new(Parts { operation, reason: Reason::Violations(violations) }))
    }

    pub(crate) fn unauthorised(operation: &'static str, reason: Unauthorised) -> Self {
        let reason = match reason {
            Unauthorised::NothingFits(schemes) => Reason::NothingFits(schemes),
            Unauthorised::Credentials(scheme, error) => Reason::Credentials(scheme, error),
        };
        Self(Box::new(Parts { operation, reason }))
    }

    /// What is wrong with the request; empty where it is the credentials.
    pub fn violations(&self) -> &[Violation] {
        match &self.0.reason {
            Reason::Violations(violations) => violations,
            Reason::NothingFits(_) | Reason::Credentials(..) => &[],
        }
    }

    /// The security schemes that the call accepts, where no credentials fit, or the one whose credentials failed; empty
    /// where it is not the credentials.
    pub fn schemes(&self) -> &[&'static str] {
        match &self.0.reason {
            Reason::Violations(_) => &[],
            Reason::NothingFits(schemes) => schemes,
            Reason::Credentials(scheme, _) => std::slice::from_ref(scheme),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: not sent: ", self.0.operation)?;
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
        }
    }
}

impl StdError for Refused {
    /// What the message does not tell already.
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.reason {
            Reason::Violations(_) | Reason::NothingFits(_) => None,
            Reason::Credentials(_, error) => error.source(),
        }
    }
}
