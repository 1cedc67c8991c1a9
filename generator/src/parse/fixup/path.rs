//! Keys of `paths`.

use crate::diagnostic::{fixup as mended, parse as mistake};
use crate::parse::node::Members;
use crate::parse::pass::Pass;

/// `pets:` for `/pets:`: `openapiv3` would leave the path out without a word.
pub(super) fn leading_slash(members: &mut Members, pass: &mut Pass<'_>) {
    let bare: Vec<String> = members
        .keys()
        .filter(|key| !key.starts_with('/') && !key.starts_with("x-") && *key != "$ref")
        .map(str::to_owned)
        .collect();
    for key in bare {
        let path = format!("/{key}");
        if members.holds(&path) {
            pass.say(mistake::duplicate_key(pass.key(&key), &path));
            continue;
        }
        pass.say(mended::path_without_slash(pass.key(&key), &key));
        pass.origins.moved(&pass.at().key(&path), &pass.at().key(&key));
        members.rename(&key, &path);
    }
}
