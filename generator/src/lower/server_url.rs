//! Urls of servers that no client can be built with.

/// Why no request can go to this url, whose variables are filled in, as the end of the sentence "the url … ". What it says
/// relative to the document is no matter of its own.
pub(super) fn unusable(url: &str) -> Option<String> {
    let is_allowed = |found: char| found.is_ascii_graphic() && !r#""<>\^`|{}"#.contains(found);
    if let Some(found) = url.chars().find(|found| !is_allowed(*found)) {
        return Some(format!(
            "has {found:?} in it, which must be percent-encoded in a path and has no place elsewhere"
        ));
    }
    if let Some(mark) = url.chars().find(|found| matches!(found, '?' | '#')) {
        return Some(format!("has {mark:?} in it: a server has neither query nor fragment"));
    }
    let is_encoded = |part: &str| part.len() >= 2 && part.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    if !url.split('%').skip(1).all(is_encoded) {
        return Some("has a '%' that no two hexadecimal digits follow".to_owned());
    }
    let (scheme, rest) = url.split_once("://")?;
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return Some(format!("has the scheme `{scheme}`, which is neither https nor http"));
    }
    let authority = rest.split('/').next().unwrap_or_default();
    if authority.contains('@') {
        return Some("has user information before an @".to_owned());
    }
    let behind_host = authority.rsplit_once(']').map_or(authority, |(_, rest)| rest);
    let port = behind_host.split_once(':').map(|(_, port)| port)?;
    let is_number = port.bytes().all(|byte| byte.is_ascii_digit());
    let is_port = is_number && port.parse::<u16>().is_ok_and(|port| port != 0);
    (!is_port).then(|| format!("has the port {port:?}, which is not a number from 1 to 65535"))
}

#[cfg(test)]
mod tests {
    use super::unusable;

    #[test]
    fn what_can_be_reached_is_told_from_what_cannot() {
        for url in ["https://a.example/b%20c/", "http://[::1]:80", "/v1", "HTTPS://a:65535", "https://a.example//"] {
            assert_eq!(unusable(url), None, "{url}");
        }
        for (url, reason) in [
            ("https://a.example/a b", "' '"),
            ("/a b", "' '"),
            ("https://ä.example", "'ä'"),
            ("https://a.example?x", "query"),
            ("https://a.example/%2", "hexadecimal"),
            ("ftp://a.example", "neither"),
            ("https://me@a.example", "user"),
            ("https://a.example:70000/x", "\"70000\""),
            ("https://[::1]:0", "\"0\""),
            ("https://a.example:", "port"),
            ("https://a.example:+1", "port"),
        ] {
            let found = unusable(url).unwrap_or_default();
            assert!(found.contains(reason), "{url}: {found}");
        }
    }
}
