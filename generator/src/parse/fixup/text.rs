//! Text that YAML reads as a number, because nobody quoted it, and what was quoted that is no text.

use crate::diagnostic::fixup as mended;
use crate::parse::keywords::{Keyword, Kind, Value};
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;
use crate::source::text_at;

/// `version: 1.10`, which is not 1.1; `title: 404`; `required: [true]`.
pub(in crate::parse) fn unquoted_text(value: &mut Node, pass: &mut Pass<'_>) {
    if !matches!(value, Node::Integer(_) | Node::Float(_) | Node::Boolean(_)) {
        return;
    }
    let place = pass.here();
    // Only a fraction is written in more ways than one, and the text is read again for each.
    let written = match value {
        Node::Float(_) => text_at(pass.source, std::slice::from_ref(&place)).into_iter().next().flatten(),
        _ => None,
    };
    let text = written.map_or_else(|| value.to_json(), str::to_owned);
    pass.say(mended::unquoted_text(place, &text));
    *value = Node::Text(text);
}

/// `enum: [1.0, 1.1]` of `type: string`.
pub(super) fn unquoted_enumeration(members: &mut Members, pass: &mut Pass<'_>) {
    if members.text("type") != Some("string") {
        return;
    }
    let Some(Node::List(values)) = members.get_mut("enum") else {
        return;
    };
    let before = pass.enter("enum");
    for (index, value) in values.iter_mut().enumerate() {
        let before = pass.enter(&index.to_string());
        unquoted_text(value, pass);
        pass.leave(before);
    }
    pass.leave(before);
}

/// `readOnly: "true"`, `maxLength: "10"`: no text is taken there.
pub(super) fn quoted_value(kind: Kind, members: &mut Members, pass: &mut Pass<'_>) {
    let mut found = Vec::new();
    for (key, value) in members.iter() {
        if let (Node::Text(text), Some(keyword)) = (value, Keyword::of(kind, key))
            && let Some(meant) = meant(&keyword.value, text.trim())
        {
            found.push((keyword.name, text.clone(), meant));
        }
    }
    for (key, text, meant) in found {
        pass.say(mended::quoted_value(pass.value(key), &text, &meant.to_json()));
        members.put(key, meant);
    }
}

fn meant(value: &Value, text: &str) -> Option<Node> {
    match value {
        Value::Boolean | Value::BooleanOrSchema => match text.to_ascii_lowercase().as_str() {
            "true" | "yes" => Some(Node::Boolean(true)),
            "false" | "no" => Some(Node::Boolean(false)),
            _ => None,
        },
        Value::Count => text.parse().ok().map(Node::Integer),
        Value::Number => {
            let whole = text.parse().ok().map(Node::Integer);
            whole.or_else(|| text.parse().ok().filter(|number: &f64| number.is_finite()).map(Node::Float))
        }
        _ => None,
    }
}
