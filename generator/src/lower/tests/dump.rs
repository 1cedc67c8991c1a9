//! An API as lines of text.

use std::fmt::Write as _;

use crate::api::{
    Access, Api, Carries, Content, Docs, IntegerFormat, Limits, Literal, Name, Number, Operation, Owner, Parameter,
    Range, Rest, Scalar, Segment, Shape, Step, TextFormat, TypeId,
};

pub(super) fn lines(api: &Api) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for server in &api.servers {
        lines.push(format!("server {}{}", server.url, docs(&server.docs)));
        for variable in &server.variables {
            lines.push(format!("  {} = {} of {:?}", variable.wire, variable.default, variable.values));
        }
    }
    for scheme in &api.schemes {
        lines.push(format!("scheme {}: {:?}{}", scheme.name, scheme.kind, docs(&scheme.docs)));
    }
    for (id, ty) in api.types.iter() {
        // Types in place are shown where they stand, unless they have parts of their own.
        let inline = !matches!(ty.name, Name::Declared(_));
        if inline && !ty.shape.has_parts() {
            continue;
        }
        let deprecated = if ty.deprecated { " deprecated" } else { "" };
        let default = ty.default.as_ref().map(|literal| format!(" = {}", show(literal))).unwrap_or_default();
        lines.push(format!("{}: {}{deprecated}{default}{}", name(api, id), shape(api, id, true), docs(&ty.docs)));
        fields(api, id, &mut lines);
    }
    for one in &api.operations {
        operation(api, one, &mut lines);
    }
    lines
}

fn fields(api: &Api, id: TypeId, lines: &mut Vec<String>) {
    match &api.types[id].shape {
        Shape::Object(object) => {
            for field in &object.fields {
                let mark = if field.required { "!" } else { "" };
                let access = match field.access {
                    Access::ReadWrite => "",
                    Access::ReadOnly => " read-only",
                    Access::WriteOnly => " write-only",
                };
                let deprecated = if field.deprecated { " deprecated" } else { "" };
                let default = field.default.as_ref().map(|value| format!(" = {}", show(value))).unwrap_or_default();
                let ty = shape(api, field.ty, false);
                lines.push(format!("  {}{mark}: {ty}{access}{deprecated}{default}{}", field.wire, docs(&field.docs)));
            }
        }
        Shape::Enumeration(enumeration) => {
            for value in &enumeration.values {
                let name = value.name.as_ref().map(|name| format!(" as {name}")).unwrap_or_default();
                let description = value.description.as_ref().map(|text| format!(" // {text}")).unwrap_or_default();
                lines.push(format!("  {}{name}{description}", value.literal.to_json()));
            }
        }
        Shape::Choice(choice) => {
            for alternative in &choice.alternatives {
                let tags = if alternative.tags.is_empty() { String::new() } else { format!(" {:?}", alternative.tags) };
                lines.push(format!("  {}{tags}: {}", alternative.label, shape(api, alternative.ty, false)));
            }
        }
        _ => {}
    }
}

fn name(api: &Api, id: TypeId) -> String {
    match &api.types[id].name {
        Name::Declared(name) => name.clone(),
        Name::Inline { within, step } => {
            let within = match within {
                Owner::Type(id) => name(api, *id),
                Owner::Operation(id) => format!("{id}()"),
                Owner::Path(template) => template.clone(),
                Owner::Component(component, name) => format!("{component:?} {name}"),
            };
            let step = match step {
                Step::Property(name) => format!(".{name}"),
                Step::Items => "[]".to_owned(),
                Step::Values => "{}".to_owned(),
                Step::Keys => "{keys}".to_owned(),
                Step::Nullable => "?".to_owned(),
                other => format!(" {other:?}"),
            };
            format!("{within}{step}")
        }
    }
}

/// A type at its use: by its name, where it has parts of its own, else by its shape.
fn shape(api: &Api, id: TypeId, own: bool) -> String {
    let ty = &api.types[id];
    if !own && matches!(ty.name, Name::Declared(_)) {
        return name(api, id);
    }
    let format = ty.format.as_ref().map(|format| format!("<{format}>")).unwrap_or_default();
    match &ty.shape {
        Shape::Scalar(scalar) => format!("{}{format}", show_scalar(scalar)),
        Shape::Object(_) | Shape::Enumeration(_) | Shape::Choice(_) if !own => name(api, id),
        Shape::Object(object) => {
            let rest = match &object.rest {
                Rest::Unstated => String::new(),
                Rest::Any => " ..any".to_owned(),
                Rest::Closed => " closed".to_owned(),
                Rest::Typed(ty) => format!(" ..{}", shape(api, *ty, false)),
            };
            format!("object{rest}{}", limits(object.count))
        }
        Shape::Enumeration(_) => format!("enum{format}"),
        Shape::List(list) => {
            let unique = if list.unique { " unique" } else { "" };
            format!("[{}]{}{unique}", shape(api, list.items, false), limits(list.count))
        }
        Shape::Map(map) => {
            let keys = map.keys.map(|keys| format!("{}: ", shape(api, keys, false))).unwrap_or_default();
            format!("{{{keys}{}}}{}", shape(api, map.values, false), limits(map.count))
        }
        Shape::Nullable(inner) => format!("{}?", shape(api, *inner, false)),
        Shape::Alias(inner) => format!("={}", shape(api, *inner, false)),
        Shape::Choice(choice) => {
            let how = if choice.together { "all of" } else { "one of" };
            let tag = choice.told_by.property().map(|tag| format!(" by {tag}")).unwrap_or_default();
            format!("{how}{tag}")
        }
        Shape::Null => "null".to_owned(),
        Shape::Any => "any".to_owned(),
    }
}

