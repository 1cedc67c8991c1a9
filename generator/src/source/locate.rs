//! From places to lines and columns, in one pass over each text.

use std::collections::BTreeMap;
use std::ops::Range;

use super::outline::{Step, Walker, walk};
use super::place::{On, Place, Source, SourceId, Sources};
use super::toml;

/// Where a place stands in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last; not before `start`.
    pub end: usize,
}

/// Finds places, each in its text as the user wrote it; the spans come in the order of the places.
///
/// A place that does not exist is where its nearest existing ancestor is. Each text is read once.
pub fn locate(sources: &Sources, places: &[Place]) -> Vec<Span> {
    locate_by(sources, places, &mut |text, walker| walk(text, walker))
}

/// How a text is walked over.
pub(super) type Walking<'way, 'text> = &'way mut dyn FnMut(&'text str, &mut dyn Walker<'text>);

/// The same, by another way to walk over a text.
pub(super) fn locate_by<'text>(sources: &'text Sources, places: &[Place], walk: Walking<'_, 'text>) -> Vec<Span> {
    let mut spans = vec![Span { line: 1, column: 1, start: 0, end: 0 }; places.len()];
    locate_in(&sources.document, SourceId::Document, places, &mut spans, walk);
    if let Some(settings) = &sources.settings {
        locate_in(settings, SourceId::Settings, places, &mut spans, walk);
    }
    spans
}

/// The text of scalars of the document exactly as it is written; `None` where a place holds none.
pub(crate) fn text_at<'text>(document: &'text Source, places: &[Place]) -> Vec<Option<&'text str>> {
    let mut trie = Trie::default();
    for (index, place) in places.iter().enumerate() {
        trie.add(index, place);
    }
    if places.is_empty() {
        return Vec::new();
    }
    walk(&document.text, &mut trie);
    let text = |(_, node, _): &(usize, usize, On)| {
        let range = trie.nodes[*node].value.clone()?;
        document.text.get(range).filter(|text| !text.is_empty() && !text.starts_with('*'))
    };
    trie.wanted.iter().map(text).collect()
}

fn locate_in<'text>(
    source: &'text Source,
    id: SourceId,
    places: &[Place],
    spans: &mut [Span],
    walk: Walking<'_, 'text>,
) {
    let wanted = places.iter().enumerate().filter(|(_, place)| place.source == id);
    let mut ranges: Vec<(usize, Range<usize>)> = Vec::new();
    let mut settings: Vec<(usize, &Place)> = Vec::new();
    let mut trie = Trie::default();
    for (index, place) in wanted {
        match (place.on, id) {
            (On::Byte(byte), _) => ranges.push((index, byte..byte)),
            (On::Key | On::Value, SourceId::Document) => trie.add(index, place),
            (On::Key | On::Value, SourceId::Settings) => settings.push((index, place)),
        }
    }
    if !settings.is_empty() {
        ranges.extend(toml::ranges(&source.text, &settings));
    }
    if !trie.wanted.is_empty() {
        walk(&source.text, &mut trie);
        ranges.extend(trie.ranges());
    }
    ranges.sort_by_key(|(_, range)| range.start);
    let mut lines = Lines { text: &source.text, byte: 0, line: 1, column: 1 };
    for (index, range) in ranges {
        spans[index] = lines.span(range);
    }
}

/// Counts lines and columns forward through a text, each character of it once.
struct Lines<'text> {
    text: &'text str,
    byte: usize,
    line: usize,
    column: usize,
}

impl Lines<'_> {
    fn span(&mut self, range: Range<usize>) -> Span {
        let start = floor_boundary(self.text, range.start);
        let end = floor_boundary(self.text, range.end).max(start);
        let passed = &self.text[self.byte..start];
        let passed = if self.byte == 0 { passed.strip_prefix(BYTE_ORDER_MARK).unwrap_or(passed) } else { passed };
        let on_line = match passed.rfind('\n') {
            Some(last) => {
                self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
                self.column = 1;
                &passed[last + 1..]
            }
            None => passed,
        };
        // Bytes that begin a character, which takes a fraction of the time of decoding it.
        self.column += on_line.bytes().filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count();
        self.byte = start;
        Span { line: self.line, column: self.column, start, end }
    }
}

/// What may stand before a text, and takes no column.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The nearest character boundary at or before a byte.
fn floor_boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or(0)
}

/// The pointers that are wanted, merged, and what the walk has found of them.
#[derive(Default)]
struct Trie {
    nodes: Vec<TrieNode>,
    /// The index of a place, its node, and what of the node it means.
    wanted: Vec<(usize, usize, On)>,
    /// The nodes on the way to where the walk is, `None` where nothing is wanted.
    path: Vec<Option<usize>>,
}

#[derive(Default)]
struct TrieNode {
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    key: Option<Range<usize>>,
    value: Option<Range<usize>>,
}

impl Trie {
    fn add(&mut self, index: usize, place: &Place) {
        if self.nodes.is_empty() {
            self.nodes.push(TrieNode::default());
        }
        let mut at = 0;
        for token in place.pointer.tokens() {
            let next = self.nodes.len();
            let child = *self.nodes[at].children.entry(token).or_insert(next);
            if child == next {
                self.nodes.push(TrieNode { parent: Some(at), ..TrieNode::default() });
            }
            at = child;
        }
        self.wanted.push((index, at, place.on));
    }

    fn ranges(&self) -> Vec<(usize, Range<usize>)> {
        self.wanted.iter().map(|(index, node, on)| (*index, self.range(*node, *on))).collect()
    }

    fn range(&self, node: usize, on: On) -> Range<usize> {
        let found = &self.nodes[node];
        let range = match on {
            On::Key => found.key.clone().or_else(|| found.value.clone()),
            On::Value | On::Byte(_) => found.value.clone(),
        };
        match (range, found.parent) {
            (Some(range), _) => range,
            (None, Some(parent)) => self.range(parent, On::Key),
            (None, None) => 0..0,
        }
    }
}

impl<'text> Walker<'text> for Trie {
    fn enter(&mut self, step: Step<'text>) {
        let node = match (self.path.last(), &step) {
            (None, _) => Some(0),
            (Some(&Some(parent)), Step::Key(key, _)) => self.nodes[parent].children.get(&**key).copied(),
            (Some(&Some(parent)), Step::Index(index)) if !self.nodes[parent].children.is_empty() => {
                self.nodes[parent].children.get(&index.to_string()).copied()
            }
            _ => None,
        };
        if let (Some(node), Step::Key(_, range)) = (node, step) {
            self.nodes[node].key.get_or_insert(range);
        }
        self.path.push(node);
    }

    fn leave(&mut self, value: Range<usize>) {
        if let Some(Some(node)) = self.path.pop() {
            self.nodes[node].value.get_or_insert(value);
        }
    }
}
