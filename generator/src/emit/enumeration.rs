//! The functions of open enumerations.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::body::{Enumerated, EnumerationBody};

impl ToTokens for EnumerationBody {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::AsStr(pairs) => {
                let arms = pairs.iter().map(|(variant, wire)| quote!(Self::#variant => #wire));
                quote! {
                    match self {
                        #(#arms,)*
                        Self::Unknown(value) => value.as_str(),
                    }
                }
            }
            Self::FromText(pairs) => {
                let arms = pairs.iter().map(|(variant, wire)| quote!(#wire => Self::#variant));
                quote! {
                    match text {
                        #(#arms,)*
                        unknown => Self::Unknown(UnknownValue::new(unknown)),
                    }
                }
            }
            Self::Value(pairs, of) => {
                let arms = pairs.iter().map(|(variant, value)| quote!(Self::#variant => #value));
                let unknown = match of {
                    Enumerated::Integer | Enumerated::Number => quote!(*value.get()),
                    Enumerated::Any => quote!(value.get().clone()),
                };
                quote! {
                    match self {
                        #(#arms,)*
                        Self::Unknown(value) => #unknown,
                    }
                }
            }
            Self::FromValue(pairs, Enumerated::Integer) => {
                let arms = pairs.iter().map(|(variant, value)| quote!(#value => Self::#variant));
                quote! {
                    match value {
                        #(#arms,)*
                        unknown => Self::Unknown(UnknownValue::of(unknown)),
                    }
                }
            }
            Self::FromValue(..) => quote! {
                let known = Self::VALUES.iter().find(|known| known.value() == value);
                known.cloned().unwrap_or_else(|| Self::Unknown(UnknownValue::of(value)))
            },
            Self::DisplayValue => quote!(fmt::Display::fmt(&self.value(), formatter)),
            Self::SerializeValue => quote!(self.value().serialize(serializer)),
            Self::DeserializeValue(base) => quote!(#base::deserialize(deserializer).map(Self::from)),
            Self::Check => quote! {
                if let Self::Unknown(value) = self {
                    Validate::check(value, checker);
                }
            },
        });
    }
}
