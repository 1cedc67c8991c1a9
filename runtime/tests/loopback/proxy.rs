//! Plain http through proxies, which read the requests. The names of the servers exist for the proxy alone.

use std::ffi::OsString;
use std::time::Duration;

use http::Request;
use tokio::net::TcpListener;
use trueform_runtime::TransportErrorKind as Kind;
use trueform_runtime::{Body, HyperTransport, TransportError};

use crate::server::Server;
use crate::{exchange, get, through, transport};

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

/// One line that names the proxy and keeps its password and the target to itself.
#[track_caller]
pub fn assert_says(error: &TransportError, kind: Kind, message: &str) {
    assert_eq!((error.kind(), error.to_string().as_str()), (kind, message), "{error:?}");
    assert!(!format!("{error:?}").contains("secret"), "{error:?}");
}

/// A port of loopback where nobody listens.
pub async fn nobody() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port on loopback");
    listener.local_addr().expect("an address").port()
}

#[tokio::test]
async fn the_target_names_the_server_and_has_the_path_byte_for_byte() {
    for (host, target) in [
        ("service.test", "/a%2Fb/%252e%252e?x=%20"),
        ("service.test:8080", "/a/../b/./c//d"),
        ("service.test", "/?"),
        ("service.test", "//x?a=b&&c=%zz+'"),
        ("service.test", "/~:@!$&'()*,;="),
        ("[2001:db8::1]:8080", "/x"),
    ] {
        let server = Server::start(&[&[OK]]).await;
        let request = Request::get(format!("http://{host}{target}")).header("x-first", "1");
        exchange(&through(server.port), request.body(Body::empty()).unwrap()).await.unwrap();
        let heard = server.heard_once().await;
        assert_eq!(heard, format!("GET http://{host}{target} HTTP/1.1\r\nx-first: 1\r\nhost: {host}\r\n\r\n"));
    }
}

#[tokio::test]
async fn what_a_uri_says_beside_server_and_path_stays_here() {
    for (uri, target) in [
        ("http://me:secret@Service.test:80", "http://service.test/"),
        ("http://service.test?x=1#secret", "http://service.test/?x=1"),
    ] {
        let server = Server::start(&[&[OK]]).await;
        get(&through(server.port), uri).await.unwrap();
        let heard = server.heard_once().await;
        assert_eq!(heard, format!("GET {target} HTTP/1.1\r\nhost: service.test\r\n\r\n"));
    }
}

#[tokio::test]
async fn the_proxy_gets_the_credentials_of_its_url() {
    let server = Server::start(&[&[OK]]).await;
    let url = format!("http://user:p%40ss@127.0.0.1:{}/", server.port);
    let transport = transport().proxy(&url).unwrap();
    get(&transport, "http://service.test/").await.unwrap();
    assert!(!format!("{transport:?}").contains("p%40ss"));
    let heard = server.heard_once().await;
    assert!(heard.contains("\r\nproxy-authorization: Basic dXNlcjpwQHNz\r\n"), "{heard}");
}

#[tokio::test]
async fn a_proxy_that_wants_other_credentials_is_an_error_and_no_reply() {
    let answer = "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
    let server = Server::start(&[&[answer], &[answer]]).await;
    let name = format!("127.0.0.1:{}", server.port);
    let error = get(&through(server.port), "http://service.test/secret").await.unwrap_err();
    let remedy = "asks for credentials: name them in its url, as in http://user:password@host:port (407)";
    assert_says(&error, Kind::Proxy, &format!("the proxy http://{name} {remedy}"));

    let transport = transport().proxy(&format!("http://user:secret@{name}")).unwrap();
    let error = get(&transport, "http://service.test/secret").await.unwrap_err();
    assert_says(
        &error,
        Kind::Proxy,
        &format!("the proxy http://{name} did not accept the credentials in its url (407)"),
    );
}

#[tokio::test]
async fn what_else_the_proxy_answers_is_a_reply() {
    for answer in ["HTTP/1.1 302 Found\r\nlocation: http://evil.test/\r\n\r\n", "HTTP/1.1 502 Bad Gateway\r\n\r\n"] {
        let server = Server::start(&[&[answer]]).await;
        let request = Request::get("http://service.test/").header("authorization", "secret");
        let reply = exchange(&through(server.port), request.body(Body::empty()).unwrap()).await.unwrap();
        assert!(answer.contains(reply.status().as_str()));
        server.heard_once().await;
    }
}

#[tokio::test]
async fn a_proxy_that_is_not_there_is_told_apart_from_the_server() {
    let port = nobody().await;
    for uri in ["http://service.test/secret", "https://service.test/secret"] {
        let transport = transport().root_certificates(crate::secure::acceptor("service.test").1.as_bytes()).unwrap();
        let url = format!("http://user:secret@127.0.0.1:{port}");
        let error = get(&transport.clone().proxy(&url).unwrap(), uri).await.unwrap_err();
        assert_says(&error, Kind::Refused, &format!("the proxy http://127.0.0.1:{port} refused the connection"));

        // A label longer than 63 characters cannot be asked for, so that no resolver is.
        let host = format!("{}.invalid", "a".repeat(64));
        let error = get(&transport.proxy(&host).unwrap(), uri).await.unwrap_err();
        assert_says(&error, Kind::Dns, &format!("the name of the proxy {host} could not be resolved"));
    }
}

