//! What those who watch are told of attempts and calls: each that begins also ends, even if it is dropped.

use std::time::Duration;

use http::StatusCode;

use super::attempt::{Attempted, Failure};
use super::settings::Settings;
use crate::observe::{Ending, Event};
use crate::response::Received;

/// An attempt that was told of.
pub(super) struct WatchedAttempt<'a> {
    settings: &'a Settings,
    operation: &'static str,
    number: u32,
    begun: Duration,
    has_ended: bool,
}

impl<'a> WatchedAttempt<'a> {
    pub(super) fn begin(settings: &'a Settings, operation: &'static str, number: u32) -> Self {
        settings.tell(&Event::AttemptBegins { operation, attempt: number });
        // Nobody listens, so nobody is to hear of an end.
        let has_ended = !settings.is_watched();
        Self { settings, operation, number, begun: settings.clock.elapsed(), has_ended }
    }

    pub(super) fn end(mut self, attempted: &Attempted) {
        if self.has_ended {
            return;
        }
        let (ending, received) = match &attempted.result {
            Ok(received) => (Ending::Reply(received.status()), Some(received)),
            Err(Failure::Transport(failure)) => (Ending::Failure(failure.kind()), failure.received()),
            Err(Failure::Refused(_)) => (Ending::Refused, None),
        };
        self.tell(ending, attempted.sent_request_id.as_deref(), received.and_then(Received::request_id));
    }

    fn tell(&mut self, ending: Ending, sent_request_id: Option<&str>, request_id: Option<&str>) {
        self.has_ended = true;
        self.settings.tell(&Event::AttemptEnds {
            operation: self.operation,
            attempt: self.number,
            took: self.settings.clock.elapsed().saturating_sub(self.begun),
            ending,
            sent_request_id,
            request_id,
        });
    }
}

impl Drop for WatchedAttempt<'_> {
    fn drop(&mut self) {
        if !self.has_ended {
            self.tell(Ending::GivenUp, None, None);
        }
    }
}

/// A call, of whose end is told.
pub(super) struct WatchedCall<'a> {
    settings: &'a Settings,
    operation: &'static str,
    begun: Duration,
    has_ended: bool,
}

impl<'a> WatchedCall<'a> {
    pub(super) fn begin(settings: &'a Settings, operation: &'static str) -> Self {
        Self { settings, operation, begun: settings.clock.elapsed(), has_ended: !settings.is_watched() }
    }

    pub(super) fn end(mut self, attempts: u32, succeeded: bool, status: Option<StatusCode>) {
        if !self.has_ended {
            self.tell(attempts, succeeded, status);
        }
    }

    fn tell(&mut self, attempts: u32, succeeded: bool, status: Option<StatusCode>) {
        self.has_ended = true;
        self.settings.tell(&Event::CallEnds {
            operation: self.operation,
            attempts,
            took: self.settings.clock.elapsed().saturating_sub(self.begun),
            succeeded,
            status,
        });
    }
}

impl Drop for WatchedCall<'_> {
    fn drop(&mut self) {
        if !self.has_ended {
            self.tell(0, false, None);
        }
    }
}
