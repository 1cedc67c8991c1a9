//! Circles among types, and where to cut them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::api::{Api, TypeId};

/// The arrows of a depth-first walk in the order of the document that lead back to where the walk still is.
pub(super) fn ways_back(api: &Api, edges: &impl Fn(TypeId) -> Vec<(usize, TypeId)>) -> Vec<(TypeId, usize, TypeId)> {
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

/// The largest circle of which the best cut is looked for; of larger ones a walk gives a good one.
const LARGEST: usize = 12;

/// The fewest arrows without which there is no circle. Of several such sets, the one that keeps the arrows of types that
/// come first in the document.
pub(super) fn cuts(api: &Api, edges: &impl Fn(TypeId) -> Vec<(usize, TypeId)>) -> BTreeSet<(TypeId, usize)> {
    let back = ways_back(api, edges);
    let mut cuts = BTreeSet::new();
    let mut seen: BTreeSet<TypeId> = BTreeSet::new();
    for &(_, _, start) in &back {
        if seen.contains(&start) {
            continue;
        }
        let circle = circle(start, edges);
        seen.extend(&circle);
        if circle.len() > LARGEST {
            cuts.extend(
                back.iter().filter(|(from, _, _)| circle.contains(from)).map(|(from, index, _)| (*from, *index)),
            );
            continue;
        }
        let order = best_order(&circle, edges);
        for (place, from) in order.iter().enumerate() {
            for (index, to) in edges(*from) {
                if order[..=place].contains(&to) {
                    cuts.insert((*from, index));
                }
            }
        }
    }
    cuts
}

/// All types that lead to a type and that it leads to, in the order of the document.
fn circle(start: TypeId, edges: &impl Fn(TypeId) -> Vec<(usize, TypeId)>) -> Vec<TypeId> {
    let mut arrows: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = vec![start];
    while let Some(id) = open.pop() {
        if let Entry::Vacant(entry) = arrows.entry(id) {
            open.extend(entry.insert(edges(id).into_iter().map(|(_, to)| to).collect()).iter());
        }
    }
    let mut leading = BTreeSet::from([start]);
    loop {
        let more: Vec<TypeId> = arrows
            .iter()
            .filter(|(from, to)| !leading.contains(from) && to.iter().any(|id| leading.contains(id)))
            .map(|(from, _)| *from)
            .collect();
        if more.is_empty() {
            return leading.into_iter().collect();
        }
        leading.extend(more);
    }
}

/// The order of a circle's types with the fewest arrows that lead back in it: for each set of types, which one of them
/// comes last in the best order of the set.
fn best_order(circle: &[TypeId], edges: &impl Fn(TypeId) -> Vec<(usize, TypeId)>) -> Vec<TypeId> {
    let place = |id: TypeId| circle.iter().position(|member| *member == id);
    let arrows: Vec<Vec<usize>> =
        circle.iter().map(|id| edges(*id).into_iter().filter_map(|(_, to)| place(to)).collect()).collect();
    let mut best: Vec<(usize, usize)> = vec![(0, 0); 1 << circle.len()];
    for set in 1..best.len() {
        let members = (0..circle.len()).filter(|member| set & (1 << member) != 0);
        let last = members.map(|member| {
            let before = set & !(1 << member);
            let back = arrows[member].iter().filter(|to| before & (1 << **to) != 0).count();
            (best[before].0 + back, member)
        });
        // The last one of the best: what comes first in the document stays first.
        best[set] = last.min_by(|one, other| one.0.cmp(&other.0).then(other.1.cmp(&one.1))).unwrap_or_default();
    }
    let mut order = Vec::with_capacity(circle.len());
    let mut set = best.len() - 1;
    while set != 0 {
        let (_, last) = best[set];
        order.push(circle[last]);
        set &= !(1 << last);
    }
    order.reverse();
    order
}
