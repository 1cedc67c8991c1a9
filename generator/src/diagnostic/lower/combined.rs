//! What `allOf`, `oneOf`, `anyOf`, `not` and `discriminator` say that is not honoured, or makes no sense.

use super::{note, warning};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

const IGNORED: &str = "it is ignored";

/// `allOf` of more schemas than anyone means.
pub fn too_many_parts(place: Place, most: usize) -> Diagnostic {
    let message = format!("more than {most} schemas are taken together by `allOf`");
    warning(place, "all-of", message, "this one and what follows it are ignored")
}

/// A schema that is a member of its own `allOf`.
pub fn member_of_itself(place: Place, keyword: &str) -> Diagnostic {
    let message = format!("the schema leads back to itself through `{keyword}`");
    warning(place, "all-of", message, IGNORED)
}

/// Two members of `allOf` that are about values of different types.
pub fn kinds_disagree(place: Place, one: &str, other: &str) -> Diagnostic {
    let message = format!("`allOf` asks for {one} and for {other} at once, which no value is");
    warning(place, "all-of", message, "values are taken as this one says")
}

/// A member of `allOf` that another one contradicts.
pub fn left_out(place: Place) -> Diagnostic {
    let message = "another member of `allOf` asks for values of another type".to_owned();
    warning(place, "all-of", message, "this one is ignored")
}

/// What another member of `allOf` says in the same words.
pub fn said_twice(place: Place) -> Diagnostic {
    let message = "another member of `allOf` says the same of this".to_owned();
    note(place, "said-twice", message, "once is enough")
}

/// `type` beside members that say the same.
pub fn type_twice(place: Place, kind: &str) -> Diagnostic {
    let message = format!("the members beside `type: {kind}` say the same");
    note(place, "said-twice", message, "once is enough")
}

/// A bound beside a tighter one.
pub fn looser_bound(place: Place, keyword: &str, value: &str) -> Diagnostic {
    let message =
        format!("beside `{keyword}: {value}`, another member of `allOf` states one that is as tight, or tighter");
    note(place, "looser-bound", message, "the tighter one decides")
}

/// A value that another enumeration of `allOf` does not list.
pub fn narrowed(place: Place, value: &str) -> Diagnostic {
    let message = format!("another member of `allOf` does not list the value {value}");
    note(place, "narrowed-enumeration", message, "it is left out of the enumeration")
}

/// A member that takes null beside others that do not.
pub fn null_of_a_member(place: Place) -> Diagnostic {
    let message = "only this member of `allOf` takes null, and all of them must".to_owned();
    note(place, "null-of-a-member", message, "null is not taken; `nullable` beside `allOf` would say that it is")
}

/// `nullable` beside an alternative that is null.
pub fn null_twice(place: Place) -> Diagnostic {
    let message = "an alternative takes null already".to_owned();
    note(place, "null-twice", message, "`nullable` beside it changes nothing")
}

/// Two enumerations without a common value.
pub fn enumerations_disagree(place: Place) -> Diagnostic {
    let message = "`allOf` asks for values of enumerations that have none in common".to_owned();
    warning(place, "all-of", message, "the values are taken as this one says")
}

/// Two steps that have no common multiple here.
pub fn multiples_disagree(place: Place, step: &str) -> Diagnostic {
    let message = format!("`multipleOf: {step}` is stated beside another that it does not go into");
    warning(place, "all-of", message, "the other one is checked")
}

/// `additionalProperties: false` in a member of `allOf`, where others have properties.
pub fn closed_member(place: Place, property: &str) -> Diagnostic {
    let message = format!(
        "by the letter, `additionalProperties: false` forbids `{property}` here, which another member of `allOf` states"
    );
    warning(place, "closed-member", message, "it is read of all members together")
}

/// `additionalProperties` with a schema in a member of `allOf`, where others have properties.
pub fn typed_member(place: Place, property: &str) -> Diagnostic {
    let message = format!(
        "by the letter, `additionalProperties` speaks of `{property}` here, which another member of `allOf` states"
    );
    warning(place, "closed-member", message, "it is read of what none of the members names")
}

/// What stands beside `additionalProperties: false` of another member.
pub fn opened_member(place: Place) -> Diagnostic {
    let message = "another member of `allOf` allows no properties but those that are named".to_owned();
    warning(place, "closed-member", message, IGNORED)
}

/// A choice whose members only say which properties stand together.
pub fn conditions(place: Place, keyword: &str) -> Diagnostic {
    let message = format!("the members of `{keyword}` say no more than what must stand beside each other");
    warning(place, "conditions", message, "that is not checked")
}

/// Choices that multiply beyond measure.
pub fn too_many_alternatives(place: Place, keyword: &str, most: usize) -> Diagnostic {
    let message = format!("with this `{keyword}` there would be more than {most} alternatives");
    warning(place, "too-many-alternatives", message, IGNORED)
}

/// `oneOf` of which several can hold.
pub fn not_exclusive(place: Place) -> Diagnostic {
    let message = "nothing in a value says which alternative of `oneOf` it is of".to_owned();
    note(
        place,
        "not-exclusive",
        message,
        "the one is taken under which the fewest members are unknown, also where others would fit; a `discriminator` would say which",
    )
}

/// An alternative that is there before.
pub fn alternative_twice(place: Place, keyword: &str, label: &str) -> Diagnostic {
    note(place, "alternative-twice", format!("`{keyword}` lists this alternative ({label}) before"), IGNORED)
}

/// `not`.
pub fn not(place: Place) -> Diagnostic {
    warning(place, "not", "`not` is not honoured".to_owned(), "values are not checked against it")
}

/// A discriminator without anything to tell apart.
pub fn discriminator_alone(place: Place, property: &str) -> Diagnostic {
    let message = format!("the discriminator `{property}` has no schemas to tell apart");
    let help = "it is a property like others; `oneOf` lists schemas, and so does a `mapping`, and schemas whose `allOf` refers to this one count";
    warning(place, "discriminator", message, help)
}

/// A member of `mapping` that leads to no alternative.
pub fn mapping_of_nothing(place: Place, value: &str, target: &str) -> Diagnostic {
    let message =
        format!("`{target}`, for which `{value}` stands, is none of the schemas that the discriminator tells apart");
    warning(place, "discriminator-mapping", message, IGNORED)
}

/// A value of the discriminator that stands for two schemas.
pub fn tag_twice(place: Place, value: &str) -> Diagnostic {
    let message = format!("the discriminator's value `{value}` stands for another schema already");
    warning(place, "discriminator-mapping", message, "the first schema is taken")
}
