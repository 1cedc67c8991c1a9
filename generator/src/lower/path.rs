//! Path templates: from `/pets/{id}.json` to its parts.

use std::collections::BTreeMap;

use super::context::Lowering;
use crate::api::{Parameter, ParameterIn};
use crate::diagnostic::lower::operation as mistake;
use crate::source::Pointer;

/// A part of a path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Literal(String),
    Variable(String),
}

impl Lowering<'_> {
    /// The parts of a path template, reported once for all of its operations.
    pub(super) fn template(&mut self, template: &str, pointer: &Pointer) -> Vec<Part> {
        let mut path = template;
        if let Some((before, fragment)) = template.split_once('#') {
            let place = self.key(pointer);
            self.say(mistake::path_with_fragment(place, fragment));
            path = before;
        }
        if path.contains('?') {
            let place = self.key(pointer);
            self.say(mistake::path_with_query(place));
        }
        parts(path).unwrap_or_else(|| {
            let place = self.key(pointer);
            self.say(mistake::unbalanced_template(place, template));
            vec![Part::Literal(path.to_owned())]
        })
    }
}

impl Lowering<'_> {
    /// The path parameters that variables mean which are spelled otherwise, by the variables: `{.id}` of a template of RFC 6570,
    /// and what is misspelt. Each is said.
    pub(super) fn meant_variables(
        &mut self,
        parts: &[Part],
        parameters: &[Parameter],
        template: &str,
    ) -> BTreeMap<String, String> {
        let variables = || {
            parts.iter().filter_map(|part| match part {
                Part::Variable(name) => Some(name.as_str()),
                Part::Literal(_) => None,
            })
        };
        let in_path = parameters.iter().filter(|parameter| parameter.location == ParameterIn::Path);
        let (mut unused, used): (Vec<&str>, Vec<&str>) = in_path
            .map(|parameter| parameter.wire.as_str())
            .partition(|name| !variables().any(|variable| variable == *name));
        let at = Pointer::root().key("paths").key(template);
        let mut meant = BTreeMap::new();
        for variable in variables().filter(|variable| !used.contains(variable)) {
            let plain = without_operator(variable);
            let place = self.key(&at);
            let found = if let Some(name) = unused.iter().copied().find(|name| *name == plain) {
                self.say(mistake::operator_in_template(place, variable, name));
                name
            } else if let Some(name) = unused.iter().copied().find(|name| letters(name) == letters(variable)) {
                self.say(mistake::misspelt_variable(place, variable, name));
                name
            } else {
                continue;
            };
            unused.retain(|name| *name != found);
            meant.insert(variable.to_owned(), found.to_owned());
        }
        meant
    }
}

/// A variable without the operator and the modifier of RFC 6570 (sections 2.2 and 2.4) that OpenAPI states as `style` and `explode`.
fn without_operator(variable: &str) -> &str {
    let name = variable.strip_prefix(['.', ';', '+', '/']).unwrap_or(variable);
    name.strip_suffix('*').unwrap_or(name)
}

/// What is left of a name whose case and punctuation do not count: any more would be a guess.
fn letters(name: &str) -> String {
    name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// `None` where the braces do not pair, or hold nothing.
fn parts(path: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = path;
    while let Some(open) = rest.find(['{', '}']) {
        let (literal, variable) = rest.split_at(open);
        let (name, behind) = variable.strip_prefix('{')?.split_once('}')?;
        if name.is_empty() || name.contains('{') {
            return None;
        }
        if !literal.is_empty() {
            parts.push(Part::Literal(literal.to_owned()));
        }
        parts.push(Part::Variable(name.to_owned()));
        rest = behind;
    }
    if !rest.is_empty() {
        parts.push(Part::Literal(rest.to_owned()));
    }
    Some(parts)
}

/// A template without the names of its variables, which are not sent.
pub(super) fn without_names(template: &str) -> String {
    let mut inside = false;
    let keep = |character: &char| {
        inside = (inside || *character == '{') && *character != '}';
        !inside
    };
    template.chars().filter(keep).collect()
}

/// What an operation is called whose document does not say: `get /pets/{id}` is `getPetsById`.
pub(super) fn operation_id(verb: &str, template: &str) -> String {
    let mut id = verb.to_owned();
    for segment in template.split(['/', '{', '#', '?']) {
        let (word, rest) = segment.split_once('}').map_or((segment, ""), |(name, rest)| (name, rest));
        if segment.contains('}') {
            id.push_str("By");
        }
        push_words(&mut id, word);
        push_words(&mut id, rest);
    }
    id
}

fn push_words(id: &mut String, text: &str) {
    for word in text.split(|character: char| !character.is_alphanumeric()) {
        let mut characters = word.chars();
        if let Some(first) = characters.next() {
            id.extend(first.to_uppercase());
            id.push_str(characters.as_str());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, operation_id, parts};

    fn check(path: &str, expected: Option<&[&str]>) {
        let found = parts(path).map(|parts| {
            let show = |part: &Part| match part {
                Part::Literal(text) => text.clone(),
                Part::Variable(name) => format!("{{{name}}}"),
            };
            parts.iter().map(show).collect::<Vec<_>>()
        });
        assert_eq!(
            found.as_ref().map(|parts| parts.iter().map(String::as_str).collect::<Vec<_>>()).as_deref(),
            expected
        );
    }

    #[test]
    fn templates_fall_into_parts() {
        check("/pets", Some(&["/pets"]));
        check("/pets/{id}", Some(&["/pets/", "{id}"]));
        check("/pets/{Sid}.json", Some(&["/pets/", "{Sid}", ".json"]));
        check("/{a}{b}/{c}", Some(&["/", "{a}", "{b}", "/", "{c}"]));
        check("/", Some(&["/"]));
        for path in ["/{", "/}", "/{}", "/{a", "/a}", "/{a{b}}", "/{a}}"] {
            check(path, None);
        }
    }

    #[test]
    fn ids_come_from_verb_and_path() {
        assert_eq!(operation_id("get", "/pets/{id}"), "getPetsById");
        assert_eq!(
            operation_id("post", "/v1/work-requests/{workRequestId}.json"),
            "postV1WorkRequestsByWorkRequestIdJson"
        );
        assert_eq!(operation_id("get", "/"), "get");
        assert_eq!(operation_id("get", "/a/{b}/{c}"), "getAByBByC");
    }
}
