//! Which headers a request signature is over.

use http::{HeaderMap, HeaderName, Method};

use super::credential::CredentialsError;

/// The token of somebody on whose behalf the caller acts.
pub(crate) const DELEGATION_TOKEN: HeaderName = HeaderName::from_static("opc-obo-token");
/// The hash of the body.
pub(super) const CONTENT_SHA256: HeaderName = HeaderName::from_static("x-content-sha256");
/// The method and the target, which are no header.
pub(super) const REQUEST_TARGET: &str = "(request-target)";

const CONTENT: &[&str] = &["content-length", "content-type", "x-content-sha256"];

/// Which headers are signed of a request, in which order: some of every request, then a delegation token where the
/// request has one (`opc-obo-token`), then what says what the content is, where the method is POST, PUT or PATCH.
///
/// The order is that of the vendor's own clients: a service reads it from the signature, so that another would do as
/// well.
///
/// `Default` is [`SignedHeaders::REQUESTS`]. A [`SigningKey`](super::SigningKey) carries the rule that its requests are
/// signed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedHeaders {
    always: &'static [&'static str],
    content: &'static [&'static str],
}

impl SignedHeaders {
    /// What nearly every service of the platform asks for: `date (request-target) host`, and of POST, PUT and PATCH
    /// `content-length content-type x-content-sha256`.
    pub const REQUESTS: Self = Self { always: &["date", REQUEST_TARGET, "host"], content: CONTENT };

    /// What object storage allows of `PutObject` and `UploadPart`, so that no body needs to be read before it is sent:
    /// `date (request-target) host`, whatever the method. Nothing is added to the request about its content.
    pub const WITHOUT_CONTENT: Self = Self { always: Self::REQUESTS.always, content: &[] };

    /// What the service asks for that hands out tokens for certificates: `date (request-target)` and, of POST, PUT and
    /// PATCH, `content-length content-type x-content-sha256`. The host is sent, and not signed.
    pub const FEDERATION: Self = Self { always: &["date", REQUEST_TARGET], content: CONTENT };

    /// A rule of one's own: what is signed of every request, and what beside it of POST, PUT and PATCH. Names are in
    /// lower case; `(request-target)` stands for method and target.
    ///
    /// `date`, `host`, `content-length`, `content-type` and `x-content-sha256` are made where they are named here; a request
    /// that lacks another of these headers, or has it several times, is refused. A service takes nothing that does not
    /// sign `date` and `(request-target)`.
    pub const fn new(always: &'static [&'static str], content: &'static [&'static str]) -> Self {
        Self { always, content }
    }

    /// The names that are signed of a request of this method with these headers, in their order.
    ///
    /// # Errors
    ///
    /// There is no rule for the method.
    pub fn of(self, method: &Method, headers: &HeaderMap) -> Result<Vec<&'static str>, CredentialsError> {
        let content = match *method {
            Method::POST | Method::PUT | Method::PATCH => self.content,
            Method::GET | Method::HEAD | Method::DELETE | Method::OPTIONS | Method::TRACE => &[],
            _ => {
                let message = format!("there is no rule how to sign a request with the method {method}");
                return Err(CredentialsError::new(message));
            }
        };
        let mut names = self.always.to_vec();
        let is_named = names.iter().chain(content).any(|name| *name == DELEGATION_TOKEN.as_str());
        if headers.contains_key(DELEGATION_TOKEN) && !is_named {
            names.push("opc-obo-token");
        }
        names.extend_from_slice(content);
        Ok(names)
    }
}

impl Default for SignedHeaders {
    fn default() -> Self {
        Self::REQUESTS
    }
}
