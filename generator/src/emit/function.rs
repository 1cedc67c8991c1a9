//! Functions: their heads; bodies stand in the modules beside.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::spelling::{deprecated, feature, path_tokens};
use crate::rust::{Body, Function, Receiver};

impl ToTokens for Function {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, visibility, name, body, .. } = self;
        let deprecated = deprecated(self.deprecated);
        let feature = feature(self.feature);
        let must_use = self.must_use.then(|| quote!(#[must_use]));
        let is_async = self.is_async.then(|| quote!(async));
        let generic = self.generic.as_ref().map(|(name, bound)| {
            let name = path_tokens(name);
            quote!(<#name: #bound>)
        });
        let receiver = self.receiver.to_token_stream();
        let parameters = self.parameters.iter().map(|(name, ty)| quote!(#name: #ty));
        let arguments = (!receiver.is_empty()).then_some(receiver).into_iter().chain(parameters);
        let returns = self.returns.as_ref().map(|ty| quote!(-> #ty));
        tokens.extend(quote! {
            #docs
            #deprecated
            #must_use
            #feature
            #visibility #is_async fn #name #generic (#(#arguments),*) #returns {
                #body
            }
        });
    }
}

impl ToTokens for Receiver {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::None => {}
            Self::Ref => tokens.extend(quote!(&self)),
            Self::Mut => tokens.extend(quote!(&mut self)),
            Self::Value => tokens.extend(quote!(self)),
            Self::MutValue => tokens.extend(quote!(mut self)),
        }
    }
}

impl ToTokens for Body {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Enumeration(body) => body.to_tokens(tokens),
            Self::Choice(body) => body.to_tokens(tokens),
            Self::AnyOf(body) => body.to_tokens(tokens),
            Self::Model(body) => body.to_tokens(tokens),
            Self::Operation(body) => body.to_tokens(tokens),
            Self::Client(body) => body.to_tokens(tokens),
        }
    }
}
