//! Https through proxies, which see a host and a port. The names of the servers exist for the proxy alone.

use http::Request;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_rustls::TlsAcceptor;
use trueform_runtime::TransportErrorKind as Kind;
use trueform_runtime::{Body, HyperTransport};

use crate::proxy::assert_says;
use crate::secure::acceptor;
use crate::server::{Server, read_request, write};
use crate::{exchange, get, through, transport};

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";
const ESTABLISHED: &str = "HTTP/1.1 200 Connection established\r\n\r\n";
const ASKED: &str = "CONNECT service.test:443 HTTP/1.1\r\nhost: service.test:443\r\n\r\n";

/// What a machine heard, in order.
struct Heard(UnboundedReceiver<String>);

impl Heard {
    /// All that has come; whoever speaks must have had an answer.
    fn all(&mut self) -> Vec<String> {
        std::iter::from_fn(|| self.0.try_recv().ok()).collect()
    }
}

/// `service.test`: on each connection it takes requests, as many as stated, and closes it then.
async fn service(requests: &'static [usize]) -> (u16, String, Heard) {
    let (acceptor, certificate) = acceptor("service.test");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port on loopback");
    let port = listener.local_addr().expect("an address").port();
    let (sender, heard) = unbounded_channel();
    tokio::spawn(async move {
        for count in requests {
            let (stream, _) = listener.accept().await.expect("a connection");
            let Ok(mut stream) = acceptor.accept(stream).await else {
                continue;
            };
            for _ in 0..*count {
                let Some(request) = read_request(&mut stream).await else {
                    break;
                };
                sender.send(request).expect("the test listens");
                write(&mut stream, OK).await;
            }
        }
    });
    (port, certificate, Heard(heard))
}

/// A proxy all of whose tunnels lead to one port of loopback; under TLS where it has a certificate.
async fn proxy(leads_to: u16, tls: Option<TlsAcceptor>) -> (u16, Heard) {
    proxy_that_says(ESTABLISHED, leads_to, tls).await
}

async fn proxy_that_says(answer: &'static str, leads_to: u16, tls: Option<TlsAcceptor>) -> (u16, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port on loopback");
    let port = listener.local_addr().expect("an address").port();
    let (sender, heard) = unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            match &tls {
                None => carry(stream, answer, leads_to, &sender).await,
                Some(acceptor) => {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        carry(stream, answer, leads_to, &sender).await;
                    }
                }
            }
        }
    });
    (port, Heard(heard))
}

async fn carry<S>(mut stream: S, answer: &str, leads_to: u16, heard: &UnboundedSender<String>)
where
    S: AsyncRead + AsyncWrite + Send + Unpin + 'static,
{
    let Some(request) = read_request(&mut stream).await else {
        return;
    };
    heard.send(request).expect("the test listens");
    let mut beyond = TcpStream::connect(("127.0.0.1", leads_to)).await.expect("the server listens");
    write(&mut stream, answer).await;
    tokio::spawn(async move { copy_bidirectional(&mut stream, &mut beyond).await });
}

/// Trusts a certificate, and goes through a proxy on this port.
fn trusting(certificate: &str, port: u16) -> HyperTransport {
    through(port).root_certificates(certificate.as_bytes()).expect("a certificate")
}

#[tokio::test]
async fn the_server_gets_the_request_byte_for_byte_and_the_proxy_nothing_of_it() {
    let (port, certificate, mut server) = service(&[1]).await;
    let (port, mut proxy) = proxy(port, None).await;
    let request = Request::post("https://service.test/a%2Fb/../c?x=%20").header("authorization", "secret");
    let request = request.body(Body::from("hello")).unwrap();
    let reply = exchange(&trusting(&certificate, port), request).await.unwrap();
    assert_eq!(reply.body(), b"ok");
    assert_eq!(
        server.all(),
        [concat!(
            "POST /a%2Fb/../c?x=%20 HTTP/1.1\r\nauthorization: secret\r\nhost: service.test\r\n",
            "content-length: 5\r\n\r\nhello"
        )]
    );
    assert_eq!(proxy.all(), [ASKED]);
}

