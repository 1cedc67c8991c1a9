//! Identifiers, types and docs.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};

use crate::rust::{Documentation, Ident, Type, Visibility};

impl ToTokens for Ident {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ident = match self.as_str().strip_prefix("r#") {
            Some(bare) => proc_macro2::Ident::new_raw(bare, Span::call_site()),
            None if self.as_str() == "_" => return tokens.extend(quote!(_)),
            // The field of a tuple struct.
            None if self.as_str() == "0" => return proc_macro2::Literal::usize_unsuffixed(0).to_tokens(tokens),
            None => proc_macro2::Ident::new(self.as_str(), Span::call_site()),
        };
        tokens.append(ident);
    }
}

impl ToTokens for Type {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Path { path, arguments, .. } => {
                path_tokens(path).to_tokens(tokens);
                if !arguments.is_empty() {
                    tokens.extend(quote!(< #(#arguments),* >));
                }
            }
            Self::Reference(ty) => tokens.extend(quote!(&#ty)),
            Self::Static(ty) => tokens.extend(quote!(&'static #ty)),
            Self::Mutable(ty) => tokens.extend(quote!(&mut #ty)),
            Self::Slice(ty) => tokens.extend(quote!([#ty])),
            Self::Impl(ty) => tokens.extend(quote!(impl #ty)),
            Self::Unit => tokens.extend(quote!(())),
        }
    }
}

/// A path as spelled in model 2, for example `models::Pet` or `fmt::Formatter<'_>`.
pub(super) fn path_tokens(path: &str) -> TokenStream {
    if path.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return proc_macro2::Ident::new(path, Span::call_site()).into_token_stream();
    }
    path.parse().expect("model 2 spells only paths that Rust can read")
}

impl ToTokens for Documentation {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in &self.0 {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}

impl ToTokens for Visibility {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Public => tokens.extend(quote!(pub)),
            Self::Crate => tokens.extend(quote!(pub(crate))),
            Self::Private => {}
        }
    }
}

/// `#[deprecated]`
pub(super) fn deprecated(deprecated: bool) -> Option<TokenStream> {
    deprecated.then(|| quote!(#[deprecated = "the document of the API deprecates it"]))
}

/// `#[cfg(feature = "…")]`
pub(super) fn feature(feature: Option<&str>) -> Option<TokenStream> {
    feature.map(|feature| quote!(#[cfg(feature = #feature)]))
}
