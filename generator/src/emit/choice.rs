//! The functions of choices.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::body::{AnyOfBody, ChoiceBody, Tagged};

impl ToTokens for ChoiceBody {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::From { variant, boxed: false } => quote!(Self::#variant(value)),
            Self::From { variant, boxed: true } => quote!(Self::#variant(Box::new(value))),
            Self::Write(variants) => {
                let arms = variants.iter().map(|(variant, tag)| match tag {
                    None => quote!(Self::#variant(value) => value.serialize(serializer)),
                    Some((tag, said)) => quote! {
                        Self::#variant(value) => trueform_runtime::choice::tagged(serializer, #tag, #said, value)
                    },
                });
                quote! {
                    match self {
                        #(#arms,)*
                        Self::Unknown(value) => value.serialize(serializer),
                    }
                }
            }
            Self::Read(variants, keys) => {
                let tried = tried(variants);
                let by_key = (!keys.is_empty()).then(|| {
                    let names = keys.iter().map(|(key, _)| key);
                    let arms = keys.iter().map(|(key, variant)| quote!(Some(#key) => choice.first(Self::#variant)));
                    quote! {
                        let choice = match choice.key(&[#(#names),*]) {
                            #(#arms,)*
                            _ => choice,
                        };
                    }
                });
                quote! {
                    let choice = trueform_runtime::choice::read(deserializer)?;
                    #by_key
                    Ok(choice #tried)
                }
            }
            Self::ReadTagged(tagged) => read_tagged(tagged),
            Self::Check(variants, tag) => {
                let arms = variants.iter().map(|(variant, bounds)| {
                    if bounds.is_empty() {
                        return quote!(Self::#variant(value) => Validate::check(value, checker));
                    }
                    quote! {
                        Self::#variant(value) => {
                            Validate::check(value, checker);
                            checker.value(value) #(#bounds)*;
                        }
                    }
                });
                let unknown = tag.as_ref().map_or_else(
                    || quote!(Self::Unknown(_) => checker.no_alternative()),
                    |tag| quote!(Self::Unknown(value) => checker.unknown_tag(#tag, value.get())),
                );
                quote! {
                    match self {
                        #(#arms,)*
                        #unknown,
                    }
                }
            }
        });
    }
}

fn read_tagged(Tagged { tag, arms, others, variants }: &Tagged) -> TokenStream {
    let arms = arms.iter().map(|(values, variants)| match variants.as_slice() {
        [only] => quote!(Some(#(#values)|*) => choice.only(Self::#only)),
        several => {
            let tried = tried(several);
            quote!(Some(#(#values)|*) => Ok(choice #tried))
        }
    });
    let tried_others = match others.as_slice() {
        [] => quote!(.unknown(Self::Unknown)),
        others => tried(others),
    };
    let tried = tried(variants);
    quote! {
        let choice = trueform_runtime::choice::read_tagged(deserializer, #tag)?;
        match choice.tag() {
            #(#arms,)*
            Some(_) => Ok(choice #tried_others),
            None => Ok(choice #tried),
        }
    }
}

/// `.or(Self::A).or(Self::B).or_unknown(Self::Unknown)`
fn tried(variants: &[crate::rust::Ident]) -> TokenStream {
    quote!(#(.or(Self::#variants))* .or_unknown(Self::Unknown))
}

impl ToTokens for AnyOfBody {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Write(fields, unknown) => quote! {
                trueform_runtime::any_of::write(serializer, &[#(&self.#fields,)* &self.#unknown])
            },
            Self::Read(fields, unknown, any) => quote! {
                let mut #any = trueform_runtime::any_of::read(deserializer)?;
                #(let #fields = #any.candidate();)*
                Ok(Self { #(#fields: #any.keep(#fields),)* #unknown: #any.unknown() })
            },
            Self::Check(fields, unknown) => {
                let names = fields.iter().map(|(field, _)| field);
                let checks = fields.iter().map(|(field, bounds)| {
                    let bounds = (!bounds.is_empty()).then(|| quote!(checker.value(&self.#field) #(#bounds)*;));
                    quote!(Validate::check(&self.#field, checker); #bounds)
                });
                quote! {
                    #(#checks)*
                    checker.any_of(&[#(self.#names.is_some()),*], self.#unknown.is_some());
                }
            }
        });
    }
}
