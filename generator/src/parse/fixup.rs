//! Oddities and dialects, mended one by one before anything looks at the tree.
//!
//! Every fixup is one function that says what it mends. One that moves or makes a node writes its origin; one that
//! does not keep to the letter of OpenAPI 3.0 says so in the report.

mod exact;
mod kubernetes;
mod merge;
mod newer;
mod null;
mod number;
mod parameter;
mod path;
mod reference;
mod relocate;
mod required;
mod scheme;
mod sibling;
mod text;

pub(super) use exact::exact_numbers;
pub(super) use merge::merge_keys;
pub(super) use reference::outside;
pub(super) use relocate::{relocate_targets, set_aside};
pub(super) use scheme::bare_requirement;
pub(super) use text::unquoted_text;

use super::keywords::Kind;
use super::node::Members;
use super::pass::Pass;

/// Mends one object of this kind.
pub(super) fn mend(kind: Kind, members: &mut Members, pass: &mut Pass<'_>) {
    null::absent_for_null(kind, members, pass);
    null::empty_for_absent(kind, members, pass);
    null::empty_object_for_array(kind, members, pass);
    text::quoted_value(kind, members, pass);
    for fixup in fixups(kind) {
        fixup(members, pass);
    }
}

type Fixup = fn(&mut Members, &mut Pass<'_>);

/// The fixups of a kind, in the order in which they build upon each other.
fn fixups(kind: Kind) -> &'static [Fixup] {
    match kind {
        Kind::Paths => &[path::leading_slash],
        Kind::Parameter => &[
            parameter::bare_schema,
            parameter::text_for_no_schema,
            parameter::content_beside_schema,
            parameter::misplaced_style,
            number::exact_example,
        ],
        Kind::Header => &[
            parameter::bare_header_schema,
            parameter::text_for_no_header_schema,
            parameter::content_beside_schema,
            parameter::misplaced_header_style,
            number::exact_example,
        ],
        Kind::SecurityScheme => &[scheme::absent_flows, scheme::absent_address],
        Kind::MediaType => &[number::exact_example],
        Kind::Example => &[number::exact_value],
        Kind::ImplicitFlow | Kind::TokenFlow | Kind::CodeFlow => &[null::empty_scope_for_null],
        Kind::Schema => &[
            sibling::reference_siblings,
            required::required_flag,
            newer::type_list,
            newer::null_type,
            newer::exclusive_minimum,
            newer::exclusive_maximum,
            kubernetes::int_or_string,
            text::unquoted_enumeration,
            number::whole_counts,
            number::whole_bounds,
            number::exact_bounds,
            number::exact_default,
            number::exact_example,
            number::exact_enumeration,
        ],
        _ => &[],
    }
}
