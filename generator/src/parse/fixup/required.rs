//! `required` of another dialect.

use crate::diagnostic::fixup as mended;
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;

/// `required: true` on a schema, as in JSON Schema draft 3: which properties are required is for the object to say.
pub(super) fn required_flag(members: &mut Members, pass: &mut Pass<'_>) {
    if let Some(Node::Boolean(flag)) = members.get("required") {
        pass.say(mended::misplaced_required(pass.key("required"), *flag));
        members.take("required");
    }
}
