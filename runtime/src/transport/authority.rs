//! Host and port, as urls write them.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The host, in lower case and an IPv6 address in its brackets, and the port where one is stated; the error completes the
/// sentence "the url … ".
pub(crate) fn host_and_port(authority: &str) -> Result<(String, Option<u16>), String> {
    let (host, port) = if authority.starts_with('[') {
        let end = authority.find(']').ok_or("has a host that begins with [ and never ends")?;
        let (host, rest) = authority.split_at(end + 1);
        if host[1..end].parse::<Ipv6Addr>().is_err() {
            return Err("has a host in brackets that is no IPv6 address".to_owned());
        }
        match rest.strip_prefix(':') {
            None if rest.is_empty() => (host, None),
            None => return Err("has text between its host and its path".to_owned()),
            Some(port) => (host, Some(port)),
        }
    } else {
        let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        if host.is_empty() {
            return Err("has no host".to_owned());
        }
        if let Some(found) =
            host.chars().find(|found| !found.is_ascii_alphanumeric() && !matches!(found, '.' | '-' | '_'))
        {
            return Err(format!("has a host with {found:?} in it; letters, digits, '.', '-' and '_' are allowed"));
        }
        (host, port)
    };
    let port = port
        .map(|port| {
            let digits = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
            let port = port.parse::<u16>().ok().filter(|port| digits && *port != 0);
            port.ok_or("has a port that is not a number from 1 to 65535")
        })
        .transpose()?;
    Ok((host.to_ascii_lowercase(), port))
}

/// `localhost`, `127.0.0.0/8` and `[::1]`; what else leads to this machine by some resolver does not count.
pub(crate) fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost"
        || host.parse::<Ipv4Addr>().is_ok_and(|address| address.is_loopback())
        || bare.parse::<Ipv6Addr>().is_ok_and(|address| address.is_loopback())
}
