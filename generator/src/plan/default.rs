//! Defaults: what gives them, because nothing is put in the place of what is absent.

use super::Context;
use super::documentation::code;
use super::types::From;
use crate::api::{self, TypeId};
use crate::diagnostic::{Report, plan as mistakes};
use crate::rust::body::{DefaultAccess, ModelBody};
use crate::rust::{Body, Constant, Documentation, Function, Ident, Receiver, Visibility};
use crate::source::{On, Place, SourceId};

impl Context<'_> {
    /// What gives the default of a property: an accessor where the property may be absent, else a constant.
    pub(super) fn default_of(
        &self,
        field: &api::Field,
        name: &Ident,
        (inner, nullable): (TypeId, bool),
        required: bool,
        boxed: bool,
        report: &mut Report,
    ) -> Option<(Vec<Function>, Vec<Constant>)> {
        let default = field.default.as_ref().or(self.api.types[field.ty].default.as_ref())?;
        // Null is what absence means already, and a type that a person has chosen has defaults of its own.
        if *default == api::Literal::Null || self.is_replaced(inner) || boxed {
            let place = Place { source: SourceId::Document, pointer: field.at.key("default"), on: On::Value };
            report.push(mistakes::default_without_accessor(place));
            return None;
        }
        let planned = self.made_default(inner, default, From::Models);
        if required && planned.access != DefaultAccess::Made {
            let constant = super::literal::default_constant(name, &field.wire, planned, default);
            return Some((Vec::new(), vec![constant]));
        }
        let stated = code(&default.to_json());
        let function = if required {
            Function {
                docs: Documentation::line(format!("The default of {}: {stated}.", code(&field.wire))),
                returns: Some(planned.returns),
                ..Function::new(name.suffixed("_default"), Body::Model(ModelBody::Constant(planned.value)))
            }
        } else {
            let (field_name, default) = (name.clone(), planned.value);
            let body = ModelBody::Default { field: field_name, access: planned.access, nullable, default };
            Function {
                docs: Documentation::line(format!("{}, or {stated} where it is absent.", code(&field.wire))),
                receiver: Receiver::Ref,
                returns: Some(if nullable { planned.returns.option() } else { planned.returns }),
                ..Function::new(name.suffixed("_or_default"), Body::Model(body))
            }
        };
        let accessor = Function { must_use: true, visibility: Some(Visibility::Public), ..function };
        Some((vec![accessor], Vec::new()))
    }
}
