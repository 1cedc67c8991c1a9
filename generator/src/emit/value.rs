//! Constant values.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use crate::rust::Value;
use crate::rust::facts::{OperationFacts, SecurityFacts, SecurityKind, ServerFacts, ServiceFacts, WaiterFacts};

impl ToTokens for Value {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Boolean(value) => value.to_token_stream(),
            Self::Integer(value) => integer(*value),
            Self::Float(value) => float(*value),
            Self::Text(text) => self::text(text),
            Self::Json(value) => quote!(Value::from(#value)),
            Self::Parsed(json) => {
                let json = self::text(json);
                quote!(trueform_runtime::literal(#json))
            }
            Self::Variants(variants) => quote!(&[#(Self::#variants),*]),
            Self::Variant(ty, variant) => quote!(#ty::#variant),
            Self::Pattern { ecma, regex } => {
                let (ecma, regex) = (self::text(ecma), self::text(regex));
                quote!(Pattern::new(#ecma, #regex))
            }
            Self::Operation(facts) => facts.to_token_stream(),
            Self::Waiter(facts) => facts.to_token_stream(),
            Self::Service(facts) => facts.to_token_stream(),
            Self::SecurityScheme(facts) => facts.to_token_stream(),
        });
    }
}

/// A text as a person would write it: raw where a backslash would need another.
fn text(text: &str) -> TokenStream {
    let plain = !text.contains('\\') || text.contains(['"', '\r', '\n']) || text.chars().any(char::is_control);
    let raw = (!plain).then(|| format!("r\"{text}\"").parse().ok()).flatten();
    raw.unwrap_or_else(|| text.to_token_stream())
}

/// A whole number as a person would write it: digits in groups of three.
fn integer(value: i128) -> TokenStream {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) && digits.len() > 4 {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    let literal: Literal = grouped.parse().expect("digits are a literal");
    if value < 0 { quote!(-#literal) } else { quote!(#literal) }
}

fn float(value: f64) -> TokenStream {
    let literal = Literal::f64_unsuffixed(value.abs());
    if value.is_sign_negative() { quote!(-#literal) } else { quote!(#literal) }
}

impl ToTokens for OperationFacts {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { id, path, accept, security, .. } = self;
        let method = format_ident!("{}", self.method);
        let alternatives = security.iter().map(|alternative| {
            let asked = alternative
                .iter()
                .map(|(scheme, scopes)| quote!(Requirement::new(&security::#scheme, &[#(#scopes),*])));
            quote!(&[#(#asked),*])
        });
        tokens.extend(quote! {
            OperationFacts {
                id: #id,
                method: Method::#method,
                path: #path,
                accept: #accept,
                security: &[#(#alternatives),*],
            }
        });
    }
}

impl ToTokens for WaiterFacts {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { name, state, outcomes, states, .. } = self;
        let progress = optional(self.progress.as_deref());
        let delay = optional(self.delay.as_deref());
        let outcomes = outcomes.iter().map(|(state, outcome)| {
            let outcome = format_ident!("{outcome}");
            quote!((#state, Outcome::#outcome))
        });
        quote! {
            Waiter {
                name: #name,
                state: #state,
                progress: #progress,
                delay: #delay,
                outcomes: &[#(#outcomes),*],
                states: &[#(#states),*],
            }
        }
        .to_tokens(tokens);
    }
}

impl ToTokens for ServiceFacts {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let servers = &self.servers;
        let request_id = optional(self.request_id.as_deref());
        let idempotency_key = optional(self.idempotency_key.as_deref());
        let error_code = optional(self.error_code.as_deref());
        let error_message = optional(self.error_message.as_deref());
        let help = optional(self.help.as_deref());
        let headers = self.headers.iter().map(|(name, value)| quote!((#name, #value)));
        let retryable = self.retryable.iter().map(|(status, codes)| {
            let status = Literal::u16_unsuffixed(*status);
            quote!(RetryableCode { status: #status, codes: &[#(#codes),*] })
        });
        let schemes = self.security.schemes.iter().map(|scheme| quote!(&security::#scheme));
        let stated = format_ident!("{}", if self.security.is_stated { "Stated" } else { "Unstated" });
        tokens.extend(quote! {
            Service {
                name: env!("CARGO_PKG_NAME"),
                version: env!("CARGO_PKG_VERSION"),
                servers: &[#(#servers),*],
                request_id: #request_id,
                idempotency_key: #idempotency_key,
                error_code: #error_code,
                error_message: #error_message,
                headers: &[#(#headers),*],
                retryable: &[#(#retryable),*],
                help: #help,
                security: Security::#stated(&[#(#schemes),*]),
            }
        });
    }
}

fn optional(text: Option<&str>) -> TokenStream {
    text.map_or_else(|| quote!(None), |text| quote!(Some(#text)))
}

impl ToTokens for ServerFacts {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let url = &self.url;
        let variables = self.variables.iter().map(|(name, default, values)| {
            quote!(ServerVariable { name: #name, default: #default, values: &[#(#values),*] })
        });
        tokens.extend(quote!(Server { url: #url, variables: &[#(#variables),*] }));
    }
}

impl ToTokens for SecurityFacts {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = &self.name;
        let kind = match &self.kind {
            SecurityKind::Http(word) => quote!(SecurityKind::Http(#word)),
            SecurityKind::ApiKey(location, key) => {
                let location = format_ident!("{location}");
                quote!(SecurityKind::ApiKey { location: ApiKeyIn::#location, name: #key })
            }
            SecurityKind::Token => quote!(SecurityKind::Token),
        };
        tokens.extend(quote!(SecurityScheme { name: #name, kind: #kind }));
    }
}
