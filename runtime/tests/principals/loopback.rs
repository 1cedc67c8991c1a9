//! The platform on a socket.

use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue};
use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use trueform_runtime::transport::rustls::ServerConfig;
use trueform_runtime::transport::rustls::crypto::ring;
use trueform_runtime::transport::rustls::pki_types::PrivateKeyDer;

use crate::cloud::{Asked, Cloud};

/// Serves a platform on loopback; the url that it is at.
pub(crate) async fn serve(cloud: Cloud) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, cloud.clone()));
        }
    });
    format!("http://{address}")
}

/// The same behind TLS, with a certificate of its own; its url, and the certificate.
pub(crate) async fn serve_tls(cloud: Cloud) -> (String, String) {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).expect("a key");
    let configuration = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions that ring has")
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .expect("a key that fits");
    let acceptor = TlsAcceptor::from(Arc::new(configuration));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address").port();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let (acceptor, cloud) = (acceptor.clone(), cloud.clone());
            tokio::spawn(async move {
                if let Ok(stream) = acceptor.accept(stream).await {
                    converse(stream, cloud).await;
                }
            });
        }
    });
    (format!("https://localhost:{port}"), cert.pem())
}

async fn converse(mut stream: impl AsyncRead + AsyncWrite + Unpin, cloud: Cloud) {
    let mut bytes = Vec::new();
    loop {
        while let Some((asked, length)) = parse(&bytes) {
            bytes.drain(..length);
            let (status, body) = cloud.reply(&asked);
            let date = cloud.date().map(|date| format!("date: {date}\r\n")).unwrap_or_default();
            let length = body.len();
            let head = format!(
                "HTTP/1.1 {status} -\r\n{date}content-type: application/json\r\ncontent-length: {length}\r\n\r\n"
            );
            if stream.write_all(format!("{head}{body}").as_bytes()).await.is_err() {
                return;
            }
        }
        if !matches!(stream.read_buf(&mut bytes).await, Ok(read) if read > 0) {
            return;
        }
    }
}

fn parse(bytes: &[u8]) -> Option<(Asked, usize)> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).expect("text");
    let mut lines = head.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = HeaderMap::new();
    for line in lines {
        let (name, value) = line.split_once(": ").expect("a header");
        let name = HeaderName::try_from(name).expect("a name");
        headers.insert(name, HeaderValue::try_from(value).expect("a value"));
    }
    let length =
        headers.get("content-length").map_or(0, |length| length.to_str().expect("text").parse().expect("a number"));
    let body = bytes.get(end + 4..end + 4 + length)?.to_vec();
    Some((Asked { method, target, headers, body }, end + 4 + length))
}
