//! What operations say that is not honoured, or makes no sense.

use super::{note, warning};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

const BYTES: &str = "the body is taken as bytes";

/// An `operationId` without a character.
pub fn empty_operation_id(place: Place, id: &str) -> Diagnostic {
    let message = "the `operationId` of the operation is empty".to_owned();
    note(place, "no-operation-id", message, format!("it is called `{id}`, after its method and path"))
}

/// No `operationId`.
pub fn no_operation_id(place: Place, id: &str) -> Diagnostic {
    let message = "the operation has no `operationId`".to_owned();
    note(place, "no-operation-id", message, format!("it is called `{id}`, after its method and path"))
}

/// An `operationId` that an operation before has.
pub fn operation_id_twice(place: Place, stated: &str, id: &str) -> Diagnostic {
    let message = format!("another operation is called `{stated}`");
    warning(place, "operation-id-twice", message, format!("this one is called `{id}`, after its method and path"))
}

/// Two path templates that are one but for the names of their variables.
pub fn same_path(place: Place, before: &str) -> Diagnostic {
    let message = format!("this path is the same as `{before}`, but for the names of its variables");
    note(place, "same-path", message, "both are kept")
}

/// A path template with a fragment.
pub fn path_with_fragment(place: Place, fragment: &str) -> Diagnostic {
    let message = format!("a path has no fragment, so `#{fragment}` cannot be sent");
    warning(place, "path-with-fragment", message, "the path in front of it is sent")
}

/// A path template with a query.
pub fn path_with_query(place: Place) -> Diagnostic {
    let message = "a path template holds no query".to_owned();
    warning(place, "path-with-query", message, "it is sent as it stands; declare its parts as query parameters")
}

/// Braces that do not pair.
pub fn unbalanced_template(place: Place, template: &str) -> Diagnostic {
    let message = format!("the braces of `{template}` do not pair around names");
    warning(place, "unbalanced-template", message, "the path is sent as it stands")
}

/// A variable of the path that no parameter declares.
pub fn undeclared_variable(place: Place, name: &str) -> Diagnostic {
    let message = format!("no path parameter declares `{{{name}}}`");
    warning(place, "undeclared-variable", message, "a string stands in")
}

/// A variable of the path as a template of RFC 6570 spells it, whose parameter is declared.
pub fn operator_in_template(place: Place, variable: &str, name: &str) -> Diagnostic {
    let message = format!("`{{{variable}}}` is no variable of OpenAPI, where the parameter says how it is written");
    note(place, "operator-in-template", message, format!("it is read as `{{{name}}}`"))
}

/// A variable of the path that no parameter declares, and a parameter of the same letters that the path does not hold.
pub fn misspelt_variable(place: Place, variable: &str, name: &str) -> Diagnostic {
    let message = format!("no path parameter declares `{{{variable}}}`, and the path has no `{{{name}}}`");
    warning(place, "misspelt-variable", message, format!("the parameter `{name}` is taken for it"))
}

/// A path parameter that the path does not hold.
pub fn unused_variable(place: Place, name: &str, template: &str) -> Diagnostic {
    let message = format!("the path `{template}` has no `{{{name}}}`");
    warning(place, "unused-variable", message, "the parameter is left out")
}

/// A second parameter of the same name and location.
pub fn parameter_twice(place: Place, name: &str) -> Diagnostic {
    warning(place, "parameter-twice", format!("the parameter `{name}` is declared before"), "this one is ignored")
}

/// A header that OpenAPI says is not declared as a parameter.
pub fn reserved_header(place: Place, name: &str) -> Diagnostic {
    let message = format!("OpenAPI ignores a header parameter called `{name}`");
    note(place, "reserved-header", message, "media types and security schemes say what is sent there")
}

/// A cookie parameter.
pub fn cookie(place: Place, name: &str, required: bool) -> Diagnostic {
    let required = if required { "required " } else { "" };
    let message = format!("the {required}cookie parameter `{name}` is not honoured");
    warning(place, "cookie", message, "calls are made without it; a header of the call can carry it")
}

