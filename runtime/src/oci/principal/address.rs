//! Where principals ask for tokens.

use std::net::IpAddr;

use http::Uri;

use super::regions::REALMS;
use crate::auth::CredentialsError;
use crate::endpoint::Endpoint;

/// The urls below which something is asked for.
#[derive(Clone, Debug)]
pub(super) struct Address(Endpoint);

impl Address {
    /// Plain http goes to this machine alone, and to what only this machine can reach: the addresses of its own link,
    /// where the metadata service is.
    pub(super) fn parse(what: &str, url: &str) -> Result<Self, CredentialsError> {
        let of_link = url.strip_prefix("http://").is_some_and(is_of_link);
        let endpoint = Endpoint::parse(url, of_link);
        endpoint.map(Self).map_err(|reason| CredentialsError::new(format!("the endpoint of {what} {reason}")))
    }

    /// What is below this address. The path begins with a `/`, and holds nothing to encode.
    pub(super) fn at(&self, path: &str) -> Result<Uri, CredentialsError> {
        let Endpoint { scheme, authority, base_path } = &self.0;
        let uri = Uri::builder().scheme(scheme.clone()).authority(authority.clone());
        let uri = uri.path_and_query(format!("{base_path}{path}")).build();
        uri.map_err(|error| CredentialsError::new("there is no such url").with_source(error))
    }
}

/// RFC 3927 (169.254/16), and the address of the metadata service over IPv6 (RFC 4193, `fd00:c1::a9fe:a9fe`).
fn is_of_link(rest: &str) -> bool {
    let host = rest.split('/').next().unwrap_or_default();
    let host = match host.strip_prefix('[').and_then(|host| host.split_once(']')) {
        Some((host, _)) => host,
        None => host.split(':').next().unwrap_or_default(),
    };
    match host.parse() {
        Ok(IpAddr::V4(address)) => address.is_link_local(),
        Ok(IpAddr::V6(address)) => address.segments() == [0xFD00, 0xC1, 0, 0, 0, 0, 0xA9FE, 0xA9FE],
        Err(_) => false,
    }
}

/// A region, spelled as in host names, and the domain of its realm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) name: String,
    pub(super) domain: String,
}

impl Region {
    /// The region of this name or of this key (`phx`); the domain as stated, else that of the realm where the region is
    /// known.
    pub(super) fn new(name: &str, domain: Option<&str>) -> Result<Self, CredentialsError> {
        let stated = name.trim().to_ascii_lowercase();
        let known = REALMS.iter().find_map(|(domain, regions)| {
            let is_it = |region: &&(&str, &str)| region.0 == stated || region.1 == stated;
            regions.iter().find(is_it).map(|(_, name)| (*name, *domain))
        });
        let (name, usual) = known.unwrap_or((&stated, "oraclecloud.com"));
        let domain = domain.unwrap_or(usual);
        let fits = |text: &str, more: &[u8]| {
            let sound = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || more.contains(&byte);
            !text.is_empty() && text.len() <= 100 && text.bytes().all(sound)
        };
        if !fits(name, b"-") || !fits(domain, b"-.") {
            return Err(CredentialsError::new("what was said to be the region cannot be one"));
        }
        Ok(Self { name: name.to_owned(), domain: domain.to_owned() })
    }

    /// Where tokens are had for certificates.
    pub(super) fn federation(&self) -> Result<Address, CredentialsError> {
        let url = format!("https://auth.{}.{}", self.name, self.domain);
        Address::parse("the federation service", &url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_goes_no_further_than_the_link() {
        for url in ["http://169.254.169.254/opc/v2", "http://[fd00:c1::a9fe:a9fe]/opc/v2", "http://127.0.0.1:8080"] {
            assert!(Address::parse("x", url).is_ok(), "{url}");
        }
        for url in ["http://169.254.example.com", "http://10.0.0.1", "http://[fd00:c1::1]", "http://169.254.0.1@a.b"] {
            assert!(Address::parse("x", url).is_err(), "{url}");
        }
        let address = Address::parse("x", "http://169.254.169.254/opc/v2/").unwrap();
        assert_eq!(address.at("/identity/cert.pem").unwrap(), "http://169.254.169.254/opc/v2/identity/cert.pem");
    }

    #[test]
    fn regions_have_a_domain() {
        for (stated, name, domain) in [
            ("PHX\n", "us-phoenix-1", "oraclecloud.com"),
            ("us-chicago-1", "us-chicago-1", "oraclecloud.com"),
            ("ord", "us-chicago-1", "oraclecloud.com"),
            ("xx-yet-unknown-1", "xx-yet-unknown-1", "oraclecloud.com"),
            ("us-gov-ashburn-1", "us-gov-ashburn-1", "oraclegovcloud.com"),
            ("uk-gov-london-1", "uk-gov-london-1", "oraclegovcloud.uk"),
        ] {
            let region = Region::new(stated, None).unwrap();
            assert_eq!((region.name.as_str(), region.domain.as_str()), (name, domain));
        }
        assert_eq!(Region::new("xx-yy-1", Some("example.com")).unwrap().domain, "example.com");
        for unfit in ["", "a.b", "a/b", "<html>"] {
            assert!(Region::new(unfit, None).is_err(), "{unfit}");
        }
        assert!(Region::new("a", Some("evil.com/")).is_err());
    }
}
