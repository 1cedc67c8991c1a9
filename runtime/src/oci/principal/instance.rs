//! The instance that a program runs on.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::address::{Address, Region};
use super::certificate::CertificateFingerprint;
use super::exchange::Exchange;
use super::federation::Federation;
use super::metadata::Metadata;
use super::renewal::{Issuer, Renewal};
use super::session_keys::SessionKeys;
use super::token::Issued;
use crate::auth::CredentialsError;
use crate::clock::{Clock, SystemClock};
use crate::oci::signing_credentials::signing_credentials;
use crate::transport::{BoxFuture, HyperTransport, Transport};

const METADATA: &str = "http://169.254.169.254/opc/v2";

/// Credentials of the instance that a program runs on, for which policies speak of dynamic groups.
///
/// The metadata service of the instance hands out a certificate with its key, which the platform exchanges every few
/// hours. Signed with that key, the federation service of the region is asked for a token for a session key, which is
/// made in this process, and never leaves it. Requests are signed with the session key, and name the token.
///
/// All of it is renewed five minutes before the token expires, while the old one goes on being used, and when the service
/// refuses the token (401); how many calls ask, it is done once. Time is counted as the federation service has it: a
/// clock that is wrong here is no reason to use a token too long. Calls to both services are tried three times.
///
/// Clones share what was fetched. `Debug` shows no key and no token.
#[derive(Clone)]
pub struct InstancePrincipal {
    instance: Arc<Instance>,
    scheme: Option<String>,
}

struct Instance {
    metadata: Metadata,
    exchange: Exchange,
    federation: Option<Address>,
    fingerprint: CertificateFingerprint,
    keys: SessionKeys,
    region: Mutex<Option<Region>>,
    tenancy: Mutex<Option<String>>,
    renewal: Renewal,
}

/// What an instance principal is made of. All has a default.
#[derive(Debug)]
pub struct InstancePrincipalBuilder {
    metadata: String,
    federation: Option<String>,
    region: Option<String>,
    transport: Option<Arc<dyn Transport>>,
    clock: Arc<dyn Clock>,
    keys: SessionKeys,
    fingerprint: CertificateFingerprint,
    tries: u32,
    timeout: Duration,
}

impl InstancePrincipal {
    /// Made of the usual services, unless stated otherwise.
    pub fn builder() -> InstancePrincipalBuilder {
        InstancePrincipalBuilder {
            metadata: METADATA.to_owned(),
            federation: None,
            region: None,
            transport: None,
            clock: Arc::new(SystemClock),
            keys: SessionKeys::default(),
            fingerprint: CertificateFingerprint::default(),
            tries: 3,
            timeout: Duration::from_secs(10),
        }
    }

    /// The region of the instance, such as `us-chicago-1`, for the client.
    ///
    /// # Errors
    ///
    /// The metadata service does not say: most likely the program does not run on an instance.
    pub async fn region(&self) -> Result<String, CredentialsError> {
        self.instance.region().await.map(|region| region.name)
    }
}

impl InstancePrincipalBuilder {
    /// Another metadata service than that at `http://169.254.169.254/opc/v2`. Plain http goes to this machine and its own
    /// link alone.
    #[must_use]
    pub fn metadata_endpoint(mut self, url: impl Into<String>) -> Self {
        self.metadata = url.into();
        self
    }

    /// Another federation service than that of the region, `https://auth.{region}.{domain}`; the path `/v1/x509` is
    /// appended.
    #[must_use]
    pub fn federation_endpoint(mut self, url: impl Into<String>) -> Self {
        self.federation = Some(url.into());
        self
    }

    /// This region, instead of that which the metadata service states.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// Makes all calls through this transport, which must reach the metadata service itself, and not through a proxy.
    /// Unless stated, it is one of its own, which goes through the proxies of the environment to the federation service
    /// alone.
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

    /// Names the certificate in another way.
    #[must_use]
    pub fn fingerprint(mut self, fingerprint: CertificateFingerprint) -> Self {
        self.fingerprint = fingerprint;
        self
    }

    /// How often each call is made where what goes wrong may pass, and how long each may take: 3, and 10 s.
    #[must_use]
    pub fn tries(mut self, tries: u32, timeout: Duration) -> Self {
        (self.tries, self.timeout) = (tries, timeout);
        self
    }

    /// The principal; nothing is fetched yet.
    ///
    /// # Errors
    ///
    /// An endpoint is no url that may be called, or the region cannot be one.
    pub fn build(self) -> Result<InstancePrincipal, CredentialsError> {
        let usual = HyperTransport::new(self.timeout);
        let (near, far): (Arc<dyn Transport>, Arc<dyn Transport>) = match self.transport {
            Some(transport) => (Arc::clone(&transport), transport),
            None => (Arc::new(usual.clone().without_proxy()), Arc::new(usual)),
        };
        let exchange = Exchange { transport: far, clock: self.clock, tries: self.tries, timeout: self.timeout };
        let address = Address::parse("the metadata service", &self.metadata)?;
        let federation = self.federation.map(|url| Address::parse("the federation service", &url)).transpose()?;
        let region = self.region.map(|region| Region::new(&region, None)).transpose()?;
        let instance = Instance {
            metadata: Metadata { exchange: Exchange { transport: near, ..exchange.clone() }, address },
            federation,
            fingerprint: self.fingerprint,
            keys: self.keys,
            region: Mutex::new(region),
            tenancy: Mutex::default(),
            renewal: Renewal::new(Arc::clone(&exchange.clock)),
            exchange,
        };
        Ok(InstancePrincipal { instance: Arc::new(instance), scheme: None })
    }
}

impl Instance {
    async fn region(&self) -> Result<Region, CredentialsError> {
        let known = self.region.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(region) = known {
            return Ok(region);
        }
        let region = self.metadata.region().await?;
        *self.region.lock().unwrap_or_else(PoisonError::into_inner) = Some(region.clone());
        Ok(region)
    }

    async fn session(&self) -> Result<Issued, CredentialsError> {
        let address = match &self.federation {
            Some(address) => address.clone(),
            None => self.region().await?.federation()?,
        };
        let identity = self.metadata.identity().await?;
        let tenancy = identity.certificate.tenancy().map(ToOwned::to_owned);
        let known = self.tenancy.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if known.is_some() && known != tenancy {
            let message = "the certificate of the metadata service is one of another tenancy than before";
            return Err(CredentialsError::new(message));
        }
        let session = self.keys.make().await?;
        let federation = Federation { exchange: &self.exchange, address, fingerprint: self.fingerprint };
        let issued = federation.token(identity, session).await?;
        *self.tenancy.lock().unwrap_or_else(PoisonError::into_inner) = tenancy;
        Ok(issued)
    }
}

impl Issuer for Instance {
    fn issue(&self) -> BoxFuture<'_, Result<Issued, CredentialsError>> {
        Box::pin(self.session())
    }
}

signing_credentials!(InstancePrincipal, principal, request => principal.instance.renewal.key(&*principal.instance, request).await?);

impl fmt::Debug for InstancePrincipal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("InstancePrincipal")
            .field("metadata", &self.instance.metadata.address)
            .field("federation", &self.instance.federation)
            .field("scheme", &self.scheme)
            .finish_non_exhaustive()
    }
}
