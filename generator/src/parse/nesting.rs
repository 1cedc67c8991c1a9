//! How deep what is declared refers to what is declared.

use std::collections::BTreeMap;

use super::pass::Pass;
use super::reference::Reference;
use crate::diagnostic::reference as mistake;
use crate::source::{On, Pointer};

/// How many declared things may refer to each other in a row. Things that refer to each other in a circle count once.
const DEEPEST: usize = 500;

/// Reports where references lead on and on: what follows them takes time in the square of their number, and more.
pub(super) fn check(references: &[Reference], pass: &mut Pass<'_>) {
    let mut nodes: BTreeMap<String, usize> = BTreeMap::new();
    let mut edges: Vec<Vec<usize>> = Vec::new();
    let mut node = |pointer: &Pointer, edges: &mut Vec<Vec<usize>>| {
        let name = declared(pointer)?;
        let next = edges.len();
        let id = *nodes.entry(name).or_insert(next);
        if id == next {
            edges.push(Vec::new());
        }
        Some(id)
    };
    let mut ways = Vec::new();
    for reference in references {
        let from = node(&reference.at, &mut edges);
        let to = reference.pointer().and_then(|pointer| node(&pointer, &mut edges));
        if let (Some(from), Some(to)) = (from, to) {
            edges[from].push(to);
            ways.push((from, to, reference));
        }
    }
    let depths = depths(&edges);
    let deepest = ways.into_iter().find(|(from, to, _)| depths[*from] == DEEPEST + 1 && depths[*to] == DEEPEST);
    if let Some((_, _, reference)) = deepest {
        let place = pass.place(&reference.at.key("$ref"), On::Value);
        pass.say(mistake::deep(place, &reference.target, DEEPEST));
    }
}

/// The declared thing that a place is in.
fn declared(pointer: &Pointer) -> Option<String> {
    let mut tokens = pointer.tokens();
    let (first, section, name) = (tokens.next()?, tokens.next()?, tokens.next()?);
    (first == "components").then(|| format!("{section}/{name}"))
}

/// For each node, how many nodes a way from it passes at most; the nodes of a circle count once. Tarjan's algorithm, which
/// keeps its own stack.
fn depths(edges: &[Vec<usize>]) -> Vec<usize> {
    const NEW: usize = usize::MAX;
    let mut depths = vec![0; edges.len()];
    let (mut order, mut lowest, mut open) = (vec![NEW; edges.len()], vec![NEW; edges.len()], Vec::new());
    let mut entered = 0;
    for root in 0..edges.len() {
        let mut way = if order[root] == NEW { vec![(root, 0)] } else { Vec::new() };
        while let Some((node, next)) = way.last_mut() {
            let node = *node;
            if *next == 0 {
                (order[node], lowest[node]) = (entered, entered);
                entered += 1;
                open.push(node);
            }
            if let Some(&to) = edges[node].get(*next) {
                *next += 1;
                if order[to] == NEW {
                    way.push((to, 0));
                } else if depths[to] == 0 {
                    lowest[node] = lowest[node].min(order[to]);
                }
                continue;
            }
            way.pop();
            if let Some(&(before, _)) = way.last() {
                lowest[before] = lowest[before].min(lowest[node]);
            }
            if lowest[node] == order[node] {
                let first = open.iter().rposition(|member| *member == node).unwrap_or(0);
                let circle = open.split_off(first);
                let beyond = circle.iter().flat_map(|member| &edges[*member]).map(|to| depths[*to]).max();
                let depth = beyond.unwrap_or(0) + 1;
                for member in circle {
                    depths[member] = depth;
                }
            }
        }
    }
    depths
}

#[cfg(test)]
mod tests {
    use super::depths;

    #[test]
    fn circles_count_once() {
        assert_eq!(depths(&[vec![1], vec![2, 0], vec![], vec![3], vec![4, 3, 0]]), [2, 2, 1, 1, 3]);
        assert_eq!(depths(&[vec![1, 2], vec![3], vec![3], vec![]]), [3, 2, 2, 1]);
    }
}
