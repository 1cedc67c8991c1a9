//! Why a client cannot be built.

use std::fmt;

/// Why a client cannot be built from its settings.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// Requests cannot go to this endpoint, stated or made from a server of the document.
    Endpoint {
        /// The url; what stands before an `@` is left out, since it may be a secret.
        url: String,
        /// What is wrong: completes "the endpoint … ".
        reason: String,
    },
    /// The document has no server with an absolute url, and no endpoint was stated.
    NoEndpoint,
    /// A variable of the server cannot have this value.
    ServerVariable {
        /// The name of the variable.
        name: String,
        /// What is wrong: completes "the server variable … ".
        reason: String,
    },
    /// A header that goes with every request cannot be sent.
    Header {
        /// The name of the header.
        name: String,
        /// What is wrong.
        reason: String,
    },
    /// There are credentials that no operation could ever use.
    Credentials {
        /// The name of their type.
        credentials: &'static str,
        /// What is wrong: completes "the credentials … ", and lists the security schemes that there are.
        reason: String,
        /// The names of the security schemes that operations ask for.
        schemes: Vec<&'static str>,
    },
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Endpoint { url, reason } => write!(formatter, "the endpoint {url:?} {reason}"),
            Self::NoEndpoint => formatter.write_str(
                "there is no endpoint: the document names no server with a full url, so the client must be given one",
            ),
            Self::ServerVariable { name, reason } => {
                write!(formatter, "the server variable {name} {reason}")
            }
            Self::Header { name, reason } => write!(formatter, "the header {name}: {reason}"),
            Self::Credentials { credentials, reason, .. } => {
                write!(formatter, "the credentials {credentials} {reason}")
            }
        }
    }
}

impl std::error::Error for BuildError {}
