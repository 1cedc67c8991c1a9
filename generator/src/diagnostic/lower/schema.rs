//! What schemas say that is not honoured, or makes no sense.

use super::{did_you_mean, error, note, warning};
use crate::diagnostic::Diagnostic;
use crate::source::Place;

const IGNORED: &str = "it is ignored";

/// Schemas that stand too deep within each other.
pub fn too_deep(place: Place, deepest: usize) -> Diagnostic {
    let help = Some("declare inner schemas in `components/schemas`, and refer to them".to_owned());
    error(place, "too-deep", format!("more than {deepest} schemas stand within each other here"), help)
}

/// A keyword in a schema that may be about values of any kind.
pub fn keyword_without_type(place: Place, keyword: &str, meant: &str) -> Diagnostic {
    let message = format!("`{keyword}` stands in a schema that does not say of which type its values are");
    let help = format!("state the type ({meant}); any JSON value stands in");
    warning(place, "keyword-without-type", message, help)
}

/// A keyword that says nothing about values of this kind.
pub fn misplaced(place: Place, keyword: &str, kind: &str) -> Diagnostic {
    let message = format!("`{keyword}` says nothing about {kind}");
    warning(place, "misplaced-keyword", message, IGNORED)
}

/// A schema without `type` whose other keywords mean values of one type.
pub fn implied_type(place: Place, meant: &str) -> Diagnostic {
    let message = "the schema does not say of which type its values are".to_owned();
    note(place, "implied-type", message, format!("its keywords are about one type, so it is read as `type: {meant}`"))
}

/// `readOnly` or `writeOnly` on what is no property.
pub fn access_outside_property(place: Place, keyword: &str) -> Diagnostic {
    let message = format!("`{keyword}` has a meaning for properties alone");
    warning(place, "misplaced-keyword", message, IGNORED)
}

/// Both `readOnly` and `writeOnly`.
pub fn neither_way(place: Place) -> Diagnostic {
    let message = "the property is both `readOnly` and `writeOnly`, so it could travel neither way".to_owned();
    warning(place, "neither-way", message, "it may travel both ways")
}

/// A bound that leaves nothing.
pub fn empty_range(place: Place, (least, low): (&str, &str), (most, high): (&str, &str)) -> Diagnostic {
    let message = format!("nothing lies between `{least}: {low}` and `{most}: {high}`");
    warning(place, "empty-range", message, "neither is checked")
}

/// `exclusiveMinimum` without `minimum`, or the like.
pub fn exclusive_without_bound(place: Place, keyword: &str, bound: &str) -> Diagnostic {
    let message = format!("`{keyword}` stands without `{bound}`");
    warning(place, "misplaced-keyword", message, IGNORED)
}

/// A bound or a value of an enumeration beyond the format.
pub fn wider_than_format(place: Place, format: &str) -> Diagnostic {
    let message = format!("what else the schema says goes beyond `format: {format}`");
    note(place, "wider-than-format", message, "the type is as wide as that asks for")
}

/// `multipleOf` that is not positive.
pub fn multiple_of(place: Place, number: &str) -> Diagnostic {
    let message = format!("`multipleOf: {number}` is not positive");
    warning(place, "multiple-of", message, IGNORED)
}

/// A pattern that cannot be checked.
pub fn unusable_pattern(place: Place, why: &str) -> Diagnostic {
    warning(place, "pattern", format!("the pattern {why}"), "texts are not checked against it")
}

/// An array without `items`.
pub fn no_items(place: Place) -> Diagnostic {
    let message = "the array does not say what its items are".to_owned();
    warning(place, "no-items", message, "any JSON value stands in; state `items: {}` if that is meant")
}

/// `required` names what `properties` does not.
pub fn required_unknown(place: Place, name: &str, similar: Option<&str>) -> Diagnostic {
    let message = format!("`required` names `{name}`, which is not among the properties");
    let help = did_you_mean(similar).map_or_else(|| IGNORED.to_owned(), |question| format!("{question} {IGNORED}"));
    warning(place, "required-unknown", message, help)
}

/// `required` names a property twice.
pub fn required_twice(place: Place, name: &str) -> Diagnostic {
    note(place, "required-twice", format!("`required` names `{name}` twice"), "once is enough")
}

/// `x-propertyNames` beside named properties.
pub fn property_names_of_object(place: Place) -> Diagnostic {
    let message = "`x-propertyNames` is honoured for maps alone, not beside `properties`".to_owned();
    warning(place, "property-names", message, IGNORED)
}

/// A value of an enumeration that is not of the type beside it.
pub fn enumerated_of_another_type(place: Place, value: &str, kind: &str) -> Diagnostic {
    let message = format!("the value {value} is not {kind}");
    warning(place, "enumeration", message, "it is left out of the enumeration")
}

/// An enumeration of both truth values.
pub fn both_truth_values(place: Place) -> Diagnostic {
    let message = "`enum` lists both truth values".to_owned();
    note(place, "both-truth-values", message, "`type: boolean` says the same")
}

/// `nullable` beside an `enum` without null.
pub fn null_not_enumerated(place: Place) -> Diagnostic {
    let message = "the schema is `nullable`, and `enum` does not list null".to_owned();
    note(place, "enumerated-null", message, "null is taken as a value all the same")
}

/// Null in an `enum` without `nullable`.
pub fn null_not_nullable(place: Place) -> Diagnostic {
    let message = "`enum` lists null, and the schema is not `nullable`".to_owned();
    note(place, "enumerated-null", message, "null is taken as a value")
}

/// A value that is enumerated before.
pub fn enumerated_twice(place: Place, value: &str) -> Diagnostic {
    warning(place, "enumerated-twice", format!("the value {value} is enumerated before"), IGNORED)
}

/// `x-enum-varnames` or `x-enum-descriptions` that does not go with the values.
pub fn words_of_values(place: Place, key: &str, values: usize) -> Diagnostic {
    let message = format!("`{key}` does not go with `enum`");
    warning(
        place,
        "enumeration-words",
        message,
        format!("it is ignored; state {values} strings, or an object with values as keys"),
    )
}

/// `x-enum-varnames` or `x-enum-descriptions` where no enumeration is made.
pub fn words_without_values(place: Place, key: &str) -> Diagnostic {
    let message = format!("`{key}` stands where no enumeration of strings is");
    warning(place, "enumeration-words", message, IGNORED)
}

/// A bound beside an enumeration.
pub fn beside_enumeration(place: Place, keyword: &str) -> Diagnostic {
    let message = format!("`{keyword}` beside `enum` is not checked");
    warning(place, "beside-enumeration", message, "the values of the enumeration say what is meant")
}

/// A default that the type does not take.
pub fn default(place: Place, value: &str, why: &str) -> Diagnostic {
    warning(place, "default", format!("the default {value} is no value of its schema: {why}"), IGNORED)
}