/// A parameter whose value is a body of its own.
pub fn content_of_parameter(place: Place, media: Option<&String>) -> Diagnostic {
    let media = media.map_or("", String::as_str);
    let message = format!("a parameter with `content` ({media}) is not honoured");
    warning(place, "content-of-parameter", message, "a string stands in, which is sent as it stands")
}

/// A header whose value is a body of its own.
pub fn content_of_header(place: Place, media: Option<&String>) -> Diagnostic {
    let media = media.map_or("", String::as_str);
    let message = format!("a header with `content` ({media}) is not honoured");
    warning(place, "content-of-header", message, "a string stands in")
}

/// `style` of a parameter.
pub fn style(place: Place, word: &str, explode: Option<bool>, instead: &str) -> Diagnostic {
    let explode = explode.map(|explode| format!(" with `explode: {explode}`")).unwrap_or_default();
    warning(place, "style", format!("`style: {word}`{explode} is not honoured"), format!("`{instead}` stands in"))
}

/// `explode: true` for an object in a path or header.
pub fn exploded_object(place: Place) -> Diagnostic {
    let message = "`explode` of an object in a path or header is not honoured".to_owned();
    warning(place, "explode", message, "names and values are separated by commas alike")
}

/// `allowReserved` or `allowEmptyValue`.
pub fn query_permission(place: Place, keyword: &str) -> Diagnostic {
    let help = match keyword {
        "allowReserved" => "reserved characters are percent-encoded",
        _ => "an empty value is sent with its `=`",
    };
    warning(place, "query-permission", format!("`{keyword}` is not honoured"), help)
}

/// `nullable` of what travels as text.
pub fn null_in_text(place: Place) -> Diagnostic {
    let message = "a parameter or a header travels as text, and no text is null".to_owned();
    warning(place, "misplaced-keyword", message, "`nullable` is ignored")
}

/// A request body that offers no media type.
pub fn no_content(place: Place) -> Diagnostic {
    let message = "the request body offers no media type".to_owned();
    warning(place, "no-content", message, "no body is sent")
}

/// A media type beside the one that is honoured.
pub fn other_media_type(place: Place, media: &str, chosen: &str) -> Diagnostic {
    let message = format!("`{media}` is not honoured beside `{chosen}`");
    warning(place, "other-media-type", message, format!("`{chosen}` is what is asked for and sent"))
}

/// A request body under a range of media types.
pub fn sent_of_range(place: Place, range: &str) -> Diagnostic {
    let message = format!("`{range}` does not say as what the body is sent");
    note(place, "sent-of-range", message, "it is sent as `application/json`")
}

/// A media type that means more than its bytes.
pub fn media_type(place: Place, media: &str) -> Diagnostic {
    warning(place, "media-type", format!("bodies of `{media}` are not understood"), BYTES)
}

/// A key of `content` that is no media type.
pub fn no_media_type(place: Place, media: &str) -> Diagnostic {
    warning(place, "no-media-type", format!("`{media}` is no media type"), BYTES)
}

/// The schema of a text body.
pub fn schema_of_text(place: Place, media: &str) -> Diagnostic {
    let message = format!("the schema of a `{media}` body is not honoured");
    warning(place, "schema-of-text", message, "the body is taken as text")
}

/// Content of a reply that has no body by HTTP.
pub fn content_without_body(place: Place, what: &str) -> Diagnostic {
    let message = format!("a {what} has no body");
    warning(place, "content-without-body", message, "`content` is ignored")
}

/// No reply at all.
pub fn no_replies(place: Place) -> Diagnostic {
    let message = "no reply is documented".to_owned();
    warning(place, "no-replies", message, "any success counts as one, with its body as bytes")
}

/// A reply under what is no status.
pub fn no_status(place: Place, status: &str) -> Diagnostic {
    warning(place, "no-status", format!("`{status}` is no status of HTTP"), "the reply is left out")
}

/// A declared `content-type` header.
pub fn content_type_header(place: Place) -> Diagnostic {
    let message = "OpenAPI ignores a declared `content-type` header".to_owned();
    note(place, "content-type-header", message, "the media types of `content` say it")
}

/// A header that differs from one before by case alone.
pub fn header_twice(place: Place, name: &str) -> Diagnostic {
    let message = format!("the header `{name}` is declared before: case does not matter");
    warning(place, "header-twice", message, "this one is ignored")
}
