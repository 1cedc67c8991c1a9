//! What an error of the system means, by what was being done: one table.

use std::io::ErrorKind;

use super::TransportErrorKind as Kind;

/// What was being done on the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// Opening the connection.
    Connecting,
    /// Agreeing upon TLS.
    Handshaking,
    /// Sending a request, or reading its reply.
    Exchanging,
}

/// What went wrong, and the end of a sentence that begins with the name of the peer. `None` where the error says nothing
/// of the network.
pub(super) fn meaning(doing: Doing, error: ErrorKind) -> Option<(Kind, &'static str)> {
    use Doing::{Connecting, Exchanging, Handshaking};
    let meaning = match (error, doing) {
        (ErrorKind::ConnectionRefused, _) => (Kind::Refused, "refused the connection"),
        (
            ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::AddrNotAvailable,
            Connecting | Handshaking,
        ) => (Kind::Refused, "cannot be reached"),
        // What was sent may have arrived, so that it is as if the connection had been reset.
        (
            ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::AddrNotAvailable,
            Exchanging,
        ) => (Kind::Reset, "can be reached no more"),
        (ErrorKind::TimedOut, Connecting | Handshaking) => (Kind::ConnectTimeout, "did not answer"),
        (ErrorKind::TimedOut, Exchanging) => (Kind::Timeout, "gave no sign of life any more"),
        (ErrorKind::ConnectionReset, Connecting | Exchanging) => (Kind::Reset, "reset the connection"),
        (
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            | ErrorKind::NotConnected
            | ErrorKind::UnexpectedEof
            | ErrorKind::WriteZero,
            _,
        ) => (Kind::Reset, "closed the connection"),
        _ => return None,
    };
    Some(meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_error_of_the_network_has_a_name_that_says_what_to_do() {
        use Kind::{ConnectTimeout, Refused, Reset, Timeout};
        for (error, connecting, handshaking, exchanging) in [
            (ErrorKind::ConnectionRefused, Refused, Refused, Refused),
            (ErrorKind::HostUnreachable, Refused, Refused, Reset),
            (ErrorKind::NetworkUnreachable, Refused, Refused, Reset),
            (ErrorKind::NetworkDown, Refused, Refused, Reset),
            (ErrorKind::AddrNotAvailable, Refused, Refused, Reset),
            (ErrorKind::TimedOut, ConnectTimeout, ConnectTimeout, Timeout),
            (ErrorKind::ConnectionReset, Reset, Reset, Reset),
            (ErrorKind::ConnectionAborted, Reset, Reset, Reset),
            (ErrorKind::BrokenPipe, Reset, Reset, Reset),
            (ErrorKind::NotConnected, Reset, Reset, Reset),
            (ErrorKind::UnexpectedEof, Reset, Reset, Reset),
            (ErrorKind::WriteZero, Reset, Reset, Reset),
        ] {
            for (doing, kind) in
                [(Doing::Connecting, connecting), (Doing::Handshaking, handshaking), (Doing::Exchanging, exchanging)]
            {
                assert_eq!(meaning(doing, error).map(|(kind, _)| kind), Some(kind), "{doing:?}: {error:?}");
            }
        }
    }

    #[test]
    fn what_says_nothing_of_the_network_has_no_meaning_here() {
        for error in [ErrorKind::PermissionDenied, ErrorKind::InvalidData, ErrorKind::Other] {
            assert_eq!(meaning(Doing::Exchanging, error), None);
        }
    }
}