#[tokio::test]
async fn a_reply_that_breaks_off_names_both() {
    let server = Server::start(&[&[""]]).await;
    let error = get(&through(server.port), "http://service.test/secret").await.unwrap_err();
    let both = format!("service.test (through the proxy http://127.0.0.1:{})", server.port);
    assert_says(
        &error,
        Kind::Reset,
        &format!("{both} closed the connection before the head of its reply was complete"),
    );
}

#[tokio::test]
async fn a_connection_to_the_proxy_is_kept_and_replaced_once_it_is_closed() {
    let server = Server::start(&[&[OK, OK], &[OK]]).await;
    let transport = through(server.port);
    for _ in 0..3 {
        get(&transport, "http://service.test/").await.unwrap();
        crate::reuse::settle().await;
    }
    let connections: Vec<usize> = server.heard().await.iter().map(|heard| heard.connection).collect();
    assert_eq!(connections, [0, 0, 1]);
}

/// `0.0.0.0` leads to this machine, and is not one of the names that go through no proxy.
#[tokio::test]
#[cfg(unix)]
async fn connections_through_a_proxy_and_past_it_are_not_mistaken_for_each_other() {
    let server = Server::start(&[&[OK]]).await;
    let (first, second) = (Server::start(&[&[OK, OK]]).await, Server::start(&[&[OK]]).await);
    let uri = format!("http://0.0.0.0:{}/", server.port);
    let transport = through(first.port);
    get(&transport, &uri).await.unwrap();
    get(&transport.clone().without_proxy(), &uri).await.unwrap();
    let other = transport.clone().proxy(&format!("http://127.0.0.1:{}", second.port)).unwrap();
    get(&other, &uri).await.unwrap();
    get(&transport, &uri).await.unwrap();
    drop((transport, other));
    assert!(server.heard_once().await.starts_with("GET / HTTP/1.1\r\n"));
    assert!(second.heard_once().await.starts_with(&format!("GET {uri} HTTP/1.1\r\n")));
    assert_eq!(first.heard().await.len(), 2);
}

#[tokio::test]
async fn the_environment_says_who_goes_through_which_proxy() {
    let (proxy, server) = (Server::start(&[&[OK]]).await, Server::start(&[&[OK]]).await);
    let lookup = |name: &str| match name {
        "HTTP_PROXY" => Some(OsString::from(format!("http://127.0.0.1:{}", proxy.port))),
        "https_proxy" => Some(OsString::from("socks5://user:secret@127.0.0.1:1080")),
        "NO_PROXY" => Some(OsString::from("0.0.0.0/32, .internal.test")),
        _ => None,
    };
    let transport = transport().proxies_of(lookup);
    get(&transport, "http://service.test/").await.unwrap();
    let error = get(&transport, "https://service.test/").await.unwrap_err();
    let told = "the url of the proxy in https_proxy is that of a SOCKS proxy, which is not spoken here: name one with \
                http:// or https://";
    assert_says(&error, Kind::Proxy, told);
    // Loopback never goes through one; the refusal is the server's own.
    let port = nobody().await;
    let error = get(&transport, &format!("http://127.0.0.1:{port}/")).await.unwrap_err();
    assert_says(&error, Kind::Refused, &format!("127.0.0.1:{port} refused the connection"));
    if cfg!(unix) {
        get(&transport, &format!("http://0.0.0.0:{}/", server.port)).await.unwrap();
        assert!(server.heard_once().await.starts_with("GET / "));
    }
    assert!(proxy.heard_once().await.starts_with("GET http://service.test/ "));
}

#[test]
fn a_proxy_that_cannot_be_used_is_refused_where_it_is_named() {
    let error = transport().proxy("socks5://user:secret@proxy.test").unwrap_err();
    let told =
        "the url of the proxy is that of a SOCKS proxy, which is not spoken here: name one with http:// or https://";
    assert_says(&error, Kind::Proxy, told);
}

/// The process of this test must not be changed, so that another one is started that runs this test alone.
#[test]
fn a_transport_that_is_made_reads_the_environment_of_its_process() {
    const CHILD: &str = "TRUEFORM_RUNTIME_TEST_IS_CHILD";
    if std::env::var_os(CHILD).is_none() {
        let name = "proxy::a_transport_that_is_made_reads_the_environment_of_its_process";
        let mut child = std::process::Command::new(std::env::current_exe().unwrap());
        child.args([name, "--exact"]).env(CHILD, "1").env("HTTP_PROXY", "socks5://proxy.test");
        for variable in ["REQUEST_METHOD", "NO_PROXY", "no_proxy"] {
            child.env_remove(variable);
        }
        let output = child.output().unwrap();
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && printed.contains("1 passed"), "{printed}");
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let transport = HyperTransport::new(Duration::from_secs(10));
    let error = runtime.block_on(get(&transport, "http://service.test/")).unwrap_err();
    assert!(error.to_string().starts_with("the url of the proxy in HTTP_PROXY is that of a SOCKS proxy"), "{error}");
    let error =
        runtime.block_on(get(&transport.without_proxy(), &format!("http://{}.invalid/", "a".repeat(64)))).unwrap_err();
    assert_eq!(error.kind(), Kind::Dns, "{error}");
}
