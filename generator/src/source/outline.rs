//! The structure of a text as a walk over its values with their byte ranges, whatever its syntax.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::event::Event;
use super::place::Pointer;
use super::{json, yaml};

/// One step from a value to a part of it.
#[derive(Clone, Debug)]
pub(super) enum Step<'text> {
    /// The whole text.
    Root,
    /// The member with this key, which stands in this range.
    Key(Cow<'text, str>, Range<usize>),
    /// An item of a sequence.
    Index(usize),
}

/// Who follows a walk.
pub(super) trait Walker<'text> {
    /// A value begins.
    fn enter(&mut self, step: Step<'text>);
    /// The value that was entered last and not left yet ends; it begins with this range.
    fn leave(&mut self, value: Range<usize>);
    /// The value that was entered last carries a tag.
    fn tag(&mut self, _range: Range<usize>, _tag: String) {}
}

/// Walks over a text as far as it can be read.
pub(super) fn walk<'text>(text: &'text str, walker: &mut dyn Walker<'text>) {
    let mut walk = Walk { walker, open: Vec::new(), pending_tag: None };
    if is_json(text) {
        json::events(text, &mut |event| walk.event(event));
    } else {
        yaml::events(text, &mut |event| walk.event(event));
    }
}

/// Whether a text is JSON and not merely YAML that begins like it.
fn is_json(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

/// A collection that has begun and not ended.
enum Open<'text> {
    Map {
        start: Range<usize>,
        key: Option<(Cow<'text, str>, Range<usize>)>,
    },
    List {
        start: Range<usize>,
        next: usize,
    },
    /// A mapping or sequence that serves as a key, and all inside it: no pointer leads there.
    Key {
        start: Range<usize>,
        depth: usize,
    },
}

struct Walk<'walk, 'text> {
    walker: &'walk mut dyn Walker<'text>,
    open: Vec<Open<'text>>,
    pending_tag: Option<(Range<usize>, String)>,
}

impl<'text> Walk<'_, 'text> {
    fn event(&mut self, event: Event<'text>) {
        if let Some(Open::Key { depth, start }) = self.open.last_mut() {
            match event {
                Event::Map(_) | Event::List(_) => *depth += 1,
                Event::End => *depth -= 1,
                Event::Scalar(..) | Event::Tag(..) => {}
            }
            if *depth == 0 {
                let start = start.clone();
                self.open.pop();
                self.take_key(start, Cow::Borrowed(""));
            }
            return;
        }
        match event {
            Event::Tag(range, tag) => self.pending_tag = Some((range, tag)),
            Event::Scalar(range, text) => {
                if self.awaits_key() {
                    self.take_key(range, text);
                } else if self.enter() {
                    self.walker.leave(range);
                }
            }
            Event::Map(start) | Event::List(start) if self.awaits_key() => {
                self.open.push(Open::Key { start, depth: 1 });
            }
            Event::Map(start) => {
                if self.enter() {
                    self.open.push(Open::Map { start, key: None });
                }
            }
            Event::List(start) => {
                if self.enter() {
                    self.open.push(Open::List { start, next: 0 });
                }
            }
            Event::End => {
                if let Some(Open::Map { start, .. } | Open::List { start, .. }) = self.open.pop() {
                    self.walker.leave(start);
                }
            }
        }
    }

    fn awaits_key(&self) -> bool {
        matches!(self.open.last(), Some(Open::Map { key: None, .. }))
    }

    fn take_key(&mut self, range: Range<usize>, text: Cow<'text, str>) {
        self.pending_tag = None;
        if let Some(Open::Map { key, .. }) = self.open.last_mut() {
            *key = Some((text, range));
        }
    }

    /// Enters the value that begins now.
    fn enter(&mut self) -> bool {
        let step = match self.open.last_mut() {
            None => Step::Root,
            Some(Open::Map { key, .. }) => match key.take() {
                Some((text, range)) => Step::Key(text, range),
                None => return false,
            },
            Some(Open::List { next, .. }) => {
                *next += 1;
                Step::Index(*next - 1)
            }
            Some(Open::Key { .. }) => return false,
        };
        self.walker.enter(step);
        if let Some((range, tag)) = self.pending_tag.take() {
            self.walker.tag(range, tag);
        }
        true
    }
}

/// What a tree of keys and values cannot show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Oddity {
    /// The member or value in question.
    pub(crate) pointer: Pointer,
    /// The byte where it stands.
    pub(crate) byte: usize,
    /// What is odd.
    pub(crate) kind: OddityKind,
}

/// What is odd about an [`Oddity`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OddityKind {
    /// Its key stands in the same mapping before.
    Duplicate(String),
    /// It carries this tag.
    Tag(String),
}

/// Finds every key that its mapping holds already, and every YAML tag that is not of the core schema.
pub(crate) fn oddities(text: &str) -> Vec<Oddity> {
    let mut seeker = Seeker { path: Vec::new(), seen: Vec::new(), found: Vec::new() };
    walk(text, &mut seeker);
    seeker.found
}

struct Seeker<'text> {
    path: Vec<Step<'text>>,
    seen: Vec<BTreeSet<Cow<'text, str>>>,
    found: Vec<Oddity>,
}

impl Seeker<'_> {
    fn note(&mut self, byte: usize, kind: OddityKind) {
        let pointer = self.path.iter().fold(Pointer::root(), |pointer, step| match step {
            Step::Root => pointer,
            Step::Key(key, _) => pointer.key(key),
            Step::Index(index) => pointer.index(*index),
        });
        self.found.push(Oddity { pointer, byte, kind });
    }
}

impl<'text> Walker<'text> for Seeker<'text> {
    fn enter(&mut self, step: Step<'text>) {
        let twin = match (&step, self.seen.last_mut()) {
            (Step::Key(key, range), Some(seen)) => {
                (!seen.insert(key.clone())).then(|| (range.start, OddityKind::Duplicate(key.to_string())))
            }
            _ => None,
        };
        self.path.push(step);
        self.seen.push(BTreeSet::new());
        if let Some((byte, kind)) = twin {
            self.note(byte, kind);
        }
    }

    fn leave(&mut self, _value: Range<usize>) {
        self.path.pop();
        self.seen.pop();
    }

    fn tag(&mut self, range: Range<usize>, tag: String) {
        self.note(range.start, OddityKind::Tag(tag));
    }
}
