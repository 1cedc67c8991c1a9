//! What a JSON pointer means in the fixed-up tree.

use openapiv3::{
    AdditionalProperties, Example, Header, MediaType, OpenAPI, Operation, Parameter, ParameterSchemaOrContent,
    PathItem, ReferenceOr, RequestBody, Response, Responses, Schema, SecurityScheme, StatusCode,
};

use super::keywords::{Keywords, SchemaRef};

/// A node that a reference can mean, or that stands on the way to one.
#[derive(Clone, Copy)]
pub(super) enum Node<'a> {
    Schema(SchemaRef<'a>),
    Parameter(&'a ReferenceOr<Parameter>),
    Header(&'a ReferenceOr<Header>),
    Body(&'a ReferenceOr<RequestBody>),
    Response(&'a ReferenceOr<Response>),
    Example(&'a ReferenceOr<Example>),
    Scheme(&'a ReferenceOr<SecurityScheme>),
    PathItem(&'a ReferenceOr<PathItem>),
    Operation(&'a Operation),
    Media(&'a MediaType),
}

/// Where a walk ends.
pub(super) enum Step<'a> {
    /// The node.
    Found(Node<'a>),
    /// A reference stands on the way; the tokens are what is left behind it.
    Through { reference: &'a str, rest: Vec<String> },
    /// There is nothing of this name.
    Missing,
}

/// The node that `tokens` lead to.
pub(super) fn walk<'a>(openapi: &'a OpenAPI, tokens: &[String]) -> Step<'a> {
    let words: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let Some((mut node, mut rest)) = start(openapi, &words) else { return Step::Missing };
    while !rest.is_empty() {
        if let Some(reference) = node.reference() {
            return Step::Through { reference, rest: rest.iter().map(|&token| token.to_owned()).collect() };
        }
        match node.child(rest) {
            Some(next) => (node, rest) = next,
            None => return Step::Missing,
        }
    }
    Step::Found(node)
}

fn start<'a, 'w>(openapi: &'a OpenAPI, words: &'w [&'w str]) -> Option<(Node<'a>, &'w [&'w str])> {
    match words {
        ["paths", path, rest @ ..] => Some((Node::PathItem(openapi.paths.paths.get(*path)?), rest)),
        ["components", section, name, rest @ ..] => {
            let components = openapi.components.as_ref()?;
            let node = match *section {
                "schemas" => Node::Schema(components.schemas.get(*name)?.into()),
                "parameters" => Node::Parameter(components.parameters.get(*name)?),
                "headers" => Node::Header(components.headers.get(*name)?),
                "requestBodies" => Node::Body(components.request_bodies.get(*name)?),
                "responses" => Node::Response(components.responses.get(*name)?),
                "examples" => Node::Example(components.examples.get(*name)?),
                "securitySchemes" => Node::Scheme(components.security_schemes.get(*name)?),
                _ => return None,
            };
            Some((node, rest))
        }
        _ => None,
    }
}

impl<'a> Node<'a> {
    fn reference(self) -> Option<&'a str> {
        fn of<T>(slot: &ReferenceOr<T>) -> Option<&str> {
            match slot {
                ReferenceOr::Reference { reference } => Some(reference),
                ReferenceOr::Item(_) => None,
            }
        }
        match self {
            Self::Schema(SchemaRef::Reference(reference)) => Some(reference),
            Self::Parameter(slot) => of(slot),
            Self::Header(slot) => of(slot),
            Self::Body(slot) => of(slot),
            Self::Response(slot) => of(slot),
            Self::Example(slot) => of(slot),
            Self::Scheme(slot) => of(slot),
            Self::PathItem(slot) => of(slot),
            Self::Schema(SchemaRef::Item(_)) | Self::Operation(_) | Self::Media(_) => None,
        }
    }

    /// The next node, and the tokens behind it.
    fn child<'w>(self, words: &'w [&'w str]) -> Option<(Self, &'w [&'w str])> {
        match self {
            Self::Schema(SchemaRef::Item(schema)) => in_schema(schema, words),
            Self::Parameter(slot) => in_format(&slot.as_item()?.parameter_data_ref().format, words),
            Self::Header(slot) => in_format(&slot.as_item()?.format, words),
            Self::Body(slot) => in_content(&slot.as_item()?.content, words),
            Self::Response(slot) => in_response(slot.as_item()?, words),
            Self::PathItem(slot) => in_path_item(slot.as_item()?, words),
            Self::Operation(operation) => in_operation(operation, words),
            Self::Media(media) => match words {
                ["schema", rest @ ..] => Some((Self::Schema(media.schema.as_ref()?.into()), rest)),
                ["examples", name, rest @ ..] => Some((Self::Example(media.examples.get(*name)?), rest)),
                _ => None,
            },
            Self::Schema(SchemaRef::Reference(_)) | Self::Example(_) | Self::Scheme(_) => None,
        }
    }
}

fn in_schema<'a, 'w>(schema: &'a Schema, words: &'w [&'w str]) -> Option<(Node<'a>, &'w [&'w str])> {
    let keywords = Keywords::of(schema);
    let member = |members: &'a [ReferenceOr<Schema>], index: &str| {
        let index: usize = index.parse().ok()?;
        members.get(index).map(SchemaRef::from)
    };
    let (schema, rest) = match words {
        ["properties", name, rest @ ..] => {
            (keywords.properties.into_iter().find(|(property, _)| property == name)?.1, rest)
        }
        ["items", rest @ ..] => (keywords.items?, rest),
        ["additionalProperties", rest @ ..] => match keywords.additional_properties? {
            AdditionalProperties::Schema(schema) => ((&**schema).into(), rest),
            AdditionalProperties::Any(_) => return None,
        },
        ["allOf", index, rest @ ..] => (member(keywords.all_of, index)?, rest),
        ["oneOf", index, rest @ ..] => (member(keywords.one_of, index)?, rest),
        ["anyOf", index, rest @ ..] => (member(keywords.any_of, index)?, rest),
        ["not", rest @ ..] => (keywords.not?.into(), rest),
        _ => return None,
    };
    Some((Node::Schema(schema), rest))
}

fn in_format<'a, 'w>(format: &'a ParameterSchemaOrContent, words: &'w [&'w str]) -> Option<(Node<'a>, &'w [&'w str])> {
    match (format, words) {
        (ParameterSchemaOrContent::Schema(schema), ["schema", rest @ ..]) => Some((Node::Schema(schema.into()), rest)),
        (ParameterSchemaOrContent::Content(content), words) => in_content(content, words),
        _ => None,
    }
}

fn in_content<'a, 'w>(content: &'a openapiv3::Content, words: &'w [&'w str]) -> Option<(Node<'a>, &'w [&'w str])> {
    match words {
        ["content", media, rest @ ..] => Some((Node::Media(content.get(*media)?), rest)),
        _ => None,
    }
}

fn in_response<'a, 'w>(response: &'a Response, words: &'w [&'w str]) -> Option<(Node<'a>, &'w [&'w str])> {
    match words {
        ["headers", name, rest @ ..] => Some((Node::Header(response.headers.get(*name)?), rest)),
        words => in_content(&response.content, words),
    }
}

fn in_path_item<'a, 'w>(item: &'a PathItem, words: &'w [&'w str]) -> Option<(Node<'a>, &'w [&'w str])> {
    match words {
        ["parameters", index, rest @ ..] => {
            Some((Node::Parameter(item.parameters.get(index.parse::<usize>().ok()?)?), rest))
        }
        [verb, rest @ ..] => {
            let (_, operation) = item.iter().find(|(name, _)| name == verb)?;
            Some((Node::Operation(operation), rest))
        }
        [] => None,
    }
}

fn in_operation<'a, 'w>(operation: &'a Operation, words: &'w [&'w str]) -> Option<(Node<'a>, &'w [&'w str])> {
    match words {
        ["parameters", index, rest @ ..] => {
            Some((Node::Parameter(operation.parameters.get(index.parse::<usize>().ok()?)?), rest))
        }
        ["requestBody", rest @ ..] => Some((Node::Body(operation.request_body.as_ref()?), rest)),
        ["responses", status, rest @ ..] => Some((Node::Response(reply(&operation.responses, status)?), rest)),
        _ => None,
    }
}

fn reply<'a>(responses: &'a Responses, status: &str) -> Option<&'a ReferenceOr<Response>> {
    if status == "default" {
        return responses.default.as_ref();
    }
    let wanted = match status.as_bytes() {
        [class @ b'0'..=b'9', b'x' | b'X', b'x' | b'X'] => StatusCode::Range(u16::from(class - b'0')),
        _ => StatusCode::Code(status.parse().ok()?),
    };
    responses.responses.get(&wanted)
}
