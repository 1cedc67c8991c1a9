//! Whom the client trusts.

use std::fmt::Display;
use std::sync::Arc;

use rustls_native_certs::CertificateResult;
use tokio::sync::OnceCell;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto::ring};

use super::{TransportError, TransportErrorKind};

/// How to get at the parts of TLS; none of them is looked at before the first connection that needs them.
#[derive(Clone, Debug)]
pub(super) enum Trust {
    /// What the operating system trusts, and these certificates beside it. The system is read once, when that succeeds.
    System(Vec<CertificateDer<'static>>, Arc<OnceCell<Arc<ClientConfig>>>),
    /// These certificates, and nobody else.
    Certificates(RootCertStore, Arc<ClientConfig>),
    /// What the caller decided.
    Given(Arc<ClientConfig>),
}

impl Trust {
    /// What the operating system trusts.
    pub(super) fn system() -> Self {
        Self::System(Vec::new(), Arc::default())
    }

    /// The certificates of a PEM text, and nobody else.
    pub(super) fn certificates(pem: &[u8]) -> Result<Self, TransportError> {
        Self::only(roots(RootCertStore::empty(), certificates(pem)?)?)
    }

    /// The certificates of a PEM text beside those that are trusted already.
    pub(super) fn with_certificates(&self, pem: &[u8]) -> Result<Self, TransportError> {
        let added = certificates(pem)?;
        match self {
            Self::System(certificates, _) => {
                // Whether they can be used is told here, and not at the first request.
                roots(RootCertStore::empty(), added.clone())?;
                Ok(Self::System(certificates.iter().cloned().chain(added).collect(), Arc::default()))
            }
            Self::Certificates(stated, _) => Self::only(roots(stated.clone(), added)?),
            Self::Given(_) => Err(unusable(&"the configuration of TLS is given as a whole, and has its own")),
        }
    }

    fn only(roots: RootCertStore) -> Result<Self, TransportError> {
        let configuration = configuration(roots.clone())?;
        Ok(Self::Certificates(roots, configuration))
    }

    /// A configuration of the caller's own making.
    pub(super) fn given(mut configuration: ClientConfig) -> Self {
        configuration.alpn_protocols = protocols();
        Self::Given(Arc::new(configuration))
    }

    /// The configuration to open connections with.
    pub(super) async fn configuration(&self) -> Result<Arc<ClientConfig>, TransportError> {
        match self {
            Self::Given(configuration) | Self::Certificates(_, configuration) => Ok(Arc::clone(configuration)),
            Self::System(extra, cell) => cell.get_or_try_init(|| system_configuration(extra)).await.cloned(),
        }
    }
}

fn unusable(reason: &dyn Display) -> TransportError {
    TransportError::new(TransportErrorKind::Tls, format!("the root certificates cannot be used: {reason}"))
}

fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, TransportError> {
    let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    let certificates = certificates.map_err(|error| unusable(&error))?;
    if certificates.is_empty() {
        return Err(unusable(&"the text holds no PEM section `CERTIFICATE`"));
    }
    Ok(certificates)
}

fn roots(mut roots: RootCertStore, added: Vec<CertificateDer<'static>>) -> Result<RootCertStore, TransportError> {
    for certificate in added {
        roots.add(certificate).map_err(|error| unusable(&error))?;
    }
    Ok(roots)
}

async fn system_configuration(extra: &[CertificateDer<'static>]) -> Result<Arc<ClientConfig>, TransportError> {
    // Up to some hundred files are read and parsed: not the work of a thread that drives connections.
    let found = tokio::task::spawn_blocking(rustls_native_certs::load_native_certs).await;
    let found = found.map_err(|error| {
        TransportError::new(TransportErrorKind::Tls, "reading the root certificates of this system was interrupted")
            .with_source(error)
    })?;
    configuration(system_roots(found, extra)?)
}

/// Some unreadable certificates among many are everyday life; none that can be read is a system without roots.
fn system_roots(found: CertificateResult, extra: &[CertificateDer<'static>]) -> Result<RootCertStore, TransportError> {
    let mut roots = roots(RootCertStore::empty(), extra.to_vec())?;
    let (_, unreadable) = roots.add_parsable_certificates(found.certs);
    if !roots.is_empty() {
        return Ok(roots);
    }
    let unreadable = if unreadable > 0 { format!(" ({unreadable} could not be read)") } else { String::new() };
    let message = format!(
        "this system has no root certificates to check a server's with{unreadable}: install them (often the package \
         `ca-certificates`), name a PEM file in the environment variable SSL_CERT_FILE, or give the transport its own root \
         certificates"
    );
    let error = TransportError::new(TransportErrorKind::Tls, message);
    Err(match found.errors.into_iter().next() {
        Some(cause) => error.with_source(cause),
        None => error,
    })
}

fn configuration(roots: RootCertStore) -> Result<Arc<ClientConfig>, TransportError> {
    // The provider is named, so that no choice of another crate in the same program can change it or make it ambiguous.
    let mut configuration = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| TransportError::new(TransportErrorKind::Tls, "TLS cannot be set up").with_source(error))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    configuration.alpn_protocols = protocols();
    Ok(Arc::new(configuration))
}

/// All that the transport speaks: a server that would rather have HTTP/2 must not pick it.
fn protocols() -> Vec<Vec<u8>> {
    vec![b"http/1.1".to_vec()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_without_roots_says_the_way_out() {
        let error = system_roots(CertificateResult::default(), &[]).unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Tls);
        assert!(error.to_string().contains("SSL_CERT_FILE"), "{error}");

        let mut found = CertificateResult::default();
        found.certs.push(CertificateDer::from(vec![1, 2, 3]));
        let error = system_roots(found, &[]).unwrap_err().to_string();
        assert!(error.contains("(1 could not be read)"), "{error}");
    }

    #[test]
    fn certificates_stand_beside_those_of_the_system_and_alone_where_it_has_none() {
        let certificate = |name: &str| {
            let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
            made.cert.der().clone()
        };
        let extra = [certificate("extra.test")];
        assert_eq!(system_roots(CertificateResult::default(), &extra).unwrap().len(), 1);
        let mut found = CertificateResult::default();
        found.certs.push(certificate("system.test"));
        assert_eq!(system_roots(found, &extra).unwrap().len(), 2);
    }

    #[test]
    fn certificates_given_must_be_there_and_readable() {
        for (pem, reason) in [
            (&b""[..], "no PEM section"),
            (b"-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n", "cannot be used"),
        ] {
            let error = Trust::certificates(pem).unwrap_err();
            assert_eq!(error.kind(), TransportErrorKind::Tls);
            assert!(error.to_string().contains(reason), "{error}");
        }
    }
}
