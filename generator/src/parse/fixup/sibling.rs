//! What stands beside a `$ref`.

use crate::parse::keywords::{Kind, is_read};
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;

/// `{$ref, nullable: true}`: OpenAPI 3.0 ignores what stands beside a `$ref` of a schema, `openapiv3` drops it, and
/// everyone who writes it means it. It becomes `{allOf: [{$ref}], nullable: true}`, which says it by the letter.
pub(super) fn reference_siblings(members: &mut Members, pass: &mut Pass<'_>) {
    let matters = |key: &str| key != "$ref" && (!key.starts_with("x-") || is_read(Kind::Schema, key));
    if members.text("$ref").is_none() || !members.keys().any(matters) {
        return;
    }
    let (at, all) = (pass.at(), pass.at().key("allOf"));
    let target = members.take("$ref");
    let reference = Members::from_read(target.map(|target| ("$ref".to_owned(), target)).into_iter().collect()).0;
    let mut parts = vec![Node::Map(reference)];
    if let Some(Node::List(there)) = members.take("allOf") {
        for index in (0..there.len()).rev() {
            pass.origins.moved(&all.index(index + 1), &all.index(index));
        }
        parts.extend(there);
    } else {
        pass.origins.moved(&all, &at.key("$ref"));
    }
    pass.origins.moved(&all.index(0), &at);
    members.put("allOf", Node::List(parts));
}
