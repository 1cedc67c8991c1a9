//! Who a program is where there is no key file: the machine, the function or the pod that it runs in.

mod address;
mod certificate;
mod delegation;
mod exchange;
mod federation;
mod instance;
mod metadata;
mod regions;
mod renewal;
mod resource;
mod session_keys;
mod signing;
mod stated;
mod surroundings;
mod taken;
mod token;
mod workload;

pub use certificate::CertificateFingerprint;
pub use delegation::Delegation;
pub use instance::{InstancePrincipal, InstancePrincipalBuilder};
pub use resource::ResourcePrincipal;
pub use session_keys::SessionKeys;
pub use signing::Signing;
pub use surroundings::Surroundings;
pub use taken::{NoPrincipal, NotTaken, Principal, PrincipalKind};
pub use workload::{WorkloadIdentity, WorkloadIdentityBuilder};
