//! The functions of operations, their replies and errors.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::spelling::path_tokens;
use crate::rust::Ident;
use crate::rust::body::{Arm, Becomes, Encode, OperationBody, Read, ReadBody, ReadHeader, Statuses};

impl ToTokens for OperationBody {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Start { operation, required, optional } => {
                let required = required.iter().map(|(field, into)| set(field, *into));
                quote! {
                    #operation {
                        call: self.pipeline.call(),
                        #(#required,)*
                        #(#optional: None,)*
                    }
                }
            }
            Self::Set { field, into } => {
                let value = if *into { quote!(#field.into()) } else { quote!(#field) };
                quote! {
                    self.#field = Some(#value);
                    self
                }
            }
            Self::Customize => quote!(Customize::new(self)),
            Self::Send => quote!(self.call.send(&self).await),
            Self::SendBlocking => quote!(self.call.send_blocking(&self)),
            Self::Wait(waiter) => quote!(Wait::new(self, Self::#waiter)),
            Self::Snapshots => quote!(self.wait().snapshots()),
            Self::IntoFuture => quote!(Box::pin(self.send())),
            Self::Call => quote!(&self.call),
            Self::CallMut => quote!(&mut self.call),
            Self::Check(checks) => quote!(#(#checks;)*),
            Self::Encode(steps) => quote!(request #(#steps)*;),
            Self::Decode(arms) => quote!(match reply.status() { #(#arms,)* }),
            Self::HeaderText(wire) => quote!(self.0.header_text(#wire)),
            Self::HeaderParsed(wire) => quote!(self.0.header(#wire)),
            Self::RetryAfter => quote!(self.0.retry_after()),
            Self::ErrorHeaderText(wire) => quote!(self.received().header_text(#wire)),
            Self::ErrorHeaderParsed(wire) => quote!(self.received().header(#wire)),
            Self::ErrorRetryAfter => quote!(self.received().retry_after()),
            Self::IntoBody => quote!(self.0.into_body()),
            Self::IntoResponse => quote!(self.0),
            Self::Deref => quote!(&self.0),
            Self::Received => quote!(self.0.received()),
            Self::Violations => quote!(self.0.violations()),
            Self::ErrorReceived(arms) => each(arms, &quote!(reply.received())),
            Self::ErrorViolations(arms) => each(arms, &quote!(reply.violations())),
        });
    }
}

fn set(field: &Ident, into: bool) -> TokenStream {
    if into { quote!(#field: #field.into()) } else { quote!(#field) }
}

/// The same for every variant.
fn each(groups: &[Vec<Ident>], then: &TokenStream) -> TokenStream {
    if groups.is_empty() {
        return quote!(match *self {});
    }
    let arms = groups.iter().map(|variants| quote!(#(Self::#variants(reply))|* => #then));
    quote!(match self { #(#arms,)* })
}

impl ToTokens for Encode {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Path(literal) => quote!(.path(#literal)),
            Self::PathParameter(wire, field) => quote!(.path_parameter(#wire, &self.#field)),
            Self::Query(wire, repeated, field) => {
                let style = if *repeated { quote!(Style::Repeated) } else { quote!(Style::Commas) };
                quote!(.query(#wire, #style, &self.#field))
            }
            Self::Header(wire, field) => quote!(.header(#wire, &self.#field)),
            Self::Json(media, field, false) => quote!(.json(#media, Some(&self.#field))),
            Self::Json(media, field, true) => quote!(.json(#media, self.#field.as_ref())),
            Self::Body(media, field, false) => quote!(.body(#media, Some(self.#field.clone()))),
            Self::Body(media, field, true) => quote!(.body(#media, self.#field.clone())),
        });
    }
}

impl ToTokens for Arm {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { statuses, becomes } = self;
        tokens.extend(quote!(#statuses => #becomes));
    }
}

impl ToTokens for Statuses {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Code(code) => Literal::u16_unsuffixed(*code).to_tokens(tokens),
            Self::Range(first, last) => {
                let (first, last) = (Literal::u16_unsuffixed(*first), Literal::u16_unsuffixed(*last));
                // A guard, because a single status may lie within.
                tokens.extend(quote!(status if (#first..=#last).contains(&status)));
            }
            Self::Any => tokens.extend(quote!(_)),
        }
    }
}

impl ToTokens for Becomes {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let becomes = match self {
            Self::Reply { reply, variant: None, read } => quote!(Ok(#reply(#read))),
            Self::Reply { reply, variant: Some((bodies, variant)), read } => {
                let bodies = path_tokens(bodies);
                let constructor = quote!(#bodies::#variant);
                let map = if matches!(read.body, ReadBody::Empty) { quote!(|()| #constructor) } else { constructor };
                quote!(Ok(#reply(#read.map(#map))))
            }
            Self::Error(errors, variant, read) => quote!(Err(#errors::#variant(#read).into())),
            Self::Unexpected => quote!(Err(reply.unexpected().into())),
        };
        tokens.extend(match self {
            // Apart from the body, which reads better than one long chain.
            Self::Reply { read: Read { headers, .. }, .. } | Self::Error(_, _, Read { headers, .. })
                if !headers.is_empty() =>
            {
                quote! {{
                    let reply = reply #(#headers)*;
                    #becomes
                }}
            }
            _ => becomes,
        });
    }
}

impl ToTokens for Read {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let body = match &self.body {
            ReadBody::Json(None, _) => quote!(.json()?),
            ReadBody::Json(Some(ty), bounds) if bounds.is_empty() => quote!(.json::<#ty>()?),
            ReadBody::Json(Some(ty), bounds) => quote!(.json_within::<#ty>(|body| { body #(#bounds)*; })?),
            ReadBody::Text => quote!(.text()?),
            ReadBody::Bytes => quote!(.bytes()),
            ReadBody::Empty => quote!(.empty()),
        };
        tokens.extend(quote!(reply #body));
    }
}

impl ToTokens for ReadHeader {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { wire, ty, required, bounds } = self;
        tokens.extend(match ty {
            None => quote!(.retry_after_header(#required)),
            Some(ty) if bounds.is_empty() => quote!(.header::<#ty>(#wire, #required)),
            Some(ty) => quote!(.header_within::<#ty>(#wire, #required, |value| { value #(#bounds)*; })),
        });
    }
}
