//! The workload of a Kubernetes cluster that a program is.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use serde_json::json;
use zeroize::Zeroizing;

use super::address::{Address, Region};
use super::exchange::{Exchange, NoAnswer, Question};
use super::federation::issued;
use super::renewal::{Issuer, Renewal};
use super::session_keys::SessionKeys;
use super::token::Issued;
use crate::auth::CredentialsError;
use crate::clock::{Clock, SystemClock};
use crate::oci::file;
use crate::oci::off_thread::off_thread;
use crate::oci::place::{FileRole, NamedFile};
use crate::oci::signing_credentials::signing_credentials;
use crate::transport::{BoxFuture, HyperTransport, Transport};

pub(super) const HOST: &str = "KUBERNETES_SERVICE_HOST";
pub(super) const ROOTS: &str = "OCI_KUBERNETES_SERVICE_ACCOUNT_CERT_PATH";
pub(super) const ACCOUNT: &str = "/var/run/secrets/kubernetes.io/serviceaccount";
const PORT: u16 = 12_250;

/// Credentials of the workload that a program is in a Kubernetes cluster of the platform (OKE, enhanced clusters), for
/// which policies speak of a namespace and a service account.
///
/// The cluster is shown the token of the service account, and asked for one of the platform for a session key, which is
/// made in this process. Both are renewed after half of the token's time, and when the service refuses it (401), once for
/// many calls, as with an [`InstancePrincipal`](super::InstancePrincipal). Token and root certificates of the account are
/// read from their files each time: the cluster exchanges them.
///
/// Clones share what was fetched. `Debug` shows no key and no token.
#[derive(Clone)]
pub struct WorkloadIdentity {
    workload: Arc<Workload>,
    scheme: Option<String>,
}

struct Workload {
    address: Address,
    token: PathBuf,
    roots: PathBuf,
    transport: Option<Arc<dyn Transport>>,
    clock: Arc<dyn Clock>,
    keys: SessionKeys,
    region: Option<Region>,
    renewal: Renewal,
}

/// What a workload identity is made of. All but the cluster has a default.
#[derive(Debug)]
pub struct WorkloadIdentityBuilder {
    endpoint: String,
    token: PathBuf,
    roots: PathBuf,
    region: Option<String>,
    transport: Option<Arc<dyn Transport>>,
    clock: Arc<dyn Clock>,
    keys: SessionKeys,
}

impl WorkloadIdentity {
    /// In the cluster whose host `KUBERNETES_SERVICE_HOST` states; the port is 12250.
    pub fn in_cluster(host: &str) -> WorkloadIdentityBuilder {
        let is_bare_ipv6 = host.contains(':') && !host.starts_with('[');
        let host = if is_bare_ipv6 { format!("[{host}]") } else { host.to_owned() };
        Self::at(format!("https://{host}:{PORT}"))
    }

    /// At another endpoint; the path `/resourcePrincipalSessionTokens` is appended.
    pub fn at(endpoint: impl Into<String>) -> WorkloadIdentityBuilder {
        WorkloadIdentityBuilder {
            endpoint: endpoint.into(),
            token: PathBuf::from(ACCOUNT).join("token"),
            roots: PathBuf::from(ACCOUNT).join("ca.crt"),
            region: None,
            transport: None,
            clock: Arc::new(SystemClock),
            keys: SessionKeys::default(),
        }
    }

    /// The region, such as `us-chicago-1`, for the client.
    ///
    /// # Errors
    ///
    /// None was stated: set `OCI_RESOURCE_PRINCIPAL_REGION` in the pod.
    pub fn region(&self) -> Result<&str, CredentialsError> {
        let missing = || CredentialsError::new("the pod has no region: set OCI_RESOURCE_PRINCIPAL_REGION");
        self.workload.region.as_ref().map(|region| region.name.as_str()).ok_or_else(missing)
    }
}

