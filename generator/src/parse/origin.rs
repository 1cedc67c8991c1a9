//! Where the nodes of the fixed-up tree come from.

use std::collections::BTreeMap;

use crate::source::{On, Place, Pointer, SourceId};

/// For every node that a fixup moved or made: the place in the original text that it stands for.
#[derive(Clone, Debug, Default)]
pub(super) struct Origins(BTreeMap<String, String>);

impl Origins {
    /// Notes that the node at `now` stood at `before` when the fixup began.
    ///
    /// What `before` itself stands for, if another fixup moved it, is what is kept.
    pub(super) fn moved(&mut self, now: &Pointer, before: &Pointer) {
        let origin = self.original(before);
        self.0.insert(now.as_str().to_owned(), origin.as_str().to_owned());
    }

    /// The pointer into the original text, by the longest prefix that has an origin.
    pub(super) fn original(&self, pointer: &Pointer) -> Pointer {
        let text = pointer.as_str();
        if self.0.is_empty() {
            return pointer.clone();
        }
        let mut end = text.len();
        loop {
            if let Some(origin) = self.0.get(&text[..end]) {
                return Pointer::from_text(format!("{origin}{}", &text[end..]));
            }
            match text[..end].rfind('/') {
                Some(shorter) => end = shorter,
                None => return pointer.clone(),
            }
        }
    }

    /// Notes that an item of a list, and all in it, stands at another index than before. Of several, the first goes first.
    pub(super) fn shifted(&mut self, now: &Pointer, before: &Pointer) {
        let origin = self.original(before);
        let inner: Vec<String> =
            self.0.keys().filter(|key| Pointer::from_text(key.as_str()).is_within(before)).cloned().collect();
        for key in inner {
            let rest = key[before.as_str().len()..].to_owned();
            if let Some(origin) = self.0.remove(&key) {
                self.0.insert(format!("{now}{rest}"), origin);
            }
        }
        self.0.insert(now.as_str().to_owned(), origin.as_str().to_owned());
    }

    /// Where in the tree that stands which stood at `original` in the text: several places, where a part was copied.
    pub(super) fn now(&self, original: &Pointer) -> Vec<Pointer> {
        let copied = self.0.iter().filter_map(|(now, before)| {
            let rest =
                original.is_within(&Pointer::from_text(before.as_str())).then(|| &original.as_str()[before.len()..]);
            rest.map(|rest| Pointer::from_text(format!("{now}{rest}")))
        });
        std::iter::once(original.clone()).chain(copied).filter(|now| self.original(now) == *original).collect()
    }

    /// The place in the original text.
    pub(super) fn place(&self, pointer: &Pointer, on: On) -> Place {
        Place { source: SourceId::Document, pointer: self.original(pointer), on }
    }
}
