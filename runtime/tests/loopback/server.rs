//! Servers that say exactly what a test wants.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// One request, as it came.
#[derive(Clone, Debug)]
pub struct Heard {
    /// Which connection it came on.
    pub connection: usize,
    /// Every byte of it.
    pub text: String,
}

/// A server on loopback.
pub struct Server {
    pub port: u16,
    heard: JoinHandle<Vec<Heard>>,
}

impl Server {
    /// Takes as many connections as there are lists, one after the other. On each it reads a request for each answer,
    /// writes the answer as it stands here, and closes the connection after the last one.
    pub async fn start(connections: &[&[&'static str]]) -> Self {
        let connections: Vec<Vec<&'static str>> = connections.iter().map(|answers| answers.to_vec()).collect();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port on loopback");
        let port = listener.local_addr().expect("an address").port();
        let heard = tokio::spawn(async move {
            let mut heard = Vec::new();
            for (connection, answers) in connections.into_iter().enumerate() {
                let (mut stream, _) = listener.accept().await.expect("a connection");
                for answer in answers {
                    match read_request(&mut stream).await {
                        Some(text) => heard.push(Heard { connection, text }),
                        None => break,
                    }
                    write(&mut stream, answer).await;
                }
            }
            heard
        });
        Self { port, heard }
    }

    /// The uri of a target at this server.
    pub fn uri(&self, target: &str) -> String {
        format!("http://127.0.0.1:{}{target}", self.port)
    }

    /// What it heard, once all connections are closed.
    pub async fn heard(self) -> Vec<Heard> {
        self.heard.await.expect("the server did not panic")
    }

    /// Every byte of the only request.
    pub async fn heard_once(self) -> String {
        let mut heard = self.heard().await;
        assert_eq!(heard.len(), 1, "{heard:?}");
        heard.remove(0).text
    }
}

pub async fn write(stream: &mut (impl AsyncWrite + Unpin), answer: &str) {
    // The client may have left already; then the test is about what the client saw.
    let _ = stream.write_all(answer.as_bytes()).await;
    let _ = stream.flush().await;
}

/// Reads one request; `None` when the client left before it was complete.
pub async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut text = String::new();
    while !is_complete(&text) {
        let byte = stream.read_u8().await.ok()?;
        text.push(char::from(byte));
    }
    Some(text)
}

fn is_complete(text: &str) -> bool {
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    if head.contains("transfer-encoding: chunked") {
        return body.ends_with("0\r\n\r\n");
    }
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    body.len() == length.map_or(0, |length| length.parse().expect("a length"))
}
