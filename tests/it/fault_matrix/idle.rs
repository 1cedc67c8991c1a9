//! A server that closes each connection when its reply is out, although it has said nothing of the kind.

use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, SystemTime};

use cdexhub::Client;
use cdexhub::runtime::{BoxFuture, Clock};

use super::stage::body;

/// A clock whose short delays are over at once, and whose long ones never end: sockets have all the time that they need.
#[derive(Clone, Debug, Default)]
struct Hasty {
    milliseconds: Arc<AtomicU64>,
}

impl Clock for Hasty {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.elapsed()
    }

    fn elapsed(&self) -> Duration {
        Duration::from_millis(self.milliseconds.load(Ordering::Relaxed))
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        if duration > Duration::from_secs(30) {
            return Box::pin(std::future::pending());
        }
        let milliseconds = u64::try_from(duration.as_millis()).expect("it is short");
        self.milliseconds.fetch_add(milliseconds, Ordering::Relaxed);
        Box::pin(std::future::ready(()))
    }
}

/// Shows these states, one for each connection; and the client of it.
pub(super) fn client(states: &'static [&'static str]) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port on loopback");
    let address = listener.local_addr().expect("an address");
    let states = Mutex::new(states.iter());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let state = states.lock().expect("nobody panics with it").next();
            let (Ok(stream), Some(state)) = (stream, state) else { return };
            answer(stream, state);
        }
    });
    let builder = Client::builder().endpoint(format!("http://{address}")).clock(Hasty::default());
    builder.build().expect("loopback may be called in plain text")
}

fn answer(mut stream: TcpStream, state: &str) {
    let mut lines = BufReader::new(stream.try_clone().expect("a socket can be cloned")).lines();
    while lines.next().is_some_and(|line| line.is_ok_and(|line| !line.is_empty())) {}
    let body = body(state);
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: keep-alive\r\n";
    let _ = write!(stream, "{head}content-length: {}\r\n\r\n{body}", body.len());
    let _ = stream.shutdown(Shutdown::Both);
}
