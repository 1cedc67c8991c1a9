//! Parameters.

use openapiv3::{CookieStyle, ParameterData, ParameterSchemaOrContent, ReferenceOr};

use super::context::Lowering;
use super::docs;
use super::reference;
use crate::api::{Docs, Name, Owner, Parameter, ParameterIn, Scalar, Shape, Step, Style, Text, TypeId};
use crate::diagnostic::lower::operation as mistake;
use crate::source::Pointer;

/// The headers that OpenAPI leaves to what else it says: a parameter of such a name is ignored.
const RESERVED: [&str; 3] = ["accept", "content-type", "authorization"];

impl<'a> Lowering<'a> {
    /// A list of parameters, without those that are not honoured, which are reported.
    pub(super) fn parameters(
        &mut self,
        slots: &'a [ReferenceOr<openapiv3::Parameter>],
        pointer: &Pointer,
        within: &Owner,
    ) -> Vec<Parameter> {
        let mut parameters: Vec<Parameter> = Vec::with_capacity(slots.len());
        for (index, slot) in slots.iter().enumerate() {
            let pointer = pointer.index(index);
            let Some(parameter) = self.parameter(slot, &pointer, within) else { continue };
            if parameters.iter().any(|other| is_same(other, &parameter)) {
                let place = self.value(&pointer);
                self.say(mistake::parameter_twice(place, &parameter.wire));
            } else {
                parameters.push(parameter);
            }
        }
        parameters
    }

    fn parameter(
        &mut self,
        slot: &'a ReferenceOr<openapiv3::Parameter>,
        pointer: &Pointer,
        within: &Owner,
    ) -> Option<Parameter> {
        let (item, pointer) = self.resolve(slot, pointer)?;
        if let Some(parameter) = self.shared.parameters.get(&pointer) {
            return parameter.clone();
        }
        let owner = reference::owner(&pointer, within);
        let parameter = self.fresh_parameter(item, &pointer, &owner);
        self.shared.parameters.insert(pointer, parameter.clone());
        parameter
    }

    fn fresh_parameter(
        &mut self,
        item: &'a openapiv3::Parameter,
        pointer: &Pointer,
        owner: &Owner,
    ) -> Option<Parameter> {
        match item {
            openapiv3::Parameter::Query { parameter_data, allow_reserved, style, allow_empty_value } => {
                for (keyword, stated) in
                    [("allowReserved", *allow_reserved), ("allowEmptyValue", *allow_empty_value == Some(true))]
                {
                    if stated {
                        let place = self.key(&pointer.key(keyword));
                        self.say(mistake::query_permission(place, keyword));
                    }
                }
                let ty = self.parameter_type(parameter_data, pointer, owner);
                let style = self.query_style(style, parameter_data.explode, pointer);
                Some(self.put_together(parameter_data, ParameterIn::Query, ty, style, pointer))
            }
            openapiv3::Parameter::Header { parameter_data, style } => {
                if RESERVED.iter().any(|name| parameter_data.name.eq_ignore_ascii_case(name)) {
                    let place = self.value(pointer);
                    self.say(mistake::reserved_header(place, &parameter_data.name));
                    return None;
                }
                let ty = self.parameter_type(parameter_data, pointer, owner);
                let style = self.header_style(style, parameter_data.explode, ty, pointer);
                Some(self.put_together(parameter_data, ParameterIn::Header, ty, style, pointer))
            }
            openapiv3::Parameter::Path { parameter_data, style } => {
                let ty = self.parameter_type(parameter_data, pointer, owner);
                let style = self.path_style(style, parameter_data.explode, ty, pointer);
                Some(self.put_together(parameter_data, ParameterIn::Path, ty, style, pointer))
            }
            openapiv3::Parameter::Cookie { parameter_data, style } => {
                match style {
                    CookieStyle::Form => {}
                }
                let place = self.value(pointer);
                self.say(mistake::cookie(place, &parameter_data.name, parameter_data.required));
                None
            }
        }
    }

    fn parameter_type(&mut self, data: &'a ParameterData, pointer: &Pointer, owner: &Owner) -> TypeId {
        let step = Step::Parameter(data.name.clone());
        match &data.format {
            ParameterSchemaOrContent::Schema(schema) => self.schema(schema.into(), &pointer.key("schema"), owner, step),
            ParameterSchemaOrContent::Content(content) => {
                let place = self.key(&pointer.key("content"));
                self.say(mistake::content_of_parameter(place, content.keys().next()));
                self.plain_text(Name::Inline { within: owner.clone(), step }, pointer)
            }
        }
    }

    fn put_together(
        &mut self,
        data: &'a ParameterData,
        location: ParameterIn,
        ty: TypeId,
        style: Style,
        pointer: &Pointer,
    ) -> Parameter {
        let ParameterData {
            name,
            description,
            required,
            deprecated,
            format,
            example,
            examples,
            explode: _, // part of the style
            extensions,
        } = data;
        self.asked_name(extensions.iter(), pointer);
        let examples = self.examples(example.as_ref(), examples.iter(), extensions.iter(), pointer);
        self.null_in_text(ty, pointer);
        let (inner, inner_deprecated) = match format {
            ParameterSchemaOrContent::Schema(schema) => docs::held(schema.into()),
            ParameterSchemaOrContent::Content(_) => (Docs::default(), false),
        };
        Parameter {
            wire: name.clone(),
            location,
            ty,
            required: *required || location == ParameterIn::Path,
            style,
            docs: docs::and(Docs { examples, ..docs::described(description.as_ref()) }, inner),
            deprecated: deprecated.unwrap_or(false) || inner_deprecated,
            // Taken from the type when it has been checked.
            default: None,
            at: self.at(pointer),
        }
    }

    /// A parameter for a variable of the path that no parameter declares.
    pub(super) fn undeclared(&mut self, name: &str, pointer: &Pointer, within: &Owner) -> Parameter {
        let place = self.key(pointer);
        self.say(mistake::undeclared_variable(place, name));
        let inline = Name::Inline { within: within.clone(), step: Step::Parameter(name.to_owned()) };
        Parameter {
            wire: name.to_owned(),
            location: ParameterIn::Path,
            ty: self.plain_text(inline, pointer),
            required: true,
            style: Style::Commas,
            docs: Docs::default(),
            deprecated: false,
            default: None,
            at: self.at(pointer),
        }
    }

    /// A type of any text, where nothing better stands in.
    pub(super) fn plain_text(&mut self, name: Name, pointer: &Pointer) -> TypeId {
        let ty = self.bare(name, Shape::Scalar(Scalar::Text(Text::default())), pointer);
        self.types.push(ty)
    }
}

/// Whether two parameters are one to OpenAPI: header names differ by more than case.
pub(super) fn is_same(left: &Parameter, right: &Parameter) -> bool {
    left.location == right.location
        && match left.location {
            ParameterIn::Header => left.wire.eq_ignore_ascii_case(&right.wire),
            ParameterIn::Path | ParameterIn::Query => left.wire == right.wire,
        }
}
