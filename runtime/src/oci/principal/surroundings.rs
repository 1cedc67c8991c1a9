//! What is round a program that it may take credentials from.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::instance::InstancePrincipal;
use super::resource::{self, ResourcePrincipal};
use super::session_keys::SessionKeys;
use super::taken::{Found, NoPrincipal, NotTaken, Principal, PrincipalKind};
use super::workload::{self, WorkloadIdentity};
use crate::auth::{CredentialsError, Secret};
use crate::clock::{Clock, SystemClock};
use crate::oci::environment::Environment;
use crate::oci::off_thread::off_thread;
use crate::oci::profile::Profile;
use crate::transport::{BoxFuture, Transport};

const METADATA: &str = "OCI_METADATA_BASE_URL";
const FEDERATION: &str = "OCI_SDK_AUTH_CLIENT_REGION_URL";
const PROFILE: &str = "OCI_CONFIG_PROFILE";

/// Which variables are looked at.
const VARIABLES: [&str; 10] = [
    resource::VERSION,
    resource::TOKEN,
    resource::KEY,
    resource::PASSPHRASE,
    resource::REGION,
    workload::HOST,
    workload::ROOTS,
    METADATA,
    FEDERATION,
    PROFILE,
];

/// What is round a program: variables, files, and services of the machine. They are a parameter, so that tests need not
/// change those of the process. `Debug` shows the names of variables, and no value.
pub struct Surroundings {
    variables: BTreeMap<String, Secret>,
    environment: Environment,
    account: PathBuf,
    transport: Option<Arc<dyn Transport>>,
    clock: Arc<dyn Clock>,
    keys: SessionKeys,
    federation: Option<String>,
}

impl Surroundings {
    /// Those of this process.
    pub fn of_process() -> Self {
        let variables =
            VARIABLES.into_iter().filter_map(|name| Some((name.to_owned(), Secret::new(std::env::var(name).ok()?))));
        Self { variables: variables.collect(), environment: Environment::of_process(), ..Self::empty() }
    }

    /// Those in which there is nothing but the usual metadata service, if the machine has one.
    pub fn empty() -> Self {
        Self {
            variables: BTreeMap::new(),
            environment: Environment::default(),
            account: PathBuf::from(workload::ACCOUNT),
            transport: None,
            clock: Arc::new(SystemClock),
            keys: SessionKeys::default(),
            federation: None,
        }
    }

    /// The same with this variable.
    #[must_use]
    pub fn variable(mut self, name: impl Into<String>, value: impl Into<Secret>) -> Self {
        self.variables.insert(name.into(), value.into());
        self
    }

    /// The same with this home directory, configuration file and `OCI_REGION`.
    #[must_use]
    pub fn environment(mut self, environment: Environment) -> Self {
        self.environment = environment;
        self
    }

    /// The same with this folder of the service account of a pod.
    #[must_use]
    pub fn service_account(mut self, folder: impl Into<PathBuf>) -> Self {
        self.account = folder.into();
        self
    }

    /// Makes all calls for tokens through this transport.
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

    /// Asks this federation service instead of that of the region.
    #[must_use]
    pub fn federation_endpoint(mut self, url: impl Into<String>) -> Self {
        self.federation = Some(url.into());
        self
    }

    /// The first of these that is there:
    ///
    /// 1. The profile that `OCI_CONFIG_PROFILE` names, else `DEFAULT`, of the configuration file, as
    ///    [`Profile::load`](crate::oci::Profile::load) finds it. It is there if the file is, or is named by `OCI_CONFIG_FILE`.
    /// 2. A [`ResourcePrincipal`], if `OCI_RESOURCE_PRINCIPAL_RPST` is set.
    /// 3. A [`WorkloadIdentity`], if `KUBERNETES_SERVICE_HOST` is set and the pod has a service account.
    /// 4. An [`InstancePrincipal`], if a metadata service replies, at `OCI_METADATA_BASE_URL` where that is set, within two
    ///    seconds. Tokens are had at `OCI_SDK_AUTH_CLIENT_REGION_URL` where that is set.
    ///
    /// The vendor's own clients leave the choice to the program; this is the order from what was set up by hand to what
    /// is there by itself. One that is there and does not work is an error, and not passed over: else a program would act
    /// as somebody else than it was set up to. A profile or a pod must state a region; `OCI_REGION` wins over every
    /// other.
    ///
    /// # Errors
    ///
    /// There is none, or one that does not work. Of the last kind, the metadata service was asked for the region alone.
    pub async fn discover(self) -> Result<Principal, NoPrincipal> {
        let surroundings = Arc::new(self);
        let mut tried = Vec::new();
        for kind in [PrincipalKind::Profile, PrincipalKind::Resource, PrincipalKind::Workload, PrincipalKind::Instance]
        {
            let blocking = Arc::clone(&surroundings);
            let (is_there, looked) = match kind {
                PrincipalKind::Instance => (true, surroundings.instance().await),
                kind => match off_thread(move || Ok(blocking.look_for(kind))).await {
                    Ok((is_there, looked)) => (is_there, looked),
                    Err(error) => (true, Err(error)),
                },
            };
            match looked {
                Ok(principal) => return Ok(principal),
                Err(reason) => tried.push(NotTaken { kind, reason }),
            }
            if is_there {
                break;
            }
        }
        Err(NoPrincipal { tried })
    }

