//! A request while it is being written.

use std::fmt;

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue};
use serde::Serialize;

use super::header::stated_header;
use super::parameter::{Parameter, Style};
use super::percent;
use crate::validate::{Rule, Violation};

/// So much room is made for a path, in bytes, that most need no more.
const ROOM: usize = 256;

/// Takes the parts of a request and writes them as HTTP has them.
///
/// What cannot be written is collected as a violation; a request with violations is not sent. Absent values (`None`,
/// null, lists without items) are left out, but for those of the path.
pub struct RequestEncoder {
    path: String,
    /// Whether a part of the path has had a `?`, so that the rest of it belongs to the query.
    is_in_query: bool,
    query: String,
    headers: HeaderMap,
    body: Option<Bytes>,
    last_parameter: Option<&'static str>,
    violations: Vec<Violation>,
}

/// A request that is written: where to, and what with.
pub(crate) struct Encoded {
    /// The path, from its `/`, percent-encoded.
    pub(crate) path: String,
    /// The query without its `?`; empty where there is none.
    pub(crate) query: String,
    /// The headers that the operation and the call state.
    pub(crate) headers: HeaderMap,
    /// The body, where one is sent.
    pub(crate) body: Option<Bytes>,
}

impl RequestEncoder {
    /// A request without anything; `violations` are those that were found before.
    pub(crate) fn new(violations: Vec<Violation>) -> Self {
        Self {
            path: String::with_capacity(ROOM),
            is_in_query: false,
            query: String::new(),
            headers: HeaderMap::new(),
            body: None,
            last_parameter: None,
            violations,
        }
    }

    /// Appends a part of the path as the document writes it. What stands behind a `?` begins the query.
    pub fn path(&mut self, literal: &'static str) -> &mut Self {
        let (path, query) = match literal.split_once('?') {
            _ if self.is_in_query => ("", literal),
            Some((path, query)) => (path, query),
            None => (literal, ""),
        };
        self.is_in_query |= literal.contains('?');
        self.path.extend(percent::literal(path));
        self.query.extend(percent::literal(query));
        self
    }

    /// Appends a value to the path; all but unreserved characters are percent-encoded, `/` too, so that it stays
    /// within its segment. Lists and objects are written behind commas.
    ///
    /// The empty text, `.`, `..` and control characters are violations at `path:NAME`.
    pub fn path_parameter<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> &mut Self {
        self.last_parameter = Some(name);
        let parameter = match Parameter::of(value) {
            Ok(parameter) => parameter,
            Err(reason) => return self.report("path", name, Rule::Unencodable { reason }),
        };
        let texts = parameter.texts().unwrap_or_default();
        if texts.iter().all(|text| text.is_empty()) {
            return self.report("path", name, Rule::Empty);
        }
        if let Some(found) = texts.iter().flat_map(|text| text.chars()).find(|found| found.is_control()) {
            return self.report("path", name, Rule::ControlCharacter { found });
        }
        if let [found @ ("." | "..")] = texts[..] {
            let found = found.to_owned();
            return self.report("path", name, Rule::DotSegment { found });
        }
        push_joined(if self.is_in_query { &mut self.query } else { &mut self.path }, &texts);
        self
    }

    /// Appends a parameter to the query; all but unreserved characters are percent-encoded, a space as `%20`.
    pub fn query<T: Serialize + ?Sized>(&mut self, name: &'static str, style: Style, value: &T) -> &mut Self {
        match (Parameter::of(value), style) {
            (Err(reason), _) => {
                self.report("query", name, Rule::Unencodable { reason });
            }
            (Ok(Parameter::List(items)), Style::Repeated) => {
                for item in &items {
                    push_pair(&mut self.query, name, &[item]);
                }
            }
            (Ok(Parameter::Object(entries)), Style::Repeated) => {
                for (entry, value) in &entries {
                    push_pair(&mut self.query, entry, &[value]);
                }
            }
            (Ok(parameter), _) => {
                if let Some(texts) = parameter.texts() {
                    push_pair(&mut self.query, name, &texts);
                }
            }
        }
        self
    }

    /// Sets a header; lists and objects are written behind commas.
    ///
    /// What is not visible ASCII, or a space within, is a violation at `header:NAME`.
    pub fn header<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> &mut Self {
        match Parameter::of(value) {
            Err(reason) => {
                self.report("header", name, Rule::Unencodable { reason });
            }
            Ok(parameter) => {
                if let Some(texts) = parameter.texts() {
                    self.header_text(name, &texts.join(","));
                }
            }
        }
        self
    }

    /// Writes the body as JSON under this media type; `None` is no body.
    pub fn json<T: Serialize + ?Sized>(&mut self, media: &'static str, body: Option<&T>) -> &mut Self {
        match body.map(serde_json::to_vec) {
            None => self,
            Some(Ok(bytes)) => self.body(media, Some(bytes)),
            Some(Err(error)) => {
                let reason = error.to_string();
                self.violations.push(Violation::new(String::new(), Rule::Unencodable { reason }));
                self
            }
        }
    }

    /// Takes the body as it is under this media type; `None` is no body.
    pub fn body(&mut self, media: &'static str, body: Option<impl Into<Bytes>>) -> &mut Self {
        let Some(body) = body.map(Into::into) else {
            return self;
        };
        match HeaderValue::from_str(media) {
            Ok(value) => {
                self.headers.insert(CONTENT_TYPE, value);
                self.headers.insert(CONTENT_LENGTH, body.len().into());
                self.body = Some(body);
            }
            Err(error) => {
                let reason = error.to_string();
                self.report("header", "content-type", Rule::Unencodable { reason });
            }
        }
        self
    }

    /// Sets a header that the caller of the operation states by name; it replaces what the operation has set.
    pub(crate) fn header_text(&mut self, name: &str, value: &str) {
        match stated_header(name, value) {
            Ok((name, value)) => {
                self.headers.insert(name, value);
            }
            Err(rule) => {
                self.report("header", name, rule);
            }
        }
    }

    /// What was written, or every reason why it cannot be sent.
    pub(crate) fn finish(mut self) -> Result<Encoded, Vec<Violation>> {
        // A value that is harmless by itself can become a step in the path together with the literal beside it.
        let step = self.path.split('/').find(|segment| matches!(*segment, "." | ".."));
        if let (Some(found), Some(name)) = (step, self.last_parameter) {
            let found = found.to_owned();
            self.report("path", name, Rule::DotSegment { found });
        }
        if self.violations.is_empty() {
            Ok(Encoded { path: self.path, query: self.query, headers: self.headers, body: self.body })
        } else {
            Err(self.violations)
        }
    }

    fn report(&mut self, place: &str, name: &str, rule: Rule) -> &mut Self {
        self.violations.push(Violation::new(format!("{place}:{name}"), rule));
        self
    }
}

/// The names of what was written, and no value: any of them may be a secret.
impl fmt::Debug for RequestEncoder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RequestEncoder")
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body.as_ref().map(Bytes::len))
            .field("violations", &self.violations.len())
            .finish_non_exhaustive()
    }
}

fn push_pair(query: &mut String, name: &str, texts: &[&str]) {
    if !query.is_empty() {
        query.push('&');
    }
    query.extend(percent::encoded(name));
    query.push('=');
    push_joined(query, texts);
}

fn push_joined(text: &mut String, parts: &[&str]) {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        // As most identifiers do.
        if percent::is_unreserved(part) {
            text.push_str(part);
        } else {
            text.extend(percent::encoded(part));
        }
    }
}
