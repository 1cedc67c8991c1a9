//! Whom no proxy is for.

use std::net::IpAddr;

use super::origin::Origin;

/// The servers that are spoken to directly, as `NO_PROXY` lists them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bypass(Vec<Entry>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    hosts: Hosts,
    port: Option<u16>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Hosts {
    All,
    /// The name itself and all below it, in lower case.
    Domain(String),
    /// The addresses that have their first bits in common with this one.
    Network(IpAddr, u32),
}

impl Bypass {
    /// Reads a list with commas or white space between its entries. There is no standard; this is what curl reads, and a
    /// port behind an entry, as Go does.
    pub(super) fn parse(list: &str) -> Self {
        let entries = list.split(|found: char| found == ',' || found.is_whitespace());
        Self(entries.filter(|entry| !entry.is_empty()).map(Entry::parse).collect())
    }

    pub(super) fn contains(&self, origin: &Origin) -> bool {
        self.0.iter().any(|entry| entry.contains(origin))
    }
}

impl Entry {
    fn parse(text: &str) -> Self {
        if let Some(hosts) = network(text) {
            return Self { hosts, port: None };
        }
        let (host, port) = match text.rsplit_once(':').map(|(host, port)| (host, port.parse())) {
            Some((host, Ok(port))) => (host, Some(port)),
            _ => (text, None),
        };
        Self { hosts: Hosts::parse(host), port }
    }

    fn contains(&self, origin: &Origin) -> bool {
        self.port.is_none_or(|port| port == origin.port) && self.hosts.contains(&origin.host)
    }
}

impl Hosts {
    fn parse(text: &str) -> Self {
        if text == "*" {
            return Self::All;
        }
        network(text).unwrap_or_else(|| {
            let name = text.strip_prefix('*').unwrap_or(text);
            Self::Domain(name.trim_matches('.').to_ascii_lowercase())
        })
    }

    fn contains(&self, host: &str) -> bool {
        match self {
            Self::All => true,
            Self::Domain(domain) => {
                let host = host.strip_suffix('.').unwrap_or(host);
                let rest = host.strip_suffix(domain.as_str());
                // An address is no name: 10.1.2.3 is not below 2.3.
                rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.')) && host.parse::<IpAddr>().is_err()
            }
            Self::Network(network, length) => {
                host.parse().is_ok_and(|address| in_common(*network, address).is_some_and(|bits| bits >= *length))
            }
        }
    }
}

/// An address, or a network in CIDR notation (RFC 4632, section 3.1). An IPv6 address may stand in brackets.
fn network(text: &str) -> Option<Hosts> {
    let (address, length) = text.split_once('/').map_or((text, None), |(address, length)| (address, Some(length)));
    let bare = address.strip_prefix('[').and_then(|address| address.strip_suffix(']')).unwrap_or(address);
    let address: IpAddr = bare.parse().ok()?;
    let bits = if address.is_ipv4() { 32 } else { 128 };
    let length = length.map_or(Some(bits), |length| length.parse().ok())?;
    (length <= bits).then_some(Hosts::Network(address, length))
}

/// How many of their first bits two addresses of one family share.
fn in_common(one: IpAddr, other: IpAddr) -> Option<u32> {
    match (one, other) {
        (IpAddr::V4(one), IpAddr::V4(other)) => Some((one.to_bits() ^ other.to_bits()).leading_zeros()),
        (IpAddr::V6(one), IpAddr::V6(other)) => Some((one.to_bits() ^ other.to_bits()).leading_zeros()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_of_an_entry_matches_what_it_names_and_nothing_else() {
        for (list, inside, outside) in [
            ("", &[][..], &["https://service.test"][..]),
            ("*", &["https://service.test", "https://10.1.2.3", "http://[2001:db8::1]"], &[]),
            (
                "service.test",
                &["https://service.test", "https://SERVICE.test.", "https://a.b.service.test:8443"],
                &["https://myservice.test", "https://service.test.evil.test", "https://test"],
            ),
            (".service.test", &["https://service.test", "https://a.service.test"], &["https://myservice.test"]),
            ("*.Service.test", &["https://a.service.test"], &["https://myservice.test"]),
            ("a.test, b.test  c.test,,", &["https://a.test", "https://b.test", "https://c.test"], &["https://d.test"]),
            ("service.test:8443", &["https://service.test:8443"], &["https://service.test"]),
            ("service.test:443", &["https://service.test"], &["http://service.test"]),
            ("10.1.2.3", &["https://10.1.2.3"], &["https://10.1.2.30", "https://210.1.2.3", "https://x.10.1.2.3"]),
            ("2.3", &[], &["https://10.1.2.3"]),
            ("10.1.2.3:8443", &["https://10.1.2.3:8443"], &["https://10.1.2.3"]),
            (
                "10.0.0.0/8 192.168.0.128/25",
                &["https://10.255.0.1", "https://192.168.0.129"],
                &["https://11.0.0.1", "https://192.168.0.127", "https://[::ffff:10.0.0.1]"],
            ),
            ("0.0.0.0/0", &["https://1.2.3.4"], &["https://[2001:db8::1]", "https://service.test"]),
            ("10.0.0.0/33", &[], &["https://10.0.0.0"]),
            ("2001:db8::1", &["https://[2001:DB8:0::1]"], &["https://[2001:db8::2]"]),
            ("[2001:db8::1]:8443", &["https://[2001:db8::1]:8443"], &["https://[2001:db8::1]"]),
            ("2001:db8::/32", &["https://[2001:db8:ffff::1]"], &["https://[2001:db9::1]", "https://10.1.2.3"]),
        ] {
            let bypass = Bypass::parse(list);
            let contains = |uri: &&&str| bypass.contains(&Origin::of(&uri.parse().unwrap()).unwrap());
            assert_eq!(inside.iter().filter(contains).count(), inside.len(), "{list}: {inside:?}");
            assert_eq!(outside.iter().filter(contains).count(), 0, "{list}: {outside:?}");
        }
    }
}
