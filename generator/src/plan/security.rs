//! The security schemes, and what the document says of authorising calls as a whole.

use super::Context;
use super::documentation::code;
use super::types::runtime;
use crate::api::{Api, ApiKeyIn, SecurityKind};
use crate::rust::facts::{self, SecurityFacts, ServiceSecurity};
use crate::rust::{Ident, Import, Item, Static, Value, Visibility};

/// The schemes that operations ask for. Where none does, and not all of them say that they need none, credentials go with
/// every call of those that say nothing: under what the document declares.
pub(super) fn whole(api: &Api, statics: &[Ident]) -> ServiceSecurity {
    let asked = |index: usize| {
        let mut requirements = api.operations.iter().flat_map(|operation| operation.security.iter().flatten());
        requirements.any(|requirement| requirement.scheme == index)
    };
    let named = |is: &dyn Fn(usize) -> bool| {
        statics.iter().enumerate().filter(|(index, _)| is(*index)).map(|(_, name)| name.clone()).collect()
    };
    let schemes: Vec<Ident> = named(&asked);
    if schemes.is_empty() && api.operations.iter().any(|operation| operation.security.is_empty()) {
        return ServiceSecurity { is_stated: false, schemes: named(&|_| true) };
    }
    ServiceSecurity { is_stated: true, schemes }
}

impl Context<'_> {
    /// The items of `security.rs`, and what they import beyond their types.
    pub(super) fn security(&self) -> (Vec<Item>, Vec<Import>) {
        let schemes = self.api.schemes.iter().zip(&self.schemes);
        let items = schemes.map(|(scheme, name)| {
            let kind = match &scheme.kind {
                SecurityKind::Http(word) => facts::SecurityKind::Http(word.clone()),
                SecurityKind::ApiKey(location, name) => facts::SecurityKind::ApiKey(
                    match location {
                        ApiKeyIn::Header => "Header",
                        ApiKeyIn::Query => "Query",
                        ApiKeyIn::Cookie => "Cookie",
                    },
                    name.clone(),
                ),
                SecurityKind::Token => facts::SecurityKind::Token,
            };
            let facts = SecurityFacts { name: scheme.name.clone(), kind };
            Item::Static(Static {
                docs: self.words(&scheme.docs, &format!("The security scheme {}.", code(&scheme.name))).finish(),
                visibility: Visibility::Public,
                name: name.clone(),
                ty: runtime("SecurityScheme"),
                value: Value::SecurityScheme(facts),
            })
        });
        let mut imports = vec![Import::new("trueform_runtime::SecurityKind")];
        if self.api.schemes.iter().any(|scheme| matches!(scheme.kind, SecurityKind::ApiKey(..))) {
            imports.push(Import::new("trueform_runtime::ApiKeyIn"));
        }
        (items.collect(), imports)
    }
}
