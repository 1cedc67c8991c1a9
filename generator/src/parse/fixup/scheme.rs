//! Security schemes and requirements that say too little.

use crate::diagnostic::fixup as mended;
use crate::parse::keywords::Kind;
use crate::parse::node::{Members, Node};
use crate::parse::pass::Pass;

const NO_ADDRESS: &str = "tokens are yours to bring, so nothing asks for it";

/// `type: oauth2` alone: there is a token, and where it comes from is not said.
pub(super) fn absent_flows(members: &mut Members, pass: &mut Pass<'_>) {
    absent(members, pass, "oauth2", "flows", Node::Map(Members::default()));
}

/// `type: openIdConnect` alone.
pub(super) fn absent_address(members: &mut Members, pass: &mut Pass<'_>) {
    absent(members, pass, "openIdConnect", "openIdConnectUrl", Node::Text(String::new()));
}

fn absent(members: &mut Members, pass: &mut Pass<'_>, ty: &str, key: &str, empty: Node) {
    if members.text("type") == Some(ty) && !members.holds(key) {
        pass.say(mended::absent_member(pass.head(), Kind::SecurityScheme.what(), key, NO_ADDRESS));
        pass.origins.moved(&pass.at().key(key), &pass.at());
        members.put(key, empty);
    }
}

/// `security: [token]` for `security: [{token: []}]`.
pub(in crate::parse) fn bare_requirement(node: &mut Node, pass: &mut Pass<'_>) {
    let Node::Text(name) = node else {
        return;
    };
    pass.say(mended::bare_requirement(pass.here(), name));
    pass.origins.moved(&pass.at().key(name), &pass.at());
    let mut members = Members::default();
    members.put(name, Node::List(Vec::new()));
    *node = Node::Map(members);
}
