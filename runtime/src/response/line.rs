//! What a message says about a reply: all of it on one line.

use std::fmt;

use super::received::Received;
use crate::encode::encoded;
use crate::one_line::OneLine;

/// How much of a server's message is shown, in characters.
const SHOWN: usize = 400;

/// All that is known of a reply, on one line.
pub(crate) struct Told<'r>(pub(crate) &'r Received);

/// The same for a reply that is itself sound, but for what is told in between.
pub(crate) struct ToldBut<'r, T>(pub(crate) &'r Received, pub(crate) T);

/// The same without the operation, for where that is told already.
pub(crate) struct Replied<'r>(pub(crate) &'r Received);

impl fmt::Display for Replied<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_status(formatter, self.0)?;
        write_said(formatter, self.0)?;
        write_tail(formatter, self.0)
    }
}

impl fmt::Display for Told<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.0.operation(), Replied(self.0))
    }
}

impl<T: fmt::Display> fmt::Display for ToldBut<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_head(formatter, self.0)?;
        write!(formatter, ", but {}", self.1)?;
        write_tail(formatter, self.0)
    }
}

/// `OPERATION: 404 Not Found`.
pub(super) fn write_head(formatter: &mut fmt::Formatter<'_>, received: &Received) -> fmt::Result {
    write!(formatter, "{}: ", received.operation())?;
    write_status(formatter, received)
}

fn write_status(formatter: &mut fmt::Formatter<'_>, received: &Received) -> fmt::Result {
    let status = received.status();
    write!(formatter, "{}", status.as_u16())?;
    match status.canonical_reason() {
        Some(reason) => write!(formatter, " {reason}"),
        None => Ok(()),
    }
}

/// `, CODE: MESSAGE`, as far as the body says so.
pub(super) fn write_said(formatter: &mut fmt::Formatter<'_>, received: &Received) -> fmt::Result {
    if let Some(code) = received.code() {
        formatter.write_str(", ")?;
        write_text(formatter, code)?;
    }
    if let Some(message) = received.message() {
        formatter.write_str(": ")?;
        write_text(formatter, message)?;
    }
    Ok(())
}

/// ` (opc-request-id: ID; hint; see URL)`, as far as known.
pub(super) fn write_tail(formatter: &mut fmt::Formatter<'_>, received: &Received) -> fmt::Result {
    let mut sign = " (";
    let service = received.service();
    if let (Some(header), Some(id)) = (service.request_id, received.request_id()) {
        write!(formatter, "{sign}{header}: ")?;
        write_text(formatter, id)?;
        sign = "; ";
    }
    if received.attempts() > 1 {
        write!(formatter, "{sign}{} attempts", received.attempts())?;
        sign = "; ";
    }
    let asks_to_wait = !received.status().is_success() && !received.status().is_redirection();
    if let Some(wait) = received.retry_after().filter(|_| asks_to_wait) {
        write!(formatter, "{sign}try again in {} s", wait.as_secs_f64())?;
        sign = "; ";
    }
    if let Some(skew) = received.clock_skew().filter(|_| received.status().as_u16() == 401) {
        let minutes = skew.as_secs() / 60;
        write!(
            formatter,
            "{sign}the clocks of this machine and of the server differ by {minutes} minutes: set this one right"
        )?;
        sign = "; ";
    }
    if received.status().is_redirection() {
        write!(formatter, "{sign}redirects are not followed")?;
        sign = "; ";
        if let Some(location) = received.header_text("location") {
            formatter.write_str(": ")?;
            write_text(formatter, location)?;
        }
    }
    if let Some(url) = help(received) {
        write!(formatter, "{sign}see {url}")?;
        sign = "; ";
    }
    formatter.write_str(if sign == " (" { "" } else { ")" })
}

/// The address of help on this error; none where it asks for a code, and the reply has none.
fn help(received: &Received) -> Option<String> {
    let template = received.service().help.filter(|_| !received.status().is_success())?;
    let code = received.code().unwrap_or_default();
    if template.contains("{code}") && code.is_empty() {
        return None;
    }
    let code: String = encoded(&code.to_lowercase()).collect();
    Some(template.replace("{status}", received.status().as_str()).replace("{code}", &code))
}

/// A text of the server, on one line; what is too long is cut.
pub(super) fn write_text(formatter: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let text = text.trim();
    match text.char_indices().nth(SHOWN) {
        None => write!(formatter, "{}", OneLine(text)),
        Some((end, _)) => write!(formatter, "{}…", OneLine(&text[..end])),
    }
}
