//! Which operation a request means.

use trueform::api::{Api, Operation, ParameterIn, Segment};

/// What the method and the path of a request mean.
#[derive(Debug)]
pub(super) enum Route<'a> {
    /// This operation, with the values of its path parameters as they were sent.
    Operation(&'a Operation, Vec<(usize, &'a str)>),
    /// The path is known, but only with these methods.
    OtherVerbs(Vec<&'static str>),
    /// The path is unknown.
    Unknown,
}

/// Finds the operation. Where the paths of several match, the one with the fewest parameters is meant.
pub(super) fn find<'a>(api: &'a Api, verb: &str, path: &'a str) -> Route<'a> {
    let mut found: Vec<_> =
        api.operations.iter().filter_map(|operation| Some((operation, values(&operation.path, path)?))).collect();
    found.sort_by_key(|(operation, values)| (operation.verb.as_str() != verb, values.len()));
    let verbs: Vec<_> = found.iter().map(|(operation, _)| operation.verb.as_str()).collect();
    match found.into_iter().next() {
        None => Route::Unknown,
        Some((operation, values)) if operation.verb.as_str() == verb => {
            debug_assert!(
                values.iter().all(|(index, _)| operation.parameters[*index].location == ParameterIn::Path),
                "a path is made of literals and path parameters"
            );
            Route::Operation(operation, values)
        }
        Some(_) => Route::OtherVerbs(verbs),
    }
}

/// The values of the parameters in a path; nothing where the path does not match. A value is not empty, and holds no `/`.
fn values<'p>(template: &[Segment], path: &'p str) -> Option<Vec<(usize, &'p str)>> {
    match template {
        [] => path.is_empty().then(Vec::new),
        [Segment::Literal(literal), rest @ ..] => values(rest, path.strip_prefix(literal.as_str())?),
        [Segment::Parameter(index), rest @ ..] => {
            let end = path.find('/').unwrap_or(path.len());
            let ends = (1..=end).rev().filter(|end| path.is_char_boundary(*end));
            ends.into_iter().find_map(|end| {
                let mut found = values(rest, &path[end..])?;
                found.insert(0, (*index, &path[..end]));
                Some(found)
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matched(path: &str) -> Option<Vec<(usize, &str)>> {
        let template = [
            Segment::Literal("/pets/".to_owned()),
            Segment::Parameter(0),
            Segment::Literal(".".to_owned()),
            Segment::Parameter(1),
        ];
        values(&template, path)
    }

    #[test]
    fn a_parameter_is_one_segment_or_less() {
        assert_eq!(matched("/pets/a%2Fb.json"), Some(vec![(0, "a%2Fb"), (1, "json")]));
        assert_eq!(matched("/pets/a.b.c"), Some(vec![(0, "a.b"), (1, "c")]));
        assert_eq!(matched("/pets/a/b.json"), None);
        assert_eq!(matched("/pets/.json"), None);
        assert_eq!(matched("/pets/a."), None);
        assert_eq!(matched("/pets"), None);
    }
}
