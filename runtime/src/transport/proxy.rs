//! One proxy.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::HeaderValue;
use percent_encoding::percent_decode_str;

use super::authority::host_and_port;

/// A proxy that speaks HTTP.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Proxy {
    /// Whether the way to the proxy itself is under TLS.
    pub(super) secure: bool,
    /// Lower case; an IPv6 address without its brackets.
    pub(super) host: String,
    pub(super) port: u16,
    /// The value of `proxy-authorization`, which `Debug` does not show.
    pub(super) authorization: Option<HeaderValue>,
}

impl Proxy {
    /// Reads the url of a proxy; the error completes the sentence "the url of the proxy … ", and holds nothing of a
    /// password.
    pub(super) fn parse(url: &str) -> Result<Self, String> {
        let url = url.trim();
        // `proxy:3128` is everyday life in environment variables.
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let secure = match scheme.to_ascii_lowercase().as_str() {
            "http" => false,
            "https" => true,
            "socks" | "socks4" | "socks4a" | "socks5" | "socks5h" => {
                return Err(
                    "is that of a SOCKS proxy, which is not spoken here: name one with http:// or https://".into()
                );
            }
            _ => return Err("has a scheme that is neither http nor https".into()),
        };
        let (authority, path) = rest.find(['/', '?', '#']).map_or((rest, ""), |at| rest.split_at(at));
        if !matches!(path, "" | "/") {
            return Err("has a path or a query, which has no place there (in a password, / ? # are %2F %3F %23)".into());
        }
        let (user_information, authority) =
            authority.rsplit_once('@').map_or((None, authority), |(user, authority)| (Some(user), authority));
        let (host, port) = host_and_port(authority)?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let port = port.unwrap_or(if secure { 443 } else { 80 });
        Ok(Self { secure, host, port, authorization: user_information.map(basic).transpose()? })
    }
}

/// RFC 7617: the two parts of the user information, decoded, with a colon between them.
fn basic(user_information: &str) -> Result<HeaderValue, String> {
    let (user, password) = user_information.split_once(':').unwrap_or((user_information, ""));
    let mut pair: Vec<u8> = percent_decode_str(user).collect();
    if pair.contains(&b':') {
        return Err("has a user name with a colon in it, which no proxy could tell from a password".into());
    }
    pair.push(b':');
    pair.extend(percent_decode_str(password));
    let mut value = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(pair)))
        .map_err(|_| "has user information that cannot stand in a header")?;
    value.set_sensitive(true);
    Ok(value)
}

/// Its url without user information.
impl fmt::Display for Proxy {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.secure { "https" } else { "http" };
        if self.host.contains(':') {
            write!(formatter, "{scheme}://[{}]:{}", self.host, self.port)
        } else {
            write!(formatter, "{scheme}://{}:{}", self.host, self.port)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_read_as_they_are_written_in_environments() {
        for (url, read, authorization) in [
            ("http://Proxy.test:3128", "http://proxy.test:3128", None),
            (" proxy.test:3128\n", "http://proxy.test:3128", None),
            ("proxy.test", "http://proxy.test:80", None),
            ("HTTPS://proxy.test/", "https://proxy.test:443", None),
            ("http://[::1]:3128/", "http://[::1]:3128", None),
            // The example of RFC 7617, section 2.
            (
                "http://Aladdin:open%20sesame@proxy.test:3128",
                "http://proxy.test:3128",
                Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
            ),
            ("user@proxy.test", "http://proxy.test:80", Some("Basic dXNlcjo=")),
            ("http://a:b:c@d@proxy.test", "http://proxy.test:80", Some("Basic YTpiOmNAZA==")),
        ] {
            let proxy = Proxy::parse(url).unwrap();
            assert_eq!(proxy.to_string(), read, "{url}");
            assert_eq!(proxy.authorization.as_ref().map(|value| value.to_str().unwrap()), authorization, "{url}");
        }
    }

    #[test]
    fn what_cannot_be_used_says_why_and_keeps_the_password() {
        for (url, reason) in [
            ("socks5://user:secret@proxy.test:1080", "SOCKS"),
            ("SOCKS5H://proxy.test", "SOCKS"),
            ("ftp://user:secret@proxy.test", "neither http nor https"),
            ("http://", "no host"),
            ("http://user:secret@", "no host"),
            ("http://proxy.test:port", "not a number"),
            ("http://proxy.test/secret.pac", "a path"),
            ("http://user:sec/ret@proxy.test", "a path"),
            ("http://user:12/secret@proxy.test", "a path"),
            ("http://us%3Aer:secret@proxy.test", "colon"),
            ("http://pro xy.test", "' '"),
        ] {
            let refusal = Proxy::parse(url).unwrap_err();
            assert!(refusal.contains(reason) && !refusal.contains("secret"), "{url}: {refusal}");
        }
    }

    #[test]
    fn a_password_is_not_shown() {
        let proxy = Proxy::parse("http://user:secret@proxy.test").unwrap();
        let shown = format!("{proxy:?} {proxy}");
        assert!(!shown.contains("secret") && !shown.contains("dXNlcjpzZWNyZXQ="), "{shown}");
    }
}
