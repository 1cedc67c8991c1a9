//! The identifiers of the attempts at one request.

use bytes::Bytes;
use http::Request;

use super::settings::Settings;
use crate::encode::header_value;
use crate::validate::{Violation, Violations};

/// The identifiers of all attempts of one call or one wait: they begin alike, and end with the number of the attempt.
#[derive(Debug, Default)]
pub(crate) struct Identifiers {
    beginning: Option<String>,
    given: u32,
}

impl Identifiers {
    /// Gives the request an identifier, unless the caller has; answers with the one that it has.
    pub(super) fn identify(
        &mut self,
        settings: &Settings,
        request: &mut Request<Bytes>,
    ) -> Result<Option<Box<str>>, Violations> {
        let Some(header) = &settings.request_id_header else {
            return Ok(None);
        };
        if let Some(stated) = request.headers().get(header) {
            return Ok(stated.to_str().ok().map(Into::into));
        }
        let id = self.next(settings);
        match header_value(&id) {
            Ok(value) => {
                request.headers_mut().insert(header, value);
                Ok(Some(id.into()))
            }
            Err(rule) => {
                let violation = Violation::new(format!("header:{header}"), rule);
                let violations = Violations::from_found(vec![violation]);
                Err(violations.expect("a list of one is not empty"))
            }
        }
    }

    fn next(&mut self, settings: &Settings) -> String {
        let beginning = self.beginning.get_or_insert_with(|| settings.request_ids.next());
        self.given = self.given.saturating_add(1);
        format!("{beginning}-{}", self.given)
    }
}
