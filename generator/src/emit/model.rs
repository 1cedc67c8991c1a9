//! The functions of models, and checks.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::spelling::path_tokens;
use crate::rust::body::{Bound, Check, DefaultAccess, Given, ModelBody, Outer, Subject, Wrap};

impl ToTokens for ModelBody {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Validate => quote!(trueform_runtime::validate(self)),
            Self::Check(checks) => quote!(#(#checks;)*),
            Self::New { required, others } => {
                let others = others.iter().map(|(field, outer)| {
                    let nothing = match outer {
                        Outer::Plain => quote!(Map::new()),
                        Outer::Option => quote!(None),
                        Outer::Presence => quote!(Presence::Absent),
                    };
                    quote!(#field: #nothing)
                });
                quote! {
                    Self {
                        #(#required: required.#required,)*
                        #(#others,)*
                    }
                }
            }
            Self::Empty => quote!(Self::default()),
            Self::With { field, wrap, into } => {
                let value = if *into { quote!(#field.into()) } else { quote!(#field) };
                let value = wrapped(*wrap, &value);
                quote! {
                    self.#field = #value;
                    self
                }
            }
            Self::Constant(value) => value.to_token_stream(),
            Self::Default { field, access, nullable: false, default } => match access {
                DefaultAccess::Copied => quote!(self.#field.unwrap_or(#default)),
                DefaultAccess::Text => quote!(self.#field.as_deref().unwrap_or(#default)),
                DefaultAccess::Cloned => quote!(self.#field.clone().unwrap_or(#default)),
                DefaultAccess::Made => quote!(self.#field.clone().unwrap_or_else(|| #default)),
            },
            Self::Default { field, access, nullable: true, default } => {
                let (field, value) = match access {
                    DefaultAccess::Copied => (quote!(self.#field), quote!(value)),
                    DefaultAccess::Text => (quote!(&self.#field), quote!(value)),
                    DefaultAccess::Cloned | DefaultAccess::Made => (quote!(&self.#field), quote!(value.clone())),
                };
                quote! {
                    match #field {
                        Presence::Absent => Some(#default),
                        Presence::Null => None,
                        Presence::Present(value) => Some(#value),
                    }
                }
            }
        });
    }
}

fn wrapped(wrap: Wrap, value: &TokenStream) -> TokenStream {
    let value = if wrap.boxed { quote!(Box::new(#value)) } else { quote!(#value) };
    match wrap.outer {
        Outer::Plain => value,
        Outer::Option => quote!(Some(#value)),
        Outer::Presence => quote!(Presence::Present(#value)),
    }
}

impl ToTokens for Check {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { subject, field, bounds } = self;
        let call = match subject {
            Subject::Property(wire) => quote!(checker.property(#wire, &self.#field)),
            Subject::Undeclared => quote!(checker.undeclared(&self.#field)),
            Subject::Rest => quote!(checker.rest(&self.#field)),
            Subject::Properties(always, optional, rest) => {
                let always = (*always > 0).then(|| Literal::usize_unsuffixed(*always).to_token_stream());
                let optional = optional.iter().map(|(field, outer)| match outer {
                    Outer::Presence => quote!(usize::from(!self.#field.is_absent())),
                    Outer::Plain | Outer::Option => quote!(usize::from(self.#field.is_some())),
                });
                let rest = rest.iter().map(|field| quote!(self.#field.len()));
                let terms = always.into_iter().chain(optional).chain(rest);
                quote!(checker.properties(#(#terms)+*))
            }
            Subject::This => quote! {
                Validate::check(&self.#field, checker);
                checker.value(&self.#field)
            },
            Subject::Path(wire) => quote!(checker.path_parameter(#wire, &self.#field)),
            Subject::Query(wire) => quote!(checker.query(#wire, &self.#field)),
            Subject::Header(wire) => quote!(checker.header(#wire, &self.#field)),
            Subject::Body => quote!(checker.body(&self.#field)),
        };
        tokens.extend(quote!(#call #(#bounds)*));
    }
}

impl ToTokens for Bound {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { method, given } = self;
        let method = format_ident!("{method}");
        tokens.extend(quote!(.#method(#given)));
    }
}

impl ToTokens for Given {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Nothing => {}
            Self::Constant(constant) => path_tokens(constant).to_tokens(tokens),
            Self::Static(name) => {
                let name = path_tokens(name);
                tokens.extend(quote!(&#name));
            }
            Self::Inner(bounds) => tokens.extend(quote!(|inner| { inner #(#bounds)*; })),
        }
    }
}