impl WorkloadIdentityBuilder {
    /// The file with the token of the service account.
    #[must_use]
    pub fn token_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.token = path.into();
        self
    }

    /// The file with the root certificates of the cluster, which alone are trusted.
    #[must_use]
    pub fn root_certificates(mut self, path: impl Into<PathBuf>) -> Self {
        self.roots = path.into();
        self
    }

    /// The region of the pod.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Makes all calls through this transport, which then trusts what it trusts.
    #[must_use]
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Tells the time on this clock.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Takes the keys of sessions from somewhere else.
    #[must_use]
    pub fn session_keys(mut self, keys: SessionKeys) -> Self {
        self.keys = keys;
        self
    }

    /// The principal; nothing is read or fetched yet.
    ///
    /// # Errors
    ///
    /// The endpoint is no url that may be called, or the region cannot be one.
    pub fn build(self) -> Result<WorkloadIdentity, CredentialsError> {
        let workload = Workload {
            address: Address::parse("the cluster", &self.endpoint)?,
            token: self.token,
            roots: self.roots,
            transport: self.transport,
            renewal: Renewal::new(Arc::clone(&self.clock)),
            clock: self.clock,
            keys: self.keys,
            region: self.region.map(|region| Region::new(&region, None)).transpose()?,
        };
        Ok(WorkloadIdentity { workload: Arc::new(workload), scheme: None })
    }
}

impl Workload {
    async fn trusting_the_cluster(&self, timeout: Duration) -> Result<Arc<dyn Transport>, CredentialsError> {
        let roots = read(self.roots.clone(), "the root certificates of the cluster").await?;
        let trusting = HyperTransport::new(timeout).without_proxy().root_certificates(&roots);
        let unfit = |error| CredentialsError::new("the root certificates of the cluster are none").with_source(error);
        Ok(Arc::new(trusting.map_err(unfit)?))
    }

    async fn session(&self) -> Result<Issued, CredentialsError> {
        let timeout = Duration::from_secs(30);
        let transport = match &self.transport {
            Some(transport) => Arc::clone(transport),
            None => self.trusting_the_cluster(timeout).await?,
        };
        let exchange = Exchange { transport, clock: Arc::clone(&self.clock), tries: 3, timeout };
        let token = read(self.token.clone(), "the token of the service account").await?;
        let session = self.keys.make().await?;
        let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
        headers.insert(AUTHORIZATION, bearer(&token)?);
        let question = Question {
            whom: "the cluster",
            method: Method::POST,
            uri: self.address.at("/resourcePrincipalSessionTokens")?,
            headers,
            body: Bytes::from(json!({ "podKey": STANDARD.encode(session.public_key_der()) }).to_string()),
            key: None,
        };
        let answer = exchange.ask(&question).await.map_err(|failed| match failed {
            NoAnswer { status: Some(StatusCode::FORBIDDEN), error } => {
                CredentialsError::new(format!("{error}; see that the cluster is an enhanced one"))
            }
            failed => failed.error,
        })?;
        let text = answer.body.trim_ascii();
        let text = text.strip_prefix(b"\"").and_then(|text| text.strip_suffix(b"\"")).unwrap_or(text);
        let json = STANDARD.decode(text).map(Zeroizing::new);
        let json = json.map_err(|_| CredentialsError::new("the reply of the cluster is no base64"))?;
        let issued = issued(&exchange, question.whom, &json, &answer, session)?;
        Ok(Issued { renew_after: issued.renew_after.min(issued.lifetime / 2), ..issued })
    }
}

fn bearer(token: &[u8]) -> Result<HeaderValue, CredentialsError> {
    let mut value = Zeroizing::new(b"Bearer ".to_vec());
    value.extend_from_slice(token.trim_ascii());
    let unfit = |_| CredentialsError::new("the token of the service account cannot stand in a header");
    let mut value = HeaderValue::from_bytes(&value).map_err(unfit)?;
    value.set_sensitive(true);
    Ok(value)
}

async fn read(path: PathBuf, what: &'static str) -> Result<Zeroizing<Vec<u8>>, CredentialsError> {
    off_thread(move || {
        let content = file::read(&NamedFile::new(FileRole::SessionToken, path.clone())).map_err(|error| {
            let message = format!("{}: {what} cannot be read; does the program run in a pod?", path.display());
            CredentialsError::new(message).with_source(error)
        })?;
        Ok(content.bytes)
    })
    .await
}

impl Issuer for Workload {
    fn issue(&self) -> BoxFuture<'_, Result<Issued, CredentialsError>> {
        Box::pin(self.session())
    }
}

signing_credentials!(WorkloadIdentity, principal, request => principal.workload.renewal.key(&*principal.workload, request).await?);

impl fmt::Debug for WorkloadIdentity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("WorkloadIdentity")
            .field("address", &self.workload.address)
            .field("token", &self.workload.token)
            .field("region", &self.workload.region)
            .field("scheme", &self.scheme)
            .finish_non_exhaustive()
    }
}
