//! The way to a server.

use std::fmt;
use std::sync::Arc;

use super::origin::Origin;
use super::proxy::Proxy;

/// A server, and the proxy on the way to it: what one connection can serve.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Route {
    pub(super) origin: Origin,
    pub(super) proxy: Option<Arc<Proxy>>,
}

impl Route {
    /// The proxy that reads the request itself. A tunnel hides it.
    pub(super) fn reading_proxy(&self) -> Option<&Proxy> {
        self.proxy.as_deref().filter(|_| !self.origin.secure)
    }
}

/// As messages name it: what went wrong with a server may well be the doing of the proxy.
impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.proxy {
            None => self.origin.fmt(formatter),
            Some(proxy) => write!(formatter, "{} (through the proxy {proxy})", self.origin),
        }
    }
}
