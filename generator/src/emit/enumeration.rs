//! The functions of open enumerations.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::body::EnumerationBody;

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
            Self::FromStr => quote!(Ok(Self::from(text))),
            Self::Display => quote!(formatter.pad(self.as_str())),
            Self::Serialize => quote!(serializer.serialize_str(self.as_str())),
            Self::Deserialize => quote!(trueform_runtime::open_enum::deserialize(deserializer)),
        });
    }
}
