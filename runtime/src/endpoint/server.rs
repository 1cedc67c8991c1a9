//! The url of a server, its variables filled in.

use crate::encode::encoded;
use crate::service::{Server, ServerVariable};

/// The url of a server, with these values for its variables and the defaults for all others.
///
/// The error names the variable, and completes the sentence "the server variable NAME … ".
pub(crate) fn url_of(server: &Server, values: &[(&'static str, String)]) -> Result<String, (String, String)> {
    for (name, _) in values {
        if !server.variables.iter().any(|variable| variable.name == *name) {
            let known: Vec<&str> = server.variables.iter().map(|variable| variable.name).collect();
            let reason = format!("is unknown; the server has: {}", known.join(", "));
            return Err(((*name).to_owned(), reason));
        }
    }
    let mut url = String::new();
    let mut rest = server.url;
    while let Some((before, name, after)) = next_variable(rest) {
        url.push_str(before);
        let variable = server.variables.iter().find(|variable| variable.name == name);
        let variable = variable
            .ok_or_else(|| (name.to_owned(), "stands in the url, but the document does not declare it".to_owned()))?;
        let stated = values.iter().rev().find(|(stated, _)| *stated == name).map(|(_, value)| value.as_str());
        let in_path = is_in_path(&url);
        let value = value_of(variable, stated, in_path).map_err(|reason| (name.to_owned(), reason))?;
        url.push_str(&value);
        rest = after;
    }
    url.push_str(rest);
    Ok(url)
}

/// The settings that the host of such a url comes from: completes "the host … comes from …".
pub(crate) fn setting_of_host(server: &Server, values: &[(&'static str, String)]) -> String {
    let behind = server.url.find("://").map_or(0, |at| at + "://".len());
    let mut rest = server.url[behind..].split('/').next().unwrap_or_default();
    let mut settings = Vec::new();
    while let Some((_, name, after)) = next_variable(rest) {
        let stated = values.iter().rev().find(|(stated, _)| *stated == name);
        let variable = server.variables.iter().find(|variable| variable.name == name);
        settings.extend(match (stated, variable) {
            (Some((_, value)), _) => Some(format!("the server variable {name} ({value:?})")),
            (None, Some(variable)) => Some(format!("the server variable {name} ({:?}, its default)", variable.default)),
            (None, None) => None,
        });
        rest = after;
    }
    if settings.is_empty() { "the server of the document".to_owned() } else { settings.join(" and ") }
}

/// Text before the first variable, its name, and the text behind it.
fn next_variable(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// Whether what follows this beginning of a url belongs to its path.
fn is_in_path(url: &str) -> bool {
    url.split_once("://").map_or(url.starts_with('/'), |(_, rest)| rest.contains('/'))
}

fn value_of(variable: &ServerVariable, stated: Option<&str>, in_path: bool) -> Result<String, String> {
    // The document's own values are part of its urls, and may hold several segments.
    let own = |value: &str| value == variable.default || variable.values.contains(&value);
    let value = stated.unwrap_or(variable.default);
    if !variable.values.is_empty() && !own(value) {
        return Err(format!("is {value:?}, which is not one of: {}", variable.values.join(", ")));
    }
    if in_path && own(value) {
        return Ok(value.to_owned());
    }
    if value.is_empty() {
        return Err("is empty".to_owned());
    }
    if in_path {
        return Ok(encoded(value).collect());
    }
    if value.split('.').any(|label| label.is_empty() || label.starts_with('-') || label.ends_with('-')) {
        return Err(format!(
            "is {value:?}; it is part of the host, whose parts neither are empty nor begin or end with '-'"
        ));
    }
    match value.chars().find(|found| !found.is_ascii_alphanumeric() && !matches!(found, '.' | '-')) {
        Some(found) => {
            Err(format!("has {found:?} in it; it is part of the host, where letters, digits, '.' and '-' are allowed"))
        }
        None => Ok(value.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{setting_of_host, url_of};
    use crate::service::{Server, ServerVariable};

    const SERVER: Server = Server {
        url: "https://{tenant}.{region}.example.com/{base}/x",
        variables: &[
            ServerVariable { name: "tenant", default: "demo", values: &[] },
            ServerVariable { name: "region", default: "north", values: &["north", "south"] },
            ServerVariable { name: "base", default: "api/v2", values: &[] },
        ],
    };

    fn filled(values: &[(&'static str, &str)]) -> Result<String, String> {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        url_of(&SERVER, &values).map_err(|(name, reason)| format!("{name} {reason}"))
    }

    #[test]
    fn variables_take_what_fits_their_part_of_the_url() {
        assert_eq!(filled(&[]).unwrap(), "https://demo.north.example.com/api/v2/x");
        assert_eq!(
            filled(&[("tenant", "a.b-c"), ("region", "south"), ("base", "v 3/ä")]).unwrap(),
            "https://a.b-c.south.example.com/v%203%2F%C3%A4/x"
        );
        assert_eq!(
            filled(&[("tenant", "first"), ("tenant", "last")]).unwrap(),
            "https://last.north.example.com/api/v2/x"
        );
    }

    #[test]
    fn the_settings_of_a_host_are_those_of_the_variables_in_it() {
        let values = [("region", "south".to_owned()), ("base", "x".to_owned())];
        assert_eq!(
            setting_of_host(&SERVER, &values),
            "the server variable tenant (\"demo\", its default) and the server variable region (\"south\")"
        );
        let plain = Server { url: "https://example.com/{base}", variables: SERVER.variables };
        assert_eq!(setting_of_host(&plain, &values), "the server of the document");
    }

    #[test]
    fn variables_refuse_what_would_lead_elsewhere() {
        for (name, value, reason) in [
            ("tenant", "us-chicago-1@evil.com/", "tenant has '@'"),
            ("tenant", "evil.com/", "tenant has '/'"),
            ("tenant", "evil.com:1", "tenant has ':'"),
            ("tenant", "evil.com#", "tenant has '#'"),
            ("tenant", "", "tenant is empty"),
            ("tenant", "..", "tenant is \"..\"; it is part of the host"),
            ("tenant", "-x", "tenant is \"-x\"; it is part of the host"),
            ("tenant", "x.", "tenant is \"x.\"; it is part of the host"),
            ("region", "east", "region is \"east\", which is not one of: north, south"),
            ("zone", "x", "zone is unknown; the server has: tenant, region, base"),
        ] {
            let refusal = filled(&[(name, value)]).unwrap_err();
            assert!(refusal.contains(reason), "{refusal}");
        }
    }
}