#[tokio::test]
async fn credentials_of_the_proxy_do_not_reach_the_server() {
    let (port, certificate, mut server) = service(&[1]).await;
    let (port, mut proxy) = proxy(port, None).await;
    let transport = trusting(&certificate, port).proxy(&format!("http://user:secret@127.0.0.1:{port}")).unwrap();
    get(&transport, "https://service.test/").await.unwrap();
    assert_eq!(server.all(), ["GET / HTTP/1.1\r\nhost: service.test\r\n\r\n"]);
    let credentials = "proxy-authorization: Basic dXNlcjpzZWNyZXQ=\r\n\r\n";
    assert_eq!(proxy.all(), [format!("{}{credentials}", ASKED.strip_suffix("\r\n").unwrap())]);
    assert!(!format!("{transport:?}").contains("secret"));
}

#[tokio::test]
async fn a_tunnel_is_kept_and_replaced_once_the_server_has_closed_it() {
    let (port, certificate, mut server) = service(&[3, 1]).await;
    let (port, mut proxy) = proxy(port, None).await;
    let transport = trusting(&certificate, port);
    for _ in 0..3 {
        get(&transport, "https://service.test/").await.unwrap();
    }
    assert_eq!((server.all().len(), proxy.all().len()), (3, 1));
    // The close has to come through the proxy.
    crate::reuse::settle().await;
    get(&transport, "https://service.test/").await.unwrap();
    assert_eq!((server.all().len(), proxy.all().len()), (1, 1));
}

/// RFC 9110, section 9.3.6: a client ignores what a successful answer says of a body.
#[tokio::test]
async fn each_kind_of_success_opens_the_tunnel() {
    for answer in [
        "HTTP/1.0 200 Connection established\r\n\r\n",
        "HTTP/1.0 200 OK\r\nproxy-agent: old\r\nconnection: close\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    ] {
        let (port, certificate, _server) = service(&[2]).await;
        let (port, mut proxy) = proxy_that_says(answer, port, None).await;
        let transport = trusting(&certificate, port);
        for _ in 0..2 {
            let reply = get(&transport, "https://service.test/").await;
            assert_eq!(reply.unwrap_or_else(|error| panic!("{answer}: {error:?}")).body(), b"ok");
        }
        assert_eq!(proxy.all(), [ASKED]);
    }
}

#[tokio::test]
async fn dropping_the_future_gives_the_tunnel_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let transport = trusting(&acceptor("service.test").1, listener.local_addr().unwrap().port());
    let call = tokio::spawn(async move { get(&transport, "https://service.test/").await.map(drop) });
    let (mut stream, _) = listener.accept().await.unwrap();
    assert_eq!(read_request(&mut stream).await.unwrap(), ASKED);
    call.abort();
    assert_eq!(stream.read(&mut [0]).await.unwrap(), 0, "the client has left");
}

#[tokio::test]
async fn a_proxy_can_be_under_tls_itself() {
    let (port, certificate, mut server) = service(&[1]).await;
    let (acceptor, of_proxy) = acceptor("127.0.0.1");
    let (port, mut proxy) = proxy(port, Some(acceptor)).await;
    let transport = trusting(&certificate, port).proxy(&format!("https://127.0.0.1:{port}")).unwrap();
    let error = get(&transport, "https://service.test/").await.unwrap_err();
    let told = "is not trusted: the root certificate it names did not sign it";
    assert_says(&error, Kind::Tls, &format!("the certificate of the proxy https://127.0.0.1:{port} {told}"));

    let transport = transport.extra_root_certificates(of_proxy.as_bytes()).unwrap();
    get(&transport, "https://service.test/").await.unwrap();
    assert_eq!((server.all().len(), proxy.all()), (1, vec![ASKED.to_owned()]));
}

#[tokio::test]
async fn a_certificate_that_is_not_trusted_names_the_proxy_that_may_have_made_it() {
    let (port, _, mut server) = service(&[1]).await;
    let (port, _proxy) = proxy(port, None).await;
    let transport = through(port).tls(crate::secure::trusting_nobody());
    let error = get(&transport, "https://service.test/secret").await.unwrap_err();
    let both = format!("service.test (through the proxy http://127.0.0.1:{port})");
    let told = "is not trusted: no known root certificate vouches for it";
    assert_says(&error, Kind::Tls, &format!("the certificate of {both} {told}"));
    assert!(server.all().is_empty());
}

