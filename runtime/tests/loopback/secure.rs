//! TLS: whom the client believes.

use std::sync::Arc;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use trueform_runtime::TransportError;
use trueform_runtime::TransportErrorKind as Kind;
use trueform_runtime::transport::rustls::crypto::ring;
use trueform_runtime::transport::rustls::pki_types::PrivateKeyDer;
use trueform_runtime::transport::rustls::{ClientConfig, RootCertStore, ServerConfig};

use crate::server::{Server, read_request, write};
use crate::{get, transport};

/// A configuration that needs nothing of the system.
pub fn trusting_nobody() -> ClientConfig {
    ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions that ring has")
        .with_root_certificates(RootCertStore::empty())
        .with_no_client_auth()
}

/// What shakes hands for a server with a certificate of its own for `name`; gives the certificate, too.
pub fn acceptor(name: &str) -> (TlsAcceptor, String) {
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed([name.to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).expect("a key");
    let configuration = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions that ring has")
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .expect("a key that fits");
    (TlsAcceptor::from(Arc::new(configuration)), cert.pem())
}

/// A server with a certificate of its own for `name`, for one connection; gives the certificate, too.
async fn serve(name: &str) -> (u16, String, JoinHandle<Option<String>>) {
    let (acceptor, certificate) = acceptor(name);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port on loopback");
    let port = listener.local_addr().expect("an address").port();
    let heard = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        let mut stream = acceptor.accept(stream).await.ok()?;
        let request = read_request(&mut stream).await?;
        write(&mut stream, "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok").await;
        Some(request)
    });
    (port, certificate, heard)
}

fn assert_tls(error: &TransportError, message: &str) {
    assert_eq!((error.kind(), error.to_string()), (Kind::Tls, message.to_owned()), "{error:?}");
}

#[tokio::test]
async fn a_certificate_that_is_trusted_is_taken() {
    let (port, certificate, heard) = serve("127.0.0.1").await;
    let transport = transport().root_certificates(certificate.as_bytes()).unwrap();
    let reply = get(&transport, &format!("https://127.0.0.1:{port}/a%2Fb")).await.unwrap();
    assert_eq!(reply.body(), b"ok");
    let request = format!("GET /a%2Fb HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n\r\n");
    assert_eq!(heard.await.unwrap(), Some(request));
}

#[tokio::test]
async fn certificates_can_be_added_to_those_that_are_trusted() {
    let (_, other) = acceptor("other.test");
    for given in [transport(), transport().root_certificates(other.as_bytes()).unwrap()] {
        let (port, certificate, heard) = serve("127.0.0.1").await;
        let (_, third) = acceptor("third.test");
        let transport = given.extra_root_certificates(certificate.as_bytes()).unwrap();
        let transport = transport.extra_root_certificates(third.as_bytes()).unwrap();
        get(&transport, &format!("https://127.0.0.1:{port}/")).await.unwrap();
        assert!(heard.await.unwrap().is_some());
    }

    // What was trusted before still is.
    let (port, certificate, heard) = serve("127.0.0.1").await;
    let transport = transport().root_certificates(certificate.as_bytes()).unwrap();
    let transport = transport.extra_root_certificates(other.as_bytes()).unwrap();
    get(&transport, &format!("https://127.0.0.1:{port}/")).await.unwrap();
    assert!(heard.await.unwrap().is_some());
}

#[test]
fn certificates_that_cannot_be_added_are_told_before_any_request() {
    for pem in ["", "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n"] {
        let error = transport().extra_root_certificates(pem.as_bytes()).unwrap_err();
        assert_eq!(error.kind(), Kind::Tls, "{error}");
    }
    let (_, certificate) = acceptor("service.test");
    let given = transport().tls(trusting_nobody());
    let error = given.extra_root_certificates(certificate.as_bytes()).unwrap_err();
    assert_tls(
        &error,
        "the root certificates cannot be used: the configuration of TLS is given as a whole, and has its own",
    );
}

#[tokio::test]
async fn a_certificate_of_nobody_known_is_refused_before_anything_is_said() {
    let (port, _, heard) = serve("127.0.0.1").await;
    let transport = transport().tls(trusting_nobody());
    let error = get(&transport, &format!("https://127.0.0.1:{port}/")).await.unwrap_err();
    assert_tls(
        &error,
        &format!("the certificate of 127.0.0.1:{port} is not trusted: no known root certificate vouches for it"),
    );
    assert_eq!(heard.await.unwrap(), None);
}

#[tokio::test]
async fn a_certificate_that_only_bears_the_name_of_a_known_one_is_refused() {
    let (port, _, heard) = serve("127.0.0.1").await;
    let (_, other, _) = serve("127.0.0.1").await;
    let transport = transport().root_certificates(other.as_bytes()).unwrap();
    let error = get(&transport, &format!("https://127.0.0.1:{port}/")).await.unwrap_err();
    assert_tls(
        &error,
        &format!("the certificate of 127.0.0.1:{port} is not trusted: the root certificate it names did not sign it"),
    );
    assert_eq!(heard.await.unwrap(), None);
}

#[tokio::test]
async fn a_certificate_for_another_name_says_for_which() {
    let (port, certificate, heard) = serve("api.example.com").await;
    let transport = transport().root_certificates(certificate.as_bytes()).unwrap();
    let error = get(&transport, &format!("https://127.0.0.1:{port}/")).await.unwrap_err();
    assert_tls(&error, &format!("the certificate of 127.0.0.1:{port} is for another name: api.example.com"));
    assert_eq!(heard.await.unwrap(), None);
}

#[tokio::test]
async fn a_server_without_tls_is_found_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        write(&mut stream, "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n").await;
        read_request(&mut stream).await
    });
    let transport = transport().tls(trusting_nobody());
    let error = get(&transport, &format!("https://127.0.0.1:{port}/")).await.unwrap_err();
    assert_tls(&error, &format!("127.0.0.1:{port} does not speak TLS, or an unknown version of it"));

    let server = Server::start(&[&[]]).await;
    let uri = format!("https://127.0.0.1:{}/", server.port);
    let error = get(&transport, &uri).await.unwrap_err();
    // It says nothing of TLS, and may well be a server that is about to start: worth another try.
    assert_eq!(error.kind(), Kind::Reset);
    assert!(error.to_string().contains("closed the connection during the TLS handshake"), "{error}");
}