    /// Whether such a principal is there, and itself.
    fn look_for(&self, kind: PrincipalKind) -> (bool, Result<Principal, CredentialsError>) {
        let absent = |reason: String| (false, Err(CredentialsError::new(reason)));
        match kind {
            PrincipalKind::Profile => {
                let file = self.environment.configuration();
                if !self.environment.names_file() && !file.as_ref().is_some_and(|file| file.exists()) {
                    let file = file.map_or_else(|| "~/.oci/config".to_owned(), |file| file.display().to_string());
                    return absent(format!("{file} is not there, and OCI_CONFIG_FILE is not set"));
                }
                (true, self.profile())
            }
            PrincipalKind::Resource if self.value(resource::TOKEN).is_none() => {
                absent(format!("{} is not set", resource::TOKEN))
            }
            PrincipalKind::Resource => (true, self.resource()),
            PrincipalKind::Workload => match self.value(workload::HOST) {
                None => absent(format!("{} is not set", workload::HOST)),
                Some(_) if !self.account.join("token").exists() => {
                    absent(format!("{} is not there", self.account.join("token").display()))
                }
                Some(host) => (true, self.workload(host)),
            },
            PrincipalKind::Instance => absent("it is asked for otherwise".to_owned()),
        }
    }

    fn profile(&self) -> Result<Principal, CredentialsError> {
        let name = self.value(PROFILE).unwrap_or("DEFAULT");
        let profile = Profile::from_environment(self.environment.clone(), name)?;
        Ok(Principal::new(profile.region()?.to_owned(), Found::Profile(profile.credentials()?)))
    }

    fn resource(&self) -> Result<Principal, CredentialsError> {
        let principal = ResourcePrincipal::of_variables(|name| self.value(name).map(ToOwned::to_owned))?;
        let region = self.region().unwrap_or(principal.region()).to_owned();
        Ok(Principal::new(region, Found::Resource(principal)))
    }

    fn workload(&self, host: &str) -> Result<Principal, CredentialsError> {
        let mut builder = WorkloadIdentity::in_cluster(host)
            .token_file(self.account.join("token"))
            .root_certificates(self.value(workload::ROOTS).map_or_else(|| self.account.join("ca.crt"), PathBuf::from))
            .clock(Shared(Arc::clone(&self.clock)))
            .session_keys(self.keys.clone());
        if let Some(region) = self.region().or(self.value(resource::REGION)) {
            builder = builder.region(region);
        }
        if let Some(transport) = &self.transport {
            builder = builder.transport(Shared(Arc::clone(transport)));
        }
        let principal = builder.build()?;
        Ok(Principal::new(principal.region()?.to_owned(), Found::Workload(principal)))
    }

    async fn instance(&self) -> Result<Principal, CredentialsError> {
        // Elsewhere than on an instance nobody replies, and nobody says so either.
        let probe = self.instance_builder().tries(1, Duration::from_secs(2)).build()?;
        let region = probe.region().await?;
        let mut builder = self.instance_builder();
        if let Some(region) = self.region() {
            builder = builder.region(region);
        }
        let region = self.region().map_or(region, ToOwned::to_owned);
        Ok(Principal::new(region, Found::Instance(builder.build()?)))
    }

    fn instance_builder(&self) -> super::instance::InstancePrincipalBuilder {
        let mut builder =
            InstancePrincipal::builder().clock(Shared(Arc::clone(&self.clock))).session_keys(self.keys.clone());
        if let Some(url) = self.value(METADATA) {
            builder = builder.metadata_endpoint(url);
        }
        if let Some(url) = self.federation.as_deref().or(self.value(FEDERATION)) {
            builder = builder.federation_endpoint(url);
        }
        match &self.transport {
            Some(transport) => builder.transport(Shared(Arc::clone(transport))),
            None => builder,
        }
    }

    fn region(&self) -> Option<&str> {
        self.environment.region()
    }

    /// A variable that is not empty.
    fn value(&self, name: &str) -> Option<&str> {
        self.variables.get(name).map(Secret::reveal).filter(|text| !text.trim().is_empty())
    }
}

/// What several principals share.
#[derive(Debug)]
struct Shared<T: ?Sized>(Arc<T>);

impl Clock for Shared<dyn Clock> {
    fn now(&self) -> std::time::SystemTime {
        self.0.now()
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.0.sleep(duration)
    }
}

impl Transport for Shared<dyn Transport> {
    fn send(
        &self,
        request: http::Request<crate::transport::Body>,
    ) -> BoxFuture<'_, Result<http::Response<crate::transport::Body>, crate::transport::TransportError>> {
        self.0.send(request)
    }
}

impl fmt::Debug for Surroundings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Surroundings")
            .field("variables", &self.variables.keys())
            .field("environment", &self.environment)
            .field("service_account", &self.account)
            .finish_non_exhaustive()
    }
}
