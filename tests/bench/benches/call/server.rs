//! A server that answers everything with the same work request, and costs as little as one can.

use std::convert::Infallible;
use std::net::SocketAddr;

use bytes::Bytes;
use http_body_util::Full;
use hyper::Response;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// Serves for as long as the runtime lives.
pub(crate) async fn start(body: String) -> std::io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let body = Bytes::from(body);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let _ = stream.set_nodelay(true);
            let body = body.clone();
            let service = service_fn(move |_| {
                let reply = Response::builder()
                    .header("content-type", "application/json")
                    .header("etag", "0000000a")
                    .header("opc-request-id", "A1/B2/C3")
                    .header("retry-after", "1")
                    .body(Full::new(body.clone()));
                async move { Ok::<_, Infallible>(reply.expect("the headers are sound")) }
            });
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    Ok(address)
}
