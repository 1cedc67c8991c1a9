//! Where a request goes.

use std::fmt;

use http::Uri;
use http::uri::Scheme;

use super::{TransportError, TransportErrorKind};

/// Scheme, host and port.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Origin {
    pub(super) secure: bool,
    /// Lower case; an IPv6 address without its brackets.
    pub(super) host: String,
    pub(super) port: u16,
}

impl Origin {
    /// The origin of an absolute uri of scheme `http` or `https`.
    pub(super) fn of(uri: &Uri) -> Result<Self, TransportError> {
        let refuse = |reason| Err(TransportError::new(TransportErrorKind::Other, reason));
        let secure = match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => true,
            Some(scheme) if *scheme == Scheme::HTTP => false,
            Some(scheme) => {
                return refuse(format!("the scheme `{scheme}` is neither http nor https"));
            }
            None => return refuse("the uri of the request names no server".to_owned()),
        };
        let host = uri.host().unwrap_or_default();
        if host.is_empty() {
            return refuse("the uri of the request names no host".to_owned());
        }
        // A port that is none is left away by `port_u16`, and the request would go to another.
        let behind_host = uri.authority().and_then(|all| all.as_str().rsplit_once(host)).map_or("", |(_, rest)| rest);
        if uri.port_u16().is_none() && behind_host.len() > 1 {
            return refuse(format!("the uri of the request has the port `{}`, which is none", &behind_host[1..]));
        }
        let host = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')).unwrap_or(host);
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        Ok(Self { secure, host: host.to_ascii_lowercase(), port })
    }

    /// Host and port as `CONNECT` asks for them: the port is always there (RFC 9110, section 9.3.6).
    pub(super) fn host_and_port(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}

/// As the `host` header has it: the port only where it is not the scheme's own.
impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(formatter, "[{}]", self.host)?;
        } else {
            formatter.write_str(&self.host)?;
        }
        if self.port == if self.secure { 443 } else { 80 } {
            return Ok(());
        }
        write!(formatter, ":{}", self.port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes_as_the_host_header_does() {
        for (uri, host, port, text) in [
            ("https://Example.com/a", "example.com", 443, "example.com"),
            ("http://example.com:443/", "example.com", 443, "example.com:443"),
            ("http://example.com:80", "example.com", 80, "example.com"),
            ("http://user:secret@127.0.0.1:8080/", "127.0.0.1", 8080, "127.0.0.1:8080"),
            ("http://[::1]:8080/", "::1", 8080, "[::1]:8080"),
        ] {
            let origin = Origin::of(&uri.parse().unwrap()).unwrap();
            assert_eq!((origin.host.as_str(), origin.port), (host, port), "{uri}");
            assert_eq!(origin.to_string(), text);
            assert!(origin.host_and_port().ends_with(&format!(":{port}")), "{}", origin.host_and_port());
            assert!(origin.host_and_port().starts_with(text), "{}", origin.host_and_port());
        }
    }

    #[test]
    fn refuses_what_is_not_absolute_http() {
        for uri in ["/path", "ftp://example.com/", "https://example.com:70000/", "http://[::1]:65536"] {
            Origin::of(&uri.parse().unwrap()).unwrap_err();
        }
    }
}
