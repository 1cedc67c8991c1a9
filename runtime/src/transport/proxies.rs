//! Which proxy a request goes through.

use std::ffi::OsString;
use std::sync::Arc;

use super::authority::is_loopback;
use super::bypass::Bypass;
use super::origin::Origin;
use super::proxy::Proxy;
use super::{TransportError, TransportErrorKind};

/// The proxies for each scheme, and whom they are not for.
#[derive(Clone, Debug, Default)]
pub(super) struct Proxies {
    /// The error is that of the url. It is told to those whose requests would have gone through the proxy.
    http: Option<Result<Arc<Proxy>, String>>,
    https: Option<Result<Arc<Proxy>, String>>,
    bypass: Bypass,
}

impl Proxies {
    /// One proxy for everybody.
    pub(super) fn all(proxy: Proxy) -> Self {
        let proxy = Some(Ok(Arc::new(proxy)));
        Self { http: proxy.clone(), https: proxy, bypass: Bypass::default() }
    }

    /// What the usual environment variables say. A variable that is empty counts as one that is not set.
    pub(super) fn of_environment(lookup: impl Fn(&str) -> Option<OsString>) -> Self {
        let first = |names: &[&'static str]| {
            let mut set = names.iter().filter_map(|&name| Some((name, lookup(name)?)));
            set.find(|(_, value)| !value.to_string_lossy().trim().is_empty())
        };
        let proxy = |names: &[&'static str]| {
            let (name, value) = first(names).or_else(|| first(&["ALL_PROXY", "all_proxy"]))?;
            let proxy = value.to_str().ok_or_else(|| "is not UTF-8".to_owned()).and_then(Proxy::parse);
            Some(proxy.map(Arc::new).map_err(|error| format!("the url of the proxy in {name} {error}")))
        };
        // A web server hands the header `Proxy` of whoever asks to a CGI program as HTTP_PROXY (https://httpoxy.org), and to
        // Windows the two spellings are one variable.
        let http: &[&'static str] = match lookup("REQUEST_METHOD") {
            None => &["HTTP_PROXY", "http_proxy"],
            Some(_) if cfg!(windows) => &[],
            Some(_) => &["http_proxy"],
        };
        let bypass = first(&["NO_PROXY", "no_proxy"]).map(|(_, value)| Bypass::parse(&value.to_string_lossy()));
        Self { http: proxy(http), https: proxy(&["HTTPS_PROXY", "https_proxy"]), bypass: bypass.unwrap_or_default() }
    }

    /// The proxy for a server, if there is one. What stays on this machine never goes through any: plain http is allowed to
    /// it because nobody can listen.
    pub(super) fn of(&self, origin: &Origin) -> Result<Option<Arc<Proxy>>, TransportError> {
        let Some(proxy) = (if origin.secure { &self.https } else { &self.http }) else {
            return Ok(None);
        };
        if is_loopback(&origin.host) || self.bypass.contains(origin) {
            return Ok(None);
        }
        match proxy {
            Ok(proxy) => Ok(Some(Arc::clone(proxy))),
            Err(error) => Err(TransportError::new(TransportErrorKind::Proxy, error.as_str())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is done for a uri in an environment.
    fn route(variables: &[(&str, &str)], uri: &str) -> String {
        let lookup = |name: &str| {
            let found = variables.iter().find(|(variable, _)| *variable == name);
            found.map(|(_, value)| OsString::from(value))
        };
        match Proxies::of_environment(lookup).of(&Origin::of(&uri.parse().unwrap()).unwrap()) {
            Ok(Some(proxy)) => proxy.host.clone(),
            Ok(None) => "direct".to_owned(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn each_scheme_has_its_variables() {
        let https = "https://service.test";
        let http = "http://service.test";
        for (variables, uri, expected) in [
            (&[][..], https, "direct"),
            (&[("HTTPS_PROXY", "http://upper"), ("https_proxy", "http://lower")], https, "upper"),
            (&[("https_proxy", "http://lower")], https, "lower"),
            (&[("HTTPS_PROXY", " "), ("https_proxy", "http://lower")], https, "lower"),
            (&[("HTTPS_PROXY", "http://secure")], http, "direct"),
            (&[("HTTP_PROXY", "http://plain")], https, "direct"),
            (&[("HTTP_PROXY", "http://plain")], http, "plain"),
            (&[("http_proxy", "http://plain")], http, "plain"),
            (&[("ALL_PROXY", "http://all"), ("HTTP_PROXY", "http://plain")], https, "all"),
            (&[("ALL_PROXY", "http://all"), ("HTTP_PROXY", "http://plain")], http, "plain"),
            (&[("all_proxy", "all:3128")], http, "all"),
            (&[("ALL_PROXY", "http://all"), ("NO_PROXY", ".test")], https, "direct"),
            (&[("ALL_PROXY", "http://all"), ("no_proxy", "service.test")], https, "direct"),
            (&[("ALL_PROXY", "http://all"), ("NO_PROXY", "other.test"), ("no_proxy", ".test")], https, "all"),
        ] {
            assert_eq!(route(variables, uri), expected, "{variables:?} {uri}");
        }
    }

    #[test]
    #[cfg(not(windows))]
    fn a_header_of_whoever_asks_is_not_a_proxy() {
        let cgi = ("REQUEST_METHOD", "GET");
        let evil = ("HTTP_PROXY", "http://evil");
        assert_eq!(route(&[cgi, evil], "http://service.test"), "direct");
        assert_eq!(route(&[cgi, evil, ("http_proxy", "http://lower")], "http://service.test"), "lower");
        assert_eq!(route(&[cgi, evil, ("HTTPS_PROXY", "http://secure")], "https://service.test"), "secure");
    }

    #[test]
    fn what_stays_on_this_machine_goes_through_no_proxy() {
        let variables = [("ALL_PROXY", "http://all")];
        for uri in ["http://localhost:8080", "https://127.3.2.1", "http://[::1]:8080"] {
            assert_eq!(route(&variables, uri), "direct", "{uri}");
        }
        for uri in ["http://localhost.evil.test", "http://127.0.0.1.evil.test", "http://[::2]", "http://0.0.0.0"] {
            assert_eq!(route(&variables, uri), "all", "{uri}");
        }
    }

    #[test]
    fn a_proxy_that_cannot_be_used_is_told_to_whom_it_concerns() {
        let variables = [("HTTPS_PROXY", "socks5://user:secret@proxy.test"), ("NO_PROXY", "internal.test")];
        let told = route(&variables, "https://service.test");
        assert!(told.starts_with("the url of the proxy in HTTPS_PROXY is that of a SOCKS proxy"), "{told}");
        assert!(!told.contains("secret"), "{told}");
        assert_eq!(route(&variables, "https://internal.test"), "direct");
        assert_eq!(route(&variables, "https://localhost"), "direct");
        assert_eq!(route(&variables, "http://service.test"), "direct");
    }

    #[test]
    #[cfg(unix)]
    fn a_value_that_is_no_text_is_an_error() {
        use std::os::unix::ffi::OsStringExt;
        let lookup = |name: &str| (name == "https_proxy").then(|| OsString::from_vec(vec![b'p', 0xff]));
        let origin = Origin::of(&"https://service.test".parse().unwrap()).unwrap();
        let error = Proxies::of_environment(lookup).of(&origin).unwrap_err();
        assert_eq!(error.to_string(), "the url of the proxy in https_proxy is not UTF-8");
    }
}
