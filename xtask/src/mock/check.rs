//! Whether a request is what the document asks for.

use percent_encoding::percent_decode_str;
use regex::Regex;
use trueform::api::{
    Api, ApiKeyIn, Limits, Operation, Parameter, ParameterIn, Scalar, SecurityKind, Shape, Style, Text, TypeId,
};

use super::request::RecordedRequest;

/// Whether the request carries what one of the operation's alternatives asks for. What it carries is not verified.
pub(super) fn is_authorised(api: &Api, operation: &Operation, request: &RecordedRequest) -> bool {
    let answered = |scheme: usize| match &api.schemes[scheme].kind {
        SecurityKind::Http(word) => has_authorization(request, word),
        SecurityKind::Token => has_authorization(request, "bearer"),
        SecurityKind::ApiKey(ApiKeyIn::Header, name) => request.header(name).is_some(),
        SecurityKind::ApiKey(ApiKeyIn::Query, name) => !query(request, name).is_empty(),
        SecurityKind::ApiKey(ApiKeyIn::Cookie, name) => request.header("cookie").is_some_and(|cookies| {
            cookies.split(';').any(|cookie| cookie.trim().split_once('=').is_some_and(|(key, _)| key == name))
        }),
    };
    let alternatives = &operation.security;
    alternatives.is_empty() || alternatives.iter().any(|all| all.iter().all(|one| answered(one.scheme)))
}

fn has_authorization(request: &RecordedRequest, word: &str) -> bool {
    request
        .header("authorization")
        .and_then(|value| value.split_once(' '))
        .is_some_and(|(scheme, rest)| scheme.eq_ignore_ascii_case(word) && !rest.trim().is_empty())
}

/// What is wrong with the parameters of a request, whose path parameters are `path`.
pub(super) fn complaint(
    api: &Api,
    operation: &Operation,
    path: &[(usize, String)],
    request: &RecordedRequest,
) -> Option<String> {
    let mut parameters = operation.parameters.iter().enumerate();
    parameters.find_map(|(index, parameter)| {
        let values = match parameter.location {
            ParameterIn::Path => path.iter().filter(|(at, _)| *at == index).map(|(_, value)| value.clone()).collect(),
            ParameterIn::Query => query(request, &parameter.wire),
            ParameterIn::Header => request.header(&parameter.wire).map(str::to_owned).into_iter().collect(),
        };
        if values.is_empty() {
            return parameter.required.then(|| format!("the parameter {} is missing", parameter.wire));
        }
        let wrong = values
            .iter()
            .find_map(|value| each(api, parameter, value).into_iter().find_map(|(ty, value)| wrong(api, ty, value)));
        wrong.map(|wrong| format!("the parameter {} {wrong}", parameter.wire))
    })
}

/// The values of a parameter of this name in the query, decoded.
fn query(request: &RecordedRequest, name: &str) -> Vec<String> {
    let query = request.target.split_once('?').map_or("", |(_, query)| query);
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .filter(|(key, _)| decoded(key) == name)
        .map(|(_, value)| decoded(value))
        .collect()
}

/// The single values in the text of a parameter, with their type.
fn each<'v>(api: &Api, parameter: &Parameter, value: &'v str) -> Vec<(TypeId, &'v str)> {
    match (&api.types[parameter.ty].shape, parameter.style) {
        (Shape::List(list), Style::Commas) => value.split(',').map(|item| (list.items, item)).collect(),
        (Shape::List(list), Style::Repeated) => vec![(list.items, value)],
        _ => vec![(parameter.ty, value)],
    }
}

/// What is wrong with the text of a single value.
fn wrong(api: &Api, ty: TypeId, value: &str) -> Option<String> {
    match &api.types[ty].shape {
        Shape::Alias(inner) | Shape::Nullable(inner) => wrong(api, *inner, value),
        Shape::Enumeration(enumeration) => {
            let known = enumeration.values.iter().any(|known| known.wire == value);
            (!known).then(|| "is none of the documented values".to_owned())
        }
        Shape::Scalar(Scalar::Boolean(_)) => {
            (!matches!(value, "true" | "false")).then(|| "is neither true nor false".to_owned())
        }
        Shape::Scalar(Scalar::Integer(..)) => {
            value.parse::<i128>().is_err().then(|| "is not a whole number".to_owned())
        }
        Shape::Scalar(Scalar::Number(_)) => value.parse::<f64>().is_err().then(|| "is not a number".to_owned()),
        Shape::Scalar(Scalar::Text(text)) => wrong_text(text, value),
        Shape::Choice(choice) => {
            let alternatives = choice.alternatives.iter().map(|alternative| wrong(api, alternative.ty, value));
            alternatives.collect::<Option<Vec<String>>>()?.into_iter().next()
        }
        Shape::Object(_) | Shape::List(_) | Shape::Map(_) | Shape::Null | Shape::Any => None,
    }
}

fn wrong_text(text: &Text, value: &str) -> Option<String> {
    let Limits { min, max } = text.length;
    let length = value.chars().count() as u64;
    if min.is_some_and(|min| length < min) || max.is_some_and(|max| length > max) {
        return Some(format!("has {length} characters, which is too few or too many"));
    }
    // The generator has seen that they compile.
    let broken =
        text.patterns.iter().find(|pattern| !Regex::new(&pattern.regex).is_ok_and(|regex| regex.is_match(value)))?;
    Some(format!("does not match {}", broken.ecma))
}
