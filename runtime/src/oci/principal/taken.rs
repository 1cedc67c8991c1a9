//! Which principal was found, and why others were not.

use std::error::Error as StdError;
use std::fmt;

use super::instance::InstancePrincipal;
use super::resource::ResourcePrincipal;
use super::surroundings::Surroundings;
use super::workload::WorkloadIdentity;
use crate::auth::{Credential, CredentialRequest, Credentials, CredentialsError};
use crate::oci::file_credentials::FileCredentials;
use crate::service::SecurityScheme;
use crate::transport::BoxFuture;

/// The credentials that the surroundings of a program offer, and which they are.
#[derive(Clone, Debug)]
pub struct Principal {
    region: String,
    found: Found,
}

#[derive(Clone, Debug)]
pub(super) enum Found {
    Profile(FileCredentials),
    Resource(ResourcePrincipal),
    Workload(WorkloadIdentity),
    Instance(InstancePrincipal),
}

/// The kinds of principals that surroundings may offer, in the order in which they are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PrincipalKind {
    /// A profile of the configuration file: an API key or a session.
    Profile,
    /// A [`ResourcePrincipal`].
    Resource,
    /// A [`WorkloadIdentity`].
    Workload,
    /// An [`InstancePrincipal`].
    Instance,
}

impl Principal {
    /// What the surroundings of this process offer: see [`Surroundings::discover`].
    ///
    /// # Errors
    ///
    /// They offer nothing: [`NoPrincipal`] says why not, of each.
    pub async fn discover() -> Result<Self, NoPrincipal> {
        Surroundings::of_process().discover().await
    }

    pub(super) fn new(region: String, found: Found) -> Self {
        Self { region, found }
    }

    /// Which it is.
    pub fn kind(&self) -> PrincipalKind {
        match self.found {
            Found::Profile(_) => PrincipalKind::Profile,
            Found::Resource(_) => PrincipalKind::Resource,
            Found::Workload(_) => PrincipalKind::Workload,
            Found::Instance(_) => PrincipalKind::Instance,
        }
    }

    /// The region, such as `us-chicago-1`, for the client.
    pub fn region(&self) -> &str {
        &self.region
    }

    fn found(&self) -> &dyn Credentials {
        match &self.found {
            Found::Profile(credentials) => credentials,
            Found::Resource(credentials) => credentials,
            Found::Workload(credentials) => credentials,
            Found::Instance(credentials) => credentials,
        }
    }
}

impl Credentials for Principal {
    fn credential<'a>(
        &'a self,
        request: CredentialRequest<'a>,
    ) -> BoxFuture<'a, Result<Option<Credential>, CredentialsError>> {
        self.found().credential(request)
    }

    fn answers(&self, scheme: &SecurityScheme) -> bool {
        self.found().answers(scheme)
    }

    fn scheme(&self) -> Option<&str> {
        self.found().scheme()
    }
}

impl fmt::Display for PrincipalKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Profile => "a profile of the configuration file",
            Self::Resource => "a resource principal",
            Self::Workload => "a workload identity",
            Self::Instance => "an instance principal",
        })
    }
}

/// The surroundings offer no principal, or one that does not work.
#[derive(Debug)]
pub struct NoPrincipal {
    pub(super) tried: Vec<NotTaken>,
}

/// Why a principal was not taken.
#[derive(Debug)]
pub struct NotTaken {
    pub(super) kind: PrincipalKind,
    pub(super) reason: CredentialsError,
}

impl NoPrincipal {
    /// What was tried, in order. The last is either the one that is there and does not work, or the last that there could
    /// be.
    pub fn tried(&self) -> &[NotTaken] {
        &self.tried
    }
}

impl NotTaken {
    /// Which it would have been.
    pub fn kind(&self) -> PrincipalKind {
        self.kind
    }

    /// Why not.
    pub fn reason(&self) -> &CredentialsError {
        &self.reason
    }
}

impl fmt::Display for NoPrincipal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("there are no credentials to be had here")?;
        for NotTaken { kind, reason } in &self.tried {
            write!(formatter, "; {kind}: {reason}")?;
        }
        Ok(())
    }
}

impl StdError for NoPrincipal {}
