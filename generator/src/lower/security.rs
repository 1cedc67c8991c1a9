//! Security schemes, and what asks for them.

use std::fmt::Write as _;

use openapiv3::{
    APIKeyLocation, AuthorizationCodeOAuth2Flow, ClientCredentialsOAuth2Flow, ImplicitOAuth2Flow, OAuth2Flows,
    PasswordOAuth2Flow, SecurityRequirement,
};

use super::context::Lowering;
use super::docs;
use crate::api::{ApiKeyIn, Docs, Requirement, SecurityKind, SecurityScheme};
use crate::diagnostic::lower::document as mistake;
use crate::source::Pointer;
use crate::spelling;

impl Lowering<'_> {
    /// Every security scheme, in the order of the document.
    pub(super) fn security_schemes(&mut self) -> Vec<SecurityScheme> {
        let Some(components) = &self.document.openapi.components else { return Vec::new() };
        let section = Pointer::root().key("components").key("securitySchemes");
        let mut schemes = Vec::with_capacity(components.security_schemes.len());
        for (name, slot) in &components.security_schemes {
            let Some((item, pointer)) = self.resolve(slot, &section.key(name)) else { continue };
            let (kind, docs) = kind_of(item);
            schemes.push(SecurityScheme { name: name.clone(), kind, docs, at: self.at(&pointer) });
        }
        schemes
    }

    /// The ways to authorise a call; see [`Operation::security`](crate::api::Operation::security).
    pub(super) fn security(
        &mut self,
        stated: Option<&[SecurityRequirement]>,
        pointer: &Pointer,
        schemes: &[SecurityScheme],
    ) -> Vec<Vec<Requirement>> {
        let Some(stated) = stated else { return Vec::new() };
        if stated.is_empty() {
            return vec![Vec::new()];
        }
        let pointer = pointer.key("security");
        let mut ways = Vec::with_capacity(stated.len());
        for (index, requirement) in stated.iter().enumerate() {
            let pointer = pointer.index(index);
            let mut way = Vec::with_capacity(requirement.len());
            for (name, scopes) in requirement {
                if let Some(scheme) = schemes.iter().position(|scheme| scheme.name == *name) {
                    way.push(Requirement { scheme, scopes: scopes.clone() });
                } else {
                    let place = self.key(&pointer.key(name));
                    self.undeclared.entry(name.clone()).or_insert((place, 0)).1 += 1;
                }
            }
            // A way that cannot be gone whole is none.
            if way.len() == requirement.len() {
                ways.push(way);
            }
        }
        ways
    }
}

impl Lowering<'_> {
    /// Reports the schemes that are not declared, each where it is asked for first.
    pub(super) fn undeclared_schemes(&mut self, schemes: &[SecurityScheme]) {
        for (name, (place, count)) in std::mem::take(&mut self.undeclared) {
            let similar = spelling::nearest(&name, schemes.iter().map(|scheme| scheme.name.as_str()));
            self.say(mistake::undeclared_scheme(place, &name, count, similar));
        }
    }
}

fn kind_of(scheme: &openapiv3::SecurityScheme) -> (SecurityKind, Docs) {
    let (kind, description, lines) = match scheme {
        openapiv3::SecurityScheme::APIKey { location, name, description, extensions: _ } => {
            let location = match location {
                APIKeyLocation::Query => ApiKeyIn::Query,
                APIKeyLocation::Header => ApiKeyIn::Header,
                APIKeyLocation::Cookie => ApiKeyIn::Cookie,
            };
            (SecurityKind::ApiKey(location, name.clone()), description, Vec::new())
        }
        openapiv3::SecurityScheme::HTTP { scheme, bearer_format, description, extensions: _ } => {
            let lines = bearer_format.iter().map(|format| format!("Format of the token: {format}.")).collect();
            (SecurityKind::Http(scheme.to_ascii_lowercase()), description, lines)
        }
        openapiv3::SecurityScheme::OAuth2 { flows, description, extensions: _ } => {
            (SecurityKind::Token, description, flow_lines(flows))
        }
        openapiv3::SecurityScheme::OpenIDConnect { open_id_connect_url, description, extensions: _ } => {
            (SecurityKind::Token, description, vec![format!("OpenID Connect discovery: <{open_id_connect_url}>.")])
        }
    };
    let mut docs = docs::described(description.as_ref());
    for line in &lines {
        docs.description = docs::joined(docs.description, Some(line));
    }
    (kind, docs)
}

/// What the flows say to a reader: the caller comes by the token elsewhere. Writing to a text cannot fail.
fn flow_lines(flows: &OAuth2Flows) -> Vec<String> {
    let OAuth2Flows { implicit, password, client_credentials, authorization_code, extensions: _ } = flows;
    let mut lines = Vec::new();
    if let Some(flow) = implicit {
        let ImplicitOAuth2Flow { authorization_url, refresh_url, scopes, extensions: _ } = flow;
        lines.push(flow_line("implicit", Some(authorization_url), None, refresh_url.as_ref(), scopes.iter()));
    }
    if let Some(flow) = password {
        let PasswordOAuth2Flow { refresh_url, token_url, scopes, extensions: _ } = flow;
        lines.push(flow_line("password", None, Some(token_url), refresh_url.as_ref(), scopes.iter()));
    }
    if let Some(flow) = client_credentials {
        let ClientCredentialsOAuth2Flow { refresh_url, token_url, scopes, extensions: _ } = flow;
        lines.push(flow_line("client credentials", None, Some(token_url), refresh_url.as_ref(), scopes.iter()));
    }
    if let Some(flow) = authorization_code {
        let AuthorizationCodeOAuth2Flow { authorization_url, token_url, refresh_url, scopes, extensions: _ } = flow;
        let (authorization, token) = (Some(authorization_url), Some(token_url));
        lines.push(flow_line("authorization code", authorization, token, refresh_url.as_ref(), scopes.iter()));
    }
    lines
}

fn flow_line<'f>(
    flow: &str,
    authorization: Option<&String>,
    token: Option<&String>,
    refresh: Option<&String>,
    scopes: impl Iterator<Item = (&'f String, &'f String)>,
) -> String {
    let mut line = format!("OAuth 2.0 flow: {flow}.");
    for (what, url) in [("Authorization", authorization), ("Token", token), ("Refresh", refresh)] {
        if let Some(url) = url {
            let _ = write!(line, " {what}: <{url}>.");
        }
    }
    let mut scopes = scopes.peekable();
    if scopes.peek().is_some() {
        line.push_str(" Scopes:\n");
        for (scope, meaning) in scopes {
            let colon = if meaning.is_empty() { "" } else { ": " };
            let _ = write!(line, "\n- `{scope}`{colon}{meaning}");
        }
    }
    line
}