#[tokio::test]
async fn a_proxy_that_opens_no_tunnel_says_why() {
    let forbidden = "forbids a tunnel to service.test: have it allowed there, or name the host in NO_PROXY if it can be \
                     reached directly (403)";
    for (user, answer, kind, told) in [
        (
            "",
            "HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\ncontent-length: 3\r\n\r\nno!",
            Kind::Proxy,
            "asks for credentials: name them in its url, as in http://user:password@host:port (407)",
        ),
        ("user:secret@", "HTTP/1.1 407 x\r\n\r\n", Kind::Proxy, "did not accept the credentials in its url (407)"),
        ("", "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n", Kind::Proxy, forbidden),
        ("", "HTTP/1.1 405 x\r\n\r\n", Kind::Proxy, "opens no tunnel to service.test; is it a proxy for https? (405)"),
        (
            "",
            "HTTP/1.1 302 x\r\nlocation: http://evil.test/\r\n\r\n",
            Kind::Proxy,
            "opens no tunnel to service.test; is it a proxy for https? (302)",
        ),
        ("", "HTTP/1.1 429 x\r\n\r\n", Kind::Refused, "opens no tunnel to service.test at present (429)"),
        ("", "HTTP/1.1 502 Bad Gateway\r\n\r\n", Kind::Refused, "could not open a tunnel to service.test (502)"),
        ("", "HTTP/1.1 503 x\r\n\r\n", Kind::Refused, "could not open a tunnel to service.test (503)"),
        ("", "HTTP/1.1 504 x\r\n\r\n", Kind::ConnectTimeout, "did not reach service.test in time (504)"),
        ("", "", Kind::Refused, "closed the connection before its answer to CONNECT was complete"),
        ("", "HTTP/1.1 200 O", Kind::Refused, "closed the connection before its answer to CONNECT was complete"),
        (
            "",
            "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
            Kind::Proxy,
            "sent more than the head of its answer to CONNECT",
        ),
    ] {
        let server = Server::start(&[&[answer]]).await;
        let transport = trusting(&acceptor("service.test").1, server.port);
        let name = format!("127.0.0.1:{}", server.port);
        let transport = transport.proxy(&format!("http://{user}{name}")).unwrap();
        let error = get(&transport, "https://service.test/secret").await.unwrap_err();
        assert_says(&error, kind, &format!("the proxy http://{name} {told}"));
        assert!(server.heard_once().await.starts_with("CONNECT service.test:443 HTTP/1.1\r\n"));
    }
    let server = Server::start(&[&["SSH-2.0-OpenSSH_9.9\r\n"]]).await;
    let error = get(&trusting(&acceptor("service.test").1, server.port), "https://service.test/").await.unwrap_err();
    assert_eq!(error.kind(), Kind::Proxy);
    let told = format!("the proxy http://127.0.0.1:{} does not keep to HTTP/1.1 in its answer to CONNECT", server.port);
    assert!(error.to_string().starts_with(&told), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_proxy_that_never_answers_runs_into_the_time_out() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let transport = HyperTransport::new(Duration::from_secs(3)).tls(crate::secure::trusting_nobody());
    let transport = transport.proxy(&format!("http://127.0.0.1:{port}")).unwrap();
    let error = get(&transport, "https://service.test/").await.unwrap_err();
    let both = format!("service.test (through the proxy http://127.0.0.1:{port})");
    assert_says(&error, Kind::ConnectTimeout, &format!("no connection to {both} was there after 3s"));
}

#[tokio::test]
async fn a_server_of_no_tls_behind_a_proxy_is_found_out() {
    let server = Server::start(&[&[]]).await;
    let (port, mut heard) = proxy(server.port, None).await;
    let error = get(&trusting(&acceptor("service.test").1, port), "https://service.test:8443/").await.unwrap_err();
    assert_says(
        &error,
        Kind::Reset,
        &format!(
            "service.test:8443 (through the proxy http://127.0.0.1:{port}) closed the connection during the TLS handshake"
        ),
    );
    assert_eq!(heard.all(), ["CONNECT service.test:8443 HTTP/1.1\r\nhost: service.test:8443\r\n\r\n"]);
    assert!(transport().proxy("").is_err(), "no proxy is asked for by another name");
}
