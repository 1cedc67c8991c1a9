//! Circles among types.

use std::collections::BTreeSet;

use crate::api::{Api, TypeId};

/// The arrows of a depth-first walk in the order of the document that lead back to where the walk still is.
pub(super) fn ways_back(api: &Api, edges: impl Fn(TypeId) -> Vec<(usize, TypeId)>) -> Vec<(TypeId, usize, TypeId)> {
    let mut done = BTreeSet::new();
    let mut back = Vec::new();
    for (root, _) in api.types.iter() {
        if done.contains(&root) {
            continue;
        }
        let mut on_path = BTreeSet::from([root]);
        let mut path = vec![(root, edges(root).into_iter())];
        while let Some((at, rest)) = path.last_mut() {
            let at = *at;
            match rest.next() {
                Some((index, to)) if on_path.contains(&to) => back.push((at, index, to)),
                Some((_, to)) if done.contains(&to) => {}
                Some((_, to)) => {
                    on_path.insert(to);
                    path.push((to, edges(to).into_iter()));
                }
                None => {
                    on_path.remove(&at);
                    done.insert(at);
                    path.pop();
                }
            }
        }
    }
    back
}
