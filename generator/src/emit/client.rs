//! The functions of the client and its builder.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::body::ClientBody;

impl ToTokens for ClientBody {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Builder => quote!(ClientBuilder { pipeline: Pipeline::builder(&SERVICE) }),
            Self::Forward(name, parameters) => quote! {
                self.pipeline = self.pipeline.#name(#(#parameters),*);
                self
            },
            Self::ServerVariable(wire, name) => quote! {
                self.pipeline = self.pipeline.server_variable(#wire, #name);
                self
            },
            Self::Build => quote!(Ok(Client { pipeline: self.pipeline.build()? })),
        });
    }
}
