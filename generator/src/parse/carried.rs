//! The reserved extensions under which the tree carries what `openapiv3` cannot hold.
//!
//! Each has the origin of the keyword that it stands for. No document may write them itself.

/// The exact `minimum` of a schema, a decimal integer. Where it is beyond `i64` the keyword itself is gone, else both
/// stand and this is the exact one.
pub const MINIMUM: &str = "x-trueform-minimum";
/// The exact `maximum` of a schema; as [`MINIMUM`].
pub const MAXIMUM: &str = "x-trueform-maximum";
/// The exact `multipleOf` of a schema; as [`MINIMUM`].
pub const MULTIPLE_OF: &str = "x-trueform-multipleOf";
/// The exact `default` of a schema as JSON text, with all digits: an integer beyond 64 bits, a value that holds one,
/// or `null`, which `openapiv3` takes for an absent default. The keyword itself is gone.
pub const DEFAULT: &str = "x-trueform-default";
/// The exact `example` of a schema, parameter, header or media type, or `value` of an example object; as [`DEFAULT`].
pub const EXAMPLE: &str = "x-trueform-example";
/// The exact `enum` of a schema as an array of JSON texts, one for each value, in order. The keyword itself is gone.
pub const ENUM: &str = "x-trueform-enum";

/// The bounds of a number, and what carries them.
pub(super) const BOUNDS: [(&str, &str); 3] = [("minimum", MINIMUM), ("maximum", MAXIMUM), ("multipleOf", MULTIPLE_OF)];