fn show_scalar(scalar: &Scalar) -> String {
    match scalar {
        Scalar::Boolean(None) => "boolean".to_owned(),
        Scalar::Boolean(Some(only)) => only.to_string(),
        Scalar::Integer(format, bounds) => {
            let width = match format {
                IntegerFormat::Int32 => "i32",
                IntegerFormat::Int64 => "i64",
                IntegerFormat::Uint32 => "u32",
                IntegerFormat::Uint64 => "u64",
                IntegerFormat::Int128 => "i128",
            };
            format!("{width}{}", range(bounds))
        }
        Scalar::Number(bounds) => format!("number{}", range(bounds)),
        Scalar::Text(text) => {
            let base = match text.format {
                TextFormat::Plain => "string",
                TextFormat::DateTime => "date-time",
                TextFormat::Date => "date",
                TextFormat::Base64 => "base64",
            };
            let patterns: Vec<String> = text.patterns.iter().map(|pattern| format!(" /{}/", pattern.regex)).collect();
            let pattern = patterns.concat();
            format!("{base}{}{pattern}", limits(text.length))
        }
    }
}

fn limits(limits: Limits) -> String {
    match (limits.min, limits.max) {
        (None, None) => String::new(),
        (min, max) => {
            let text = |bound: Option<u64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
            format!("({}..={})", text(min), text(max))
        }
    }
}

fn range(range: &Range) -> String {
    let mut text = String::new();
    if let Some(min) = &range.min {
        let _ = write!(text, " {}{}", if min.exclusive { ">" } else { ">=" }, number(min.value));
    }
    if let Some(max) = &range.max {
        let _ = write!(text, " {}{}", if max.exclusive { "<" } else { "<=" }, number(max.value));
    }
    if let Some(step) = range.multiple_of {
        let _ = write!(text, " *{}", number(step));
    }
    text
}

fn number(number: Number) -> String {
    match number {
        Number::Integer(value) => value.to_string(),
        Number::Float(value) => format!("{value:?}"),
    }
}

fn show(literal: &Literal) -> String {
    match literal {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Number(value) => number(*value),
        Literal::Text(value) => format!("{value:?}"),
        Literal::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", ")),
        Literal::Object(members) => {
            let member = |(key, value): &(String, Literal)| format!("{key}: {}", show(value));
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
    }
}

fn docs(docs: &Docs) -> String {
    let mut text = String::new();
    for word in [&docs.summary, &docs.description].into_iter().flatten() {
        let _ = write!(text, " // {}", word.replace('\n', "⏎"));
    }
    if let Some((url, description)) = &docs.external {
        let _ = write!(text, " // see {url} {}", description.as_deref().unwrap_or_default());
    }
    if let Some(example) = docs.example() {
        let _ = write!(text, " // e.g. {example}");
    }
    text
}

fn operation(api: &Api, one: &Operation, lines: &mut Vec<String>) {
    let part = |segment: &Segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Parameter(index) => format!("{{{}}}", one.parameters[*index].wire),
    };
    let path: String = one.path.iter().map(part).collect();
    let deprecated = if one.deprecated { " deprecated" } else { "" };
    lines.push(format!("{} = {} {path}{deprecated}{}", one.id, one.verb.as_str(), docs(&one.docs)));
    if !one.tags.is_empty() {
        lines.push(format!("  tags {:?}", one.tags));
    }
    if !one.security.is_empty() {
        let way = |way: &Vec<crate::api::Requirement>| {
            let names: Vec<String> =
                way.iter().map(|one| format!("{}{:?}", api.schemes[one.scheme].name, one.scopes)).collect();
            format!("({})", names.join(" and "))
        };
        lines.push(format!("  security {}", one.security.iter().map(way).collect::<Vec<_>>().join(" or ")));
    }
    for one in &one.parameters {
        lines.push(format!("  {}", parameter(api, one)));
    }
    if let Some(body) = &one.body {
        let mark = if body.required { "!" } else { "" };
        lines.push(format!("  body{mark}: {}{}", content(api, &body.content), docs(&body.docs)));
    }
    for reply in &one.replies {
        let body = reply.content.as_ref().map(|body| format!(": {}", content(api, body))).unwrap_or_default();
        lines.push(format!("  {:?}{body}{}", reply.status, docs(&reply.docs)));
        for header in &reply.headers {
            let mark = if header.required { "!" } else { "" };
            let deprecated = if header.deprecated { " deprecated" } else { "" };
            let ty = shape(api, header.ty, false);
            lines.push(format!("    {}{mark}: {ty}{deprecated}{}", header.wire, docs(&header.docs)));
        }
    }
    for waiter in one.polling.iter().flat_map(|polling| &polling.waiters) {
        let (progress, delay) = (waiter.progress.as_deref(), waiter.delay_header.as_deref());
        lines.push(format!(
            "  waiter {}: {} {progress:?} {delay:?} {:?} of {:?}",
            waiter.name, waiter.state, waiter.outcomes, waiter.states
        ));
    }
}

fn parameter(api: &Api, one: &Parameter) -> String {
    let mark = if one.required { "!" } else { "" };
    let deprecated = if one.deprecated { " deprecated" } else { "" };
    let default = one.default.as_ref().map(|literal| format!(" = {}", show(literal))).unwrap_or_default();
    let ty = shape(api, one.ty, false);
    format!("{:?} {}{mark}: {ty} {:?}{deprecated}{default}{}", one.location, one.wire, one.style, docs(&one.docs))
}

fn content(api: &Api, content: &Content) -> String {
    let carries = match content.carries {
        Carries::Json(ty) => shape(api, ty, false),
        Carries::Text => "text".to_owned(),
        Carries::Bytes => "bytes".to_owned(),
    };
    format!("{} {carries}", content.media)
}
