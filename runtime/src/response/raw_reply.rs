//! A reply, ready to be read as what the document says.

use std::str;

use bytes::Bytes;
use http::HeaderValue;
use http::header::CONTENT_TYPE;
use serde::de::DeserializeOwned;
use serde_path_to_error::Track;

use super::checks::ResponseChecks;
use super::header_value;
use super::received::Received;
use super::reply::Response;
use super::undecodable::{Reason, Undecodable};
use super::unexpected::Unexpected;
use crate::integral;
use crate::path::pointer_of;
use crate::strict::{from_deserializer, from_json};
use crate::validate::{Checked, Checker, Rule, Validate, Violation, push_token};

/// A complete reply that nobody has read yet. Generated code says what it should be: its documented headers first,
/// then its body.
#[derive(Debug)]
pub struct RawReply {
    received: Received,
    checks: ResponseChecks,
    violations: Vec<Violation>,
}

impl RawReply {
    pub(crate) fn new(received: Received, checks: ResponseChecks) -> Self {
        Self { received, checks, violations: Vec::new() }
    }

    /// The status.
    pub fn status(&self) -> u16 {
        self.received.status().as_u16()
    }

    /// States that the reply has a header of this type. What does not parse, breaks a rule of its type, or is missing
    /// although `required`, is a violation at `header:NAME`.
    #[must_use]
    pub fn header<T: DeserializeOwned + Validate>(self, name: &'static str, required: bool) -> Self {
        self.header_within::<T>(name, required, |_| {})
    }

    /// The same for a header whose value has bounds of its own.
    #[must_use]
    pub fn header_within<T: DeserializeOwned + Validate>(
        mut self,
        name: &'static str,
        required: bool,
        bounds: impl FnOnce(Checked<'_, '_, T>),
    ) -> Self {
        if self.checks == ResponseChecks::Off {
            return self;
        }
        if !self.received.headers().contains_key(name) {
            return self.missing(name, required);
        }
        let text = self.received.header_list(name);
        match text.as_deref().map(header_value::read::<T>) {
            Some(Ok(value)) => {
                bounds(Checker::new(&mut self.violations).header(name, &value));
            }
            _ => self.unreadable(name, "what the document says"),
        }
        self
    }

    /// States that the reply has the header `retry-after`, in any of the forms that HTTP has for it.
    #[must_use]
    pub fn retry_after_header(mut self, required: bool) -> Self {
        if self.checks == ResponseChecks::Off {
            return self;
        }
        if !self.received.headers().contains_key("retry-after") {
            return self.missing("retry-after", required);
        }
        // It may come once; of several, the first is taken.
        if self.received.retry_after().is_none() || self.received.headers().get_all("retry-after").iter().count() > 1 {
            self.unreadable("retry-after", "a number of seconds or an HTTP date");
        }
        self
    }

    /// Reads the body as JSON, whatever its content type says, and holds it against the bounds of the document.
    ///
    /// # Errors
    ///
    /// The body is empty, no JSON, or not the JSON that `T` is made of.
    pub fn json<T: DeserializeOwned + Validate>(self) -> Result<Response<T>, Undecodable> {
        self.json_within::<T>(|_| {})
    }

    /// The same for a body that has bounds of its own, as a list or a map may have.
    ///
    /// # Errors
    ///
    /// The body is empty, no JSON, or not the JSON that `T` is made of.
    pub fn json_within<T: DeserializeOwned + Validate>(
        mut self,
        bounds: impl FnOnce(Checked<'_, '_, T>),
    ) -> Result<Response<T>, Undecodable> {
        // What is no JSON by its name.
        let media = if self.is_plain_json() { None } else { Some(self.media()) };
        let media = media.filter(|media| !media.as_deref().is_some_and(is_json));
        if self.received.body().is_empty() {
            return Err(Undecodable::new(self.received, String::new(), media.flatten(), Reason::Empty));
        }
        let body = match decode::<T>(self.received.body()) {
            Ok(body) => body,
            Err((pointer, error)) => {
                return Err(Undecodable::new(self.received, pointer, media.flatten(), Reason::Json(error)));
            }
        };
        if self.checks != ResponseChecks::Off {
            if let Some(found) = media {
                let rule = Rule::MediaType { expected: "application/json", found };
                self.violations.push(Violation::new("header:content-type".to_owned(), rule));
            }
            bounds(Checker::new(&mut self.violations).body(&body));
        }
        Ok(Response::new(body, self.received, self.violations))
    }

