//! Items.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::spelling::{deprecated, feature, path_tokens};
use crate::rust::{
    Alias, Constant, Enum, Field, Fields, Impl, ImplItem, Item, Module, OpenEnum, Reexport, Serde, Static, Struct,
    Variant,
};

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Module(item) => item.to_tokens(tokens),
            Self::Reexport(item) => item.to_tokens(tokens),
            Self::Struct(item) => item.to_tokens(tokens),
            Self::Enum(item) => item.to_tokens(tokens),
            Self::Alias(item) => item.to_tokens(tokens),
            Self::Constant(item) => item.to_tokens(tokens),
            Self::Static(item) => item.to_tokens(tokens),
            Self::Impl(item) => item.to_tokens(tokens),
            Self::OpenEnum(item) => item.to_tokens(tokens),
        }
    }
}

impl ToTokens for Module {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, visibility, name, .. } = self;
        let feature = feature(self.feature);
        tokens.extend(quote!(#docs #feature #visibility mod #name;));
    }
}

impl ToTokens for Reexport {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let docs = &self.docs;
        let feature = feature(self.feature);
        let names = self.names.iter().map(|name| path_tokens(name));
        let path = (!self.path.is_empty()).then(|| {
            let path = path_tokens(&self.path);
            quote!(#path::)
        });
        match self.names.as_slice() {
            [_] => tokens.extend(quote!(#docs #feature pub use #path #(#names)*;)),
            _ => tokens.extend(quote!(#docs #feature pub use #path {#(#names),*};)),
        }
    }
}

impl ToTokens for Struct {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, name, fields, .. } = self;
        let derives = self.derives.iter().map(|derive| path_tokens(derive));
        let deprecated = deprecated(self.deprecated);
        let must_use = self.must_use.map(|reason| quote!(#[must_use = #reason]));
        let non_exhaustive = self.non_exhaustive.then(|| quote!(#[non_exhaustive]));
        let transparent = self.transparent.then(|| quote!(#[serde(transparent)]));
        tokens.extend(quote! {
            #docs
            #deprecated
            #[derive(#(#derives),*)]
            #transparent
            #non_exhaustive
            #must_use
            pub struct #name #fields
        });
    }
}

impl ToTokens for Fields {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Named(fields) => tokens.extend(quote!({ #(#fields),* })),
            Self::Tuple(visibility, ty) => tokens.extend(quote!((#visibility #ty);)),
        }
    }
}

impl ToTokens for Field {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, visibility, name, ty, serde, .. } = self;
        let deprecated = deprecated(self.deprecated);
        let serde = (!serde.is_empty()).then(|| quote!(#[serde(#(#serde),*)]));
        let unread = self.unread.map(|reason| quote!(#[expect(dead_code, reason = #reason)]));
        tokens.extend(quote!(#docs #deprecated #serde #unread #visibility #name: #ty));
    }
}

impl ToTokens for Serde {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Rename(wire) => quote!(rename = #wire),
            Self::Default => quote!(default),
            Self::SkipIf(path) => quote!(skip_serializing_if = #path),
            Self::DeserializeWith(path) => quote!(deserialize_with = #path),
            Self::Flatten => quote!(flatten),
        });
    }
}

impl ToTokens for Enum {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, name, variants, .. } = self;
        let derives = self.derives.iter().map(|derive| path_tokens(derive));
        let deprecated = deprecated(self.deprecated);
        tokens.extend(quote! {
            #docs
            #deprecated
            #[derive(#(#derives),*)]
            #[non_exhaustive]
            pub enum #name { #(#variants),* }
        });
    }
}

impl ToTokens for Variant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, name, holds, .. } = self;
        let holds = holds.as_ref().map(|ty| quote!((#ty)));
        let default = self.default.then(|| quote!(#[default]));
        tokens.extend(quote!(#docs #default #name #holds));
    }
}

impl ToTokens for Alias {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, name, ty, .. } = self;
        let deprecated = deprecated(self.deprecated);
        tokens.extend(quote!(#docs #deprecated pub type #name = #ty;));
    }
}

impl ToTokens for Constant {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, visibility, name, ty, value } = self;
        tokens.extend(quote!(#docs #visibility const #name: #ty = #value;));
    }
}

impl ToTokens for Static {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { docs, visibility, name, ty, value } = self;
        tokens.extend(quote!(#docs #visibility static #name: #ty = #value;));
    }
}

impl ToTokens for Impl {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { of, on, items, .. } = self;
        let lifetime = self.lifetime.map(|name| {
            let lifetime = syn::Lifetime::new(&format!("'{name}"), proc_macro2::Span::call_site());
            quote!(<#lifetime>)
        });
        let of = of.as_ref().map(|of| quote!(#of for));
        tokens.extend(quote!(impl #lifetime #of #on { #(#items)* }));
    }
}

impl ToTokens for ImplItem {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Constant(item) => item.to_tokens(tokens),
            Self::Type(name, ty) => tokens.extend(quote!(type #name = #ty;)),
            Self::Function(function) => function.to_tokens(tokens),
        }
    }
}

impl ToTokens for OpenEnum {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let name = &self.name;
        let others = self.others.then(|| quote!(, others may come));
        tokens.extend(quote!(trueform_runtime::open_enum!(#name #others);));
    }
}
