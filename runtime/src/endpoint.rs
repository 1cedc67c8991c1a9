//! Where requests go.

mod server;

pub(crate) use server::{setting_of_host, url_of};

use http::uri::{Authority, Scheme};

use crate::transport::{host_and_port, is_loopback};

/// An address that requests go to: scheme, authority, and the path that all others are appended to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint {
    /// `https` or `http`.
    pub(crate) scheme: Scheme,
    /// Host and port as they go into the header `host`: the scheme's own port is left out.
    pub(crate) authority: Authority,
    /// Without a `/` at its end; empty where there is none.
    pub(crate) base_path: String,
}

impl Endpoint {
    /// Reads a url; the error completes the sentence "the endpoint … ".
    pub(crate) fn parse(url: &str, allow_plain_http: bool) -> Result<Self, String> {
        let (scheme, rest) = url.split_once("://").ok_or("has no scheme: it begins with https://")?;
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "https" => Scheme::HTTPS,
            "http" => Scheme::HTTP,
            _ => return Err("has a scheme that is not https (or http, to this machine)".to_owned()),
        };
        for (mark, part) in [('?', "query"), ('#', "fragment")] {
            if rest.contains(mark) {
                return Err(format!("has a {part}, which has no place there"));
            }
        }
        let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        if authority.contains('@') {
            return Err("has user information before an @; credentials are stated apart from it".to_owned());
        }
        let (host, port) = host_and_port(authority)?;
        if scheme == Scheme::HTTP && !allow_plain_http && !is_loopback(&host) {
            return Err("is plain http to another machine; use https, or allow plain http explicitly".to_owned());
        }
        let default_port = if scheme == Scheme::HTTPS { 443 } else { 80 };
        let port = port.filter(|port| *port != default_port);
        let authority = port.map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
        let authority = Authority::try_from(authority).map_err(|error| format!("has a host that is none: {error}"))?;
        Ok(Self { scheme, authority, base_path: base_path(path)? })
    }
}

fn base_path(path: &str) -> Result<String, String> {
    let path = path.trim_end_matches('/');
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let sound = match byte {
            b'%' => bytes.by_ref().take(2).filter(u8::is_ascii_hexdigit).count() == 2,
            b'/' | b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'&' | b'\'' | b'(' | b')' | b'*' | b'+' | b',' | b';'
            | b'=' | b':' | b'@' => true,
            byte => byte.is_ascii_alphanumeric(),
        };
        if !sound {
            return Err("has a path with characters that must be percent-encoded".to_owned());
        }
    }
    let is_step = |segment: &str| matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | "..");
    if path.split('/').any(is_step) {
        return Err("has a path with the step . or .. in it".to_owned());
    }
    Ok(path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::Endpoint;

    fn parsed(url: &str) -> Result<(String, String), String> {
        Endpoint::parse(url, false)
            .map(|endpoint| (format!("{}://{}", endpoint.scheme, endpoint.authority), endpoint.base_path))
    }

    #[test]
    fn what_requests_can_go_to_is_kept_in_its_parts() {
        for (url, origin, path) in [
            ("https://example.com", "https://example.com", ""),
            ("HTTPS://Example.com:443/", "https://example.com", ""),
            ("https://example.com:8443/api/v1/", "https://example.com:8443", "/api/v1"),
            ("https://example.com:65535/api//", "https://example.com:65535", "/api"),
            ("https://example.com/a%20b", "https://example.com", "/a%20b"),
            ("http://localhost:8080", "http://localhost:8080", ""),
            ("http://127.1.2.3:80/x", "http://127.1.2.3", "/x"),
            ("http://[::1]:3000", "http://[::1]:3000", ""),
            ("https://[2001:db8::1]", "https://[2001:db8::1]", ""),
        ] {
            assert_eq!(parsed(url), Ok((origin.to_owned(), path.to_owned())), "{url}");
        }
    }

    #[test]
    fn what_requests_cannot_go_to_is_refused_with_the_reason() {
        for (url, reason) in [
            ("example.com", "no scheme"),
            ("ftp://example.com", "not https"),
            ("https://", "no host"),
            ("https://:443", "no host"),
            ("https://me:secret@example.com", "user information"),
            ("https://example.com?x=1", "query"),
            ("https://example.com/#x", "fragment"),
            ("https://example.com\\@evil.com", "user information"),
            ("https://exa mple.com", "' '"),
            ("https://exämple.com", "'ä'"),
            ("https://example.com:0", "port"),
            ("https://example.com:+1", "port"),
            ("https://example.com:70000", "from 1 to 65535"),
            ("https://example.com:", "port"),
            ("https://[::1", "never ends"),
            ("https://[localhost]", "no IPv6"),
            ("https://[::1]x", "between"),
            ("https://example.com/a b", "percent-encoded"),
            ("https://example.com/%zz", "percent-encoded"),
            ("https://example.com/a/../b", "step"),
            ("https://example.com/%2E%2e", "step"),
            ("http://example.com", "plain http"),
            ("http://localhost.evil.com", "plain http"),
            ("http://127.0.0.1.evil.com", "plain http"),
            ("http://0.0.0.0", "plain http"),
            // What some resolvers take for this machine, and others do not.
            ("http://localhost.", "plain http"),
            ("http://127.1", "plain http"),
            ("http://0x7f.1", "plain http"),
            ("http://0177.0.0.1", "plain http"),
            ("http://2130706433", "plain http"),
            ("http://127.0.0.1.", "plain http"),
            ("http://[::ffff:127.0.0.1]", "plain http"),
            ("http://[::127.0.0.1]", "plain http"),
            ("http://[::]", "plain http"),
            ("http://localhost-evil.com", "plain http"),
            // What some readers of urls take for the host, and others do not.
            ("http://localhost@evil.com", "user information"),
            ("http://localhost:80@evil.com", "user information"),
            ("http://[::1]@evil.com", "user information"),
            ("http://evil.com\\@localhost", "user information"),
            ("http://evil.com#@localhost", "fragment"),
            ("http://evil.com?@localhost", "query"),
            ("http://[::1].evil.com", "between"),
            ("http://[::1%25lo]", "no IPv6"),
            ("http://localhost%2eevil.com", "'%'"),
            ("http://localhost\\.evil.com", "'\\\\'"),
            ("http://localhost\t", "'\\t'"),
            ("http://localhost\r\nx: y", "'\\r'"),
            ("http:\\\\localhost", "no scheme"),
            ("http:///localhost", "no host"),
            (" http://localhost", "not https"),
            ("http://\u{24db}ocalhost", "'\u{24db}'"),
        ] {
            let refusal = parsed(url).unwrap_err();
            assert!(refusal.contains(reason), "{url}: {refusal}");
        }
        assert!(Endpoint::parse("http://example.com", true).is_ok());
    }
}