    /// Takes the body as text.
    ///
    /// # Errors
    ///
    /// The body is no UTF-8.
    pub fn text(self) -> Result<Response<String>, Undecodable> {
        match str::from_utf8(self.received.body()) {
            Ok(text) => {
                let text = text.to_owned();
                Ok(Response::new(text, self.received, self.violations))
            }
            Err(error) => {
                let media = self.media();
                Err(Undecodable::new(self.received, String::new(), media, Reason::Text(error)))
            }
        }
    }

    /// Takes the body as it is.
    pub fn bytes(self) -> Response<Bytes> {
        let body = self.received.body().clone();
        Response::new(body, self.received, self.violations)
    }

    /// Expects no body. If one came, it stands in [`Response::raw_body`].
    pub fn empty(self) -> Response<()> {
        Response::new((), self.received, self.violations)
    }

    /// The document does not mention this reply.
    pub fn unexpected(self) -> Unexpected {
        Unexpected::new(self.received)
    }

    fn missing(mut self, name: &str, required: bool) -> Self {
        if required {
            self.violations.push(Violation::new(format!("header:{name}"), Rule::Missing));
        }
        self
    }

    fn unreadable(&mut self, name: &str, expected: &'static str) {
        let values = self.received.headers().get_all(name).iter();
        let found: Vec<_> = values.map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
        let found = found.join(", ");
        let rule = Rule::Unreadable { expected, found };
        self.violations.push(Violation::new(format!("header:{name}"), rule));
    }

    /// Whether the reply says in the usual words that its body is JSON, so that nobody needs to look closer.
    fn is_plain_json(&self) -> bool {
        let mut values = self.received.headers().get_all(CONTENT_TYPE).into_iter();
        let is_plain = |value: &HeaderValue| value.as_bytes().eq_ignore_ascii_case(b"application/json");
        values.next().is_some_and(is_plain) && values.next().is_none()
    }

    /// The media type of the body, without its parameters, in lower case; all of them, where the reply names several.
    fn media(&self) -> Option<String> {
        let mut all: Vec<String> = Vec::new();
        for value in self.received.headers().get_all(CONTENT_TYPE) {
            let text = String::from_utf8_lossy(value.as_bytes());
            let media = text.split(';').next()?.trim().to_ascii_lowercase();
            if !all.contains(&media) {
                all.push(media);
            }
        }
        (!all.is_empty()).then(|| all.join(", "))
    }
}

fn is_json(media: &str) -> bool {
    media == "application/json" || media == "text/json" || media.ends_with("+json")
}

/// Reads JSON; the error comes with the pointer to the value that it speaks of.
fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, (String, serde_json::Error)> {
    // RFC 8259 lets a reader ignore a byte order mark.
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    // To keep track of the place costs as much again as to read: only what cannot be read is read a second time for it.
    from_json(body).or_else(|_| match integral::rewritten(body) {
        Some(body) => decode_tracked(&body),
        None => decode_tracked(body),
    })
}

/// The same, slower, with the place of what cannot be read.
fn decode_tracked<T: DeserializeOwned>(body: &[u8]) -> Result<T, (String, serde_json::Error)> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    let mut track = Track::new();
    let value: Result<T, _> = from_deserializer(serde_path_to_error::Deserializer::new(&mut deserializer, &mut track));
    let value = value.map_err(|error| (pointer_to(&track.path(), &error), error))?;
    deserializer.end().map_err(|error| (String::new(), error))?;
    Ok(value)
}

fn pointer_to(path: &serde_path_to_error::Path, error: &serde_json::Error) -> String {
    // Where the text itself ends or is no JSON, no value is to blame.
    let message = error.to_string();
    // A number that no type holds is one, though the library counts it among what is no JSON.
    if !error.is_data() && !message.starts_with("number out of range") {
        return String::new();
    }
    let mut pointer = pointer_of(path);
    // A missing field is told by its parent, and meant is the field.
    // What is one of several types is read as a whole first; then the message itself says where in that.
    let message = match message.strip_prefix("at `").and_then(|rest| rest.split_once("`: ")) {
        Some((within, message)) => {
            pointer.push_str(within);
            message
        }
        None => &message,
    };
    let missing = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
    if let Some(field) = missing {
        push_token(&mut pointer, field);
    }
    pointer
}
