//! A connection that misbehaves.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::misbehaviour::Step;

/// Does these things one after the other; what is left when the caller leaves, is left.
pub(super) async fn play(mut stream: TcpStream, steps: Vec<Step>) {
    for step in steps {
        match step {
            Step::Write(bytes) => {
                if stream.write_all(&bytes).await.is_err() {
                    return;
                }
            }
            Step::Repeat(bytes) => while stream.write_all(&bytes).await.is_ok() {},
            Step::Stall => {
                let mut ignored = [0; 1024];
                while stream.read(&mut ignored).await.is_ok_and(|count| count > 0) {}
            }
            // Without it, a close is orderly. Where the system refuses it, there is nothing else to reset with.
            Step::Reset => drop(stream.set_zero_linger()),
        }
    }
}
